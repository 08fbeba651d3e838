//! **locale** owns `locales/<language>/`: interface texts, number and date forms, plural forms, sorting, and
//! what counts as plain language.
//!
//! It must not know which page a text stands on. Steps: read `locale.yaml`, parse `interface.ftl`
//! (Fluent), add what a file lacks from the built-in files and from the source language, and hand out one
//! [`Catalog`] per language of the guide. All locale data comes from CLDR through ICU4X.

mod catalog;
mod findings;
mod messages;
mod plain;
mod settings;

use crate::diag::{Diagnostic, Warned};
use crate::model::Languages;
use crate::source::SourceTree;

pub use catalog::Catalog;
pub(crate) use findings::CODES;
pub use messages::Argument;
pub use plain::{Amounts, Passive, Plain, Targets};
pub use settings::Direction;

/// The catalogs of a guide's languages, in their order. A language without usable files has none, and a
/// finding says so. `built_in` holds the files that come with the program.
#[must_use]
pub fn catalogs(languages: &Languages, tree: &SourceTree, built_in: &SourceTree) -> Warned<Vec<Option<Catalog>>> {
    let mut findings: Vec<Diagnostic> = Vec::new();
    let all = languages.iter().map(|(_, tag)| {
        let settings = settings::read(tag, tree, &mut findings);
        let source = languages.tag(languages.source());
        let messages = messages::Messages::read(tag, source, (tree, built_in), &mut findings);
        Some(Catalog::new(tag, settings?, messages?))
    });
    let value = all.collect();
    Warned { value, findings }
}

/// The word lists of a guide's languages, in their order. `built_in` holds the lists that come with the program.
#[must_use]
pub fn plain(languages: &Languages, tree: &SourceTree, built_in: &SourceTree) -> Warned<Vec<Plain>> {
    let mut findings = Vec::new();
    let value = Plain::read_all(languages, (tree, built_in), &mut findings);
    Warned { value, findings }
}
