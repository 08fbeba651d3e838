//! `<language>/accessibility/` and `<language>/404.html`: pages whose words are all interface texts.

use super::super::desk::{Desk, Draft};
use super::super::view::{AccessibilityView, NotFoundView};
use super::{Page, description};
use crate::diag::Diagnostic;

impl Desk<'_> {
    pub(super) fn accessibility(&self) -> Result<Page, Box<Diagnostic>> {
        let place = self.place_name();
        self.render(Draft {
            template: "accessibility.html",
            kind: "accessibility",
            path: "accessibility/".to_owned(),
            heading: self.catalog.text("accessibility_title").to_owned(),
            description: description(&self.say("description_accessibility", &[("municipality", &place)]), ""),
            above: Vec::new(),
            nav_current: Some("accessibility"),
            scripts: &[],
            dates: None,
            translated: self.all_languages(),
            view: AccessibilityView { updated: self.date(self.edition.date) },
        })
    }

    pub(super) fn not_found(&self) -> Result<Page, Box<Diagnostic>> {
        let place = self.place_name();
        self.render(Draft {
            template: "not_found.html",
            kind: "not-found",
            path: String::new(),
            heading: self.catalog.text("not_found_title").to_owned(),
            description: description(&self.say("description_not_found", &[("municipality", &place)]), ""),
            above: Vec::new(),
            nav_current: None,
            scripts: &[],
            dates: None,
            translated: self.all_languages(),
            view: NotFoundView {},
        })
    }
}
