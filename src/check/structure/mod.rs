//! Structure and accessibility: what a screen reader, or a reader of another language, stumbles over.

mod all_capitals;
mod alt_is_file_name;
mod contrast;
mod trailing_space;
mod unmarked_language;

use super::Lint;

pub(super) use all_capitals::shouted;

pub(super) const LINTS: &[&dyn Lint] = &[
    &all_capitals::AllCapitals,
    &alt_is_file_name::AltIsFileName,
    &contrast::Contrast,
    &trailing_space::TrailingSpace,
    &unmarked_language::UnmarkedLanguage,
];
