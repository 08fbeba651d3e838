//! Findings as text for a terminal: excerpt, marker, remedy.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::{SourceTree, Span};

/// All findings, each with the line it is about and what to do; ends with a line that counts them.
#[must_use]
pub fn human(findings: &[Diagnostic], tree: &SourceTree, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for finding in findings {
        text.push_str(&renderer.render(&[group(finding, tree)]));
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(finding: &'a Diagnostic, tree: &'a SourceTree) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO.with_name("hint"),
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code);
    let mut group = Group::with_title(title);
    if let Some(span) = finding.span {
        group = match tree.file(span.file).text() {
            Some(text) => group.element(excerpt(finding, span, text, tree)),
            None => group.element(annotate_snippets::Origin::path(tree.file(span.file).path.as_str())),
        };
        for label in finding.labels.iter().filter(|label| label.span.file != span.file) {
            if let Some(text) = tree.file(label.span.file).text() {
                group =
                    group.element(snippet(tree, label.span, text).annotation(
                        AnnotationKind::Context.span(range(label.span, text)).label(label.text.as_str()),
                    ));
            }
        }
    }
    group.element(Level::HELP.message(finding.help.as_str()))
}

fn excerpt<'a>(
    finding: &'a Diagnostic,
    span: Span,
    text: &'a str,
    tree: &'a SourceTree,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let mut excerpt = snippet(tree, span, text).annotation(AnnotationKind::Primary.span(range(span, text)));
    for label in finding.labels.iter().filter(|label| label.span.file == span.file) {
        excerpt =
            excerpt.annotation(AnnotationKind::Context.span(range(label.span, text)).label(label.text.as_str()));
    }
    excerpt
}

fn snippet<'a>(tree: &'a SourceTree, span: Span, text: &'a str) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    Snippet::source(text).path(tree.file(span.file).path.as_str()).fold(true)
}

/// The span within the text, on character borders and on one line: a marker under ten lines helps nobody.
fn range(span: Span, text: &str) -> std::ops::Range<usize> {
    let border = |mut offset: usize| {
        offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let start = border(span.start as usize);
    let end = border(span.end as usize).max(start);
    let line_end = text[start..end].find(['\n', '\r']).map_or(end, |at| start + at);
    start..line_end.max(start)
}
