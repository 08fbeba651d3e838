//! `amount-in-text`: an amount or percentage typed in a text instead of kept once as a fact.

use std::ops::Range;

use super::super::text::{Lexicon, List, Page, Part, Passage};
use super::super::{Context, Lint};
use super::number::{numbers, only_space};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct AmountInText;

impl Lint for AmountInText {
    fn code(&self) -> Code {
        "amount-in-text"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let lexicon = context.lexicon(page);
        let texts = page.passages.iter().filter(|passage| passage.part != Part::Term);
        let amounts = texts.flat_map(|passage| {
            numbers(lexicon, passage).filter_map(move |words| Some((passage, amount(lexicon, passage, words)?)))
        });
        let report = |(passage, range): (&Passage<'_>, Range<usize>)| {
            let message = format!("`{}` is typed in the text", &passage.text[range.clone()]);
            let help = "keep the amount once, in facts.yaml, and write its name in braces here";
            Diagnostic::warning(self.code(), context.place(passage, &range), message, help)
        };
        amounts.map(report).collect()
    }
}

/// The number with its sign or word of money or percentage; nothing for a number of something else.
fn amount(lexicon: &Lexicon<'_>, passage: &Passage<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let range = passage.range(words.clone());
    let unit = |list, at: usize| lexicon.find(list, passage, at).map(|found| passage.range(at..at + found.words));
    let after = only_space(passage, words.end)
        .then(|| unit(List::Currency, words.end).or_else(|| unit(List::Percent, words.end)));
    if let Some(after) = after.flatten() {
        return Some(range.start..after.end);
    }
    let before = words.start.checked_sub(1).filter(|_| only_space(passage, words.start));
    if let Some(before) = before.and_then(|at| unit(List::Currency, at)) {
        return Some(before.start..range.end);
    }
    let amounts = &lexicon.plain.amounts;
    let sign = |text: &str| amounts.currency.contains(text) || amounts.percent.contains(text);
    let head = &passage.text[..range.start];
    let trimmed = head.trim_end();
    if let Some(c) = trimmed.chars().next_back().filter(|c| sign(c.encode_utf8(&mut [0; 4]))) {
        return Some(trimmed.len() - c.len_utf8()..range.end);
    }
    let tail = &passage.text[range.end..];
    let space = tail.len() - tail.trim_start().len();
    if let Some(c) = tail.trim_start().chars().next().filter(|c| sign(c.encode_utf8(&mut [0; 4]))) {
        return Some(range.start..range.end + space + c.len_utf8());
    }
    if tail.starts_with(",-") || tail.starts_with(",–") {
        return Some(range.start..range.end + tail.find(['-', '–']).map_or(0, |i| i + 1));
    }
    // The digits of this guide are 0 to 9: others were typed by hand, and look like another amount than on paper.
    let other_digits = passage.text[range.clone()].chars().any(|c| c.is_numeric() && !c.is_ascii());
    other_digits.then_some(range)
}
