//! Numbers in running text, in figures of any script and in words.

use std::ops::Range;

use super::super::text::{Lexicon, List, Passage};

/// The words of the number that starts at a word, if one does: `1.200`, `twee duizend`, `٥٠`.
pub(super) fn number(lexicon: &Lexicon<'_>, passage: &Passage<'_>, at: usize) -> Option<Range<usize>> {
    let is_number = |i: usize| {
        let Some(word) = passage.words.get(i) else { return false };
        word.known.shape.figures || lexicon.is(List::Number, passage, i)
    };
    if !is_number(at) {
        return None;
    }
    let mut end = at + 1;
    // "20 per hundred": in Arabic the word of the percentage holds the number hundred.
    let is_unit = |i: usize| lexicon.is(List::Percent, passage, i) || lexicon.is(List::Currency, passage, i);
    while is_number(end) && !is_unit(end) && only_space(passage, end) {
        end += 1;
    }
    Some(at..end)
}

/// Whether there can be a number in a passage at all.
pub(super) fn may_have(passage: &Passage<'_>) -> bool {
    passage.shape.figures || passage.has(List::Number)
}

/// Whether nothing but space stands between a word and the one before it.
pub(super) fn only_space(passage: &Passage<'_>, at: usize) -> bool {
    let (Some(before), Some(word)) = (at.checked_sub(1).and_then(|i| passage.words.get(i)), passage.words.get(at))
    else {
        return false;
    };
    passage.text[before.end as usize..word.start as usize].chars().all(|c| c.is_whitespace() && c != '\n')
}

/// Every number of a passage, by its words.
pub(super) fn numbers<'p>(
    lexicon: &'p Lexicon<'_>,
    passage: &'p Passage<'_>,
) -> impl Iterator<Item = Range<usize>> + 'p {
    let mut at = if may_have(passage) { 0 } else { passage.words.len() };
    std::iter::from_fn(move || {
        while at < passage.words.len() {
            if let Some(found) = number(lexicon, passage, at) {
                at = found.end;
                return Some(found);
            }
            at += 1;
        }
        None
    })
}
