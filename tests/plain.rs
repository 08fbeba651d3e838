//! Plain-language lints against sample texts: `tests/plain/ordinary` holds good text in which almost nothing may
//! be found, `tests/plain/faults` holds one fault a line, marked with double brackets.

use std::collections::BTreeMap;

use jiff::civil::date;
use wegwijs::BuildPlan;
use wegwijs::diag::Diagnostic;
use wegwijs::source::SourceTree;

use crate::bench::root;

const LANGUAGES: [&str; 3] = ["nl", "en", "ar"];

/// Share of paragraphs of good text in which a lint may find something.
const FALSE_ALARMS: f64 = 0.02;

fn sample(kind: &str, language: &str) -> String {
    let path = root().join(format!("tests/plain/{kind}/{language}.md"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A guide with one rule, written in one language, with these paragraphs as its explanation. The other
/// languages are in it because a sentence can only be told to be in a language that the guide has.
fn guide(language: &str, paragraphs: &[&str]) -> (SourceTree, String) {
    let others: Vec<&str> = LANGUAGES.into_iter().filter(|other| *other != language).collect();
    let site = format!(
        "title: W\ndescription: W\nsource_language: {language}\nlanguages: [{language}, {}]\nbase_url: https://w.example/\n",
        others.join(", ")
    );
    let path = format!("content/rules/a/b/{language}.md");
    let text = format!("---\ntitle: W\nanswer: W\n---\n{}\n", paragraphs.join("\n\n"));
    let tree = SourceTree::from_texts([
        ("content/site.yaml", site.as_str()),
        ("content/rules/a/chapter.yaml", "order: 1\nletter: A\ntitle: W\nintroduction: W\n"),
        (
            "content/rules/a/b/rule.yaml",
            "kind: right\nsheet: A1\nreview: {written_by: a, checked_by: b, on: 2026-01-01, next: 2027-01-01}\n",
        ),
        (path.as_str(), text.as_str()),
    ]);
    (tree, path)
}

/// What is found in the paragraphs: code, and the words that are marked.
fn found(language: &str, paragraphs: &[&str]) -> Vec<(String, usize, String)> {
    let (tree, path) = guide(language, paragraphs);
    let complete = wegwijs::complete(&tree);
    let (file, source) = complete.find(&path).expect("the text");
    let text = source.text().expect("text");
    let plan = BuildPlan::on(date(2026, 11, 22));
    let own = |finding: &Diagnostic| finding.span.filter(|span| span.file == file);
    let body = text.find("---\n").map_or(0, |first| text[first + 4..].find("---\n").map_or(0, |i| first + 8 + i));
    let all = wegwijs::findings(&tree, &plan);
    let all = all.iter().filter_map(|finding| Some((finding, own(finding)?)));
    let inside = all.filter(|(_, span)| span.start as usize >= body);
    inside
        .map(|(finding, span)| {
            let paragraph = text[body..span.start as usize].matches("\n\n").count();
            (finding.code.to_owned(), paragraph, text[span.start as usize..span.end as usize].to_owned())
        })
        .collect()
}

/// Good text: the share of paragraphs with a false alarm, per lint and language.
#[test]
fn good_text_is_left_alone() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let text = sample("ordinary", language);
        let paragraphs: Vec<&str> = text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).collect();
        assert!(paragraphs.len() >= 100, "{language}: {} paragraphs", paragraphs.len());
        let mut alarms: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (code, paragraph, words) in found(language, &paragraphs) {
            alarms.entry(code).or_default().push(format!("{words:?} in {:?}", paragraphs[paragraph]));
        }
        for (code, places) in alarms {
            let share = places.len() as f64 / paragraphs.len() as f64;
            eprintln!(
                "{language} {code}: {} of {} paragraphs\n  {}",
                places.len(),
                paragraphs.len(),
                places.join("\n  ")
            );
            if share > FALSE_ALARMS {
                wrong.push(format!("{language} {code}: {:.1} %", 100.0 * share));
            }
        }
    }
    assert!(wrong.is_empty(), "too many false alarms: {wrong:#?}");
}

/// Each planted fault is found, with exactly its words marked, and nothing else is found in the sentences around it.
#[test]
fn each_planted_fault_is_found_at_its_words() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for language in LANGUAGES {
        let text = sample("faults", language);
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            let (code, marked) = line.split_once(": ").unwrap_or_else(|| panic!("no code in {line:?}"));
            let (before, rest) = marked.split_once("[[").unwrap_or_else(|| panic!("no mark in {line:?}"));
            // A link's own bracket may touch the mark.
            let (before, rest) = match rest.strip_prefix('[') {
                Some(rest) => (format!("{before}["), rest),
                None => (before.to_owned(), rest),
            };
            let (fault, after) = rest.split_once("]]").unwrap_or_else(|| panic!("no end in {line:?}"));
            let plain = format!("{before}{fault}{after}");
            count += 1;
            let found = found(language, &[&plain]);
            let [(own, _, words)] = found.as_slice() else {
                wrong.push(format!("{language} {line}\n    found {found:?}"));
                continue;
            };
            if own != code || words != fault {
                wrong.push(format!("{language} {line}\n    found {own} {words:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} planted faults:\n{}", wrong.len(), wrong.join("\n"));
}
