//! `contrast`: a house style whose text is hard to read.

use std::collections::BTreeMap;

use super::{Lint, Subject};
use crate::diag::{Code, Diagnostic};
use crate::model::HouseStyle;
use crate::source::Span;

/// Text needs a contrast of 4.5 to 1 (WCAG 2.2, success criterion 1.4.3, level AA).
pub(super) struct Contrast;

const CODE: Code = "contrast";
const LEAST: f64 = 4.5;

impl Lint for Contrast {
    fn code(&self) -> Code {
        CODE
    }

    fn check(&self, subject: Subject<'_>) -> Vec<Diagnostic> {
        let styles = subject.library.municipalities.iter().map(|municipality| &municipality.house_style);
        styles.flat_map(|style| check_style(style, &subject.theme.colours)).collect()
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
            let a = value(&tokens.properties, text);
            let b = value(&tokens.properties, ground);
            let white = ground.ends_with("document-background-color").then_some("#ffffff");
            if let (Some(a), Some(b)) = (a, b.or(white)) {
                findings.extend(judge((text, a), (ground, b), tokens.span));
            }
        }
    }
    findings
}

/// The value of a token, followed through `var(--other)`.
fn value<'a>(properties: &'a BTreeMap<String, String>, name: &str) -> Option<&'a str> {
    let mut value = properties.get(name)?.as_str();
    for _ in 0..8 {
        let Some(inner) = value.strip_prefix("var(--") else {
            break;
        };
        let other = inner.trim_end_matches(')').split(',').next()?.trim();
        value = properties.get(other)?;
    }
    Some(value)
}

fn judge((text, a): (&str, &str), (ground, b): (&str, &str), span: Span) -> Option<Diagnostic> {
    let ratio = ratio(colour(a)?, colour(b)?);
    (ratio < LEAST).then(|| {
        // Cut, not rounded: 4.499 must not be shown as 4.5.
        let shown = (ratio * 100.0).floor() / 100.0;
        let message = format!("`{text}` {a} on `{ground}` {b} has a contrast of {shown:.2} to 1");
        let help = "text needs at least 4.5 to 1 (WCAG 2.2, 1.4.3): make the darker of the two darker";
        Diagnostic::error(CODE, span, message, help)
    })
}

/// Red, green and blue of `#rgb`, `#rrggbb` or `rgb(r, g, b)`; other notations are not judged.
fn colour(text: &str) -> Option<[f64; 3]> {
    let text = text.trim();
    let byte = |hex: &str| u8::from_str_radix(hex, 16).ok().map(f64::from);
    if let Some(hex) = text.strip_prefix('#').filter(|hex| hex.is_ascii()) {
        return match hex.len() {
            3 => Some([byte(&hex[0..1].repeat(2))?, byte(&hex[1..2].repeat(2))?, byte(&hex[2..3].repeat(2))?]),
            6 => Some([byte(&hex[0..2])?, byte(&hex[2..4])?, byte(&hex[4..6])?]),
            _ => None,
        };
    }
    let inner = text.strip_prefix("rgb(")?.strip_suffix(')')?;
    let parts: Vec<f64> = inner.split([',', ' ']).filter_map(|part| part.trim().parse().ok()).collect();
    parts.try_into().ok()
}

/// Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
fn ratio(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(rgb: [f64; 3]) -> f64 {
    let linear = |c: f64| {
        let c = c / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_those_of_wcag() {
        let of = |a, b| ratio(colour(a).expect("a colour"), colour(b).expect("a colour"));
        assert!((of("#000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((of("#777777", "#ffffff") - 4.48).abs() < 0.01, "the well-known grey that just fails");
        assert!((of("rgb(118, 118, 118)", "#fff") - 4.54).abs() < 0.01, "and the one that just passes");
    }
}
