//! Findings for programs: the form that docs/findings.schema.json describes.

use serde::Serialize;

use super::place::{Counter, Place};
use super::{Diagnostic, Severity, explanation};
use crate::source::{SourceTree, turns};

/// Raised when a field goes away or changes its meaning; new fields do not raise it.
const VERSION: u8 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u8,
    findings: Vec<Finding<'a>>,
    counts: Counts,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'a str,
    #[serde(flatten)]
    at: At,
    message: &'a str,
    help: &'a str,
    why: Option<String>,
    labels: Vec<Label<'a>>,
}

#[derive(Serialize)]
struct Label<'a> {
    #[serde(flatten)]
    at: At,
    text: &'a str,
}

#[derive(Serialize, Default)]
struct At {
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Counts {
    error: usize,
    warning: usize,
    hint: usize,
}

pub(super) fn json(findings: &[Diagnostic], tree: &SourceTree, folder: &str) -> String {
    let mut counter = Counter::default();
    let mut aside = Counter::default();
    let at = |place: Place<'_>| At {
        path: Some(format!("{folder}{}", place.path)),
        line: place.range.map(|(from, _)| from.line),
        column: place.range.map(|(from, _)| from.column),
        end_line: place.range.map(|(_, to)| to.line),
        end_column: place.range.map(|(_, to)| to.column),
    };
    let mut one = |finding| -> Finding<'_> {
        let finding: &Diagnostic = finding;
        let labels = finding.labels.iter();
        Finding {
            code: finding.code,
            severity: finding.severity.word(),
            at: finding.span.map(|span| at(counter.place(tree, span))).unwrap_or_default(),
            message: &finding.message,
            help: &finding.help,
            why: explanation(finding.code).map(|explanation| explanation.plain_why()),
            labels: labels.map(|l| Label { at: at(aside.place(tree, l.span)), text: &l.text }).collect(),
        }
    };
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let report = Report {
        version: VERSION,
        findings: findings.iter().map(&mut one).collect(),
        counts: Counts {
            error: count(Severity::Error),
            warning: count(Severity::Warning),
            hint: count(Severity::Hint),
        },
    };
    text(&report)
}

/// A value as JSON that can be shown on a terminal: control characters that JSON allows inside strings, and signs
/// that turn the direction of what follows, are written as escapes. Nothing is lost.
pub(super) fn text(value: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(value).expect("structs of texts and numbers can be written");
    let mut text = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if c != '\n' && (c.is_control() || turns(c)) {
            text.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            text.push(c);
        }
    }
    text.push('\n');
    text
}
