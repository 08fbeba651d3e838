//! `<language>/`: the first page of an edition.

use super::super::desk::{Desk, Draft, Ways};
use super::super::view::{Change, ChapterLink, HomeView, Text};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::{Chapter, HistoryEntry, Ix, Rule};

/// Changes of the last year are news; older ones stand on the rule's own page.
const NEWS_MONTHS: i32 = 12;
/// At most so many, so that the page stays short.
const NEWS: usize = 5;

impl Desk<'_> {
    pub(super) fn home(&self) -> Result<Page, Box<Diagnostic>> {
        let ways = Ways { home: Some("./"), root: "../", terms: None };
        let site = &self.site.library.site;
        let intro = self.edition.label(&site.description);
        let (changes, coming) = self.news();
        let view = HomeView {
            title: self.label(&site.title, ways),
            intro: self.text(intro, ways),
            situations: self.events.all().iter().map(|situation| self.situation_link(*situation, ways)).collect(),
            most_asked: self.cards(&site.most_asked, ways),
            chapters: self
                .edition
                .chapters()
                .into_iter()
                .map(|chapter| self.chapter_link(chapter, ways))
                .collect(),
            changes,
            coming,
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

    /// What changed lately, newest first, and what is about to change, soonest first. The same sentence under
    /// several rules is shown once.
    fn news(&self) -> (Vec<Change>, Vec<Change>) {
        let oldest = self.edition.date.checked_sub(jiff::Span::new().months(NEWS_MONTHS)).unwrap_or_default();
        let rules = || (0..self.site.library.rules.len()).map(Ix::new).filter(|rule| self.edition.has(*rule));
        let past = rules().flat_map(|rule| self.edition.past(rule).into_iter().map(move |entry| (rule, entry)));
        let mut past: Vec<_> = past.filter(|(_, entry)| entry.on.value >= oldest).collect();
        let coming =
            rules().flat_map(|rule| self.edition.coming(rule).into_iter().map(move |entry| (rule, entry)));
        let mut coming: Vec<_> = coming.collect();
        past.sort_by_key(|(rule, entry)| (std::cmp::Reverse(entry.on.value), *rule));
        coming.sort_by_key(|(rule, entry)| (entry.on.value, *rule));
        (self.changes(&past), self.changes(&coming))
    }

    fn changes(&self, entries: &[(Ix<Rule>, &HistoryEntry)]) -> Vec<Change> {
        let ways = Ways { home: Some("./"), root: "../", terms: None };
        let mut seen: Vec<String> = Vec::new();
        let mut changes = Vec::new();
        for (rule, entry) in entries {
            let shown = self.edition.label(&entry.note);
            let plain = self.plain(shown);
            if seen.contains(&plain) {
                continue;
            }
            seen.push(plain);
            let note = Text { note: None, ..self.text(shown, ways) };
            changes.push(Change {
                date: self.date(entry.on.value),
                note,
                title: self.text(self.edition.heading(*rule).0, ways),
                path: self.addresses.rule(*rule),
            });
            if changes.len() == NEWS {
                break;
            }
        }
        changes
    }
}
