//! `missing-proof`: a rule that asks something of the reader and does not say what to keep as proof.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Kind, Rule};

pub(in super::super) struct MissingProof;

impl Lint for MissingProof {
    fn code(&self) -> Code {
        "missing-proof"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let source = context.library().languages.source();
        let lacks = |rule: &Rule| rule.texts.get(source).filter(|text| text.proof.is_none()).cloned();
        let rules =
            context.library().rules.iter().filter(|rule| matches!(rule.kind, Kind::Duty | Kind::Procedure));
        let report = rules.filter_map(|rule| {
            let span = lacks(rule)?.title.map_or(rule.span, |title| title.span);
            let message =
                format!("this {} does not say what to keep as proof: `proof` is missing", rule.kind.word());
            Some(Diagnostic::warning(
                self.code(),
                span,
                message,
                "papers get lost: say what to keep, such as a proof of receipt",
            ))
        });
        report.collect()
    }
}
