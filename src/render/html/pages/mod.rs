//! One file per kind of page: each fills the view of its template.

mod binder;
mod card;
mod changes;
mod chapter;
mod chooser;
mod decision;
mod help;
mod home;
mod notice;
mod repayment;
mod rule;
mod search;
mod short;
mod single;
mod situation;
mod to_report;
mod useful;
mod words;

use super::desk::{Desk, Ways};
use super::feed::PATH as FEED;
use super::sitemap::Entry;
use super::view::{RuleCard, RuleLink, Shared, Text};
use crate::diag::Diagnostic;
use crate::model::{Decision, Inline, InlineKind, Ix, Repayment, Rule, Situation};
use crate::output::{OutPath, OutputFile};
use crate::resolve::Change;

pub(super) use chooser::{chooser, folders};

/// A page, rendered.
pub(crate) struct Page {
    pub(crate) path: OutPath,
    pub(crate) bytes: Vec<u8>,
    /// Its place in the sitemap, if it has one.
    pub(crate) entry: Option<Entry>,
}

impl Page {
    /// The page as a file.
    pub(crate) fn into_file(self) -> OutputFile {
        OutputFile { path: self.path, bytes: self.bytes }
    }
}

/// A file of an edition, before it is made.
#[derive(Debug, Clone, Copy)]
pub(super) enum PageOf<'a> {
    /// What the search page looks in.
    Index,
    ToReport,
    Situation(Ix<Situation>),
    Home,
    Help,
    Words,
    Search,
    Changes,
    Feed,
    Binder,
    Accessibility,
    NotFound,
    Card,
    Repayment(&'a Repayment),
    Decision(&'a Decision),
    Notice(&'a Change<'a>),
    /// By position among the chapters that have rules.
    Chapter(usize),
    /// By position in the order of the guide.
    Rule(usize),
    /// The short address of a rule.
    Short(Ix<Rule>),
}

impl<'a> Desk<'a> {
    /// All files of the edition; those that take longest come first, so that no thread is left with one at the end.
    pub(super) fn pages(&self) -> Vec<PageOf<'a>> {
        let library = self.site.library;
        let mut pages = if self.site.search { vec![PageOf::Index, PageOf::Search] } else { Vec::new() };
        pages.push(PageOf::ToReport);
        pages.extend(self.events.all().iter().map(|situation| PageOf::Situation(*situation)));
        pages.extend([PageOf::Home, PageOf::Help, PageOf::Words, PageOf::Changes, PageOf::Feed]);
        pages.extend([PageOf::Binder, PageOf::Accessibility, PageOf::NotFound]);
        pages.extend((!library.site.card.is_empty()).then_some(PageOf::Card));
        pages.extend(library.site.repayment.iter().map(PageOf::Repayment));
        pages.extend(library.decisions.iter().map(PageOf::Decision));
        pages.extend(self.news.iter().map(PageOf::Notice));
        pages.extend((0..self.chapters.len()).map(PageOf::Chapter));
        pages.extend((0..self.rules.len()).map(PageOf::Rule));
        // Short addresses stand on sheets: without those nobody knows them.
        if !self.site.papers.is_empty() {
            let short = self.rules.iter().filter(|rule| self.addresses.short(**rule).is_some());
            pages.extend(short.map(|rule| PageOf::Short(*rule)));
        }
        pages
    }

    /// Where a file is, from the top of the site.
    pub(super) fn path(&self, page: PageOf<'a>) -> String {
        let library = self.site.library;
        let folder = match page {
            PageOf::Index => return self.index().path.to_string(),
            PageOf::Feed => return format!("{}{FEED}", self.folder),
            PageOf::NotFound => return format!("{}404.html", self.folder),
            PageOf::Home => String::new(),
            PageOf::ToReport => "report/".to_owned(),
            PageOf::Help => "help/".to_owned(),
            PageOf::Words => "words/".to_owned(),
            PageOf::Search => "search/".to_owned(),
            PageOf::Changes => "changes/".to_owned(),
            PageOf::Binder => "binder/".to_owned(),
            PageOf::Accessibility => "accessibility/".to_owned(),
            PageOf::Card => "card/".to_owned(),
            PageOf::Repayment(_) => "repayment/".to_owned(),
            PageOf::Situation(ix) => format!("situations/{}/", library.situations[ix.get()].id),
            PageOf::Decision(decision) => format!("decisions/{}/", decision.id),
            PageOf::Notice(change) => self.notice_path(change),
            PageOf::Chapter(at) => format!("{}/", library.chapters[self.chapters[at].get()].id),
            PageOf::Rule(at) => self.addresses.rule(self.rules[at]),
            PageOf::Short(rule) => self.addresses.short(rule).unwrap_or_default(),
        };
        format!("{}{folder}index.html", self.folder)
    }

    /// Makes a file.
    pub(super) fn make(&self, page: PageOf<'a>) -> Result<Page, Box<Diagnostic>> {
        match page {
            PageOf::Index => {
                let index = self.index();
                Ok(Page { path: index.path.clone(), bytes: index.bytes.clone(), entry: None })
            }
            PageOf::Feed => Ok(self.feed()),
            PageOf::NotFound => self.not_found(),
            PageOf::Home => self.home(),
            PageOf::ToReport => self.to_report(),
            PageOf::Help => self.help(),
            PageOf::Words => self.words(),
            PageOf::Search => self.search(),
            PageOf::Changes => self.changes(),
            PageOf::Binder => self.binder(),
            PageOf::Accessibility => self.accessibility(),
            PageOf::Card => self.wallet_card(),
            PageOf::Repayment(table) => self.repayment(table),
            PageOf::Situation(ix) => self.situation(ix),
            PageOf::Decision(decision) => self.decision(decision),
            PageOf::Notice(change) => self.notice(change),
            PageOf::Chapter(at) => self.chapter(at),
            PageOf::Rule(at) => self.rule_page(at),
            PageOf::Short(rule) => self.short(rule),
        }
    }

    /// Rules as they stand in lists, without those that the guide does not have on this day.
    fn cards(&self, rules: &[Ix<Rule>], ways: Ways<'_>) -> Vec<RuleCard> {
        let present = rules.iter().filter(|rule| self.edition.has(**rule));
        present.map(|rule| self.card(*rule, ways)).collect()
    }

    /// Links to rules, without those that the guide does not have on this day.
    fn rule_links(&self, rules: &[Ix<Rule>], ways: Ways<'_>) -> Vec<Shared<RuleLink>> {
        let present = rules.iter().filter(|rule| self.edition.has(**rule));
        present.map(|rule| self.rule_link(*rule, ways)).collect()
    }

    /// A link to a rule.
    fn rule_link(&self, rule: Ix<Rule>, ways: Ways<'_>) -> Shared<RuleLink> {
        let (title, _) = self.edition.heading(rule);
        let make = || {
            Shared::of(&RuleLink {
                title: Text { note: None, ..self.text(title, ways) },
                path: self.addresses.rule(rule),
                sheet: self.site.library.rules[rule.get()].sheet.value.clone(),
            })
        };
        if !is_same_everywhere(title.inlines) {
            return make();
        }
        self.kept.rules[rule.get()].get_or_init(make).clone()
    }

    /// A rule as it stands in lists.
    fn card(&self, rule: Ix<Rule>, ways: Ways<'_>) -> RuleCard {
        let (title, answer) = self.edition.heading(rule);
        let found = &self.site.library.rules[rule.get()];
        RuleCard {
            title: self.text(title, ways),
            answer: self.text(answer, ways),
            path: self.addresses.rule(rule),
            kind: found.kind.word(),
            kind_label: self.catalog.text(&format!("kind_{}", found.kind.word())).to_owned(),
            sheet: found.sheet.value.clone(),
        }
    }

    /// All languages that are made: for pages that need no translation of their own.
    fn all_languages(&self) -> &[usize] {
        self.site.languages
    }
}

/// Whether a text is written the same on every page: nothing in it leads anywhere.
pub(super) fn is_same_everywhere(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match &inline.kind {
        InlineKind::Text(_) | InlineKind::Fact { .. } | InlineKind::Break => true,
        InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => is_same_everywhere(inner),
        InlineKind::Link(..) | InlineKind::Image(..) => false,
    })
}

/// A description for search engines: 40 to 165 characters, cut between words.
fn description(text: &str, more: &str) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() < 40 && !more.is_empty() {
        text = format!("{text} {}", more.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    if text.chars().count() <= 165 {
        return text;
    }
    let cut: String = text.chars().take(164).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::description;

    #[test]
    fn descriptions_have_a_length_that_search_engines_show() {
        assert_eq!(
            description("Kort.", "De gids van Duinrode, in gewone woorden."),
            "Kort. De gids van Duinrode, in gewone woorden."
        );
        let long = description(&"woord ".repeat(60), "");
        assert!((40..=165).contains(&long.chars().count()), "{long}");
        assert!(long.ends_with("woord…"));
    }
}
