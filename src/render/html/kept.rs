//! What pages of an edition have in common, kept from the first that asks for it.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use jiff::civil::Date;
use tera::Value;

use super::view::{LawView, Link, PartPage, RouteView, RuleLink, Shared};
use crate::model::{Ix, LawReference, Library, Rule, Situation};
use crate::resolve::LifeEvents;

/// What was made before.
#[derive(Debug)]
pub(super) struct Kept {
    /// By rule, the day of its sheet.
    pub(super) versions: Vec<OnceLock<Date>>,
    /// By rule, its name with the way to it, where the name is the same on every page.
    pub(super) rules: Vec<OnceLock<Shared<RuleLink>>>,
    /// The same by life event.
    pub(super) situations: Vec<OnceLock<Shared<Link>>>,
    /// By its word, a way to do what a rule asks, if the municipality has it.
    pub(super) routes: Known<&'static str, Option<Shared<RouteView>>>,
    /// Articles of laws: a guide cites some dozens, each on many pages.
    pub(super) laws: Known<LawReference, Shared<LawView>>,
    /// The parts of pages of which these know the same.
    pub(super) parts: Known<PartPage, Value>,
    rights: Known<Vec<Ix<Situation>>, Vec<Ix<Rule>>>,
}

/// So many rights are kept for the same life events. A page shows a few, and leaves out some that it names anyway.
const RIGHTS: usize = 24;

impl Kept {
    /// Nothing yet.
    pub(super) fn nothing(library: &Library) -> Self {
        Kept {
            versions: vec![OnceLock::new(); library.rules.len()],
            rules: vec![OnceLock::new(); library.rules.len()],
            situations: vec![OnceLock::new(); library.situations.len()],
            routes: Known::default(),
            laws: Known::default(),
            parts: Known::default(),
            rights: Known::default(),
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
        let first = self.rights.get(situations, || events.rights_near(situations, &[], RIGHTS));
        let all = first.len() < RIGHTS;
        let shown: Vec<Ix<Rule>> = first.into_iter().filter(|rule| !except.contains(rule)).take(at_most).collect();
        if all || shown.len() == at_most { shown } else { events.rights_near(situations, except, at_most) }
    }
}

/// What is known by its key.
#[derive(Debug)]
pub(super) struct Known<K, V>(Mutex<BTreeMap<K, V>>);

impl<K, V> Default for Known<K, V> {
    fn default() -> Self {
        Known(Mutex::default())
    }
}

impl<K: Ord, V: Clone> Known<K, V> {
    /// What is known, or is made now.
    pub(super) fn get<Q>(&self, key: &Q, make: impl FnOnce() -> V) -> V
    where
        K: Borrow<Q>,
        Q: Ord + ToOwned<Owned = K> + ?Sized,
    {
        let made: Result<V, std::convert::Infallible> = self.get_or_try(key, || Ok(make()));
        made.unwrap_or_else(|never| match never {})
    }

    /// The same where making can fail.
    ///
    /// # Errors
    /// Those of `make`.
    pub(super) fn get_or_try<Q, E>(&self, key: &Q, make: impl FnOnce() -> Result<V, E>) -> Result<V, E>
    where
        K: Borrow<Q>,
        Q: Ord + ToOwned<Owned = K> + ?Sized,
    {
        if let Some(known) = self.open().get(key) {
            return Ok(known.clone());
        }
        // Nobody waits meanwhile: two pages may make the same.
        let made = make()?;
        Ok(self.open().entry(key.to_owned()).or_insert(made).clone())
    }

    fn open(&self) -> MutexGuard<'_, BTreeMap<K, V>> {
        // A thread that panicked here was adding one thing; the others are whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
