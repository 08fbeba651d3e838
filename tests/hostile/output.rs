//! What stands in the files of a site, as the programs read it that they are for.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
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
    for token in tokens(html) {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let name = tag.name.to_string();
                let mut names = Vec::new();
                for attribute in &tag.attrs {
                    names.push(attribute.name.local.to_string());
                    let value = attribute.value.to_string();
                    read.texts.push(value.clone());
                    read.apart.push(value);
                }
                names.sort_unstable();
                if name != "bdi" && !(name == "span" && names == ["dir", "lang"]) {
                    read.shape.push(format!("{name} {}", names.join(" ")));
                }
                let alone = !INLINE.contains(&name.as_str()) || names.iter().any(|name| name == "dir");
                if !VOID.contains(&name.as_str()) && !tag.self_closing {
                    open.push((name, alone.then(String::new)));
                }
            }
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
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
            Token::CharacterTokens(text) => {
                if open.last().is_some_and(|(name, _)| name == "script") {
                    script.push_str(&text);
                    continue;
                }
                let apart = open.iter_mut().rev().find_map(|(_, apart)| apart.as_mut());
                apart.expect("the page itself").push_str(&text);
                words.push_str(&text);
            }
            Token::CommentToken(_) => read.shape.push("comment".to_owned()),
            Token::DoctypeToken(_) => read.shape.push("doctype".to_owned()),
            Token::ParseError(error) => read.faults.push(format!("not HTML: {error}")),
            Token::NullCharacterToken => read.faults.push("holds NUL".to_owned()),
            Token::EOFToken => {}
        }
    }
    if open.len() != 1 {
        read.faults.push(format!("{:?} is not closed", open.last()));
    }
    read.apart.extend(open.pop().and_then(|(_, apart)| apart));
    read.texts.push(words);
}

/// The tokens of a page, with every fault that the HTML standard names. Not the tree that browsers make of them, which
/// mends what is closed wrongly.
fn tokens(html: &str) -> Vec<Token> {
    let options = TokenizerOpts { exact_errors: true, discard_bom: false, ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(Tokens::default(), options);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&input);
    assert!(input.is_empty(), "nothing stops it on the way");
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Tokens(RefCell<Vec<Token>>);

impl TokenSink for Tokens {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let next = match &token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => after(tag),
            _ => TokenSinkResult::Continue,
        };
        self.0.borrow_mut().push(token);
        next
    }
}

/// Scripts and titles are read by rules of their own.
fn after(tag: &Tag) -> TokenSinkResult<()> {
    match &*tag.name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
        "iframe" | "noembed" | "noframes" | "style" | "xmp" => TokenSinkResult::RawData(RawKind::Rawtext),
        _ => TokenSinkResult::Continue,
    }
}

#[test]
fn the_faults_of_a_page_are_seen() {
    let pages = [
        "<p title=a\"b></p>",
        "<p title='a' title='b'></p>",
        "<p title='a'lang='b'></p>",
        "<p></p title='a'>",
        "<p title=></p>",
        "<p title='a",
        "<p>a < b</p>",
        "<p>&lt</p>",
        "<p>&#1;</p>",
        "<p>&nothing;</p>",
        "<p>\u{fdd0}</p>",
        "<!-- a --!><p></p>",
        "<!-- a",
        "<?a?>",
        "<p><b></p></b>",
        "<p>",
        "<title>a",
    ];
    let unseen: Vec<_> = pages.iter().filter(|page| read("a.html", page.as_bytes()).faults.is_empty()).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
    assert!(read("a.html", "<title><b></title><p title='&lt;'>a &amp; b</p>".as_bytes()).faults.is_empty());
}
