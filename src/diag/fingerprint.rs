//! By what a finding is known again when its file has changed elsewhere.

use std::collections::BTreeMap;

use super::Diagnostic;
use super::place::border;
use crate::source::{SourceTree, Span};

/// How much of a line counts, at most, before and behind the place: more would make many findings in one line of a
/// megabyte slow.
const REACH: usize = 2_000;

/// A finding's path, code and fingerprint.
pub(super) type Key = (String, String, String);

/// What a finding is known by. Lines may move and numbers in the message may change ("31 words", "33 words"); with
/// another text on its own line it is another finding.
pub(super) fn key(finding: &Diagnostic, tree: &SourceTree) -> Key {
    let (path, line) = match finding.span {
        Some(span) => (&*tree.file(span.file).path, own_line(tree, span)),
        None => ("", ""),
    };
    let mut hasher = blake3::Hasher::new();
    hasher.update(line.trim().as_bytes());
    hasher.update(b"\n");
    hasher.update(without_numbers(&finding.message).as_bytes());
    let fingerprint = hasher.finalize().to_hex().chars().take(16).collect();
    (path.to_owned(), finding.code.to_owned(), fingerprint)
}

/// The keys of findings, each with its number among the equal ones, from 1.
pub(super) fn numbered(findings: &[Diagnostic], tree: &SourceTree) -> Vec<(Key, usize)> {
    let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
    let number = |finding| {
        let key = key(finding, tree);
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        (key, *count)
    };
    findings.iter().map(number).collect()
}

/// The line on which a finding begins; of a very long line, what comes first of the finding.
fn own_line(tree: &SourceTree, span: Span) -> &str {
    let Some(text) = tree.file(span.file).text() else { return "" };
    let at = border(text, span.start as usize);
    let (from, to) = (border(text, at.saturating_sub(REACH)), border(text, at + REACH));
    let start = match text[from..at].rfind('\n') {
        Some(end) => from + end + 1,
        None if from == 0 => 0,
        None => at,
    };
    match text[at..to].find('\n') {
        Some(end) => &text[start..at + end],
        None if to == text.len() => &text[start..to],
        None => &text[at..border(text, at + REACH / 10)],
    }
}

/// The text with one `0` for each number, whatever its digits.
fn without_numbers(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        let digit = c.is_numeric();
        match (digit, inside) {
            (true, false) => bare.push('0'),
            (true, true) => {}
            (false, _) => bare.push(c),
        }
        inside = digit;
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_do_not_count() {
        assert_eq!(without_numbers("12 words, 1.5 or ٣٤"), "0 words, 0.0 or 0");
    }

    #[test]
    fn a_very_long_line_is_known_by_what_is_marked() {
        let line = |before: usize| {
            let text = format!("{}needle{}", "x".repeat(before), "y".repeat(5_000));
            let tree = SourceTree::from_texts([("a", text)]);
            let (file, _) = tree.find("a").expect("a file");
            own_line(&tree, Span::new(file, before, before + 6)).to_owned()
        };
        assert_eq!(line(3_000), line(4_000));
        assert!(line(3_000).starts_with("needleyyy"));
    }
}
