//! `term-in-text`: a length of time typed in a text instead of kept once as a fact.

use std::ops::Range;

use super::super::text::{Lexicon, List, Page, Part, Passage};
use super::super::{Context, Lint};
use super::number::{may_have, number, only_space};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct TermInText;

impl Lint for TermInText {
    fn code(&self) -> Code {
        "term-in-text"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let lexicon = context.lexicon(page);
        // A situation tells what happens in somebody's life ("you go away for five weeks"); no rule is in it.
        let texts = page.passages.iter().filter(|passage| !matches!(passage.part, Part::Term | Part::Situation));
        let terms =
            texts.flat_map(|passage| terms(lexicon, passage).into_iter().map(move |words| (passage, words)));
        let report = |(passage, words): (&Passage<'_>, Range<usize>)| {
            let range = passage.range(words);
            let message = format!("`{}` is typed in the text", &passage.text[range.clone()]);
            let help = "keep the term once, in facts.yaml, and write its name in braces here";
            Diagnostic::warning(self.code(), context.place(passage, &range), message, help)
        };
        terms.map(report).collect()
    }
}

fn terms(lexicon: &Lexicon<'_>, passage: &Passage<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !may_have(passage) && !passage.has(List::Alone) {
        return found;
    }
    let mut at = 0;
    while at < passage.words.len() {
        let number = number(lexicon, passage, at);
        let next = number.as_ref().map_or(at + 1, |number| number.end);
        let words = match number {
            Some(number) => with_unit(lexicon, passage, number),
            None => lexicon.find(List::Alone, passage, at).map(|found| at..at + found.words),
        };
        let Some(words) = words else {
            at = next;
            continue;
        };
        at = words.end;
        let after = Some(words.end).filter(|end| only_space(passage, *end));
        let no_term = after.is_some_and(|at| lexicon.is(List::NotBefore, passage, at));
        if !no_term && !follows(lexicon, passage, words.start) {
            found.push(words);
        }
    }
    found
}

/// Longest phrase of words before a number that are looked at.
const BEFORE: usize = 3;

/// Whether a phrase that makes the number something else ends right before it.
fn follows(lexicon: &Lexicon<'_>, passage: &Passage<'_>, at: usize) -> bool {
    (1..=BEFORE.min(at)).any(|words| {
        let found = lexicon.find(List::NotAfter, passage, at - words);
        found.is_some_and(|found| found.words == words) && only_space(passage, at)
    })
}

fn with_unit(lexicon: &Lexicon<'_>, passage: &Passage<'_>, number: Range<usize>) -> Option<Range<usize>> {
    let unit = lexicon.find(List::Unit, passage, number.end).filter(|_| only_space(passage, number.end))?;
    Some(number.start..number.end + unit.words)
}
