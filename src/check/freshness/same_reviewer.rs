//! `same-reviewer`: a rule that was checked by whoever wrote it.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct SameReviewer;

impl Lint for SameReviewer {
    fn code(&self) -> Code {
        "same-reviewer"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let role = |text: &str| text.trim().to_lowercase();
        let reviews = context.library().rules.iter().map(|rule| &rule.review);
        let alone = reviews.filter(|review| role(&review.written_by.value) == role(&review.checked_by.value));
        let report = alone.map(|review| {
            let message = format!("`{}` wrote this rule and checked it too", review.checked_by.value);
            let help = "let somebody with another role check it";
            Diagnostic::warning(self.code(), review.checked_by.span, message, help)
                .label(review.written_by.span, "written by the same role")
        });
        report.collect()
    }
}
