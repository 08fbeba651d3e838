//! Facts: values that nobody uses, nobody can check, or that should have changed by now.

mod fact_due;
mod fact_gap;
mod fact_without_source;
mod old_law_version;
mod unused_fact;

use super::Lint;
pub use fact_due::last_expected;

pub(super) const LINTS: &[&dyn Lint] = &[
    &fact_due::FactDue,
    &fact_gap::FactGap,
    &fact_without_source::FactWithoutSource,
    &old_law_version::OldLawVersion,
    &unused_fact::UnusedFact,
];
