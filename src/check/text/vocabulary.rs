//! What is known of a word by its letters alone. A guide has some thousands of different words and says each of
//! them hundreds of times, so each is looked up and counted once.

#![expect(clippy::disallowed_types, reason = "the map is only looked up in, never walked: order cannot matter")]

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::cut::push_normal;
use super::lexicon::{Lexicon, Lists};
use super::measure::Measures;
use super::shape::Shape;
use crate::model::Library;

/// What is known of a word by its letters alone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    /// The lists that it stands in, or starts a phrase of.
    pub(crate) lists: Lists,
    /// Whether it is one of the commonest words of its language.
    pub(crate) common: bool,
    /// What it looks like.
    pub(crate) shape: Shape,
    /// What the formulas of readability count of it.
    pub(super) measures: Measures,
}

/// The words that were met in texts of one language.
#[derive(Debug)]
pub(crate) struct Vocabulary<'l> {
    lexicon: &'l Lexicon<'l>,
    /// The language, as a BCP 47 tag.
    language: &'l str,
    words: HashMap<Box<str>, (Box<str>, Known), FxBuildHasher>,
}

impl<'l> Vocabulary<'l> {
    /// For each language of a guide one that has no words yet.
    pub(crate) fn of_each(library: &'l Library, lexicons: &'l [Lexicon<'l>]) -> Vec<Self> {
        let languages = library.languages.iter().zip(lexicons);
        let empty = |((_, language), lexicon)| Vocabulary { lexicon, language, words: HashMap::default() };
        languages.map(empty).collect()
    }

    /// What is known of a word; its normal form is added to `normal`.
    pub(super) fn meet(&mut self, word: &str, normal: &mut String) -> Known {
        if let Some((form, known)) = self.words.get(word) {
            normal.push_str(form);
            return *known;
        }
        let from = normal.len();
        push_normal(word, normal);
        let form = &normal[from..];
        let known = Known {
            lists: self.lexicon.lists(form),
            common: self.lexicon.is_common(form),
            shape: Shape::of(word),
            measures: Measures::of(word, form, self.language),
        };
        self.words.insert(word.into(), (form.into(), known));
        known
    }
}
