//! Hostile texts in every field of a guide that uses all there is: shown as the texts they are, in every file of the
//! site and of the report, or refused with the place. The fields are found by reading the guide, so a new one is among
//! them as soon as the guide in `tests/guides/everything` has it.

mod attacks;
mod fields;
mod output;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use wegwijs::diag::Severity;
use wegwijs::source::{Limits, SourceTree, read_folder};
use wegwijs::{BuildPlan, build, complete, findings, survey};

use crate::bench::{root, shown};
use fields::{Field, Form, fields, written};
use output::{Read, read};

const DAY: Date = date(2026, 11, 22);

/// A guide that uses every key there is.
fn everything() -> SourceTree {
    let folder = |name: &str| read_folder(&root().join("tests/guides").join(name), Limits::default());
    let tree = folder("everything").or_else(&folder("sound"));
    // The lock speaks of other texts.
    crate::bench::without(&tree, |path| path.ends_with(".lock"))
}

/// A text in a field with a number, so that it is known wherever it turns up.
fn marked(n: usize, text: &str) -> String {
    format!("qz{n}x{text}x{n}zq")
}

/// A text as Markdown in which every sign stands for itself.
fn as_letters(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() }).collect()
}

/// Every file of a site and of its report, as it is read.
type Made = BTreeMap<String, Read>;

fn made(tree: &SourceTree) -> Option<Made> {
    let plan = BuildPlan::on(DAY);
    let site = build(tree, &plan).value?;
    let report = survey(tree, &plan, &[]).value?;
    let site = site.iter().map(|(path, bytes)| (path.to_string(), bytes));
    let report = report.iter().map(|(path, bytes)| (format!("report: {path}"), bytes));
    Some(site.chain(report).map(|(path, bytes)| (path.clone(), read(&path, bytes))).collect())
}

/// How the fields of a guide took a hostile text.
struct Taken<'f> {
    made: Made,
    /// The fields that took it, by number, with what was written.
    by: BTreeMap<usize, (&'f Field, String)>,
    /// The fields that refused it, with the code of the finding.
    refused: BTreeMap<usize, &'static str>,
}

/// Writes a text into all fields at once, and takes it out of those that refuse it, as often as more of them turn up:
/// a file that could not be read has no findings about what is in it. A field that refuses signs of Markdown or of
/// facts gets them escaped. Every finding must point at a field that the text is in.
fn taken<'f>(tree: &SourceTree, all: &'f [Field], text: &str) -> Taken<'f> {
    let mut by: BTreeMap<usize, (&Field, String)> =
        all.iter().enumerate().map(|(i, field)| (i, (field, marked(i, text)))).collect();
    let mut refused = BTreeMap::new();
    for _round in 0..12 {
        let now = written(tree, &by.values().cloned().collect::<Vec<_>>());
        let found = findings(&now.tree, &BuildPlan::on(DAY));
        let places: BTreeMap<usize, _> = by.keys().copied().zip(now.places).collect();
        let whole = complete(&now.tree);
        let mut hit = BTreeMap::new();
        let errors: Vec<_> = found.into_iter().filter(|f| f.severity == Severity::Error).collect();
        for finding in &errors {
            let text = shown(std::slice::from_ref(finding), &now.tree);
            let span = finding.span.unwrap_or_else(|| panic!("a finding without a place:\n{text}"));
            let path = &whole.file(span.file).path;
            let at = |i: &usize| {
                let place = &places[i];
                *by[i].0.file == **path && place.start <= span.start as usize && span.start as usize <= place.end
            };
            if let Some(i) = by.keys().copied().find(at) {
                hit.entry(i).or_insert(finding.code);
            }
        }
        if errors.is_empty() {
            return Taken { made: made(&now.tree).expect("nothing is wrong"), by, refused };
        }
        // What is left are findings about what the hostile text did elsewhere, which come to an end with it.
        assert!(!hit.is_empty(), "findings that are not where the text is:\n{}", shown(&errors, &now.tree));
        for (i, code) in hit {
            let (field, now) = by.remove(&i).expect("it was hit");
            let escaped = marked(i, &as_letters(text));
            if field.form != Form::Key && now != escaped {
                by.insert(i, (field, escaped));
            } else {
                refused.insert(i, code);
            }
        }
    }
    panic!("there is no end to what is refused")
}

/// What is left of a text after cleaning, which programs may do in different ways.
fn core(text: &str) -> String {
    let signs = |c: char| matches!(c, '\u{61c}' | '\u{200b}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    let free = |c: char| matches!(c, '\u{fdd0}' | '\u{fdd1}' | '\u{fffd}'..='\u{ffff}' | '\u{1ffff}');
    let lost = |c: char| c.is_whitespace() || c.is_control() || signs(c) || free(c);
    text.chars().filter(|c| !lost(*c)).collect()
}

/// The numbers of the fields whose text stands in the files, whole each time it begins; and where it does not.
fn found(files: &Made, text: &str) -> (BTreeSet<usize>, Vec<String>) {
    let text = core(text);
    let (mut found, mut cut) = (BTreeSet::new(), Vec::new());
    for (path, read) in files {
        for said in read.texts.iter().map(|said| core(said)) {
            for (at, _) in said.match_indices("qz") {
                let rest = &said[at + 2..];
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                let Ok(n) = rest[..digits].parse() else { continue };
                if rest[digits..].starts_with(&format!("x{text}x{n}zq")) {
                    found.insert(n);
                } else if !path.contains("search-") {
                    // The index of the search holds single words too.
                    cut.push(format!("{path}: {}", said[at..].chars().take(150).collect::<String>()));
                }
            }
        }
    }
    (found, cut)
}

/// Whether all signs that turn direction are ended in the text, and end something.
fn settled(text: &str) -> bool {
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202c}' | '\u{2069}' if open.pop() != Some(c) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

/// What a file has that the same file with harmless texts does not have, or the other way around.
fn misshapen(path: &str, shape: &[String], harmless: &[String]) -> Option<String> {
    let at = |i: usize| (shape.get(i), harmless.get(i));
    let longest = shape.len().max(harmless.len());
    let differs = (0..longest).map(at).find(|(now, before)| now != before)?;
    // How hard the texts are to read decides where this page of the report puts its stress.
    let all = |shape: &[String]| shape.iter().cloned().collect::<BTreeSet<String>>();
    let stress = path == "report: readability.html" && all(shape) == all(harmless);
    (!stress).then(|| format!("{path} has {:?} instead of {:?}", differs.0, differs.1))
}

/// What is wrong in the files of a guide with a hostile text in its fields.
fn faults(taken: &Taken<'_>, harmless: &Made, text: &str) -> Vec<String> {
    let files = &taken.made;
    let mut faults = Vec::new();
    // Assets are named after what they hold.
    let paths = |made: &Made| made.keys().filter(|path| !path.contains("assets/")).cloned().collect::<Vec<_>>();
    assert_eq!(paths(files), paths(harmless), "the same files");
    for (path, read) in files {
        faults.extend(read.faults.iter().map(|fault| format!("{path} {fault}")));
        let turned = read.apart.iter().filter(|text| !settled(text));
        faults.extend(turned.map(|text| format!("{path} is turned around by {text:?}")));
        faults.extend(harmless.get(path).and_then(|other| misshapen(path, &read.shape, &other.shape)));
    }
    let (found, cut) = found(files, text);
    faults.extend(cut);
    let lost = taken.by.iter().filter(|(i, _)| !found.contains(i));
    faults.extend(lost.map(|(_, (field, _))| format!("{}{NOWHERE}", field.full())));
    faults
}

/// Writes a text into the fields, and says what is wrong in what comes of it; what refused it is returned. Fields that
/// `hidden` picks are shown to nobody.
fn tried(
    tree: &SourceTree,
    all: &[Field],
    text: &str,
    hidden: impl Fn(&str) -> bool,
) -> BTreeMap<String, &'static str> {
    let hostile = taken(tree, all, text);
    let kept: Vec<(&Field, String)> =
        hostile.by.iter().map(|(i, (field, _))| (*field, marked(*i, "word"))).collect();
    let harmless = made(&written(tree, &kept).tree).expect("a sound guide");
    let mut faults = faults(&hostile, &harmless, text);
    faults.retain(|fault| !fault.strip_suffix(NOWHERE).is_some_and(&hidden));
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), first(&faults));
    hostile.refused.into_iter().map(|(i, code)| (all[i].full(), code)).collect()
}

/// As much of a list as somebody reads.
fn first(faults: &[String]) -> String {
    faults.iter().take(40).map(|fault| fault.chars().take(300).collect::<String>() + "\n").collect()
}

/// The values of the guide and the letters of its texts.
fn values(tree: &SourceTree) -> Vec<Field> {
    let mut all = fields(tree, |path| path.starts_with("content/"));
    all.retain(|field| field.form != Form::Key);
    assert!(all.len() > 480, "{} fields", all.len());
    all
}

const NOWHERE: &str = " is shown nowhere";

/// References to laws are shown in the source language everywhere.
fn of_law(field: &str) -> bool {
    field.starts_with("content/laws.yaml: ") && field.contains(".name.") && !field.ends_with(".nl")
}

/// Whether a field holds words, by its name alone: those in a language, and all below `nl.md` and its translations.
fn holds_words(field: &str) -> bool {
    let named = [".nl", ".en", ".ar", ".name", ".source", ".street", ".postcode", ".place", ": name"];
    field.contains(".md: ") || named.iter().any(|end| field.ends_with(end)) || field.contains(".hours.")
}

const MARKUP: &str = "\"'><script>alert(1)</script><img/src=x/onerror=y>]]>&amp;&#60;b&gt;<!--\u{e000}0\u{e001}";
const CONTROLS: &str =
    "\0\u{1}\u{8}\u{b}\u{1b}c\u{7f}\u{85}\u{9f}\u{2028}\u{2029}\u{fdd0}0\u{fdd1}\u{fffe}\u{1ffff}";
const TURNING: &str = "\u{202e}\u{2067}\u{202d}a\u{2069}\u{2069}\u{202c}\u{202c}\u{2066}b\u{61c}\u{200f}";
const TEMPLATES: &str = "{{ 7*7 }}{% set x = 1 %}${x}{norm}";

#[test]
fn markup_is_shown_as_text() {
    let tree = everything();
    let refused = tried(&tree, &values(&tree), MARKUP, of_law);
    let words: Vec<&String> = refused.keys().filter(|field| holds_words(field)).collect();
    assert!(words.is_empty(), "all words can hold any sign: {words:#?}");
    assert!(refused.len() < 150, "{refused:#?}");
}

#[test]
fn what_turns_direction_turns_its_own_text_alone() {
    let tree = everything();
    let refused = tried(&tree, &values(&tree), TURNING, of_law);
    let words: Vec<&String> = refused.keys().filter(|field| holds_words(field)).collect();
    assert!(words.is_empty(), "{words:#?}");
}

/// Names are used as they stand, so they refuse what has no form; running text shows a sign in its place.
#[test]
fn what_has_no_form_is_replaced_or_refused() {
    let tree = everything();
    let refused = tried(&tree, &values(&tree), CONTROLS, of_law);
    let running =
        |field: &&String| field.contains(".md: ") || field.contains(".label.") || field.contains("explanation");
    let words: Vec<&String> = refused.keys().filter(running).collect();
    assert!(words.is_empty(), "{words:#?}");
}

/// Braces are facts: a text says how they are written as such, and a title refuses them.
#[test]
fn templates_in_texts_are_texts() {
    let tree = everything();
    let refused = tried(&tree, &values(&tree), TEMPLATES, of_law);
    let words = refused.iter().filter(|(field, _)| holds_words(field));
    let other: Vec<_> = words.filter(|(_, code)| **code != "fact-syntax").collect();
    assert!(other.is_empty(), "{other:#?}");
    assert!(!refused.contains_key("content/rules/money/car/nl.md: answer"), "running text can hold braces");
}

#[test]
fn keys_are_refused() {
    let tree = everything();
    let mut keys = fields(&tree, |path| path.starts_with("content/"));
    keys.retain(|field| field.form == Form::Key);
    assert!(keys.len() > 500, "{} keys", keys.len());
    for text in [MARKUP, CONTROLS] {
        let refused = tried(&tree, &keys, text, |_| false);
        assert_eq!(refused.len(), keys.len(), "no key of a guide can be just anything");
    }
}

/// Messages of the interface, and what a language and a theme say of themselves. A word list is shown to nobody.
#[test]
fn languages_and_themes_are_no_way_in() {
    let tree = complete(&everything());
    let of_locale = |path: &str| path.starts_with("locales/") || path.ends_with("/theme.yaml");
    let mut all = fields(&tree, of_locale);
    all.retain(|field| field.form == Form::Value);
    let unseen = |field: &str| !field.contains("locale.yaml: name") && !field.contains("locale.yaml: money");
    let refused = tried(&tree, &all, MARKUP, unseen);
    assert!(!refused.contains_key("locales/nl/locale.yaml: name"), "a name can hold any sign");
    let messages = fields::messages(&tree);
    for text in [MARKUP, TURNING] {
        let said = |text: &str| {
            let more = messages.iter().enumerate();
            let more: Vec<_> = more.map(|(i, field)| (field, fields::literal(&marked(i, text)))).collect();
            made(&written(&tree, &more).tree).expect("a sound guide")
        };
        let by = messages.iter().enumerate().map(|(i, field)| (i, (field, String::new()))).collect();
        let hostile = Taken { made: said(text), by, refused: BTreeMap::new() };
        let (hidden, faults): (Vec<_>, Vec<_>) =
            faults(&hostile, &said("word"), text).into_iter().partition(|fault| fault.ends_with(NOWHERE));
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), first(&faults));
        // Not every case of every message comes up in one guide.
        assert!(hidden.len() < messages.len() / 2, "{} of {}: {hidden:#?}", hidden.len(), messages.len());
    }
}
