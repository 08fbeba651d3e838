//! Exactly what changed is stale.

use jiff::civil::date;
use proptest::prelude::*;
use wegwijs::author::Standing;
use wegwijs::load::load;
use wegwijs::model::State;
use wegwijs::source::SourceTree;

use super::{EN, LOCK, NL, judged, lock_of, locked, ordered, stale, standing};
use crate::bench::{built_on, edited, minimal, page, with, without, words};

const OWN: &str = "content/municipalities/duinrode/rules/possessions/car/nl.md";
const RULE: &str = "content/rules/possessions/car/rule.yaml";

/// The tree with this body below the keys of a text.
fn with_body(tree: &SourceTree, path: &str, paragraphs: &[String]) -> SourceTree {
    let text = tree.find(path).and_then(|(_, file)| file.text()).expect("a text");
    let (keys, _) = text.rsplit_once("---\n").expect("keys");
    with(tree, &[(path, &format!("{keys}---\n{}\n", paragraphs.join("\n\n")))])
}

fn dutch(count: usize) -> Vec<String> {
    (0..count).map(|i| format!("Alinea {i}.")).collect()
}

/// The small guide with as many paragraphs in both languages, recorded.
fn long(count: usize) -> SourceTree {
    let english: Vec<String> = (0..count).map(|i| format!("Paragraph {i}.")).collect();
    let tree = with_body(&minimal(), NL, &dutch(count));
    ordered(&with_body(&tree, EN, &english), &super::Order::default())
}

#[test]
fn one_changed_sentence_among_forty_segments() {
    let tree = long(30);
    assert_eq!(judged(&tree, EN, |judged| Some(judged.name)).len(), 39, "with the keys nearly forty");
    let stale_with = |change: &dyn Fn(&mut Vec<String>)| {
        let mut paragraphs = dutch(30);
        change(&mut paragraphs);
        stale(&with_body(&tree, NL, &paragraphs))
    };
    let change = |p: &mut Vec<String>| p[11] = "Alinea 11 is anders.".to_owned();
    let insert = |p: &mut Vec<String>| p.insert(3, "Een nieuwe alinea.".to_owned());
    assert_eq!(stale_with(&|_| ()), [""; 0]);
    assert_eq!(stale_with(&change), ["body.12"]);
    assert_eq!(stale_with(&insert), [""; 0], "a new paragraph is missing, and makes no other stale");
    assert_eq!(stale_with(&|p| (change(p), insert(p)).0), ["body.12"]);
    assert_eq!(stale_with(&|p| p.swap(2, 11)), [""; 0], "moved");
    assert_eq!(stale_with(&|p| (change(p), p.swap(10, 25), p.swap(12, 3)).0), ["body.12"], "others moved");
    assert_eq!(stale_with(&|p| (change(p), p.swap(11, 25)).0), ["body.12"], "moved itself");
    let field = edited(&tree, NL, "situation: U heeft", "situation: U had");
    assert_eq!(stale(&field), ["examples.have-car.situation"]);
    assert_eq!(stale(&edited(&tree, "content/facts.yaml", "value: 8000.50", "value: 9000")), [""; 0]);
}

#[derive(Debug, Clone)]
enum Step {
    Insert(prop::sample::Index),
    Move(prop::sample::Index, prop::sample::Index),
    Change(prop::sample::Index),
}

fn step() -> impl Strategy<Value = Step> {
    use any as some;
    prop_oneof![
        some::<prop::sample::Index>().prop_map(Step::Insert),
        some::<(prop::sample::Index, prop::sample::Index)>().prop_map(|(from, to)| Step::Move(from, to)),
        some::<prop::sample::Index>().prop_map(Step::Change),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// As many segments are stale as paragraphs were changed, whatever moved or was inserted; and what is not
    /// stale stands beside its own source.
    ///
    /// This holds as long as no paragraph is taken away (its translation is then stale too, until somebody
    /// deletes it) and no change gives words that another paragraph had: fingerprints cannot tell that from a
    /// move. So new words are unique here.
    #[test]
    fn as_many_stale_as_changed(steps in prop::collection::vec(step(), 0..12)) {
        let tree = long(8);
        // Number of the paragraph, if it is one of the first eight, and its words.
        let mut now: Vec<(Option<usize>, String)> = dutch(8).into_iter().enumerate().map(|(i, p)| (Some(i), p)).collect();
        let mut changed = std::collections::BTreeSet::new();
        for (n, step) in steps.into_iter().enumerate() {
            match step {
                Step::Insert(at) => now.insert(at.index(now.len() + 1), (None, format!("Nieuw {n}."))),
                Step::Move(from, to) => {
                    let moved = now.remove(from.index(now.len()));
                    now.insert(to.index(now.len() + 1), moved);
                }
                Step::Change(at) => {
                    let at = at.index(now.len());
                    now[at].1 = format!("Anders {n}.");
                    changed.extend(now[at].0);
                }
            }
        }
        let words: Vec<String> = now.into_iter().map(|(_, words)| words).collect();
        let tree = with_body(&tree, NL, &words);
        let names: Vec<String> = changed.iter().map(|i| format!("body.{}", i + 1)).collect();
        let mut found = stale(&tree);
        found.sort_by_key(|name| name.trim_start_matches("body.").parse::<usize>().ok());
        prop_assert_eq!(found, names);
        let beside = judged(&tree, EN, |judged| {
            let number = judged.name.strip_prefix("body.")?.parse::<usize>().ok()? - 1;
            (judged.standing == Standing::Complete).then(|| (number, judged.base.map(|base| base.said(&tree))))
        });
        for (number, base) in beside {
            prop_assert_eq!(base, Some(format!("Alinea {number}.")));
        }
    }
}

#[test]
fn labels_in_yaml_are_stale_alone_too() {
    let tree = locked();
    let tree = edited(&tree, "content/glossary.yaml", "nl: Alles wat u heeft", "nl: Alles wat u bezit");
    let library = load(&tree).value.expect("a guide");
    let term = &library.terms[0];
    assert_eq!(term.explanation.get(1).map(|text| text.state), Some(State::Stale));
    assert_eq!(term.word.get(1).map(|text| text.state), Some(State::Current));
    assert_eq!(standing(&tree, "content/glossary.yaml", Standing::Stale), ["en.vermogen.explanation"]);
}

#[test]
fn the_model_knows_what_is_not_recorded() {
    let tree = locked();
    let record = |tree: &SourceTree| {
        let library = load(tree).value.expect("a guide");
        let car = library.rules.iter().find(|rule| rule.id == "possessions/car").expect("a rule");
        car.texts.get(1).expect("an English text").record.clone()
    };
    assert_eq!(record(&tree).unrecorded, []);
    let nothing = record(&without(&tree, |path| path == LOCK)).unrecorded;
    assert_eq!(nothing.len(), standing(&minimal(), EN, Standing::Unrecorded).len());
    assert!(nothing.is_sorted());
    let partly = lock_of(&tree).replacen("    answer:", "    other:", 1);
    assert_eq!(record(&with(&tree, &[(LOCK, &partly)])).unrecorded.len(), 1);
    let history = "history: [{on: 2026-02-01, note: Nieuw.}, {on: 2025-02-01, note: Oud.}]\nrelated";
    let tree = ordered(&edited(&tree, RULE, "related", history), &super::english(&[]));
    assert_eq!(record(&tree).history, Some(date(2026, 2, 1)));
}

#[test]
fn what_a_municipality_changed_drifts_when_the_general_text_changes() {
    let tree = edited(&minimal(), RULE, "report-now, within: report-within", "report-now, within: at-once");
    let own = "---\nanswer: In Duinrode mag een auto.\nproof: Bewaar alles.\n---\nEen eigen tekst.\n";
    let tree = with(
        &tree,
        &[
            (OWN, own),
            (
                &OWN.replace("nl.md", "rule.yaml"),
                "examples:\n  other-car: {outcome: no-report}\nroutes: [phone]\n",
            ),
        ],
    );
    let tree = ordered(&tree, &super::Order::default());
    let drift = |tree: &SourceTree| {
        let library = load(tree).value.expect("a guide");
        let overlays = library.municipalities.iter().flat_map(|m| m.overlays.values());
        overlays.flat_map(|overlay| overlay.drift.iter().map(|drift| drift.what.clone())).collect::<Vec<_>>()
    };
    assert_eq!(drift(&tree), [""; 0]);
    let changed = edited(&tree, NL, "Een auto mag.", "Een auto mag altijd.");
    assert_eq!(drift(&changed), ["answer"]);
    let before = words(page(&built_on(&tree, date(2026, 6, 1)), "nl/possessions/car/index.html"));
    let after = words(page(&built_on(&changed, date(2026, 6, 1)), "nl/possessions/car/index.html"));
    assert_eq!(before, after, "readers of the own text see no difference");
    let body = edited(&tree, NL, "Een auto telt mee", "Een auto telt altijd mee");
    assert_eq!(drift(&body), ["body"]);
    let values = edited(&tree, RULE, "report-now, within: at-once", "report-first");
    assert_eq!(drift(&values), ["examples.other-car"]);
    assert_eq!(drift(&edited(&tree, RULE, "routes: [phone, desk]", "routes: [desk]")), ["routes"]);
    assert_eq!(
        drift(&ordered(&changed, &super::Order { files: vec![OWN.to_owned()], ..super::Order::default() })),
        [""; 0]
    );
}
