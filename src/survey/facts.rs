//! Every fact: what holds, since when, and when it will or should change.

use jiff::civil::Date;

use super::{Held, Subject};
use crate::check::last_expected;
use crate::model::{Fact, Ix};

/// A fact on the day.
#[derive(Debug, Clone, PartialEq)]
pub struct FactEntry {
    /// The fact.
    pub fact: Ix<Fact>,
    /// What holds: once where it is the same everywhere, otherwise for each publisher in their order.
    pub held: Vec<Option<Held>>,
    /// The next day on which the value usually changes.
    pub expected: Option<Date>,
    /// The day on which it should have changed, when a value is from before.
    pub due: Option<Date>,
}

/// Facts by name; the contacts of municipalities are left out.
pub(super) fn facts(subject: Subject<'_>) -> Vec<FactEntry> {
    let facts = subject.library.facts.iter().enumerate().filter(|(_, fact)| !fact.is_contact());
    let entry = |(i, fact): (usize, &Fact)| {
        let all = subject.publishers.iter().map(|publisher| publisher.facts.get(i).cloned().flatten());
        let mut held: Vec<Option<Held>> = all.collect();
        if held.windows(2).all(|pair| pair[0] == pair[1]) {
            held.truncate(1);
        }
        let last = last_expected(fact, subject.date);
        let old = |last: &Date| held.iter().flatten().any(|held| held.since.is_none_or(|since| since < *last));
        FactEntry { fact: Ix::new(i), due: last.filter(old), expected: next_expected(fact, subject.date), held }
    };
    facts.map(entry).collect()
}

/// The first day after today on which the value usually changes. A leap day may be years away.
fn next_expected(fact: &Fact, today: Date) -> Option<Date> {
    let years = (0..=8).filter_map(|ahead| today.year().checked_add(ahead));
    let days = years.flat_map(|year| fact.expected.iter().map(move |(month, day)| Date::new(year, *month, *day)));
    days.flatten().filter(|day| *day > today).min()
}
