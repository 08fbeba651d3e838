//! `findings.html`: what the check found, by code and by file.

use super::scribe::{ATTENTION, BAD, GOOD, Look, PLAIN, Scribe, clean};
use super::view::{CodeRow, Figure, FileView, FindingsView, FoundView};
use crate::diag::{Severity, explanation};
use crate::survey::{Found, Tally};

impl Scribe<'_> {
    pub(super) fn findings(&self) -> FindingsView {
        let findings = &self.report.survey.findings;
        let code = |(code, tally): &(&'static str, Tally)| CodeRow {
            code,
            title: explanation(code).map(|explanation| explanation.plain_title()).unwrap_or_default(),
            counts: [tally.errors, tally.warnings, tally.hints].map(|number| self.count(number)).to_vec(),
        };
        let file = |(path, tally, found): &(Option<&str>, Tally, Vec<Found<'_>>)| FileView {
            path: path.map(clean),
            count: self.count(tally.total()),
            findings: found.iter().map(|found| self.found(found)).collect(),
        };
        FindingsView {
            severities: self.severities(findings.tally),
            codes: findings.by_code.iter().map(code).collect(),
            files: findings.by_file.iter().map(file).collect(),
        }
    }

    /// How many of each severity.
    pub(super) fn severities(&self, tally: Tally) -> Vec<Figure> {
        let all = [
            (tally.errors, BAD, "report_errors"),
            (tally.warnings, ATTENTION, "report_warnings"),
            (tally.hints, PLAIN, "report_hints"),
        ];
        let figure = |(number, look, label)| {
            let sign = if number == 0 { self.sign(GOOD, label) } else { self.sign(look, label) };
            self.figure(label, self.count(number), Some(sign))
        };
        all.into_iter().map(figure).collect()
    }

    fn found(&self, found: &Found<'_>) -> FoundView {
        let finding = found.finding;
        let (look, word): (Look, &str) = match finding.severity {
            Severity::Error => (BAD, "report_error"),
            Severity::Warning => (ATTENTION, "report_warning"),
            Severity::Hint => (PLAIN, "report_hint"),
        };
        FoundView {
            sign: self.sign(look, word),
            code: finding.code,
            place: found.at.map(|at| format!("{}:{}", at.line, at.column)),
            message: clean(&finding.message),
            help: clean(&finding.help),
        }
    }
}
