//! From a place in a passage back to the file.

use std::ops::Range;

use super::passage::Passage;
use crate::diag::Fix;
use crate::source::{SourceTree, Span};

/// Where a part of a passage stands in its file, letter by letter.
///
/// Where the file holds other letters than the text (an escaped character, a line end in the middle of a
/// sentence, a folded YAML value) the two are walked along each other; where even that does not lead to the
/// place, it is the whole piece.
pub(crate) fn place(passage: &Passage<'_>, range: &Range<usize>, tree: &SourceTree) -> Span {
    if range.is_empty() || passage.pieces.is_empty() {
        return passage.span;
    }
    let (first, last) = (number(passage, range.start), number(passage, range.end - 1));
    let (start_of, end_of) = (passage.pieces[first].1, passage.pieces[last].1);
    let start = letter(passage, first, range.start, tree).map(|(start, _)| start);
    let end = letter(passage, last, range.end - 1, tree).map(|(_, end)| end);
    let found = start.zip(end).filter(|(start, end)| start < end);
    let (start, end) = found.unwrap_or((start_of.start, end_of.end.max(start_of.start)));
    Span { file: passage.span.file, start, end }
}

/// The change of a part of a passage: only where the file holds just these letters, without a link, a fact or an
/// escaped character among them.
pub(crate) fn fix(passage: &Passage<'_>, range: &Range<usize>, text: String, tree: &SourceTree) -> Option<Fix> {
    let span = place(passage, range, tree);
    let raw = tree.file(span.file).text()?.get(span.start as usize..span.end as usize)?;
    (raw == &passage.text[range.clone()]).then_some(Fix { span, text })
}

/// The piece that a letter is in.
fn number(passage: &Passage<'_>, at: usize) -> usize {
    passage.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1)
}

/// In longer pieces a place is not looked for: a paragraph of that length is a finding itself, and many places in
/// it would take long.
const LONGEST_WALK: usize = 16 * 1024;

/// Start and end, in the file, of the letter at a place of the text.
fn letter(passage: &Passage<'_>, number: usize, at: usize, tree: &SourceTree) -> Option<(u32, u32)> {
    let (from, span) = passage.pieces[number];
    let offset = |n: usize| span.start + u32::try_from(n).unwrap_or(u32::MAX);
    // Pieces of a value that does not stand in the file letter by letter all have the place of the whole value.
    let same = |(_, other): &&(usize, Span)| *other == span;
    let before = passage.pieces[..number].iter().rev().take_while(same).count();
    let after = passage.pieces[number + 1..].iter().take_while(same).count();
    let from = if before > 0 { passage.pieces[number - before].0 } else { from };
    let to = passage.pieces.get(number + after + 1).map_or(passage.text.len(), |(start, _)| *start);
    let text = &passage.text[from..to];
    if before + after == 0 && passage.is_fact(from) {
        return Some((span.start, span.end));
    }
    if before + after == 0 && text.len() == (span.end - span.start) as usize {
        let end = (at - from + 1..).find(|end| text.is_char_boundary(*end))?;
        return Some((offset(at - from), offset(end)));
    }
    let raw = tree.file(span.file).text()?.get(span.start as usize..span.end as usize)?;
    if text.len() > LONGEST_WALK {
        return None;
    }
    let is_fact = |place: usize| passage.is_fact(from + place);
    let (start, end) = along(text, raw, at - from, is_fact)?;
    Some((offset(start), offset(end)))
}

/// Walks `text` and the letters `raw` that it came from along each other up to the letter `at`.
fn along(text: &str, raw: &str, at: usize, is_fact: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
    let mut next = 0;
    for (i, c) in text.char_indices() {
        let start = if is_fact(i) { next + raw[next..].find('{')? } else { meet(raw, next, c)? };
        let rest = &raw[start..];
        next = start
            + match () {
                () if is_fact(i) => rest.find('}')? + 1,
                () if c == ' ' => rest.len() - rest.trim_start().len(),
                () => entity(rest).unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8)),
            };
        if i + c.len_utf8() > at {
            return Some((start, if c == ' ' { start + 1 } else { next }));
        }
    }
    None
}

/// The place from `from` on where a letter of the text is met: itself, white space for a space, or an entity. What
/// the text does not have is stepped over: marks, backslashes, and where links lead.
fn meet(raw: &str, from: usize, c: char) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = &raw[at..];
        let letter = rest.chars().next()?;
        if rest.starts_with("](") && c != ']' {
            at += rest.find(')')? + 1;
            continue;
        }
        let entity = entity(rest).is_some();
        if entity || letter == c || (c == ' ' && letter.is_whitespace()) {
            return Some(at);
        }
        at += letter.len_utf8();
    }
}

/// The length of the entity that a text starts with: `&eacute;`, `&#233;`. Each stands for one letter.
fn entity(text: &str) -> Option<usize> {
    const LONGEST: usize = 32;
    let inside = text.strip_prefix('&')?;
    let end = inside.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = &inside[..end];
    let good = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#');
    good.then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::along;

    #[test]
    fn letters_of_the_file_that_the_text_does_not_have_are_stepped_over() {
        let walk = |text: &str, raw: &str, at| along(text, raw, at, |_| false);
        assert_eq!(walk("a {b} c", r"a \{b} c", 6), Some((7, 8)));
        assert_eq!(walk("een twee drie", "een\r\n  twee drie", 4), Some((7, 8)));
        assert_eq!(walk("R&D nu", "R&amp;D nu", 4), Some((8, 9)));
        assert_eq!(walk("één map", "&eacute;&eacute;n map", 6), Some((18, 19)));
        assert_eq!(walk("nu سيارة", "\"nu سيارة\"", 3), Some((4, 6)));
        assert_eq!(walk("een auto en", "een [auto](rule:a/en) en", 9), Some((22, 23)));
    }

    #[test]
    fn a_fact_is_one_letter() {
        let found = along("binnen X en", "binnen {t-en:after} en", 9, |i| i == 7);
        assert_eq!(found, Some((20, 21)));
    }
}
