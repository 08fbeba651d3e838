//! Sentences and words, with what is known of each word.
//!
//! Limits: an abbreviation with a full stop before a capital ("dr. Jansen") ends a sentence here, so that a long
//! sentence can be missed, never invented. Words joined by a hyphen count as one.

use std::ops::Range;

use super::passage::Passage;
use super::segment;
use super::vocabulary::{Known, Vocabulary};

/// A word, by its place in the passage's text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Its place in the passage's normal forms.
    pub(super) normal: (u32, u32),
    /// What its letters alone tell.
    pub(crate) known: Known,
}

impl Word {
    /// Its letters.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A sentence.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// From its first letter to its last sign.
    pub(crate) range: Range<usize>,
    /// Its words, by number in the passage.
    pub(crate) words: Range<usize>,
}

/// Cuts a passage whose text is written.
pub(super) fn cut(passage: &mut Passage<'_>, vocabulary: &mut Vocabulary<'_>) {
    let text = std::mem::take(&mut passage.text);
    let cut = segment::cut(&text);
    words(&text, cut.words, passage, vocabulary);
    sentences(&text, cut.sentence_ends, passage);
    passage.text = text;
}

fn words(text: &str, pieces: Vec<Range<usize>>, passage: &mut Passage<'_>, vocabulary: &mut Vocabulary<'_>) {
    let mut found: Vec<Range<usize>> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match found.last_mut() {
            Some(last) if joined(&text[last.end..piece.start]) => last.end = piece.end,
            _ => found.push(piece),
        }
    }
    for range in found {
        let from = passage.normal.len();
        let met = vocabulary.meet(&text[range.clone()]);
        let (known, at) = (met.known, position(passage.words.len()));
        passage.normal.push_str(&met.normal);
        passage.starts.extend(met.starts.iter().map(|start| (at, *start)));
        passage.shape = passage.shape.or(known.shape);
        passage.lists.join(known.lists);
        passage.words.push(Word {
            start: position(range.start),
            end: position(range.end),
            normal: (position(from), position(passage.normal.len())),
            known,
        });
    }
}

fn position(at: usize) -> u32 {
    // Files are limited to 1 MiB.
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn joined(between: &str) -> bool {
    matches!(between, "-" | "\u{2010}" | "\u{2011}")
}

fn sentences(text: &str, ends: Vec<usize>, passage: &mut Passage<'_>) {
    let mut start = 0;
    let mut word = 0;
    for end in ends {
        let piece = &text[start..end];
        let trimmed = piece.trim();
        let from = start + (piece.len() - piece.trim_start().len());
        let first = word;
        while passage.words.get(word).is_some_and(|w| (w.start as usize) < end) {
            word += 1;
        }
        if !trimmed.is_empty() {
            passage.sentences.push(Sentence { range: from..from + trimmed.len(), words: first..word });
        }
        start = end;
    }
}

/// A word in the form in which lists are searched: lower case, straight apostrophes, Arabic without vowel
/// signs and with one form of alef, ya and ta marbuta.
pub(crate) fn normal(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    push_normal(word, &mut out);
    out
}

pub(super) fn push_normal(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase())));
        return;
    }
    for c in word.chars() {
        match c {
            '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{ad}' => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            'ى' => out.push('ي'),
            'ة' => out.push('ه'),
            '\u{2019}' => out.push('\''),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            c => out.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vowel_signs_do_not_count() {
        assert_eq!(normal("بناءً"), "بناء");
        assert_eq!(normal("DERHALVE’s"), "derhalve's");
    }
}
