//! `unreviewed-translation`: a machine made it and nobody has read it; readers see a notice.

use super::super::{Context, Lint};
use super::pairs::Pair;
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

    fn segment(&self, _: &Context<'_>, pair: &Pair<'_>) -> Vec<Diagnostic> {
        let message = "a machine made this translation and nobody has read it";
        let help =
            "let somebody who speaks the language read it, then `wegwijs translate accept --reviewed-by ROLE`";
        let found = (pair.state == State::Unreviewed).then(|| report(self.code(), pair, message, help));
        found.flatten().into_iter().collect()
    }
}
