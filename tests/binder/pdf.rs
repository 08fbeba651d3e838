//! Reading a PDF: objects and tags by lopdf, text and pictures by poppler.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::Command;

use lopdf::{Dictionary, Document, Object};

/// A structure element: its standard type, its language, and what is below it.
#[derive(Debug, Clone)]
pub(super) struct Tag {
    pub(super) kind: String,
    pub(super) lang: Option<String>,
    pub(super) alt: Option<String>,
    pub(super) children: Vec<Tag>,
}

impl Tag {
    /// This element and all below it, in reading order.
    pub(super) fn all(&self) -> Vec<&Tag> {
        std::iter::once(self).chain(self.children.iter().flat_map(Tag::all)).collect()
    }
}

/// A PDF that is open for reading.
pub(super) struct Pdf {
    pub(super) document: Document,
    bytes: Vec<u8>,
}

impl Pdf {
    pub(super) fn open(bytes: &[u8]) -> Self {
        Pdf { document: Document::load_mem(bytes).expect("a PDF"), bytes: bytes.to_vec() }
    }

    pub(super) fn catalog(&self) -> &Dictionary {
        self.document.catalog().expect("a catalog")
    }

    /// Follows a reference.
    pub(super) fn at<'d>(&'d self, object: &'d Object) -> &'d Object {
        self.document.dereference(object).map_or(object, |(_, object)| object)
    }

    pub(super) fn entry<'d>(&'d self, dictionary: &'d Dictionary, key: &str) -> Option<&'d Object> {
        dictionary.get(key.as_bytes()).ok().map(|object| self.at(object))
    }

    pub(super) fn text_of(&self, dictionary: &Dictionary, key: &str) -> Option<String> {
        lopdf::decode_text_string(self.entry(dictionary, key)?).ok()
    }

    /// The tag tree.
    pub(super) fn tags(&self) -> Tag {
        let root = self.entry(self.catalog(), "StructTreeRoot").and_then(|o| o.as_dict().ok()).expect("tags");
        let map = self.entry(root, "RoleMap").and_then(|o| o.as_dict().ok());
        let roles =
            map.map(|map| map.iter().filter_map(|(k, v)| Some((name(k), name(v.as_name().ok()?)))).collect());
        let roles: BTreeMap<String, String> = roles.unwrap_or_default();
        Tag { kind: "Root".to_owned(), lang: None, alt: None, children: self.children(root, &roles) }
    }

    fn children(&self, of: &Dictionary, roles: &BTreeMap<String, String>) -> Vec<Tag> {
        let Some(kids) = self.entry(of, "K") else { return Vec::new() };
        let one = std::slice::from_ref(kids);
        let kids = kids.as_array().map_or(one, Vec::as_slice);
        let below = kids.iter().filter_map(|kid| self.at(kid).as_dict().ok());
        below
            .filter(|kid| kid.has(b"S"))
            .map(|kid| {
                let kind = self.entry(kid, "S").and_then(|s| s.as_name().ok()).map(name).unwrap_or_default();
                Tag {
                    kind: roles.get(&kind).cloned().unwrap_or(kind),
                    lang: self.text_of(kid, "Lang"),
                    alt: self.text_of(kid, "Alt"),
                    children: self.children(kid, roles),
                }
            })
            .collect()
    }

    /// Titles of bookmarks at the top level.
    pub(super) fn bookmarks(&self) -> Vec<String> {
        let outlines = self.entry(self.catalog(), "Outlines").and_then(|o| o.as_dict().ok());
        let mut titles = Vec::new();
        let mut next = outlines.and_then(|outlines| self.entry(outlines, "First"));
        while let Some(item) = next.and_then(|o| o.as_dict().ok()) {
            titles.extend(self.text_of(item, "Title"));
            next = self.entry(item, "Next");
        }
        titles
    }

    /// The text as poppler reads it, page after page.
    pub(super) fn text(&self) -> String {
        String::from_utf8(poppler("pdftotext", &["-", "-"], &self.bytes)).expect("UTF-8")
    }

    /// Each page as a grey picture of so many dots an inch: width, and a row of dots after the other.
    pub(super) fn pictures(&self, dots: u32) -> Vec<(usize, Vec<u8>)> {
        let all = poppler("pdftoppm", &["-gray", "-r", &dots.to_string(), "-"], &self.bytes);
        let mut pictures = Vec::new();
        let mut rest = all.as_slice();
        while !rest.is_empty() {
            // "P5", width, height, 255, each followed by one white space (netpbm, PGM).
            let ends: Vec<usize> =
                rest.iter().enumerate().filter(|(_, b)| b.is_ascii_whitespace()).map(|(i, _)| i).take(4).collect();
            let field = |i: usize| {
                let start = if i == 0 { 0 } else { ends[i - 1] + 1 };
                std::str::from_utf8(&rest[start..ends[i]]).expect("a number").to_owned()
            };
            assert_eq!(field(0), "P5");
            let (width, height): (usize, usize) =
                (field(1).parse().expect("width"), field(2).parse().expect("height"));
            let start = ends[3] + 1;
            pictures.push((width, rest[start..start + width * height].to_vec()));
            rest = &rest[start + width * height..];
        }
        pictures
    }
}

fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether poppler's programs are there; `tests/run` installs them and asks for them.
pub(super) fn has_poppler() -> bool {
    let there = Command::new("pdftotext").arg("-v").output().is_ok();
    assert!(there || std::env::var_os("WEGWIJS_TOOLS").is_none(), "pdftotext is installed (poppler-utils)");
    if !there {
        eprintln!("skipped: pdftotext is not installed (poppler-utils)");
    }
    there
}

fn poppler(program: &str, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(input).expect("written");
    let path = file.path().to_str().expect("a path");
    let arguments = arguments
        .iter()
        .enumerate()
        .map(|(i, a)| if *a == "-" && !arguments[..i].contains(&"-") { path } else { a });
    let output = Command::new(program).args(arguments).output().expect("poppler runs");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
