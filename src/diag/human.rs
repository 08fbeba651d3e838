//! Findings as text for a terminal: excerpt, marker, remedy.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::{SourceTree, Span};

/// All findings, each with the line it is about and what to do.
#[must_use]
pub fn human(findings: &[Diagnostic], tree: &SourceTree, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for finding in findings {
        let said = Said::of(finding, tree);
        text.push_str(&renderer.render(&[said.group(finding)]));
        text.push_str("\n\n");
    }
    text
}

/// A finding with the pieces of text it shows, safe for a terminal.
struct Said<'a> {
    message: String,
    help: String,
    /// Excerpts, the finding's own first; nothing where the file has no text.
    excerpts: Vec<(String, Option<Window<'a>>)>,
}

impl<'a> Said<'a> {
    fn of(finding: &'a Diagnostic, tree: &'a SourceTree) -> Self {
        let mut excerpts = Vec::new();
        if let Some(span) = finding.span {
            let same = finding.labels.iter().filter(|label| label.span.file == span.file);
            let marks = std::iter::once((span, "")).chain(same.map(|label| (label.span, label.text.as_str())));
            excerpts.push(excerpt(tree, span, marks.collect()));
            for label in finding.labels.iter().filter(|label| label.span.file != span.file) {
                excerpts.push(excerpt(tree, label.span, vec![(label.span, label.text.as_str())]));
            }
        }
        Said { message: printable(&finding.message), help: printable(&finding.help), excerpts }
    }

    fn group(&self, finding: &Diagnostic) -> Group<'_> {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Hint => Level::INFO.with_name("hint"),
        };
        let mut group = Group::with_title(level.primary_title(self.message.as_str()).id(finding.code));
        for (position, (path, window)) in self.excerpts.iter().enumerate() {
            let Some(window) = window else {
                group = group.element(Origin::path(path.as_str()));
                continue;
            };
            let mut snippet =
                Snippet::source(window.text.as_str()).path(path.as_str()).line_start(window.line).fold(true);
            for (i, (range, label)) in window.marks.iter().enumerate() {
                let kind = if position + i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                let annotation = kind.span(range.clone());
                snippet = snippet.annotation(if label.is_empty() { annotation } else { annotation.label(*label) });
            }
            group = group.element(snippet);
        }
        group.element(Level::HELP.message(self.help.as_str()))
    }
}

/// The lines from the first mark to the last: a whole file per finding would make many findings slow.
struct Window<'a> {
    text: String,
    line: usize,
    marks: Vec<(Range<usize>, &'a str)>,
}

/// Longer lines are cut around the mark.
const MAX_LINE: usize = 2_000;

fn excerpt<'a>(tree: &SourceTree, span: Span, marks: Vec<(Span, &'a str)>) -> (String, Option<Window<'a>>) {
    let file = tree.file(span.file);
    let path = printable(&file.path);
    let Some(text) = file.text() else { return (path, None) };
    let first = marks.iter().map(|(span, _)| span.start as usize).min().unwrap_or_default();
    let last = marks.iter().map(|(span, _)| span.start as usize).max().unwrap_or_default();
    let start = line_start(text, border(text, first));
    let last = border(text, last);
    let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
    if end - start > MAX_LINE * 8 || text[start..end].lines().any(|line| line.len() > MAX_LINE) {
        return (path, Some(cut(text, marks[0])));
    }
    let line = text[..start].bytes().filter(|b| *b == b'\n').count() + 1;
    let marks = marks.into_iter().map(|(span, label)| {
        let range = on_one_line(text, span);
        (range.start - start..(range.end - start).min(end - start), label)
    });
    let marks = marks.collect();
    // Same length in bytes, so that the marks stay where they are; annotate-snippets shows the rest safely.
    (path, Some(Window { text: text[start..end].to_owned(), line, marks }))
}

/// A piece of a very long line.
fn cut<'a>(text: &str, (span, label): (Span, &'a str)) -> Window<'a> {
    let range = on_one_line(text, span);
    let from = border(text, range.start.saturating_sub(100)).max(line_start(text, range.start));
    let line_end = text[range.start..].find('\n').map_or(text.len(), |at| range.start + at);
    let to = border(text, (range.start + 200).min(line_end)).max(range.start);
    let line = text[..from].bytes().filter(|b| *b == b'\n').count() + 1;
    let marks = vec![(range.start - from..range.end.min(to) - from, label)];
    Window { text: text[from..to].to_owned(), line, marks }
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |at| at + 1)
}

fn border(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The span on character borders and on one line: a marker under ten lines helps nobody.
fn on_one_line(text: &str, span: Span) -> Range<usize> {
    let start = border(text, span.start as usize);
    let end = border(text, span.end as usize).max(start);
    let line_end = text[start..end].find(['\n', '\r']).map_or(end, |at| start + at);
    start..line_end.max(start)
}

/// Text in which no control character can steer the terminal of whoever reads it.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}
