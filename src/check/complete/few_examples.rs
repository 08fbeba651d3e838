//! `few-examples`: a rule that readers cannot recognise their own life in.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct FewExamples;

/// Readers ask what a rule means for them: fewer examples leave most of them out.
const LEAST: usize = 3;

impl Lint for FewExamples {
    fn code(&self) -> Code {
        "few-examples"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let few = context.library().rules.iter().filter(|rule| rule.examples.len() < LEAST);
        let report = few.map(|rule| {
            let message = match rule.examples.len() {
                0 => "this rule has no examples".to_owned(),
                1 => "this rule has only one example".to_owned(),
                n => format!("this rule has only {n} examples"),
            };
            let help =
                format!("add examples from people's lives, at least {LEAST}: what may be, what must be told");
            Diagnostic::warning(self.code(), rule.span, message, help)
        });
        report.collect()
    }
}
