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

/// A formula that divides by zero or grows beyond all measure.
pub(super) fn formula_without_result(span: Span, fact: &str, date: Date) -> Diagnostic {
    let message = format!("`{fact}` cannot be computed on {date}: division by zero, or a number beyond 28 digits");
    Diagnostic::error(FACT_WITHOUT_VALUE, span, message, "mend the formula, or the values that it needs")
}
