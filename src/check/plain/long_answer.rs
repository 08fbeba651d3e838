//! `long-answer`: an answer that is more than a sentence or two.

use super::super::text::{Page, Part};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct LongAnswer;

impl Lint for LongAnswer {
    fn code(&self) -> Code {
        "long-answer"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let most = context.lexicon(page).plain.targets.answer_words;
        let answers = page.passages.iter().filter(|passage| passage.part == Part::Answer);
        let long = answers.filter(|passage| passage.words.len() > most);
        let report = long.map(|passage| {
            let message = format!("the answer has {} words", passage.words.len());
            let help = format!("answer in at most {most} words; the rest belongs in the explanation");
            Diagnostic::warning(self.code(), passage.span, message, help)
        });
        report.collect()
    }
}
