//! `stale-translation`: a translated text whose source has changed since.

use super::super::{Context, Lint};
use super::pairs::Pair;
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

    fn segment(&self, _: &Context<'_>, pair: &Pair<'_>) -> Vec<Diagnostic> {
        let message = "the source text has changed since this was translated";
        let help = "compare the two with `wegwijs translate status`, mend this, then `wegwijs translate accept`";
        let found = (pair.state == State::Stale).then(|| report(self.code(), pair, message, help));
        found.flatten().into_iter().collect()
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
