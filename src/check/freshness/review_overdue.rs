//! `review-overdue`: a rule whose next check should have been done.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct ReviewOverdue;

impl Lint for ReviewOverdue {
    fn code(&self) -> Code {
        "review-overdue"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let rules = context.library().rules.iter();
        let overdue = rules.map(|rule| &rule.review).filter(|review| review.next.value < context.subject.date);
        let report = overdue.map(|review| {
            let message = format!("the check of {} has not been done", review.next.value);
            let help = "read the rule against the law and local policy, then set `on` and `next`";
            Diagnostic::warning(self.code(), review.next.span, message, help)
        });
        report.collect()
    }
}
