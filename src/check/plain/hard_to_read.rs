//! `hard-to-read`: a page that misses a house target of a readability formula.

use super::super::text::{Page, Scores, shown};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct HardToRead;

impl Lint for HardToRead {
    fn code(&self) -> Code {
        "hard-to-read"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let Some(counts) = page.judged() else { return Vec::new() };
        let scores = Scores::of(counts, context.tag(page.language));
        let missed = scores.missed(&context.lexicon(page).plain.targets);
        if missed.is_empty() {
            return Vec::new();
        }
        let said = missed.iter().map(|missed| {
            let wanted = if missed.least { "at least" } else { "at most" };
            let target = missed.target.unwrap_or_default();
            format!("{} {}, {wanted} {target}", missed.name, shown(missed.value, 1))
        });
        let message = format!("this page is hard to read: {}", said.collect::<Vec<_>>().join("; "));
        let help = "use shorter sentences and shorter words; these figures compare texts, they are not a grade";
        vec![Diagnostic::warning(self.code(), page.passages[0].span, message, help)]
    }
}
