//! `<language>/card/`: the terms that matter and who helps, small enough for a wallet.

use serde::Serialize;

use super::super::desk::{Desk, Draft, Ways};
use super::super::view::Text;
use super::{Page, description};
use crate::diag::Diagnostic;

/// The card. Its lines are an ordinary list: on paper the style sheet makes them small.
#[derive(Debug, Clone, Serialize)]
struct CardView {
    /// A term each, in a sentence.
    lines: Vec<Text>,
    /// The address of the edition as people type it.
    address: String,
}

impl Desk<'_> {
    pub(super) fn wallet_card(&self) -> Result<Page, Box<Diagnostic>> {
        let site = &self.site.library.site;
        let home = self.addresses.edition(self.edition.municipality, self.edition.language);
        let address = self.addresses.absolute(&home);
        let typed = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
        let view = CardView {
            lines: site
                .card
                .iter()
                .map(|line| self.label(&line.text, Ways { home: None, root: "../../", terms: None }))
                .collect(),
            address: typed.trim_end_matches('/').to_owned(),
        };
        let place = self.place_name();
        self.render(Draft {
            template: "card.html",
            kind: "card",
            path: "card/".to_owned(),
            heading: self.catalog.text("card_title").to_owned(),
            description: description(&self.say("description_card", &[("municipality", &place)]), ""),
            above: Vec::new(),
            nav_current: Some("card"),
            scripts: &["print"],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }
}
