//! Reading what changed in a folder, and nothing else.
//!
//! Text that did not change stays the *same* `Arc`, so whoever works with a tree can see by the pointer alone what
//! is new.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::disk::{Found, Limits, look, read_folder, same_but_case};
use super::names;
use super::tree::{Payload, SourceFile, SourceTree};
use super::trouble::{Trouble, TroubleKind};

/// What came of reading again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Again {
    /// The paths of the files that are different from what they were; they may be gone. None if nothing is.
    Read(Vec<String>),
    /// Single files do not tell: folders or links came, went or were renamed. The tree is as it was; read the
    /// whole folder.
    Unclear,
}

/// More files than this are read as a whole folder: that is no slower.
const MANY: usize = 1000;

/// Reads the files at these paths again (below `root`, or absolute and below it) and puts them into the tree that
/// [`read_folder`] made of `root`. Afterwards it is what [`read_folder`] would make now, if nothing else changed.
#[must_use]
pub fn read_again(root: &Path, tree: &mut SourceTree, changed: &BTreeSet<PathBuf>, limits: Limits) -> Again {
    let cut_off = |trouble: &Trouble| matches!(trouble.kind, TroubleKind::TooManyFiles(_));
    if changed.len() > MANY || tree.troubles().iter().any(cut_off) {
        return Again::Unclear;
    }
    let mut found: BTreeMap<String, Option<Result<Payload, TroubleKind>>> = BTreeMap::new();
    let mut paths = BTreeSet::new();
    for path in changed {
        let Some(path) = below(root, path) else { return Again::Unclear };
        paths.insert(path);
    }
    // A link changes with what it leads to, without a word.
    let links: BTreeSet<&String> = tree.links().iter().collect();
    paths.extend(links.iter().map(|link| (*link).clone()));
    for path in paths {
        // A folder that is gone, or a file in its place, took along what was in it.
        let below = format!("{path}/");
        let in_it = |trouble: &Trouble| trouble.path.starts_with(&below);
        let was_folder = tree.below(&below).next().is_some() || tree.troubles().iter().any(in_it);
        let was_link = links.contains(&path);
        let read = match look(root, &path, limits) {
            _ if was_folder => return Again::Unclear,
            Found::File(read) if !was_link => Some(read),
            Found::Link(read) if was_link => Some(read),
            Found::Nothing if !was_link => None,
            _ => return Again::Unclear,
        };
        found.insert(path, read);
    }
    let appears = |(path, read): (&String, &Option<_>)| read.is_some() && tree.find(path).is_none();
    let new: Vec<&str> = found.iter().filter(|each| appears(*each)).map(|(path, _)| path.as_str()).collect();
    // What is wrong with a name comes and goes with the file.
    let named = |path: &&str| names::trouble(path, path.rsplit('/').next().unwrap_or(path)).is_some();
    if new.iter().any(named)
        || tree
            .troubles()
            .iter()
            .any(|trouble| is_of_name(&trouble.kind) && matches!(found.get(&trouble.path), Some(None)))
    {
        return Again::Unclear;
    }
    if tree.len() + new.len() > limits.files {
        return Again::Unclear;
    }
    let all = || tree.iter().map(|(_, file)| &*file.path).chain(new.iter().copied());
    // Where upper and lower case are one file, a path that differs in that alone is the old one under a new name.
    if !new.is_empty() && !same_but_case(all()).is_empty() {
        return Again::Unclear;
    }
    put(tree, found)
}

/// Whether something is wrong with the name of a file rather than with the file.
fn is_of_name(kind: &TroubleKind) -> bool {
    matches!(kind, TroubleKind::SameButCase(_) | TroubleKind::NotOnWindows | TroubleKind::LongPath { .. })
}

/// The path below the root with forward slashes; nothing if it is elsewhere or no text.
fn below(root: &Path, path: &Path) -> Option<String> {
    let below = if path.is_absolute() { path.strip_prefix(root).ok()? } else { path };
    let parts: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// Puts what was found into the tree.
fn put(tree: &mut SourceTree, found: BTreeMap<String, Option<Result<Payload, TroubleKind>>>) -> Again {
    let mut changed = Vec::new();
    for (path, read) in found {
        let old = tree.find(&path).map(|(_, file)| file.payload.clone());
        let about = |trouble: &Trouble| trouble.path == path && !is_of_name(&trouble.kind);
        let before = tree.troubles().iter().find(|trouble| about(trouble)).map(|trouble| trouble.kind.clone());
        let (new, trouble) = match read {
            None => (None, None),
            Some(Ok(payload)) => (Some(payload), None),
            Some(Err(kind)) => (Some(Payload::Unusable), Some(kind)),
        };
        let same = match (&old, &new) {
            (Some(old), Some(new)) => old.is_same(new),
            (old, new) => old.is_none() && new.is_none(),
        };
        if same && before == trouble {
            continue;
        }
        changed.push(path.clone());
        tree.troubles_mut().retain(|trouble| !about(trouble));
        tree.troubles_mut().extend(trouble.map(|kind| Trouble { path: path.clone(), kind }));
        match new {
            Some(payload) => tree.put(SourceFile { path: path.into(), payload }),
            None => {
                tree.remove(&path);
                // Of two that differed in case one may be left.
                let is_case = |trouble: &Trouble| matches!(trouble.kind, TroubleKind::SameButCase(_));
                if tree.troubles().iter().any(is_case) {
                    let still = same_but_case(tree.iter().map(|(_, file)| &*file.path));
                    tree.troubles_mut().retain(|trouble| !is_case(trouble));
                    tree.troubles_mut().extend(still);
                }
            }
        }
    }
    Again::Read(changed)
}

/// Reads the whole folder again, as [`read_folder`] does. The paths of the files that are different from what they
/// were, sorted; they may be gone.
#[must_use]
pub fn read_folder_again(root: &Path, tree: &mut SourceTree, limits: Limits) -> Vec<String> {
    let read = read_folder(root, limits);
    let gone = tree.iter().filter(|(_, file)| read.find(&file.path).is_none());
    let mut changed: BTreeSet<String> = gone.map(|(_, file)| file.path.to_string()).collect();
    let only_in = |one: &[Trouble], other: &[Trouble]| -> Vec<String> {
        one.iter().filter(|trouble| !other.contains(trouble)).map(|trouble| trouble.path.clone()).collect()
    };
    changed.extend(only_in(tree.troubles(), read.troubles()));
    changed.extend(only_in(read.troubles(), tree.troubles()));
    let kept = read.iter().map(|(_, file)| match tree.find(&file.path) {
        Some((_, old)) if old.payload.is_same(&file.payload) => old.clone(),
        _ => {
            changed.insert(file.path.to_string());
            file.clone()
        }
    });
    let files: Vec<SourceFile> = kept.collect();
    let links = read.links().to_vec();
    *tree = SourceTree::from_files(files).with_troubles(read.troubles().to_vec()).with_links(links);
    changed.into_iter().collect()
}
