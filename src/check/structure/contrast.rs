//! `contrast`: a house style whose text is hard to read.

use std::collections::BTreeMap;

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::HouseStyle;
use crate::source::Span;
use crate::theme::Rgb;

/// Text needs a contrast of 4.5 to 1 (WCAG 2.2, success criterion 1.4.3, level AA).
pub(in super::super) struct Contrast;

const CODE: Code = "contrast";
const LEAST: f64 = 4.5;

impl Lint for Contrast {
    fn code(&self) -> Code {
        CODE
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let styles = context.library().municipalities.iter().map(|municipality| &municipality.house_style);
        styles.flat_map(|style| check_style(style, &context.subject.theme.colours)).collect()
    }
}

/// Pairs of text and background: name of the token, and where its value comes from otherwise.
const PAIRS: [(&str, &str); 3] = [("on-primary", "primary"), ("primary", "background"), ("link", "background")];

/// The same for design tokens of the NL Design System.
const TOKEN_PAIRS: [(&str, &str); 5] = [
    ("utrecht-document-color", "utrecht-document-background-color"),
    ("utrecht-link-color", "utrecht-document-background-color"),
    ("utrecht-heading-color", "utrecht-document-background-color"),
    ("utrecht-button-primary-action-color", "utrecht-button-primary-action-background-color"),
    ("utrecht-page-header-color", "utrecht-page-header-background-color"),
];

fn check_style(style: &HouseStyle, defaults: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (text, ground) in PAIRS {
        let own = |name: &str| style.colours.get(name).map(|colour| (colour.value.as_str(), Some(colour.span)));
        let either = |name: &str| own(name).or_else(|| defaults.get(name).map(|colour| (colour.as_str(), None)));
        if let (Some((a, a_span)), Some((b, b_span))) = (either(text), either(ground))
            && let Some(span) = a_span.or(b_span)
        {
            findings.extend(judge((text, a), (ground, b), span));
        }
    }
    if let Some(tokens) = &style.tokens {
        for (text, ground) in TOKEN_PAIRS {
            let a = tokens.value(text);
            let b = tokens.value(ground);
            let white = ground.ends_with("document-background-color").then_some("#ffffff");
            if let (Some(a), Some(b)) = (a, b.or(white)) {
                findings.extend(judge((text, a), (ground, b), tokens.span));
            }
        }
    }
    findings
}

fn judge((text, a): (&str, &str), (ground, b): (&str, &str), span: Span) -> Option<Diagnostic> {
    let ratio = Rgb::parse(a)?.contrast(Rgb::parse(b)?);
    (ratio < LEAST).then(|| {
        // Cut, not rounded: 4.499 must not be shown as 4.5.
        let shown = (ratio * 100.0).floor() / 100.0;
        let message = format!("`{text}` {a} on `{ground}` {b} has a contrast of {shown:.2} to 1");
        let help = "text needs at least 4.5 to 1 (WCAG 2.2, 1.4.3): make the darker of the two darker";
        Diagnostic::error(CODE, span, message, help)
    })
}
