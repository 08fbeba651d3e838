//! `facts.html`: every fact, what holds, and what is known of its next change.

use super::scribe::{LATE, Scribe, clean};
use super::view::{FactPlace, FactRow, FactsView, Sign, SourceLink};
use crate::render::law::{LawLink, law_link};
use crate::survey::FactEntry;

impl Scribe<'_> {
    pub(super) fn facts(&self) -> FactsView {
        FactsView { facts: self.report.survey.facts.iter().map(|entry| self.fact_row(entry)).collect() }
    }

    fn fact_row(&self, entry: &FactEntry) -> FactRow {
        let library = self.report.library;
        let fact = &library.facts[entry.fact.get()];
        // One value that is the same everywhere belongs to no single municipality.
        let several = entry.held.len() > 1;
        let places = entry.held.iter().enumerate().map(|(position, held)| FactPlace {
            municipality: several.then(|| self.municipality(position)),
            held: self.held(entry.fact, held.as_ref()),
        });
        let law = fact.source.law.iter().map(|reference| {
            let LawLink { label, href } = law_link(library, self.catalog, self.report.date, reference);
            SourceLink { label: clean(&label), href }
        });
        let due = entry.due.map(|day| {
            let (class, icon) = LATE;
            Sign { class, icon, word: self.say("report_due", &[("date", &self.catalog.date(day))]) }
        });
        FactRow {
            fact: self.fact_ref(entry.fact),
            places: places.collect(),
            expected: entry.expected.map(|day| self.date(day)),
            due,
            law: law.collect(),
            source: fact.source.text.as_deref().map(clean),
        }
    }
}
