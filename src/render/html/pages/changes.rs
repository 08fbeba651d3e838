//! `<language>/changes/`: what changed lately and what is about to change.

use serde::Serialize;

use super::super::desk::{Desk, Draft, Ways};
use super::super::escape::ready;
use super::super::view::{Link, Shared, Text};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::{Ix, Rule};
use crate::resolve::Change;

/// The page.
#[derive(Debug, Serialize)]
struct ChangesView {
    /// Soonest first.
    coming: Vec<ChangeView>,
    /// Newest first.
    past: Vec<ChangeView>,
}

/// A change with the people it concerns.
#[derive(Debug, Serialize)]
pub(super) struct ChangeView {
    #[serde(serialize_with = "ready")]
    pub(super) date: String,
    /// The name of the notice, for anchors.
    pub(super) id: String,
    /// Where the notice stands.
    pub(super) notice: String,
    pub(super) rules: Vec<ConcernedRule>,
    pub(super) sentences: Vec<Text>,
    pub(super) situations: Vec<Shared<Link>>,
}

/// A rule that a change concerns.
#[derive(Debug, Serialize)]
pub(super) struct ConcernedRule {
    pub(super) title: Text,
    pub(super) answer: Text,
    pub(super) sheet: String,
    /// Nothing for a rule that the guide does not have on this day.
    pub(super) path: Option<String>,
}

impl Desk<'_> {
    pub(super) fn changes(&self) -> Result<Page, Box<Diagnostic>> {
        let ways = Ways { home: Some("../"), root: "../../", terms: None };
        let (past, coming) = self.past_and_coming();
        let all = |list: Vec<&Change<'_>>| list.into_iter().map(|change| self.change_view(change, ways)).collect();
        let view = ChangesView { coming: all(coming), past: all(past) };
        let place = self.place_name();
        self.render(Draft {
            template: "changes.html",
            kind: "changes",
            path: "changes/".to_owned(),
            heading: self.catalog.text("changes_title").to_owned(),
            description: description(&self.say("description_changes", &[("municipality", &place)]), ""),
            above: Vec::new(),
            nav_current: Some("changes"),
            scripts: &[],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }

    pub(super) fn change_view(&self, change: &Change<'_>, ways: Ways<'_>) -> ChangeView {
        // A life event of which no example is left has no page.
        let situations = change.situations.iter().filter(|situation| self.events.all().contains(situation));
        ChangeView {
            date: self.date(change.on),
            id: format!("{}-{}", change.on, change.name),
            notice: self.notice_path(change),
            rules: change.rules.iter().map(|rule| self.concerned_rule(*rule, ways)).collect(),
            sentences: self.sentences(change, ways).into_iter().map(|said| said.text).collect(),
            situations: situations.map(|situation| self.situation_link(*situation, ways)).collect(),
        }
    }

    fn concerned_rule(&self, ix: Ix<Rule>, ways: Ways<'_>) -> ConcernedRule {
        let (title, answer) = self.edition.heading(ix);
        ConcernedRule {
            title: self.text(title, ways),
            answer: self.text(answer, ways),
            sheet: self.site.library.rules[ix.get()].sheet.value.clone(),
            path: self.edition.has(ix).then(|| self.addresses.rule(ix)),
        }
    }
}
