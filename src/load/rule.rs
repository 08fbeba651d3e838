//! `rule.yaml`: what is the same in every language.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::findings::{self, BAD_VALUE, UNKNOWN_FACT, UNKNOWN_SITUATION};
use super::laws;
use super::site;
use super::texts::{self, Place};
use crate::diag::Diagnostic;
use crate::model::{
    Chapter, Example, Fact, HistoryEntry, Ix, Kind, Outcome, Overlay, PerLanguage, Review, Route, Rule, Situation,
    Validity, Within,
};
use crate::source::{Span, Spanned};
use crate::yaml::{Fields, Key, Node, Reader};

/// The name under which `within` means "at once".
const AT_ONCE: &str = "at-once";
/// The name under which `within` means "before the day that our letter names".
const LETTER: &str = "letter-date";

/// One rule, without its texts. A part that is written wrongly gets an empty value beside its finding.
pub(super) fn rule(id: &str, chapter: Ix<Chapter>, node: &Node, place: Place<'_>, reader: &mut Reader) -> Rule {
    let start = Span { end: node.span.start, ..node.span };
    let mut rule = empty(id, chapter, start);
    let Some(mut fields) = reader.fields(node, "rule.yaml") else {
        return rule;
    };
    if let Some(kind) = fields.need("kind", reader).and_then(|node| reader.choice(node, &Kind::ALL)) {
        rule.kind = kind;
    }
    if let Some(sheet) = fields.need("sheet", reader).and_then(|node| sheet(node, reader)) {
        rule.sheet = sheet;
    }
    rule.validity = validity(&mut fields, reader);
    if let Some(node) = fields.take("situations") {
        rule.situations = situations(node, place, reader);
    }
    if let Some(node) = fields.take("law") {
        rule.law = laws::references(node, place.names, reader);
    }
    if let Some(node) = fields.take("routes") {
        rule.routes = routes(node, reader);
    }
    if let Some(node) = fields.take("examples") {
        let entries = reader.map(node).unwrap_or_default();
        rule.examples = entries.iter().filter_map(|(key, node)| example(key, node, place, reader)).collect();
    }
    if let Some(review) = fields.need("review", reader).and_then(|node| review(node, reader)) {
        rule.review = review;
    }
    rule.history = histories(&mut fields, place, reader);
    if let Some(node) = fields.take("related") {
        rule.related = site::rules(node, place.names, reader);
    }
    rule.decided_within = fields.take("decided_within").and_then(|node| fact(node, &[], place, reader));
    rule.upl = fields.take("upl").and_then(|node| upl(node, reader));
    fields.finish(reader);
    rule
}

/// A rule of which nothing is known but its name.
pub(super) fn empty(id: &str, chapter: Ix<Chapter>, span: Span) -> Rule {
    let role = Spanned::new(String::new(), span);
    let day = Spanned::new(Date::ZERO, span);
    let review = Review { written_by: role.clone(), checked_by: role.clone(), on: day, next: day };
    Rule {
        id: id.to_owned(),
        span,
        chapter,
        kind: Kind::Duty,
        validity: Validity::default(),
        sheet: role,
        situations: Vec::new(),
        law: Vec::new(),
        routes: Vec::new(),
        examples: Vec::new(),
        review,
        history: Vec::new(),
        related: Vec::new(),
        decided_within: None,
        upl: None,
        texts: PerLanguage::none(),
    }
}

/// `from` and `until` of a rule or an example.
fn validity(fields: &mut Fields<'_>, reader: &mut Reader) -> Validity {
    let from = fields.take("from").and_then(|node| reader.date(node));
    let until_node = fields.take("until");
    let until = until_node.and_then(|node| reader.date(node));
    if let (Some(from), Some(until), Some(node)) = (from, until, until_node)
        && until < from
    {
        let help = "`until` is the last day on which it holds";
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, "this ends before it starts", help));
    }
    Validity { from, until }
}

fn sheet(node: &Node, reader: &mut Reader) -> Option<Spanned<String>> {
    let sheet = reader.spanned(node)?;
    let digits = sheet.value.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = sheet.value.len() - digits.len();
    let good = (1..=2).contains(&letters)
        && (1..=4).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with('0');
    if !good {
        let help = "a sheet code is the chapter's letter and a number: B3";
        let message = format!("`{}` is not a sheet code", sheet.value);
        reader.findings.push(Diagnostic::error(BAD_VALUE, sheet.span, message, help));
    }
    good.then_some(sheet)
}

fn situations(node: &Node, place: Place<'_>, reader: &mut Reader) -> Vec<Ix<Situation>> {
    let mut found = Vec::new();
    for text in reader.texts(node) {
        match place.names.situation(&text.value) {
            Some(situation) => found.push(situation),
            None if place.names.unread.contains("situations") => {}
            None => {
                let known = place.names.situations.iter().map(String::as_str);
                let finding = findings::unknown(UNKNOWN_SITUATION, text.span, "situation", &text.value, known);
                reader.findings.push(finding);
            }
        }
    }
    found
}

fn routes(node: &Node, reader: &mut Reader) -> Vec<Route> {
    let items = reader.list(node).unwrap_or_default();
    items.iter().filter_map(|node| reader.choice(node, &Route::ALL)).collect()
}

fn example(key: &Key, node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<Example> {
    reader.check_id(&key.text, key.span);
    let mut fields = reader.fields(node, "an example")?;
    let outcome = fields.need("outcome", reader).and_then(|node| reader.choice(node, &Outcome::ALL));
    let within = fields.take("within").and_then(|node| within(node, place, reader));
    let situations = fields.take("situations").map(|node| situations(node, place, reader)).unwrap_or_default();
    let validity = validity(&mut fields, reader);
    fields.finish(reader);
    // Without an outcome the example still exists, so that its texts are not called unknown.
    let outcome = outcome.unwrap_or(Outcome::AskFirst);
    let id = Spanned::new(key.text.clone(), key.span);
    Some(Example { id, outcome, within, situations, validity })
}

pub(super) fn within(node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<Spanned<Within>> {
    let text = reader.text(node)?;
    if text == AT_ONCE {
        return Some(Spanned::new(Within::AtOnce, node.span));
    }
    if text == LETTER {
        return Some(Spanned::new(Within::Letter, node.span));
    }
    let fact = fact(node, &[AT_ONCE, LETTER], place, reader)?;
    Some(Spanned::new(Within::Fact(fact.value), node.span))
}

/// A fact by its name; `others` are words that could stand there as well.
fn fact(node: &Node, others: &[&str], place: Place<'_>, reader: &mut Reader) -> Option<Spanned<Ix<Fact>>> {
    let text = reader.text(node)?;
    if place.names.unread.contains("facts") && place.names.fact(text).is_none() {
        return None;
    }
    let Some(fact) = place.names.fact(text) else {
        let known = place.names.facts.iter().map(String::as_str).chain(others.iter().copied());
        reader.findings.push(findings::unknown(UNKNOWN_FACT, node.span, "fact", text, known));
        return None;
    };
    Some(Spanned::new(fact, node.span))
}

/// An identifier of the list of uniform product names: it becomes the end of an address.
fn upl(node: &Node, reader: &mut Reader) -> Option<String> {
    let text = reader.text(node)?;
    let sign = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    let good = (1..=100).contains(&text.len()) && text.bytes().all(sign);
    if !good {
        let help = "write the last part of its address on standaarden.overheid.nl: bijzBijstUitk";
        let message = format!("`{text}` is not an identifier of a uniform product name");
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, message, help));
    }
    good.then(|| text.to_owned())
}

fn review(node: &Node, reader: &mut Reader) -> Option<Review> {
    let mut fields = reader.fields(node, "a review")?;
    let written_by = fields.need("written_by", reader).and_then(|node| reader.spanned(node));
    let checked_by = fields.need("checked_by", reader).and_then(|node| reader.spanned(node));
    let on = fields.need("on", reader).and_then(|node| reader.spanned_date(node));
    let next = fields.need("next", reader).and_then(|node| reader.spanned_date(node));
    fields.finish(reader);
    Some(Review { written_by: written_by?, checked_by: checked_by?, on: on?, next: next? })
}

/// `history`, in order of time.
fn histories(fields: &mut Fields<'_>, place: Place<'_>, reader: &mut Reader) -> Vec<HistoryEntry> {
    let entries = fields.take("history").and_then(|node| reader.list(node)).unwrap_or_default();
    let mut history: Vec<_> = entries.iter().filter_map(|node| history(node, place, reader)).collect();
    history.sort_by_key(|entry| entry.on.value);
    history
}

fn history(node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<HistoryEntry> {
    let mut fields = reader.fields(node, "a history entry")?;
    let on = fields.need("on", reader).and_then(|node| reader.spanned_date(node));
    let note = fields.need("note", reader);
    let note = note.map(|node| texts::per_language(node, place, texts::running, reader));
    fields.finish(reader);
    Some(HistoryEntry { on: on?, note: note? })
}

/// A municipality's own `rule.yaml`: outcomes and terms of examples, routes, and what changed in them.
pub(super) fn overlay(node: &Node, place: Place<'_>, known: Option<&[String]>, reader: &mut Reader) -> Overlay {
    let mut overlay = Overlay::default();
    let Some(mut fields) = reader.fields(node, "an overlay's rule.yaml") else {
        return overlay;
    };
    overlay.routes = fields.take("routes").map(|node| {
        overlay.places.insert("routes".to_owned(), node.span);
        routes(node, reader)
    });
    overlay.history = histories(&mut fields, place, reader);
    let examples = fields.take("examples").and_then(|node| reader.map(node)).unwrap_or_default();
    let mut changed = BTreeMap::new();
    for (key, node) in examples {
        if let Some(known) = known.filter(|known| !known.contains(&key.text)) {
            let known = known.iter().map(String::as_str);
            reader.findings.push(findings::unknown(
                findings::UNKNOWN_EXAMPLE,
                key.span,
                "example",
                &key.text,
                known,
            ));
            continue;
        }
        if let Some(mut fields) = reader.fields(node, "an example") {
            let outcome = fields.take("outcome").and_then(|node| reader.choice(node, &Outcome::ALL));
            let within = fields.take("within").and_then(|node| within(node, place, reader));
            fields.finish(reader);
            overlay.places.insert(format!("examples.{}", key.text), key.span);
            changed.insert(key.text.clone(), (outcome, within));
        }
    }
    overlay.examples = changed;
    fields.finish(reader);
    overlay
}
