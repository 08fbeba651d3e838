//! The words of an edition: each gets a number, so that sets of words are small.

#![expect(clippy::disallowed_types, reason = "the map is only looked up in, never walked: order cannot matter")]

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use rustc_hash::FxBuildHasher;

/// In guides with fewer rules no word is so common that it says nothing.
const FEW_RULES: usize = 6;

/// The words seen so far, in small letters, and in how many rules each stands.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// By the word as it is written; several can have one number.
    numbers: HashMap<String, u32, FxBuildHasher>,
    words: Vec<String>,
    rules: Vec<usize>,
    common: BTreeSet<u32>,
}

/// Some words by their numbers, sorted, each once.
#[derive(Debug, Default)]
pub(super) struct Bag(Vec<u32>);

impl Bag {
    fn of(mut numbers: Vec<u32>) -> Self {
        numbers.sort_unstable();
        numbers.dedup();
        Bag(numbers)
    }

    fn has(&self, number: u32) -> bool {
        self.0.binary_search(&number).is_ok()
    }

    /// The words of several bags.
    pub(super) fn all<'b>(bags: impl IntoIterator<Item = &'b Bag>) -> Bag {
        Bag::of(bags.into_iter().flat_map(|bag| &bag.0).copied().collect())
    }

    /// The words that another bag has not.
    pub(super) fn without(&self, other: &Bag) -> Bag {
        Bag(self.0.iter().copied().filter(|number| !other.has(*number)).collect())
    }
}

impl Words {
    /// The words of some texts.
    pub(super) fn of<T: AsRef<str>>(&mut self, texts: &[T]) -> Bag {
        let mut found = Vec::new();
        for text in texts {
            let words = text.as_ref().split(|c: char| !is_letter(c));
            for word in words.filter(|word| word.chars().nth(1).is_some()) {
                found.push(self.number(word));
            }
        }
        Bag::of(found)
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let lower = word.to_lowercase();
        let number = self.numbers.get(&lower).copied().unwrap_or_else(|| {
            let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            self.words.push(lower.clone());
            self.rules.push(0);
            self.numbers.insert(lower, number);
            number
        });
        self.numbers.insert(word.to_owned(), number);
        number
    }

    /// Counts the words of one rule.
    pub(super) fn count(&mut self, of_rule: &Bag) {
        for number in &of_rule.0 {
            self.rules[*number as usize] += 1;
        }
    }

    /// Words that stand in more than a third of so many rules. From here on they are left out.
    pub(super) fn set_common_apart(&mut self, rules: usize) {
        let often = |(_, count): &(u32, &usize)| rules >= FEW_RULES && **count * 3 > rules;
        self.common = (0..).zip(&self.rules).filter(often).map(|(number, _)| number).collect();
    }

    /// The common words, with spaces between.
    pub(super) fn common(&self) -> String {
        self.joined(self.common.iter().copied().collect())
    }

    /// Of some words the rarest, without common ones; of words that are as rare, the longer ones, which say more.
    pub(super) fn rarest(&self, of: &Bag, most: usize) -> String {
        let rare = of.0.iter().copied().filter(|number| !self.common.contains(number));
        let mut rest: Vec<(usize, Reverse<usize>, &str, u32)> = rare
            .map(|number| {
                let word = self.words[number as usize].as_str();
                (self.rules[number as usize], Reverse(word.chars().count()), word, number)
            })
            .collect();
        if rest.len() > most {
            rest.select_nth_unstable(most);
        }
        rest.truncate(most);
        self.joined(rest.into_iter().map(|(.., number)| number).collect())
    }

    /// Words with spaces between, in alphabetical order: neighbours share their beginnings, which packs well.
    fn joined(&self, numbers: Vec<u32>) -> String {
        let mut words: Vec<&str> =
            numbers.into_iter().map(|number| self.words[number as usize].as_str()).collect();
        words.sort_unstable();
        words.join(" ")
    }
}

/// What belongs to a word: letters, figures, signs above and below letters, and what joins letters.
fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '\'';
    }
    let sign =
        matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}');
    c.is_alphanumeric() || sign || c == '\u{2019}'
}
