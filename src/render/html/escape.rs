//! Escaping, by where a text goes.

/// Adds text as the content of an element or of a quoted attribute.
pub(super) fn html(text: &str, out: &mut String) {
    let mut rest = text;
    let special =
        |c: char| matches!(c, '&' | '<' | '>' | '"' | '\'') || (c.is_control() && c != '\n' && c != '\t');
    while let Some(at) = rest.find(special) {
        out.push_str(&rest[..at]);
        let after = rest[at..].chars().next().map_or(1, char::len_utf8);
        out.push_str(match &rest[at..at + after] {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            "'" => "&#39;",
            // Control characters cannot stand in HTML in any form.
            _ => "\u{fffd}",
        });
        rest = &rest[at + after..];
    }
    out.push_str(rest);
}

/// Text as the content of an element or of a quoted attribute.
pub(in crate::render) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    html(text, &mut out);
    out
}

/// JSON that can stand inside a `script` element: no `<`, so that nothing can end the element.
pub(super) fn json_in_script(json: &serde_json::Value) -> String {
    let text = json.to_string();
    text.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_what_it_stands_in() {
        assert_eq!(escaped("<a href=\"x\">&'\0"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\u{fffd}");
        let json = serde_json::json!({"name": "</script><!--"});
        assert_eq!(json_in_script(&json), "{\"name\":\"\\u003c/script>\\u003c!--\"}");
    }
}
