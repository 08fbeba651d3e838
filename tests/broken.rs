//! Broken content: each kind gives exactly its finding, exit code 1, and leaves the published site alone.
//!
//! A case is a folder `tests/broken/<name>/` with the files that differ from `tests/guides/minimal`, a file
//! `DELETE` with the paths to take away (if any), and `expected.txt`: what a person sees. Content that is
//! made by code (`hostile`) has its expectations in `tests/broken/generated/`.
//! `WEGWIJS_UPDATE=1 cargo test --test suite broken` writes all expectations anew: read the difference.

#![expect(clippy::disallowed_methods, reason = "these tests make project folders on the disk")]

mod hostile;
mod mangled;
mod project;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use project::{Project, files, guide};

/// Where the cases stand.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

/// Where the expectations of content made by code stand.
fn generated(name: &str) -> PathBuf {
    folder().join("generated").join(format!("{name}.txt"))
}

/// All cases, by name.
fn cases() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("there are cases").map(|entry| entry.expect("readable"));
    let folders = entries.filter(|entry| entry.path().is_dir());
    let names = folders.map(|entry| entry.file_name().into_string().expect("UTF-8"));
    let mut names: Vec<String> = names.filter(|name| name != "generated").collect();
    names.sort_unstable();
    names
}

/// Fails with everything that is wrong, not only the first.
fn none_wrong(what: &str, results: Vec<Result<(), String>>) {
    let count = results.len();
    let wrong: Vec<String> = results.into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{} of {count} {what} are wrong:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn each_kind_of_broken_content_gives_exactly_its_finding() {
    let cases = cases();
    assert!(cases.len() >= 36, "only {} cases were found", cases.len());
    let judge = |name: &String| {
        let project = Project::minimal();
        project.lay_over(&folder().join(name));
        project.judge(name, &folder().join(name).join("expected.txt"))
    };
    none_wrong("cases", cases.par_iter().map(judge).collect());
}

/// A case that changes nothing, or an expectation that nobody reads, would pass without checking.
#[test]
fn every_file_of_a_case_counts() {
    let good = guide();
    for name in cases() {
        let case = files(&folder().join(&name));
        assert!(case.contains_key("expected.txt"), "{name} has no expected.txt");
        let changes: Vec<_> = case.iter().filter(|(path, _)| *path != "expected.txt").collect();
        assert!(!changes.is_empty(), "{name} changes nothing");
        for (path, bytes) in changes {
            assert!(good.get(path) != Some(bytes), "{name}/{path} is the same as in the sound guide");
            let known = ["content/", "locales/", "themes/"].iter().any(|top| path.starts_with(top));
            assert!(known || path == "DELETE", "nothing reads {name}/{path}");
        }
    }
    for entry in fs::read_dir(folder()).expect("a folder").map(|entry| entry.expect("readable")) {
        let stray = entry.path().is_file() && entry.path().extension().is_none_or(|ending| ending != "rs");
        assert!(!stray, "nothing reads {}", entry.path().display());
    }
    let own: BTreeSet<String> = hostile::BROKEN.iter().map(|(name, _)| format!("{name}.txt")).collect();
    let found: BTreeSet<String> = files(&folder().join("generated")).into_keys().collect();
    assert_eq!(found, own, "tests/broken/generated holds what is checked, and nothing else");
}

/// Findings that no build of these tests causes: of paper (tests/binder), of the command line (tests/translate.rs for
/// two of them), and a warning.
const ELSEWHERE: [&str; 6] = [
    "binder-failed",
    "character-not-printed",
    "message-missing",
    "not-a-segment",
    "not-a-translation",
    "not-in-guide",
];

#[test]
fn every_code_has_a_case() {
    let expected = files(&folder()).into_iter().filter(|(path, _)| path.ends_with(".txt"));
    let texts: Vec<String> = expected.map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8")).collect();
    let shown = |code: &str| texts.iter().any(|text| text.contains(&format!("error[{code}]: ")));
    // tests/lints has a case for each lint.
    let lints = wegwijs::check_codes();
    let codes = wegwijs::codes().into_iter().filter(|code| !lints.contains(code));
    let without: Vec<_> = codes.filter(|code| !shown(code)).collect();
    assert_eq!(without, ELSEWHERE, "these codes are shown by no case");
}

#[test]
fn the_small_guide_is_sound() {
    let project = Project::minimal();
    let run = project.build();
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(!project.is_as_before(), "a good build does replace the old site, or the other tests prove nothing");
}

/// Order is by path, then by place in the file; the first fault stops nothing.
#[test]
fn all_faults_of_a_run_are_shown_in_order() {
    let project = Project::minimal();
    project.lay_over(&folder().join("six-faults-in-four-files"));
    let run = project.build();
    let places = run.stderr.lines().filter_map(|line| line.trim_start().strip_prefix("--> "));
    let wanted = [
        "content/facts.yaml:7:14",
        "content/facts.yaml:13:17",
        "content/municipalities/duinrode/municipality.yaml:11:18",
        "content/rules/possessions/car/nl.md:7:41",
        "content/rules/possessions/car/nl.md:20:1",
        "content/site.yaml:8:1",
    ];
    assert_eq!(places.collect::<Vec<_>>(), wanted);
}
