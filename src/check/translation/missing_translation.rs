//! `missing-translation`: a text that readers of a language see in the source language.

use super::super::{Context, Lint};
use super::pairs::{Unit, label_pairs, translated};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::RuleText;
use crate::source::Span;

pub(in super::super) struct MissingTranslation;

impl Lint for MissingTranslation {
    fn code(&self) -> Code {
        "missing-translation"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let library = context.library();
        let help = "translate it, then run `wegwijs translate accept` for the file";
        let mut findings = Vec::new();
        for text in translated(library) {
            let tag = context.tag(text.language);
            let Some(own) = text.own else {
                let message = format!("there is no `{tag}.md`: readers see this rule in the source language");
                let span = text.source.title.as_ref().map_or_else(|| first(text.source), |title| Some(title.span));
                findings.push(Diagnostic::warning(self.code(), span.unwrap_or(text.rule.span), message, help));
                continue;
            };
            for pair in text.pairs().into_iter().filter(|pair| pair.own.is_none()) {
                let Some(source) = pair.source else { continue };
                let message =
                    format!("`{}` is not in `{tag}.md`: readers see it in the source language", pair.name);
                let finding = Diagnostic::warning(self.code(), source.span(), message, help);
                findings.push(match first(own) {
                    Some(span) => finding.label(Span { end: span.start, ..span }, "the translation"),
                    None => finding,
                });
            }
        }
        for (language, pair) in label_pairs(library) {
            if let (None, Some(Unit::Segment(source))) = (pair.own, pair.source) {
                let message = format!("this text has no `{}`", context.tag(language));
                findings.push(Diagnostic::warning(self.code(), source.span, message, "add it beside this one"));
            }
        }
        findings
    }
}

/// Where a text starts.
fn first(text: &RuleText) -> Option<Span> {
    let fields = text.fields().into_iter().map(|(_, segment)| segment.span);
    fields.chain(text.body.iter().map(|block| block.span)).min()
}
