//! Every finding has one code, and every code one file in docs/findings/. `docs/findings.md` is all of them in one
//! page: `WEGWIJS_UPDATE=1 cargo test --test suite codes` writes it anew.

use std::collections::{BTreeMap, BTreeSet};

use crate::bench::root;

/// What stands before the sections; no code begins with this sign.
const INTRO: &str = "_intro";

/// The texts in docs/findings/ by name: the intro's, and for each code one.
fn texts() -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(root().join("docs/findings")).expect("docs/findings");
    let text = |entry: std::fs::DirEntry| {
        let name = entry.file_name().into_string().expect("UTF-8");
        let name = name.strip_suffix(".md").unwrap_or_else(|| panic!("nobody reads docs/findings/{name}"));
        (name.to_owned(), std::fs::read_to_string(entry.path()).expect("a text"))
    };
    entries.map(|entry| text(entry.expect("readable"))).collect()
}

#[test]
fn codes_are_unique_and_documented() {
    let codes = wegwijs::codes();
    let unique: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(unique.len(), codes.len(), "no code twice");
    let texts = texts();
    let documented: BTreeSet<&str> = texts.keys().map(String::as_str).filter(|name| *name != INTRO).collect();
    let missing: Vec<_> = unique.difference(&documented).collect();
    let gone: Vec<_> = documented.difference(&unique).collect();
    assert!(missing.is_empty() && gone.is_empty(), "without a file: {missing:?}; without a code: {gone:?}");
}

/// All forms in which a finding is explained are taken from these texts, and rely on this.
#[test]
fn every_section_has_the_same_form() {
    let mut odd = Vec::new();
    for (name, text) in texts().iter().filter(|(name, _)| *name != INTRO) {
        let mut wrong = |what: &str| odd.push(format!("docs/findings/{name}.md: {what}"));
        if !["**Error", "**Warning", "**Hint"].iter().any(|start| text.starts_with(start)) {
            wrong("does not begin with **Error.**, **Warning.** or **Hint.**");
        }
        if text.matches("\n\nWhy it matters: ").count() != 1 {
            wrong("has not one paragraph that begins with \"Why it matters: \"");
        }
        if text.matches("\n```").count() < 4 {
            wrong("has no wrong and right example");
        }
        if text.starts_with("## ") || text.contains("\n## ") {
            wrong("has a heading: the name of the file is the heading");
        }
        if !text.ends_with('\n') || text.ends_with("\n\n") {
            wrong("does not end with one line end");
        }
    }
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

/// What the program carries is what stands in the folder.
#[test]
fn the_program_knows_every_text() {
    let told = wegwijs::diag::explanations();
    let told: BTreeMap<&str, &str> = told.iter().map(|told| (told.code, told.text)).collect();
    let texts = texts();
    let written: BTreeMap<&str, &str> = texts
        .iter()
        .filter(|(name, _)| *name != INTRO)
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    assert!(told == written, "docs/findings/ changed after the program was compiled: refresh docs/findings.md");
    for explanation in wegwijs::diag::explanations() {
        let all = [explanation.title, explanation.why, explanation.text];
        assert!(all.iter().all(|text| !text.is_empty()), "{explanation:?}");
    }
}

#[test]
fn one_page_has_all_sections() {
    let texts = texts();
    let mut page = texts[INTRO].clone();
    for (name, text) in texts.iter().filter(|(name, _)| *name != INTRO) {
        page.push_str(&format!("\n## {name}\n\n{text}"));
    }
    let path = root().join("docs/findings.md");
    if std::env::var("WEGWIJS_UPDATE").is_ok_and(|value| value == "1") {
        std::fs::write(&path, &page).expect("writable");
    }
    let found = std::fs::read_to_string(&path).expect("docs/findings.md");
    assert!(found == page, "docs/findings.md is not docs/findings/*.md in one page: WEGWIJS_UPDATE=1 writes it");
}
