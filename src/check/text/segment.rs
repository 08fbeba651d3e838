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

/// The pieces of a text that hold a letter or a digit, in their order.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    clear_words(text).unwrap_or_else(|| words_by_icu(text))
}

/// The end of each sentence, with the space behind it; the last is the end of the text. An empty text has none.
pub(super) fn sentence_ends(text: &str) -> Vec<usize> {
    clear_sentence_ends(text).unwrap_or_else(|| sentence_ends_by_icu(text))
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

/// The words of a text of which there is no doubt.
fn clear_words(text: &str) -> Option<Vec<Range<usize>>> {
    let mut found = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = None;
    let mut before = Class::Space;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let class = Class::of(c)?;
        if before == class && class.is_in_word() {
            continue;
        }
        match class {
            Class::Vowel if start.is_some() => {}
            // On its own, or on a sign.
            Class::Vowel => return None,
            class if class.is_in_word() => start = start.or(Some(at)),
            Class::Joint if before.is_in_word() => {
                let next = letters.peek().map_or(Some(Class::Space), |(_, next)| Class::of(*next))?;
                match (before == Class::Digit, next == Class::Digit) {
                    _ if !next.is_in_word() => found.extend(start.take().map(|start| start..at)),
                    // "1.401,50"; "auto's": it goes on.
                    (true, true) if matches!(c, '.' | ',') => {}
                    (false, false) if matches!(c, '\'' | '’') => {}
                    _ => return None,
                }
            }
            _ => found.extend(start.take().map(|start| start..at)),
        }
        // A vowel sign belongs to its letter, so that what comes behind both sees the letter.
        if class != Class::Vowel {
            before = class;
        }
    }
    found.extend(start.map(|start| start..text.len()));
    Some(found)
}

/// The ends of sentences of a text of which there is no doubt.
fn clear_sentence_ends(text: &str) -> Option<Vec<usize>> {
    let mut ends = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((_, c)) = letters.next() {
        Class::of(c)?;
        if !matches!(c, '.' | '!' | '?' | '؟') {
            continue;
        }
        let full_stop = c == '.';
        // "1.401": nothing ends there.
        if full_stop && letters.peek().is_some_and(|(_, next)| next.is_ascii_digit()) {
            continue;
        }
        while letters.next_if(|(_, c)| matches!(c, ')' | ']' | '"' | '”' | '’' | '\'')).is_some() {}
        let mut spaced = false;
        while letters.next_if(|(_, c)| matches!(c, ' ' | '\u{a0}')).is_some() {
            spaced = true;
        }
        let Some((at, next)) = letters.peek() else { break };
        let small = next.is_lowercase();
        match Class::of(*next)? {
            // What begins small after a full stop goes on: "d.w.z. dat".
            Class::Letter if full_stop && small => {}
            Class::Letter | Class::Capital if spaced => ends.push(*at),
            _ => return None,
        }
    }
    if !text.is_empty() {
        ends.push(text.len());
    }
    Some(ends)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts that are mostly what a guide holds, with all that the walk treats apart.
    fn texts() -> impl Strategy<Value = String> {
        let common = prop::sample::select(vec![
            "a",
            "huis",
            "Z",
            "é",
            "É",
            "ß",
            "ÿ",
            "ب",
            "البلدية",
            "بِ",
            "7",
            "1.401,50",
            " ",
            " ",
            " ",
            "  ",
            ". ",
            "? ",
            "! ",
            ".",
            "?",
            "!",
            "؟ ",
            "،",
            ",",
            ", ",
            "'",
            "’",
            "'s",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "“",
            "”",
            "‘",
            "-",
            "–",
            "—",
            "…",
            "€",
            "%",
            "/",
            "&",
            "+",
            ":",
            ";",
            "\u{a0}",
        ]);
        let odd = prop::sample::select(vec![
            "\n", "\r\n", "_", "\u{64e}", "\u{640}", "؛", "۔", "٣", "\u{200f}", "\u{200d}", "\u{301}", "א", "\"א",
            "·", "ª", "中", "ก", "🇳🇱", "*", "\u{ad}", "\u{85}", "×", "÷",
        ]);
        let piece = prop_oneof![20 => common, 1 => odd];
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn what_is_clear_is_what_the_rules_say(text in texts()) {
            if let Some(words) = clear_words(&text) {
                prop_assert_eq!(words, words_by_icu(&text));
            }
            if let Some(ends) = clear_sentence_ends(&text) {
                prop_assert_eq!(ends, sentence_ends_by_icu(&text));
            }
        }
    }

    #[test]
    fn ordinary_text_is_clear() {
        for text in [
            "Heeft u een andere auto? Geef dat door. Dat moet binnen 7 dagen (of eerder).",
            "You can keep your car if it is worth less than the limit.",
            "هل لديك سيارة أخرى؟ أخبر البلدية بذلك. يجب أن تفعل ذلك خلال 7 أيام.",
        ] {
            assert!(clear_words(text).is_some() && clear_sentence_ends(text).is_some(), "{text}");
        }
    }
}
