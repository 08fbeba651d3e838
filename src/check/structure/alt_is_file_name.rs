//! `alt-is-file-name`: words for an image that repeat its file name.

use super::super::text::Page;
use super::super::{Context, Lint, walk};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Inline, InlineKind};

pub(in super::super) struct AltIsFileName;

impl Lint for AltIsFileName {
    fn code(&self) -> Code {
        "alt-is-file-name"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let Some(rule) = page.rule else { return Vec::new() };
        let mut findings = Vec::new();
        let mut judge = |inline: &Inline| {
            let InlineKind::Image(media, alt) = &inline.kind else { return };
            let path = &context.library().media[media.get()].path;
            let name = path.rsplit('/').next().unwrap_or(path);
            if letters(alt) == letters(name)
                || letters(alt) == letters(name.rsplit_once('.').map_or(name, |(n, _)| n))
            {
                let message = "the words for this image are its file name";
                let help = "say what there is to see, for people who cannot see it";
                findings.push(Diagnostic::error(self.code(), inline.span, message, help));
            }
        };
        walk::rule_text(rule.text, &mut |inline| judge(inline));
        findings
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
