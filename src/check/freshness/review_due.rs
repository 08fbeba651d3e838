//! `review-due`: a rule that must be checked soon.

use jiff::ToSpan;

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct ReviewDue;

/// How many days before the day of a check it is announced.
pub const REVIEW_NOTICE: i64 = 30;

impl Lint for ReviewDue {
    fn code(&self) -> Code {
        "review-due"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let today = context.subject.date;
        let last = today.saturating_add(REVIEW_NOTICE.days());
        let rules = context.library().rules.iter();
        let due = rules.map(|rule| &rule.review).filter(|review| (today..=last).contains(&review.next.value));
        let report = due.map(|review| {
            let message = format!("the next check is on {}", review.next.value);
            Diagnostic::warning(self.code(), review.next.span, message, "plan the check with both roles")
        });
        report.collect()
    }
}
