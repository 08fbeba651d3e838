//! What stands in the files of a site, as the programs read it that they are for.

use html5gum::{DefaultEmitter, Token, Tokenizer};
use serde_json::Value;

/// A file as it is read.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Elements with the names of their attributes, in order, without those that only isolate a text's direction.
    pub(super) shape: Vec<String>,
    /// Texts that are shown or spoken as one: a page's words, an attribute, a string of data.
    pub(super) texts: Vec<String>,
    /// Pieces between which no text can turn another around: blocks, isolated words, attributes.
    pub(super) apart: Vec<String>,
    /// Why the programs that the file is for would not read it as it was meant.
    pub(super) faults: Vec<String>,
}

/// Elements inside a line, through which the direction of one text reaches the next.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "cite", "data", "dfn", "em", "i", "label", "mark", "q", "small", "span", "strong", "sub",
    "sup", "svg", "time", "u", "wbr",
];
const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// Reads one file by its ending.
pub(super) fn read(path: &str, bytes: &[u8]) -> Read {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is UTF-8"));
    let mut read = Read::default();
    if let Some(odd) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        read.faults.push(format!("holds U+{:04X}", u32::from(odd)));
    }
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => page(text, &mut read),
        "json" | "jsonld" => json(text, &mut read),
        "xml" => xml(text, &mut read),
        "js" => {
            // The index of the search: an assignment of JSON.
            if let Some(data) = text.strip_prefix("wegwijs.index=").and_then(|text| text.strip_suffix(";\n")) {
                if text.contains(['<', '\u{2028}', '\u{2029}']) {
                    read.faults.push("can end its script".to_owned());
                }
                json(data, &mut read);
            }
        }
        "css" | "svg" | "txt" => {}
        other => panic!("{path}: nobody looks into .{other}"),
    }
    read
}

fn json(text: &str, read: &mut Read) {
    match serde_json::from_str(text) {
        Ok(value) => strings(&value, read),
        Err(error) => read.faults.push(format!("not JSON: {error}")),
    }
}

fn strings(value: &Value, read: &mut Read) {
    match value {
        Value::String(text) => {
            read.texts.push(text.clone());
            read.apart.push(text.clone());
        }
        Value::Array(all) => all.iter().for_each(|value| strings(value, read)),
        Value::Object(all) => all.iter().for_each(|(key, value)| {
            read.shape.push(key.clone());
            strings(value, read);
        }),
        _ => {}
    }
}

fn xml(text: &str, read: &mut Read) {
    let tree = match roxmltree::Document::parse(text) {
        Ok(tree) => tree,
        Err(error) => return read.faults.push(format!("not XML: {error}")),
    };
    for node in tree.descendants() {
        let names: Vec<&str> = node.attributes().map(|attribute| attribute.name()).collect();
        if node.is_element() {
            read.shape.push(format!("{} {}", node.tag_name().name(), names.join(" ")));
        }
        let html = |node: &roxmltree::Node<'_, '_>| node.attribute("type") == Some("html");
        let texts = node.text().filter(|_| node.is_text() && !node.parent().is_some_and(|parent| html(&parent)));
        for text in texts.into_iter().chain(node.attributes().map(|attribute| attribute.value())) {
            read.texts.push(text.to_owned());
            read.apart.push(text.to_owned());
        }
        // What a feed reader shows is a page in the page.
        if html(&node) {
            page(node.text().unwrap_or_default(), read);
        }
    }
}

fn page(html: &str, read: &mut Read) {
    let mut words = String::new();
    let mut open: Vec<(String, Option<String>)> = vec![("#page".to_owned(), Some(String::new()))];
    let mut script = String::new();
    // Scripts and titles are read by rules of their own.
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let mut names = Vec::new();
                for (key, value) in &tag.attributes {
                    names.push(String::from_utf8_lossy(key).into_owned());
                    let value = String::from_utf8_lossy(&value.value).into_owned();
                    read.texts.push(value.clone());
                    read.apart.push(value);
                }
                if name != "bdi" && !(name == "span" && names == ["dir", "lang"]) {
                    read.shape.push(format!("{name} {}", names.join(" ")));
                }
                let alone = !INLINE.contains(&name.as_str()) || names.iter().any(|name| name == "dir");
                if !VOID.contains(&name.as_str()) && !tag.self_closing {
                    open.push((name, alone.then(String::new)));
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let (opened, apart) = open.pop().unwrap_or_default();
                if opened != name {
                    read.faults.push(format!("</{name}> ends <{opened}>"));
                }
                let script = std::mem::take(&mut script);
                if !script.is_empty() {
                    json(&script, read);
                }
                read.apart.extend(apart);
            }
            Token::String(text) => {
                let text = String::from_utf8_lossy(&text).into_owned();
                if open.last().is_some_and(|(name, _)| name == "script") {
                    script.push_str(&text);
                    continue;
                }
                let apart = open.iter_mut().rev().find_map(|(_, apart)| apart.as_mut());
                apart.expect("the page itself").push_str(&text);
                words.push_str(&text);
            }
            Token::Comment(_) => read.shape.push("comment".to_owned()),
            Token::Doctype(_) => read.shape.push("doctype".to_owned()),
            Token::Error(error) => read.faults.push(format!("not HTML: {error:?}")),
        }
    }
    if open.len() != 1 {
        read.faults.push(format!("{:?} is not closed", open.last()));
    }
    read.apart.extend(open.pop().and_then(|(_, apart)| apart));
    read.texts.push(words);
}
