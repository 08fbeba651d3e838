//! `unrecorded-translation`: nobody knows from which source text it was made, so nobody will see when it gets old.

use super::super::{Context, Lint};
use super::pairs::{Pair, Translated};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct UnrecordedTranslation;

impl Lint for UnrecordedTranslation {
    fn code(&self) -> Code {
        "unrecorded-translation"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn translation(&self, _: &Context<'_>, text: &Translated<'_>, _: &[Pair<'_>]) -> Vec<Diagnostic> {
        let Some(unrecorded) = text.own.map(|own| &own.record.unrecorded) else { return Vec::new() };
        // One finding for the file: a new translation would give one for every sentence.
        let report = unrecorded.first().map(|first| {
            let message = match unrecorded.len() {
                1 => "translations.lock does not know from what this was translated".to_owned(),
                n => format!(
                    "translations.lock does not know from what this and {} more texts were translated",
                    n - 1
                ),
            };
            let help = "compare it with the source, then run `wegwijs translate accept` for the file";
            Diagnostic::warning(self.code(), *first, message, help)
        });
        report.into_iter().collect()
    }
}
