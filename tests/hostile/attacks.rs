//! Files made to exhaust or confuse what reads them: each is a finding in the file, soon.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use wegwijs::diag::{Diagnostic, Severity};
use wegwijs::load::load;
use wegwijs::source::{Limits, SourceTree, read_folder};
use wegwijs::{BuildPlan, complete, findings};

use super::fields::{Field, Form, fields, written};
use super::{DAY, everything, values};
use crate::bench::{shown, with};

/// Far more than any of this takes in a build for tests on a busy machine, and far less than what grows with the
/// square of a megabyte.
const SOON: Duration = Duration::from_secs(30);

/// The whole of a file, or of the part of a text that is YAML.
fn whole(path: &str, yaml: &str) -> String {
    if path.ends_with(".md") { format!("---\n{yaml}\n---\nTekst.\n") } else { yaml.to_owned() }
}

/// The files in which something is wrong that stops publication.
fn wrong(found: &[Diagnostic], tree: &SourceTree) -> BTreeSet<String> {
    let tree = complete(tree);
    let errors = found.iter().filter(|finding| finding.severity == Severity::Error);
    errors.filter_map(|finding| Some(tree.file(finding.span?.file).path.to_string())).collect()
}

/// Nine lists, each of the one before nine times: 387 million words.
fn laughs() -> String {
    let list =
        |i: usize| format!("{}: &{} [{}]\n", name(i), name(i), vec![format!("*{}", name(i - 1)); 9].join(", "));
    "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned() + &(1..9).map(list).collect::<String>()
}

fn name(i: usize) -> char {
    char::from(b'a' + u8::try_from(i).expect("few"))
}

/// Files of which none keeps another from being read: without the site's settings there are no decision guides, and
/// without a municipality none of its versions.
fn group(path: &str) -> usize {
    usize::from(path.ends_with("/site.yaml")) + 2 * usize::from(path.contains("duinrode/rules/"))
}

#[test]
fn a_file_of_anything_is_a_finding_in_it() {
    let tree = everything();
    let paths: Vec<String> = tree.iter().map(|(_, file)| file.path.to_string()).collect();
    let yaml = |path: &&String| path.ends_with(".yaml") || path.ends_with(".md");
    let groups: Vec<Vec<&String>> =
        (0..3).map(|i| paths.iter().filter(yaml).filter(|path| group(path) == i).collect()).collect();
    let locale = ["locale.yaml", "plain.yaml"].map(|name| format!("locales/nl/{name}"));
    for (what, payload) in [
        ("anchors that multiply", laughs()),
        ("a megabyte of brackets", "[".repeat(1_000_000)),
        ("a megabyte of braces", "{".repeat(1_000_000)),
        ("lists in lists", format!("a: {}x", "- ".repeat(50_000))),
        ("keys in keys", (0..2_000).map(|i| format!("{}a:\n", " ".repeat(i))).collect()),
        ("half a character", "a: \"\\ud800\"".to_owned()),
        ("no character", "a: \0".to_owned()),
        ("a tag", "!!python/object/apply:os.system [ls]".to_owned()),
        ("two documents", "a: b\n--- \nc: d".to_owned()),
    ] {
        for files in groups.iter().cloned().chain(locale.iter().map(|path| vec![path])) {
            let texts: Vec<(&str, String)> =
                files.iter().map(|path| (path.as_str(), whole(path, &payload))).collect();
            let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
            let tree = with(&tree, &texts);
            let started = Instant::now();
            let found = findings(&tree, &BuildPlan::on(DAY));
            assert!(started.elapsed() < SOON, "{what}: {:?}", started.elapsed());
            let wrong = wrong(&found, &tree);
            let quiet: Vec<&&String> = files.iter().filter(|path| !wrong.contains(**path)).collect();
            assert!(quiet.is_empty(), "{what}: no finding in {quiet:?}");
        }
    }
}

#[test]
fn bytes_that_are_no_text_are_a_finding_in_each_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let tree = everything();
    let texts = || tree.iter().map(|(_, file)| file).filter_map(|file| Some((&file.path, file.text()?)));
    for (path, text) in texts() {
        let path = folder.path().join(&**path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        std::fs::write(path, [text.as_bytes(), b"# \xed\xa0\x80 \xff\n"].concat()).expect("writable");
    }
    let read = read_folder(folder.path(), Limits::default());
    let wrong = wrong(&findings(&read, &BuildPlan::on(DAY)), &read);
    let quiet: Vec<&str> = texts().map(|(path, _)| &**path).filter(|path| !wrong.contains(*path)).collect();
    assert!(quiet.is_empty(), "no finding in {quiet:?}");
}

/// YAML can name half of a character, which is none.
#[test]
fn half_a_character_is_a_finding_in_every_value() {
    let tree = everything();
    let mut all = values(&tree);
    all.retain(|field| field.form == Form::Value);
    let mut rounds: Vec<Vec<&Field>> = Vec::new();
    for field in &all {
        let alone = |round: &&mut Vec<&Field>| {
            round.iter().all(|other| other.file != field.file && group(&other.file) == group(&field.file))
        };
        match rounds.iter_mut().find(alone) {
            Some(round) => round.push(field),
            None => rounds.push(vec![field]),
        }
    }
    for round in rounds {
        let texts: Vec<(&str, String)> =
            round.iter().map(|field| (field.file.as_str(), halved(&tree, field))).collect();
        let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let tree = with(&tree, &texts);
        let found = load(&complete(&tree)).findings;
        for field in round {
            let file = complete(&tree).find(&field.file).expect("the file").0;
            let there =
                found.iter().filter(|finding| finding.code == "yaml-syntax").filter_map(|finding| finding.span);
            let there = there.filter(|span| span.file == file && span.start as usize >= field.range.start);
            let near = |start: u32| start as usize <= field.range.start + "\"x\\ud800\"".len();
            assert!(there.map(|span| span.start).any(near), "{}:\n{}", field.full(), shown(&found, &tree));
        }
    }
}

fn halved(tree: &SourceTree, field: &Field) -> String {
    let text = tree.find(&field.file).and_then(|(_, file)| file.text()).expect("a text");
    format!("{}\"x\\ud800\"{}", &text[..field.range.start], &text[field.range.end..])
}

/// Brackets that open nothing, as many as a careless or hostile author can paste, in a field of each kind.
#[test]
fn brackets_are_read_soon() {
    let tree = everything();
    let all = fields(&tree, |path| path.starts_with("content/"));
    let mut kinds = BTreeSet::new();
    let kind = |field: &Field| {
        let file = field.file.rsplit('/').next().unwrap_or_default().to_owned();
        let key =
            field.name.split('.').rfind(|part| part.len() > 2 && !part.starts_with(|c: char| c.is_ascii_digit()));
        (file, key.unwrap_or_default().to_owned(), field.form == Form::Key)
    };
    let picked: Vec<&Field> = all.iter().filter(|field| kinds.insert(kind(field))).collect();
    assert!(picked.len() > 150, "{} kinds of fields", picked.len());
    for text in ["[", "![", "](", "*_", "&amp;", "\\["] {
        let text = text.repeat(20_000);
        let more: Vec<(&Field, String)> = picked.iter().map(|field| (*field, text.clone())).collect();
        let tree = complete(&written(&tree, &more).tree);
        let started = Instant::now();
        let found = load(&tree).findings;
        assert!(started.elapsed() < SOON, "{:?}", started.elapsed());
        assert!(found.iter().all(|finding| finding.span.is_some()), "every finding has a place");
    }
}
