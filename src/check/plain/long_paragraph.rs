//! `long-paragraph`: more text in one piece than about six lines.

use super::super::text::{Page, Part};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct LongParagraph;

impl Lint for LongParagraph {
    fn code(&self) -> Code {
        "long-paragraph"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let most = context.lexicon(page).plain.targets.paragraph_words;
        // An answer has a target of its own.
        let prose = page.passages.iter().filter(|passage| passage.part.is_prose() && passage.part != Part::Answer);
        let long = prose.filter(|passage| passage.words.len() > most);
        let report = long.map(|passage| {
            let message = format!("this paragraph has {} words", passage.words.len());
            let help = format!("make two paragraphs of it, or a list; at most {most} words each");
            Diagnostic::warning(self.code(), passage.span, message, help)
        });
        report.collect()
    }
}
