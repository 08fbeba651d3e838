//! What changed and what will: every change of a guide in one municipality, each told once.
//!
//! Three things change what holds for a reader: a line in the history of a rule, a fact that gets another value, and a
//! rule or example that begins or ends. They often are one and the same change, and a reader must not read it twice.
//! So:
//!
//! - **A note speaks for its rule.** If a rule has a line in its history on the day, that sentence says what the change
//!   means. Facts on its page that change on that day, and examples that begin or end, are details of that change.
//! - **The same note under several rules** is one change of these rules.
//! - **A fact** is a change of its own only for the rules without a note: a note of one rule says nothing to readers of
//!   another. Facts that change on one day for exactly these rules are one change: they are the amounts of one sheet.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Span, civil::Date};

use super::edition::Edition;
use super::history::announced_on;
use super::shows::{FactsOnPages, Page};
use super::timeline::{Facts, Step};
use crate::model::{Fact, HistoryEntry, Inline, InlineKind, Ix, Library, Rule, Situation, Validity};

/// A change that a reader is told of once: on paper, one notice.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    /// The day from which it holds.
    pub on: Date,
    /// Its name among the changes of its day: the code of the sheet that changes, or the fact where several sheets
    /// show it. Lower-case letters, digits and hyphens.
    pub name: String,
    /// The rules it concerns, in the order of the guide; none for facts on no page.
    pub rules: Vec<Ix<Rule>>,
    /// The life events of these rules: who is concerned.
    pub situations: Vec<Ix<Situation>>,
    /// What the rules say of it themselves.
    pub notes: Vec<&'a HistoryEntry>,
    /// What begins or ends.
    pub events: Vec<Event>,
    /// Facts on the pages of these rules that get another value.
    pub facts: Vec<(Ix<Fact>, Step)>,
    /// The first day on which readers are told.
    pub announced: Date,
}

/// Something that begins or ends. An example is named by its position in its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// The guide gets a rule.
    RuleBegins(Ix<Rule>),
    /// A rule holds no longer.
    RuleEnds(Ix<Rule>),
    /// A rule gets an example.
    ExampleBegins(Ix<Rule>, usize),
    /// An example holds no longer.
    ExampleEnds(Ix<Rule>, usize),
}

/// How long a change is news after its day. Longer ago, it stands in the history of the rule's own page.
pub(super) const NEWS_MONTHS: i32 = 12;

/// The changes that readers are told of on the edition's day: those of the last twelve months and those that are
/// announced, in order of time.
#[must_use]
pub fn news(edition: Edition<'_>) -> Vec<Change<'_>> {
    news_again(edition, &FactsOnPages::default())
}

/// The same for a guide of which some was found before: what rules show that did not change is not looked for again.
#[must_use]
pub fn news_again<'a>(edition: Edition<'a>, shows: &FactsOnPages) -> Vec<Change<'a>> {
    let first = edition.date.checked_sub(Span::new().months(NEWS_MONTHS)).unwrap_or(Date::MIN);
    let last = edition.date.checked_add(edition.library.site.announce).unwrap_or(Date::MAX);
    let mut news = changes_again(edition, (first, last), shows);
    news.retain(|change| !change.rules.is_empty());
    news
}

/// Every known change from the first day to the last, in order of time, as it is known on the edition's day. The
/// language of the edition plays no part, so that a change has the same name in every language.
///
/// Of the past, only what concerns rules that the guide still has, and their endings; which rules show a fact is read
/// from the pages of the edition's day. For a coming change it is read from the pages of the day of the change.
#[must_use]
pub fn changes<'a>(edition: Edition<'a>, period: (Date, Date)) -> Vec<Change<'a>> {
    changes_again(edition, period, &FactsOnPages::default())
}

fn changes_again<'a>(edition: Edition<'a>, (first, last): (Date, Date), shows: &FactsOnPages) -> Vec<Change<'a>> {
    let here = Edition { language: edition.library.languages.source(), ..edition };
    let mut gathering = Gathering { here, first, last, of_rules: BTreeMap::new(), told: BTreeMap::new() };
    gathering.rules();
    gathering.notes_speak();
    gathering.facts(shows);
    gathering.finish()
}

/// What happens to one rule on one day.
#[derive(Debug, Default)]
struct OfRule<'a> {
    notes: Vec<&'a HistoryEntry>,
    events: Vec<Event>,
}

/// Changes are told apart by their day and either by what a note says or by whom they concern.
type Key = (Date, Option<String>, BTreeSet<Ix<Rule>>);

struct Gathering<'a> {
    here: Edition<'a>,
    first: Date,
    last: Date,
    of_rules: BTreeMap<(Date, Ix<Rule>), OfRule<'a>>,
    told: BTreeMap<Key, Change<'a>>,
}

impl<'a> Gathering<'a> {
    fn within(&self, on: Date) -> bool {
        (self.first..=self.last).contains(&on)
    }

    /// Whether a change on a day concerns a rule: it must hold now or then, or end on that day.
    fn concerns(&self, rule: &Rule, on: Date) -> bool {
        let ends = rule.validity.until.and_then(|until| until.tomorrow().ok());
        ends == Some(on) || rule.validity.holds_on(on.max(self.here.date))
    }

    /// Notes, beginnings and endings of each rule.
    fn rules(&mut self) {
        for (i, rule) in self.here.library.rules.iter().enumerate() {
            let ix = Ix::new(i);
            let mut happens = Vec::new();
            let edges =
                |validity: Validity| (validity.from, validity.until.and_then(|until| until.tomorrow().ok()));
            let (begins, ends) = edges(rule.validity);
            happens.extend(begins.map(|on| (on, Event::RuleBegins(ix))));
            happens.extend(ends.map(|on| (on, Event::RuleEnds(ix))));
            for (number, example) in rule.examples.iter().enumerate() {
                let (from, until) = edges(example.validity);
                // With its rule all of its examples come and go.
                let alone = |on: &Date| Some(*on) != begins && Some(*on) != ends;
                happens.extend(from.filter(alone).map(|on| (on, Event::ExampleBegins(ix, number))));
                happens.extend(until.filter(alone).map(|on| (on, Event::ExampleEnds(ix, number))));
            }
            for (on, event) in happens {
                if self.within(on) && self.concerns(rule, on) {
                    self.of_rules.entry((on, ix)).or_default().events.push(event);
                }
            }
            for entry in self.here.history(ix) {
                let on = entry.on.value;
                if self.within(on) && self.concerns(rule, on) {
                    self.of_rules.entry((on, ix)).or_default().notes.push(entry);
                }
            }
        }
    }

    /// Tells what rules say themselves, and what begins or ends without a word.
    fn notes_speak(&mut self) {
        for ((on, rule), found) in std::mem::take(&mut self.of_rules) {
            let said: String = found.notes.iter().map(|entry| said(entry)).collect();
            let key = match found.notes.is_empty() {
                true => (on, None, BTreeSet::from([rule])),
                false => (on, Some(said), BTreeSet::new()),
            };
            let change = self.told.entry(key).or_insert_with(|| Change::new(self.here.library, on));
            if change.notes.is_empty() {
                change.notes.clone_from(&found.notes);
            }
            change.rules.push(rule);
            change.events.extend(&found.events);
            self.of_rules.insert((on, rule), found);
        }
    }

    /// Gives each fact to the changes of the rules that have a note, and tells it to the others.
    fn facts(&mut self, shows: &FactsOnPages) {
        let mut days: BTreeMap<Date, Vec<(Ix<Fact>, Step)>> = BTreeMap::new();
        for (i, steps) in Facts::steps(self.here.library, self.here.municipality).into_iter().enumerate() {
            // The municipality's own contacts stand on every page, and have no name to tell them by.
            let named = !self.here.library.facts[i].label.is_empty();
            for step in steps.into_iter().filter(|step| named && step.is_change() && self.within(step.on)) {
                days.entry(step.on).or_default().push((Ix::new(i), step));
            }
        }
        let mut pages: BTreeMap<Date, Vec<Page>> = BTreeMap::new();
        for (on, mut steps) in days {
            let day = on.max(self.here.date);
            let shown = pages.entry(day).or_insert_with(|| shows.of(Edition { date: day, ..self.here }));
            let met =
                |fact: &Ix<Fact>| shown.iter().flat_map(|(_, facts)| facts.iter()).position(|met| met == fact);
            steps.sort_by_key(|(fact, _)| met(fact).unwrap_or(usize::MAX));
            for (fact, step) in steps {
                let showing = shown.iter().filter(|(_, facts)| facts.contains(&fact)).map(|(rule, _)| *rule);
                let (speaking, silent): (BTreeSet<_>, BTreeSet<_>) =
                    showing.partition(|rule| self.of_rules.get(&(on, *rule)).is_some_and(OfRule::speaks));
                let of_day = self.told.values_mut().filter(|change| change.on == on && !change.notes.is_empty());
                for change in of_day.filter(|change| change.rules.iter().any(|rule| speaking.contains(rule))) {
                    change.facts.push((fact, step.clone()));
                }
                if !silent.is_empty() || speaking.is_empty() {
                    let key = (on, None, silent.clone());
                    let change = self.told.entry(key).or_insert_with(|| Change::new(self.here.library, on));
                    change.rules = silent.into_iter().collect();
                    change.facts.push((fact, step));
                }
            }
        }
    }

    /// Gives each change its name and the people it concerns.
    fn finish(self) -> Vec<Change<'a>> {
        let library = self.here.library;
        let rank = ranks(library);
        let mut changes: Vec<Change<'a>> = self.told.into_values().collect();
        changes.iter_mut().for_each(|change| change.rules.sort_by_key(|rule| rank[rule.get()]));
        let place = |change: &Change<'_>| change.rules.first().map_or(usize::MAX, |rule| rank[rule.get()]);
        changes.sort_by_key(|change| (change.on, place(change), change.rules.len()));
        let mut names: BTreeSet<(Date, String)> = BTreeSet::new();
        for change in &mut changes {
            let by_sheet = !change.notes.is_empty() || change.rules.len() == 1;
            let sheet = change.rules.first().filter(|_| by_sheet);
            let fact = change.facts.iter().map(|(fact, _)| library.facts[fact.get()].id.value.clone()).min();
            let sheet = sheet.map(|rule| library.rules[rule.get()].sheet.value.to_ascii_lowercase());
            let mut name = sheet.or(fact).unwrap_or_default();
            // A fact may be called like a sheet.
            while !names.insert((change.on, name.clone())) {
                name.push_str("-fact");
            }
            change.name = name;
            let situations: BTreeSet<Ix<Situation>> =
                change.rules.iter().flat_map(|rule| concerned(&library.rules[rule.get()])).collect();
            change.situations = situations.into_iter().collect();
        }
        changes
    }
}

impl OfRule<'_> {
    /// Whether the rule needs no word about its facts: it has a note, or was not there before or is not there after.
    fn speaks(&self) -> bool {
        let whole = |event: &Event| matches!(event, Event::RuleBegins(_) | Event::RuleEnds(_));
        !self.notes.is_empty() || self.events.iter().any(whole)
    }
}

impl Change<'_> {
    fn new(library: &Library, on: Date) -> Self {
        Change {
            on,
            name: String::new(),
            rules: Vec::new(),
            situations: Vec::new(),
            notes: Vec::new(),
            events: Vec::new(),
            facts: Vec::new(),
            announced: announced_on(library, on),
        }
    }
}

/// The life events of a rule; those of its examples where it has none itself.
fn concerned(rule: &Rule) -> Vec<Ix<Situation>> {
    match rule.situations.is_empty() {
        true => rule.examples.iter().flat_map(|example| example.situations.iter().copied()).collect(),
        false => rule.situations.clone(),
    }
}

/// The place of each rule in the guide, by its position: by chapter, then by sheet.
fn ranks(library: &Library) -> Vec<usize> {
    let mut chapters: Vec<_> = library.chapters.iter().collect();
    chapters.sort_by_key(|chapter| (chapter.order, chapter.id.as_str()));
    let mut ranks = vec![usize::MAX; library.rules.len()];
    for (rank, rule) in chapters.into_iter().flat_map(|chapter| &chapter.rules).enumerate() {
        ranks[rule.get()] = rank;
    }
    ranks
}

/// What a note says, in every language, wherever it stands: two rules with the same note have one change.
fn said(entry: &HistoryEntry) -> String {
    let mut out = String::new();
    for (language, segment) in entry.note.iter() {
        out.push_str(&format!("\n{language}:"));
        words(&segment.inlines, &mut out);
    }
    out
}

fn words(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) => out.push_str(text),
            InlineKind::Fact { fact, after } => out.push_str(&format!("{{{} {after}}}", fact.get())),
            InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => words(inner, out),
            InlineKind::Link(target, inner) => {
                out.push_str(&format!("[{target:?}]"));
                words(inner, out);
            }
            InlineKind::Image(media, alt) => out.push_str(&format!("!{} {alt}", media.get())),
            InlineKind::Break => out.push('\n'),
        }
    }
}
