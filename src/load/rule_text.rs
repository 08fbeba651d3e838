//! `nl.md` and its translations: what is written in one language.

use super::findings::{self, FRONT_MATTER, UNKNOWN_EXAMPLE};
use super::inline::Origin;
use super::markdown;
use super::texts::{self, Place};
use crate::diag::Diagnostic;
use crate::model::{ExampleText, RuleText, Segment};
use crate::source::{Span, settled};
use crate::yaml::Reader;
use crate::yaml::{self, Node, YamlText};

/// What a text file has to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Completeness {
    /// The source language: title, answer, and every example.
    Whole,
    /// A translation or an overlay: whatever is there.
    Parts,
}

/// Reads one text file. `examples` are the names from `rule.yaml`, where that could be read.
pub(super) fn rule_text(
    text: &str,
    place: Place<'_>,
    examples: Option<&[String]>,
    completeness: Completeness,
    reader: &mut Reader,
) -> RuleText {
    let Some((yaml, body_start)) = split(text, place, reader) else {
        return RuleText::default();
    };
    let body = &text[body_start..];
    let span = Span::new(place.file, body_start, text.len());
    let origin =
        Origin { names: place.names, file: place.file, folder: place.folder, base: Some(body_start), span };
    let blocks = markdown::blocks(&settled(body), origin, reader);
    let front = yaml::parse(yaml, &mut reader.findings);
    let mut rule_text = match front {
        Some(node) => front_matter(&node, place, examples, completeness, reader),
        None => RuleText::default(),
    };
    rule_text.body = blocks;
    rule_text
}

/// The YAML between the two `---` lines, and where the body starts.
fn split<'a>(text: &'a str, place: Place<'_>, reader: &mut Reader) -> Option<(YamlText<'a>, usize)> {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if first.trim_end() != "---" {
        let help =
            "start with `---`, then title and answer, then `---`, then the text; docs/authoring.md shows one";
        let message = "this text does not start with a line `---`";
        reader.findings.push(Diagnostic::error(
            FRONT_MATTER,
            Span::new(place.file, 0, first.trim_end().len()),
            message,
            help,
        ));
        return None;
    }
    let mut at = first.len();
    for line in text[first.len()..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            let yaml = YamlText { file: place.file, text: &text[first.len()..at], offset: first.len() };
            return Some((yaml, at + line.len()));
        }
        at += line.len();
    }
    let help = "put a line `---` between the keys and the text";
    let message = "the keys at the top never end";
    reader.findings.push(Diagnostic::error(FRONT_MATTER, Span::new(place.file, 0, 3), message, help));
    None
}

fn front_matter(
    node: &Node,
    place: Place<'_>,
    examples: Option<&[String]>,
    completeness: Completeness,
    reader: &mut Reader,
) -> RuleText {
    let mut text = RuleText::default();
    let Some(mut fields) = reader.fields(node, "a text") else {
        return text;
    };
    let whole = completeness == Completeness::Whole;
    let title = if whole { fields.need("title", reader) } else { fields.take("title") };
    text.title = title.and_then(|node| texts::plain(node, reader));
    let answer = if whole { fields.need("answer", reader) } else { fields.take("answer") };
    text.answer = answer.and_then(|node| texts::running(node, place, reader));
    if let Some(node) = fields.take("keywords") {
        text.keywords = texts::words(node, reader);
    }
    if let Some(node) = fields.take("steps") {
        let items = reader.list(node).unwrap_or_default();
        text.steps = items.iter().filter_map(|node| texts::running(node, place, reader)).collect();
    }
    let mut optional =
        |key, reader: &mut Reader| fields.take(key).and_then(|node| texts::running(node, place, reader));
    text.proof = optional("proof", reader);
    text.consequence = optional("consequence", reader);
    let given = fields.take("examples");
    if let Some(node) = given {
        for (key, node) in reader.map(node).unwrap_or_default() {
            if let Some(examples) = examples.filter(|examples| !examples.contains(&key.text)) {
                let known = examples.iter().map(String::as_str);
                reader.findings.push(findings::unknown(UNKNOWN_EXAMPLE, key.span, "example", &key.text, known));
            }
            if let Some(example) = example(node, place, whole, reader) {
                text.examples.insert(key.text.clone(), example);
            }
        }
    }
    if whole {
        let span =
            given.map_or(Span { end: node.span.start, ..node.span }, |n| Span { end: n.span.start, ..n.span });
        for id in examples.unwrap_or_default().iter().filter(|id| !text.examples.contains_key(*id)) {
            reader.findings.push(findings::missing_key(
                span,
                id,
                "rule.yaml names this example, so `examples` here",
            ));
        }
    }
    fields.finish(reader);
    text
}

fn example(node: &Node, place: Place<'_>, whole: bool, reader: &mut Reader) -> Option<ExampleText> {
    let mut fields = reader.fields(node, "an example")?;
    let mut part = |key, reader: &mut Reader| -> Option<Segment> {
        let node = if whole { fields.need(key, reader) } else { fields.take(key) };
        node.and_then(|node| texts::running(node, place, reader))
    };
    let situation = part("situation", reader);
    let meaning = part("meaning", reader);
    fields.finish(reader);
    Some(ExampleText { situation, meaning })
}
