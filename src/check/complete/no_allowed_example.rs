//! `no-allowed-example`: a rule that only says what is not possible or must be told.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::Outcome;

pub(in super::super) struct NoAllowedExample;

impl Lint for NoAllowedExample {
    fn code(&self) -> Code {
        "no-allowed-example"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let free = |outcome| matches!(outcome, Outcome::Allowed | Outcome::NoReport | Outcome::Apply);
        let rules = context.library().rules.iter().filter(|rule| !rule.examples.is_empty());
        let strict = rules.filter(|rule| !rule.examples.iter().any(|example| free(example.outcome)));
        let report = strict.map(|rule| {
            let message = "no example says what the reader may do, keep or apply for";
            let help = "add an example with the outcome `allowed`, `no-report` or `apply`";
            Diagnostic::warning(self.code(), rule.span, message, help)
        });
        report.collect()
    }
}
