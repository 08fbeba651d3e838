//! Texts in YAML values: per language, as running text or plain.

use super::findings::{self, FACT_SYNTAX, UNKNOWN_LANGUAGE};
use super::inline::Origin;
use super::markdown;
use super::names::Names;
use crate::diag::Diagnostic;
use crate::model::{Inline, InlineKind, PerLanguage, Segment, State};
use crate::source::FileId;
use crate::yaml::Reader;
use crate::yaml::{Node, NodeKind};

/// Where texts are read: names they can use, and their file's folder.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) names: &'a Names,
    pub(super) file: FileId,
    pub(super) folder: &'a str,
}

impl<'a> Place<'a> {
    /// The origin of one value's text.
    pub(super) fn origin(&self, node: &Node) -> Origin<'a> {
        let base = match node.kind {
            NodeKind::Scalar { verbatim, .. } => verbatim,
            _ => None,
        };
        Origin { names: self.names, file: self.file, folder: self.folder, base, span: node.span }
    }
}

/// Running text: emphasis, links, facts.
pub(super) fn running(node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<Segment> {
    let text = reader.text(node)?;
    let inlines = markdown::inlines(text, place.origin(node), reader);
    Some(Segment { inlines, span: node.span, state: State::Current })
}

/// Plain text: what is typed is what is shown.
pub(super) fn plain(node: &Node, reader: &mut Reader) -> Option<Segment> {
    let text = reader.text(node)?;
    if text.contains('{') {
        let help = "facts can stand in answers, examples, steps and explanations; write this text without them";
        reader.findings.push(Diagnostic::error(FACT_SYNTAX, node.span, "no fact can stand in this text", help));
    }
    let text = super::inline::visible(text);
    let text = InlineKind::Text(text.split_whitespace().collect::<Vec<_>>().join(" ").into());
    Some(Segment { inlines: vec![Inline { kind: text, span: node.span }], span: node.span, state: State::Current })
}

/// Single words, such as those that people search for.
pub(super) fn words(node: &Node, reader: &mut Reader) -> Vec<String> {
    reader.texts(node).into_iter().map(|word| super::inline::visible(&word.value).into_owned()).collect()
}

/// How one value is read.
pub(super) type ReadText = fn(&Node, Place<'_>, &mut Reader) -> Option<Segment>;

/// Plain text as a [`ReadText`].
pub(super) fn plain_at(node: &Node, _: Place<'_>, reader: &mut Reader) -> Option<Segment> {
    plain(node, reader)
}

/// A text per language, or one text for all of them. The source language must be there.
pub(super) fn per_language(
    node: &Node,
    place: Place<'_>,
    read: ReadText,
    reader: &mut Reader,
) -> PerLanguage<Segment> {
    by_language(node, place, reader, |node, reader| read(node, place, reader))
}

/// A value per language, or one value for all of them. The source language must be there.
pub(super) fn by_language<T: Clone>(
    node: &Node,
    place: Place<'_>,
    reader: &mut Reader,
    mut read: impl FnMut(&Node, &mut Reader) -> Option<T>,
) -> PerLanguage<T> {
    let languages = &place.names.languages;
    let mut values = PerLanguage::none();
    let NodeKind::Map(entries) = &node.kind else {
        if let Some(value) = read(node, reader) {
            for (language, _) in languages.iter() {
                values.set(language, value.clone());
            }
        }
        return values;
    };
    for (key, node) in entries {
        match languages.find(&key.text) {
            None => reader.findings.push(unknown_language(key, languages)),
            Some(_) if node.kind == NodeKind::Null => {}
            Some(language) => {
                if let Some(value) = read(node, reader) {
                    values.set(language, value);
                }
            }
        }
    }
    let source = languages.tag(languages.source());
    if !entries.iter().any(|(key, node)| key.text == source && node.kind != NodeKind::Null) {
        let span = crate::source::Span { end: node.span.start, ..node.span };
        reader.findings.push(findings::missing_key(span, source, "a text in several languages"));
    }
    values
}

fn unknown_language(key: &crate::yaml::Key, languages: &crate::model::Languages) -> Diagnostic {
    let known: Vec<&str> = languages.iter().map(|(_, tag)| tag).collect();
    let help =
        format!("languages of this guide: {}; add one under `languages` in content/site.yaml", known.join(", "));
    Diagnostic::error(UNKNOWN_LANGUAGE, key.span, format!("`{}` is not a language of this guide", key.text), help)
}
