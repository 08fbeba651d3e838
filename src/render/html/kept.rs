//! What pages of an edition have in common, kept from the first that asks for it.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use jiff::civil::Date;
use tera::Value;

use super::view::{PartPage, RuleLink};
use crate::model::{Ix, LawReference, Rule, Situation};
use crate::render::law::LawLink;
use crate::resolve::LifeEvents;

type Rights = BTreeMap<Vec<Ix<Situation>>, Vec<Ix<Rule>>>;

/// What was made before.
#[derive(Debug)]
pub(super) struct Kept {
    /// By rule, the day of its sheet.
    versions: Vec<OnceLock<Date>>,
    /// By rule, its name with the way to it.
    links: Vec<OnceLock<RuleLink>>,
    laws: Mutex<BTreeMap<LawReference, LawLink>>,
    rights: Mutex<Rights>,
    parts: Mutex<BTreeMap<PartPage, Value>>,
}

/// So many rights are kept for the same life events. A page shows a few, and leaves out some that it names anyway.
const RIGHTS: usize = 24;

impl Kept {
    /// Nothing yet, for a guide with so many rules.
    pub(super) fn nothing(rules: usize) -> Self {
        Kept {
            versions: vec![OnceLock::new(); rules],
            links: vec![OnceLock::new(); rules],
            laws: Mutex::default(),
            rights: Mutex::default(),
            parts: Mutex::default(),
        }
    }

    /// The day of a rule's sheet.
    pub(super) fn version(&self, rule: Ix<Rule>, make: impl FnOnce() -> Date) -> Date {
        *self.versions[rule.get()].get_or_init(make)
    }

    /// The name of a rule with the way to it, of a rule whose name is the same on every page.
    pub(super) fn link(&self, rule: Ix<Rule>, make: impl FnOnce() -> RuleLink) -> RuleLink {
        self.links[rule.get()].get_or_init(make).clone()
    }

    /// The way to an article of a law: a guide cites some dozens, each on many pages.
    pub(super) fn law(&self, reference: &LawReference, make: impl FnOnce() -> LawLink) -> LawLink {
        known(&self.laws, reference).unwrap_or_else(|| keep(&self.laws, reference.clone(), make()))
    }

    /// The parts of pages of which these know the same.
    ///
    /// # Errors
    /// Those of `make`.
    pub(super) fn parts<E>(
        &self,
        page: PartPage,
        make: impl FnOnce(&PartPage) -> Result<Value, E>,
    ) -> Result<Value, E> {
        match known(&self.parts, &page) {
            Some(parts) => Ok(parts),
            None => make(&page).map(|parts| keep(&self.parts, page, parts)),
        }
    }

    /// What [`LifeEvents::rights_near`] finds.
    pub(super) fn rights_near(
        &self,
        events: &LifeEvents,
        situations: &[Ix<Situation>],
        except: &[Ix<Rule>],
        at_most: usize,
    ) -> Vec<Ix<Rule>> {
        let first = known(&self.rights, situations).unwrap_or_else(|| {
            keep(&self.rights, situations.to_vec(), events.rights_near(situations, &[], RIGHTS))
        });
        let all = first.len() < RIGHTS;
        let shown: Vec<Ix<Rule>> = first.into_iter().filter(|rule| !except.contains(rule)).take(at_most).collect();
        if all || shown.len() == at_most { shown } else { events.rights_near(situations, except, at_most) }
    }
}

fn open<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    // A thread that panicked here was adding one thing; the others are whole.
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

fn known<K: Ord + std::borrow::Borrow<Q>, Q: Ord + ?Sized, V: Clone>(
    kept: &Mutex<BTreeMap<K, V>>,
    key: &Q,
) -> Option<V> {
    open(kept).get(key).cloned()
}

fn keep<K: Ord, V: Clone>(kept: &Mutex<BTreeMap<K, V>>, key: K, value: V) -> V {
    open(kept).entry(key).or_insert(value).clone()
}
