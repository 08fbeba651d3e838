//! `unreviewed-translation`: a machine made it and nobody has read it; readers see a notice.

use super::super::{Context, Lint};
use super::stale_translation::{report, with_state};
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
        let message = "a machine made this translation and nobody has read it";
        let help =
            "let somebody who speaks the language read it, then `wegwijs translate accept --reviewed-by ROLE`";
        with_state(context, State::Unreviewed, |pair| report(self.code(), pair, message, help))
    }
}
