//! Municipalities: who publishes, how to reach them, what is different there.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Fact, HistoryEntry, Ix, Media, Outcome, PerLanguage, Period, Route, Rule, RuleText, Segment, Within};
use crate::source::{Span, Spanned};

/// A municipality that publishes editions of the guide.
#[derive(Debug, Clone)]
pub struct Municipality {
    /// Folder name.
    pub id: String,
    /// Its `municipality.yaml`.
    pub span: Span,
    /// Proper name, the same in every language.
    pub name: String,
    /// The office that answers.
    pub organisation: PerLanguage<Segment>,
    /// CBS code, `GM` and four digits.
    pub code: Option<String>,
    /// Its name in the national list of terms (OWMS): the last part of its address there, such as
    /// `Utrecht_(gemeente)`.
    pub owms: Option<String>,
    /// How to reach it.
    pub contacts: Contacts,
    /// Free, independent support.
    pub support: Vec<Support>,
    /// Where to go when a complaint did not help.
    pub ombudsman: Option<Ombudsman>,
    /// Looks.
    pub house_style: HouseStyle,
    /// Own facts.
    pub facts: BTreeMap<Ix<Fact>, LocalFact>,
    /// Own versions of rules.
    pub overlays: BTreeMap<Ix<Rule>, Overlay>,
}

/// Own values of a local fact.
#[derive(Debug, Clone)]
pub struct LocalFact {
    /// Where it is given.
    pub span: Span,
    /// Values, sorted by first day.
    pub periods: Vec<Period>,
}

/// How to reach a municipality.
#[derive(Debug, Clone, Default)]
pub struct Contacts {
    /// The day on which they last changed: sheets on paper show them, and get a new version by it.
    pub since: Option<Date>,
    /// Telephone, as it is written for people.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Address of the change form.
    pub form: Option<String>,
    /// Visitors.
    pub desk: Option<Address>,
    /// Letters.
    pub post: Option<Address>,
    /// Opening hours, a line each.
    pub hours: PerLanguage<Vec<Segment>>,
}

/// A postal address in the Netherlands.
#[derive(Debug, Clone)]
pub struct Address {
    /// Street and number, or box.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Place.
    pub place: String,
}

/// An organisation that helps for free and is independent of the municipality.
#[derive(Debug, Clone)]
pub struct Support {
    /// Name.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// What it does.
    pub about: PerLanguage<Segment>,
}

/// The ombudsman of a municipality.
#[derive(Debug, Clone)]
pub struct Ombudsman {
    /// Name.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Website.
    pub website: Option<String>,
}

/// Looks of a municipality's pages.
#[derive(Debug, Clone, Default)]
pub struct HouseStyle {
    /// Logo.
    pub logo: Option<Ix<Media>>,
    /// Colours by token name, as `#rrggbb`.
    pub colours: BTreeMap<String, Spanned<String>>,
    /// Design tokens, for example those of an NL Design System theme.
    pub tokens: Option<Tokens>,
}

/// Custom properties of a style sheet.
#[derive(Debug, Clone)]
pub struct Tokens {
    /// Where the file is named.
    pub span: Span,
    /// Name without its two hyphens, and value.
    pub properties: BTreeMap<String, String>,
}

impl Address {
    /// The address as it is written on an envelope, line by line.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        // Two spaces between postcode and place, as PostNL asks; no-break, so that they stay together.
        vec![self.street.clone(), format!("{}\u{a0}\u{a0}{}", self.postcode, self.place)]
    }
}

impl Tokens {
    /// The value of a property, followed through `var(--other)`.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        let mut value = self.properties.get(name)?.as_str();
        // Tokens that name each other in a circle have no value.
        for _ in 0..8 {
            let Some(inner) = value.strip_prefix("var(--") else {
                return Some(value);
            };
            let other = inner.trim_end_matches(')').split(',').next()?.trim();
            value = self.properties.get(other)?;
        }
        None
    }
}

/// A municipality's own version of a rule: only what differs.
#[derive(Debug, Clone, Default)]
pub struct Overlay {
    /// Outcomes and terms of examples that differ, by example identifier.
    pub examples: BTreeMap<String, (Option<Outcome>, Option<Spanned<Within>>)>,
    /// Other ways to do it.
    pub routes: Option<Vec<Route>>,
    /// Changes of what is different here, newest last.
    pub history: Vec<HistoryEntry>,
    /// Texts that differ.
    pub texts: PerLanguage<RuleText>,
    /// Where examples and routes are changed, by name: `examples.<id>`, `routes`.
    pub places: BTreeMap<String, Span>,
    /// What changed in the general rule since this version was made. Readers are not told: the
    /// municipality's text holds until somebody has looked at it.
    pub drift: Vec<Drift>,
}

/// A part of an own version that was made from a general text that has changed since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// The municipality's own words.
    pub own: Span,
    /// The general words as they are now, or the start of the general file where they are gone.
    pub base: Span,
    /// The name of the segment: `answer`, `examples.<id>.meaning`, `body`, `examples.<id>`, `routes`.
    pub what: String,
}
