//! The findings of this room: what goes wrong when paper is set.

#![cfg_attr(not(feature = "binder"), expect(dead_code, reason = "the codes are documented all the same"))]

use crate::diag::{Code, Diagnostic, codes};
use crate::source::Span;

codes! {
    BINDER_FAILED = "binder-failed",
    CHARACTER_NOT_PRINTED = "character-not-printed",
}

/// A template of paper that does not work, or data that it cannot set.
pub(super) fn not_set(span: Option<Span>, document: &str, what: &str, hints: &[&str]) -> Diagnostic {
    let help = match hints {
        [] => "mend the template; themes/default/README.md explains what the templates of paper get".to_owned(),
        hints => hints.join("; "),
    };
    Diagnostic::error(BINDER_FAILED, span, format!("`{document}` could not be set: {what}"), help)
}

/// A theme without the template that all documents start from.
pub(super) fn no_main() -> Diagnostic {
    let help = "copy `themes/default/binder/main.typ`, or build with --no-binder";
    Diagnostic::error(BINDER_FAILED, None, "the theme has no `binder/main.typ`", help)
}

/// A character for which there is no face.
pub(super) fn character_not_printed(c: char, span: Option<Span>) -> Diagnostic {
    let message = format!("`{c}` (U+{:04X}) cannot be printed: no font has it", u32::from(c));
    let help =
        "on paper a small square stands in its place; write it in words, or add a font to the theme's fonts/";
    Diagnostic::warning(CHARACTER_NOT_PRINTED, span, message, help)
}
