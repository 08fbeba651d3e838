//! `duty-without-term`: something must be told, and nobody says by when.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Example, Kind, Outcome, Rule};
use crate::source::Span;

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
        findings.extend(own_versions(context).map(|(span, id)| {
            let message = format!("`{id}` must be reported here, but not by when");
            Diagnostic::error(self.code(), span, message, help)
        }));
        let timeless = context.library().rules.iter().filter(|rule| is_timeless(rule));
        findings.extend(timeless.map(|rule| {
            let message = "this duty has no example that says by when";
            Diagnostic::error(self.code(), rule.span, message, help)
        }));
        findings
    }
}

/// Examples that a municipality turns into "report this" without a term, with their place.
fn own_versions<'a>(context: &Context<'a>) -> impl Iterator<Item = (Span, &'a str)> {
    let library = context.library();
    let overlays = library.municipalities.iter().flat_map(|municipality| &municipality.overlays);
    overlays.flat_map(move |(ix, overlay)| {
        let examples = library.rules[ix.get()].examples.iter();
        examples.filter_map(move |example| {
            let id = example.id.value.as_str();
            let (outcome, within) = overlay.examples.get(id)?;
            let told = *outcome == Some(Outcome::ReportNow) && example.outcome != Outcome::ReportNow;
            let open = told && within.is_none() && example.within.is_none();
            open.then(|| Some((*overlay.places.get(&format!("examples.{id}"))?, id)))?
        })
    })
}

/// "Report this" without a term. "Report this first" has one: before it happens.
fn is_open(example: &Example) -> bool {
    example.outcome == Outcome::ReportNow && example.within.is_none()
}

fn is_timeless(rule: &Rule) -> bool {
    let told = |example: &Example| example.outcome == Outcome::ReportFirst || example.within.is_some();
    rule.kind == Kind::Duty && !rule.examples.iter().any(|example| told(example) || is_open(example))
}
