//! `<language>/<chapter>/`: a chapter and its rules.

use super::super::desk::{Desk, Draft, Ways};
use super::super::view::{ChapterView, Link};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::{Chapter, Ix};

impl Desk<'_> {
    /// A chapter's page, by its position among the chapters that have rules.
    pub(super) fn chapter(&self, at: usize) -> Result<Page, Box<Diagnostic>> {
        let ways = Ways { home: Some("../"), root: "../../", terms: None };
        let ix = self.chapters[at];
        let chapter = &self.site.library.chapters[ix.get()];
        let link = |ix: Option<&Ix<Chapter>>| {
            ix.map(|ix| {
                let chapter = &self.site.library.chapters[ix.get()];
                Link { path: format!("{}/", chapter.id), label: self.label(&chapter.title, ways) }
            })
        };
        let heading = self.plain(self.edition.label(&chapter.title));
        let view = ChapterView {
            letter: chapter.letter.value.clone(),
            title: self.label(&chapter.title, ways),
            introduction: self.label(&chapter.introduction, ways),
            rules: self.cards(&chapter.rules, ways),
            papers: self.chapter_papers(ix, "print_this_chapter"),
            previous: link(at.checked_sub(1).and_then(|i| self.chapters.get(i))),
            next: link(self.chapters.get(at + 1)),
        };
        let said = self.say("description_chapter", &[("title", &heading)]);
        self.render(Draft {
            template: "chapter.html",
            kind: "chapter",
            path: format!("{}/", chapter.id),
            description: description(&said, &self.plain(self.edition.label(&chapter.introduction))),
            heading,
            above: Vec::new(),
            nav_current: None,
            scripts: &[],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }
}
