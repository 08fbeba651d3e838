//! `<language>/situations/<id>/`: a life event, with every example of it from all chapters.

use serde::Serialize;

use super::super::desk::{Desk, Draft, Ways};
use super::super::escape::ready;
use super::super::examples::ExampleView;
use super::super::terms::TermsUsed;
use super::super::view::{Link, RuleLink, Shared, TermView, Text};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::{Ix, Outcome, Situation};

/// What the page shows first: what cannot wait.
const ORDER: [Outcome; 7] = [
    Outcome::ReportFirst,
    Outcome::ReportNow,
    Outcome::AskFirst,
    Outcome::Allowed,
    Outcome::NotAllowed,
    Outcome::NoReport,
    Outcome::Apply,
];
/// At most so many other life events.
const NEAR: usize = 5;
/// At most so many rights from other life events.
const RIGHTS: usize = 3;

/// What `situation.html` sees.
#[derive(Debug, Clone, Serialize)]
struct SituationPage {
    title: Text,
    groups: Vec<Group>,
    near: Vec<Shared<Link>>,
    rights: Vec<Shared<RuleLink>>,
    terms: Vec<TermView>,
    /// The first day from which all of it is as it stands here.
    #[serde(serialize_with = "ready")]
    version: String,
}

/// The examples with one outcome.
#[derive(Debug, Clone, Serialize)]
struct Group {
    outcome: &'static str,
    heading: String,
    examples: Vec<Entry>,
}

/// An example with the rule that it belongs to.
#[derive(Debug, Clone, Serialize)]
struct Entry {
    example: ExampleView,
    rule: Shared<RuleLink>,
}

impl Desk<'_> {
    pub(super) fn situation(&self, ix: Ix<Situation>) -> Result<Page, Box<Diagnostic>> {
        let root = if self.addresses.several() { "../../../../" } else { "../../../" };
        let around = Ways { home: Some("../../"), root, terms: None };
        let used = TermsUsed::default();
        let rules = self.events.rules(ix);
        let (mut groups, version) = self.grouped(ix, Ways { terms: Some(&used), ..around });
        groups.retain(|group| !group.examples.is_empty());
        let near = self.events.near(ix, NEAR);
        let beside: Vec<Ix<Situation>> = near.iter().copied().chain([ix]).collect();
        let rights = self.events.rights_near(&beside, rules, RIGHTS);
        let label = self.edition.label(&self.site.library.situations[ix.get()].label);
        let heading = self.plain(label);
        let view = SituationPage {
            title: self.text(label, around),
            groups,
            near: near.into_iter().map(|situation| self.situation_link(situation, around)).collect(),
            rights: self.rule_links(&rights, around),
            terms: self.explained(&used, around),
            version: version.map(|day| self.date(day)).unwrap_or_default(),
        };
        let said = self.say("description_situation", &[("title", &heading)]);
        self.render(Draft {
            template: "situation.html",
            kind: "situation",
            path: format!("situations/{}/", self.site.library.situations[ix.get()].id),
            description: description(&said, &self.place_name()),
            heading,
            above: Vec::new(),
            nav_current: None,
            scripts: &["page"],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }

    /// The examples of a life event by outcome, and the last day on which one of their rules changed.
    fn grouped(&self, ix: Ix<Situation>, ways: Ways<'_>) -> (Vec<Group>, Option<jiff::civil::Date>) {
        let mut groups: Vec<Group> = ORDER
            .iter()
            .map(|outcome| Group {
                outcome: outcome.word(),
                heading: self.catalog.text(&format!("group_{}", outcome.word().replace('-', "_"))).to_owned(),
                examples: Vec::new(),
            })
            .collect();
        let rules = self.events.rules(ix).iter().map(|rule| self.edition.listed(*rule));
        // Words are marked where they are read first: by outcome, then by rule.
        let rules: Vec<_> = rules.collect();
        for (group, outcome) in groups.iter_mut().zip(ORDER) {
            for rule in &rules {
                let own = rule.examples.iter().filter(|e| e.outcome == outcome);
                let own = own.filter(|e| rule.rule.situations_of(e.example).contains(&ix));
                group.examples.extend(own.map(|example| Entry {
                    example: self.example_view(example, rule.rule, ways),
                    rule: self.rule_link(rule.ix, ways),
                }));
            }
        }
        (groups, rules.iter().map(|rule| self.version(rule.ix)).max())
    }
}
