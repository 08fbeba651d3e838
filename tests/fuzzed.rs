//! What the fuzzer is given, run on every file of its corpus: what it once found stays mended. See docs/fuzzing.md.

#[path = "../fuzz/targets/mod.rs"]
#[allow(unreachable_pub, reason = "the fuzzer has these as a crate of their own")]
mod targets;

use std::fs;
use std::panic::catch_unwind;

use wegwijs::output::MANIFEST;

use crate::bench::{built_on, root, without};
use targets::{DAY, made, small};

/// A target, by name.
type Target = (&'static str, fn(&[u8]));

const TARGETS: &[Target] = &[
    ("escaping", targets::escaping::escaping),
    ("formulas", targets::formulas::formulas),
    ("guides", targets::guides::guides),
    ("lock", targets::lock::lock),
    ("markdown", targets::markdown::markdown),
    ("metadata", targets::metadata::metadata),
    #[cfg(feature = "binder")]
    ("pdf_text", targets::pdf_text::pdf_text),
];

fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = root().join("fuzz/corpus").join(target);
    let entries = fs::read_dir(folder).expect("a corpus").map(|entry| entry.expect("readable").path());
    let mut files: Vec<_> = entries.collect();
    files.sort();
    let read = |path: std::path::PathBuf| (path.display().to_string(), fs::read(&path).expect("readable"));
    files.into_iter().map(read).collect()
}

#[test]
fn the_whole_corpus_keeps_every_promise() {
    let mut broken = Vec::new();
    for (name, target) in TARGETS {
        let files = corpus(name);
        assert!((5..=40).contains(&files.len()), "the corpus of {name} is there and small: {} files", files.len());
        assert!(files.iter().all(|(_, bytes)| bytes.len() <= 4096), "so is every file of {name}");
        let wrong = files.into_iter().filter(|(_, bytes)| catch_unwind(|| target(bytes)).is_err());
        broken.extend(wrong.map(|(path, _)| path));
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

/// Every target has its folder, and nothing else lies there.
#[test]
fn the_corpus_is_that_of_the_targets() {
    let entries = fs::read_dir(root().join("fuzz/corpus")).expect("a corpus");
    let mut folders: Vec<String> =
        entries.map(|entry| entry.expect("readable").file_name().into_string().expect("UTF-8")).collect();
    folders.sort_unstable();
    let mut names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).chain(["pdf_text"]).collect();
    names.dedup();
    assert_eq!(folders, names);
}

/// The fuzzer does not read theme and locales again for each guide: what it does instead is what `build` does.
#[test]
fn what_is_fuzzed_is_what_is_built() {
    let made = made(&small(), &[]);
    assert!(made.findings.is_empty(), "{:?}", made.findings);
    let site = made.site.expect("a site");
    let mut built = built_on(&small(), DAY);
    built.retain(|path| path != MANIFEST);
    assert!(site == built, "the same files");
    assert!(
        without(&small(), |_| false).is_same(&crate::bench::minimal()),
        "all files of the small guide are there"
    );
}
