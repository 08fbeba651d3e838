//! `missing-translation`: a text that readers of a language see in the source language.

use super::super::{Context, Lint};
use super::pairs::{Pair, Translated, label_pairs};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Figures, RuleText, Value};
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
        let others = others(context).into_iter().map(|(language, span)| {
            let message = format!("this text has no `{}`", context.tag(language));
            Diagnostic::warning(self.code(), span, message, "add it beside this one")
        });
        report.chain(others).collect()
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

/// Opening hours, and values of facts that are texts, in languages that lack them.
fn others(context: &Context<'_>) -> Vec<(usize, Span)> {
    let library = context.library();
    let source = library.languages.source();
    let languages: Vec<usize> = library.languages.iter().map(|(language, _)| language).collect();
    let mut missing = Vec::new();
    for municipality in &library.municipalities {
        let hours = &municipality.contacts.hours;
        if let Some(first) = hours.get(source).and_then(|lines| lines.first()) {
            let lacking = languages.iter().filter(|language| hours.get(**language).is_none());
            missing.extend(lacking.map(|language| (*language, first.span)));
        }
    }
    let national = library.facts.iter().filter_map(|fact| match &fact.figures {
        Figures::Dated(periods) => Some(periods),
        Figures::Computed(_) | Figures::Local | Figures::Unusable => None,
    });
    let local = library.municipalities.iter().flat_map(|municipality| municipality.facts.values());
    for period in national.chain(local.map(|fact| &fact.periods)).flatten() {
        if let Value::Text(texts) = &period.value {
            let lacking = languages.iter().filter(|language| texts.get(**language).is_none());
            missing.extend(lacking.map(|language| (*language, period.span)));
        }
    }
    missing
}

/// Where a text starts.
fn first(text: &RuleText) -> Option<Span> {
    let fields = text.alone().map(|segment| segment.span);
    fields.chain(text.body.iter().map(|block| block.span)).min()
}
