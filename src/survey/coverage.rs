//! Rules × languages: what is translated, and what is left to be done.

use std::collections::BTreeMap;

use super::GuideOrder;
use crate::check::{Segments, StandingOf, standings};
use crate::model::{Ix, Library, Municipality, Rule};

/// How far one translation is: the gravest that can be said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// Every segment is there and matches its source.
    Complete,
    /// Some were made by a machine and read by nobody.
    Unreviewed,
    /// Some have a source that changed since.
    Stale,
    /// Some are missing.
    Partial,
    /// There is nothing yet.
    Absent,
}

impl Progress {
    /// All, the best first.
    pub const ALL: [Progress; 5] =
        [Progress::Complete, Progress::Unreviewed, Progress::Stale, Progress::Partial, Progress::Absent];
}

/// One translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The language.
    pub language: usize,
    /// Whether there is anything at all.
    pub begun: bool,
    /// Its segments.
    pub segments: Segments,
}

impl Cell {
    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let Segments { missing, stale, unreviewed, .. } = self.segments;
        if missing > 0 {
            if self.begun { Progress::Partial } else { Progress::Absent }
        } else if stale > 0 {
            Progress::Stale
        } else if unreviewed > 0 {
            Progress::Unreviewed
        } else {
            Progress::Complete
        }
    }
}

/// A rule, or a municipality's own version of one, in every language but the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The rule.
    pub rule: Ix<Rule>,
    /// The municipality, by position, when this is its version.
    pub municipality: Option<usize>,
    /// A translation for each language, in their order.
    pub cells: Vec<Cell>,
}

/// One language as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageTotal {
    /// The language.
    pub language: usize,
    /// How many rules and versions are how far, in the order of [`Progress::ALL`].
    pub rows: [usize; 5],
    /// The segments of rules, versions and shared texts.
    pub segments: Segments,
}

/// How far every language is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Rules in the order of the guide, each with its versions after it.
    pub rows: Vec<Row>,
    /// The texts in YAML that the whole guide shares, by language.
    pub labels: Vec<Cell>,
    /// Each language but the source.
    pub totals: Vec<LanguageTotal>,
}

pub(super) fn coverage(library: &Library) -> Coverage {
    let position =
        |municipality: &Municipality| library.municipalities.iter().position(|m| m.id == municipality.id);
    let mut rows: BTreeMap<(Ix<Rule>, Option<usize>), Vec<Cell>> = BTreeMap::new();
    let mut labels = Vec::new();
    for standing in standings(library) {
        let cell = Cell { language: standing.language, begun: standing.begun, segments: standing.segments };
        match standing.of {
            StandingOf::Rule(rule, municipality) => {
                rows.entry((rule, municipality.and_then(position))).or_default().push(cell);
            }
            StandingOf::Labels => labels.push(cell),
        }
    }
    let mut rows: Vec<Row> =
        rows.into_iter().map(|((rule, municipality), cells)| Row { rule, municipality, cells }).collect();
    let order = GuideOrder::of(library);
    rows.sort_by_key(|row| (order.place(row.rule), row.municipality));
    let totals = labels.iter().map(|label| total(*label, &rows)).collect();
    Coverage { rows, labels, totals }
}

fn total(label: Cell, rows: &[Row]) -> LanguageTotal {
    let mut total = LanguageTotal { language: label.language, rows: [0; 5], segments: label.segments };
    for cell in rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.language == label.language) {
        total.rows[cell.progress() as usize] += 1;
        total.segments.add(cell.segments);
    }
    total
}
