//! Update packs: which sheets of a binder changed after a day, and what changed for the reader.

use jiff::civil::Date;

use super::reading::Reading;
use super::view::{DatedView, Part, Text, Texts, UpdateView};
use crate::locale::Argument;
use crate::model::{Fact, Ix, Rule};

/// The first page of an update pack, and the sheets that follow it.
pub(super) struct Update {
    pub(super) part: Part,
    pub(super) sheets: Vec<Ix<Rule>>,
}

/// What happens to a sheet in somebody's binder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Replaced,
    New,
    Withdrawn,
}

impl Step {
    fn word(self) -> &'static str {
        match self {
            Step::Replaced => "replaced",
            Step::New => "new",
            Step::Withdrawn => "withdrawn",
        }
    }
}

impl Update {
    /// What changed between two readings of one guide, of which the first is that of the day `since`.
    pub(super) fn between(before: &Reading<'_>, now: &Reading<'_>, rules: &[Ix<Rule>], since: Date) -> Self {
        let mut rules = rules.to_vec();
        rules.sort_unstable();
        let mut sheets = Vec::new();
        let mut changes = Vec::new();
        for rule in rules {
            let Some(step) = step(before, now, rule, since) else { continue };
            if step != Step::Withdrawn {
                sheets.push(rule);
            }
            let reading = if step == Step::Withdrawn { before } else { now };
            changes.push(UpdateView {
                what: step.word(),
                code: now.site.library.rules[rule.get()].sheet.value.clone(),
                title: reading.each(|scribe| scribe.label(scribe.edition.heading(rule).0)),
                changes: if step == Step::Replaced { sentences(before, now, rule, since) } else { Vec::new() },
            });
        }
        let id = if changes.is_empty() { "paper_update_nothing" } else { "paper_update_intro" };
        let part = Part::Update { intro: now.say_date(id, since), changes };
        Update { part, sheets }
    }
}

fn step(before: &Reading<'_>, now: &Reading<'_>, rule: Ix<Rule>, since: Date) -> Option<Step> {
    match (before.edition().has(rule), now.edition().has(rule)) {
        (false, true) => Some(Step::New),
        (true, false) => Some(Step::Withdrawn),
        (true, true) => (now.edition().rule(rule).version > since).then_some(Step::Replaced),
        (false, false) => None,
    }
}

/// One sentence for each change: as its author said it, then amounts and terms that changed by themselves.
fn sentences(before: &Reading<'_>, now: &Reading<'_>, rule: Ix<Rule>, since: Date) -> Vec<DatedView> {
    let edition = now.edition();
    let known = before.edition().coming(rule);
    let told = edition.past(rule).into_iter().filter(|entry| entry.on.value > since);
    let told = told.chain(edition.coming(rule).into_iter().filter(|entry| !known.contains(entry)));
    let told = told.map(|entry| (entry.on.value, now.labels(&entry.note)));
    let facts = edition.rule(rule).facts;
    let facts = facts.into_iter().filter_map(|fact| fact_sentence(before, now, fact));
    let mut sentences: Vec<(Date, Texts)> = told.chain(facts).collect();
    sentences.sort_by_key(|(on, _)| *on);
    if sentences.is_empty() {
        let other = now.say("paper_update_other", &[]);
        sentences.push((edition.rule(rule).version, texts(now, other)));
    }
    sentences.into_iter().map(|(on, note)| DatedView { date: now.date(on), note }).collect()
}

/// "Term for objections: was 4 weeks, is 6 weeks now", or what it will be.
fn fact_sentence(before: &Reading<'_>, now: &Reading<'_>, fact: Ix<Fact>) -> Option<(Date, Texts)> {
    let then = before.edition().facts.get(fact)?;
    let today = now.edition().facts.get(fact)?;
    let label = &now.site.library.facts[fact.get()].label;
    if label.is_empty() {
        return None;
    }
    let said = |id: &str, values: &dyn Fn(usize) -> [(&'static str, String); 2]| {
        let one = |i: usize| {
            let scribe = &now.scribes[i];
            let label = scribe.plain(scribe.edition.label(label));
            let values = values(i);
            let mut arguments = vec![("label", Argument::Text(&label))];
            arguments.extend(values.iter().map(|(name, value)| (*name, Argument::Text(value))));
            scribe.said(&scribe.catalog().say(id, &arguments))
        };
        texts(now, (0..now.scribes.len()).map(one).collect())
    };
    let value = |reading: &Reading<'_>, i: usize| reading.scribes[i].facts[0].value(fact, false).plain.clone();
    if then.value != today.value {
        let values = |i| [("before", value(before, i)), ("after", value(now, i))];
        return Some((today.since.unwrap_or(now.edition().date), said("paper_update_fact", &values)));
    }
    let (from, _) = today.coming.as_ref().filter(|_| then.coming != today.coming)?;
    let coming = |i: usize| now.scribes[i].facts[0].coming(fact).map(|coming| coming.plain.trim().to_owned());
    let values = |i| [("before", value(now, i)), ("after", coming(i).unwrap_or_default())];
    Some((*from, said("paper_update_coming", &values)))
}

fn texts(reading: &Reading<'_>, runs: Vec<Vec<super::view::Run>>) -> Texts {
    let one = |(scribe, runs): (&super::scribe::Scribe<'_>, Vec<super::view::Run>)| {
        let lang = scribe.catalog().tag().to_owned();
        Text { note_lang: lang.clone(), lang, runs, note: None, local: false }
    };
    reading.scribes.iter().zip(runs).map(one).collect()
}
