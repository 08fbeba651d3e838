//! Links to the pages that a guide has beside its rules: the wallet card, decision guides, the table of repayments.

use super::super::desk::{Desk, Ways};
use super::super::escape;
use super::super::view::{Link, Text};
use crate::model::{Decision, Ix, Rule};

impl<'a> Desk<'a> {
    /// The pages that help with a rule: those that name it.
    pub(super) fn useful(&self, rule: Ix<Rule>, ways: Ways<'_>) -> Vec<Link> {
        let table = self.site.library.site.repayment.iter().filter(|table| table.rule == Some(rule));
        let table = table.map(|_| self.link("repayment/", "repayment_title"));
        self.decisions_about(&[rule], ways).into_iter().chain(table).collect()
    }

    /// Decision guides that lead to one of some rules.
    pub(super) fn decisions_about(&self, rules: &[Ix<Rule>], ways: Ways<'_>) -> Vec<Link> {
        let decisions = self.site.library.decisions.iter().filter(|decision| leads_to(decision, rules));
        decisions.map(|decision| self.decision_link(decision, ways)).collect()
    }

    /// All pages beside the rules, without the decision guides that lead to one of some rules.
    pub(super) fn useful_beside(&self, rules: &[Ix<Rule>], ways: Ways<'_>) -> Vec<Link> {
        let site = &self.site.library.site;
        let card = (!site.card.is_empty()).then(|| self.link("card/", "card_title"));
        let decisions = self.site.library.decisions.iter().filter(|decision| !leads_to(decision, rules));
        let decisions = decisions.map(|decision| self.decision_link(decision, ways));
        let table = site.repayment.iter().map(|_| self.link("repayment/", "repayment_title"));
        card.into_iter().chain(decisions).chain(table).collect()
    }

    fn decision_link(&self, decision: &'a Decision, ways: Ways<'_>) -> Link {
        let label = self.text(self.edition.label(&decision.title), ways);
        Link { path: format!("decisions/{}/", decision.id), label: Text { note: None, ..label } }
    }

    fn link(&self, path: &str, message: &str) -> Link {
        let html = escape::escaped(self.catalog.text(message));
        Link { path: path.to_owned(), label: Text::own(html) }
    }
}

fn leads_to(decision: &Decision, rules: &[Ix<Rule>]) -> bool {
    decision.rules().iter().any(|rule| rules.contains(rule))
}
