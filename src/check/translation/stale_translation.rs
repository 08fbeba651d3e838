//! `stale-translation`: a translated text whose source has changed since.

use super::super::{Context, Lint};
use super::pairs::{Pair, label_pairs, translated};
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
        let message = "the source text has changed since this was translated";
        let help = "compare the two with `wegwijs translate status`, mend this, then `wegwijs translate accept`";
        with_state(context, State::Stale, |pair| report(self.code(), pair, message, help))
    }
}

/// The findings about all translated texts in a state.
pub(super) fn with_state(
    context: &Context<'_>,
    state: State,
    report: impl Fn(&Pair<'_>) -> Option<Diagnostic>,
) -> Vec<Diagnostic> {
    let rules = translated(context.library()).into_iter().flat_map(|text| text.pairs());
    let labels = label_pairs(context.library()).into_iter().map(|(_, pair)| pair);
    rules.chain(labels).filter(|pair| pair.state == state).filter_map(|pair| report(&pair)).collect()
}

/// A finding at the translation that shows the source too.
pub(super) fn report(code: Code, pair: &Pair<'_>, message: &str, help: &str) -> Option<Diagnostic> {
    let finding = Diagnostic::warning(code, pair.own?.span(), message, help);
    Some(match pair.source {
        Some(source) => finding.label(source.span(), "the source"),
        None => finding,
    })
}
