//! `<language>/`: the first page of an edition.

use super::super::desk::{Desk, Draft, Ways};
use super::super::view::{Change, ChapterLink, HomeView, Text};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::{Chapter, Ix};
use crate::resolve;

/// At most so many, so that the page stays short.
const NEWS: usize = 5;

impl Desk<'_> {
    pub(super) fn home(&self) -> Result<Page, Box<Diagnostic>> {
        let ways = Ways { home: Some("./"), root: "../", terms: None };
        let site = &self.site.library.site;
        let intro = self.edition.label(&site.description);
        let (past, coming) = self.past_and_coming();
        let view = HomeView {
            title: self.label(&site.title, ways),
            intro: self.text(intro, ways),
            situations: self.events.all().iter().map(|situation| self.situation_link(*situation, ways)).collect(),
            most_asked: self.cards(&site.most_asked, ways),
            chapters: self.chapters.iter().map(|chapter| self.chapter_link(*chapter, ways)).collect(),
            changes: self.changes_in_short(&past, ways),
            coming: self.changes_in_short(&coming, ways),
            papers: self.guide_papers(),
        };
        let place = self.place_name();
        self.render(Draft {
            template: "home.html",
            kind: "home",
            path: String::new(),
            heading: self.plain(self.edition.label(&site.title)),
            description: description(
                &self.say("description_home", &[("municipality", &place)]),
                &self.plain(intro),
            ),
            above: Vec::new(),
            nav_current: Some("home"),
            scripts: &[],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }

    fn chapter_link(&self, ix: Ix<Chapter>, ways: Ways<'_>) -> ChapterLink {
        let chapter = &self.site.library.chapters[ix.get()];
        ChapterLink {
            letter: chapter.letter.value.clone(),
            title: self.label(&chapter.title, ways),
            introduction: self.label(&chapter.introduction, ways),
            path: format!("{}/", chapter.id),
            rules: self.rule_links(&self.edition.rules_of(ix), ways),
        }
    }

    /// The first changes of a list, each with all that it says.
    fn changes_in_short(&self, list: &[&resolve::Change<'_>], ways: Ways<'_>) -> Vec<Change> {
        let short = |change: &&resolve::Change<'_>| {
            let rule = *change.rules.first()?;
            let one = self.edition.has(rule) && (change.rules.len() == 1 || !change.notes.is_empty());
            let mut sentences = self.sentences(change, ways).into_iter().map(|said| said.text);
            let first = sentences.next()?;
            // Sentences of the interface can stand behind each other; a note stands alone.
            let html = sentences.fold(first.html.clone(), |all, more| format!("{all} {}", more.html));
            Some(Change {
                date: self.date(change.on),
                note: Text { html, ..first },
                title: self.text(self.edition.heading(rule).0, ways),
                path: if one { self.addresses.rule(rule) } else { self.notice_path(change) },
            })
        };
        list.iter().filter_map(short).take(NEWS).collect()
    }
}
