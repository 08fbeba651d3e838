//! How hard each rule is to read: what the lints of `plain` judge, as figures.

use rayon::prelude::*;

use super::pages_together;
use super::text::{Lexicon, Score, Scores, Vocabulary, rule_draft};
use crate::locale::Plain;
use crate::model::{Ix, Library, Rule, RuleText};

/// The figures of one rule in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The rule.
    pub rule: Ix<Rule>,
    /// The language.
    pub language: usize,
    /// Words in sentences; a fact counts as one.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Mean length of a sentence in words.
    pub mean_sentence: Score,
    /// The formulas of the language, its own first. They compare texts; they are no grades.
    pub scores: Vec<Score>,
    /// Whether the page is long enough to be judged as a whole.
    pub judged: bool,
}

impl Reading {
    /// Whether every target is met; nothing for a page that is too short to be judged.
    #[must_use]
    pub fn met(&self) -> Option<bool> {
        let all = || std::iter::once(&self.mean_sentence).chain(&self.scores);
        self.judged.then(|| all().all(|score| score.met() != Some(false)))
    }
}

/// The figures of all rules, in the order of the guide and its languages; own versions of municipalities, which
/// hold single texts, are left out. `plain` has the languages in their order.
#[must_use]
pub fn readings(library: &Library, plain: &[Plain]) -> Vec<Reading> {
    let lexicons: Vec<Lexicon<'_>> = plain.iter().map(Lexicon::of).collect();
    let texts = library
        .rules
        .iter()
        .enumerate()
        .flat_map(|(i, rule)| rule.texts.iter().map(move |(language, text)| (Ix::new(i), language, text)));
    let texts: Vec<_> = texts.filter(|(_, language, _)| *language < lexicons.len()).collect();
    let reading = |&(rule, language, text): &(Ix<Rule>, usize, &RuleText), vocabularies: &mut [Vocabulary<'_>]| {
        let draft = rule_draft(language, text, None);
        let tag = library.languages.tag(language);
        let page = draft.page(library, vocabularies);
        let counts = page.counts;
        let (scores, targets) = (Scores::of(counts, tag), &plain[language].targets);
        let mean = scores.mean_sentence;
        Reading {
            rule,
            language,
            words: counts.words,
            sentences: counts.sentences,
            mean_sentence: Score { name: "", value: mean, target: Some(targets.mean_sentence), least: false },
            scores: scores.all(targets),
            judged: page.judged().is_some(),
        }
    };
    let read = |some: &[_]| {
        let mut vocabularies = Vocabulary::of_each(library, &lexicons);
        some.iter().map(|text| reading(text, &mut vocabularies)).collect::<Vec<_>>()
    };
    texts.par_chunks(pages_together(texts.len())).flat_map_iter(read).collect()
}
