//! A baseline: what it knows stays known while it stays as it is, and everything else is new.

use proptest::prelude::*;
use wegwijs::diag::{Baseline, Diagnostic};
use wegwijs::source::{SourceTree, Span};

/// A finding for each line of a text that says `fault`; its number is part of the message.
fn judged(text: &str) -> (SourceTree, Vec<Diagnostic>) {
    let tree = SourceTree::from_texts([("content/a b#%.md", text)]);
    let (file, _) = tree.find("content/a b#%.md").expect("a file");
    let mut start = 0;
    let mut findings = Vec::new();
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        if let Some(at) = line.find("fault") {
            let place = Span::new(file, start + at, start + at + 5);
            findings.push(Diagnostic::error("bad-value", place, format!("line {number} is bad"), "mend it"));
        }
        start += line.len();
    }
    (tree, findings)
}

fn counts(baseline: &Baseline, text: &str) -> (usize, usize, usize) {
    let (tree, findings) = judged(text);
    let split = baseline.split(findings, &tree);
    (split.new.len(), split.known.len(), split.gone)
}

fn baseline(text: &str) -> Baseline {
    let (tree, findings) = judged(text);
    Baseline::of(&findings, &tree)
}

#[test]
fn what_moved_is_known_and_what_was_added_is_new() {
    let known = baseline("one\n  a fault\ntwo\n");
    assert_eq!(counts(&known, "one\n  a fault\ntwo\n"), (0, 1, 0));
    assert_eq!(
        counts(&known, "new\r\n\r\none\r\na fault\r\n"),
        (0, 1, 0),
        "moved, with other line ends and indent"
    );
    assert_eq!(counts(&known, "a fault\na fault\n"), (1, 1, 0), "a second equal one");
    assert_eq!(counts(&known, "another fault\n"), (1, 0, 1), "other words on the line");
    assert_eq!(counts(&known, "fine\n"), (0, 0, 1));
    assert_eq!(counts(&Baseline::default(), "a fault\n"), (1, 0, 0));
}

#[test]
fn the_file_is_one_line_for_each_finding() {
    let (tree, mut findings) = judged("a fault\na fault\nb fault\n");
    findings.push(Diagnostic::error("no-content", None, "there is no guide", "make one"));
    let known = Baseline::of(&findings, &tree);
    assert_eq!(known.len(), 4);
    let text = known.to_text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines.len(), lines[0]), (4, "# wegwijs baseline 1"));
    assert!(lines[1].starts_with(". no-content "), "{text}");
    assert!(lines[2].starts_with("content/a%20b%23%25.md bad-value "), "{text}");
    assert!(lines.is_sorted(), "{text}");
    assert_eq!(Baseline::parse(&text), Ok(known.clone()));
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(Baseline::parse(&windows), Ok(known.clone()), "saved by another editor");
    assert_eq!(Baseline::parse(&format!("{text}{text}\n# mine\n")), Ok(known), "a merge left lines twice");
    assert_eq!(Baseline::parse(""), Ok(Baseline::default()));
}

#[test]
fn a_file_that_is_wrong_says_where_and_why() {
    let wrong = [
        ("# wegwijs baseline 2\n", 1, "not known"),
        ("\n<<<<<<< HEAD\n", 2, "merge"),
        ("a b\n", 1, "path, code, fingerprint and count"),
        ("a bad-value 0123456789abcdef 0\n", 1, "count"),
        ("a bad-value 0123456789abcdef 99999999999999999999999\n", 1, "count"),
        ("a bad-value 0123456789abcdeé 1\n", 1, "fingerprint"),
        ("a Bad 0123456789abcdef 1\n", 1, "code"),
        ("a%2 bad-value 0123456789abcdef 1\n", 1, "path"),
        ("a%é1 bad-value 0123456789abcdef 1\n", 1, "path"),
        ("%ff bad-value 0123456789abcdef 1\n", 1, "UTF-8"),
    ];
    for (text, line, why) in wrong {
        let (found, said) = Baseline::parse(text).expect_err(text);
        assert!(found == line && said.contains(why), "{text:?}: line {found}, {said}");
    }
}

fn guide() -> impl Strategy<Value = String> {
    proptest::collection::vec("(a |b |)(fault|fine)( ä|)", 0..12).prop_map(|lines| lines.join("\n"))
}

proptest! {
    /// What it was made of is all known; nothing is lost in its file, and nothing between new, known and gone.
    #[test]
    fn nothing_is_lost(text in guide(), other in guide()) {
        let known = baseline(&text);
        prop_assert_eq!(counts(&known, &text), (0, known.len(), 0));
        prop_assert_eq!(Baseline::parse(&known.to_text()), Ok(known.clone()));
        let (new, found, gone) = counts(&known, &other);
        prop_assert_eq!(new + found, judged(&other).1.len());
        prop_assert_eq!(found + gone, known.len());
    }

    #[test]
    fn no_file_makes_it_panic(text in "(# wegwijs|[ %#a-f0-9é\n.-]){0,60}") {
        let _ = Baseline::parse(&text);
    }
}
