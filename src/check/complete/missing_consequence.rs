//! `missing-consequence`: a rule that asks something of the reader and does not say what happens if the reader does not do it.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Kind, Rule};

pub(in super::super) struct MissingConsequence;

impl Lint for MissingConsequence {
    fn code(&self) -> Code {
        "missing-consequence"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let source = context.library().languages.source();
        let lacks = |rule: &Rule| rule.texts.get(source).filter(|text| text.consequence.is_none()).cloned();
        let rules = context.library().rules.iter().filter(|rule| matches!(rule.kind, Kind::Duty));
        let report = rules.filter_map(|rule| {
            let span = lacks(rule)?.title.map_or(rule.span, |title| title.span);
            let message = format!(
                "this {} does not say what happens if the reader does not do it: `consequence` is missing",
                rule.kind.word()
            );
            Some(Diagnostic::warning(
                self.code(),
                span,
                message,
                "say what happens, how to prevent it, and whom to call; without a threat",
            ))
        });
        report.collect()
    }
}
