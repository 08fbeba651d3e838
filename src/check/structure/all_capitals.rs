//! `all-capitals`: words in capitals, which are slow to read and sound like shouting.

use std::ops::Range;

use super::super::text::{Lexicon, Page, Passage};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct AllCapitals;

impl Lint for AllCapitals {
    fn code(&self) -> Code {
        "all-capitals"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let lexicon = context.lexicon(page);
        let runs =
            page.passages.iter().flat_map(|passage| shouted(passage, lexicon).map(move |words| (passage, words)));
        let report = runs.map(|(passage, words)| {
            let span = context.place(passage, &passage.range(words));
            let help = "write it in small letters; `**bold**` makes words stand out";
            Diagnostic::warning(self.code(), span, "words in capitals", help)
        });
        report.collect()
    }
}

/// The rows of words in capitals that are words rather than abbreviations.
pub(in super::super) fn shouted<'p>(
    passage: &'p Passage<'_>,
    lexicon: &'p Lexicon<'_>,
) -> impl Iterator<Item = Range<usize>> + 'p {
    let capital = |i: &usize| {
        let word = &passage.words[*i];
        word.known.shape.capitals && !passage.is_fact(word.start as usize)
    };
    let mut at = if passage.shape.capitals { 0 } else { passage.words.len() };
    let runs = std::iter::from_fn(move || {
        let start = (at..passage.words.len()).find(capital)?;
        at = (start..passage.words.len()).find(|i| !capital(i)).unwrap_or(passage.words.len());
        Some(start..at)
    });
    runs.filter(|words| are_words(passage, lexicon, words.clone()))
}

/// Longer than abbreviations are, or a row of which one is; or one of the commonest words ("NIET", "LET OP").
fn are_words(passage: &Passage<'_>, lexicon: &Lexicon<'_>, words: Range<usize>) -> bool {
    let letters = |i: usize| passage.word(&passage.words[i]).chars().filter(|c| c.is_alphabetic()).count();
    let longest = words.clone().map(letters).max().unwrap_or_default();
    let common = || words.clone().any(|i| lexicon.is_common(passage.normal(&passage.words[i])));
    match words.len() {
        1 => longest > 6 || (longest >= 4 && common()),
        _ => longest >= 4 || common(),
    }
}
