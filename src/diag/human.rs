//! Findings as text for a terminal: excerpt, marker, remedy.

use std::collections::BTreeSet;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::place::{Counter, border, printable};
use super::plain::wrapped;
use super::{Code, Diagnostic, Severity, explanation};
use crate::source::{LineColumn, SourceTree, Span};

/// All findings, each with the line it is about and what to do; the first of a code also says why it matters.
#[must_use]
pub fn human(findings: &[Diagnostic], tree: &SourceTree, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    let mut counter = Counter::default();
    let mut explained: BTreeSet<Code> = BTreeSet::new();
    for finding in findings {
        let mut said = Said::of(finding, tree, &mut counter);
        if explained.insert(finding.code) {
            said.why = explanation(finding.code).map(|explanation| note(&explanation.plain_why()));
        }
        text.push_str(&renderer.render(&[said.group(finding)]));
        text.push_str("\n\n");
    }
    text
}

/// A finding with the pieces of text it shows, safe for a terminal.
struct Said {
    message: String,
    /// Why such a finding matters: said once in a run.
    why: Option<String>,
    help: String,
    /// Excerpts, the finding's own first.
    excerpts: Vec<Excerpt>,
}

/// A place in a file: with its lines, or where these are too long to be shown with its line and column.
struct Excerpt {
    path: String,
    place: Option<LineColumn>,
    window: Option<Window>,
}

impl Said {
    fn of(finding: &Diagnostic, tree: &SourceTree, counter: &mut Counter) -> Self {
        let mut excerpts = Vec::new();
        if let Some(span) = finding.span {
            let same = finding.labels.iter().filter(|label| label.span.file == span.file);
            let marks = std::iter::once((span, "")).chain(same.map(|label| (label.span, label.text.as_str())));
            excerpts.push(excerpt(tree, span, marks.collect(), counter));
            for label in finding.labels.iter().filter(|label| label.span.file != span.file) {
                excerpts.push(excerpt(tree, label.span, vec![(label.span, label.text.as_str())], counter));
            }
        }
        Said { message: lines(&finding.message), why: None, help: lines(&finding.help), excerpts }
    }

    fn group(&self, finding: &Diagnostic) -> Group<'_> {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Hint => Level::INFO.with_name("hint"),
        };
        let mut group = Group::with_title(level.primary_title(self.message.as_str()).id(finding.code));
        for (position, Excerpt { path, place, window }) in self.excerpts.iter().enumerate() {
            let Some(window) = window else {
                let origin = Origin::path(path.as_str());
                group = group.element(match place {
                    Some(LineColumn { line, column }) => origin.line(*line).char_column(*column),
                    None => origin,
                });
                continue;
            };
            let mut snippet =
                Snippet::source(window.text.as_str()).path(path.as_str()).line_start(window.line).fold(true);
            for (i, (range, label)) in window.marks.iter().enumerate() {
                let kind = if position + i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                let annotation = kind.span(range.clone());
                snippet = snippet.annotation(if label.is_empty() {
                    annotation
                } else {
                    annotation.label(label.as_str())
                });
            }
            group = group.element(snippet);
        }
        if let Some(why) = &self.why {
            group = group.element(Level::NOTE.message(why.as_str()));
        }
        group.element(Level::HELP.message(self.help.as_str()))
    }
}

/// A remark in lines that fit a terminal; what stands before and beside it takes the rest.
fn note(text: &str) -> String {
    wrapped(text, 88, "", "")
}

/// The lines from the first mark to the last: a whole file per finding would make many findings slow.
struct Window {
    text: String,
    line: usize,
    marks: Vec<(Range<usize>, String)>,
}

/// Longer lines are not shown.
const MAX_LINE: usize = 2_000;

fn excerpt(tree: &SourceTree, span: Span, marks: Vec<(Span, &str)>, counter: &mut Counter) -> Excerpt {
    let file = tree.file(span.file);
    let path = one_line(&file.path);
    let Some(text) = file.text() else { return Excerpt { path, place: None, window: None } };
    let starts = || marks.iter().map(|(span, _)| border(text, span.start as usize));
    let first = starts().min().unwrap_or_default();
    let last = starts().max().unwrap_or_default();
    let Some((start, end)) = lines_around(text, first, last) else {
        let place = counter.at(span.file, text, border(text, span.start as usize));
        return Excerpt { path, place: Some(place), window: None };
    };
    let LineColumn { line, .. } = counter.at(span.file, text, start);
    let mark = |(span, label): (Span, &str)| {
        let range = on_one_line(text, span);
        let at = |place: usize| harmless(&text[start..place.min(end)]).len();
        (at(range.start)..at(range.end), one_line(label))
    };
    let marks = marks.iter().copied().map(mark).collect();
    let window = Window { text: harmless(&text[start..end]), line, marks };
    Excerpt { path, place: None, window: Some(window) }
}

/// An excerpt without the control characters above ASCII, one of which begins commands to a terminal. Those of ASCII
/// are shown by signs of their own: that is done where the excerpt is set.
fn harmless(text: &str) -> String {
    text.replace(|c| matches!(c, '\u{80}'..='\u{9f}'), "\u{fffd}")
}

/// The whole lines from one offset to another; nothing where that is too much to show. Looks no further than
/// it has to, so that a line of a megabyte costs no more than a short one.
fn lines_around(text: &str, first: usize, last: usize) -> Option<(usize, usize)> {
    let from = border(text, first.saturating_sub(MAX_LINE));
    let start = match text[from..first].rfind('\n') {
        Some(at) => from + at + 1,
        None if from == 0 => 0,
        None => return None,
    };
    let to = border(text, last + MAX_LINE);
    let end = match text[last..to].find(['\r', '\n']) {
        Some(at) => last + at,
        None if to == text.len() => to,
        None => return None,
    };
    let short = end - start <= MAX_LINE * 8 && text[start..end].lines().all(|line| line.len() <= MAX_LINE);
    short.then_some((start, end))
}

/// The span on character borders and on one line: a marker under ten lines helps nobody.
fn on_one_line(text: &str, span: Span) -> Range<usize> {
    let start = border(text, span.start as usize);
    let end = border(text, span.end as usize).max(start);
    let line_end = text[start..end].find(['\n', '\r']).map_or(end, |at| start + at);
    start..line_end.max(start)
}

/// A text in which no line can be taken for a command by the program that runs a build: some read what a command says,
/// and obey every line that begins with two colons.
fn lines(text: &str) -> String {
    let safe =
        |line: &str| if line.trim_start().starts_with("::") { format!("\u{fffd}{line}") } else { line.to_owned() };
    printable(text).split('\n').map(safe).collect::<Vec<_>>().join("\n")
}

fn one_line(text: &str) -> String {
    printable(text).replace('\n', "\u{fffd}")
}
