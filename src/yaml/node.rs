//! YAML as a tree: every value keeps the bytes it came from.
//!
//! Built on the events of `saphyr-parser`. Anchors, aliases and tags are refused: nobody needs them
//! here, and aliases can make a small file grow without limit.

use std::borrow::Cow;
use std::collections::BTreeMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use super::findings::{self, DUPLICATE_KEY, EMPTY_TEXT, NESTING, YAML_FEATURE, YAML_SYNTAX};
use crate::diag::Diagnostic;
use crate::source::{FileId, Span, settled};

/// Maps inside lists inside maps: more than a guide ever needs.
const MAX_DEPTH: usize = 24;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) kind: NodeKind,
}

/// Kinds of values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum NodeKind {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    /// Any single value, as text.
    Scalar {
        /// The text.
        text: String,
        /// Where the text starts in the file, if it stands there letter by letter.
        verbatim: Option<usize>,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file.
    Map(Vec<(Key, Node)>),
}

/// A key with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Key {
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl Node {
    /// What the value is, for a message.
    pub(crate) fn describe(&self) -> &'static str {
        match &self.kind {
            NodeKind::Null => "empty",
            NodeKind::Scalar { .. } => "a single value",
            NodeKind::List(_) => "a list",
            NodeKind::Map(_) => "a group of keys",
        }
    }
}

/// A piece of YAML within a file: all of it, or its front matter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct YamlText<'a> {
    pub(crate) file: FileId,
    pub(crate) text: &'a str,
    /// Where `text` starts in the file.
    pub(crate) offset: usize,
}

/// Parses one YAML document that must hold something. What is wrong is pushed to `findings`; with a syntax
/// error there is no value.
pub(crate) fn parse(yaml: YamlText<'_>, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let before = findings.len();
    let node = parse_or_empty(yaml, findings);
    if node.is_none() && findings.len() == before {
        let span = Span::new(yaml.file, yaml.offset, yaml.offset);
        let help = "docs/authoring.md shows what belongs here";
        findings.push(Diagnostic::error(EMPTY_TEXT, span, "there is nothing here", help));
    }
    node
}

/// Parses one YAML document that may be empty, such as a glossary without words yet.
pub(crate) fn parse_or_empty(yaml: YamlText<'_>, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let mut builder = Builder { places: Places::new(yaml), stack: Vec::new(), root: None, findings };
    let mut parser = Parser::new_from_str(yaml.text);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => {
                if !builder.event(event, span) {
                    return None;
                }
            }
            Err(error) => {
                let at = builder.places.offset(*error.marker());
                let span = Span::new(yaml.file, at, at);
                if error.info().contains("recursion limit") {
                    let message = format!("values nested more than {MAX_DEPTH} deep");
                    builder.findings.push(Diagnostic::error(NESTING, span, message, "write it flatter"));
                    return None;
                }
                let help = "check the indentation, and put quotes around a text with a colon, `#`, `{` or `[`";
                let message = format!("this is not valid YAML: {}", error.info());
                builder.findings.push(Diagnostic::error(YAML_SYNTAX, span, message, help));
                return None;
            }
        }
    }
    builder.root
}

/// Character positions of the parser to byte offsets in the file.
struct Places<'a> {
    yaml: YamlText<'a>,
    /// Byte offset of each character; empty when all characters are single bytes.
    bytes: Vec<u32>,
}

impl<'a> Places<'a> {
    fn new(yaml: YamlText<'a>) -> Self {
        let bytes = if yaml.text.is_ascii() {
            Vec::new()
        } else {
            yaml.text.char_indices().map(|(i, _)| u32::try_from(i).unwrap_or(u32::MAX)).collect()
        };
        Places { yaml, bytes }
    }

    fn local(&self, marker: Marker) -> usize {
        let local = if self.bytes.is_empty() {
            marker.index()
        } else {
            self.bytes.get(marker.index()).map_or(self.yaml.text.len(), |byte| *byte as usize)
        };
        local.min(self.yaml.text.len())
    }

    fn offset(&self, marker: Marker) -> usize {
        self.yaml.offset + self.local(marker)
    }

    /// The span without the white space that the parser counts in at the end of a block.
    fn span(&self, span: saphyr_parser::Span) -> Span {
        let (start, end) = (self.local(span.start), self.local(span.end));
        let text = self.yaml.text.get(start..end).unwrap_or_default();
        let length = text.trim_end().len();
        Span::new(self.yaml.file, self.yaml.offset + start, self.yaml.offset + start + length)
    }

    fn verbatim(&self, span: saphyr_parser::Span, style: ScalarStyle, text: &str) -> Option<usize> {
        let quote = usize::from(matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted));
        let start = self.local(span.start) + quote;
        self.yaml.text.get(start..)?.starts_with(text).then_some(self.yaml.offset + start)
    }
}

/// An open list or map.
struct Frame {
    start: usize,
    key: Option<Key>,
    kind: NodeKind,
    /// Where the keys of a map stand among its entries, once they are so many that going through them takes long.
    places: BTreeMap<String, usize>,
}

/// So many keys are gone through one by one.
const FEW_KEYS: usize = 32;

/// The first of a map's keys that has this text.
fn first<'e>(entries: &'e [(Key, Node)], places: &mut BTreeMap<String, usize>, text: &str) -> Option<&'e Key> {
    if entries.len() <= FEW_KEYS {
        return entries.iter().map(|(key, _)| key).find(|key| key.text == text);
    }
    let new = entries.iter().enumerate().skip(places.len());
    places.extend(new.map(|(place, (key, _))| (key.text.clone(), place)));
    places.get(text).map(|place| &entries[*place].0)
}

struct Builder<'a, 'f> {
    places: Places<'a>,
    stack: Vec<Frame>,
    root: Option<Node>,
    findings: &'f mut Vec<Diagnostic>,
}

impl Builder<'_, '_> {
    /// Takes one event; false when it makes no sense to go on.
    fn event(&mut self, event: Event<'_>, span: saphyr_parser::Span) -> bool {
        let tag = match &event {
            Event::Scalar(_, _, anchor, tag) => tag.is_some() || *anchor > 0,
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => tag.is_some() || *anchor > 0,
            Event::Alias(_) => true,
            Event::DocumentStart(_) => self.root.is_some(),
            _ => false,
        };
        if tag {
            let help =
                "write the value out: anchors (&), aliases (*), tags (!) and second documents (---) are not used";
            let span = self.places.span(span);
            self.findings.push(Diagnostic::error(
                YAML_FEATURE,
                span,
                "this part of YAML is not used in a guide",
                help,
            ));
            return false;
        }
        match event {
            Event::Scalar(text, style, ..) => self.scalar(text, style, span),
            Event::SequenceStart(..) => return self.open(NodeKind::List(Vec::new()), span),
            Event::MappingStart(..) => return self.open(NodeKind::Map(Vec::new()), span),
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            _ => {}
        }
        true
    }

    fn open(&mut self, kind: NodeKind, span: saphyr_parser::Span) -> bool {
        let start = self.places.offset(span.start);
        if self.stack.len() >= MAX_DEPTH {
            let at = Span::new(self.places.yaml.file, start, start + 1);
            let message = format!("values nested more than {MAX_DEPTH} deep");
            self.findings.push(Diagnostic::error(NESTING, at, message, "write it flatter"));
            return false;
        }
        self.stack.push(Frame { start, key: None, kind, places: BTreeMap::new() });
        true
    }

    fn close(&mut self, span: saphyr_parser::Span) {
        if let Some(frame) = self.stack.pop() {
            let end = self.places.span(saphyr_parser::Span::new(Marker::default(), span.end)).end as usize;
            let span = Span::new(self.places.yaml.file, frame.start, end.max(frame.start));
            self.add(Node { span, kind: frame.kind });
        }
    }

    fn scalar(&mut self, text: Cow<'_, str>, style: ScalarStyle, span: saphyr_parser::Span) {
        let verbatim = self.places.verbatim(span, style, &text);
        let place = self.places.span(span);
        let awaits_key = matches!(self.stack.last(), Some(Frame { kind: NodeKind::Map(_), key: None, .. }));
        let null = style == ScalarStyle::Plain && !awaits_key && matches!(&*text, "" | "~" | "null");
        let text = || settled(&text).into_owned();
        let kind = if null { NodeKind::Null } else { NodeKind::Scalar { text: text(), verbatim } };
        self.add(Node { span: place, kind });
    }

    fn add(&mut self, node: Node) {
        let Some(frame) = self.stack.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut frame.kind {
            NodeKind::List(items) => items.push(node),
            NodeKind::Map(entries) => match frame.key.take() {
                None => match node.kind {
                    NodeKind::Scalar { text, .. } => frame.key = Some(Key { text, span: node.span }),
                    _ => {
                        self.findings.push(findings::wrong_type(node.span, node.describe(), "a key"));
                        frame.key = Some(Key { text: String::new(), span: node.span });
                    }
                },
                Some(key) => {
                    if let Some(first) = first(entries, &mut frame.places, &key.text) {
                        let message = format!("`{}` stands here twice", key.text);
                        let finding = Diagnostic::error(DUPLICATE_KEY, key.span, message, "keep one of the two");
                        self.findings.push(finding.label(first.span, "first here"));
                    } else {
                        entries.push((key, node));
                    }
                }
            },
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceTree;

    fn parsed(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
        let tree = SourceTree::from_texts([("a.yaml", text)]);
        let file = tree.find("a.yaml").expect("just made").0;
        let mut findings = Vec::new();
        (parse(YamlText { file, text, offset: 0 }, &mut findings), findings)
    }

    fn slice(text: &str, span: Span) -> &str {
        &text[span.start as usize..span.end as usize]
    }

    #[test]
    fn places_are_bytes_also_after_arabic() {
        let text = "ar: سيارة أخرى\nnl: \"een auto\"\n";
        let (node, findings) = parsed(text);
        assert!(findings.is_empty());
        let NodeKind::Map(entries) = node.expect("valid").kind else { panic!("a map") };
        assert_eq!(slice(text, entries[0].1.span), "سيارة أخرى");
        assert_eq!(slice(text, entries[1].0.span), "nl");
        let NodeKind::Scalar { verbatim, .. } = entries[1].1.kind else { panic!("a scalar") };
        assert_eq!(&text[verbatim.expect("verbatim")..][..8], "een auto");
    }

    #[test]
    fn double_keys_aliases_and_depth_are_findings() {
        let codes = |text: &str| parsed(text).1.iter().map(|f| f.code).collect::<Vec<_>>();
        assert_eq!(codes("a: 1\na: 2\n"), [DUPLICATE_KEY]);
        let many: String = (0..100).map(|i| format!("k{i}: 1\n")).collect();
        for double in ["k0", "k32", "k33", "k99"] {
            assert_eq!(codes(&format!("{many}{double}: 2\nx: 3\n{double}: 4\n")), [DUPLICATE_KEY; 2], "{double}");
        }
        assert!(codes(&many).is_empty());
        assert_eq!(codes("a: &x 1\nb: *x\n"), [YAML_FEATURE]);
        assert_eq!(codes(&"[".repeat(200)), [NESTING]);
        assert_eq!(codes("a: [1\n"), [YAML_SYNTAX]);
    }
}
