//! `very-long-sentence`: a sentence that many readers do not finish.

use super::super::text::Page;
use super::super::{Context, Lint};
use super::long_sentence::sentences;
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct VeryLongSentence;

impl Lint for VeryLongSentence {
    fn code(&self) -> Code {
        "very-long-sentence"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let targets = &context.lexicon(page).plain.targets;
        let very_long = sentences(page, targets.very_long_sentence, usize::MAX);
        let report = |(passage, sentence): (&_, &super::super::text::Sentence)| {
            let message = format!("this sentence has {} words", sentence.words.len());
            let help =
                format!("make two or three sentences of it, of at most {} words each", targets.long_sentence);
            Diagnostic::error(self.code(), context.place(passage, &sentence.range), message, help)
        };
        very_long.map(report).collect()
    }
}
