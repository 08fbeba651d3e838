//! `trailing-space`: white space that nobody sees and every comparison of two versions shows.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Fix, Severity};
use crate::source::Span;

pub(in super::super) struct TrailingSpace;

impl Lint for TrailingSpace {
    fn code(&self) -> Code {
        "trailing-space"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (id, file) in context.subject.tree.below("content/") {
            let Some(text) = file.text() else { continue };
            let markdown = file.path.ends_with(".md");
            if !markdown && !file.path.ends_with(".yaml") {
                continue;
            }
            let mut start = 0;
            for line in text.split_inclusive('\n') {
                let kept = line.trim_end_matches(['\n', '\r']);
                let shown = kept.trim_end_matches([' ', '\t']);
                let span = Span::new(id, start + shown.len(), start + kept.len());
                start += line.len();
                // Two spaces at the end of a line of Markdown are a line break.
                let line_break = markdown && !shown.is_empty() && kept.len() - shown.len() > 1;
                if shown.len() < kept.len() && !line_break {
                    let finding =
                        Diagnostic::warning(self.code(), span, "white space at the end of a line", "take it out");
                    findings.push(finding.fixed_by(Fix { span, text: String::new() }));
                }
            }
        }
        findings
    }
}
