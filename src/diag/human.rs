//! Findings as text for a terminal: excerpt, marker, remedy.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::{FileId, SourceTree, Span};

/// All findings, each with the line it is about and what to do.
#[must_use]
pub fn human(findings: &[Diagnostic], tree: &SourceTree, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    let mut places = Places::default();
    for finding in findings {
        let said = Said::of(finding, tree, &mut places);
        text.push_str(&renderer.render(&[said.group(finding)]));
        text.push_str("\n\n");
    }
    text
}

/// A finding with the pieces of text it shows, safe for a terminal.
struct Said<'a> {
    message: String,
    help: String,
    /// Excerpts, the finding's own first.
    excerpts: Vec<Excerpt<'a>>,
}

/// A place in a file: with its lines, or where these are too long to be shown with its line and column.
struct Excerpt<'a> {
    path: String,
    place: Option<(usize, usize)>,
    window: Option<Window<'a>>,
}

impl<'a> Said<'a> {
    fn of(finding: &'a Diagnostic, tree: &'a SourceTree, places: &mut Places) -> Self {
        let mut excerpts = Vec::new();
        if let Some(span) = finding.span {
            let same = finding.labels.iter().filter(|label| label.span.file == span.file);
            let marks = std::iter::once((span, "")).chain(same.map(|label| (label.span, label.text.as_str())));
            excerpts.push(excerpt(tree, span, marks.collect(), places));
            for label in finding.labels.iter().filter(|label| label.span.file != span.file) {
                excerpts.push(excerpt(tree, label.span, vec![(label.span, label.text.as_str())], places));
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
        for (position, Excerpt { path, place, window }) in self.excerpts.iter().enumerate() {
            let Some(window) = window else {
                let origin = Origin::path(path.as_str());
                group = group.element(match place {
                    Some((line, column)) => origin.line(*line).char_column(*column),
                    None => origin,
                });
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

/// Longer lines are not shown.
const MAX_LINE: usize = 2_000;

fn excerpt<'a>(tree: &SourceTree, span: Span, marks: Vec<(Span, &'a str)>, places: &mut Places) -> Excerpt<'a> {
    let file = tree.file(span.file);
    let path = printable(&file.path);
    let Some(text) = file.text() else { return Excerpt { path, place: None, window: None } };
    let starts = || marks.iter().map(|(span, _)| border(text, span.start as usize));
    let first = starts().min().unwrap_or_default();
    let last = starts().max().unwrap_or_default();
    let Some((start, end)) = lines_around(text, first, last) else {
        let place = places.at(span.file, text, border(text, span.start as usize));
        return Excerpt { path, place: Some(place), window: None };
    };
    let (line, _) = places.at(span.file, text, start);
    let mark = |(span, label): (Span, &'a str)| {
        let range = on_one_line(text, span);
        (range.start - start..(range.end - start).min(end - start), label)
    };
    let marks = marks.iter().copied().map(mark).collect();
    let window = Window { text: text[start..end].to_owned(), line, marks };
    Excerpt { path, place: None, window: Some(window) }
}

/// Lines and columns, counted on from the place asked for last: findings come in the order of their files, and
/// counting from the start each time would make many findings in a large file slow.
#[derive(Default)]
struct Places {
    last: Option<(FileId, usize, usize, usize)>,
}

impl Places {
    /// Line and column (both from 1) of a character border.
    fn at(&mut self, file: FileId, text: &str, offset: usize) -> (usize, usize) {
        let (_, from, mut line, mut column) =
            self.last.filter(|(id, at, ..)| *id == file && *at <= offset).unwrap_or((file, 0, 1, 1));
        let passed = &text[from..offset];
        match passed.rfind('\n') {
            Some(at) => {
                line += passed.bytes().filter(|b| *b == b'\n').count();
                column = passed[at + 1..].chars().count() + 1;
            }
            None => column += passed.chars().count(),
        }
        self.last = Some((file, offset, line, column));
        (line, column)
    }
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
