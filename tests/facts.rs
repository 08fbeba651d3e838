//! Values, periods and formulas: what must always hold, whatever is written.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_decimal::Decimal;
use wegwijs::load::load;
use wegwijs::model::{InlineKind, Period, Rounding, Value};
use wegwijs::resolve::{Edition, Facts};
use wegwijs::source::SourceTree;

use crate::bench::{minimal, with};

fn facts_yaml(rows: &[(Date, Option<Date>, i64)]) -> String {
    let mut yaml = String::from("test-fact:\n  kind: money\n  label: {nl: Test, en: Test}\n  values:\n");
    for (from, until, value) in rows {
        let until = until.map(|day| format!(", until: {day}")).unwrap_or_default();
        yaml.push_str(&format!("    - {{from: {from}{until}, value: {value}}}\n"));
    }
    yaml
}

fn guide(facts: &str) -> SourceTree {
    let tree = minimal();
    let own = tree.find("content/facts.yaml").and_then(|(_, f)| f.text()).expect("facts").to_owned();
    with(&tree, &[("content/facts.yaml", &format!("{own}\n{facts}"))])
}

fn day(n: u16) -> Date {
    date(2020, 1, 1).saturating_add(jiff::Span::new().days(i64::from(n)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// On any day the value is that of the last period that has begun and not ended; none is made up.
    #[test]
    fn a_day_has_the_value_of_its_period(starts in prop::collection::btree_set(0u16..3000, 1..6), lengths in prop::collection::vec(prop::option::of(0u16..400), 6), at in 0u16..3400) {
        let starts: Vec<u16> = starts.into_iter().collect();
        let rows: Vec<(Date, Option<Date>, i64)> = starts.iter().enumerate().map(|(i, start)| {
            let next = starts.get(i + 1).copied().unwrap_or(4000);
            let until = lengths[i].map(|length| day((start + length).min(next - 1)));
            (day(*start), until, i as i64 + 1)
        }).collect();
        let loaded = load(&guide(&facts_yaml(&rows)).or_else(&wegwijs::source::built_in()));
        prop_assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        let library = loaded.value.expect("a library");
        let position = library.facts.iter().position(|fact| fact.id.value == "test-fact").expect("the fact");
        let today = day(at);
        let facts = Facts::on(&library, library.municipalities.first().map(|own| &**own), today);
        let want = rows.iter().rfind(|(from, _, _)| *from <= today).filter(|(_, until, _)| until.is_none_or(|u| today <= u));
        let got = facts.get(wegwijs::model::Ix::new(position)).map(|now| now.value.clone());
        prop_assert_eq!(got, want.map(|(_, _, value)| Value::Number(Decimal::from(*value))));
    }

    /// Two periods that share a day are always reported, and two that do not never are.
    #[test]
    fn periods_overlap_exactly_when_they_share_a_day(a in 0u16..500, a_length in 0u16..300, b in 0u16..500) {
        let rows = [(day(a), Some(day(a + a_length)), 1), (day(b), None, 2)];
        let loaded = load(&guide(&facts_yaml(&rows)));
        let reported = loaded.findings.iter().any(|finding| finding.code == "fact-periods-overlap");
        // The second never ends, so it shares a day unless it starts after the first one ended ... or the
        // first starts later and replaces it, which is what a later period does.
        let share = a == b || (a < b && b <= a + a_length);
        prop_assert_eq!(reported, share);
    }

    /// Rounding gives a multiple of the step, at most one step away.
    #[test]
    fn rounding_stays_within_a_step(units in -1_000_000i64..1_000_000, scale in 0u32..5, step in 1i64..500) {
        let value = Decimal::new(units, scale);
        let step = Decimal::new(step, 2);
        for (_, rounding) in Rounding::ALL {
            let rounded = rounding.apply(value, step).expect("small numbers");
            prop_assert!((rounded / step).is_integer());
            prop_assert!((rounded - value).abs() <= step);
        }
    }
}

#[test]
fn the_cost_sharing_norm_is_that_of_the_law() {
    // Participatiewet article 22a: ((40% + A x 30%) / A) x the norm of a couple; 2002.13 from 1 January 2026.
    let library = load(&crate::bench::example()).value.expect("the example guide");
    let facts = Facts::on(&library, library.municipalities.first().map(|own| &**own), date(2026, 3, 1));
    for (id, want) in [("norm-share-2", "1001.07"), ("norm-share-3", "867.59"), ("norm-share-4", "800.85")] {
        let position = library.facts.iter().position(|fact| fact.id.value == id).expect(id);
        let now = facts.get(wegwijs::model::Ix::new(position)).expect("a value");
        assert_eq!(now.value, Value::Number(want.parse().expect("a number")), "{id}");
        assert_eq!(now.since, Some(date(2026, 1, 1)), "since the norm it comes from");
    }
}

/// Facts `f0` to the last, of which the last has a value and every other one adds one to the next.
fn chain(formulas: usize, backwards: bool) -> String {
    let fact = |i: usize| {
        let figures =
            if i == formulas { "values: 1".to_owned() } else { format!("formula: \"{{f{}}} + 1\"", i + 1) };
        format!("f{i}: {{kind: number, label: x, source: x, {figures}}}\n")
    };
    if backwards { (0..=formulas).rev().map(fact).collect() } else { (0..=formulas).map(fact).collect() }
}

/// In whichever order they are written.
#[test]
fn a_chain_of_formulas_has_values_or_is_reported() {
    for backwards in [false, true] {
        let good = load(&guide(&chain(64, backwards)));
        assert!(good.findings.is_empty(), "{:?}", good.findings);
        let library = good.value.expect("a library");
        let facts = Facts::on(&library, library.municipalities.first().map(|own| &**own), date(2026, 3, 1));
        let first = library.facts.iter().position(|fact| fact.id.value == "f0").expect("the fact");
        let value = facts.get(wegwijs::model::Ix::new(first)).map(|now| now.value.clone());
        assert_eq!(value, Some(Value::Number(Decimal::from(65))));
        let codes: Vec<_> = load(&guide(&chain(65, backwards))).findings.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["nesting"], "{backwards}");
    }
    let circle = chain(80, false).replace("values: 1", "formula: \"{f0}\"");
    assert!(!load(&guide(&circle)).findings.is_empty(), "a circle of 81 formulas");
}

#[test]
fn a_period_ends_on_its_last_day() {
    let span = wegwijs::source::Span::start_of(crate::bench::minimal().iter().next().expect("a file").0);
    let period = |from, until| Period { from, until, value: Value::Plain(String::new()), span };
    let periods = [period(date(2026, 1, 1), Some(date(2026, 6, 30))), period(date(2026, 8, 1), None)];
    let on = |day| Period::on(&periods, day).map(|p| p.from);
    assert_eq!(on(date(2025, 12, 31)), None);
    assert_eq!(on(date(2026, 6, 30)), Some(date(2026, 1, 1)));
    assert_eq!(on(date(2026, 7, 1)), None, "a gap is a gap");
    assert_eq!(on(date(2030, 1, 1)), Some(date(2026, 8, 1)));
}

/// Who says a text: the rule in a language, or the municipality's own version of it.
fn said(own: bool, language: &str) -> String {
    format!("{} {language}", if own { "Own" } else { "General" })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is there of a rule and of a municipality's own version: the reader gets the own version in their
    /// language, else the own version in the source language, else the translation, else the source; and is told when
    /// it is not their language.
    #[test]
    fn a_text_is_the_nearest_that_there_is(translated: bool, own: bool, own_translated: bool, ends in 0u16..3) {
        let tree = minimal();
        let rule = tree.iter().find_map(|(_, file)| file.path.strip_prefix("content/rules/")?.strip_suffix("/nl.md"));
        let rule = rule.expect("a rule").to_owned();
        let (nl, en) = (format!("content/rules/{rule}/nl.md"), format!("content/rules/{rule}/en.md"));
        let municipality = tree.iter().find_map(|(_, file)| file.path.strip_suffix("/municipality.yaml"));
        let folder = format!("{}/rules/{rule}", municipality.expect("a municipality"));
        // An own version in a translation alone is an error, so it is not among these.
        let own_translated = own && own_translated;
        let body = "x".repeat(usize::from(ends));
        let answer = |own, language: &str| format!("---\nanswer: {}.\n---\n{body}\n", said(own, language));
        let source = tree.find(&nl).and_then(|(_, file)| file.text()).expect("a text");
        let line = source.lines().find(|line| line.starts_with("answer:")).expect("an answer").to_owned();
        let mut texts = vec![(nl.clone(), source.replacen(&line, &format!("answer: {}.", said(false, "nl")), 1))];
        if translated {
            texts.push((en.clone(), answer(false, "en")));
        }
        if own {
            texts.push((format!("{folder}/nl.md"), answer(true, "nl")));
        }
        if own_translated {
            texts.push((format!("{folder}/en.md"), answer(true, "en")));
        }
        let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let tree = with(&crate::bench::without(&tree, |path| path == en), &texts);
        let library = load(&tree.or_else(&wegwijs::source::built_in())).value.expect("a library");
        let at = library.rules.iter().position(|found| found.id == rule).expect("the rule");
        let ix = wegwijs::model::Ix::new(at);
        let municipality = library.municipalities.first().map(|own| &**own);
        let today = date(2026, 3, 1);
        let facts = Facts::on(&library, municipality, today);
        for (language, tag) in [(library.languages.find("nl").expect("nl"), "nl"), (library.languages.find("en").expect("en"), "en")] {
            let edition = Edition { library: &library, municipality, language, date: today, facts: &facts };
            let answer = edition.rule(ix).answer;
            let plain: String = answer.inlines.iter().map(|inline| match &inline.kind {
                InlineKind::Text(text) => text.to_string(),
                other => panic!("only text: {other:?}"),
            }).collect();
            let want = match (tag, own_translated, own, translated) {
                ("nl", _, own, _) => said(own, "nl"),
                (_, true, _, _) => said(true, "en"),
                (_, _, true, _) => said(true, "nl"),
                (_, _, _, true) => said(false, "en"),
                _ => said(false, "nl"),
            };
            prop_assert_eq!(plain, format!("{want}."));
            prop_assert_eq!(library.languages.tag(answer.language), &want[want.len() - 2..]);
            prop_assert_eq!(answer.local, own);
        }
    }
}
