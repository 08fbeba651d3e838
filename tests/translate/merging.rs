//! Two people record, git gives up, and nothing is lost.

use jiff::civil::date;
use proptest::prelude::*;
use wegwijs::author::{Kept, Order, merge, merge_sides, survey};
use wegwijs::load::{Sides, lock_sides, write_lock};
use wegwijs::model::{FileLock, Fingerprint, Lock, LockedSegment, Provenance};

use super::{EN, LOCK, NL, english, lock_of, locked, ordered, stale};
use crate::bench::{edited, with};

#[test]
fn the_side_that_matches_the_present_text_wins() {
    // One person looked at the answer, the other at the steps; the Dutch text of both is there now.
    let tree = edited(&locked(), NL, "Krijgt u een andere?", "Krijgt u een nieuwe?");
    let tree = edited(&tree, NL, "  - Bel ons.", "  - Bel ons vandaag.");
    let (ours, theirs) = (ordered(&tree, &english(&["answer"])), ordered(&tree, &english(&["steps"])));
    let conflict = format!("<<<<<<< HEAD\n{}=======\n{}>>>>>>> other\n", lock_of(&ours), lock_of(&theirs));
    let torn = with(&tree, &[(LOCK, &conflict)]);
    let merged = merge(&torn).value.expect("a merge");
    assert_eq!(stale(&with(&tree, &[(LOCK, &merged.text())])), [""; 0]);
    let decided: Vec<(&str, Kept)> = merged.decisions.iter().map(|d| (d.name.as_str(), d.kept)).collect();
    assert_eq!(decided, [("answer", Kept::Present), ("steps.2", Kept::Present)]);
    let whole = ordered(&tree, &Order::default());
    assert_eq!(merged.text(), lock_of(&whole), "well-formed and sorted, as if one had recorded both");
    assert_eq!(merge(&whole).value, None, "no conflict, nothing to do");
    let both_old = edited(&torn, NL, "Krijgt u een nieuwe?", "Krijgt u nog een?");
    let merged = merge(&both_old).value.expect("a merge");
    assert!(merged.decisions.iter().any(|d| d.name == "answer" && d.kept == Kept::Older));
    let broken = edited(&torn, EN, "{report-within:after}", "{report-withni}");
    assert!(merge(&broken).value.is_none() && !merge(&broken).findings.is_empty());
}

#[test]
fn a_conflict_inside_one_file_with_what_both_were_made_from() {
    let tree = locked();
    let lock = lock_of(&tree);
    let line = lock.lines().find(|line| line.starts_with("    answer:")).expect("an answer");
    let old = "    answer: \"0000000000000001\"";
    let torn = format!(
        "<<<<<<< HEAD\n{old}\n||||||| base\n    answer: \"0000000000000002\"\n=======\n{line}\n>>>>>>> other"
    );
    let torn = with(&tree, &[(LOCK, &lock.replacen(line, &torn, 1))]);
    assert!(lock_sides(&torn).is_some_and(|sides| sides.is_ok()));
    assert_eq!(merge(&torn).value.expect("a merge").text(), lock);
}

fn segment() -> impl Strategy<Value = LockedSegment> {
    let role = prop::sample::select(vec!["desk", "language-desk"]);
    let provenance = prop_oneof![
        Just(Provenance::Human),
        Just(Provenance::Machine(None)),
        (role, 1i8..28).prop_map(|(role, day)| Provenance::Machine(Some((role.to_owned(), date(2026, 1, day))))),
    ];
    (any::<u64>(), provenance)
        .prop_map(|(print, provenance)| LockedSegment { source: Fingerprint(print), provenance })
}

fn any_lock() -> impl Strategy<Value = Lock> {
    let name = "[a-z]{1,5}(\\.[a-z\" :#]{1,5}){0,2}";
    let fields = prop::collection::btree_map(name, segment(), 0..4);
    let lists = prop::collection::btree_map("(steps|body)", prop::collection::vec(segment(), 1..4), 0..3);
    let history = prop::option::of((1i8..28).prop_map(|day| date(2026, 1, day)));
    let file = (history, fields, lists).prop_map(|(history, fields, lists)| FileLock { history, fields, lists });
    let file = file.prop_filter("empty files are not written", |file| *file != FileLock::default());
    prop::collection::btree_map("content/[a-z/]{1,8}\\.md", file, 0..4)
}

/// A lock of the small guide in which some entries were made from other texts or by others.
fn varied(lock: &Lock, choices: &[(u8, LockedSegment)], history: i8) -> Lock {
    let mut lock = lock.clone();
    let file = lock.get_mut(EN).expect("an English text");
    file.history = (history > 0).then(|| date(2026, 1, history));
    let all = file.fields.values_mut().chain(file.lists.values_mut().flatten());
    for (segment, (choice, other)) in all.zip(choices) {
        match choice {
            0 => segment.source = other.source,
            1 => segment.provenance = other.provenance.clone(),
            _ => {}
        }
    }
    lock
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_again(lock in any_lock()) {
        let text = write_lock(&lock);
        let tree = with(&crate::bench::minimal(), &[(LOCK, &text)]);
        let read = survey(&tree);
        prop_assert!(read.findings.is_empty(), "{}\n{text}", crate::bench::shown(&read.findings, &tree));
        prop_assert_eq!(&write_lock(&read.value.expect("a guide").lock), &text);
    }

    /// Whoever merges, the lock is the same; and a segment that one side made from the present text is not stale.
    #[test]
    fn both_orders_give_one_lock(
        a in prop::collection::vec((0u8..4, segment()), 20), b in prop::collection::vec((0u8..4, segment()), 20),
        days in (0i8..4, 0i8..4),
    ) {
        let tree = locked();
        let survey = survey(&tree).value.expect("a guide");
        let (a, b) = (varied(&survey.lock, &a, days.0), varied(&survey.lock, &b, days.1));
        let one = merge_sides(&Sides { ours: a.clone(), theirs: b.clone() }, &survey).lock;
        let other = merge_sides(&Sides { ours: b.clone(), theirs: a.clone() }, &survey).lock;
        prop_assert_eq!(&one, &other);
        for (name, present) in &survey.lock[EN].fields {
            let matches = [&a, &b].iter().any(|lock| lock[EN].fields[name].source == present.source);
            prop_assert_eq!(one[EN].fields[name].source == present.source, matches);
        }
    }
}
