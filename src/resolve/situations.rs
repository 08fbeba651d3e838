//! Life events: which rules have examples of each, and what else belongs near.

use std::collections::BTreeMap;

use super::edition::Edition;
use crate::model::{Ix, Kind, Outcome, Rule, Situation};

/// The life events of an edition.
#[derive(Debug, Clone)]
pub struct LifeEvents {
    /// Those that have an example, by their order.
    order: Vec<Ix<Situation>>,
    /// By situation: rules with an example of it, in the order of the guide.
    rules: Vec<Vec<Ix<Rule>>>,
    /// By situation: those of its rules that are a right one has to apply for.
    rights: Vec<Vec<Ix<Rule>>>,
    /// By rule: its situations and those of its examples, sorted.
    situations: Vec<Vec<Ix<Situation>>>,
}

impl LifeEvents {
    /// The life events of an edition.
    #[must_use]
    pub fn of(edition: Edition<'_>) -> Self {
        let library = edition.library;
        let mut events = LifeEvents {
            order: Vec::new(),
            rules: vec![Vec::new(); library.situations.len()],
            rights: vec![Vec::new(); library.situations.len()],
            situations: vec![Vec::new(); library.rules.len()],
        };
        for ix in edition.rules() {
            let rule = &library.rules[ix.get()];
            let present = || rule.examples.iter().filter(|example| example.validity.holds_on(edition.date));
            let mut all: Vec<Ix<Situation>> =
                present().flat_map(|example| rule.situations_of(example)).copied().collect();
            sort_once(&mut all);
            let right = rule.kind == Kind::Right && present().any(|e| edition.outcome(ix, e) == Outcome::Apply);
            for situation in &all {
                events.rules[situation.get()].push(ix);
                if right {
                    events.rights[situation.get()].push(ix);
                }
            }
            all.extend(&rule.situations);
            sort_once(&mut all);
            events.situations[ix.get()] = all;
        }
        let met = (0..library.situations.len()).map(Ix::new);
        events.order = met.filter(|ix| !events.rules(*ix).is_empty()).collect();
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
        self.rules.get(situation.get()).map_or(&[], Vec::as_slice)
    }

    /// Life events that meet this one in a rule: most often first, at most so many.
    #[must_use]
    pub fn near(&self, situation: Ix<Situation>, at_most: usize) -> Vec<Ix<Situation>> {
        let mut met: BTreeMap<Ix<Situation>, usize> = BTreeMap::new();
        for other in self.rules(situation).iter().flat_map(|rule| &self.situations[rule.get()]) {
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
            let of_one = self.rights[situation.get()].iter();
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
        let own = &self.situations[rule.get()];
        self.order.iter().filter(|ix| own.contains(ix)).copied().collect()
    }
}

fn sort_once(situations: &mut Vec<Ix<Situation>>) {
    situations.sort_unstable();
    situations.dedup();
}
