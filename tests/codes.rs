//! Every finding has one code, and every code one section in docs/findings.md.

use std::collections::BTreeSet;

use crate::bench::root;

#[test]
fn codes_are_unique_and_documented() {
    let codes = wegwijs::codes();
    let unique: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(unique.len(), codes.len(), "no code twice");
    let text = std::fs::read_to_string(root().join("docs/findings.md")).expect("docs/findings.md");
    let sections: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("## ")).map(|s| s.trim_matches('`')).collect();
    let documented: BTreeSet<&str> = sections.iter().copied().collect();
    assert_eq!(documented.len(), sections.len(), "no section twice");
    let missing: Vec<_> = unique.difference(&documented).collect();
    let gone: Vec<_> = documented.difference(&unique).collect();
    assert!(missing.is_empty() && gone.is_empty(), "without section: {missing:?}; without code: {gone:?}");
    assert!(sections.is_sorted(), "sections in alphabetical order");
    for section in text.split("\n## ").skip(1) {
        let fences = section.matches("```").count();
        assert!(fences >= 4, "a wrong and a right example in: {}", section.lines().next().unwrap_or_default());
    }
}
