//! `stale-translation`: a translated text whose source has changed since.

use super::super::{Context, Lint};
use super::pairs::{Pair, Translated, label_pairs};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::State;

pub(in super::super) struct StaleTranslation;

impl Lint for StaleTranslation {
    fn code(&self) -> Code {
        "stale-translation"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let labels = label_pairs(context.library()).into_iter().map(|(_, pair)| pair);
        labels.filter_map(|pair| self.judge(&pair)).collect()
    }

    fn translation(&self, _: &Context<'_>, _: &Translated<'_>, pairs: &[Pair<'_>]) -> Vec<Diagnostic> {
        pairs.iter().filter_map(|pair| self.judge(pair)).collect()
    }
}

impl StaleTranslation {
    fn judge(&self, pair: &Pair<'_>) -> Option<Diagnostic> {
        let message = "the source text has changed since this was translated";
        let help = "compare the two with `wegwijs translate status`, mend this, then `wegwijs translate accept`";
        if pair.state == State::Stale { report(self.code(), pair, message, help) } else { None }
    }
}

/// A finding at the translation that shows the source too.
pub(super) fn report(code: Code, pair: &Pair<'_>, message: &str, help: &str) -> Option<Diagnostic> {
    let finding = Diagnostic::warning(code, pair.own?.span(), message, help);
    Some(match pair.source {
        Some(source) => finding.label(source.span(), "the source"),
        None => finding,
    })
}
