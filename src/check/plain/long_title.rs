//! `long-title`: a title that does not fit on a phone or a tab.

use super::super::text::{Page, Part};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct LongTitle;

impl Lint for LongTitle {
    fn code(&self) -> Code {
        "long-title"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let most = context.lexicon(page).plain.targets.title_letters;
        let titles = page.passages.iter().filter(|passage| passage.part == Part::Title);
        let report = titles.filter_map(|passage| {
            let letters = passage.text.chars().count();
            let message = format!("this title has {letters} characters");
            let help = format!("use at most {most}; put the most important word first");
            (letters > most).then(|| Diagnostic::warning(self.code(), passage.span, message, help))
        });
        report.collect()
    }
}
