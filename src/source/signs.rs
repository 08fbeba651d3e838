//! Characters that are not seen and change what stands around them.

use std::borrow::Cow;

/// Whether a text has one of some bytes. It looks at many at once, with no branch for each: most texts have none, and
/// every text of a guide is asked several times.
#[must_use]
pub fn has_byte(text: &str, one_of: impl Fn(u8) -> bool) -> bool {
    let any = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | one_of(*byte));
    let (many, rest) = text.as_bytes().as_chunks::<32>();
    many.iter().any(|bytes| any(bytes)) || any(rest)
}

/// Whether HTML can hold a character in no form, so that nobody could see, hear or copy it: a control character other
/// than a line end or tab, or one that Unicode keeps free for ever.
#[must_use]
pub fn has_no_form(c: char) -> bool {
    let kept_free = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    kept_free || c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// Whether a character turns the direction of all that follows, until another one ends that: the embeddings,
/// overrides and isolates of the bidirectional algorithm (UAX 9), and their ends.
#[must_use]
pub fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is there for the direction of writing alone: those that turn it, and the marks that weigh on
/// one place.
#[must_use]
pub fn of_direction(c: char) -> bool {
    turns(c) || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

/// A text that turns nothing around but itself: what a line of it, or a cell of a table, turns and never ends, or ends
/// and never turned, would reach into the text around it, and becomes the sign for an unknown character. Every byte
/// keeps its place.
#[must_use]
pub fn settled(text: &str) -> Cow<'_, str> {
    // The first byte of all of them; few texts that are not Arabic or quoted have it at all.
    if !has_byte(text, |byte| byte == 0xe2) || !text.contains(turns) {
        return Cow::Borrowed(text);
    }
    let mut kept: Vec<usize> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '|']) {
        pairs(line, |at| kept.push(start + at));
        start += line.len();
    }
    kept.sort_unstable();
    let sign = |(at, c): (usize, char)| if turns(c) && kept.binary_search(&at).is_err() { '\u{fffd}' } else { c };
    Cow::Owned(text.char_indices().map(sign).collect())
}

/// Finds the signs of a line that belong together, as the algorithm pairs them (BD9, X7).
fn pairs(line: &str, mut keep: impl FnMut(usize)) {
    let mut open: Vec<(usize, bool)> = Vec::new();
    for (at, c) in line.char_indices() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push((at, false)),
            '\u{2066}'..='\u{2068}' => open.push((at, true)),
            // The end of an embedding ends only the last one, and none that an isolate lies in.
            '\u{202c}' if open.last().is_some_and(|(_, isolates)| !isolates) => {
                open.pop().into_iter().for_each(|(start, _)| keep(start));
                keep(at);
            }
            // The end of an isolate ends the embeddings in it too; these have no end of their own, and go.
            '\u{2069}' => {
                if let Some(start) = open.iter().rposition(|(_, isolates)| *isolates) {
                    keep(open[start].0);
                    keep(at);
                    open.truncate(start);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_stay_and_the_rest_goes() {
        for good in ["سيارة \u{200f}1", "\u{202e}a\u{202c}", "\u{2067}a\u{202b}b\u{202c}\u{2069}", "a“b”"]
        {
            assert_eq!(settled(good), good);
        }
        for (text, left) in [
            ("a\u{202e}b", "a?b"),
            ("a\u{2069}b\u{202c}", "a?b?"),
            ("\u{2066}a\u{202e}b\u{2069}", "\u{2066}a?b\u{2069}"),
            ("\u{202e}a\u{2069}b\u{202c}", "\u{202e}a?b\u{202c}"),
            ("\u{202e}\u{2066}a\u{202c}b\u{2069}", "?\u{2066}a?b\u{2069}"),
            ("\u{202e}a\nb\u{202c}", "?a\nb?"),
            ("|\u{202e}a|b\u{202c}|", "|?a|b?|"),
        ] {
            assert_eq!(settled(text), left.replace('?', "\u{fffd}"), "{text:?}");
            assert_eq!(settled(text).len(), text.len());
        }
    }

    #[test]
    fn what_has_no_form() {
        assert!("\0\u{1b}\u{7f}\u{9f}\u{fdd0}\u{fffe}\u{1ffff}".chars().all(has_no_form));
        assert!(!"a\n\t\u{fffd}\u{200f}\u{e000}😀".chars().any(has_no_form));
    }
}
