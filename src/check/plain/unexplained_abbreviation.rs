//! `unexplained-abbreviation`: capitals that the page does not explain.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::structure::shouted;
use super::super::text::{Page, Part, Passage, Word, abbreviation};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::Target;

pub(in super::super) struct UnexplainedAbbreviation;

impl Lint for UnexplainedAbbreviation {
    fn code(&self) -> Code {
        "unexplained-abbreviation"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let known = &context.lexicon(page).plain.abbreviations;
        // A name in a few words has no room for an explanation; its page has.
        let texts = page.passages.iter().filter(|passage| passage.shape.abbreviation);
        let texts = texts.filter(|passage| !matches!(passage.part, Part::Term | Part::Label));
        let mut short: Vec<(&Passage<'_>, &Word)> = Vec::new();
        for passage in texts {
            let shouted: Vec<Range<usize>> = shouted(passage, context.lexicon(page)).collect();
            let is_shouted = |i: usize| {
                let run = shouted.partition_point(|words| words.end <= i);
                shouted.get(run).is_some_and(|words| words.contains(&i))
            };
            let words = passage.words.iter().enumerate();
            let words = words.filter(|(i, word)| word.known.shape.abbreviation && !is_shouted(*i));
            short.extend(
                words
                    .filter(|(_, word)| !known.contains(abbreviation(passage.normal(word))))
                    .map(|(_, word)| (passage, word)),
            );
        }
        let mut done: BTreeSet<&str> = short
            .iter()
            .filter(|(passage, word)| explains(passage, word))
            .map(|(p, w)| abbreviation(p.word(w)))
            .collect();
        // Once is enough: the writer explains it at its first place.
        let first = short.into_iter().filter(|(passage, word)| done.insert(abbreviation(passage.word(word))));
        let report = first.map(|(passage, word)| {
            let message = format!("the page does not explain `{}`", passage.word(word));
            let help = "write it out with the abbreviation in brackets, or link to the word in the glossary";
            Diagnostic::warning(self.code(), context.place(passage, &word.range()), message, help)
        });
        report.collect()
    }
}

/// Whether the abbreviation is explained where it stands: in brackets after the words, before words in
/// brackets, or as a link to the glossary.
fn explains(passage: &Passage<'_>, word: &Word) -> bool {
    let before = passage.text[..word.start as usize].trim_end();
    let after = &passage.text[word.end as usize..];
    let in_brackets = before.ends_with('(') && before.len() > 1;
    let bracket_after = after.trim_start().starts_with('(');
    let linked = passage.link_at(&word.range()).is_some_and(|link| matches!(link.target, Target::Term(_)));
    in_brackets || bracket_after || linked
}
