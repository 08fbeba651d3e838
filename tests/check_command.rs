//! `wegwijs check` as people call it: what it prints, what it changes, how it ends.

use std::fs;

use tempfile::TempDir;

use crate::bench::root;
use crate::command::{copy, text, wegwijs};

const DATE: [&str; 3] = ["check", "--date", "2026-06-01"];
const CAR: &str = "content/rules/money/car/nl.md";

/// The sound guide in a folder of its own, with a sentence more in the Dutch proof.
fn guide(sentence: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&root().join("tests/guides/sound"), folder.path());
    let path = folder.path().join(CAR);
    let before = fs::read_to_string(&path).expect("a text");
    let after = before.replace("proof: Bewaar de koopbon.", &format!("proof: Bewaar de koopbon.{sentence}"));
    assert!(sentence.is_empty() || before != after, "the sentence stands in the text");
    fs::write(&path, after).expect("writable");
    folder
}

fn check(folder: &TempDir, more: &[&str]) -> (Option<i32>, String, String) {
    let output = wegwijs(folder.path(), &[&DATE, more].concat());
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn warnings_end_with_one_only_where_they_are_denied() {
    let folder = guide(" Dat is derhalve handig.");
    let (code, out, err) = check(&folder, &[]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("warning[hard-word]: `derhalve` is a hard word"), "{out}");
    assert!(out.contains("= help: write `daarom`") && out.contains("= note: "), "{out}");
    assert!(err.contains("0 errors, "), "{err}");
    assert_eq!(check(&folder, &["--deny-warnings"]).0, Some(1));
    assert_eq!(check(&guide(""), &["--deny-warnings"]), (Some(0), String::new(), "0 errors, 0 warnings\n".into()));
}

#[test]
fn a_baseline_lets_through_what_it_knows_and_nothing_else() {
    let folder = guide(" Dat is derhalve handig.");
    assert_eq!(check(&folder, &["--write-baseline", "known.txt"]).0, Some(0));
    let (code, out, err) = check(&folder, &["--baseline", "known.txt", "--deny-warnings"]);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{err}");
    assert!(err.contains("known findings are left out"), "{err}");
    let path = folder.path().join("content/rules/money/savings/nl.md");
    let more = fs::read_to_string(&path).expect("a text") + "\nDit is tevens nieuw.\n";
    fs::write(path, more).expect("writable");
    let (code, out, _) = check(&folder, &["--baseline", "known.txt", "--deny-warnings"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("`tevens`") && !out.contains("`derhalve`"), "{out}");
    let (code, _, err) = check(&folder, &["--baseline", "nothing.txt"]);
    assert_eq!(code, Some(2), "{err}");
}

#[test]
fn fix_changes_what_is_certain_and_says_so() {
    let folder = guide(" Dat is derhalve handig voor de belanghebbende. ");
    let (_, out, err) = check(&folder, &["--fix"]);
    assert!(err.contains("nl.md:") && err.contains("\"derhalve\" -> daarom"), "{err}");
    let now = fs::read_to_string(folder.path().join(CAR)).expect("a text");
    assert!(
        now.contains("Dat is daarom handig voor de belanghebbende.\n"),
        "the space at the end is gone:\n{now}"
    );
    assert!(out.contains("`belanghebbende`"), "a person has to write that sentence: {out}");
    let (_, _, err) = check(&folder, &["--fix"]);
    assert!(!err.contains("changes made"), "there is nothing left to be done: {err}");
}

#[test]
fn annotations_name_the_file_from_where_the_program_runs() {
    let folder = guide(" Dat is derhalve handig.");
    let above = folder.path().parent().expect("a folder above");
    let name = folder.path().file_name().expect("a name").to_string_lossy().into_owned();
    let output = wegwijs(above, &[&DATE[..], &["--format", "github", &name]].concat());
    let wanted = format!("::warning file={name}/{CAR},line=");
    assert!(text(&output.stdout).contains(&wanted), "{}", text(&output.stdout));
}
