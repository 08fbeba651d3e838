//! Colours and NL Design System tokens of a house style.
//!
//! Of a token file only custom properties are taken, never rules: a house style cannot hide text, fetch
//! from another host or change the layout.

use std::collections::BTreeMap;

use cssparser::{ParseError, Parser, ParserInput, Token};

use super::findings::{BAD_VALUE, IMAGE_MISSING, PATH_OUTSIDE};
use super::inline;
use super::texts::Place;
use crate::diag::Diagnostic;
use crate::model::Tokens;
use crate::source::SourceTree;
use crate::yaml::Node;
use crate::yaml::Reader;

/// Colours that a municipality can choose.
pub(super) const COLOURS: [&str; 3] = ["primary", "on-primary", "accent"];

/// A colour written as `#rgb` or `#rrggbb`; the result is always `#rrggbb` in lower case.
pub(super) fn colour(node: &Node, reader: &mut Reader) -> Option<String> {
    let text = reader.text(node)?;
    let digits = text.strip_prefix('#').filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
    let full = match digits {
        Some(d) if d.len() == 6 => Some(text.to_ascii_lowercase()),
        Some(d) if d.len() == 3 => Some(
            d.chars().flat_map(|c| [c, c]).fold("#".to_owned(), |s, c| s + &c.to_ascii_lowercase().to_string()),
        ),
        _ => None,
    };
    if full.is_none() {
        let help = "write the colour in quotes as \"#rrggbb\", for example \"#154273\"";
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, format!("`{text}` is not a colour"), help));
    }
    full
}

/// The custom properties of a token file (`.css`, or `.json` with nested `value` or `$value`).
pub(super) fn file(node: &Node, place: Place<'_>, tree: &SourceTree, reader: &mut Reader) -> Option<Tokens> {
    let name = reader.text(node)?;
    let Some(path) = inline::join(place.folder, name) else {
        let help = "put the file beside municipality.yaml and write its name";
        let message = format!("`{name}` leads out of the content folder");
        reader.findings.push(Diagnostic::error(PATH_OUTSIDE, node.span, message, help));
        return None;
    };
    let Some((_, file)) = tree.find(&path) else {
        let help = "put the file beside municipality.yaml and write its name";
        let message = format!("there is no file `{path}`");
        reader.findings.push(Diagnostic::error(IMAGE_MISSING, node.span, message, help));
        return None;
    };
    let text = file.text().unwrap_or_default();
    let properties = if path.ends_with(".json") { from_json(text) } else { Some(from_css(text)) };
    let Some(properties) = properties.filter(|p| !p.is_empty()) else {
        let help = "an NL Design System theme is a .css file with `--utrecht-...: value;`, or the same as .json";
        let message = format!("`{path}` holds no design tokens");
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, message, help));
        return None;
    };
    Some(Tokens { span: node.span, properties })
}

/// Whether a value is safe to write into a style sheet: no address, no second declaration.
fn harmless(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    value.len() <= 500
        && !value.contains(['{', '}', ';', '<', '\\', '@'])
        && !["url(", "image(", "image-set(", "src(", "expression("].iter().any(|word| lower.contains(word))
}

fn keep(properties: &mut BTreeMap<String, String>, name: &str, value: &str) {
    let value = value.trim();
    let named = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if named && !value.is_empty() && harmless(value) {
        properties.insert(name.to_owned(), value.to_owned());
    }
}

fn from_css(text: &str) -> BTreeMap<String, String> {
    let mut properties = BTreeMap::new();
    let mut input = ParserInput::new(text);
    let mut parser = Parser::new(&mut input);
    // Rules such as `:root { ... }` or `.gemeente-theme { ... }`; whole at-rules are passed over, since
    // what holds in the dark or in print only must not hold everywhere.
    let mut at_rule = false;
    while let Ok(token) = parser.next() {
        match token {
            Token::AtKeyword(_) => at_rule = true,
            Token::Semicolon => at_rule = false,
            Token::CurlyBracketBlock => {
                if !at_rule {
                    let _ = parser.parse_nested_block(|block| declarations(block, &mut properties));
                }
                at_rule = false;
            }
            _ => {}
        }
    }
    properties
}

fn declarations<'i>(
    block: &mut Parser<'i, '_>,
    properties: &mut BTreeMap<String, String>,
) -> Result<(), ParseError<'i, ()>> {
    while let Ok(token) = block.next() {
        let Token::Ident(name) = token else { continue };
        let Some(name) = name.strip_prefix("--").map(str::to_owned) else {
            continue;
        };
        if block.expect_colon().is_err() {
            continue;
        }
        let start = block.position();
        let value = block.parse_until_before(cssparser::Delimiter::Semicolon, |value| {
            while value.next_including_whitespace_and_comments().is_ok() {}
            Ok::<_, ParseError<'i, ()>>(value.slice_from(start).to_owned())
        });
        if let Ok(value) = value {
            keep(properties, &name, &value);
        }
    }
    Ok(())
}

fn from_json(text: &str) -> Option<BTreeMap<String, String>> {
    let json: serde_json::Value = serde_json::from_str(text).ok()?;
    let mut properties = BTreeMap::new();
    collect(&json, &mut Vec::new(), &mut properties);
    Some(properties)
}

/// Walks nested tokens; serde_json limits the depth to 128.
fn collect(json: &serde_json::Value, path: &mut Vec<String>, properties: &mut BTreeMap<String, String>) {
    let serde_json::Value::Object(map) = json else {
        if let serde_json::Value::String(value) = json {
            keep(properties, path.join("-").trim_start_matches("--"), value);
        }
        return;
    };
    if let Some(serde_json::Value::String(value)) = map.get("$value").or_else(|| map.get("value")) {
        // A reference such as `{utrecht.color.red}` names another token.
        let css = match value.strip_prefix('{').and_then(|v| v.strip_suffix('}')) {
            Some(name) => format!("var(--{})", name.replace('.', "-")),
            None => value.clone(),
        };
        keep(properties, &path.join("-"), &css);
        return;
    }
    for (key, inner) in map {
        path.push(key.clone());
        collect(inner, path, properties);
        path.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_custom_properties_without_addresses_are_taken() {
        let css = "@import 'x.css'; /* c */ .x-theme { --a-b: #fff; color: red; --u: url(http://x/);\
                   --c: var(--a-b, 3px) ; } @media print { .x-theme { --a-b: #000 } } :root{--d:1}";
        let got: Vec<_> = from_css(css).into_iter().collect();
        let want = [("a-b", "#fff"), ("c", "var(--a-b, 3px)"), ("d", "1")];
        assert_eq!(got, want.map(|(k, v)| (k.to_owned(), v.to_owned())));
    }

    #[test]
    fn json_tokens_are_named_by_their_path() {
        let json =
            r##"{"utrecht": {"link": {"color": {"$value": "{utrecht.blue}"}}, "blue": {"value": "#00f"}}}"##;
        let got: Vec<_> = from_json(json).expect("valid").into_iter().collect();
        let want = [("utrecht-blue", "#00f"), ("utrecht-link-color", "var(--utrecht-blue)")];
        assert_eq!(got, want.map(|(k, v)| (k.to_owned(), v.to_owned())));
    }
}
