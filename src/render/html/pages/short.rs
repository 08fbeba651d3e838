//! `<language>/b3/`: the short address that stands on a sheet, for people who type it; it leads on to the
//! rule's page.

use super::super::desk::{Desk, Draft};
use super::super::view::ShortView;
use super::Page;
use crate::diag::Diagnostic;
use crate::model::{Ix, Rule};

impl Desk<'_> {
    /// The short address of a rule that has one.
    pub(super) fn short(&self, ix: Ix<Rule>) -> Result<Page, Box<Diagnostic>> {
        let path = self.addresses.short(ix).unwrap_or_default();
        let (title, answer) = self.edition.heading(ix);
        let page = self.addresses.rule(ix);
        let edition = self.addresses.edition(self.edition.municipality, self.edition.language);
        let view = ShortView { address: self.addresses.absolute(&format!("{edition}{page}")), path: page };
        self.render(Draft {
            template: "short.html",
            kind: "short",
            path,
            heading: self.plain(title),
            description: self.plain(answer),
            above: Vec::new(),
            nav_current: None,
            scripts: &[],
            dates: None,
            // Not a page of its own to search engines.
            translated: &[],
            view,
        })
    }
}
