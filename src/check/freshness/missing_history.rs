//! `missing-history`: the text changed, and readers are not told that anything did.

use std::collections::BTreeSet;

use super::super::translation::translated;
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

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        // The change is in the source text: one finding, in however many languages it makes a text old.
        let mut told = BTreeSet::new();
        for text in translated(context.library()) {
            let Some(own) = text.own else { continue };
            let newest = text.history.iter().map(|entry| entry.on.value).max();
            let changed = text.pairs().into_iter().find(|pair| pair.state == State::Stale);
            let Some(source) = changed.and_then(|pair| pair.source) else { continue };
            if newest > own.record.history || !told.insert(text.source.title.as_ref().map(|title| title.span)) {
                continue;
            }
            let message = "this text has changed since it was translated, and the rule's history does not say so";
            let help = "if it means something for readers, add an entry to `history` in rule.yaml; if not, \
                        `wegwijs translate accept` settles it";
            findings.push(Diagnostic::warning(self.code(), source.span(), message, help));
        }
        findings
    }
}
