//! What must hold of findings and sites, whatever was written.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::sync::{Mutex, OnceLock, PoisonError};

use wegwijs::diag::{self, Code, Diagnostic, Format, Severity};
use wegwijs::output::OutputTree;
use wegwijs::source::{SourceTree, Span};

use super::around::Made;
use super::page::Page;

/// Everything about what was made of a guide.
pub fn holds(made: &Made) {
    findings(&made.findings, &made.tree);
    let stopped = made.findings.iter().any(|finding| finding.severity == Severity::Error);
    assert_eq!(made.site.is_none(), stopped, "a site or an error, not both, not neither: {:?}", made.findings);
    if let Some(tree) = &made.site {
        site(tree);
    }
}

/// Findings: every place is in its file and on borders of characters, each is documented, and all can be shown.
pub fn findings(found: &[Diagnostic], tree: &SourceTree) {
    static CODES: OnceLock<Vec<Code>> = OnceLock::new();
    let codes = CODES.get_or_init(wegwijs::codes);
    for finding in found {
        assert!(codes.contains(&finding.code), "{finding:?} is documented");
        assert!(!finding.message.is_empty() && !finding.help.is_empty(), "{finding:?} says what to do");
        let labels = finding.labels.iter().map(|label| label.span);
        let fix = finding.fix.iter().map(|fix| fix.span);
        for span in finding.span.into_iter().chain(labels).chain(fix) {
            assert!(is_inside(span, tree), "{span:?} is no place in its file: {finding:?}");
        }
    }
    assert!(found.is_sorted_by_key(|finding| (finding.span, finding.code)), "in order of place: {found:?}");
    let human = diag::human(found, tree, false);
    let head = |line: &&str| ["error[", "warning[", "hint["].iter().any(|word| line.starts_with(word));
    let heads = human.lines().filter(head).count();
    assert!(heads >= found.len(), "{heads} of {} findings are shown:\n{human}", found.len());
    let odd = human.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t');
    assert_eq!(odd, None, "nothing steers a terminal:\n{human}");
    let github = diag::report(found, tree, Format::Github, false);
    assert!(github.lines().all(|line| line.starts_with("::")), "one line each:\n{github}");
}

/// What programs read of findings.
pub fn findings_for_programs(found: &[Diagnostic], tree: &SourceTree) {
    for format in [Format::Json, Format::Sarif] {
        let said = diag::report(found, tree, format, false);
        let read: Result<serde_json::Value, _> = serde_json::from_str(&said);
        assert!(read.is_ok(), "{format:?} is JSON: {read:?}\n{said}");
    }
}

fn is_inside(span: Span, tree: &SourceTree) -> bool {
    let (start, end) = (span.start as usize, span.end as usize);
    match tree.file(span.file).text() {
        Some(text) => start <= end && text.get(start..end).is_some(),
        None => (start, end) == (0, 0),
    }
}

/// A site: every file is what its name says, and no page can be read in two ways. Most files of a guide are the same
/// whatever is written in one place of it: what was looked at before is not looked at again.
pub fn site(tree: &OutputTree) {
    static SEEN: Mutex<BTreeSet<u64>> = Mutex::new(BTreeSet::new());
    for (path, bytes) in tree.iter() {
        let (path, ending) = (path.as_str(), path.as_str().rsplit('.').next().unwrap_or_default());
        if !["html", "json", "jsonld", "xml"].contains(&ending) || path == "rules.schema.json" {
            continue;
        }
        let seen = BuildHasherDefault::<DefaultHasher>::default().hash_one((ending, bytes));
        if SEEN.lock().unwrap_or_else(PoisonError::into_inner).contains(&seen) {
            continue;
        }
        let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path} is text: {error}"));
        let odd = text.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t');
        assert_eq!(odd, None, "{path} holds a control character");
        match ending {
            "html" => {
                let faults = Page::of(text).faults;
                assert!(faults.is_empty(), "{path}: {faults:?}\n{text}");
            }
            "xml" => {
                let read = roxmltree::Document::parse(text);
                assert!(read.is_ok(), "{path}: {:?}\n{text}", read.err());
            }
            _ => {
                let read: Result<serde_json::Value, _> = serde_json::from_str(text);
                assert!(read.is_ok(), "{path}: {read:?}\n{text}");
            }
        }
        SEEN.lock().unwrap_or_else(PoisonError::into_inner).insert(seen);
    }
}
