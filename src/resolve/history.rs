//! Since when a page is as it is: changes up to the edition's day, and those that are announced.

use jiff::civil::Date;

use super::edition::{Edition, RuleEdition};
use crate::model::{HistoryEntry, Ix, Library, Rule};

impl<'a> Edition<'a> {
    /// The last day, up to the edition's, on which the text (by its history) or a fact in it changed; the
    /// day of the review when neither ever did.
    pub(super) fn changed_on(&self, edition: &RuleEdition<'_>) -> Date {
        let history = self.past(edition.ix).into_iter().map(|entry| entry.on.value);
        let facts = edition.facts.iter().filter_map(|fact| self.facts.get(*fact)?.since);
        let begun = edition.examples.iter().filter_map(|example| example.example.validity.from);
        let begun = begun.chain(edition.rule.validity.from);
        let gone = edition.rule.examples.iter().filter_map(|example| example.validity.until?.tomorrow().ok());
        let gone = gone.filter(|day| *day <= self.date);
        history.chain(facts).chain(begun).chain(gone).max().unwrap_or(edition.rule.review.on.value)
    }

    /// The last day on which the page looked different: see [`RuleEdition::version`].
    pub(super) fn version(&self, edition: &RuleEdition<'_>) -> Date {
        let history = self.coming(edition.ix).into_iter().map(|entry| entry.on.value);
        let facts = edition.facts.iter().filter_map(|fact| self.facts.get(*fact)?.coming.as_ref());
        let announced = history.chain(facts.map(|(from, _)| *from)).map(|on| announced_on(self.library, on));
        let contacts = self.municipality.and_then(|municipality| municipality.contacts.since);
        let contacts = contacts.filter(|since| *since <= self.date);
        announced.chain(contacts).chain([edition.changed_on]).max().unwrap_or(edition.changed_on)
    }

    /// The last day, up to the edition's, on which any of its rules or facts changed.
    #[must_use]
    pub fn changed_on_at_all(&self) -> Option<Date> {
        let rules = (0..self.library.rules.len()).map(Ix::new).filter(|rule| self.has(*rule));
        let history = rules.flat_map(|ix| {
            let begun = self.library.rules[ix.get()].validity.from;
            self.entries(ix).map(|entry| entry.on.value).filter(|on| *on <= self.date).chain(begun)
        });
        let facts = (0..self.library.facts.len()).filter_map(|i| self.facts.get(Ix::new(i))?.since);
        history.chain(facts).max()
    }

    /// Every change of a rule, also those of the municipality's own version, in order of time.
    pub(super) fn history(&self, rule: Ix<Rule>) -> Vec<&'a HistoryEntry> {
        let mut all: Vec<&HistoryEntry> = self.entries(rule).collect();
        all.sort_by_key(|entry| entry.on.value);
        all
    }

    /// The same, as they are written.
    fn entries(&self, rule: Ix<Rule>) -> impl Iterator<Item = &'a HistoryEntry> + use<'a> {
        let own = self.overlay(rule).map_or(&[][..], |overlay| &overlay.history);
        self.library.rules[rule.get()].history.iter().chain(own)
    }

    /// What changed up to the edition's day, newest first.
    #[must_use]
    pub fn past(&self, rule: Ix<Rule>) -> Vec<&'a HistoryEntry> {
        self.history(rule).into_iter().rev().filter(|entry| entry.on.value <= self.date).collect()
    }

    /// What will change within the time in which changes are announced, soonest first.
    #[must_use]
    pub fn coming(&self, rule: Ix<Rule>) -> Vec<&'a HistoryEntry> {
        let last = self.date.checked_add(self.library.site.announce).unwrap_or(Date::MAX);
        let soon = |entry: &&HistoryEntry| entry.on.value > self.date && entry.on.value <= last;
        self.history(rule).into_iter().filter(soon).collect()
    }
}

/// The first day on which a change that takes effect `on` a day is announced.
pub(super) fn announced_on(library: &Library, on: Date) -> Date {
    let announce = library.site.announce;
    // Months have different lengths: from the subtraction it is a few days either way.
    first_day(on.checked_sub(announce).unwrap_or(on), on, |day| {
        day.checked_add(announce).is_ok_and(|last| last >= on)
    })
}

/// The first day on which something is so that stays so afterwards. `near` is a few days away from it at most; `last`
/// is the latest it can be.
pub(super) fn first_day(near: Date, last: Date, is_so: impl Fn(Date) -> bool) -> Date {
    let mut day = near;
    while !is_so(day) && day < last {
        day = day.tomorrow().unwrap_or(last);
    }
    while let Some(before) = day.yesterday().ok().filter(|before| is_so(*before)) {
        day = before;
    }
    day
}
