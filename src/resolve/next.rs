//! When the pages look different next, by the date alone: a timer builds again on that day.

use std::collections::BTreeSet;

use jiff::{Span, civil::Date};

use super::changes::NEWS_MONTHS;
use super::history::{announced_on, first_day};
use super::timeline::Facts;
use crate::model::{HistoryEntry, Library, Municipality, Validity};

/// The next day on which pages look different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// The day.
    pub on: Date,
    /// What happens then.
    pub why: Why,
}

/// Why pages look different from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A change takes effect.
    TakesEffect,
    /// Readers are told of a coming change.
    Announced,
    /// A change is news no longer.
    NewsNoLonger,
}

/// The first day after `date` on which anything that a reader of these municipalities sees is different, apart from
/// that date itself: a value, a line of history, a rule or example that begins or ends, other contacts, an announcement
/// that begins, or a change that was news for a year. Nothing when nothing more is known.
///
/// It is never too late. It may be a day on which no page changes: a change that no page shows counts too.
#[must_use]
pub fn next(library: &Library, municipalities: &[Option<&Municipality>], date: Date) -> Option<Next> {
    let mut days = Days { library, after: date, found: BTreeSet::new() };
    for rule in &library.rules {
        days.validity(rule.validity);
        rule.examples.iter().for_each(|example| days.validity(example.validity));
        days.history(&rule.history);
    }
    for municipality in municipalities {
        for step in Facts::steps(library, *municipality).into_iter().flatten() {
            match step.is_change() {
                true => days.told(step.on),
                false => days.takes_effect(step.on),
            }
        }
        if let Some(municipality) = municipality {
            municipality.overlays.values().for_each(|overlay| days.history(&overlay.history));
            municipality.contacts.since.into_iter().for_each(|since| days.takes_effect(since));
        }
    }
    days.found.first().map(|(on, why)| Next { on: *on, why: *why })
}

struct Days<'a> {
    library: &'a Library,
    after: Date,
    found: BTreeSet<(Date, Why)>,
}

impl Days<'_> {
    fn add(&mut self, on: Date, why: Why) {
        if on > self.after {
            self.found.insert((on, why));
        }
    }

    fn takes_effect(&mut self, on: Date) {
        self.add(on, Why::TakesEffect);
    }

    /// A change that readers are told of before and afterwards.
    fn told(&mut self, on: Date) {
        self.takes_effect(on);
        self.add(announced_on(self.library, on), Why::Announced);
        let months = Span::new().months(NEWS_MONTHS);
        if let Ok(last) = on.checked_add(months) {
            let old = |day: Date| day.checked_sub(months).is_ok_and(|first| first > on);
            let end = last.checked_add(Span::new().days(5)).unwrap_or(Date::MAX);
            self.add(first_day(last, end, old), Why::NewsNoLonger);
        }
    }

    fn history(&mut self, entries: &[HistoryEntry]) {
        entries.iter().for_each(|entry| self.told(entry.on.value));
    }

    fn validity(&mut self, validity: Validity) {
        let gone = validity.until.and_then(|until| until.tomorrow().ok());
        validity.from.into_iter().chain(gone).for_each(|on| self.told(on));
    }
}
