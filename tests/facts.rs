//! Values, periods and formulas: what must always hold, whatever is written.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_decimal::Decimal;
use wegwijs::load::load;
use wegwijs::model::{Period, Rounding, Value};
use wegwijs::resolve::Facts;
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
