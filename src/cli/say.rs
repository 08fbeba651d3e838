//! What is said on the terminal: results on standard output, everything else on standard error.

#![expect(clippy::print_stderr, reason = "this is the one file that prints")]

use std::io::{IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::diag::{self, Diagnostic, Severity};
use crate::source::SourceTree;

/// Findings, and how many there are.
pub(super) fn findings(findings: &[Diagnostic], tree: &SourceTree) {
    if findings.is_empty() {
        return;
    }
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    eprint!("{}", diag::human(findings, tree, colour));
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let plural = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    eprintln!("{}, {}", plural(errors, "error"), plural(warnings, "warning"));
}

/// A result.
pub(super) fn result(text: &str) {
    // Whoever reads may have closed the pipe: that is no fault of the guide.
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// The width of the terminal that results are shown on; nothing if they go elsewhere.
pub(super) fn width() -> Option<usize> {
    let width = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    std::io::stdout().is_terminal().then(width).flatten()
}

/// A remark beside the result.
pub(super) fn remark(text: &str) {
    eprintln!("{text}");
}

/// Why the command could not run.
pub(super) fn trouble(error: &anyhow::Error) {
    eprintln!("wegwijs: {error:#}");
}

/// A line that moves while something takes long; nothing where nobody watches.
pub(super) fn progress(text: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner().with_message(text.to_owned());
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}
