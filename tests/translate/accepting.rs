//! Recording what was looked at, and nothing else.

use jiff::civil::date;
use wegwijs::author::{Maker, Order, Standing, accept};
use wegwijs::source::SourceTree;

use super::{EN, LOCK, NL, english, lock_of, locked, ordered, stale, standing};
use crate::bench::{edited, minimal, shown, with, without};
use crate::command::{guide, text, wegwijs};

#[test]
fn whole_files_and_single_segments() {
    let tree = edited(&locked(), NL, "Krijgt u een andere?", "Krijgt u een nieuwe?");
    let tree = edited(&tree, NL, "Een auto telt mee", "Een auto telt altijd mee");
    let tree = edited(&tree, NL, "  - Bel ons.", "  - Bel ons vandaag.");
    assert_eq!(stale(&tree), ["answer", "steps.2", "body.2"]);
    assert_eq!(stale(&ordered(&tree, &english(&["answer"]))), ["steps.2", "body.2"]);
    assert_eq!(stale(&ordered(&tree, &english(&["body.2", "steps"]))), ["answer"]);
    let whole = ordered(&tree, &english(&[]));
    assert_eq!(stale(&whole), [""; 0]);
    let others =
        |lock: &str| lock.lines().filter(|line| !line.contains('"')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(others(lock_of(&tree)), others(lock_of(&whole)), "everything else is as it was");
}

#[test]
fn a_paragraph_that_is_not_translated_stays_so() {
    let tree = edited(&locked(), NL, "\n---\n", "\n---\nEen nieuwe alinea vooraan.\n\n");
    let tree = edited(&tree, NL, "Een auto telt mee", "Een auto telt altijd mee");
    let tree = ordered(&tree, &english(&[]));
    assert_eq!((stale(&tree).len(), standing(&tree, EN, Standing::Missing)), (0, vec!["body.1".to_owned()]));
}

#[test]
fn machines_and_those_who_read_after_them() {
    let by = |tree: &SourceTree, by, review| ordered(tree, &Order { by, review, ..english(&["answer"]) });
    let made = by(&locked(), Some(Maker::Machine), None);
    assert_eq!(standing(&made, EN, Standing::Machine), ["answer"]);
    let read = by(&made, None, Some(("language-desk".to_owned(), date(2026, 10, 1))));
    assert_eq!(standing(&read, EN, Standing::Machine), [""; 0]);
    assert!(lock_of(&read).contains(" machine reviewed-by language-desk 2026-10-01\n"), "{}", lock_of(&read));
    let changed = edited(&read, NL, "Krijgt u een andere?", "Krijgt u een nieuwe?");
    assert_eq!(standing(&by(&changed, None, None), EN, Standing::Machine), ["answer"], "that was another text");
    assert_eq!(standing(&by(&changed, Some(Maker::Human), None), EN, Standing::Machine), [""; 0]);
}

#[test]
fn what_cannot_be_recorded_is_refused() {
    let refused = |tree: &_, order: &Order| {
        let accepted = accept(tree, order);
        assert!(accepted.value.is_none());
        shown(&accepted.findings, tree)
    };
    let unknown = refused(&locked(), &english(&["anwser"]));
    assert!(unknown.contains("error[not-a-segment]: there is no segment `anwser`"), "{unknown}");
    assert!(unknown.contains("did you mean `answer`?"), "{unknown}");
    let source = refused(&locked(), &Order { files: vec![NL.to_owned()], ..Order::default() });
    assert!(source.contains("error[not-a-translation]") && source.contains(EN), "{source}");
    let alone = refused(&minimal(), &english(&["body.1"]));
    assert!(alone.contains("record the whole list: --segment body"), "{alone}");
    let broken = edited(&locked(), EN, "{report-within:after}", "{report-withni}");
    assert!(refused(&broken, &english(&[])).contains("error[unknown-fact]"));
    let unnamed = with(&locked(), &[("content/facts.yaml", "a: [")]);
    assert!(refused(&unnamed, &english(&[])).contains("content/facts.yaml"), "without facts texts say less");
    let elsewhere =
        Order { files: vec!["content/rules/possessions/savings/en.md".to_owned()], ..Order::default() };
    assert!(accept(&broken, &elsewhere).value.is_some(), "what is wrong in other files does not matter");
}

#[test]
fn entries_of_files_that_are_gone_are_dropped_and_named() {
    let tree = without(&locked(), |path| path == EN);
    let accepted = accept(&tree, &Order::default()).value.expect("a sound guide");
    assert_eq!(accepted.dropped, [EN]);
    assert!(!accepted.text.contains(EN));
}

#[test]
fn from_the_command_line() {
    let folder = guide();
    let run = |arguments: &[&str]| {
        let all: Vec<&str> = ["translate", "accept"].iter().chain(arguments).copied().collect();
        let output = wegwijs(&folder.path().join("content"), &all);
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let lock = folder.path().join(LOCK);
    // Relative to the current folder, and to that of the guide.
    let (code, said, _) = run(&["--dir", "..", "rules/possessions/car/en.md", "--segment", "title"]);
    assert_eq!((code, said.lines().next()), (Some(0), Some(&*format!("{EN}: title"))));
    let (code, said, trouble) = run(&["--dir", "..", EN]);
    assert_eq!(
        (code, said.lines().last()),
        (Some(0), Some("1 file recorded in content/translations.lock")),
        "{trouble}"
    );
    let written = std::fs::read_to_string(&lock).expect("a lock");
    let (code, said, _) = run(&["--dir", "..", EN]);
    assert_eq!((code, said.as_str()), (Some(0), "content/translations.lock already says so\n"));
    let (code, _, trouble) = run(&["--dir", "..", EN, "--segment", "titel"]);
    assert_eq!(code, Some(1), "{trouble}");
    assert!(
        trouble.contains("nothing was recorded") && std::fs::read_to_string(&lock).is_ok_and(|now| now == written)
    );
    assert_eq!(run(&["--dir", ".."]).0, Some(2), "a file, or --all");
    assert_eq!(run(&["--dir", "..", "--all"]).0, Some(0));
    std::fs::write(&lock, "version: 1\nfiles: 3\n").expect("a file");
    let (code, _, trouble) = run(&["--dir", "..", "--all"]);
    assert_eq!(code, Some(1), "a lock that cannot be read is not written over: {trouble}");
}

#[test]
fn a_lock_in_conflict_is_one_finding_and_the_rest_is_judged() {
    let lock = "version: 1\n<<<<<<< HEAD\nfiles: {}\n=======\nfiles:\n>>>>>>> other\n";
    let tree = edited(&with(&minimal(), &[(LOCK, lock)]), EN, "{report-within:after}", "{report-withni}");
    let findings = wegwijs::load::load(&tree).findings;
    let codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes.iter().filter(|code| **code == "lock-conflict").count(), 1, "{codes:?}");
    assert!(codes.contains(&"unknown-fact") && codes.len() == 2, "{codes:?}");
}
