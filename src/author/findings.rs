//! The findings of this room: what cannot be recorded.

use crate::diag::{Code, Diagnostic, codes, nearest};

codes! {
    NOT_A_SEGMENT = "not-a-segment",
    NOT_A_TRANSLATION = "not-a-translation",
}

/// A file that was made from no other.
pub(super) fn not_a_translation<'a>(path: &str, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    let help = match nearest(path, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "name a translation such as content/rules/possessions/car/en.md, a municipality's own version, \
                 or a YAML file with texts in several languages"
            .to_owned(),
    };
    let message = format!("`{path}` is no translation and no own version of this guide");
    Diagnostic::error(NOT_A_TRANSLATION, None, message, help)
}

/// A name that no segment has.
pub(super) fn not_a_segment(name: &str, known: &[String]) -> Diagnostic {
    let help = match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("these files have: {}", known.join(", ")),
    };
    Diagnostic::error(NOT_A_SEGMENT, None, format!("there is no segment `{name}`"), help)
}

/// A part of a list that cannot be recorded without the others.
pub(super) fn not_alone(name: &str, list: &str, why: &str) -> Diagnostic {
    let help = format!("record the whole list: --segment {list}");
    Diagnostic::error(NOT_A_SEGMENT, None, format!("`{name}` cannot be recorded alone: {why}"), help)
}
