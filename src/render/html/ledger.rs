//! The changes of a guide for the people who keep it: the same as readers see, for all municipalities together and
//! however far ahead, as plain data.

use jiff::civil::Date;
use serde::Serialize;

use super::assets::Assets;
use super::desk::{Desk, Ways};
use super::{Addresses, FactTexts, Website, edition};
use crate::model::{Ix, Rule};
use crate::resolve::{self, Change, Event};

/// What changes in a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ledger {
    /// The version of this form.
    pub version: u32,
    /// The first day that was asked for.
    pub since: String,
    /// The last day that was asked for, if there is one.
    pub until: Option<String>,
    /// The day from which changes are coming.
    pub date: String,
    /// The changes, by day and then in the order of the guide.
    pub changes: Vec<Told>,
}

/// A change, with the municipalities in which it is the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The day from which it holds.
    pub on: String,
    /// Its name among the changes of the day, as in the address of its notice.
    pub name: String,
    /// `past` or `coming`.
    pub status: &'static str,
    /// The first day on which readers are told.
    pub announced: String,
    /// What it is: `note`, `rule-begins`, `rule-ends`, `example-begins`, `example-ends`, `facts`; sorted, each once.
    pub kinds: Vec<&'static str>,
    /// Identifiers of the municipalities; none in a guide without municipalities.
    pub municipalities: Vec<String>,
    /// The rules that it concerns; none for facts that no page shows.
    pub rules: Vec<ToldRule>,
    /// The life events of these rules.
    pub situations: Vec<ToldSituation>,
    /// What readers are told, in the language that was asked for.
    pub says: Vec<String>,
    /// The facts that change.
    pub facts: Vec<ToldFact>,
}

/// A rule, by its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToldRule {
    /// `chapter/rule`.
    pub id: String,
    /// Sheet code.
    pub sheet: String,
    /// Title.
    pub title: String,
}

/// A life event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToldSituation {
    /// Identifier.
    pub id: String,
    /// What readers call it.
    pub label: String,
}

/// A fact that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToldFact {
    /// Identifier.
    pub id: String,
    /// What it is.
    pub label: String,
    /// The value on the day before.
    pub before: String,
    /// The value from the day on.
    pub after: String,
}

/// The changes from the first day to the last, in the first language of the site.
#[must_use]
pub fn ledger(site: Website<'_>, since: Date, until: Option<Date>) -> Ledger {
    let mut changes: Vec<(Date, Told)> = Vec::new();
    let language = site.languages.first().copied().unwrap_or_default();
    let assets = Assets::of(site);
    let addresses = Addresses::of(site.library);
    for (municipality, facts) in site.publishers {
        let edition = edition(site, *municipality, (language, facts));
        let all = resolve::changes(edition, (since, until.unwrap_or(Date::MAX)));
        let source = site.library.languages.source();
        let texts = |language: usize| FactTexts::of(site.library, facts, &site.catalogs[language]);
        let texts = [&texts(language), &texts(source)];
        let desk = Desk::new(site, edition, addresses, (&assets, &all), texts);
        for change in &all {
            let told = desk.told(change);
            let same = changes.iter_mut().find(|(_, known)| same(known, &told));
            match (same, municipality) {
                (Some((_, known)), Some(municipality)) => known.municipalities.push(municipality.id.clone()),
                (Some(_), None) => {}
                (None, _) => changes.push((change.on, told)),
            }
        }
    }
    // Stable: within a day, the order of the guide, and of the municipalities where they differ.
    changes.sort_by_key(|(on, _)| *on);
    Ledger {
        version: 1,
        since: since.to_string(),
        until: until.map(|until| until.to_string()),
        date: site.date.to_string(),
        changes: changes.into_iter().map(|(_, told)| told).collect(),
    }
}

/// Whether two municipalities have the same change.
fn same(one: &Told, other: &Told) -> bool {
    let anywhere = |told: &Told| Told { municipalities: Vec::new(), ..told.clone() };
    one.on == other.on && one.name == other.name && anywhere(one) == anywhere(other)
}

impl Desk<'_> {
    fn told(&self, change: &Change<'_>) -> Told {
        let library = self.site.library;
        let rule = |ix: &Ix<Rule>| {
            let rule = &library.rules[ix.get()];
            let title = self.plain(self.edition.heading(*ix).0);
            ToldRule { id: rule.id.clone(), sheet: rule.sheet.value.clone(), title }
        };
        let situation = |ix: &Ix<crate::model::Situation>| {
            let situation = &library.situations[ix.get()];
            ToldSituation { id: situation.id.clone(), label: self.plain(self.edition.label(&situation.label)) }
        };
        let facts = change.facts.iter().map(|(fact, step)| {
            let [before, after] = self.old_and_new(*fact, step).map(|written| written.plain);
            let id = library.facts[fact.get()].id.value.clone();
            ToldFact { id, label: self.fact_label(*fact).plain, before, after }
        });
        Told {
            on: change.on.to_string(),
            name: change.name.clone(),
            status: if self.is_coming(change) { "coming" } else { "past" },
            announced: change.announced.to_string(),
            kinds: kinds(change),
            municipalities: self.edition.municipality.map(|m| m.id.clone()).into_iter().collect(),
            rules: change.rules.iter().map(rule).collect(),
            situations: change.situations.iter().map(situation).collect(),
            says: self.sentences(change, Ways::NONE).into_iter().map(|said| said.plain).collect(),
            facts: facts.collect(),
        }
    }
}

fn kinds(change: &Change<'_>) -> Vec<&'static str> {
    let event = |event: &Event| match event {
        Event::RuleBegins(_) => "rule-begins",
        Event::RuleEnds(_) => "rule-ends",
        Event::ExampleBegins(..) => "example-begins",
        Event::ExampleEnds(..) => "example-ends",
    };
    let mut kinds: Vec<&'static str> = change.events.iter().map(event).collect();
    kinds.extend((!change.notes.is_empty()).then_some("note"));
    kinds.extend((!change.facts.is_empty()).then_some("facts"));
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
