//! What all pages of the report write with: words, numbers, dates, values and names.

use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};

use super::Report;
use super::view::{FactRef, Figure, HeldView, LanguageView, RuleRef, Sign};
use crate::diag::printable;
use crate::locale::{Argument, Catalog, Direction};
use crate::model::{Fact, FactKind, Ix, PerLanguage, Rule, Segment, Value};
use crate::render::html::escape::escaped;
use crate::render::html::facts;
use crate::source::{has_no_form, turns};
use crate::survey::Held;

/// The report with the words of its language.
pub(super) struct Scribe<'a> {
    pub(super) report: Report<'a>,
    pub(super) catalog: &'a Catalog,
}

/// The looks of a [`Sign`]: class and icon.
pub(super) type Look = (&'static str, &'static str);

pub(super) const GOOD: Look = ("good", "allowed");
pub(super) const ATTENTION: Look = ("act", "report-now");
pub(super) const BAD: Look = ("stop", "not-allowed");
pub(super) const LATE: Look = ("stop", "clock");
pub(super) const SOON: Look = ("act", "clock");
pub(super) const PLAIN: Look = ("plain", "info");

impl Scribe<'_> {
    /// An interface text with values.
    pub(super) fn say(&self, id: &str, values: &[(&str, &str)]) -> String {
        let arguments: Vec<(&str, Argument<'_>)> = values.iter().map(|(k, v)| (*k, Argument::Text(v))).collect();
        self.catalog.say(id, &arguments)
    }

    /// A sign with a fixed interface text as its word.
    pub(super) fn sign(&self, (class, icon): Look, word: &str) -> Sign {
        Sign { class, icon, word: self.catalog.text(word).to_owned() }
    }

    /// How many.
    pub(super) fn count(&self, number: usize) -> String {
        self.catalog.number(Decimal::from(number))
    }

    /// So many of so many.
    pub(super) fn part(&self, number: usize, all: usize) -> String {
        self.say("report_part", &[("n", &self.count(number)), ("all", &self.count(all))])
    }

    /// A figure without language.
    pub(super) fn figure(&self, label: &str, value: String, sign: Option<Sign>) -> Figure {
        Figure { label: self.catalog.text(label).to_owned(), language: None, value, sign }
    }

    /// A score with one decimal.
    pub(super) fn score(&self, score: Decimal) -> String {
        let mut score = score.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
        score.rescale(1);
        self.catalog.number(score)
    }

    /// A target: whole where it is.
    pub(super) fn target(&self, target: Decimal) -> String {
        self.catalog.number(target.normalize())
    }

    /// A date as HTML.
    pub(super) fn date(&self, date: Date) -> String {
        facts::date(date, self.catalog).html
    }

    /// A text in the source language, without markup.
    pub(super) fn source_text(&self, texts: &PerLanguage<Segment>) -> String {
        let source = self.report.library.languages.source();
        texts.get(source).map(|segment| clean(&segment.plain())).unwrap_or_default()
    }

    /// A rule by sheet code and title.
    pub(super) fn rule(&self, ix: Ix<Rule>) -> RuleRef {
        let library = self.report.library;
        let rule = &library.rules[ix.get()];
        let text = rule.texts.get(library.languages.source()).and_then(|text| text.title.as_ref());
        let title = text.map(Segment::plain).unwrap_or_else(|| rule.id.clone());
        RuleRef { sheet: clean(&rule.sheet.value), title: clean(&title), municipality: None }
    }

    /// A municipality's name by its position.
    pub(super) fn municipality(&self, position: usize) -> String {
        clean(&self.report.library.municipalities[position].name)
    }

    /// A language, named in itself where its catalog could be read.
    pub(super) fn language(&self, language: usize) -> LanguageView {
        let tag = self.report.library.languages.tag(language);
        match self.report.catalogs.get(language).and_then(Option::as_ref) {
            Some(catalog) => {
                LanguageView { lang: tag.to_owned(), dir: catalog.direction().word(), name: clean(catalog.name()) }
            }
            None => LanguageView { lang: tag.to_owned(), dir: Direction::Ltr.word(), name: tag.to_owned() },
        }
    }

    /// A fact by label and identifier.
    pub(super) fn fact_ref(&self, ix: Ix<Fact>) -> FactRef {
        let fact = &self.report.library.facts[ix.get()];
        let label = self.source_text(&fact.label);
        FactRef { id: fact.id.value.clone(), label: if label.is_empty() { fact.id.value.clone() } else { label } }
    }

    /// A value as HTML; `after` asks for the form after a preposition.
    pub(super) fn value(&self, kind: FactKind, value: &Value, after: bool) -> String {
        let source = self.report.library.languages.source();
        match value {
            Value::Plain(text) => format!("<bdi dir=\"ltr\">{}</bdi>", escaped(&clean(text))),
            Value::Text(texts) => {
                format!("<bdi>{}</bdi>", escaped(&clean(texts.get(source).map_or("", String::as_str))))
            }
            Value::Number(_) | Value::Date(_) => {
                facts::written(kind, value, after, (source, source), self.catalog).html
            }
        }
    }

    /// What holds somewhere.
    pub(super) fn held(&self, fact: Ix<Fact>, held: Option<&Held>) -> HeldView {
        let kind = self.report.library.facts[fact.get()].kind;
        let next = held.and_then(|held| held.next.as_ref()).map(|(from, value)| {
            let values = [("date", self.date(*from)), ("value", self.value(kind, value, false))];
            facts::say_html(self.catalog, "report_from", &[("date", &values[0].1), ("value", &values[1].1)])
        });
        HeldView {
            value: held.map(|held| self.value(kind, &held.value, false)),
            since: held.and_then(|held| held.since).map(|since| self.date(since)),
            next,
        }
    }
}

/// Text in which no control character steers what stands after it: neither a terminal's nor one that turns the
/// direction of writing around. The marks that only weigh on one place (U+200E, U+200F) stay.
pub(super) fn clean(text: &str) -> String {
    printable(text).chars().map(|c| if turns(c) || has_no_form(c) { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn nothing_turns_the_direction_around() {
        assert_eq!(clean("a\u{202e}b\u{2067}c\u{1b}d"), "a\u{fffd}b\u{fffd}c\u{fffd}d");
        assert_eq!(clean("سيارة\u{200f}!"), "سيارة\u{200f}!");
    }
}
