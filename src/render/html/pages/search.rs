//! `<language>/search/`: find rules and examples by words. Without scripts it leads to the A to Z.

use serde::Serialize;

use super::super::desk::{Desk, Draft};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::Outcome;

/// The page.
#[derive(Debug, Serialize)]
struct SearchView {
    /// The script with what can be found, from the top of the site. It is loaded when somebody starts to search.
    index: String,
    /// How examples are marked in results.
    outcomes: Vec<OutcomeMark>,
}

#[derive(Debug, Serialize)]
struct OutcomeMark {
    word: &'static str,
    label: String,
}

impl Desk<'_> {
    pub(super) fn search(&self) -> Result<Page, Box<Diagnostic>> {
        let mark = |(word, _): &(&'static str, Outcome)| OutcomeMark { word, label: self.outcome_label(word) };
        let view =
            SearchView { index: self.index().path.to_string(), outcomes: Outcome::ALL.iter().map(mark).collect() };
        let place = self.place_name();
        self.render(Draft {
            template: "search.html",
            kind: "search",
            path: "search/".to_owned(),
            heading: self.catalog.text("search_title").to_owned(),
            description: description(&self.say("description_search", &[("municipality", &place)]), ""),
            above: Vec::new(),
            nav_current: Some("search"),
            scripts: &["search"],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }
}
