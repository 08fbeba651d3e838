//! The findings of this room.

use crate::diag::{Code, Diagnostic, codes};
use crate::source::Span;

codes! {
    LOCALE_MISSING = "locale-missing",
    LOCALE_UNKNOWN = "locale-unknown",
    MESSAGE_MISSING = "message-missing",
    MESSAGE_SYNTAX = "message-syntax",
}

/// A language of the guide without its files.
pub(super) fn locale_missing(path: &str) -> Diagnostic {
    let message = format!("`{path}` is missing");
    let help = "copy the file of another language and translate it; docs/authoring.md shows how to add a language";
    Diagnostic::error(LOCALE_MISSING, None, message, help)
}

/// A tag for which there is no locale data.
pub(super) fn locale_unknown(span: Span, tag: &str) -> Diagnostic {
    let message = format!("`{tag}` is not a language tag");
    Diagnostic::error(LOCALE_UNKNOWN, span, message, "write a BCP 47 tag, for example nl, en-GB or ar-u-nu-latn")
}

/// A pattern in `locale.yaml` without the place for its value.
pub(super) fn pattern(span: Span, text: &str) -> Diagnostic {
    let message = format!("`{text}` has no place for the value");
    Diagnostic::error(LOCALE_UNKNOWN, span, message, "write `{value}` where the number comes")
}

/// A mistake in a Fluent file.
pub(super) fn message_syntax(span: Span, what: &str) -> Diagnostic {
    let message = format!("this is not valid Fluent: {what}");
    Diagnostic::error(MESSAGE_SYNTAX, span, message, "one message a line: `name = text`; see projectfluent.org")
}

/// Messages that a language lacks.
pub(super) fn messages_missing(span: Span, ids: &[&str]) -> Diagnostic {
    let message = format!("{} interface texts are missing: {}", ids.len(), ids.join(", "));
    let help = "translate them; until then readers see them in the source language";
    Diagnostic::warning(MESSAGE_MISSING, span, message, help)
}
