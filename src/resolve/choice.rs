//! Which rules somebody wants: by name, by chapter, by situation.

use crate::model::{Chapter, Ix, Library, Rule, Situation};

/// A choice of rules. Nothing chosen means all; otherwise a rule is chosen that any of the three names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Single rules.
    pub rules: Vec<Ix<Rule>>,
    /// Whole chapters.
    pub chapters: Vec<Ix<Chapter>>,
    /// Life events, of the rule or of one of its examples.
    pub situations: Vec<Ix<Situation>>,
}

impl Choice {
    /// The rules that are chosen, in the order of the guide, whether they hold on a day or not.
    #[must_use]
    pub fn of(&self, library: &Library) -> Vec<Ix<Rule>> {
        (0..library.rules.len()).map(Ix::new).filter(|rule| self.has(library, *rule)).collect()
    }

    fn has(&self, library: &Library, ix: Ix<Rule>) -> bool {
        let rule = &library.rules[ix.get()];
        let of_examples = rule.examples.iter().flat_map(|example| &example.situations);
        let mut situations = rule.situations.iter().chain(of_examples);
        let all = self.rules.is_empty() && self.chapters.is_empty() && self.situations.is_empty();
        all || self.rules.contains(&ix)
            || self.chapters.contains(&rule.chapter)
            || situations.any(|situation| self.situations.contains(situation))
    }
}
