//! **diag** owns how a finding is said: severity, place, order, its forms for people and programs ([`report`]), what
//! its code means ([`explanation`]), and whether it was there already ([`Baseline`]).
//!
//! It must not know what is wrong: the rooms that judge make a [`Diagnostic`] and hand it back beside
//! their result, in a [`Warned`]. Nobody stops at the first.

mod baseline;
mod codes;
mod explain;
mod fingerprint;
mod github;
mod human;
mod json;
mod memory;
mod nearest;
mod place;
mod plain;
mod report;
mod sarif;

use crate::source::Span;

pub use baseline::{Baseline, Split};
pub(crate) use codes::codes;
pub use explain::{Explanation, explanation, explanations};
pub use human::human;
pub use memory::{recalled, remembered};
pub use nearest::nearest;
pub(crate) use place::printable;
pub use report::{Format, report, report_in};

/// How grave a finding is. An error stops publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Hint,
    /// Should be mended; stops publication with `--deny-warnings`.
    Warning,
    /// Must be mended: nothing is published.
    Error,
}

/// A finding's code: lower-case words with hyphens, stable, documented.
pub type Code = &'static str;

/// Another place that explains the finding, with what is to be seen there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What.
    pub text: String,
}

/// A change of a text that mends a finding without touching what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// A finding: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of finding.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// Where; nothing for a finding about the project as a whole.
    pub span: Option<Span>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Other places that matter.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: String,
    /// The change that mends it, where one is certain.
    pub fix: Option<Box<Fix>>,
}

impl Diagnostic {
    /// A finding that stops publication.
    #[must_use]
    pub fn error(
        code: Code,
        span: impl Into<Option<Span>>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Diagnostic {
            code,
            severity: Severity::Error,
            span: span.into(),
            message: message.into(),
            labels: Vec::new(),
            help: help.into(),
            fix: None,
        }
    }

    /// A finding that should be mended.
    #[must_use]
    pub fn warning(
        code: Code,
        span: impl Into<Option<Span>>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Diagnostic { severity: Severity::Warning, ..Self::error(code, span, message, help) }
    }

    /// The same finding with the change that mends it.
    #[must_use]
    pub fn fixed_by(mut self, fix: Fix) -> Self {
        self.fix = Some(Box::new(fix));
        self
    }

    /// The same finding with another place that explains it.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }
}

/// Puts findings into the one order in which they are shown: project first, then by path, offset and code;
/// the same finding is kept once.
pub fn sort(findings: &mut Vec<Diagnostic>) {
    findings.sort_by(|a, b| (a.span, a.code, &a.message, &a.help).cmp(&(b.span, b.code, &b.message, &b.help)));
    findings.dedup();
}

/// A result with everything that was found on the way.
#[derive(Debug, Clone)]
pub struct Warned<T> {
    /// The result: as much of it as is sound.
    pub value: T,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

impl<T> Warned<T> {
    /// A result about which there is nothing to say.
    pub fn clean(value: T) -> Self {
        Warned { value, findings: Vec::new() }
    }

    /// Moves the findings into `all` and gives the bare result.
    pub fn into_value(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.findings);
        self.value
    }
}

/// Whether any finding stops publication.
#[must_use]
pub fn stops(findings: &[Diagnostic], deny_warnings: bool) -> bool {
    let least = if deny_warnings { Severity::Warning } else { Severity::Error };
    findings.iter().any(|finding| finding.severity >= least)
}
