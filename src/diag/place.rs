//! Where a finding is, as people and programs count it.

use crate::source::{FileId, LineColumn, SourceTree, Span};

/// A place with its end; the path as it stands in the tree.
pub(super) struct Place<'a> {
    pub(super) path: &'a str,
    /// First character, and the one after the last; nothing for a file that is not text.
    pub(super) range: Option<(LineColumn, LineColumn)>,
}

/// Lines and columns, counted on from the place asked for last: findings come in the order of their files, and
/// counting from the start each time would make many findings in a large file slow.
#[derive(Default, Clone, Copy)]
pub(super) struct Counter {
    last: Option<(FileId, usize, LineColumn)>,
}

impl Counter {
    /// Line and column of a character border.
    pub(super) fn at(&mut self, file: FileId, text: &str, offset: usize) -> LineColumn {
        let first = (file, 0, LineColumn { line: 1, column: 1 });
        let known = self.last.filter(|(id, at, _)| *id == file && *at <= offset);
        let (_, from, LineColumn { mut line, mut column }) = known.unwrap_or(first);
        let passed = &text[from..offset];
        match passed.rfind('\n') {
            Some(at) => {
                line += passed.bytes().filter(|b| *b == b'\n').count();
                column = passed[at + 1..].chars().count() + 1;
            }
            None => column += passed.chars().count(),
        }
        let place = LineColumn { line, column };
        self.last = Some((file, offset, place));
        place
    }

    /// The place of a span. The line ends at its end are no part of it: a mark on a whole line ends on that line.
    pub(super) fn place<'a>(&mut self, tree: &'a SourceTree, span: Span) -> Place<'a> {
        let file = tree.file(span.file);
        let range = file.text().map(|text| {
            let start = border(text, span.start as usize);
            let marked = text[start..border(text, span.end as usize).max(start)].trim_end_matches(['\r', '\n']);
            let from = self.at(span.file, text, start);
            // The next finding may begin before the end of this one: the end is counted aside.
            let to = Counter { ..*self }.at(span.file, text, start + marked.len());
            (from, to)
        });
        Place { path: &file.path, range }
    }
}

/// The offset, or the last border of a character before it.
pub(super) fn border(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// Text in which no control character can steer the terminal of whoever reads it.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str, start: usize, end: usize) -> ((usize, usize), (usize, usize)) {
        let tree = SourceTree::from_texts([("a", text)]);
        let (file, _) = tree.find("a").expect("a file");
        let (from, to) = Counter::default().place(&tree, Span::new(file, start, end)).range.expect("a text");
        ((from.line, from.column), (to.line, to.column))
    }

    #[test]
    fn places_count_characters_and_leave_line_ends_out() {
        let text = "een\r\nسيارة twee\r\ndrie\r\n";
        assert_eq!(range(text, 5, 15), ((2, 1), (2, 6)), "five Arabic letters");
        assert_eq!(range(text, 5, 22), ((2, 1), (2, 11)), "a line with its end");
        assert_eq!(range(text, 1, 24), ((1, 2), (3, 3)), "over three lines");
        assert_eq!(range(text, 6, 900), ((2, 1), (3, 5)), "inside a character, and past the end");
        assert_eq!(range(text, 900, 0), ((4, 1), (4, 1)), "past the end");
    }

    #[test]
    fn counting_on_is_counting_from_the_start() {
        let text = "a\nbé\r\n\nسي";
        let tree = SourceTree::from_texts([("a", text)]);
        let (file, _) = tree.find("a").expect("a file");
        let borders: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        let lines = crate::source::Lines::new(text);
        let mut counter = Counter::default();
        for at in borders.iter().chain(borders.iter().rev()) {
            assert_eq!(counter.at(file, text, *at), lines.at(*at));
        }
    }
}
