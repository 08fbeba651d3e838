//! Any text in any field comes out as text: the page has the elements, attributes and scripts that it has with a
//! harmless word in that field, and where that word stood stands the text.
//!
//! The first line of the input names the field (see `FIELDS`), the rest is the text.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use wegwijs::output::OutputTree;
use wegwijs::source::{has_no_form, settled};

use super::around::{dutch_with, made, text, text_of};
use super::held;
use super::markdown::quoted;
use super::page::{Page, Part};

/// How a field is written.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Letter by letter.
    Plain,
    /// Running text, in which some signs have a meaning.
    Running,
    /// Running text that does not stand in YAML.
    Body,
}

/// A field: its name, its file, the text that is replaced there, and how it is written.
type Field = (&'static str, &'static str, &'static str, Kind);

const CAR: &str = "content/rules/possessions/car/nl.md";
const SITE: &str = "content/site.yaml";
const CHAPTER: &str = "content/rules/possessions/chapter.yaml";
const DUINRODE: &str = "content/municipalities/duinrode/municipality.yaml";

const FIELDS: [Field; 26] = [
    ("about", DUINRODE, "Gratis hulp van iemand die niet bij de gemeente werkt.", Kind::Running),
    ("alternative", CAR, "Een auto met een geel kenteken", Kind::Body),
    (
        "answer",
        CAR,
        "\"Een auto mag. Krijgt u een andere? Meld dat binnen {report-within:after}.\"",
        Kind::Running,
    ),
    ("cell", CAR, "Auto   ", Kind::Body),
    ("chapter", CHAPTER, "Geld en spullen", Kind::Plain),
    ("description", SITE, "Een kleine wegwijzer, waarmee de proeven van dit programma werken.", Kind::Running),
    ("emphasis", CAR, "Waarom", Kind::Body),
    ("explanation", "content/glossary.yaml", "Alles wat u heeft en dat geld waard is.", Kind::Running),
    ("fact", "content/facts.yaml", "Grens voor een alleenstaande", Kind::Plain),
    ("heading", CAR, "Waarom moet ik dit melden?", Kind::Body),
    ("introduction", CHAPTER, "Hier leest u wat u mag hebben.", Kind::Running),
    ("law", "content/laws.yaml", "Participatiewet", Kind::Plain),
    ("life-event", "content/situations.yaml", "Ik heb een auto", Kind::Plain),
    ("link", CAR, "uw spaargeld", Kind::Body),
    ("meaning", CAR, "Bel ons. Vertel wat de auto waard is.", Kind::Running),
    ("note", "content/rules/possessions/savings/rule.yaml", "De grens is hoger.", Kind::Running),
    ("organisation", DUINRODE, "Team Inkomen", Kind::Plain),
    (
        "own-proof",
        "content/municipalities/duinrode/rules/possessions/car/nl.md",
        "Bewaar de koopbon een jaar.",
        Kind::Running,
    ),
    ("site", SITE, "Kleine wegwijzer", Kind::Running),
    ("situation", CAR, "U koopt een andere auto.", Kind::Running),
    ("step", CAR, "Zoek op wat de auto waard is.", Kind::Running),
    ("support", DUINRODE, "Huis van de Buurt", Kind::Plain),
    ("text", CAR, "Een auto telt mee bij", Kind::Body),
    ("tip", "content/rules/possessions/savings/nl.md", "Weet u het niet zeker?", Kind::Body),
    ("title", CAR, "Een andere auto", Kind::Plain),
    ("word", "content/glossary.yaml", "vermogen, en", Kind::Plain),
];

/// A word that stands nowhere else.
const HARMLESS: &str = "Appelpit";

/// Takes a text for one field.
pub fn escaping(data: &[u8]) {
    let input = text(data);
    let Some((name, input)) = input.split_once('\n') else { return };
    let Some(field) = FIELDS.iter().find(|(known, ..)| *known == name) else { return };
    // Where a line ends is for the target `markdown`; long descriptions are cut off.
    let input: String = input.replace(['\n', '\t', '\r'], " ").chars().take(90).collect();
    // Lists go by title: the changed rule stays the first.
    let input = if *name == *"title" { format!("A{}", input.trim()) } else { input.trim().to_owned() };
    let input = input.as_str();
    if input.is_empty() {
        return;
    }
    let made = made(&with(field, input), &["nl"]);
    held::holds(&made);
    let Some(site) = made.site else { return };
    // Characters without a form of their own are shown by a sign.
    let shown = settled(input).replace(|c: char| c.is_control() || has_no_form(c), "\u{fffd}");
    let site = Read::of(&site);
    let harmless = harmless(field);
    let paths: [Vec<&String>; 2] = [site.pages.keys().collect(), harmless.pages.keys().collect()];
    assert_eq!(paths[0], paths[1], "the same pages");
    for ((path, page), harmless) in site.pages.iter().zip(harmless.pages.values()) {
        same_page(path, page, harmless, &shown);
    }
    for ((path, value), harmless) in site.values.iter().zip(harmless.values.values()) {
        same_value(path, value, harmless, &shown);
    }
    for ((path, names), harmless) in site.elements.iter().zip(harmless.elements.values()) {
        assert_eq!(names, harmless, "{path} has the same elements");
    }
}

/// The small guide with a text in a field.
fn with(field: &Field, text: &str) -> wegwijs::source::SourceTree {
    let (name, path, instead, kind) = *field;
    let literal =
        || text.chars().flat_map(|c| [Some('\\').filter(|_| c.is_ascii_punctuation()), Some(c)]).flatten();
    let written = match kind {
        Kind::Plain => quoted(text),
        Kind::Running => quoted(&literal().collect::<String>()),
        Kind::Body => literal().collect(),
    };
    let written = match name {
        "word" => format!("{written}, en"),
        "emphasis" => format!("*{written}*"),
        _ => written,
    };
    let text = text_of(path);
    assert!(text.contains(instead), "{path} holds {instead}");
    dutch_with([(path, text.replacen(instead, &written, 1))])
}

/// A site as other programs read it.
struct Read {
    pages: BTreeMap<String, Page>,
    values: BTreeMap<String, Value>,
    elements: BTreeMap<String, Vec<String>>,
}

impl Read {
    fn of(site: &OutputTree) -> Read {
        let mut read = Read { pages: BTreeMap::new(), values: BTreeMap::new(), elements: BTreeMap::new() };
        for (path, bytes) in site.iter() {
            let (path, text) = (path.as_str().to_owned(), String::from_utf8_lossy(bytes));
            match path.rsplit('.').next() {
                Some("html") => drop(read.pages.insert(path, Page::of(&text))),
                Some("json" | "jsonld") => {
                    drop(read.values.insert(path, serde_json::from_str(&text).expect("held::site has read it")));
                }
                Some("xml") => {
                    let document = roxmltree::Document::parse(&text).expect("held::site has read it");
                    let elements = document.descendants().filter(roxmltree::Node::is_element);
                    let names = elements.map(|element| element.tag_name().name().to_owned());
                    read.elements.insert(path, names.collect());
                }
                _ => {}
            }
        }
        read
    }
}

/// The site with a harmless word in a field.
fn harmless(field: &Field) -> &'static Read {
    static KNOWN: Mutex<BTreeMap<&str, &'static Read>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(field.0).or_insert_with(|| {
        let site = made(&with(field, HARMLESS), &["nl"]).site.expect("a sound guide");
        let said = site.iter().any(|(_, bytes)| bytes.windows(HARMLESS.len()).any(|at| at == HARMLESS.as_bytes()));
        assert!(said, "the field {} is shown", field.0);
        Box::leak(Box::new(Read::of(&site)))
    })
}

fn same_page(path: &str, page: &Page, harmless: &Page, shown: &str) {
    assert_eq!(page.parts.len(), harmless.parts.len(), "{path} has the same parts: {:?}", page.parts);
    for (part, harmless) in page.parts.iter().zip(&harmless.parts) {
        match (part, harmless) {
            (Part::Text(text), Part::Text(harmless)) if harmless.starts_with("{\"@context\"") => {
                let [value, harmless] = [text, harmless].map(|json| serde_json::from_str(json).expect("JSON-LD"));
                same_value(path, &value, &harmless, shown);
            }
            (Part::Text(text), Part::Text(harmless)) => assert_eq!(even(text), put(harmless, shown), "{path}"),
            (Part::Element(name, attributes), Part::Element(same, harmless)) => {
                let names =
                    |all: &[(String, String)]| all.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
                assert_eq!((name, names(attributes)), (same, names(harmless)), "{path}");
                for ((key, value), (_, harmless)) in attributes.iter().zip(harmless) {
                    // Its length decides what is added to it; names of files hold a hash of what is in them.
                    let free = name == "meta" || value.contains("assets/search-");
                    assert!(
                        free || even(value) == put(harmless, shown),
                        "{path}: {key} is {value} and not {harmless}"
                    );
                }
            }
            (part, harmless) => assert_eq!(part, harmless, "{path}"),
        }
    }
}

/// Every run of white space as one space.
fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text in place of the harmless word.
fn put(text: &str, shown: &str) -> String {
    even(&text.replace(HARMLESS, shown))
}

/// The same value but for the text. The length of a description decides what is added to it.
fn same_value(path: &str, value: &Value, harmless: &Value, shown: &str) {
    match (value, harmless) {
        (Value::String(text), Value::String(harmless)) => assert_eq!(even(text), put(harmless, shown), "{path}"),
        (Value::Array(items), Value::Array(harmless)) => {
            assert_eq!(items.len(), harmless.len(), "{path} has as many items: {items:?}");
            items.iter().zip(harmless).for_each(|(item, harmless)| same_value(path, item, harmless, shown));
        }
        (Value::Object(map), Value::Object(harmless)) => {
            assert!(map.keys().eq(harmless.keys()), "{path} has the same keys: {map:?}");
            let pairs = map.iter().zip(harmless.values()).filter(|((key, _), _)| *key != "description");
            pairs.for_each(|((_, value), harmless)| same_value(path, value, harmless, shown));
        }
        _ => assert_eq!(value, harmless, "{path}"),
    }
}
