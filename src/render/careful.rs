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
use crate::source::of_direction;

/// A value as a file of JSON in one line.
pub(in crate::render) fn json_file(path: String, value: &impl Serialize) -> Option<OutputFile> {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Careful);
    // Only a map with keys that are no texts could fail, and there is none.
    value.serialize(&mut serializer).ok()?;
    bytes.push(b'\n');
    Some(OutputFile { path: out_path(path), bytes })
}

struct Careful;

impl Formatter for Careful {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, text: &str) -> io::Result<()> {
        let mut rest = text;
        while let Some(at) = rest.find(|c| c == '<' || unseen(c)) {
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
        let file = json_file("x.json".to_owned(), &HOSTILE).expect("a file");
        let text = String::from_utf8(file.bytes).expect("UTF-8");
        assert!(!text.contains('<') && !text.chars().any(|c| c != '\n' && unseen(c)), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).expect("JSON"), HOSTILE);
    }

    #[test]
    fn xml_holds_what_it_can() {
        let text = xml(HOSTILE);
        assert!(!text.contains(['<', '>', '"']) && !text.chars().any(unseen), "{text}");
        let read = quick_xml::escape::unescape(&text).expect("sound references");
        assert_eq!(read, HOSTILE.replace('\u{1}', "\u{fffd}"));
    }
}
