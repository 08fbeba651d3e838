//! Facts on a day: the value that holds, since when, and the change that is coming.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{Fact, FactKind, Figures, Formula, Ix, Library, Municipality, Period, Value};

/// A fact on the day of an edition.
#[derive(Debug, Clone, PartialEq)]
pub struct FactNow {
    /// The value that holds.
    pub value: Value,
    /// Since when; nothing when it has always held.
    pub since: Option<Date>,
    /// The next change within the time in which changes are announced: its day, and the value from then.
    pub coming: Option<(Date, Value)>,
}

/// A day on which a value begins, becomes another, or ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The first day of what comes after.
    pub on: Date,
    /// The value on the day before; nothing where none is known.
    pub before: Option<Value>,
    /// The value from that day on; nothing where it ends.
    pub after: Option<Value>,
}

impl Step {
    /// Whether one value takes the place of another. A value that begins changes nothing for anybody, and one
    /// that ends is for the people who keep the guide.
    #[must_use]
    pub fn is_change(&self) -> bool {
        self.before.is_some() && self.after.is_some() && self.before != self.after
    }
}

/// All facts for one municipality on one day, by the fact's position.
#[derive(Debug, Clone)]
pub struct Facts(Arc<[Option<FactNow>]>);

impl Facts {
    /// Fixes every fact. `municipality` is nothing for a guide without municipalities.
    #[must_use]
    pub fn on(library: &Library, municipality: Option<&Municipality>, date: Date) -> Self {
        let last = date.checked_add(library.site.announce).unwrap_or(Date::MAX);
        Self::announced_until(library, municipality, (date, last))
    }

    /// The same with every change that is known, however far ahead: for people who keep a guide.
    #[must_use]
    pub fn with_all_changes(library: &Library, municipality: Option<&Municipality>, date: Date) -> Self {
        Self::announced_until(library, municipality, (date, Date::MAX))
    }

    fn announced_until(
        library: &Library,
        municipality: Option<&Municipality>,
        (date, last): (Date, Date),
    ) -> Self {
        let timeline = Timeline { facts: &library.facts, municipality, known: RefCell::default() };
        let all = (0..library.facts.len()).map(Ix::new);
        Facts(all.map(|fact| timeline.now(fact, date, last)).collect())
    }

    /// For every fact, by its position, each day on which a period of it (or of a fact that it is computed from)
    /// begins or ends, in order of time.
    #[must_use]
    pub fn steps(library: &Library, municipality: Option<&Municipality>) -> Vec<Vec<Step>> {
        let timeline = Timeline { facts: &library.facts, municipality, known: RefCell::default() };
        (0..library.facts.len()).map(|fact| timeline.steps(Ix::new(fact))).collect()
    }

    /// One fact; nothing when it has no value on the day.
    #[must_use]
    pub fn get(&self, fact: Ix<Fact>) -> Option<&FactNow> {
        self.0.get(fact.get()).and_then(Option::as_ref)
    }

    /// The facts that have no value on the day.
    pub fn missing(&self) -> impl Iterator<Item = Ix<Fact>> {
        self.0.iter().enumerate().filter(|(_, now)| now.is_none()).map(|(i, _)| Ix::new(i))
    }
}

/// Formulas that need formulas that need formulas: longer chains have no value.
const MAX_DEPTH: usize = 64;

struct Timeline<'a> {
    facts: &'a [Fact],
    municipality: Option<&'a Municipality>,
    /// What was computed before: formulas that share facts would otherwise be computed over and over.
    known: RefCell<Known>,
}

#[derive(Default)]
struct Known {
    values: BTreeMap<(Ix<Fact>, Date), Option<Value>>,
    /// With the days after the last ones of periods, or without.
    changes: BTreeMap<(Ix<Fact>, bool), Vec<Date>>,
}

impl Timeline<'_> {
    fn now(&self, fact: Ix<Fact>, date: Date, last: Date) -> Option<FactNow> {
        let value = self.value(fact, date, 0)?;
        let changes = self.changes(fact, 0);
        let since = changes.iter().rev().find(|day| **day <= date && day.year() > 1).copied();
        // A period may say again what holds already: that is no change, and must not hide the one after it.
        let ahead = changes.iter().filter(|day| **day > date && **day <= last);
        let mut ahead = ahead.filter_map(|day| Some((*day, self.value(fact, *day, 0)?)));
        let coming = ahead.find(|(_, coming)| *coming != value);
        Some(FactNow { value, since, coming })
    }

    fn periods(&self, fact: Ix<Fact>) -> &[Period] {
        match &self.facts[fact.get()].figures {
            Figures::Dated(periods) => periods,
            Figures::Local => {
                let own = self.municipality.and_then(|municipality| municipality.facts.get(&fact));
                own.map_or(&[], |own| own.periods.as_slice())
            }
            Figures::Computed(_) | Figures::Unusable => &[],
        }
    }

    /// The value on a day. `depth` guards against formulas that need themselves, which `load` reports.
    fn value(&self, fact: Ix<Fact>, date: Date, depth: usize) -> Option<Value> {
        let Figures::Computed(formula) = &self.facts[fact.get()].figures else {
            return Period::on(self.periods(fact), date).map(|period| period.value.clone());
        };
        if depth > MAX_DEPTH {
            return None;
        }
        if let Some(known) = self.known.borrow().values.get(&(fact, date)) {
            return known.clone();
        }
        let value = self.computed(fact, formula, date, depth);
        self.known.borrow_mut().values.insert((fact, date), value.clone());
        value
    }

    fn computed(&self, fact: Ix<Fact>, formula: &Formula, date: Date, depth: usize) -> Option<Value> {
        let needed = |need| match self.value(need, date, depth + 1) {
            Some(Value::Number(number)) => Some(self.as_factor(need, number)),
            _ => None,
        };
        let result = formula.evaluate(needed)?;
        let result = match self.facts[fact.get()].kind {
            FactKind::Percent => result.checked_mul(Decimal::ONE_HUNDRED)?,
            _ => result,
        };
        formula.rounding.apply(result, formula.step).map(Value::Number)
    }

    /// A percentage enters a formula as a fraction: 25 as 0.25.
    fn as_factor(&self, fact: Ix<Fact>, number: Decimal) -> Decimal {
        match self.facts[fact.get()].kind {
            FactKind::Percent => number / Decimal::ONE_HUNDRED,
            _ => number,
        }
    }

    fn steps(&self, fact: Ix<Fact>) -> Vec<Step> {
        let step = |on: Date| {
            let before = on.yesterday().ok().and_then(|day| self.value(fact, day, 0));
            Step { on, before, after: self.value(fact, on, 0) }
        };
        // A value without a date holds since the first day there is.
        let days = self.days(fact, true, 0).into_iter().filter(|day| day.year() > 1);
        days.map(step).collect()
    }

    /// The days on which the value can change, sorted.
    fn changes(&self, fact: Ix<Fact>, depth: usize) -> Vec<Date> {
        self.days(fact, false, depth)
    }

    /// The first days of periods and, with `ends`, the days after their last ones, sorted.
    fn days(&self, fact: Ix<Fact>, ends: bool, depth: usize) -> Vec<Date> {
        if let Some(known) = self.known.borrow().changes.get(&(fact, ends)) {
            return known.clone();
        }
        let mut days: Vec<Date> = match &self.facts[fact.get()].figures {
            Figures::Computed(formula) if depth <= MAX_DEPTH => {
                formula.needs().flat_map(|(need, _)| self.days(need, ends, depth + 1)).collect()
            }
            _ => {
                let periods = self.periods(fact);
                let after = periods.iter().filter(|_| ends).filter_map(|period| period.until?.tomorrow().ok());
                periods.iter().map(|period| period.from).chain(after).collect()
            }
        };
        days.sort_unstable();
        days.dedup();
        self.known.borrow_mut().changes.insert((fact, ends), days.clone());
        days
    }
}
