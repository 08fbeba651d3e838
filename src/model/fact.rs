//! Facts: values kept once, with dates.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Formula, Ix, LawReference, PerLanguage, Segment};
use crate::source::{Span, Spanned};

/// What kind of value a fact has; it decides how the value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// An amount in euro.
    Money,
    /// A number.
    Number,
    /// A percentage; the value 25 means 25%.
    Percent,
    /// Calendar days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
    /// A calendar date.
    Date,
    /// Words, possibly different per language.
    Text,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
}

impl FactKind {
    /// As written in `facts.yaml`, in order.
    pub const ALL: [(&'static str, FactKind); 12] = [
        ("money", FactKind::Money),
        ("number", FactKind::Number),
        ("percent", FactKind::Percent),
        ("days", FactKind::Days),
        ("weeks", FactKind::Weeks),
        ("months", FactKind::Months),
        ("years", FactKind::Years),
        ("date", FactKind::Date),
        ("text", FactKind::Text),
        ("phone", FactKind::Phone),
        ("email", FactKind::Email),
        ("url", FactKind::Url),
    ];

    /// Whether values are numbers, with which a formula can calculate.
    #[must_use]
    pub fn is_numeric(self) -> bool {
        self.is_duration() || matches!(self, FactKind::Money | FactKind::Number | FactKind::Percent)
    }

    /// Whether values are lengths of time, which can be a term.
    #[must_use]
    pub fn is_duration(self) -> bool {
        matches!(self, FactKind::Days | FactKind::Weeks | FactKind::Months | FactKind::Years)
    }
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Money, number, percent, days, weeks, months.
    Number(Decimal),
    /// A date.
    Date(Date),
    /// Phone, e-mail, url: the same in every language.
    Plain(String),
    /// Words per language.
    Text(PerLanguage<String>),
}

/// A value and when it holds: from the first day up to and including `until`, or up to the next period.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day, if the value is known to end.
    pub until: Option<Date>,
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// How a fact gets its values.
#[derive(Debug, Clone, PartialEq)]
pub enum Figures {
    /// Periods, sorted by first day, not overlapping.
    Dated(Vec<Period>),
    /// Calculated from other facts.
    Computed(Formula),
    /// Each municipality gives its own.
    Local,
    /// Written wrongly: a finding says why, and nothing is published.
    Unusable,
}

/// Whether a fact is the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The same for every municipality.
    National,
    /// Every municipality gives its own.
    Local,
}

/// Where a fact's values were found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FactSource {
    /// Articles of laws.
    pub law: Vec<LawReference>,
    /// Another source, in words.
    pub text: Option<String>,
}

/// A value kept once.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Identifier.
    pub id: Spanned<String>,
    /// Kind.
    pub kind: FactKind,
    /// What it is, in each language.
    pub label: PerLanguage<Segment>,
    /// Where it comes from.
    pub source: FactSource,
    /// Values.
    pub figures: Figures,
    /// Least and greatest value a municipality may give, both allowed.
    pub bounds: Option<(Option<Decimal>, Option<Decimal>)>,
    /// Days of the year, as month and day, on which the value usually changes.
    pub expected: Vec<(i8, i8)>,
    /// The new value is not known yet: this fact tells readers how old the shown one is.
    pub awaiting: Option<Spanned<Ix<Fact>>>,
}

impl Fact {
    /// The facts that are always there: the municipality's own contacts.
    pub const CONTACTS: [&'static str; 4] =
        ["municipality-email", "municipality-name", "municipality-phone", "municipality-website"];

    /// Whether it is one of the municipality's own contacts.
    #[must_use]
    pub fn is_contact(&self) -> bool {
        Self::CONTACTS.contains(&self.id.value.as_str())
    }

    /// Whether the fact is the same everywhere.
    #[must_use]
    pub fn scope(&self) -> Scope {
        match self.figures {
            Figures::Local => Scope::Local,
            Figures::Dated(_) | Figures::Computed(_) | Figures::Unusable => Scope::National,
        }
    }
}

impl Period {
    /// The period that holds on a day, among periods sorted by first day.
    #[must_use]
    pub fn on(periods: &[Period], date: Date) -> Option<&Period> {
        let after = periods.partition_point(|period| period.from <= date);
        let period = periods[..after].last()?;
        period.until.is_none_or(|until| date <= until).then_some(period)
    }
}
