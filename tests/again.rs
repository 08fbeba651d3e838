//! Reading again what changed: the tree is what a fresh reading gives, and what did not change is the same text.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;
use wegwijs::source::{Again, Limits, Payload, SourceTree, read_again, read_folder, read_folder_again};

const LIMITS: Limits = Limits { text_bytes: 40, other_bytes: 40, lock_bytes: 40, files: 7, depth: 2 };

fn guide() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in [("content/site.yaml", "a"), ("content/rules/car/nl.md", "b"), ("themes/x/style.css", "c")]
    {
        write(folder.path(), path, text.as_bytes());
    }
    folder
}

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    // What stands in the way may be a file where a folder goes: then nothing is written.
    let _ = path.parent().map(fs::create_dir_all);
    let _ = fs::write(path, bytes);
}

/// Reads the paths again, or all of it if they do not tell; the paths that changed.
fn again(root: &Path, tree: &mut SourceTree, paths: &[&str]) -> Vec<String> {
    let paths: BTreeSet<PathBuf> = paths.iter().map(PathBuf::from).collect();
    match read_again(root, tree, &paths, LIMITS) {
        Again::Read(changed) => changed,
        Again::Unclear => read_folder_again(root, tree, LIMITS),
    }
}

/// Everything that is known of a tree.
fn told(tree: &SourceTree) -> (Vec<String>, Vec<String>) {
    let mut troubles: Vec<String> = tree.troubles().iter().map(|trouble| format!("{trouble:?}")).collect();
    troubles.sort();
    (tree.iter().map(|(_, file)| format!("{file:?}")).collect(), troubles)
}

fn text(tree: &SourceTree, path: &str) -> Arc<str> {
    match tree.find(path).map(|(_, file)| &file.payload) {
        Some(Payload::Text(text)) => Arc::clone(text),
        other => panic!("{path} is a text, not {other:?}"),
    }
}

#[test]
fn only_what_changed_is_new() {
    let folder = guide();
    let mut tree = read_folder(folder.path(), LIMITS);
    let before = tree.clone();
    write(folder.path(), "content/site.yaml", b"a2");
    write(folder.path(), "content/rules/car/nl.md", b"b");
    let all = ["content/site.yaml", "content/rules/car/nl.md", "themes/x/style.css"];
    assert_eq!(again(folder.path(), &mut tree, &all), ["content/site.yaml"], "one was written, and says the same");
    assert_eq!(&*text(&tree, "content/site.yaml"), "a2");
    for same in &all[1..] {
        assert!(Arc::ptr_eq(&text(&before, same), &text(&tree, same)), "{same}");
    }
    write(folder.path(), "content/site.yaml", b"a3");
    assert_eq!(read_folder_again(folder.path(), &mut tree, LIMITS), ["content/site.yaml"]);
    assert!(Arc::ptr_eq(&text(&before, all[1]), &text(&tree, all[1])), "also when the whole folder was read");
    assert_eq!(read_folder_again(folder.path(), &mut tree, LIMITS), Vec::<String>::new());
}

#[test]
fn folders_are_not_judged_by_single_files() {
    let folder = guide();
    let mut tree = read_folder(folder.path(), LIMITS);
    let mut unclear = |paths: &[&str]| {
        let paths = paths.iter().map(PathBuf::from).collect();
        let before = told(&tree);
        let unclear = read_again(folder.path(), &mut tree, &paths, LIMITS) == Again::Unclear;
        unclear && told(&tree) == before
    };
    fs::remove_dir_all(folder.path().join("content/rules")).expect("removed");
    assert!(unclear(&["content/site.yaml", "content/rules"]), "a folder that is gone");
    assert!(unclear(&["content"]) && unclear(&["themes/x"]), "a folder that is there");
    assert!(unclear(&["/elsewhere/content/site.yaml"]), "a path of another folder");
}

const PATHS: [&str; 12] = [
    "content/site.yaml",
    "content/SITE.yaml",
    "content/rules",
    "content/rules/car/nl.md",
    "content/rules/car/deep/nl.md",
    "content/rules/car/deep/er/nl.md",
    "content/.hidden/nl.md",
    "content/rules/car/.nl.md.swp",
    "content/link.md",
    "locales/nl/x.ftl",
    "locales",
    "elsewhere/nl.md",
];

/// One thing that somebody does to one path.
fn act(root: &Path, path: &str, what: usize) {
    let at = root.join(path);
    // Nobody here writes through a link to another file.
    if at.is_symlink() {
        let _ = fs::remove_file(&at);
    }
    match what {
        0 => write(root, path, b"one"),
        1 => write(root, path, b"two"),
        2 => write(root, path, b"not \xff UTF-8"),
        3 => write(root, path, &[b'x'; 60]),
        4 => drop(fs::create_dir_all(at)),
        #[cfg(unix)]
        5 => drop(std::os::unix::fs::symlink("site.yaml", at)),
        #[cfg(unix)]
        6 => drop(std::os::unix::fs::symlink("/nowhere/else", at)),
        _ if at.is_dir() => drop(fs::remove_dir_all(at)),
        _ => drop(fs::remove_file(at)),
    }
}

/// The folders that a path lies in.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

proptest! {
    /// Whatever is done to a folder, reading again gives what a fresh reading gives.
    #[test]
    fn the_tree_is_that_of_a_fresh_reading(
        rounds in prop::collection::vec(prop::collection::vec((0..PATHS.len(), 0..10_usize), 1..4), 1..8),
    ) {
        let folder = guide();
        let mut tree = read_folder(folder.path(), LIMITS);
        for round in rounds {
            let before = told(&tree);
            let acted: BTreeSet<&str> = round.iter().map(|(path, _)| PATHS[*path]).collect();
            let folders: Vec<(&str, bool)> = acted.iter().flat_map(|path| above(path)).map(|above| (above, folder.path().join(above).is_dir())).collect();
            for (path, what) in &round {
                act(folder.path(), PATHS[*path], *what);
            }
            // Folders that came or went by it are heard of too.
            let other = folders.iter().filter(|(above, there)| folder.path().join(above).is_dir() != *there);
            let paths: Vec<&str> = acted.iter().copied().chain(other.map(|(above, _)| *above)).collect();
            let changed = again(folder.path(), &mut tree, &paths);
            let fresh = read_folder(folder.path(), LIMITS);
            prop_assert_eq!(told(&tree), told(&fresh));
            prop_assert_eq!(changed.is_empty(), told(&tree) == before);
        }
    }
}
