//! The YAML of a guide: the keys above a text, and every file that has no text.
//!
//! The first line of the input names the file (see `PATHS`), the others are what it holds.

use super::around::{made, small_with, text};
use super::held;

/// Short names of the files.
const PATHS: [(&str, &str); 14] = [
    ("chapter", "content/rules/possessions/chapter.yaml"),
    ("decision", "content/decisions/which.yaml"),
    ("facts", "content/facts.yaml"),
    ("glossary", "content/glossary.yaml"),
    ("laws", "content/laws.yaml"),
    ("municipality", "content/municipalities/duinrode/municipality.yaml"),
    ("own-rule", "content/municipalities/duinrode/rules/possessions/car/rule.yaml"),
    ("own-text", "content/municipalities/duinrode/rules/possessions/car/nl.md"),
    ("rule", "content/rules/possessions/savings/rule.yaml"),
    ("site", "content/site.yaml"),
    ("situations", "content/situations.yaml"),
    ("text", "content/rules/possessions/savings/nl.md"),
    ("translation", "content/rules/possessions/savings/en.md"),
    ("tokens", "content/municipalities/duinrode/tokens.json"),
];

/// Takes one file of a guide.
pub fn metadata(data: &[u8]) {
    let text = text(data);
    let Some((name, content)) = text.split_once('\n') else { return };
    let Some((_, path)) = PATHS.iter().find(|(known, _)| *known == name) else { return };
    let mut files = vec![(*path, content.to_owned())];
    if name == "tokens" {
        let municipality = super::around::text_of("content/municipalities/duinrode/municipality.yaml");
        let house = "house_style: {tokens: tokens.json}\n";
        files.push(("content/municipalities/duinrode/municipality.yaml", format!("{municipality}{house}")));
    }
    held::holds(&made(&small_with(files), &[]));
}
