//! Formulas that need formulas: none may need itself, and a chain has an end that people can find.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::{FORMULA_CYCLE, FORMULA_SYNTAX, NESTING};
use crate::diag::Diagnostic;
use crate::model::{Fact, Figures, Ix};

/// Formulas in a chain: far more than a person can check. `resolve` goes no deeper either.
const MAX_CHAIN: usize = 64;

/// Reports formulas that need themselves, chains of too many, and needs of a kind that has no number.
pub(super) fn check_formulas(facts: &mut [Fact], findings: &mut Vec<Diagnostic>) {
    let mut spoiled: BTreeSet<Ix<Fact>> = BTreeSet::new();
    let mut walk = Walk { facts, settled: BTreeMap::new(), path: Vec::new(), findings };
    for start in (0..walk.facts.len()).map(Ix::new) {
        let before = walk.findings.len();
        walk.follow(start);
        if walk.findings.len() > before {
            // Neither this fact nor those it needs through formulas can be used; why has been said.
            spoiled.insert(start);
        }
    }
    let mut waiting: Vec<Ix<Fact>> = spoiled.into_iter().collect();
    while let Some(fact) = waiting.pop() {
        if let Figures::Computed(formula) = &facts[fact.get()].figures {
            waiting.extend(formula.needs().map(|(need, _)| need));
            facts[fact.get()].figures = Figures::Unusable;
        }
    }
}

struct Walk<'a> {
    facts: &'a [Fact],
    /// Formulas that were followed, each with how many there are in the longest chain from it on.
    settled: BTreeMap<Ix<Fact>, usize>,
    path: Vec<Ix<Fact>>,
    findings: &'a mut Vec<Diagnostic>,
}

impl Walk<'_> {
    /// How many formulas there are in the longest chain from a fact on. What was reported does not count any more.
    fn follow(&mut self, at: Ix<Fact>) -> usize {
        let facts = self.facts;
        let Figures::Computed(formula) = &facts[at.get()].figures else { return 0 };
        if let Some(known) = self.settled.get(&at) {
            return *known;
        }
        // Every chain is cut here, whichever of its formulas comes first: the next start takes it up again.
        if self.path.len() >= MAX_CHAIN {
            return MAX_CHAIN;
        }
        self.path.push(at);
        let mut longest = 0;
        for (need, span) in formula.needs() {
            let needed = &facts[need.get()];
            if let Some(first) = self.path.iter().position(|on_path| *on_path == need) {
                let circle = self.path[first..].iter().chain([&need]);
                let names: Vec<&str> = circle.map(|ix| facts[ix.get()].id.value.as_str()).collect();
                let message = format!("this formula needs itself: {}", names.join(" needs "));
                let help = "give one of these facts values of its own";
                self.findings.push(Diagnostic::error(FORMULA_CYCLE, span, message, help));
            } else if !needed.kind.is_numeric() && needed.figures != Figures::Unusable {
                let message = format!("`{}` is not a number", needed.id.value);
                let help = "only money, number, percent, days, weeks and months can be computed with";
                self.findings.push(Diagnostic::error(FORMULA_SYNTAX, span, message, help));
            } else {
                let below = self.follow(need);
                if below < MAX_CHAIN {
                    longest = longest.max(below);
                } else {
                    let message = format!("this is a chain of more than {MAX_CHAIN} formulas");
                    let help = "give one of these facts values of its own, or write fewer steps";
                    self.findings.push(Diagnostic::error(NESTING, span, message, help));
                }
            }
        }
        self.path.pop();
        self.settled.insert(at, longest + 1);
        longest + 1
    }
}
