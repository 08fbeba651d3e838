//! The findings of this room: what has no value on the day of an edition.

use jiff::civil::Date;

use crate::diag::{Code, Diagnostic, codes};
use crate::source::Span;

codes! {
    FACT_WITHOUT_VALUE = "fact-without-value",
}

/// A fact that is used but has no value on the day.
pub(super) fn fact_without_value(
    span: Span,
    fact: &str,
    date: Date,
    municipality: Option<&str>,
    place: Span,
) -> Diagnostic {
    let whose = municipality.map(|name| format!(" in {name}")).unwrap_or_default();
    let message = format!("`{fact}` has no value on {date}{whose}");
    let help = "add the value that holds from that day, with its source; an old amount is never shown";
    Diagnostic::error(FACT_WITHOUT_VALUE, span, message, help).label(place, "its values")
}
