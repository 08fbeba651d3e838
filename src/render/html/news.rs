//! Changes in words: the same sentences on every page, in the feed and for staff.

use jiff::civil::Date;

use super::desk::{Desk, Ways};
use super::escape;
use super::facts::{self, Written, say_html};
use super::view::Text;
use crate::locale::Direction;
use crate::model::{Fact, HistoryEntry, Ix, Rule, Value};
use crate::resolve::{Change, Event, Shown, Step};

/// A sentence as a text of a page, and without markup.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) text: Text,
    pub(super) plain: String,
}

impl Desk<'_> {
    /// The changes that readers are told of on this day, newest first and coming ones, soonest first.
    pub(super) fn past_and_coming(&self) -> (Vec<&Change<'_>>, Vec<&Change<'_>>) {
        let (coming, mut past): (Vec<_>, Vec<_>) = self.news.iter().partition(|change| self.is_coming(change));
        // Newest day first; within a day the order of the guide stays.
        past.sort_by_key(|change| std::cmp::Reverse(change.on));
        (past, coming)
    }

    pub(super) fn is_coming(&self, change: &Change<'_>) -> bool {
        change.on > self.edition.date
    }

    /// The day on which readers were last told something about a change.
    pub(super) fn told_on(&self, change: &Change<'_>) -> Date {
        if self.is_coming(change) { change.announced } else { change.on }
    }

    /// Where the notice of a change stands, from the edition's folder.
    pub(super) fn notice_path(&self, change: &Change<'_>) -> String {
        format!("changes/{}-{}/", change.on, change.name)
    }

    /// What a change means. A note says it alone; otherwise there is a sentence for each thing that begins or ends,
    /// one for each of two values, and one for more of them.
    pub(super) fn sentences(&self, change: &Change<'_>, ways: Ways<'_>) -> Vec<Said> {
        if !change.notes.is_empty() {
            return change.notes.iter().map(|entry| self.note(entry, ways)).collect();
        }
        let events = change.events.iter().map(|event| self.event(*event, change, ways));
        let values = match change.facts.as_slice() {
            [one, two] => vec![self.value(one, change), self.value(two, change)],
            _ => self.values(change).into_iter().collect(),
        };
        events.chain(values).collect()
    }

    /// The same where the values stand beside it.
    pub(super) fn in_short(&self, change: &Change<'_>, ways: Ways<'_>) -> Vec<Said> {
        if !change.notes.is_empty() {
            return self.sentences(change, ways);
        }
        let events = change.events.iter().map(|event| self.event(*event, change, ways));
        events.chain(self.values(change)).collect()
    }

    /// A line of history. That it is not translated is said once, at the rule.
    pub(super) fn note(&self, entry: &HistoryEntry, ways: Ways<'_>) -> Said {
        let shown = self.edition.label(&entry.note);
        Said { text: Text { note: None, ..self.text(shown, ways) }, plain: self.plain(shown) }
    }

    fn event(&self, event: Event, change: &Change<'_>, ways: Ways<'_>) -> Said {
        let date = facts::date(change.on, self.catalog);
        let (id, example) = match event {
            Event::RuleBegins(_) => ("changes_rule_begins", None),
            Event::RuleEnds(_) => ("changes_rule_ends", None),
            Event::ExampleBegins(rule, example) => ("changes_example_begins", Some((rule, example))),
            Event::ExampleEnds(rule, example) => ("changes_example_ends", Some((rule, example))),
        };
        let situation = example.map(|(rule, example)| self.edition.situation(rule, example));
        let situation = situation.map_or_else(Written::default, |shown| self.inside(shown, ways));
        self.sentence(id, &[("date", &date), ("situation", &situation)])
    }

    /// One sentence for the values of a change: with old and new value if it is a single one.
    fn values(&self, change: &Change<'_>) -> Option<Said> {
        let date = facts::date(change.on, self.catalog);
        match change.facts.as_slice() {
            [] => None,
            [one] => Some(self.value(one, change)),
            several => {
                let labels: Vec<Written> = several.iter().map(|(fact, _)| self.fact_label(*fact)).collect();
                let between = self.catalog.text("changes_between");
                let plain: Vec<&str> = labels.iter().map(|label| label.plain.as_str()).collect();
                let html: Vec<&str> = labels.iter().map(|label| label.html.as_str()).collect();
                let labels = Written { plain: plain.join(between), html: html.join(&escape::escaped(between)) };
                Some(self.sentence("changes_facts", &[("labels", &labels), ("date", &date)]))
            }
        }
    }

    fn value(&self, (fact, step): &(Ix<Fact>, Step), change: &Change<'_>) -> Said {
        let date = facts::date(change.on, self.catalog);
        let id = if self.is_coming(change) { "changes_fact_coming" } else { "changes_fact_past" };
        let [before, after] = self.old_and_new(*fact, step);
        let label = self.fact_label(*fact);
        self.sentence(id, &[("label", &label), ("before", &before), ("after", &after), ("date", &date)])
    }

    /// The value of a fact before and after a change.
    pub(super) fn old_and_new(&self, fact: Ix<Fact>, step: &Step) -> [Written; 2] {
        let source = self.site.library.languages.source();
        let kind = self.site.library.facts[fact.get()].kind;
        let languages = (self.edition.language, source);
        let write = |value: &Option<Value>| {
            let value = value.as_ref().map(|value| facts::written(kind, value, false, languages, self.catalog));
            value.unwrap_or_default()
        };
        [write(&step.before), write(&step.after)]
    }

    pub(super) fn fact_label(&self, fact: Ix<Fact>) -> Written {
        self.inside(self.edition.label(&self.site.library.facts[fact.get()].label), Ways::NONE)
    }

    /// A text of the guide inside a sentence of the interface: isolated, and marked where it is in another language.
    pub(super) fn inside(&self, shown: Shown<'_>, ways: Ways<'_>) -> Written {
        let text = self.text(shown, ways);
        let html = match (&text.lang, text.dir) {
            (Some(lang), Some(dir)) => {
                format!("<span lang=\"{}\" dir=\"{dir}\">{}</span>", escape::escaped(lang), text.html)
            }
            _ if self.catalog.direction() == Direction::Rtl => format!("<bdi>{}</bdi>", text.html),
            _ => text.html,
        };
        Written { plain: self.plain(shown), html }
    }

    /// An interface text as a text of a page.
    pub(super) fn interface(&self, id: &str) -> Text {
        self.sentence(id, &[]).text
    }

    fn sentence(&self, id: &str, values: &[(&str, &Written)]) -> Said {
        let html: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.html.as_str())).collect();
        let plain: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.plain.as_str())).collect();
        let html = say_html(self.catalog, id, &html);
        let text = Text::own(html);
        Said { text, plain: self.say(id, &plain) }
    }

    /// What the page of a rule says at its top: its own coming notes, and one sentence for each day on which only
    /// values change. What begins or ends stands on the page of changes.
    pub(super) fn banner(&self, rule: Ix<Rule>, ways: Ways<'_>) -> Vec<(Date, Text)> {
        let noted: Vec<&HistoryEntry> = self.edition.coming(rule);
        let notes = noted.iter().map(|entry| (entry.on.value, self.note(entry, ways).text));
        let silent = self.news.iter().filter(|change| {
            let speaks = noted.iter().any(|entry| entry.on.value == change.on);
            self.is_coming(change) && change.rules.contains(&rule) && change.notes.is_empty() && !speaks
        });
        let values = silent.filter_map(|change| Some((change.on, self.values(change)?.text)));
        let mut all: Vec<_> = notes.chain(values).collect();
        all.sort_by_key(|(on, _)| *on);
        all
    }
}
