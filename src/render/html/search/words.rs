//! The words of an edition: each gets a number, so that sets of words are small.

use std::collections::{BTreeMap, BTreeSet};

/// In guides with fewer rules no word is so common that it says nothing.
const FEW_RULES: usize = 6;

/// The words seen so far, in small letters, and in how many rules each stands.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: BTreeMap<String, u32>,
    words: Vec<String>,
    rules: Vec<usize>,
    common: BTreeSet<u32>,
}

impl Words {
    /// The words of some texts.
    pub(super) fn of(&mut self, texts: &[String]) -> BTreeSet<u32> {
        let mut found = BTreeSet::new();
        for text in texts {
            for word in text.split(|c: char| !is_letter(c)).filter(|word| word.chars().nth(1).is_some()) {
                found.insert(self.number(word));
            }
        }
        found
    }

    fn number(&mut self, word: &str) -> u32 {
        let lower = word.to_lowercase();
        if let Some(number) = self.numbers.get(&lower) {
            return *number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(lower.clone());
        self.rules.push(0);
        self.numbers.insert(lower, number);
        number
    }

    /// Counts the words of one rule.
    pub(super) fn count(&mut self, of_rule: BTreeSet<u32>) {
        for number in of_rule {
            self.rules[number as usize] += 1;
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
    pub(super) fn rarest(&self, of: &BTreeSet<u32>, most: usize) -> String {
        let mut rest: Vec<u32> = of.difference(&self.common).copied().collect();
        rest.sort_by_cached_key(|number| {
            let word = &self.words[*number as usize];
            (self.rules[*number as usize], std::cmp::Reverse(word.chars().count()), word.clone())
        });
        rest.truncate(most);
        self.joined(rest)
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
    let sign =
        matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}');
    c.is_alphanumeric() || sign || matches!(c, '\'' | '\u{2019}')
}
