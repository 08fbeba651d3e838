//! The findings of this room: values that are not what the key asks for.

use crate::diag::{Code, Diagnostic, codes, nearest};
use crate::source::Span;

codes! {
    BAD_DATE = "bad-date",
    BAD_ID = "bad-id",
    BAD_NUMBER = "bad-number",
    BAD_VALUE = "bad-value",
    DUPLICATE_KEY = "duplicate-key",
    EMPTY_TEXT = "empty-text",
    MISSING_KEY = "missing-key",
    NESTING = "nesting",
    UNKNOWN_KEY = "unknown-key",
    WRONG_TYPE = "wrong-type",
    YAML_FEATURE = "yaml-feature",
    YAML_SYNTAX = "yaml-syntax",
}

/// A key that is not known here.
pub(crate) fn unknown_key(span: Span, key: &str, known: &[&str]) -> Diagnostic {
    let help = match nearest(key, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known here: {}", known.join(", ")),
    };
    Diagnostic::error(UNKNOWN_KEY, span, format!("unknown key `{key}`"), help)
}

/// A key that must be there.
pub(crate) fn missing_key(span: Span, key: &str, what: &str) -> Diagnostic {
    Diagnostic::error(MISSING_KEY, span, format!("{what} needs `{key}`"), format!("add a line `{key}: ...`"))
}

/// A value of another type than the key asks for.
pub(crate) fn wrong_type(span: Span, found: &str, wanted: &str) -> Diagnostic {
    Diagnostic::error(
        WRONG_TYPE,
        span,
        format!("this is {found}; here {wanted} is needed"),
        format!("write {wanted}"),
    )
}
