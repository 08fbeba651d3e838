//! Content that changes while it is read: a file is read whole, or there is a finding.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use wegwijs::source::{Limits, Payload, TroubleKind, read_folder};

/// Longer than one read or write of the system.
const LETTERS: usize = 300_000;

/// Writes files in every way that editors have, until it is told to stop.
fn write_on(folder: &Path, texts: &[String; 2], stop: &AtomicBool) {
    let path = |name: &str| folder.join("content").join(name);
    let mut turn = 0;
    while !stop.load(Ordering::Relaxed) {
        turn += 1;
        let text = &texts[turn % 2];
        fs::write(path("in-place.md"), text).expect("written");
        fs::write(path(".swapped"), text).expect("written");
        fs::rename(path(".swapped"), path("swapped.md")).expect("renamed");
        fs::write(path(".moving"), text).expect("written");
        fs::rename(path(".moving"), path(&format!("moving-{}.md", turn % 3))).expect("renamed");
        let _ = fs::remove_file(path(&format!("moving-{}.md", (turn + 1) % 3)));
        let deep = path(&format!("deep-{}", turn % 2));
        fs::create_dir_all(&deep).expect("made");
        fs::write(deep.join("x.md"), text).expect("written");
        let _ = fs::remove_dir_all(path(&format!("deep-{}", (turn + 1) % 2)));
    }
}

/// Stops the writer at the end, also when a test fails.
struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn a_file_is_read_whole_or_there_is_a_finding() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("content")).expect("a folder");
    let texts = ["a".repeat(LETTERS), "b".repeat(LETTERS)];
    let stop = AtomicBool::new(false);
    let mut kinds = [0, 0, 0];
    std::thread::scope(|scope| {
        let _stop = Stop(&stop);
        scope.spawn(|| write_on(folder.path(), &texts, &stop));
        while !folder.path().join("content/swapped.md").exists() {
            std::thread::yield_now();
        }
        for _ in 0..100 {
            let tree = read_folder(folder.path(), Limits::default());
            for (_, file) in tree.iter() {
                match &file.payload {
                    Payload::Text(text) => {
                        kinds[0] += 1;
                        // A file that is written in place is empty or short for a moment, also to its owner.
                        assert!(
                            texts.iter().any(|whole| whole.starts_with(&**text)),
                            "{} is of two times",
                            file.path
                        );
                        let short = file.path.ends_with("in-place.md") || file.path.contains("deep-");
                        assert!(text.len() == LETTERS || short, "{}: {} letters", file.path, text.len());
                    }
                    _ => kinds[1] += 1,
                }
            }
            for trouble in tree.troubles() {
                kinds[2] += 1;
                assert_eq!(trouble.kind, TroubleKind::Changing, "{}", trouble.path);
            }
        }
    });
    let [read, unusable, troubles] = kinds;
    assert!(read > 100 && troubles > 0, "{read} files were read, {troubles} changed meanwhile");
    assert!(unusable <= troubles, "what was not read has a finding");
}

#[test]
fn the_limit_holds_for_what_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("content")).expect("a folder");
    fs::write(folder.path().join("content/a.md"), "x".repeat(100)).expect("written");
    let with = |text_bytes| read_folder(folder.path(), Limits { text_bytes, ..Limits::default() });
    assert!(with(100).troubles().is_empty());
    assert!(matches!(with(99).troubles()[0].kind, TroubleKind::TooLarge { size: 100, limit: 99 }));
}
