//! `duty-without-term`: something must be told, and nobody says by when.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Example, Kind, Outcome, Rule};

pub(in super::super) struct DutyWithoutTerm;

impl Lint for DutyWithoutTerm {
    fn code(&self) -> Code {
        "duty-without-term"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let rules = context.library().rules.iter();
        let open = rules.flat_map(|rule| rule.examples.iter().filter(|example| is_open(example)));
        let help = "add `within`: a fact of kind days, weeks or months, `at-once`, or `letter-date`";
        let mut findings: Vec<Diagnostic> = open
            .map(|example| {
                let message = format!("`{}` must be reported, but not by when", example.id.value);
                Diagnostic::error(self.code(), example.id.span, message, help)
            })
            .collect();
        let timeless = context.library().rules.iter().filter(|rule| is_timeless(rule));
        findings.extend(timeless.map(|rule| {
            let message = "this duty has no example that says by when";
            Diagnostic::error(self.code(), rule.span, message, help)
        }));
        findings
    }
}

/// "Report this" without a term. "Report this first" has one: before it happens.
fn is_open(example: &Example) -> bool {
    example.outcome == Outcome::ReportNow && example.within.is_none()
}

fn is_timeless(rule: &Rule) -> bool {
    let told = |example: &Example| example.outcome == Outcome::ReportFirst || example.within.is_some();
    rule.kind == Kind::Duty && !rule.examples.iter().any(|example| told(example) || is_open(example))
}
