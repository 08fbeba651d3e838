//! `<language>/help/`: contact, independent support, objection or complaint.

use serde::Serialize;

use super::super::desk::{Desk, Draft, Ways};
use super::super::view::{Link, RuleCard};
use super::{Page, description};
use crate::diag::Diagnostic;

/// Whom to ask, and what to do with a decision or a treatment that is wrong.
#[derive(Debug, Clone, Serialize)]
struct HelpView {
    disagree: Vec<RuleCard>,
    /// Decision guides that lead to those rules.
    decisions: Vec<Link>,
    contact_rule: Option<RuleCard>,
    /// Other pages beside the rules.
    useful: Vec<Link>,
}

impl Desk<'_> {
    pub(super) fn help(&self) -> Result<Page, Box<Diagnostic>> {
        let ways = Ways { home: Some("../"), root: "../../", terms: None };
        let site = &self.site.library.site;
        let view = HelpView {
            disagree: self.cards(&site.disagree, ways),
            decisions: self.decisions_about(&site.disagree, ways),
            useful: self.useful_beside(&site.disagree, ways),
            contact_rule: site.contact.filter(|rule| self.edition.has(*rule)).map(|rule| self.card(rule, ways)),
        };
        let place = self.place_name();
        self.render(Draft {
            template: "help.html",
            kind: "help",
            path: "help/".to_owned(),
            heading: self.catalog.text("help_title").to_owned(),
            description: description(&self.say("description_help", &[("municipality", &place)]), ""),
            above: Vec::new(),
            nav_current: Some("help"),
            scripts: &[],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }
}
