//! `long-sentence`: a sentence of more words than the house target.

use super::super::text::{Page, Passage, Sentence};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct LongSentence;

impl Lint for LongSentence {
    fn code(&self) -> Code {
        "long-sentence"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let targets = &context.lexicon(page).plain.targets;
        let long = sentences(page, targets.long_sentence, targets.very_long_sentence);
        let report = |(passage, sentence): (&Passage<'_>, &Sentence)| {
            let count = sentence.words.len();
            let message = format!("this sentence has {count} words");
            let help = format!("make two sentences of it, of at most {} words each", targets.long_sentence);
            Diagnostic::warning(self.code(), context.place(passage, &sentence.range), message, help)
        };
        long.map(|(passage, sentence)| report((passage, sentence))).collect()
    }
}

/// The sentences of a page with more than `over` words and at most `up_to`.
pub(super) fn sentences<'p>(
    page: &'p Page<'_>,
    over: usize,
    up_to: usize,
) -> impl Iterator<Item = (&'p Passage<'p>, &'p Sentence)> {
    let prose = page.passages.iter().filter(|passage| passage.part.is_prose());
    let all = prose.flat_map(|passage| passage.sentences.iter().map(move |sentence| (passage, sentence)));
    all.filter(move |(_, sentence)| sentence.words.len() > over && sentence.words.len() <= up_to)
}
