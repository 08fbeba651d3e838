//! Which parts of a text run from left to right, inside one that runs from right to left.
//!
//! The bidirectional algorithm (UAX 9) sees a telephone number or an amount as loose figures and turns them
//! around; so each such run is found here and isolated by whoever writes the text.

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Goes along with the text.
    Own(&'a str),
    /// Latin words: names that stand in the source language's letters.
    Words(&'a str),
    /// An amount, a date in figures, a telephone number, a time.
    Figures(&'a str),
}

/// The parts of a text, in order; together they are the text.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut own = 0;
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let run = if is_latin(first) { words(rest) } else { figures(rest) };
        if run.is_empty() {
            at += first.len_utf8();
            continue;
        }
        if own < at {
            pieces.push(Piece::Own(&text[own..at]));
        }
        pieces.push(if is_latin(first) { Piece::Words(run) } else { Piece::Figures(run) });
        at += run.len();
        own = at;
    }
    if own < text.len() {
        pieces.push(Piece::Own(&text[own..]));
    }
    pieces
}

/// Whether a text can have Latin words, seen by its bytes: 0xC3 to 0xC9 start U+00C0 to U+027F.
pub(crate) fn has_latin(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_alphabetic() || matches!(byte, 0xc3..=0xc9))
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}') && c.is_alphabetic()
}

/// The Latin words at the start of a text, up to the last letter or digit: spaces, hyphens and points
/// between them belong to the run, a closing bracket or full stop after it does not.
fn words(text: &str) -> &str {
    let mut end = 0;
    for (i, c) in text.char_indices() {
        if is_latin(c) || c.is_ascii_digit() {
            end = i + c.len_utf8();
        } else if !matches!(c, ' ' | '-' | '\'' | '.' | '/' | ':' | '@' | '&') {
            break;
        }
    }
    &text[..end]
}

/// The figures at the start of a text, with what belongs to them: `€ 1.200`, `+31 20 000`, `8:30`, `12,5%`.
fn figures(text: &str) -> &str {
    let start = text.trim_start_matches(['€', '+']).trim_start_matches([' ', '\u{a0}']);
    let lead = text.len() - start.len();
    if !start.starts_with(|c: char| c.is_ascii_digit()) || (lead > 0 && text.starts_with([' ', '\u{a0}'])) {
        return "";
    }
    let mut end = lead;
    let mut separators = 0;
    for (i, c) in text[lead..].char_indices() {
        if c.is_ascii_digit() {
            end = lead + i + 1;
            separators = 0;
        } else if separators == 0 && matches!(c, ' ' | '\u{a0}' | '.' | ',' | ':' | '/' | '-' | '\u{2013}') {
            separators = 1;
        } else {
            break;
        }
    }
    if text[end..].starts_with('%') {
        end += 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::{Piece, figures, has_latin, pieces, words};

    #[test]
    fn a_latin_run_ends_with_a_word() {
        assert_eq!(words("bezwaar) ثم"), "bezwaar");
        assert_eq!(words("Sociale Dienst Duinrode. و"), "Sociale Dienst Duinrode");
        assert_eq!(words("cliëntondersteuner"), "cliëntondersteuner");
    }

    #[test]
    fn figures_hold_together() {
        for run in
            ["€ 1.200", "€\u{a0}1.401,50", "020 000 00 21", "+31 20 000 00 21", "8:30", "31-12-2026", "12,5%"]
        {
            assert_eq!(figures(&format!("{run}. و")), run);
        }
        for none in ["", "€", "و 3", " 3", "- 3", "+"] {
            assert_eq!(figures(none), "", "{none:?}");
        }
    }

    #[test]
    fn the_parts_are_the_text() {
        let text = "من 13:00 إلى 16:00 في Meerkade 12، أو € 435.";
        let parts = pieces(text);
        let joined: String = parts
            .iter()
            .map(|piece| match piece {
                Piece::Own(text) | Piece::Words(text) | Piece::Figures(text) => *text,
            })
            .collect();
        assert_eq!(joined, text);
        for part in &parts {
            match part {
                Piece::Words(text) => assert!(has_latin(text), "{text}"),
                Piece::Own(text) | Piece::Figures(text) => assert!(!has_latin(text), "{text}"),
            }
        }
        assert!(parts.contains(&Piece::Words("Meerkade 12")));
        assert!(parts.contains(&Piece::Figures("16:00")));
        assert!(parts.contains(&Piece::Figures("€ 435")));
    }
}
