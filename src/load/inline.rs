//! Facts in running text, and where links and images lead.

use std::borrow::Cow;

use super::findings::{
    self, FACT_SYNTAX, IMAGE_MISSING, LINK_SCHEME, PATH_OUTSIDE, UNKNOWN_EXAMPLE, UNKNOWN_FACT, UNKNOWN_RULE,
    UNKNOWN_TERM,
};
use super::names::Names;
use crate::diag::Diagnostic;
use crate::model::{Inline, InlineKind, Ix, Media, Target};
use crate::source::{FileId, Span, has_byte, has_no_form, of_direction};
use crate::yaml::{Reader, is_id};

/// Where a text stands, and which names it can use.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin<'a> {
    pub(super) names: &'a Names,
    pub(super) file: FileId,
    /// Folder of the file, for images.
    pub(super) folder: &'a str,
    /// Offset of the text's first byte in the file; nothing when the text does not stand there letter by letter.
    pub(super) base: Option<usize>,
    /// The whole text.
    pub(super) span: Span,
}

impl Origin<'_> {
    /// The place of a part of the text.
    pub(super) fn place(&self, start: usize, end: usize) -> Span {
        self.base.map_or(self.span, |base| Span::new(self.file, base + start, base + end))
    }
}

/// Splits letters into text and facts. `start` is where `text` starts in the origin.
pub(super) fn facts(text: &str, start: usize, origin: Origin<'_>, reader: &mut Reader, out: &mut Line) {
    let mut rest = 0;
    while let Some(open) = text[rest..].find('{').map(|i| rest + i) {
        out.letters(&text[rest..open], origin.place(start + rest, start + open));
        let Some(close) = text[open..].find('}').map(|i| open + i) else {
            let place = origin.place(start + open, start + open + 1);
            let help = "close it: `{fact-id}`; a brace as such is written `\\{`";
            reader.findings.push(Diagnostic::error(FACT_SYNTAX, place, "a brace without its closing brace", help));
            return;
        };
        let place = origin.place(start + open, start + close + 1);
        if let Some(fact) = fact(&text[open + 1..close], place, origin.names, reader) {
            out.push(fact);
        }
        rest = close + 1;
    }
    out.letters(&text[rest..], origin.place(start + rest, start + text.len()));
}

/// Running text while it is read. Markdown gives letters in pieces, which are joined: there can be as many as letters.
#[derive(Debug, Default)]
pub(super) struct Line {
    done: Vec<Inline>,
    letters: Option<(String, Span)>,
}

impl Line {
    /// Adds letters.
    pub(super) fn letters(&mut self, text: &str, place: Span) {
        if text.is_empty() {
            return;
        }
        let text = visible(text);
        match &mut self.letters {
            Some((letters, span)) => {
                letters.push_str(&text);
                span.end = place.end.max(span.end);
            }
            None => self.letters = Some((text.into_owned(), place)),
        }
    }

    /// Adds something else.
    pub(super) fn push(&mut self, inline: Inline) {
        self.end_letters();
        self.done.push(inline);
    }

    fn end_letters(&mut self) {
        let letters = self.letters.take();
        self.done.extend(letters.map(|(text, span)| Inline { kind: InlineKind::Text(text.into()), span }));
    }

    /// All of it. Nothing is left, nor any room that was not used: texts stay for the whole build.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        self.end_letters();
        self.done.shrink_to_fit();
        std::mem::take(&mut self.done)
    }
}

/// Text without characters that have no form in which they could be read, shown or spoken.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    let odd = |c: char| has_no_form(c) || c == '\r';
    // The first byte of each of them: few letters start with one.
    let may_be_odd = |byte: u8| byte < 0x20 || byte == 0x7f || byte == 0xc2 || byte >= 0xef;
    if has_byte(text, may_be_odd) && text.contains(odd) {
        Cow::Owned(text.replace(odd, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn fact(inside: &str, place: Span, names: &Names, reader: &mut Reader) -> Option<Inline> {
    let (id, form) = inside.split_once(':').unwrap_or((inside, ""));
    let after = match form {
        "" if !inside.contains(':') => false,
        "after" => true,
        _ => {
            let help = "the only other form is `{fact-id:after}`: the form after a preposition";
            let message = format!("there is no form `{form}`");
            reader.findings.push(Diagnostic::error(FACT_SYNTAX, place, message, help));
            return None;
        }
    };
    if !is_id(id) {
        let help = "write `{fact-id}` without spaces; a brace as such is written `\\{`";
        let message = format!("`{{{inside}}}` is not the name of a fact");
        reader.findings.push(Diagnostic::error(FACT_SYNTAX, place, message, help));
        return None;
    }
    if names.unread.contains("facts") && names.fact(id).is_none() {
        return None;
    }
    let Some(fact) = names.fact(id) else {
        let known = names.facts.iter().map(String::as_str);
        reader.findings.push(findings::unknown(UNKNOWN_FACT, place, "fact", id, known));
        return None;
    };
    Some(Inline { kind: InlineKind::Fact { fact, after }, span: place })
}

/// Where a link leads; nothing, with a finding, when it leads nowhere or to where it must not.
pub(super) fn target(to: &str, place: Span, names: &Names, reader: &mut Reader) -> Option<Target> {
    if let Some(rule) = to.strip_prefix("rule:") {
        return rule_target(rule, place, names, reader);
    }
    if let Some(term) = to.strip_prefix("term:") {
        let found = names.term(term);
        if found.is_none() && !names.unread.contains("glossary") {
            let known = names.terms.iter().map(String::as_str);
            reader.findings.push(findings::unknown(UNKNOWN_TERM, place, "term", term, known));
        }
        return found.map(Target::Term);
    }
    let scheme = to.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let allowed = match scheme.as_deref() {
        Some("http" | "https") => to.split_once("://").is_some_and(|(_, rest)| !rest.is_empty()),
        Some("mailto" | "tel") => !to.ends_with(':'),
        _ => false,
    };
    // White space, control characters and the bidirectional controls have no place in an address.
    let clean = !to.chars().any(|c| c.is_whitespace() || c.is_control() || of_direction(c));
    if allowed && clean {
        return Some(Target::External(to.into()));
    }
    let help = "links start with `rule:`, `term:`, `https://`, `mailto:` or `tel:`";
    let message = format!("a link cannot lead to `{}`", to.escape_debug());
    reader.findings.push(Diagnostic::error(LINK_SCHEME, place, message, help));
    None
}

fn rule_target(to: &str, place: Span, names: &Names, reader: &mut Reader) -> Option<Target> {
    let (id, anchor) = match to.split_once('#') {
        Some((id, anchor)) => (id, Some(anchor)),
        None => (to, None),
    };
    let Some(rule) = names.rule(id) else {
        let known = names.rules.iter().map(String::as_str);
        reader.findings.push(findings::unknown(UNKNOWN_RULE, place, "rule", id, known));
        return None;
    };
    let Some(anchor) = anchor else {
        return Some(Target::Rule(rule, None));
    };
    let example = names.example(id, anchor);
    if example.is_none() && names.examples.contains_key(id) {
        let known = names.examples.get(id).into_iter().flatten().map(String::as_str);
        reader.findings.push(findings::unknown(UNKNOWN_EXAMPLE, place, "example", anchor, known));
    }
    example.map(|example| Target::Rule(rule, Some(example)))
}

/// The image at a path relative to the text's folder.
pub(super) fn image(to: &str, place: Span, origin: Origin<'_>, reader: &mut Reader) -> Option<Ix<Media>> {
    if to.contains(':') || to.starts_with('/') || to.starts_with("\\\\") {
        let help = "put the image beside the text and write its file name";
        let message = format!("an image cannot come from `{}`", to.escape_debug());
        reader.findings.push(Diagnostic::error(LINK_SCHEME, place, message, help));
        return None;
    }
    let Some(path) = join(origin.folder, to) else {
        let help = "put the image beside the text and write its file name";
        let message = format!("`{to}` leads out of the content folder");
        reader.findings.push(Diagnostic::error(PATH_OUTSIDE, place, message, help));
        return None;
    };
    let found = origin.names.media(&path);
    if found.is_none() {
        let help = "images are .svg, .png, .jpg or .webp files below `content/`";
        let message = format!("there is no image `{path}`");
        reader.findings.push(Diagnostic::error(IMAGE_MISSING, place, message, help));
    }
    found
}

/// Follows `to` from `folder`, within `content/`.
pub(super) fn join(folder: &str, to: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in to.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
        if parts.first() != Some(&"content") {
            return None;
        }
    }
    Some(parts.join("/"))
}
