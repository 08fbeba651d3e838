//! The findings of this room.

use crate::diag::{Code, Diagnostic, codes, nearest};
use crate::source::Span;

codes! {
    TEMPLATE_FAILED = "template-failed",
    TEMPLATE_MISSING = "template-missing",
    TEMPLATE_SYNTAX = "template-syntax",
    THEME_UNKNOWN = "theme-unknown",
}

/// A theme that does not exist.
pub(super) fn theme_unknown(span: Span, name: &str, known: &[&str]) -> Diagnostic {
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("put it into `themes/{name}/`, or use `default`"),
    };
    Diagnostic::error(THEME_UNKNOWN, span, format!("there is no theme `{name}`"), help)
}

/// A template that every theme has.
pub(super) fn template_missing(span: Span, path: &str) -> Diagnostic {
    let help = "copy it from `themes/default/templates/`";
    Diagnostic::error(TEMPLATE_MISSING, span, format!("the template `{path}` is missing"), help)
}

/// A template that does not compile.
pub(super) fn template_syntax(span: Option<Span>, what: &str) -> Diagnostic {
    let help = "mend the template; themes/default/README.md explains what templates get";
    Diagnostic::error(TEMPLATE_SYNTAX, span, format!("a template cannot be used: {what}"), help)
}

/// A template that asks for something its view does not hold.
pub(super) fn template_failed(template: &str, span: Option<Span>, what: &str) -> Diagnostic {
    let help = "mend the template; themes/default/README.md explains what templates get";
    Diagnostic::error(TEMPLATE_FAILED, span, format!("the template `{template}` failed: {what}"), help)
}
