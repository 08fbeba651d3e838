//! `missing-translation`: a text that readers of a language see in the source language.

use super::super::{Context, Lint};
use super::pairs::{Pair, Translated, label_pairs};
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
        let labels = label_pairs(context.library()).into_iter().filter(|(_, pair)| pair.own.is_none());
        let report = labels.filter_map(|(language, pair)| {
            let message = format!("this text has no `{}`", context.tag(language));
            Some(Diagnostic::warning(self.code(), pair.source?.span(), message, "add it beside this one"))
        });
        report.collect()
    }

    fn translation(&self, context: &Context<'_>, text: &Translated<'_>, pairs: &[Pair<'_>]) -> Vec<Diagnostic> {
        let tag = context.tag(text.language);
        let help = "translate it, then run `wegwijs translate accept` for the file";
        let Some(own) = text.own else {
            let message = format!("there is no `{tag}.md`: readers see this rule in the source language");
            let span = text.source.title.as_ref().map_or_else(|| first(text.source), |title| Some(title.span));
            return vec![Diagnostic::warning(self.code(), span.unwrap_or(text.rule.span), message, help)];
        };
        let report = pairs.iter().filter(|pair| pair.own.is_none()).filter_map(|pair| {
            let message = format!("`{}` is not in `{tag}.md`: readers see it in the source language", pair.name);
            let finding = Diagnostic::warning(self.code(), pair.source?.span(), message, help);
            Some(match first(own) {
                Some(span) => finding.label(Span { end: span.start, ..span }, "the translation"),
                None => finding,
            })
        });
        report.collect()
    }
}

/// Where a text starts.
fn first(text: &RuleText) -> Option<Span> {
    let fields = text.fields().into_iter().map(|(_, segment)| segment.span);
    fields.chain(text.body.iter().map(|block| block.span)).min()
}
