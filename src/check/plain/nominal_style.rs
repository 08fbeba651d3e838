//! `nominal-style`: a chain of nouns that hides who does what.

use super::super::text::{List, Page};
use super::super::{Context, Lint};
use super::hard_word::listed;
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct NominalStyle;

impl Lint for NominalStyle {
    fn code(&self) -> Code {
        "nominal-style"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let found = listed(context, page, &[List::Nominal]).into_iter();
        let report = found.map(|(_, passage, range, _)| {
            let message = format!("`{}` is a chain of nouns", &passage.text[range.clone()]);
            let help = "say who does what, with a verb";
            Diagnostic::warning(self.code(), context.place(passage, &range), message, help)
        });
        report.collect()
    }
}
