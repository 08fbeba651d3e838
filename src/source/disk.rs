//! Reading a project folder, in a fixed order and within limits.

#![expect(clippy::disallowed_methods, reason = "this is the one file that reads the disk")]

use std::collections::BTreeMap;
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::lines::Lines;
use super::names;
use super::tree::{Payload, SourceFile, SourceTree};
use super::trouble::{Trouble, TroubleKind};

/// How much is read at most. Content is not trusted to be harmless.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of a text file.
    pub text_bytes: u64,
    /// Bytes of any other file (images).
    pub other_bytes: u64,
    /// Bytes of a `.lock` file: the program writes it, and it grows with the guide, about a kilobyte a translation.
    pub lock_bytes: u64,
    /// Number of files.
    pub files: usize,
    /// Folders inside folders.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { text_bytes: 1 << 20, other_bytes: 4 << 20, lock_bytes: 64 << 20, files: 500_000, depth: 12 }
    }
}

/// Endings of files that are read as text.
const TEXT: [&str; 11] = ["json", "md", "yaml", "yml", "ftl", "html", "css", "js", "svg", "lock", "typ"];

/// Reads the folders `content`, `locales` and `themes` below `root`, as far as they exist.
///
/// Never fails: what could not be read is in the tree's troubles. Hidden files are passed over.
#[must_use]
pub fn read_folder(root: &Path, limits: Limits) -> SourceTree {
    let mut listed = Vec::new();
    let mut troubles = Vec::new();
    for top in ["content", "locales", "themes"] {
        let folder = root.join(top);
        if folder.is_dir() {
            list(root, &folder, limits, &mut listed, &mut troubles);
        }
    }
    let read: Vec<(SourceFile, Option<TroubleKind>)> = listed
        .into_par_iter()
        .map(|(path, entry)| match read_entry(root, &entry, limits) {
            Ok(payload) => (SourceFile { path, payload }, None),
            Err(kind) => (SourceFile { path, payload: Payload::Unusable }, Some(kind)),
        })
        .collect();
    let mut files = Vec::with_capacity(read.len());
    for (file, kind) in read {
        troubles.extend(kind.map(|kind| Trouble { path: file.path.clone(), kind }));
        files.push(file);
    }
    troubles.extend(same_but_case(&files));
    SourceTree::from_files(files).with_troubles(troubles)
}

/// The files below a folder, in the order of their names, and what is wrong with names and number.
fn list(
    root: &Path,
    folder: &Path,
    limits: Limits,
    listed: &mut Vec<(String, DirEntry)>,
    troubles: &mut Vec<Trouble>,
) {
    let visible = |entry: &DirEntry| !entry.file_name().as_encoded_bytes().starts_with(b".");
    let walker = WalkDir::new(folder).sort_by_file_name().max_depth(limits.depth + 1);
    for entry in walker.into_iter().filter_entry(visible) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map(|p| relative(root, p)).unwrap_or_default();
                let gone = error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound);
                let kind = if gone { TroubleKind::Changing } else { TroubleKind::Unreadable(error.to_string()) };
                troubles.push(Trouble { path, kind });
                continue;
            }
        };
        let path = relative(root, entry.path());
        let name = entry.file_name().to_string_lossy();
        troubles.extend(names::trouble(&path, &name).map(|kind| Trouble { path: path.clone(), kind }));
        if entry.file_type().is_dir() {
            if entry.depth() > limits.depth {
                troubles.push(Trouble { path, kind: TroubleKind::TooDeep(limits.depth) });
            }
            continue;
        }
        if listed.len() >= limits.files {
            troubles.push(Trouble { path, kind: TroubleKind::TooManyFiles(limits.files) });
            return;
        }
        listed.push((path, entry));
    }
}

/// Path below the root with forward slashes.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn read_entry(root: &Path, entry: &DirEntry, limits: Limits) -> Result<Payload, TroubleKind> {
    if entry.path().to_str().is_none() && entry.path().strip_prefix(root).is_ok_and(|path| path.to_str().is_none())
    {
        return Err(TroubleKind::OddName);
    }
    if entry.path_is_symlink() {
        let inside = match (entry.path().canonicalize(), root.canonicalize()) {
            (Ok(target), Ok(root)) => target.starts_with(&root) && target.is_file(),
            _ => false,
        };
        if !inside {
            return Err(TroubleKind::LinkOutside);
        }
    }
    // It was there when the folder was listed.
    load(entry.path(), limits, |error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => TroubleKind::Changing,
        _ => TroubleKind::Unreadable(error.to_string()),
    })
}

/// Reads one file as text, whatever its ending.
///
/// # Errors
/// When the file is too large, not UTF-8, or cannot be read.
pub fn read_text(path: &Path, limits: Limits) -> Result<String, TroubleKind> {
    match read_file(path, limits)? {
        Payload::Text(text) => Ok(text.to_string()),
        Payload::Bytes(bytes) => utf8(bytes.to_vec()),
        Payload::Unusable => Ok(String::new()),
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, TroubleKind> {
    String::from_utf8(bytes).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..sound]).into_owned();
        TroubleKind::NotUtf8(Lines::new(&before).at(before.len()))
    })
}

/// Reads one file: text for the known endings, bytes for all others.
///
/// # Errors
/// When the file is too large, not UTF-8 though it should be text, keeps changing, or cannot be read.
pub fn read_file(path: &Path, limits: Limits) -> Result<Payload, TroubleKind> {
    load(path, limits, |error| TroubleKind::Unreadable(error.to_string()))
}

fn load(
    path: &Path,
    limits: Limits,
    unreadable: impl Fn(io::Error) -> TroubleKind,
) -> Result<Payload, TroubleKind> {
    let is_text = path.extension().and_then(|e| e.to_str()).is_some_and(|e| TEXT.contains(&e));
    let is_lock = path.extension().is_some_and(|ending| ending == "lock");
    let limit = match (is_lock, is_text) {
        (true, _) => limits.lock_bytes,
        (false, true) => limits.text_bytes,
        (false, false) => limits.other_bytes,
    };
    // Not even opened: a pipe would wait for somebody to write, and a device can be without end.
    if !std::fs::metadata(path).map_err(&unreadable)?.is_file() {
        return Err(TroubleKind::Unreadable("it is not a regular file".to_owned()));
    }
    let bytes = read_still(&mut File::open(path).map_err(&unreadable)?, limit).map_err(&unreadable)??;
    if !is_text {
        return Ok(Payload::Bytes(Arc::from(bytes)));
    }
    let text = utf8(bytes)?;
    Ok(Payload::Text(Arc::from(text.strip_prefix('\u{feff}').unwrap_or(&text))))
}

/// How often a file that is being written to is read again.
const TRIES: usize = 3;

/// Reads a file that nobody writes to meanwhile: half an old text and half a new one would be neither.
fn read_still(file: &mut File, limit: u64) -> io::Result<Result<Vec<u8>, TroubleKind>> {
    let mut before = file.metadata()?;
    for _ in 0..TRIES {
        if before.len() > limit {
            return Ok(Err(TroubleKind::TooLarge { size: before.len(), limit }));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or_default() + 1);
        // One byte more than there should be: it may have grown, without end.
        file.rewind()?;
        file.by_ref().take(before.len() + 1).read_to_end(&mut bytes)?;
        let after = file.metadata()?;
        if bytes.len() as u64 == before.len() && is_same(&before, &after) {
            return Ok(Ok(bytes));
        }
        before = after;
    }
    Ok(Err(TroubleKind::Changing))
}

fn is_same(before: &Metadata, after: &Metadata) -> bool {
    before.len() == after.len() && before.modified().ok() == after.modified().ok()
}

fn same_but_case(files: &[SourceFile]) -> Vec<Trouble> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut troubles = Vec::new();
    for file in files {
        if let Some(first) = seen.insert(file.path.to_lowercase(), &file.path) {
            let kind = TroubleKind::SameButCase(first.to_owned());
            troubles.push(Trouble { path: file.path.clone(), kind });
        }
    }
    troubles
}
