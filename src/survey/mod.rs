//! **survey** owns how a guide is doing, as plain data: what the people who keep it want to see at a glance.
//!
//! It has no opinions of its own (those are `check`'s), works out no values (`resolve` does; they come in with the
//! [`Subject`]), and knows no HTML. Each part is one file: `coverage` of the languages, `readability`, `reviews`,
//! `differences` between municipalities, `facts`, and the `findings` of the check. Every list has one order,
//! which follows from the guide and the day alone.

mod coverage;
mod differences;
mod facts;
mod findings;
mod readability;
mod reviews;

use jiff::civil::Date;

pub use crate::check::{REVIEW_NOTICE, Reading, Score, Segments};
use crate::diag::Diagnostic;
use crate::locale::Plain;
use crate::model::{Ix, Library, Municipality, Rule, Value};
use crate::source::SourceTree;

pub use coverage::{Cell, Coverage, LanguageTotal, Progress, Row};
pub use differences::{Differences, ExampleDifference, Field, LocalValue, OwnVersion, Piece};
pub use facts::FactEntry;
pub use findings::{Findings, Found, Tally};
pub use readability::LanguageReadings;
pub use reviews::{ReviewEntry, Reviews, RoleLoad, When};

/// What is surveyed.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The guide.
    pub library: &'a Library,
    /// Word lists and targets of its languages, in their order; fewer where some could not be read.
    pub plain: &'a [Plain],
    /// The files that findings point into.
    pub tree: &'a SourceTree,
    /// Everything that was found, in the order in which findings are shown.
    pub findings: &'a [Diagnostic],
    /// Who publishes, with what holds there; one without municipality if there is none.
    pub publishers: &'a [Publisher<'a>],
    /// The day.
    pub date: Date,
}

/// A municipality with its facts on the day.
#[derive(Debug, Clone)]
pub struct Publisher<'a> {
    /// The municipality.
    pub municipality: Option<&'a Municipality>,
    /// What holds there, by the fact's position; nothing for a fact without a value.
    pub facts: Vec<Option<Held>>,
}

/// A fact on the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The value that holds.
    pub value: Value,
    /// Since when; nothing when it has always held.
    pub since: Option<Date>,
    /// The next change that is known: its day, and the value from then.
    pub next: Option<(Date, Value)>,
}

/// How a guide is doing.
#[derive(Debug, Clone)]
pub struct Survey<'a> {
    /// How far each language is.
    pub coverage: Coverage,
    /// How hard each rule is to read, by language.
    pub readability: Vec<LanguageReadings>,
    /// When each rule is checked next, and by whom.
    pub reviews: Reviews,
    /// What differs between municipalities.
    pub differences: Differences,
    /// Every fact and its value.
    pub facts: Vec<FactEntry>,
    /// What the check found.
    pub findings: Findings<'a>,
}

/// Surveys a guide.
#[must_use]
pub fn survey(subject: Subject<'_>) -> Survey<'_> {
    Survey {
        coverage: coverage::coverage(subject.library),
        readability: readability::readability(subject),
        reviews: reviews::reviews(subject.library, subject.date),
        differences: differences::differences(subject),
        facts: facts::facts(subject),
        findings: findings::findings(subject),
    }
}

/// Where each rule stands in the guide as readers see it: by chapter, then by sheet code.
struct GuideOrder(Vec<usize>);

impl GuideOrder {
    fn of(library: &Library) -> Self {
        let mut chapters: Vec<_> = library.chapters.iter().collect();
        chapters.sort_by_key(|chapter| (chapter.order, chapter.id.as_str()));
        let mut places = vec![usize::MAX; library.rules.len()];
        for (place, rule) in chapters.into_iter().flat_map(|chapter| &chapter.rules).enumerate() {
            places[rule.get()] = place;
        }
        GuideOrder(places)
    }

    /// A key to sort by; the rule itself keeps apart what has no chapter.
    fn place(&self, rule: Ix<Rule>) -> (usize, Ix<Rule>) {
        (self.0[rule.get()], rule)
    }
}
