//! What `translate status` says, and where it has the old texts from.

use std::path::Path;
use std::process::Command;

use super::{EN, NL};
use crate::command::{guide, text, wegwijs};

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]);
    let output = command.args(arguments).current_dir(folder).output().expect("git runs");
    assert!(output.status.success(), "git {arguments:?}: {}", text(&output.stderr));
}

fn replace(folder: &Path, path: &str, from: &str, to: &str) {
    let file = folder.join(path);
    let old = std::fs::read_to_string(&file).expect("a text");
    assert!(old.contains(from), "{path} holds {from:?}");
    std::fs::write(&file, old.replacen(from, to, 1)).expect("a text");
}

/// The small guide, recorded, with two changes after each other and one file less; and what status says.
fn said(history: bool, arguments: &[&str]) -> (Option<i32>, String) {
    let folder = guide();
    let path = folder.path();
    let commit = || {
        if history {
            git(path, &["add", "."]);
            git(path, &["commit", "--quiet", "--message", "change"]);
        }
    };
    if history {
        git(path, &["init", "--quiet"]);
    }
    assert_eq!(wegwijs(path, &["translate", "accept", "--all"]).status.code(), Some(0));
    commit();
    replace(path, NL, "Krijgt u een andere?", "Krijgt u een nieuwe?");
    commit();
    replace(path, NL, "Krijgt u een nieuwe?", "Krijgt u er nog een?");
    replace(path, NL, "Een auto telt mee", "Een auto telt altijd mee");
    replace(path, "content/glossary.yaml", "Alles wat u heeft", "Alles wat u bezit");
    replace(path, EN, "proof: Keep the receipt.\n", "");
    let all: Vec<&str> = ["translate", "status"].iter().chain(arguments).copied().collect();
    let output = wegwijs(path, &all);
    assert_eq!(text(&output.stderr), "");
    (output.status.code(), text(&output.stdout))
}

#[test]
fn old_and_new_text_stand_side_by_side() {
    let (code, report) = said(true, &[]);
    assert_eq!(code, Some(0), "{report}");
    assert!(report.contains("3 stale, 2 missing, 0 machine, 0 not recorded\n"), "{report}");
    let lines: Vec<Vec<&str>> = report.lines().map(|line| line.split(" | ").map(str::trim).collect()).collect();
    let side_by_side = |then: &str, now: &str| {
        lines.iter().any(|line| matches!(line[..], [left, right] if left.contains(then) && right.contains(now)))
    };
    assert!(side_by_side("Een auto mag. Krijgt u een andere?", "Krijgt u er nog een?"), "{report}");
    assert!(side_by_side("Een auto telt mee", "Een auto telt altijd mee"), "{report}");
    assert!(side_by_side("Alles wat u heeft", "Alles wat u bezit"), "{report}");
    assert!(report.contains("  answer is stale, line 3\n") && report.contains("  missing: proof\n"), "{report}");
    assert!(report.contains("rules/possessions/car/en.md\n  the file is missing (1 segment)\n"), "{report}");
    assert!(report.lines().all(|line| line.chars().count() <= 100), "{report}");
}

#[test]
fn without_a_history_the_new_text_is_there() {
    let (code, report) = said(false, &["--lang", "en"]);
    assert_eq!(code, Some(0), "{report}");
    assert!(report.contains("the old text is not in this folder's git"), "{report}");
    assert!(report.contains("Krijgt u er nog een?"), "{report}");
}

#[test]
fn the_report_for_programs() {
    let (_, report) = said(true, &["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let english = &report["languages"][0];
    assert_eq!((&english["language"], &english["counts"]["stale"]), (&"en".into(), &3.into()));
    let files = english["files"].as_array().expect("files");
    let car = files.iter().find(|file| file["path"] == EN).expect("the car");
    let answer = car["segments"].as_array().and_then(|all| all.iter().find(|s| s["name"] == "answer"));
    let answer = answer.expect("the answer");
    assert_eq!((&answer["standing"], &answer["line"]), (&"stale".into(), &3.into()));
    assert!(answer["then"].as_str().is_some_and(|then| then.contains("Krijgt u een andere?")), "{answer}");
}

#[test]
fn a_language_that_the_guide_does_not_have() {
    let output = wegwijs(guide().path(), &["translate", "status", "--lang", "ne"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("this guide has: nl, en"), "{}", text(&output.stderr));
}
