//! `missing-history`: the text changed, and readers are not told that anything did.

use super::super::translation::{Pair, Translated};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::State;

pub(in super::super) struct MissingHistory;

impl Lint for MissingHistory {
    fn code(&self) -> Code {
        "missing-history"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    // The change is in the source text: each language finds the same, which is shown once.
    fn translation(&self, _: &Context<'_>, text: &Translated<'_>, pairs: &[Pair<'_>]) -> Vec<Diagnostic> {
        let known = text.own.and_then(|own| own.record.history);
        let newest = text.history.iter().map(|entry| entry.on.value).max();
        let changed = pairs.iter().find(|pair| pair.state == State::Stale).filter(|_| newest <= known);
        let report = changed.and_then(|pair| pair.source).map(|source| {
            let message = "this text has changed since it was translated, and the rule's history does not say so";
            let help = "if it means something for readers, add an entry to `history` in rule.yaml; if not, \
                        `wegwijs translate accept` settles it";
            Diagnostic::warning(self.code(), source.span(), message, help)
        });
        report.into_iter().collect()
    }
}
