//! Translations: what readers of another language would miss, or read otherwise.

mod different_facts;
mod different_links;
mod different_structure;
mod missing_translation;
mod pairs;
mod stale_translation;
mod standing;
mod term_not_named;
mod unrecorded_translation;
mod unreviewed_translation;

use super::Lint;

pub(super) use pairs::{Pair, Translated, label_pairs, translated};
pub use standing::{Segments, Standing, StandingOf, standings};

pub(super) const LINTS: &[&dyn Lint] = &[
    &different_facts::DifferentFacts,
    &different_links::DifferentLinks,
    &different_structure::DifferentStructure,
    &missing_translation::MissingTranslation,
    &stale_translation::StaleTranslation,
    &term_not_named::TermNotNamed,
    &unrecorded_translation::UnrecordedTranslation,
    &unreviewed_translation::UnreviewedTranslation,
];
