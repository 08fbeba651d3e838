//! `<language>/words/`: words from official letters, explained.

use super::super::desk::{Desk, Draft, Ways};
use super::super::view::{TermView, WordsView};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::Ix;

impl Desk<'_> {
    pub(super) fn words(&self) -> Result<Page, Box<Diagnostic>> {
        let ways = Ways { home: Some("../"), root: "../../", terms: None };
        let mut terms: Vec<(String, TermView)> = (0..self.site.library.terms.len())
            .map(|i| {
                let word = self.plain(self.edition.label(&self.site.library.terms[i].word));
                (word, self.term(Ix::new(i), ways))
            })
            .collect();
        terms.sort_by(|(a, _), (b, _)| self.catalog.compare(a, b));
        let view = WordsView { terms: terms.into_iter().map(|(_, term)| term).collect() };
        let place = self.place_name();
        self.render(Draft {
            template: "words.html",
            kind: "words",
            path: "words/".to_owned(),
            heading: self.catalog.text("words_title").to_owned(),
            description: description(&self.say("description_words", &[("municipality", &place)]), ""),
            above: Vec::new(),
            nav_current: Some("words"),
            scripts: &[],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }
}
