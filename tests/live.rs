//! A guide that is being written: its pages at any moment, as on any day.

use jiff::civil::{Date, date};
use wegwijs::BuildPlan;
use wegwijs::diag::Diagnostic;
use wegwijs::live::{Live, Snapshot};
use wegwijs::source::{Limits, SourceTree, read_folder};

use crate::bench::{built, edited, minimal, root, with};

const TODAY: Date = date(2026, 11, 22);
const LATER: Date = date(2027, 1, 1);
const TEXT: &str = "content/rules/money/car/nl.md";
const PAGE: &str = "duinrode/nl/money/car/index.html";

/// The sound guide, in which an amount changes.
fn sound() -> SourceTree {
    let tree = read_folder(&root().join("tests/guides/sound"), Limits::default());
    let line = "    - {from: 2026-01-01, value: 8000}";
    edited(&tree, "content/facts.yaml", line, &format!("{line}\n    - {{from: 2027-01-01, value: 8765}}"))
}

fn same_as_built(now: &Snapshot, tree: &SourceTree, day: Date) {
    let site = built(tree, &BuildPlan::on(day));
    // The manifest is about the files of a folder; here there is none.
    for (path, bytes) in site.iter().filter(|(path, _)| path.as_str() != "manifest.json") {
        let file = now.file(path.as_str(), day).unwrap_or_else(|| panic!("{path} is there on {day}"));
        assert!(file == bytes, "{path} on {day} is as it is built");
    }
    assert!(now.file("nowhere/index.html", day).is_none());
}

#[test]
fn every_file_is_as_it_is_built_on_any_day() {
    let tree = sound();
    let mut live = Live::new(tree.clone(), TODAY);
    same_as_built(&live.now(), &tree, TODAY);
    same_as_built(&live.now(), &tree, LATER);
    let changed = edited(&tree, TEXT, "Bewaar de koopbon.", "Bewaar alles.");
    assert!(live.update(changed.clone()));
    same_as_built(&live.now(), &changed, LATER);
    same_as_built(&live.now(), &changed, TODAY);
    let changed = edited(&changed, "content/facts.yaml", "value: 8765", "value: 8766");
    assert!(live.update(changed.clone()));
    same_as_built(&live.now(), &changed, LATER);
}

#[test]
fn the_last_good_pages_stay_and_it_is_said_why() {
    let tree = sound();
    let mut live = Live::new(tree.clone(), TODAY);
    let good = live.now();
    assert!(good.stands() && good.findings().0.is_empty());
    assert!(!live.update(edited(&tree, TEXT, "{car-value}", "{car-walue}")));
    let now = live.now();
    let (findings, files) = now.findings();
    let place = files.file(findings[0].span.expect("a place").file);
    assert_eq!((findings[0].code, &*place.path), ("unknown-fact", TEXT));
    assert!(!now.stands() && now.file(PAGE, TODAY) == good.file(PAGE, TODAY) && now.file(PAGE, LATER).is_some());
    assert_eq!(now.judge().findings.first().map(|finding| finding.code), Some("unknown-fact"));
    assert!(good.stands(), "a snapshot stays as it is");
    assert!(live.update(tree) && live.now().stands() && live.now().findings().0.is_empty());
}

#[test]
fn what_takes_long_comes_afterwards() {
    let live = Live::new(edited(&sound(), TEXT, "Bewaar de koopbon.", "Bewaar alles."), TODAY);
    let now = live.now();
    assert!(now.findings().0.is_empty(), "nothing keeps pages from being made");
    let judgement = now.judge();
    assert!(judgement.findings.iter().any(|finding| finding.code == "stale-translation"), "{judgement:?}");
    assert_eq!(judgement.changes, [LATER]);
    let wanted =
        wegwijs::findings(&edited(&sound(), TEXT, "Bewaar de koopbon.", "Bewaar alles."), &BuildPlan::on(TODAY));
    assert_eq!(judgement.findings, wanted, "all that `check` finds");
}

#[test]
fn a_day_without_pages_says_why() {
    let early = date(2024, 6, 1);
    let live = Live::new(sound(), TODAY);
    let now = live.now();
    let (trouble, tree) = now.trouble_on(early);
    assert!(now.file(PAGE, early).is_none() && !trouble.is_empty());
    assert!(trouble.iter().all(|finding| finding.span.is_none_or(|span| !tree.file(span.file).path.is_empty())));
    assert!(now.trouble_on(TODAY).0.is_empty());
    let broken = Live::new(SourceTree::from_texts([("content/site.yaml", "- no\n")]), TODAY);
    assert!(!broken.now().stands() && !broken.now().trouble_on(TODAY).0.is_empty());
    assert!(broken.now().municipalities().is_empty() && broken.now().file("index.html", TODAY).is_none());
}

#[test]
fn there_is_a_choice_only_where_there_are_several() {
    let choices = |tree: SourceTree| -> Vec<String> {
        Live::new(tree, TODAY)
            .now()
            .municipalities()
            .into_iter()
            .map(|one| format!("{}: {}", one.id, one.name))
            .collect()
    };
    assert_eq!(choices(sound()), ["duinrode: Duinrode", "zandwijk: Zandwijk"]);
    assert!(choices(minimal()).is_empty());
    let below = edited(&sound(), "content/site.yaml", "https://gids.example/", "https://example.org/gids/");
    assert_eq!(
        (Live::new(sound(), TODAY).now().root(), Live::new(below, TODAY).now().root()),
        ("/".to_owned(), "/gids/".to_owned())
    );
}

/// What is remembered of earlier checks changes nothing in what is found.
#[test]
fn after_any_edit_the_findings_are_those_of_a_check_from_the_start() {
    let said = |findings: &[Diagnostic]| -> Vec<String> {
        findings.iter().map(|found| format!("{} {:?} {}", found.code, found.span, found.message)).collect()
    };
    let tree = sound();
    let mut live = Live::new(tree.clone(), TODAY);
    let hard = edited(&tree, TEXT, "Bewaar de koopbon.", "Derhalve dient u de koopbon te bewaren.");
    let glossary = "content/glossary.yaml";
    let text = tree.find(glossary).and_then(|(_, file)| file.text()).expect("a glossary").to_owned();
    let renamed = with(&hard, &[(glossary, &format!("{text}\n# Another ground.\n"))]);
    let mut all = std::collections::BTreeSet::new();
    for now in [&tree, &hard, &renamed, &tree, &hard] {
        live.update(now.clone());
        let found = said(&live.now().judge().findings);
        assert_eq!(found, said(&wegwijs::findings(now, &BuildPlan::on(TODAY))));
        all.insert(found);
    }
    assert!(all.len() > 1, "an edit brings findings: {all:?}");
}
