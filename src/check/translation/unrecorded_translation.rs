//! `unrecorded-translation`: nobody knows from which source text it was made, so nobody will see when it gets old.

use super::super::{Context, Lint};
use super::pairs::translated;
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct UnrecordedTranslation;

impl Lint for UnrecordedTranslation {
    fn code(&self) -> Code {
        "unrecorded-translation"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let texts = translated(context.library()).into_iter().filter_map(|text| text.own);
        let report = texts.filter_map(|text| {
            let unrecorded = &text.record.unrecorded;
            // One finding for the file: a new translation would give one for every sentence.
            let first = unrecorded.first()?;
            let message = match unrecorded.len() {
                1 => "translations.lock does not know from what this was translated".to_owned(),
                n => format!(
                    "translations.lock does not know from what this and {} more texts were translated",
                    n - 1
                ),
            };
            let help = "compare it with the source, then run `wegwijs translate accept` for the file";
            Some(Diagnostic::warning(self.code(), *first, message, help))
        });
        report.collect()
    }
}
