//! The program as people call it.

use std::path::Path;
use std::process::{Command, Output};

use crate::bench::minimal_folder;

pub(crate) fn wegwijs(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wegwijs"));
    command.args(arguments).current_dir(folder).output().expect("the program runs")
}

/// Copies a folder.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// The small guide in a folder of its own.
pub(crate) fn guide() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&minimal_folder(), folder.path());
    folder
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_folder_with_only_content_is_built() {
    let folder = guide();
    let output = wegwijs(folder.path(), &["build", "--date", "2026-06-01"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("as on 2026-06-01 in"), "{}", text(&output.stdout));
    assert!(folder.path().join("public/index.html").is_file());
    #[cfg(feature = "binder")]
    assert!(folder.path().join("public/nl/possessions/car/a1-nl.pdf").is_file(), "a sheet beside its page");
    let again = wegwijs(folder.path(), &["build", "--date", "2026-06-02"]);
    assert_eq!(again.status.code(), Some(0), "its own site may be replaced: {}", text(&again.stderr));
    let names = std::fs::read_dir(folder.path()).expect("a folder").map(|e| e.expect("an entry").file_name());
    let left: Vec<_> = names.filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert_eq!(left, [".public.state"], "nothing is left over but what is remembered of the build");
}

#[test]
fn files_of_somebody_else_are_not_replaced() {
    let folder = guide();
    let public = folder.path().join("public");
    std::fs::create_dir(&public).expect("a folder");
    std::fs::write(public.join("photos.zip"), "precious").expect("a file");
    let output = wegwijs(folder.path(), &["build", "--date", "2026-06-01"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("photos.zip") && text(&output.stderr).contains("--force"),
        "{}",
        text(&output.stderr)
    );
    assert!(public.join("photos.zip").is_file() && !public.join("index.html").exists());
    let forced = wegwijs(folder.path(), &["build", "--date", "2026-06-01", "--force"]);
    assert_eq!(forced.status.code(), Some(0));
    assert!(!public.join("photos.zip").exists());
}

#[cfg(unix)]
#[test]
fn a_link_to_the_output_folder_stays_a_link() {
    let folder = guide();
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let target = elsewhere.path().join("www");
    std::fs::create_dir(&target).expect("a folder");
    std::os::unix::fs::symlink(&target, folder.path().join("public")).expect("a link");
    let output = wegwijs(folder.path(), &["build", "--date", "2026-06-01"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(folder.path().join("public").is_symlink() && target.join("index.html").is_file());
}

#[test]
fn what_cannot_run_says_why_and_how_to_go_on() {
    let empty = tempfile::tempdir().expect("a temporary folder");
    let output = wegwijs(empty.path(), &["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("content/site.yaml"), "{}", text(&output.stderr));
    let output = wegwijs(empty.path(), &["build", "nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    let output = wegwijs(empty.path(), &["biuld"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("build"), "a suggestion: {}", text(&output.stderr));
    let folder = guide();
    let output = wegwijs(folder.path(), &["build", "--lang", "xx"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("this guide has: nl, en"), "{}", text(&output.stderr));
}

#[test]
fn help_has_examples() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = wegwijs(folder.path(), &["--help"]);
    assert_eq!(output.status.code(), Some(0));
    let help = text(&output.stdout);
    assert!(help.contains("Examples:") && help.contains("Exit codes:"), "{help}");
}

#[cfg(feature = "binder")]
#[test]
fn a_binder_is_one_file() {
    let folder = guide();
    let binder = |arguments: &[&str]| {
        let all: Vec<&str> = ["binder", "--date", "2026-06-01"].iter().chain(arguments).copied().collect();
        wegwijs(folder.path(), &all)
    };
    let made = binder(&["-l", "nl+en", "--large", "--double-sided"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let file = folder.path().join("binder-duinrode-nl-en.pdf");
    assert!(std::fs::read(&file).expect("a file").starts_with(b"%PDF-1.7"), "named after place and languages");
    let kept = std::fs::read(&file).expect("a file");
    let none = binder(&["-l", "nl+en", "-r", "nothing"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(text(&none.stderr).contains("there is no rule `nothing`"), "{}", text(&none.stderr));
    assert!(std::fs::read(&file).expect("a file") == kept, "what was there is as it was");
    let odd = binder(&["-l", "nl+nl"]);
    assert_eq!(odd.status.code(), Some(2), "{}", text(&odd.stderr));
    let nowhere = binder(&["-l", "nl", "-o", "no/such/folder/x.pdf"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(text(&nowhere.stderr).contains("x.pdf was not written"), "{}", text(&nowhere.stderr));
}

/// Nothing here reaches a network: the one address of the guide is this machine's, which is never asked.
#[test]
fn links_are_only_asked_about_on_request() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rule = folder.path().join("content/rules/a/b");
    std::fs::create_dir_all(&rule).expect("folders");
    let site = "title: W\ndescription: W\nsource_language: nl\nlanguages: [nl]\nbase_url: https://w.example/\n";
    let review = "{written_by: a, checked_by: b, on: 2026-01-01, next: 2027-01-01}";
    for (path, text) in [
        ("content/site.yaml", site),
        ("content/rules/a/chapter.yaml", "order: 1\nletter: A\ntitle: W\nintroduction: W\n"),
        ("content/rules/a/b/rule.yaml", &format!("kind: right\nsheet: A1\nreview: {review}\n")),
        ("content/rules/a/b/nl.md", "---\ntitle: W\nanswer: W\n---\nZie [hier](http://127.0.0.1:9/).\n"),
    ] {
        std::fs::write(folder.path().join(path), text).expect("a file");
    }
    let plain = wegwijs(folder.path(), &["check", "--date", "2026-06-01"]);
    assert!(!text(&plain.stderr).contains("could not be judged"), "{}", text(&plain.stderr));
    let asked = wegwijs(folder.path(), &["check", "--date", "2026-06-01", "--external"]);
    let said = text(&asked.stderr);
    if cfg!(feature = "external") {
        assert!(said.contains("1 of 1 addresses could not be judged: 1 lay outside the public web"), "{said}");
        assert_eq!(asked.status.code(), plain.status.code(), "that is no finding: {said}");
    } else {
        assert_eq!(asked.status.code(), Some(2));
        assert!(said.contains("built without network code"), "{said}");
    }
    assert!(!folder.path().join(".wegwijs-links.json").exists(), "there was nothing to keep");
}
