//! `<language>/help/`: contact, independent support, objection or complaint.

use super::super::desk::{Desk, Draft, Ways};
use super::super::view::HelpView;
use super::{Page, description};
use crate::diag::Diagnostic;

impl Desk<'_> {
    pub(super) fn help(&self) -> Result<Page, Box<Diagnostic>> {
        let ways = Ways { home: Some("../"), root: "../../", terms: None };
        let site = &self.site.library.site;
        let view = HelpView {
            disagree: self.cards(&site.disagree, ways),
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
