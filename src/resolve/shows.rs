//! Which facts stand on the page of each rule, found once for rules that did not change.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;

use super::edition::Edition;
use crate::model::{Fact, Ix, Municipality, Rule};

/// A rule with the facts on its page, in the order in which a reader meets them.
pub(super) type Page = (Ix<Rule>, Arc<[Ix<Fact>]>);

/// What was found before, for whoever takes editions of one guide over and over while it is written.
#[derive(Debug, Default)]
pub struct FactsOnPages {
    days: Mutex<Vec<Day>>,
}

/// By position of the rule: the rule as it was, and what it shows.
type Known = Vec<Option<(Arc<Rule>, Arc<[Ix<Fact>]>)>>;

/// One municipality on one day. What a rule shows is decided by its texts and by those of the municipality, both of which
/// are read anew when anything changes that they refer to: so the same rule in memory shows the same facts.
#[derive(Debug)]
struct Day {
    municipality: Option<Arc<Municipality>>,
    date: Date,
    source: usize,
    rules: Known,
}

/// So many days are kept: of a few municipalities, today and the next days on which something changes.
const DAYS_KEPT: usize = 12;

impl FactsOnPages {
    /// The rules of an edition with the facts on their pages, as the texts in the source language show them.
    pub(super) fn of(&self, edition: Edition<'_>) -> Vec<Page> {
        let library = edition.library;
        let is_own =
            |other: &&Arc<Municipality>| edition.municipality.is_some_and(|own| std::ptr::eq(own, &***other));
        let municipality = library.municipalities.iter().find(is_own).cloned();
        let (date, source) = (edition.date, library.languages.source());
        let before = self.take(municipality.as_ref(), date, source).unwrap_or_default();
        let known = |ix: Ix<Rule>| {
            let (rule, facts) = before.get(ix.get())?.as_ref()?;
            Arc::ptr_eq(rule, &library.rules[ix.get()]).then(|| Arc::clone(facts))
        };
        let here = Edition { language: source, ..edition };
        let page = |ix: Ix<Rule>| (ix, known(ix).unwrap_or_else(|| here.page(ix).facts.into()));
        let pages: Vec<Page> = edition.rules().into_par_iter().map(page).collect();
        let mut rules = vec![None; library.rules.len()];
        for (ix, facts) in &pages {
            rules[ix.get()] = Some((Arc::clone(&library.rules[ix.get()]), Arc::clone(facts)));
        }
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        days.push(Day { municipality, date, source, rules });
        let surplus = days.len().saturating_sub(DAYS_KEPT);
        days.drain(..surplus);
        pages
    }

    fn take(&self, municipality: Option<&Arc<Municipality>>, date: Date, source: usize) -> Option<Known> {
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |day: &Day| match (&day.municipality, municipality) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let at = days.iter().position(|day| day.date == date && day.source == source && same(day))?;
        Some(days.remove(at).rules)
    }
}
