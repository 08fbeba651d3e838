//! Where words and sentences end, by the rules of Unicode (UAX #29) as ICU4X has them.
//!
//! Nearly all of a guide's text is letters and spaces with a sign here and there, of which the rules leave no doubt:
//! that is cut here, in one walk. Wherever there can be a doubt, ICU4X cuts. A property holds the two to each other.

use std::ops::Range;

use icu::segmenter::options::{SentenceBreakInvariantOptions, WordBreakInvariantOptions};
use icu::segmenter::{SentenceSegmenter, WordSegmenter};

/// What the rules see in a character; nothing where they have more to say of it than this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter that is no capital (`ALetter`; in sentences `Lower` or `OLetter`).
    Letter,
    /// A capital (`ALetter`, `Upper`).
    Capital,
    /// A vowel sign over or under a letter (`Extend`).
    Vowel,
    Digit,
    Space,
    /// A sign that holds letters or digits on both of its sides together: `.`, `,`, `'`.
    Joint,
    /// A sign that never holds anything together.
    Sign,
}

/// The classes of ASCII.
const ASCII: [Option<Class>; 128] = {
    let mut classes = [None; 128];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'a'..=b'z' => Some(Class::Letter),
            b'A'..=b'Z' => Some(Class::Capital),
            b'0'..=b'9' => Some(Class::Digit),
            b' ' => Some(Class::Space),
            b'.' | b',' | b':' | b';' | b'\'' => Some(Class::Joint),
            b'-' | b'(' | b')' | b'[' | b']' | b'"' | b'!' | b'?' | b'/' | b'%' | b'+' | b'&' => Some(Class::Sign),
            _ => None,
        };
        byte += 1;
    }
    classes
};

impl Class {
    fn of(c: char) -> Option<Self> {
        if let Some(class) = ASCII.get(c as usize) {
            return *class;
        }
        Some(match c {
            'ß'..='ö' | 'ø'..='ÿ' | '\u{620}'..='\u{63f}' | '\u{641}'..='\u{64a}' => Class::Letter,
            'À'..='Ö' | 'Ø'..='Þ' => Class::Capital,
            '‘' | '’' | '،' => Class::Joint,
            '“' | '”' | '–' | '—' | '…' | '€' | '\u{a0}' | '؟' => Class::Sign,
            '\u{64b}'..='\u{65f}' => Class::Vowel,
            _ => return None,
        })
    }

    /// Whether it can stand in a word.
    fn is_in_word(self) -> bool {
        matches!(self, Class::Letter | Class::Capital | Class::Digit)
    }
}

/// A text, cut.
#[derive(Debug, PartialEq)]
pub(super) struct Cut {
    /// The pieces that hold a letter or a digit, in their order.
    pub(super) words: Vec<Range<usize>>,
    /// The end of each sentence, with the space behind it; the last is the end of the text. An empty text has none.
    pub(super) sentence_ends: Vec<usize>,
}

/// Cuts a text into words and sentences.
pub(super) fn cut(text: &str) -> Cut {
    let (words, sentence_ends) = clear(text);
    Cut {
        words: words.unwrap_or_else(|| words_by_icu(text)),
        sentence_ends: sentence_ends.unwrap_or_else(|| sentence_ends_by_icu(text)),
    }
}

fn words_by_icu(text: &str) -> Vec<Range<usize>> {
    let segmenter = WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default());
    let mut start = 0;
    let pieces = segmenter.segment_str(text).map(|end| std::mem::replace(&mut start, end)..end);
    // The segmenter's own word type (icu_segmenter 2.4) calls a word that ends in a vowel sign no word.
    pieces.filter(|piece| text[piece.clone()].contains(char::is_alphanumeric)).collect()
}

fn sentence_ends_by_icu(text: &str) -> Vec<usize> {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    segmenter.segment_str(text).filter(|end| *end > 0).collect()
}

/// The words of a text, and the ends of its sentences, as far as there is no doubt of them.
fn clear(text: &str) -> (Option<Vec<Range<usize>>>, Option<Vec<usize>>) {
    let mut words = Some(Vec::with_capacity(text.len() / 6 + 1));
    let mut ends = Some(Vec::new());
    let mut start = None;
    let mut before = Class::Space;
    let mut rest = text.chars();
    loop {
        let at = text.len() - rest.as_str().len();
        let Some(c) = rest.next() else { break };
        let Some(class) = Class::of(c) else { return (None, None) };
        if before == class && class.is_in_word() {
            continue;
        }
        match class {
            Class::Vowel if start.is_some() => {}
            // On its own, or on a sign.
            Class::Vowel => words = None,
            class if class.is_in_word() => start = start.or(Some(at)),
            Class::Joint if before.is_in_word() => match joins(c, before, rest.as_str()) {
                Some(true) => {}
                Some(false) => end_word(&mut words, &mut start, at),
                None => words = None,
            },
            _ => end_word(&mut words, &mut start, at),
        }
        if matches!(c, '.' | '!' | '?' | '؟') {
            match ends_sentence(c, rest.as_str()) {
                Some(Some(space)) => ends.iter_mut().for_each(|ends| ends.push(at + c.len_utf8() + space)),
                Some(None) => {}
                None => ends = None,
            }
        }
        // A vowel sign belongs to its letter, so that what comes behind both sees the letter.
        if class != Class::Vowel {
            before = class;
        }
    }
    end_word(&mut words, &mut start, text.len());
    ends.iter_mut().filter(|_| !text.is_empty()).for_each(|ends| ends.push(text.len()));
    (words, ends)
}

fn end_word(words: &mut Option<Vec<Range<usize>>>, start: &mut Option<usize>, end: usize) {
    if let (Some(words), Some(start)) = (words, start.take()) {
        words.push(start..end);
    }
}

/// Whether a sign between what stands before it and the rest of the text holds the two together; nothing where there
/// is a doubt.
fn joins(sign: char, before: Class, rest: &str) -> Option<bool> {
    let next = rest.chars().next().map_or(Some(Class::Space), Class::of)?;
    match (before == Class::Digit, next == Class::Digit) {
        _ if !next.is_in_word() => Some(false),
        // "1.401,50"; "auto's": it goes on.
        (true, true) if matches!(sign, '.' | ',') => Some(true),
        (false, false) if matches!(sign, '\'' | '’') => Some(true),
        _ => None,
    }
}

/// Whether a sentence ends with a sign before the rest of a text, and then after how much of the rest; nothing where
/// there is a doubt.
fn ends_sentence(sign: char, rest: &str) -> Option<Option<usize>> {
    let full_stop = sign == '.';
    // "1.401": nothing ends there.
    if full_stop && rest.starts_with(|next: char| next.is_ascii_digit()) {
        return Some(None);
    }
    let behind = rest.trim_start_matches([')', ']', '"', '”', '’', '\'']);
    let next = behind.trim_start_matches([' ', '\u{a0}']);
    let spaced = next.len() < behind.len();
    // With the text its last sentence ends anyway.
    let Some(c) = next.chars().next() else { return Some(None) };
    match Class::of(c)? {
        // What begins small after a full stop goes on: "d.w.z. dat".
        Class::Letter if full_stop && c.is_lowercase() => Some(None),
        Class::Letter | Class::Capital if spaced => Some(Some(rest.len() - next.len())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts that are mostly what a guide holds, with all that the walk treats apart.
    fn texts() -> impl Strategy<Value = String> {
        let one_of = |pieces: &'static str| prop::sample::select(pieces.split('|').collect::<Vec<_>>());
        let common = one_of(concat!(
            "a|huis|Z|é|É|ß|ÿ|ب|البلدية|بِ|7|1.401,50| | | |  |. |? |! |.|?|!|؟ |،|,|, |'|’|'s|(|)|[|]|\"|“|”|‘|-|–|—|…",
            "|€|%|/|&|+|:|;|\u{a0}"
        ));
        let odd = one_of(
            "\n|\r\n|_|\u{64e}|\u{640}|؛|۔|٣|\u{200f}|\u{200d}|\u{301}|א|\"א|·|ª|中|ก|🇳🇱|*|\u{ad}|\u{85}|×|÷",
        );
        let piece = prop_oneof![20 => common, 1 => odd];
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn what_is_clear_is_what_the_rules_say(text in texts()) {
            let by_icu = Cut { words: words_by_icu(&text), sentence_ends: sentence_ends_by_icu(&text) };
            prop_assert_eq!(cut(&text), by_icu);
        }
    }

    #[test]
    fn ordinary_text_is_clear() {
        for text in [
            "Heeft u een andere auto? Geef dat door. Dat moet binnen 7 dagen (of eerder).",
            "You can keep your car if it is worth less than the limit.",
            "هل لديك سيارة أخرى؟ أخبر البلدية بذلك. يجب أن تفعل ذلك خلال 7 أيام.",
        ] {
            assert!(matches!(clear(text), (Some(_), Some(_))), "{text}");
        }
    }
}
