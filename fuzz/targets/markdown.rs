//! The text of a rule: facts, words of the glossary, links, examples, pictures.
//!
//! The input is the text under the keys; after a line `%%` come the answer, a step, and what an example means. All of
//! it stands in the Dutch text and in the Arabic translation.

use super::around::{dutch_with, made, text, text_of};
use super::held;
use super::page::Page;

const CAR: &str = "content/rules/possessions/car";

/// Takes the text of a rule.
pub fn markdown(data: &[u8]) {
    let text = text(data);
    let mut parts = text.split("\n%%\n");
    let body = parts.next().unwrap_or_default();
    let mut front = String::from("---\ntitle: Een auto\n");
    let mut field = |key: &str, otherwise: &str| {
        let value = quoted(parts.next().unwrap_or(otherwise));
        front.push_str(&format!("{key}{value}\n"));
    };
    field("answer: ", "Meld een auto binnen {report-within:after}.");
    field("steps:\n  - ", "Bel ons.");
    field("examples:\n  have-car:\n    situation: Een auto.\n    meaning: ", "Het is [vermogen](term:vermogen).");
    front.push_str("  other-car: {situation: Een andere., meaning: Bel ons.}\n");
    let whole = format!("{front}---\n{body}");
    let site = text_of("content/site.yaml").replace("[nl, en]", "[nl, en, ar]");
    let (nl, ar) = (format!("{CAR}/nl.md"), format!("{CAR}/ar.md"));
    let tree = dutch_with([(&*nl, whole.clone()), (&*ar, whole), ("content/site.yaml", site)]);
    let made = made(&tree, &["nl", "ar"]);
    held::holds(&made);
    // A brace as such is written `\{`, or with an entity; every other one is a fact, and its value stands there.
    if let Some(site) = made.site.filter(|_| !text.contains(['\\', '&'])) {
        for path in ["nl/possessions/car/index.html", "ar/possessions/car/index.html"] {
            let page = site.file(path).expect("the page of the rule");
            let words = Page::of(&String::from_utf8_lossy(page)).words();
            assert!(!words.contains('{'), "{path}: a brace is left\n{words}");
        }
    }
}

/// A text as a value in YAML: letter by letter where that is possible.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || "\u{2028}\u{2029}\u{feff}\u{fffe}\u{ffff}".contains(c) => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
