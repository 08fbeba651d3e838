//! What is said on the terminal: results on standard output, everything else on standard error.

#![expect(clippy::print_stderr, reason = "this is the one file that prints")]

use std::io::{IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::diag::{self, Diagnostic, Severity};
use crate::source::SourceTree;

/// The errors and warnings among findings, and how many of each kind there are. Hints are for `check`.
pub(super) fn findings(findings: &[Diagnostic], tree: &SourceTree) {
    if findings.is_empty() {
        return;
    }
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let (hints, grave): (Vec<_>, Vec<_>) =
        findings.iter().cloned().partition(|finding| finding.severity == Severity::Hint);
    eprint!("{}", diag::human(&grave, tree, colour));
    if !grave.is_empty() {
        count(&grave);
    }
    self::hints(hints.len());
}

/// How many hints there are, and where.
pub(super) fn hints(hints: usize) {
    if hints > 0 {
        eprintln!("{}: `wegwijs check` shows them", plural(hints, "hint"));
    }
}

/// How many findings of each kind there are.
pub(super) fn count(findings: &[Diagnostic]) {
    eprintln!("{}", counted(findings));
}

/// How many findings of each kind there are, in words.
pub(super) fn counted(findings: &[Diagnostic]) -> String {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let hints = match of(Severity::Hint) {
        0 => String::new(),
        n => format!(", {}", plural(n, "hint")),
    };
    format!("{}, {}{hints}", plural(of(Severity::Error), "error"), plural(of(Severity::Warning), "warning"))
}

fn plural(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
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

/// A text of many lines. Whoever reads it may have seen enough and close the pipe.
pub(super) fn text(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
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
