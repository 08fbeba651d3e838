//! Examples: what a rule means in one situation. Rule pages show them, and the lists that go across rules.

use serde::Serialize;

use super::desk::{Desk, Ways};
use super::escape::{self, ready_or_none};
use super::facts::say_html;
use super::pages::is_same_everywhere;
use super::view::{Link, Shared, Text};
use crate::model::{Ix, Rule, Situation, Within};
use crate::resolve::{ExampleEdition, Shown};

#[derive(Debug, Clone, Serialize)]
pub(super) struct ExampleView {
    pub(super) id: String,
    pub(super) situation: Text,
    pub(super) meaning: Text,
    pub(super) outcome: &'static str,
    pub(super) outcome_label: String,
    #[serde(serialize_with = "ready_or_none")]
    pub(super) within: Option<String>,
    pub(super) situations: Vec<Shared<Link>>,
}

impl Desk<'_> {
    /// An example of a rule, as every page shows it.
    pub(super) fn example_view(&self, example: &ExampleEdition<'_>, rule: &Rule, ways: Ways<'_>) -> ExampleView {
        let outcome = example.outcome.word();
        let situations = rule.situations_of(example.example).iter();
        ExampleView {
            id: example.example.id.value.clone(),
            situation: self.text(example.situation, ways),
            meaning: self.text(example.meaning, ways),
            outcome,
            outcome_label: self.catalog.text(&format!("outcome_{}", outcome.replace('-', "_"))).to_owned(),
            within: example.within.and_then(|within| self.within(within)),
            situations: situations.map(|situation| self.situation_link(*situation, ways)).collect(),
        }
    }

    /// The way to the page of a life event.
    pub(super) fn situation_link(&self, ix: Ix<Situation>, ways: Ways<'_>) -> Shared<Link> {
        let situation = &self.site.library.situations[ix.get()];
        let label = self.edition.label(&situation.label);
        let make = || {
            let label = Text { note: None, ..self.text(label, ways) };
            Shared::of(&Link { path: format!("situations/{}/", situation.id), label })
        };
        if !is_same_everywhere(label.inlines) {
            return make();
        }
        self.kept.situations[ix.get()].get_or_init(make).clone()
    }

    /// A text that is itself a link, so nothing in it can be one.
    pub(super) fn inside_link(&self, shown: Shown<'_>) -> Text {
        let text = self.text(shown, Ways::NONE);
        let plain = text.html.contains("<a ").then(|| escape::escaped(&self.plain(shown)));
        Text { html: plain.unwrap_or(text.html), ..text }
    }

    /// By when, as HTML.
    pub(super) fn within(&self, within: Within) -> Option<String> {
        match within {
            Within::AtOnce => Some(escape::escaped(self.catalog.text("within_at_once"))),
            Within::Letter => Some(escape::escaped(self.catalog.text("within_letter_date"))),
            Within::Fact(fact) => {
                let value = self.own_facts().value(fact, true);
                let mut html = say_html(self.catalog, "within_duration", &[("duration", &value.html)]);
                if let Some(coming) = self.own_facts().coming(fact) {
                    html.push_str(&coming.html);
                }
                Some(html)
            }
        }
    }

    /// By when, without markup.
    pub(super) fn within_plain(&self, within: Within) -> Option<String> {
        match within {
            Within::AtOnce => Some(self.catalog.text("within_at_once").to_owned()),
            Within::Letter => Some(self.catalog.text("within_letter_date").to_owned()),
            Within::Fact(fact) => {
                let value = self.own_facts().value(fact, true);
                let coming = self.own_facts().coming(fact).map_or("", |coming| &coming.plain);
                Some(self.say("within_duration", &[("duration", &value.plain)]) + coming)
            }
        }
    }
}
