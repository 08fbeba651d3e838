//! Writing texts of a guide into JSON and XML so that they stay texts.
//!
//! A guide may come from a stranger, and these files are read by programs that put them into pages, logs and
//! terminals. So beside what a format asks for, everything is escaped that could end an HTML script element,
//! turn the direction of what stands around it, or break a line where none is seen.

use std::io;

use quick_xml::escape::escape;
use serde::Serialize;
use serde_json::ser::Formatter;

use super::html::out_path;
use crate::output::OutputFile;
use crate::source::{has_byte, of_direction};

/// A value as a file of JSON in one line. `room` is about how many bytes it takes: a file that grows is copied.
pub(in crate::render) fn json_file(path: String, value: &impl Serialize, room: usize) -> Option<OutputFile> {
    let mut bytes = Vec::with_capacity(room);
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Careful);
    // Only a map with keys that are no texts could fail, and there is none.
    value.serialize(&mut serializer).ok()?;
    bytes.push(b'\n');
    Some(OutputFile { path: out_path(path), bytes })
}

/// A list whose items are made one by one while they are written: all of them at once would be larger than the file.
pub(in crate::render) struct Each<F>(pub(in crate::render) F);

impl<I: IntoIterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

struct Careful;

impl Formatter for Careful {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, text: &str) -> io::Result<()> {
        let mut rest = text;
        while let Some(at) = first_unsafe(rest) {
            let (before, from) = rest.split_at(at);
            writer.write_all(before.as_bytes())?;
            let mut letters = from.chars();
            let found = letters.next().map_or(0, u32::from);
            write!(writer, "\\u{found:04x}")?;
            rest = letters.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

/// Where the first character stands that must not stand there as it is.
fn first_unsafe(text: &str) -> Option<usize> {
    if !has_byte(text, is_suspect) {
        return None;
    }
    let mut from = 0;
    // A look at each byte is quicker than at each character, and hardly any text has one of these.
    while let Some(at) = text.as_bytes()[from..].iter().position(|byte| is_suspect(*byte)) {
        let mut at = from + at;
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let found = text[at..].chars().next()?;
        if found == '<' || unseen(found) {
            return Some(at);
        }
        from = at + found.len_utf8();
    }
    None
}

/// Whether every character that is [`unseen`] has one of such bytes: control characters themselves, the first byte of
/// U+0080 to U+00BF and of U+2000 to U+2FFF, and the last of U+061C, whose first is that of most Arabic letters.
fn is_suspect(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, b'<' | 0x7f | 0xc2 | 0xe2 | 0x9c)
}

/// Text for the content of an element or for an attribute, in XML: the feed of changes and the catalogue. What XML 1.0
/// can hold in no form (2.2) becomes the sign for an unknown character; what is not seen becomes a reference.
pub(in crate::render) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in escape(text).chars() {
        match c {
            '\t' | '\n' | '\r' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if unseen(c) => out.push_str(&format!("&#x{:X};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Characters that are not seen and change what is around them: control characters, line separators, and those of the
/// direction of writing. All are in the basic plane.
fn unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || of_direction(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str = "\"]]></script><!--&'\u{1}\u{7f}\u{85}\u{2028}\u{202e}\u{2066}\\";

    #[test]
    fn json_holds_any_text_and_shows_none_of_it_raw() {
        let file = json_file("x.json".to_owned(), &HOSTILE, 0).expect("a file");
        let text = String::from_utf8(file.bytes).expect("UTF-8");
        assert!(!text.contains('<') && !text.chars().any(|c| c != '\n' && unseen(c)), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).expect("JSON"), HOSTILE);
    }

    #[test]
    fn every_unsafe_character_is_found_by_its_bytes() {
        for c in (0..=0x0002_ffff).filter_map(char::from_u32) {
            let found = first_unsafe(&format!("ل{c}ل"));
            assert_eq!(found.is_some(), c == '<' || unseen(c), "{c:?}");
            assert!(found.is_none_or(|at| at == 2), "{c:?}");
        }
    }

    #[test]
    fn xml_holds_what_it_can() {
        let text = xml(HOSTILE);
        assert!(!text.contains(['<', '>', '"']) && !text.chars().any(unseen), "{text}");
        let read = quick_xml::escape::unescape(&text).expect("sound references");
        assert_eq!(read, HOSTILE.replace('\u{1}', "\u{fffd}"));
    }
}
