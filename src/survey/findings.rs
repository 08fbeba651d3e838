//! The findings of the check, counted by code and by file.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Code, Diagnostic, Severity};
use crate::source::{FileId, LineColumn, Lines};

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Hints.
    pub hints: usize,
}

impl Tally {
    /// All of them.
    #[must_use]
    pub fn total(self) -> usize {
        self.errors + self.warnings + self.hints
    }

    fn add(&mut self, severity: Severity) {
        *match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Hint => &mut self.hints,
        } += 1;
    }
}

/// A finding with its place as people count it.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The finding.
    pub finding: &'a Diagnostic,
    /// Line and column; nothing for a finding about a file that is not text, or about no file.
    pub at: Option<LineColumn>,
}

/// What the check found.
#[derive(Debug, Clone)]
pub struct Findings<'a> {
    /// All together.
    pub tally: Tally,
    /// By code: those with most errors first, then most warnings, then most hints.
    pub by_code: Vec<(Code, Tally)>,
    /// By file, in order of path; first those about no file.
    pub by_file: Vec<(Option<&'a str>, Tally, Vec<Found<'a>>)>,
}

pub(super) fn findings(subject: Subject<'_>) -> Findings<'_> {
    let mut tally = Tally::default();
    let mut codes: BTreeMap<Code, Tally> = BTreeMap::new();
    let mut files: BTreeMap<Option<FileId>, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in subject.findings {
        tally.add(finding.severity);
        codes.entry(finding.code).or_default().add(finding.severity);
        files.entry(finding.span.map(|span| span.file)).or_default().push(finding);
    }
    let mut by_code: Vec<(Code, Tally)> = codes.into_iter().collect();
    by_code.sort_by(|(a, x), (b, y)| {
        let weight = |t: &Tally| (t.errors, t.warnings, t.hints);
        weight(y).cmp(&weight(x)).then(a.cmp(b))
    });
    let by_file = files.into_iter().map(|(file, found)| {
        let mut tally = Tally::default();
        found.iter().for_each(|finding| tally.add(finding.severity));
        let file = file.map(|file| subject.tree.file(file));
        let lines = file.and_then(|file| file.text()).map(Lines::new);
        let at = |finding: &Diagnostic| Some(lines.as_ref()?.at(finding.span?.start as usize));
        let found = found.into_iter().map(|finding| Found { finding, at: at(finding) }).collect();
        (file.map(|file| &*file.path), tally, found)
    });
    Findings { tally, by_code, by_file: by_file.collect() }
}
