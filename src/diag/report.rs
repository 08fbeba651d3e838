//! All forms in which findings are said.

use super::github::github;
use super::human::human;
use super::json::json;
use super::sarif::sarif;
use super::{Diagnostic, Severity};
use crate::source::SourceTree;

/// A form in which findings are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people at a terminal: excerpt, marker, remedy.
    #[default]
    Human,
    /// For programs; docs/findings.schema.json describes it.
    Json,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

/// All findings in one form. Only what is for people has colours.
#[must_use]
pub fn report(findings: &[Diagnostic], tree: &SourceTree, format: Format, colour: bool) -> String {
    report_in("", findings, tree, (format, colour))
}

/// [`report`] for a guide that is not at the top of its repository: programs that know the repository need paths
/// from there. `folder` is the way from the top to the guide; people see paths in the guide whatever it is.
#[must_use]
pub fn report_in(
    folder: &str,
    findings: &[Diagnostic],
    tree: &SourceTree,
    (format, colour): (Format, bool),
) -> String {
    let parts = folder.split(['/', std::path::MAIN_SEPARATOR]).filter(|part| !part.is_empty() && *part != ".");
    let folder: String = parts.map(|part| format!("{part}/")).collect();
    match format {
        Format::Human => human(findings, tree, colour),
        Format::Json => json(findings, tree, &folder),
        Format::Sarif => sarif(findings, tree, &folder),
        Format::Github => github(findings, tree, &folder),
    }
}

impl Severity {
    /// Its word, as in all forms but SARIF's.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}
