//! `<language>/changes/<day>-<name>/`: one change on one sheet of paper, to give to somebody.
//!
//! A client has a sheet of the guide in hand and wants to know what is different on it. So there is a notice for each
//! rule and day, with everything that changes for that rule then; rules with the same sentence share one, and so do
//! rules that only show the same amounts. See [`crate::resolve::Change`].

use jiff::civil::Date;
use serde::Serialize;

use super::super::desk::{Desk, Draft, Ways};
use super::super::escape::ready;
use super::super::facts::say_html;
use super::changes::ChangeView;
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::render::address::up;
use crate::resolve::Change;

/// The page.
#[derive(Debug, Serialize)]
struct NoticeView {
    /// HTML: whether it will change or has changed, and when.
    #[serde(serialize_with = "ready")]
    when: String,
    change: ChangeView,
    /// HTML: the head of the column of new values.
    #[serde(serialize_with = "ready")]
    after: String,
    facts: Vec<FactRow>,
    /// HTML: the date of the sheet.
    #[serde(serialize_with = "ready")]
    version: String,
    /// What stands at the foot of the paper.
    foot: String,
    /// How many of its rules the heading names.
    answers: usize,
    /// With more rules than that, their answers would fill another sheet.
    with_answers: bool,
}

/// A value that changes.
#[derive(Debug, Serialize)]
struct FactRow {
    #[serde(serialize_with = "ready")]
    label: String,
    #[serde(serialize_with = "ready")]
    before: String,
    #[serde(serialize_with = "ready")]
    after: String,
}

/// Answers of so many rules fit on one sheet.
const ANSWERS: usize = 3;

impl Desk<'_> {
    pub(super) fn notice(&self, change: &Change<'_>) -> Result<Page, Box<Diagnostic>> {
        let path = self.notice_path(change);
        let (home, root) = (up(&path), up(&format!("{}{path}", self.folder)));
        let ways = Ways { home: Some(&home), root: &root, terms: None };
        let coming = self.is_coming(change);
        let titles: Vec<String> =
            change.rules.iter().take(ANSWERS).map(|rule| self.plain(self.edition.heading(*rule).0)).collect();
        let title = titles.join(self.catalog.text("changes_between"));
        let when = if coming { "changes_notice_coming" } else { "changes_notice_past" };
        let day = self.catalog.date(change.on);
        let said: Vec<String> = self.sentences(change, ways).into_iter().map(|said| said.plain).collect();
        let short = self.in_short(change, ways).into_iter().map(|said| said.text).collect();
        let version = self.notice_version(change);
        let sheet = self.catalog.date(version);
        let row = |(fact, step): &(_, _)| {
            let [before, after] = self.old_and_new(*fact, step);
            FactRow { label: self.fact_label(*fact).html, before: before.html, after: after.html }
        };
        let view = NoticeView {
            when: say_html(self.catalog, when, &[("date", &self.date(change.on))]),
            change: ChangeView { sentences: short, ..self.change_view(change, ways) },
            after: say_html(self.catalog, "changes_after", &[("date", &self.date(change.on))]),
            facts: change.facts.iter().map(row).collect(),
            version: self.date(version),
            foot: self.say("changes_foot", &[("date", &sheet), ("municipality", &self.place_name())]),
            answers: ANSWERS,
            with_answers: change.rules.len() <= ANSWERS,
        };
        let heading =
            self.say("changes_notice_heading", &[("when", &self.say(when, &[("date", &day)])), ("title", &title)]);
        let above = vec![(
            self.interface("changes_title"),
            self.catalog.text("changes_title").to_owned(),
            "changes/".to_owned(),
        )];
        self.render(Draft {
            template: "notice.html",
            kind: "notice",
            path,
            heading,
            description: description(&said.join(" "), &title),
            above,
            nav_current: None,
            scripts: &[],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }

    /// The last day on which anything on the notice became different: it was announced, the change took effect, or
    /// the municipality got other contacts. Never the day of the build.
    pub(super) fn notice_version(&self, change: &Change<'_>) -> Date {
        let told = self.told_on(change);
        let contacts = self.edition.municipality.and_then(|municipality| municipality.contacts.since);
        contacts.filter(|since| *since <= self.edition.date).map_or(told, |since| told.max(since))
    }
}
