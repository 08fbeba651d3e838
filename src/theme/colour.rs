//! Colours, as far as house styles give them and paper and the contrast check need them.

use std::fmt;

use super::Theme;
use crate::model::HouseStyle;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// Reads `#rgb`, `#rrggbb` or `rgb(r, g, b)`; other notations are not known here.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let byte = |hex: &str| u8::from_str_radix(hex, 16).ok();
        if let Some(hex) = text.strip_prefix('#').filter(|hex| hex.is_ascii()) {
            return match hex.len() {
                3 => Some(Rgb([
                    byte(&hex[0..1].repeat(2))?,
                    byte(&hex[1..2].repeat(2))?,
                    byte(&hex[2..3].repeat(2))?,
                ])),
                6 => Some(Rgb([byte(&hex[0..2])?, byte(&hex[2..4])?, byte(&hex[4..6])?])),
                _ => None,
            };
        }
        let inner = text.strip_prefix("rgb(")?.strip_suffix(')')?;
        let parts: Vec<u8> = inner.split([',', ' ']).filter_map(|part| part.trim().parse().ok()).collect();
        parts.try_into().ok().map(Rgb)
    }

    /// Contrast with another colour, 1 to 21 (WCAG 2.2, "contrast ratio").
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// Where the NL Design System keeps a colour of ours.
const TOKENS: [(&str, &str); 2] = [
    ("primary", "utrecht-button-primary-action-background-color"),
    ("on-primary", "utrecht-button-primary-action-color"),
];

impl Theme {
    /// A colour in a house style: its own, else that of its design tokens, else the theme's.
    #[must_use]
    pub fn colour(&self, name: &str, style: Option<&HouseStyle>) -> Option<Rgb> {
        let own = style.and_then(|style| style.colours.get(name)).map(|colour| colour.value.as_str());
        let token = TOKENS.iter().find(|(ours, _)| *ours == name).map(|(_, token)| token);
        let token = token.and_then(|token| style?.tokens.as_ref()?.value(token));
        let all = [own, token, self.colours.get(name).map(String::as_str)];
        all.into_iter().flatten().find_map(Rgb::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::Rgb;

    #[test]
    fn ratios_are_those_of_wcag() {
        let of = |a, b| Rgb::parse(a).expect("a colour").contrast(Rgb::parse(b).expect("a colour"));
        assert!((of("#000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((of("#777777", "#ffffff") - 4.48).abs() < 0.01, "the well-known grey that just fails");
        assert!((of("rgb(118, 118, 118)", "#fff") - 4.54).abs() < 0.01, "and the one that just passes");
    }
}
