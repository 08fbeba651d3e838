//! `tone-word`: a word that accuses, threatens or commands.

use super::super::text::{List, Page};
use super::super::{Context, Lint};
use super::hard_word::listed;
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct ToneWord;

impl Lint for ToneWord {
    fn code(&self) -> Code {
        "tone-word"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let found = listed(context, page, &[List::Tone]).into_iter();
        let report = found.map(|(_, passage, range, found)| {
            let message = format!("`{}` can sound like an accusation or a threat", &passage.text[range.clone()]);
            let help = format!("better: {}", found.instead);
            Diagnostic::warning(self.code(), context.place(passage, &range), message, help)
        });
        report.collect()
    }
}
