//! Escaping, by where a text goes.

use serde::{Serialize, Serializer};
use tera::Value;

use crate::source::has_byte;

/// Adds text as the content of an element or of a quoted attribute.
pub(super) fn html(text: &str, out: &mut String) {
    if !has_byte(text, is_special) {
        return out.push_str(text);
    }
    let mut rest = text;
    while let Some(at) = rest.bytes().position(is_special) {
        let Some(special) = rest[at..].chars().next() else { break };
        out.push_str(&rest[..at]);
        match special {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Control characters cannot stand in HTML in any form.
            control if control.is_control() => out.push('\u{fffd}'),
            other => out.push(other),
        }
        rest = &rest[at + special.len_utf8()..];
    }
    out.push_str(rest);
}

/// Whether a character starts with a byte that may not stand in HTML as it is. 0xC2 starts the control characters from
/// U+0080 on, and some others.
fn is_special(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0x7f | 0xc2)
        || byte < 0x20 && byte != b'\n' && byte != b'\t'
}

/// Text as the content of an element or of a quoted attribute.
pub(in crate::render) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    html(text, &mut out);
    out
}

/// Hands HTML that is ready to a template, which writes it as it is.
pub(super) fn ready<S: Serializer>(html: &str, to: S) -> Result<S::Ok, S::Error> {
    Value::safe_string(html).serialize(to)
}

/// The same where there may be none.
pub(super) fn ready_or_none<S: Serializer>(html: &Option<String>, to: S) -> Result<S::Ok, S::Error> {
    html.as_deref().map(Value::safe_string).serialize(to)
}

/// JSON that can stand inside a `script` element: no `<`, so that nothing can end the element.
pub(super) fn json_in_script(json: &impl serde::Serialize) -> String {
    // Only a map with keys that are no texts could fail, and there is none.
    let text = serde_json::to_string(json).unwrap_or_else(|_| "null".to_owned());
    // 0xE2 starts the two line separators.
    if !text.bytes().any(|byte| byte == b'<' || byte == 0xe2) {
        return text;
    }
    text.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_what_it_stands_in() {
        assert_eq!(escaped("<a href=\"x\">&'\0"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\u{fffd}");
        assert_eq!(
            escaped("10\u{a0}€ \u{9f}\t|\n"),
            "10\u{a0}€ \u{fffd}\t|\n",
            "a space that does not break is no control"
        );
        let json = serde_json::json!({"name": "</script><!--"});
        assert_eq!(json_in_script(&json), "{\"name\":\"\\u003c/script>\\u003c!--\"}");
    }
}
