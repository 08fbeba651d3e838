//! `coverage.html`: which rule is how far in which language.

use super::scribe::{ATTENTION, BAD, GOOD, Look, PLAIN, Scribe};
use super::view::{CellView, CoverageRow, CoverageTotal, CoverageView, RuleRef, Sign};
use crate::survey::{Cell, LanguageTotal, Progress, Row};

impl Scribe<'_> {
    pub(super) fn coverage(&self) -> CoverageView {
        let coverage = &self.report.survey.coverage;
        let cells = |cells: &[Cell]| cells.iter().map(|cell| self.cell(cell)).collect();
        let row = |row: &Row| CoverageRow {
            rule: Some(RuleRef {
                municipality: row.municipality.map(|position| self.municipality(position)),
                ..self.rule(row.rule)
            }),
            cells: cells(&row.cells),
        };
        let labels = CoverageRow { rule: None, cells: cells(&coverage.labels) };
        CoverageView {
            progress: Progress::ALL.iter().map(|progress| self.progress(*progress)).collect(),
            totals: coverage.totals.iter().map(|total| self.language_total(total)).collect(),
            languages: coverage.totals.iter().map(|total| self.language(total.language)).collect(),
            rows: coverage.rows.iter().map(row).chain([labels]).collect(),
        }
    }

    /// How far something is, as an icon with a word.
    pub(super) fn progress(&self, progress: Progress) -> Sign {
        let (look, word): (Look, &str) = match progress {
            Progress::Complete => (GOOD, "report_complete"),
            Progress::Unreviewed => (PLAIN, "report_unreviewed"),
            Progress::Stale => (ATTENTION, "report_stale"),
            Progress::Partial => (ATTENTION, "report_partial"),
            Progress::Absent => (BAD, "report_absent"),
        };
        self.sign(look, word)
    }

    fn cell(&self, cell: &Cell) -> CellView {
        let segments = cell.segments;
        let left = [
            ("report_segments_missing", segments.missing),
            ("report_segments_stale", segments.stale),
            ("report_segments_unreviewed", segments.unreviewed),
        ];
        let left = left.into_iter().filter(|(_, number)| *number > 0);
        let all = left.chain([("report_segments", segments.total())]);
        CellView {
            sign: self.progress(cell.progress()),
            counts: all.map(|(label, number)| self.figure(label, self.count(number), None)).collect(),
        }
    }

    fn language_total(&self, total: &LanguageTotal) -> CoverageTotal {
        CoverageTotal {
            language: self.language(total.language),
            rows: total.rows.iter().map(|number| self.count(*number)).collect(),
            segments: self.part(total.segments.current, total.segments.total()),
        }
    }
}
