//! Typed reading of YAML values: each reader yields a valid value or a finding, never both, never a panic.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::findings::{self, BAD_DATE, BAD_ID, BAD_NUMBER, BAD_VALUE, EMPTY_TEXT};
use super::node::{Key, Node, NodeKind};
use crate::diag::{Diagnostic, nearest};
use crate::source::{Span, Spanned, has_no_form};

/// Collects findings while values are read.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    pub(crate) findings: Vec<Diagnostic>,
}

/// The keys of one map, taken out one by one; what is left over at the end is unknown.
pub(crate) struct Fields<'n> {
    entries: &'n [(Key, Node)],
    known: Vec<&'static str>,
    span: Span,
    what: &'static str,
}

impl<'n> Fields<'n> {
    /// The value of an optional key. An empty value counts as left out.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<&'n Node> {
        self.known.push(key);
        let (_, node) = self.entries.iter().find(|(k, _)| k.text == key)?;
        (node.kind != NodeKind::Null).then_some(node)
    }

    /// The value of a key that must be there.
    pub(crate) fn need(&mut self, key: &'static str, reader: &mut Reader) -> Option<&'n Node> {
        let found = self.take(key);
        if found.is_none() {
            let span = self.entries.iter().find(|(k, _)| k.text == key).map_or(self.span, |(k, _)| k.span);
            reader.findings.push(findings::missing_key(span, key, self.what));
        }
        found
    }

    /// Reports the keys that nobody asked for.
    pub(crate) fn finish(self, reader: &mut Reader) {
        for (key, _) in self.entries {
            if !self.known.contains(&key.text.as_str()) {
                reader.findings.push(findings::unknown_key(key.span, &key.text, &self.known));
            }
        }
    }
}

impl Reader {
    /// The keys of a map; `what` names the thing in messages ("a rule").
    pub(crate) fn fields<'n>(&mut self, node: &'n Node, what: &'static str) -> Option<Fields<'n>> {
        let entries = self.map(node)?;
        // A missing key is reported where the thing starts, not as a marker under all its lines.
        let span = Span { end: node.span.start, ..node.span };
        Some(Fields { entries, known: Vec::new(), span, what })
    }

    /// A map with free keys.
    pub(crate) fn map<'n>(&mut self, node: &'n Node) -> Option<&'n [(Key, Node)]> {
        match &node.kind {
            NodeKind::Map(entries) => Some(entries),
            _ => self.wrong(node, "a group of keys (`key: value`)"),
        }
    }

    /// A list.
    pub(crate) fn list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        match &node.kind {
            NodeKind::List(items) => Some(items),
            _ => self.wrong(node, "a list (`[a, b]`, or lines that start with `- `)"),
        }
    }

    /// Any single value, as text that is not empty.
    pub(crate) fn text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match &node.kind {
            NodeKind::Scalar { text, .. } if !text.trim().is_empty() => Some(text),
            NodeKind::Scalar { .. } => {
                let help = "write the text, or leave the key out";
                self.findings.push(Diagnostic::error(EMPTY_TEXT, node.span, "this text is empty", help));
                None
            }
            NodeKind::Map(_) => {
                let wanted = "a text; one that starts with `{` or holds `: ` needs \"quotes\"";
                self.wrong(node, wanted)
            }
            _ => self.wrong(node, "a text"),
        }
    }

    /// A text that is used as it stands, such as a name: without characters that have no form, and in one line.
    pub(crate) fn name<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        let text = self.text(node)?;
        let odd = text.chars().find(|c| c.is_control() || has_no_form(*c));
        if let Some(odd) = odd {
            let message = format!("a character that cannot be seen: U+{:04X}", u32::from(odd));
            self.findings.push(Diagnostic::error(BAD_VALUE, node.span, message, "take it out"));
        }
        odd.is_none().then_some(text)
    }

    /// A text with its place.
    pub(crate) fn spanned(&mut self, node: &Node) -> Option<Spanned<String>> {
        Some(Spanned::new(self.text(node)?.to_owned(), node.span))
    }

    /// A list of texts; a single text counts as a list of one.
    pub(crate) fn texts(&mut self, node: &Node) -> Vec<Spanned<String>> {
        if matches!(node.kind, NodeKind::Scalar { .. }) {
            return self.spanned(node).into_iter().collect();
        }
        let items = self.list(node).unwrap_or_default();
        items.iter().filter_map(|item| self.spanned(item)).collect()
    }

    /// One of a fixed set of words.
    pub(crate) fn choice<T: Copy>(&mut self, node: &Node, all: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(node)?;
        let found = all.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let words: Vec<&str> = all.iter().map(|(word, _)| *word).collect();
            let help = match nearest(text, words.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? possible: {}", words.join(", ")),
                None => format!("possible: {}", words.join(", ")),
            };
            self.findings.push(Diagnostic::error(
                BAD_VALUE,
                node.span,
                format!("`{text}` is not possible here"),
                help,
            ));
        }
        found
    }

    /// A date, written as 2026-01-31.
    pub(crate) fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.text(node)?;
        let plain = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let date = plain.then(|| text.parse::<Date>().ok()).flatten();
        if date.is_none() {
            let help = "write year, month and day: 2026-01-31";
            self.findings.push(Diagnostic::error(BAD_DATE, node.span, format!("`{text}` is not a date"), help));
        }
        date
    }

    /// A date with its place.
    pub(crate) fn spanned_date(&mut self, node: &Node) -> Option<Spanned<Date>> {
        Some(Spanned::new(self.date(node)?, node.span))
    }

    /// A decimal number: digits with at most one point.
    pub(crate) fn number(&mut self, node: &Node) -> Option<Decimal> {
        let text = self.text(node)?;
        let digits = text.strip_prefix('-').unwrap_or(text);
        let plain = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let number = plain.then(|| Decimal::from_str_exact(text).ok()).flatten();
        if number.is_none() {
            let help = "write digits with a point for the decimals and nothing else: 1401.50";
            self.findings.push(Diagnostic::error(
                BAD_NUMBER,
                node.span,
                format!("`{text}` is not a number"),
                help,
            ));
        }
        number
    }

    /// A whole number.
    pub(crate) fn whole(&mut self, node: &Node) -> Option<i64> {
        let number = self.number(node)?;
        let whole = number.is_integer().then(|| i64::try_from(number).ok()).flatten();
        if whole.is_none() {
            self.findings.push(Diagnostic::error(
                BAD_NUMBER,
                node.span,
                "a whole number is needed",
                "leave out the decimals",
            ));
        }
        whole
    }

    /// `true` or `false`.
    pub(crate) fn truth(&mut self, node: &Node) -> Option<bool> {
        self.choice(node, &[("true", true), ("false", false)])
    }

    /// Reports a value of the wrong type.
    pub(crate) fn wrong<T>(&mut self, node: &Node, wanted: &str) -> Option<T> {
        self.findings.push(findings::wrong_type(node.span, node.describe(), wanted));
        None
    }

    /// Reports an identifier that is not lower-case letters, digits and single hyphens.
    pub(crate) fn check_id(&mut self, id: &str, span: Span) -> bool {
        let good = is_id(id);
        if !good {
            let help = "use lower-case letters a-z, digits and hyphens, starting with a letter";
            self.findings.push(Diagnostic::error(BAD_ID, span, format!("`{id}` cannot be a name here"), help));
        }
        good
    }
}

/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["aux", "con", "nul", "prn"];

/// Whether `id` can be part of an address: lower-case letters, digits, single hyphens inside, at most 64
/// characters, and no name that Windows keeps for itself.
pub(crate) fn is_id(id: &str) -> bool {
    let numbered = id.len() == 4 && (id.starts_with("com") || id.starts_with("lpt"));
    let device = DEVICES.contains(&id) || (numbered && id.ends_with(|c: char| c.is_ascii_digit()));
    !device
        && id.len() <= 64
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && !id.ends_with('-')
        && !id.contains("--")
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
