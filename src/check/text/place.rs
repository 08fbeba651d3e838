//! From a place in a passage back to the file.

use std::ops::Range;

use super::passage::Passage;
use crate::source::{SourceTree, Span};

/// Where a part of a passage stands in its file, letter by letter.
///
/// Where the file holds other letters than the text (an escaped character, a line end in the middle of a
/// sentence, a folded YAML value) the two are walked along each other; where even that does not lead to the
/// place, it is the whole piece.
pub(crate) fn place(passage: &Passage<'_>, range: &Range<usize>, tree: &SourceTree) -> Span {
    if range.is_empty() {
        return passage.span;
    }
    let (first, at) = piece(passage, range.start);
    let (last, before_end) = piece(passage, range.end - 1);
    let start = walk(passage, first, at, tree).map(|(start, _)| start);
    let end = walk(passage, last, before_end, tree).map(|(_, end)| end);
    let (first, last) = (passage.pieces[first].1, passage.pieces[last].1);
    Span {
        file: passage.span.file,
        start: start.unwrap_or(first.start),
        end: end.unwrap_or(last.end).max(start.unwrap_or(first.start)),
    }
}

/// The piece that a letter is in, and how far in.
fn piece(passage: &Passage<'_>, at: usize) -> (usize, usize) {
    let number = passage.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
    (number, at - passage.pieces.get(number).map_or(0, |(start, _)| *start))
}

/// In longer pieces a place is not looked for: a paragraph of that length is a finding itself, and many places in
/// it would take long.
const LONGEST_WALK: usize = 16 * 1024;

/// Start and end, in the file, of the letter that stands `at` bytes into a piece.
fn walk(passage: &Passage<'_>, number: usize, at: usize, tree: &SourceTree) -> Option<(u32, u32)> {
    let (from, span) = *passage.pieces.get(number)?;
    let to = passage.pieces.get(number + 1).map_or(passage.text.len(), |(start, _)| *start);
    let text = &passage.text[from..to];
    let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    if passage.is_fact(from) {
        return Some((span.start, span.end));
    }
    if text.len() == (span.end - span.start) as usize {
        let mut end = at + 1;
        while !text.is_char_boundary(end) {
            end += 1;
        }
        return Some((span.start + offset(at), span.start + offset(end)));
    }
    if text.len() > LONGEST_WALK {
        return None;
    }
    let raw = tree.file(span.file).text()?.get(span.start as usize..span.end as usize)?;
    let (start, end) = along(text, raw, at)?;
    Some((span.start + offset(start), span.start + offset(end)))
}

/// Walks `text` and the letters `raw` that it came from along each other up to the letter `at`.
fn along(text: &str, raw: &str, at: usize) -> Option<(usize, usize)> {
    let mut raw_chars = raw.char_indices().peekable();
    for (i, c) in text.char_indices() {
        // A letter of the text may be several in the file: `\{`, `&amp;`, a line end with an indent.
        let found = loop {
            let (place, letter) = *raw_chars.peek()?;
            if letter == c || (c == ' ' && letter.is_whitespace()) {
                break place;
            }
            raw_chars.next();
        };
        raw_chars.next();
        if c == ' ' {
            while raw_chars.peek().is_some_and(|(_, c)| c.is_whitespace()) {
                raw_chars.next();
            }
        }
        let end = raw_chars.peek().map_or(raw.len(), |(place, _)| *place);
        if i + c.len_utf8() > at {
            return Some((found, if c == ' ' { found + 1 } else { end }));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::along;

    #[test]
    fn letters_of_the_file_that_the_text_does_not_have_are_stepped_over() {
        assert_eq!(along("a {b} c", r"a \{b} c", 6), Some((7, 8)));
        assert_eq!(along("een twee drie", "een\r\n  twee drie", 4), Some((7, 8)));
        assert_eq!(along("R&D nu", "R&amp;D nu", 4), Some((8, 9)));
        assert_eq!(along("nu سيارة", "\"nu سيارة\"", 3), Some((4, 6)));
    }
}
