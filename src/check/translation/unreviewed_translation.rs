//! `unreviewed-translation`: a machine made it and nobody has read it; readers see a notice.

use super::super::{Context, Lint};
use super::pairs::{Pair, Translated, label_pairs};
use super::stale_translation::report;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::State;

pub(in super::super) struct UnreviewedTranslation;

impl Lint for UnreviewedTranslation {
    fn code(&self) -> Code {
        "unreviewed-translation"
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

impl UnreviewedTranslation {
    fn judge(&self, pair: &Pair<'_>) -> Option<Diagnostic> {
        let message = "a machine made this translation and nobody has read it";
        let help =
            "let somebody who speaks the language read it, then `wegwijs translate accept --reviewed-by ROLE`";
        if pair.state == State::Unreviewed { report(self.code(), pair, message, help) } else { None }
    }
}
