//! `all-capitals`: words in capitals, which are slow to read and sound like shouting.

use super::super::text::{Page, Passage};
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
        let mut findings = Vec::new();
        for passage in &page.passages {
            let mut at = 0;
            while at < passage.words.len() {
                let end = run(passage, at);
                if end > at && shouted(passage, at, end) {
                    let span = context.place(passage, &passage.range(at..end));
                    let help = "write it in small letters; `**bold**` makes words stand out";
                    findings.push(Diagnostic::warning(self.code(), span, "words in capitals", help));
                }
                at = end.max(at + 1);
            }
        }
        findings
    }
}

/// The end of the run of words in capitals that starts at a word.
fn run(passage: &Passage<'_>, at: usize) -> usize {
    let capital = |i: usize| {
        let Some(word) = passage.words.get(i) else { return false };
        let text = passage.word(word);
        !passage.is_fact(word.start as usize) && text.chars().all(|c| c.is_uppercase() || c == '-' || c == '\'')
    };
    (at..passage.words.len()).find(|i| !capital(*i)).unwrap_or(passage.words.len())
}

/// Whether words in capitals are words rather than abbreviations: longer than abbreviations are, or a row of
/// words of which one is.
fn shouted(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let letters = |i: usize| passage.word(&passage.words[i]).chars().filter(|c| c.is_alphabetic()).count();
    let longest = (at..end).map(letters).max().unwrap_or_default();
    longest > 6 || (end - at >= 2 && longest >= 4)
}

/// Whether a word is part of a run of shouted words.
pub(in super::super) fn is_shouted(passage: &Passage<'_>, at: usize) -> bool {
    let mut start = at;
    while start > 0 && run(passage, start - 1) > at {
        start -= 1;
    }
    shouted(passage, start, run(passage, start).max(start + 1))
}
