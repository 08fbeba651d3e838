//! What is known of a word by its letters alone. A guide has some thousands of different words and says each of
//! them hundreds of times, so each is looked up and counted once.

#![expect(clippy::disallowed_types, reason = "the map is only looked up in, never walked: order cannot matter")]

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::cut::normal;
use super::lexicon::{Lexicon, Lists, Start};
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
    numbers: HashMap<Box<str>, usize, FxBuildHasher>,
    words: Vec<Met>,
}

/// A word that was met.
#[derive(Debug)]
pub(super) struct Met {
    /// In the form in which lists hold it.
    pub(super) normal: Box<str>,
    pub(super) known: Known,
    /// The phrases that may begin with it.
    pub(super) starts: Box<[Start]>,
}

impl<'l> Vocabulary<'l> {
    /// For each language of a guide one that has no words yet.
    pub(crate) fn of_each(library: &'l Library, lexicons: &'l [Lexicon<'l>]) -> Vec<Self> {
        let languages = library.languages.iter().zip(lexicons);
        let empty = |((_, language), lexicon)| Vocabulary {
            lexicon,
            language,
            numbers: HashMap::default(),
            words: Vec::new(),
        };
        languages.map(empty).collect()
    }

    /// What is known of a word.
    pub(super) fn meet(&mut self, word: &str) -> &Met {
        let number = match self.numbers.get(word) {
            Some(number) => *number,
            None => {
                self.numbers.insert(word.into(), self.words.len());
                self.words.push(self.look_up(word));
                self.words.len() - 1
            }
        };
        &self.words[number]
    }

    fn look_up(&self, word: &str) -> Met {
        let normal = normal(word);
        let (lists, starts) = self.lexicon.starts(&normal);
        let known = Known {
            lists,
            common: self.lexicon.is_common(&normal),
            shape: Shape::of(word),
            measures: Measures::of(word, &normal, self.language),
        };
        Met { normal: normal.into(), known, starts: starts.into() }
    }
}
