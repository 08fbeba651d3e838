//! Examples: what a rule means in one situation. Rule pages show them, and the lists that go across rules.

use serde::Serialize;

use super::desk::{Desk, Ways};
use super::escape;
use super::facts::say_html;
use super::view::{Link, Text};
use crate::model::{Ix, Rule, Situation, Within};
use crate::resolve::ExampleEdition;

#[derive(Debug, Clone, Serialize)]
pub(super) struct ExampleView {
    pub(super) id: String,
    pub(super) situation: Text,
    pub(super) meaning: Text,
    pub(super) outcome: &'static str,
    pub(super) outcome_label: String,
    pub(super) within: Option<String>,
    pub(super) situations: Vec<Link>,
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
    pub(super) fn situation_link(&self, ix: Ix<Situation>, ways: Ways<'_>) -> Link {
        let situation = &self.site.library.situations[ix.get()];
        let label = Text { note: None, ..self.label(&situation.label, ways) };
        Link { path: format!("situations/{}/", situation.id), label }
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
}
