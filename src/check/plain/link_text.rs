//! `link-text`: a link whose words say nothing when they are read alone, as a screen reader lists them.

use super::super::text::{Linked, Page, Passage, normal};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct LinkText;

impl Lint for LinkText {
    fn code(&self) -> Code {
        "link-text"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let empty = &context.lexicon(page).link_texts;
        let links = page.passages.iter().flat_map(|passage| passage.links.iter().map(move |link| (passage, link)));
        let says_nothing = |(passage, link): &(&Passage<'_>, &Linked<'_>)| {
            let words = passage.text[link.range.clone()].trim_matches(|c: char| !c.is_alphanumeric());
            empty.contains(&normal(words))
        };
        let report = |(passage, link): (&Passage<'_>, &Linked<'_>)| {
            let message = format!("the link `{}` does not say where it leads", &passage.text[link.range.clone()]);
            let help = "make a link of the words that name the page or the form";
            Diagnostic::warning(self.code(), context.place(passage, &link.range), message, help)
        };
        links.filter(says_nothing).map(report).collect()
    }
}
