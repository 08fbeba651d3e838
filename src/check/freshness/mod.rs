//! Freshness and four eyes: who checked a rule, when, and whether it is time again.

mod missing_history;
mod review_due;
mod review_overdue;
mod same_reviewer;

use super::Lint;
pub use review_due::REVIEW_NOTICE;

pub(super) const LINTS: &[&dyn Lint] = &[
    &missing_history::MissingHistory,
    &review_due::ReviewDue,
    &review_overdue::ReviewOverdue,
    &same_reviewer::SameReviewer,
];
