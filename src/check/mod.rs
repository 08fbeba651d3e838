//! **check** owns opinions about content that is already valid.
//!
//! It must not change anything and knows no date. Each [`Lint`] is one file and finds one thing; they run
//! in parallel and their findings are put in order at the end.

mod contrast;

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic};
use crate::model::Library;
use crate::theme::Theme;

/// What a lint may look at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The guide.
    pub library: &'a Library,
    /// Its theme.
    pub theme: &'a Theme,
}

/// One check.
pub trait Lint: Sync {
    /// The code of its findings.
    fn code(&self) -> Code;

    /// What it finds.
    fn check(&self, subject: Subject<'_>) -> Vec<Diagnostic>;
}

/// All lints.
const LINTS: [&dyn Lint; 1] = [&contrast::Contrast];

/// The codes of all lints.
pub(crate) fn codes() -> impl Iterator<Item = Code> {
    LINTS.iter().map(|lint| lint.code())
}

/// Runs all lints.
#[must_use]
pub fn check(subject: Subject<'_>) -> Vec<Diagnostic> {
    let found: Vec<Vec<Diagnostic>> = LINTS.par_iter().map(|lint| lint.check(subject)).collect();
    found.into_iter().flatten().collect()
}
