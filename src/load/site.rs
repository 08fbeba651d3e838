//! `site.yaml`, `situations.yaml`, `glossary.yaml` and `chapter.yaml`.

use jiff::Unit;

use super::extra;
use super::findings::{self, BAD_ID, BAD_VALUE, UNKNOWN_LANGUAGE, UNKNOWN_RULE};
use super::names::Names;
use super::texts::{self, Place};
use crate::diag::Diagnostic;
use crate::model::{Chapter, Ix, Languages, Level, PerLanguage, Rule, Site, Situation, Term};
use crate::source::Spanned;
use crate::yaml::Reader;
use crate::yaml::{Key, Node};

/// The languages of `site.yaml`, read before everything else.
pub(super) fn languages(node: Option<&Node>, reader: &mut Reader) -> Languages {
    let fallback = || Languages::new(vec!["nl".to_owned()], 0);
    let Some(mut fields) = node.and_then(|node| reader.fields(node, "site.yaml")) else {
        return fallback();
    };
    let source = fields.need("source_language", reader).and_then(|node| reader.spanned(node));
    let listed = fields.need("languages", reader).map(|node| reader.texts(node)).unwrap_or_default();
    let mut tags: Vec<String> = Vec::new();
    for tag in listed {
        let good = tag.value.parse::<unic_langid::LanguageIdentifier>().is_ok()
            && tag.value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if good && !tags.contains(&tag.value) {
            tags.push(tag.value);
        } else {
            let help = "write each language once, as a BCP 47 tag: nl, en, ar, tr, uk";
            let message = format!("`{}` cannot be used as a language", tag.value);
            reader.findings.push(Diagnostic::error(BAD_ID, tag.span, message, help));
        }
    }
    let Some(source) = source else {
        return fallback();
    };
    match tags.iter().position(|tag| *tag == source.value) {
        Some(position) => Languages::new(tags, position),
        None => {
            let help = "add it to `languages`";
            let message = format!("the source language `{}` is not one of the languages", source.value);
            reader.findings.push(Diagnostic::error(UNKNOWN_LANGUAGE, source.span, message, help));
            if tags.is_empty() { fallback() } else { Languages::new(tags, 0) }
        }
    }
}

/// The rest of `site.yaml`.
pub(super) fn site(node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<Site> {
    let mut fields = reader.fields(node, "site.yaml")?;
    // Read before, by `languages`; named here so that they count as known.
    let _ = (fields.take("source_language"), fields.take("languages"));
    let mut text = |key: &'static str, reader: &mut Reader, need: bool| {
        let node = if need { fields.need(key, reader) } else { fields.take(key) };
        node.map_or_else(PerLanguage::none, |node| texts::per_language(node, place, texts::running, reader))
    };
    let title = text("title", reader, true);
    let description = text("description", reader, true);
    let notice = text("notice", reader, false);
    let base_url = fields.need("base_url", reader).and_then(|node| base_url(node, reader)).unwrap_or_default();
    let theme = fields.take("theme").and_then(|node| reader.spanned(node));
    let theme = theme.unwrap_or_else(|| Spanned::new("default".to_owned(), node.span));
    let announce = fields.take("announce").and_then(|node| announce(node, reader));
    let most_asked = fields.take("most_asked").map(|node| rules(node, place.names, reader)).unwrap_or_default();
    let disagree = fields.take("disagree").map(|node| rules(node, place.names, reader)).unwrap_or_default();
    let contact = fields.take("contact").map(|node| rules(node, place.names, reader)).unwrap_or_default();
    let checks = fields.take("checks").map(|node| checks(node, reader)).unwrap_or_default();
    let card = fields.take("card").map(|node| extra::card(node, place, reader)).unwrap_or_default();
    let repayment = fields.take("repayment").and_then(|node| extra::repayment(node, place, reader));
    fields.finish(reader);
    Some(Site {
        title,
        description,
        notice,
        base_url,
        theme,
        announce: announce.unwrap_or_else(|| jiff::Span::new().days(60)),
        most_asked,
        disagree,
        contact: contact.first().copied(),
        card,
        repayment,
        checks,
    })
}

/// `checks: {long-sentence: hint}`. Which names there are is for `check` to judge.
fn checks(node: &Node, reader: &mut Reader) -> Vec<(Spanned<String>, Level)> {
    let entries = reader.map(node).unwrap_or_default();
    let level = |(key, node): &(Key, Node)| {
        let level = reader.choice(node, &Level::ALL)?;
        Some((Spanned::new(key.text.clone(), key.span), level))
    };
    entries.iter().filter_map(level).collect()
}

fn base_url(node: &Node, reader: &mut Reader) -> Option<String> {
    let text = reader.text(node)?.trim_end_matches('/');
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let good = host.is_some_and(|host| {
        !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~/:%".contains(&b))
    });
    if !good {
        let help = "write the address of the published site: https://wegwijzer.gemeente.nl/";
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, "this is not a web address", help));
    }
    good.then(|| format!("{text}/"))
}

/// `announce: 60 days`, `8 weeks`, `2 months`; a bare number counts days.
fn announce(node: &Node, reader: &mut Reader) -> Option<jiff::Span> {
    let text = reader.text(node)?;
    let bare = text.parse::<i64>().ok().and_then(|days| jiff::Span::new().try_days(days).ok());
    let span = bare.or_else(|| text.parse::<jiff::Span>().ok());
    let possible = span.filter(|span| {
        let reference = jiff::civil::date(2026, 1, 1);
        let total = span.total((Unit::Day, reference));
        span.smallest_unit_is_days() && total.is_ok_and(|days| (0.0..=3660.0).contains(&days))
    });
    if possible.is_none() {
        let help = "write how long before it takes effect a change is shown: 60 days, 8 weeks, 2 months";
        let message = format!("`{text}` is not a length of time that can be used here");
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, message, help));
    }
    possible
}

trait SmallestUnit {
    fn smallest_unit_is_days(&self) -> bool;
}

impl SmallestUnit for jiff::Span {
    /// Whether the span says nothing about hours and less.
    fn smallest_unit_is_days(&self) -> bool {
        self.get_hours() == 0 && self.get_minutes() == 0 && self.get_seconds() == 0 && self.get_nanoseconds() == 0
    }
}

/// Rules by name.
pub(super) fn rules(node: &Node, names: &Names, reader: &mut Reader) -> Vec<Ix<Rule>> {
    let mut found = Vec::new();
    for text in reader.texts(node) {
        match names.rule(&text.value) {
            Some(rule) => found.push(rule),
            None => {
                let known = names.rules.iter().map(String::as_str);
                reader.findings.push(findings::unknown(UNKNOWN_RULE, text.span, "rule", &text.value, known));
            }
        }
    }
    found
}

/// One situation.
pub(super) fn situation(
    key: &Key,
    node: &Node,
    position: usize,
    place: Place<'_>,
    reader: &mut Reader,
) -> Situation {
    reader.check_id(&key.text, key.span);
    let order = i64::try_from(position).unwrap_or(i64::MAX);
    let mut situation = Situation { id: key.text.clone(), order, label: PerLanguage::none() };
    let Some(mut fields) = reader.fields(node, "a situation") else {
        return situation;
    };
    if let Some(order) = fields.take("order").and_then(|node| reader.whole(node)) {
        situation.order = order;
    }
    if let Some(node) = fields.need("label", reader) {
        situation.label = texts::per_language(node, place, texts::plain_at, reader);
    }
    fields.finish(reader);
    situation
}

/// One word of the glossary.
pub(super) fn term(key: &Key, node: &Node, place: Place<'_>, reader: &mut Reader) -> Term {
    reader.check_id(&key.text, key.span);
    let mut term = Term {
        id: key.text.clone(),
        word: PerLanguage::none(),
        explanation: PerLanguage::none(),
        in_brackets: false,
        in_letters: Vec::new(),
    };
    let Some(mut fields) = reader.fields(node, "a term") else {
        return term;
    };
    if let Some(node) = fields.need("word", reader) {
        term.word = texts::per_language(node, place, texts::plain_at, reader);
    }
    if let Some(node) = fields.need("explanation", reader) {
        term.explanation = texts::per_language(node, place, texts::running, reader);
    }
    term.in_brackets = fields.take("in_brackets").and_then(|node| reader.truth(node)).unwrap_or(false);
    term.in_letters = fields.take("in_letters").map(|node| texts::words(node, reader)).unwrap_or_default();
    fields.finish(reader);
    term
}

/// One chapter.
pub(super) fn chapter(id: &str, node: &Node, place: Place<'_>, reader: &mut Reader) -> Chapter {
    let letter = Spanned::new(String::new(), node.span);
    let none = PerLanguage::none;
    let mut chapter =
        Chapter { id: id.to_owned(), order: 0, letter, title: none(), introduction: none(), rules: Vec::new() };
    let Some(mut fields) = reader.fields(node, "chapter.yaml") else {
        return chapter;
    };
    chapter.order = fields.need("order", reader).and_then(|node| reader.whole(node)).unwrap_or(0);
    if let Some(letter) = fields.need("letter", reader).and_then(|node| reader.spanned(node)) {
        let good = letter.value.len() <= 2 && letter.value.bytes().all(|b| b.is_ascii_uppercase());
        if !good {
            let help = "write one or two capital letters: B";
            let message = format!("`{}` is not a letter for a chapter", letter.value);
            reader.findings.push(Diagnostic::error(BAD_VALUE, letter.span, message, help));
        }
        chapter.letter = letter;
    }
    if let Some(node) = fields.need("title", reader) {
        chapter.title = texts::per_language(node, place, texts::plain_at, reader);
    }
    if let Some(node) = fields.need("introduction", reader) {
        chapter.introduction = texts::per_language(node, place, texts::running, reader);
    }
    fields.finish(reader);
    chapter
}
