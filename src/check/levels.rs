//! How grave each lint's findings are: its own severity, or what `checks` in `site.yaml` says.

use super::{Lint, lints};
use crate::diag::{Code, Diagnostic, Severity, nearest};
use crate::model::{Level, Library};

/// `checks` names a check that there is not.
pub(super) const UNKNOWN_CHECK: Code = "unknown-check";

/// The severity of a lint's findings; nothing when it is switched off.
pub(super) fn level(lint: &dyn Lint, library: &Library) -> Option<Severity> {
    let set = library.site.checks.iter().find(|(code, _)| code.value == lint.code());
    match set.map(|(_, level)| *level) {
        None => Some(lint.severity()),
        Some(Level::Error) => Some(Severity::Error),
        Some(Level::Warning) => Some(Severity::Warning),
        Some(Level::Hint) => Some(Severity::Hint),
        Some(Level::Off) => None,
    }
}

/// The names in `checks` that are no code of a lint.
pub(super) fn unknown(library: &Library) -> Vec<Diagnostic> {
    let known: Vec<Code> = lints().map(Lint::code).collect();
    let unknown = library.site.checks.iter().filter(|(code, _)| !known.contains(&code.value.as_str()));
    let report = |(code, _): &(crate::source::Spanned<String>, Level)| {
        let help = match nearest(&code.value, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "only findings of `check` can be set; what makes content invalid is always an error".to_owned()
            }
        };
        let message = format!("there is no check `{}` whose severity can be set", code.value);
        Diagnostic::error(UNKNOWN_CHECK, code.span, message, help)
    };
    unknown.map(report).collect()
}
