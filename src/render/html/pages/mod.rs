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
use super::sitemap::Entry;
use super::view::{RuleCard, RuleLink, Text};
use crate::diag::Diagnostic;
use crate::model::{Ix, Rule};
use crate::output::OutPath;

pub(super) use chooser::choosers;

/// A page, rendered.
pub(crate) struct Page {
    pub(crate) path: OutPath,
    pub(crate) bytes: Vec<u8>,
    /// Its place in the sitemap, if it has one.
    pub(crate) entry: Option<Entry>,
}

impl Desk<'_> {
    /// All pages of the edition.
    pub(super) fn pages(&self) -> Result<Vec<Page>, Box<Diagnostic>> {
        let index = self.index();
        let mut pages = vec![
            self.home()?,
            self.help()?,
            self.words()?,
            self.to_report()?,
            self.search(&index.path)?,
            self.changes()?,
            self.feed(),
            self.binder()?,
            self.accessibility()?,
            self.not_found()?,
        ];
        for situation in self.events.all() {
            pages.push(self.situation(*situation)?);
        }
        pages.push(Page { path: index.path, bytes: index.bytes, entry: None });
        pages.extend(self.wallet_card()?);
        pages.extend(self.repayment()?);
        for decision in &self.site.library.decisions {
            pages.push(self.decision(decision)?);
        }
        pages.extend(self.notices()?);
        let order = self.edition.rules();
        for chapter in (0..self.site.library.chapters.len()).map(Ix::new) {
            if let Some(page) = self.chapter(chapter)? {
                pages.push(page);
            }
        }
        for (position, rule) in order.iter().enumerate() {
            let before = position.checked_sub(1).and_then(|i| order.get(i));
            pages.push(self.rule_page(*rule, before.copied(), order.get(position + 1).copied())?);
        }
        // Short addresses stand on sheets: without those nobody knows them.
        if !self.site.papers.is_empty() {
            for rule in order {
                pages.extend(self.short(rule)?);
            }
        }
        Ok(pages)
    }

    /// Rules as they stand in lists, without those that the guide does not have on this day.
    fn cards(&self, rules: &[Ix<Rule>], ways: Ways<'_>) -> Vec<RuleCard> {
        let present = rules.iter().filter(|rule| self.edition.has(**rule));
        present.map(|rule| self.card(*rule, ways)).collect()
    }

    /// Links to rules, without those that the guide does not have on this day.
    fn rule_links(&self, rules: &[Ix<Rule>], ways: Ways<'_>) -> Vec<RuleLink> {
        let present = rules.iter().filter(|rule| self.edition.has(**rule));
        present.map(|rule| self.rule_link(*rule, ways)).collect()
    }

    /// A link to a rule.
    fn rule_link(&self, rule: Ix<Rule>, ways: Ways<'_>) -> RuleLink {
        let (title, _) = self.edition.heading(rule);
        RuleLink {
            title: Text { note: None, ..self.text(title, ways) },
            path: self.addresses.rule(rule),
            sheet: self.site.library.rules[rule.get()].sheet.value.clone(),
        }
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
