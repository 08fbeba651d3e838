//! Findings as annotations: lines that GitHub Actions, and the forges that speak the same, show beside the changed file.

use super::place::{Counter, printable};
use super::{Diagnostic, Severity};
use crate::source::SourceTree;

pub(super) fn github(findings: &[Diagnostic], tree: &SourceTree, folder: &str) -> String {
    let mut counter = Counter::default();
    let mut text = String::new();
    for finding in findings {
        text.push_str(match finding.severity {
            Severity::Error => "::error ",
            Severity::Warning => "::warning ",
            Severity::Hint => "::notice ",
        });
        if let Some(span) = finding.span {
            let place = counter.place(tree, span);
            text.push_str(&format!("file={},", property(&format!("{folder}{}", place.path))));
            if let Some((from, to)) = place.range {
                text.push_str(&format!("line={},col={},endLine={},", from.line, from.column, to.line));
                // Columns over several lines are refused.
                if from.line == to.line {
                    text.push_str(&format!("endColumn={},", to.column));
                }
            }
        }
        let said = data(&format!("{}\n{}", finding.message, finding.help));
        text.push_str(&format!("title={}::{said}\n", property(finding.code)));
    }
    text
}

/// A text as the data of a command: it cannot end the line, and so not begin another command.
fn data(text: &str) -> String {
    printable(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"))
}

/// A text as a property of a command: it cannot end the property or the properties either.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
