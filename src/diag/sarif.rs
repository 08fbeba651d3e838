//! Findings as SARIF 2.1.0 (OASIS), which code scanning and editors read.

use serde::Serialize;

use super::fingerprint::numbered;
use super::json;
use super::place::{Counter, Place};
use super::{Diagnostic, Explanation, Severity, explanations};
use crate::source::SourceTree;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Paths are relative to this: the top of the repository, wherever it was checked out.
const ROOT: &str = "%SRCROOT%";

pub(super) fn sarif(findings: &[Diagnostic], tree: &SourceTree, folder: &str) -> String {
    let explanations = explanations();
    let rules = explanations.iter().map(rule).collect();
    let mut places = Places { tree, folder, own: Counter::default(), aside: Counter::default() };
    let keys = numbered(findings, tree).into_iter();
    let results = findings.iter().zip(keys).map(|(finding, ((_, _, fingerprint), number))| Outcome {
        rule_id: finding.code,
        rule_index: explanations.binary_search_by(|explanation| explanation.code.cmp(finding.code)).ok(),
        level: level(finding.severity),
        message: message(&format!("{}\n{}", finding.message, finding.help)),
        locations: places.own(finding),
        related_locations: places.related(finding),
        partial_fingerprints: Fingerprints { line: format!("{fingerprint}:{number}") },
    });
    let results = results.collect();
    let driver = Driver {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: Some(env!("CARGO_PKG_HOMEPAGE")).filter(|address| !address.is_empty()),
        rules,
    };
    let run = Run { tool: Tool { driver }, language: "en", column_kind: "unicodeCodePoints", results };
    json::text(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

fn rule(explanation: &Explanation) -> Rule {
    let title = explanation.plain_title();
    let why = explanation.plain_why();
    Rule {
        id: explanation.code,
        full_description: Said { text: format!("{title} Why it matters: {why}"), markdown: None },
        short_description: Said { text: title, markdown: None },
        help: Said { text: explanation.plain_text(usize::MAX), markdown: Some(explanation.text) },
        default_configuration: Configuration { level: level(explanation.severity) },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A message as plain text. `[words](address)` would become a link, which words of a guide must not. Braces stay
/// single although the standard doubles them: without `arguments` nothing replaces `{0}`, and the programs that read
/// SARIF show doubled ones as they stand.
fn message(text: &str) -> Said {
    let text = if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text.to_owned() };
    Said { text, markdown: None }
}

/// Counts lines and columns.
struct Places<'a> {
    tree: &'a SourceTree,
    folder: &'a str,
    own: Counter,
    aside: Counter,
}

impl Places<'_> {
    fn own(&mut self, finding: &Diagnostic) -> Vec<Location> {
        let own = finding.span.map(|span| self.own.place(self.tree, span));
        own.map(|place| location(None, None, &place, self.folder)).into_iter().collect()
    }

    fn related(&mut self, finding: &Diagnostic) -> Vec<Location> {
        let labels = finding.labels.iter().zip(1..);
        let location = |(label, id): (&super::Label, usize)| {
            let place = self.aside.place(self.tree, label.span);
            location(Some(id), Some(&label.text), &place, self.folder)
        };
        labels.map(location).collect()
    }
}

fn location(id: Option<usize>, said: Option<&str>, place: &Place<'_>, folder: &str) -> Location {
    let region = place.range.map(|(from, to)| Region {
        start_line: from.line,
        start_column: from.column,
        end_line: to.line,
        end_column: to.column,
    });
    let uri = address(&format!("{folder}{}", place.path));
    let artifact_location = Artifact { uri, uri_base_id: ROOT };
    let physical_location = Physical { artifact_location, region };
    Location { id, physical_location, message: said.map(message) }
}

/// A path as a relative address.
fn address(path: &str) -> String {
    let mut address = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                address.push(char::from(byte))
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<Outcome>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    information_uri: Option<&'static str>,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Said,
    full_description: Said,
    help: Said,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Said {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<&'static str>,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// A result of the run: one finding.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Said,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Fingerprints,
}

/// The name is the one that GitHub looks for; it counts the equal ones behind the colon, as we do.
#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "primaryLocationLineHash")]
    line: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Said>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}
