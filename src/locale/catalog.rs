//! A language as the renderer sees it: texts, numbers, dates, order.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use icu::calendar::{Date as IcuDate, Gregorian};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{M, YMD};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal as IcuDecimal;
use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::messages::{Argument, Messages};
use super::settings::{Direction, Settings};
use crate::model::FactKind;

/// One language.
pub struct Catalog {
    tag: String,
    settings: Settings,
    messages: Messages,
    numbers: Option<DecimalFormatter>,
    dates: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    months: Option<Months>,
    collator: Option<CollatorBorrowed<'static>>,
    plurals: Option<PluralRules>,
    /// Dates as they were written before: a guide has some dozens, and writes each hundreds of times.
    written: RwLock<BTreeMap<Date, String>>,
}

fn word(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The month names of a language, and a second set.
struct Months {
    own: FixedCalendarDateTimeFormatter<Gregorian, M>,
    alias: FixedCalendarDateTimeFormatter<Gregorian, M>,
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalog").field("tag", &self.tag).field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl Catalog {
    /// CLDR has data for every tag, if need be that of the root locale; where ICU4X finds none all the
    /// same, numbers and dates are written in their neutral form (1401.50, 2026-01-31).
    pub(super) fn new(tag: &str, settings: Settings, messages: Messages) -> Self {
        let month = |locale: &Locale| FixedCalendarDateTimeFormatter::try_new(locale.into(), M::long()).ok();
        let months = settings
            .month_alias
            .as_ref()
            .and_then(|alias| Some(Months { own: month(&settings.dates)?, alias: month(alias)? }));
        let own: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        Catalog {
            tag: tag.to_owned(),
            numbers: DecimalFormatter::try_new((&settings.numbers).into(), Default::default()).ok(),
            dates: FixedCalendarDateTimeFormatter::try_new((&settings.dates).into(), YMD::long()).ok(),
            months,
            plurals: PluralRules::try_new((&own).into(), PluralRulesOptions::default()).ok(),
            collator: Collator::try_new((&own).into(), CollatorOptions::default()).ok(),
            settings,
            messages,
            written: RwLock::default(),
        }
    }

    /// BCP 47 tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The language's name in itself.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// Writing direction.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.settings.direction
    }

    /// All interface texts without arguments.
    #[must_use]
    pub fn fixed(&self) -> &BTreeMap<String, String> {
        &self.messages.fixed
    }

    /// One interface text without arguments; its name if there is none.
    #[must_use]
    pub fn text<'a>(&'a self, id: &'a str) -> &'a str {
        self.messages.fixed.get(id).map_or(id, String::as_str)
    }

    /// An interface text with values filled in.
    #[must_use]
    pub fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.messages.say(id, None, arguments)
    }

    /// A number with this language's digits and separators.
    #[must_use]
    pub fn number(&self, number: Decimal) -> String {
        let plain = number.to_string();
        match (&self.numbers, IcuDecimal::try_from_str(&plain)) {
            (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string(),
            _ => plain,
        }
    }

    /// An amount in euro: with cents only when there are any.
    #[must_use]
    pub fn money(&self, amount: Decimal) -> String {
        let mut amount = amount.normalize();
        if amount.scale() > 0 {
            amount.rescale(2);
        }
        self.settings.money.replace("{value}", &self.number(amount))
    }

    /// A percentage.
    #[must_use]
    pub fn percent(&self, percentage: Decimal) -> String {
        self.settings.percent.replace("{value}", &self.number(percentage.normalize()))
    }

    /// A length of time with the right plural form; `after` asks for the form after a preposition.
    #[must_use]
    pub fn duration(&self, kind: FactKind, number: Decimal, after: bool) -> String {
        let id = match kind {
            FactKind::Weeks => "duration_weeks",
            FactKind::Months => "duration_months",
            FactKind::Years => "duration_years",
            _ => "duration_days",
        };
        let value = self.number(number.normalize());
        self.counted(id, number, &value, after)
    }

    /// A message whose form follows from a number, with that number as `value` has it.
    #[must_use]
    pub fn counted(&self, id: &str, number: Decimal, value: &str, after: bool) -> String {
        let n = number.to_f64().unwrap_or_default();
        // Up to 100 a language may name single numbers; above it only the plural category counts, and
        // CLDR's is taken from ICU4X: the rules inside fluent-bundle are wrong for Arabic 103 to 199.
        let category = self.plurals.as_ref().map(|rules| word(rules.category_for(n as usize)));
        let n = category.filter(|_| n > 100.0).map_or(Argument::Number(n), Argument::Text);
        let arguments = [("n", n), ("value", Argument::Text(value))];
        self.messages.say(id, after.then_some("after"), &arguments)
    }

    /// A date with the month as a word, where a second month name is asked for with that in brackets.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        if let Some(written) = self.written.read().unwrap_or_else(PoisonError::into_inner).get(&date) {
            return written.clone();
        }
        let written = self.write_date(date);
        self.written.write().unwrap_or_else(PoisonError::into_inner).insert(date, written.clone());
        written
    }

    fn write_date(&self, date: Date) -> String {
        let (year, month, day) = (date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs());
        let (Some(formatter), Ok(icu)) = (&self.dates, IcuDate::try_new_gregorian(year, month, day)) else {
            return date.to_string();
        };
        let written = formatter.format(&icu).to_string();
        match &self.months {
            None => written,
            Some(months) => {
                let (own, alias) = (months.own.format(&icu).to_string(), months.alias.format(&icu).to_string());
                written.replacen(&own, &format!("{own} ({alias})"), 1)
            }
        }
    }

    /// The order of words in this language.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let order = self.collator.as_ref().map(|collator| collator.compare(one, other));
        order.unwrap_or(Ordering::Equal).then_with(|| one.cmp(other))
    }
}
