//! Life events: which rules have examples of each, and what else belongs near.

use std::collections::{BTreeMap, BTreeSet};

use super::edition::Edition;
use crate::model::{Ix, Kind, Outcome, Rule, Situation};

/// The life events of an edition.
#[derive(Debug, Clone)]
pub struct LifeEvents {
    /// Those that have an example, by their order.
    order: Vec<Ix<Situation>>,
    /// By situation: rules with an example of it, in the order of the guide.
    rules: BTreeMap<Ix<Situation>, Vec<Ix<Rule>>>,
    /// By situation: those of its rules that are a right one has to apply for.
    rights: BTreeMap<Ix<Situation>, Vec<Ix<Rule>>>,
    /// By rule: its situations and those of its examples.
    situations: BTreeMap<Ix<Rule>, BTreeSet<Ix<Situation>>>,
}

impl LifeEvents {
    /// The life events of an edition.
    #[must_use]
    pub fn of(edition: Edition<'_>) -> Self {
        let library = edition.library;
        let mut events = LifeEvents {
            order: Vec::new(),
            rules: BTreeMap::new(),
            rights: BTreeMap::new(),
            situations: BTreeMap::new(),
        };
        for ix in edition.rules() {
            let rule = &library.rules[ix.get()];
            let present = || rule.examples.iter().filter(|example| example.validity.holds_on(edition.date));
            let of_examples: BTreeSet<_> =
                present().flat_map(|example| rule.situations_of(example)).copied().collect();
            let right = rule.kind == Kind::Right && present().any(|e| edition.outcome(ix, e) == Outcome::Apply);
            for situation in &of_examples {
                events.rules.entry(*situation).or_default().push(ix);
                if right {
                    events.rights.entry(*situation).or_default().push(ix);
                }
            }
            events.situations.insert(ix, of_examples.into_iter().chain(rule.situations.iter().copied()).collect());
        }
        events.order = events.rules.keys().copied().collect();
        events
            .order
            .sort_by_key(|ix| (library.situations[ix.get()].order, library.situations[ix.get()].id.as_str()));
        events
    }

    /// Those that have an example, by their order.
    #[must_use]
    pub fn all(&self) -> &[Ix<Situation>] {
        &self.order
    }

    /// Rules with an example of a life event, in the order of the guide.
    #[must_use]
    pub fn rules(&self, situation: Ix<Situation>) -> &[Ix<Rule>] {
        self.rules.get(&situation).map_or(&[], Vec::as_slice)
    }

    /// Life events that meet this one in a rule: most often first, at most so many.
    #[must_use]
    pub fn near(&self, situation: Ix<Situation>, at_most: usize) -> Vec<Ix<Situation>> {
        let mut met: BTreeMap<Ix<Situation>, usize> = BTreeMap::new();
        for other in self.rules(situation).iter().filter_map(|rule| self.situations.get(rule)).flatten() {
            *met.entry(*other).or_default() += 1;
        }
        // Only those that have a page of their own.
        let place = |ix: &Ix<Situation>| self.order.iter().position(|other| other == ix);
        met.retain(|other, _| *other != situation && place(other).is_some());
        let mut near: Vec<(Ix<Situation>, usize)> = met.into_iter().collect();
        near.sort_by_key(|(ix, times)| (std::cmp::Reverse(*times), place(ix)));
        near.into_iter().map(|(ix, _)| ix).take(at_most).collect()
    }

    /// Rights that somebody in one of these life events may apply for as well, except some rules: those that share
    /// most with them first, at most so many. Sharing a rare life event counts for more than sharing a common one.
    #[must_use]
    pub fn rights_near(&self, situations: &[Ix<Situation>], except: &[Ix<Rule>], at_most: usize) -> Vec<Ix<Rule>> {
        let mut rights: Vec<(Ix<Rule>, usize)> = Vec::new();
        for situation in situations {
            let rare = (1_000 / self.rules(*situation).len().max(1)).max(1);
            let of_one = self.rights.get(situation).into_iter().flatten();
            rights.extend(of_one.filter(|rule| !except.contains(rule)).map(|rule| (*rule, rare)));
        }
        rights.sort_unstable_by_key(|(rule, _)| *rule);
        rights.dedup_by(|(rule, weight), (kept, sum)| {
            let same = rule == kept;
            *sum += if same { *weight } else { 0 };
            same
        });
        // A large guide has hundreds, of which a page shows a few: only those are put in order.
        let first = |(rule, weight): &(Ix<Rule>, usize)| (std::cmp::Reverse(*weight), *rule);
        if at_most < rights.len() {
            rights.select_nth_unstable_by_key(at_most, first);
            rights.truncate(at_most);
        }
        rights.sort_unstable_by_key(first);
        rights.into_iter().map(|(rule, _)| rule).collect()
    }

    /// The life events of a rule and of its examples.
    #[must_use]
    pub fn of_rule(&self, rule: Ix<Rule>) -> Vec<Ix<Situation>> {
        let own = self.situations.get(&rule);
        self.order.iter().filter(|ix| own.is_some_and(|own| own.contains(ix))).copied().collect()
    }
}
