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

/// The folders that are read.
pub(super) const TOPS: [&str; 3] = ["content", "locales", "themes"];

/// Reads the folders `content`, `locales` and `themes` below `root`, as far as they exist.
///
/// Never fails: what could not be read is in the tree's troubles. Hidden files are passed over.
#[must_use]
pub fn read_folder(root: &Path, limits: Limits) -> SourceTree {
    let mut listing = Listing { root, limits, found: Vec::new(), troubles: Vec::new() };
    for top in TOPS {
        let folder = root.join(top);
        if folder.is_dir() {
            listing.walk(&folder);
        }
    }
    let Listing { found, mut troubles, .. } = listing;
    let links = found.iter().filter(|(_, entry)| entry.path_is_symlink()).map(|(path, _)| path.clone()).collect();
    let read: Vec<(SourceFile, Option<TroubleKind>)> = found
        .into_par_iter()
        .map(|(path, entry)| match read_one(root, entry.path(), entry.path_is_symlink(), limits) {
            Ok(payload) => (SourceFile { path: path.into(), payload }, None),
            Err(kind) => (SourceFile { path: path.into(), payload: Payload::Unusable }, Some(kind)),
        })
        .collect();
    let mut files = Vec::with_capacity(read.len());
    for (file, kind) in read {
        troubles.extend(kind.map(|kind| Trouble { path: file.path.to_string(), kind }));
        files.push(file);
    }
    troubles.extend(same_but_case(files.iter().map(|file| &*file.path)));
    SourceTree::from_files(files).with_troubles(troubles).with_links(links)
}

/// The files of a project folder in the order of their names, and what is wrong with names and number.
struct Listing<'a> {
    root: &'a Path,
    limits: Limits,
    found: Vec<(String, DirEntry)>,
    troubles: Vec<Trouble>,
}

impl Listing<'_> {
    fn walk(&mut self, folder: &Path) {
        let (root, limits) = (self.root, self.limits);
        let visible = |entry: &DirEntry| !entry.file_name().as_encoded_bytes().starts_with(b".");
        let walker = WalkDir::new(folder).sort_by_file_name().max_depth(limits.depth + 1);
        for entry in walker.into_iter().filter_entry(visible) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().map(|p| relative(root, p)).unwrap_or_default();
                    let gone = error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound);
                    let kind =
                        if gone { TroubleKind::Changing } else { TroubleKind::Unreadable(error.to_string()) };
                    self.troubles.push(Trouble { path, kind });
                    continue;
                }
            };
            let path = relative(root, entry.path());
            let name = entry.file_name().to_string_lossy();
            self.troubles.extend(names::trouble(&path, &name).map(|kind| Trouble { path: path.clone(), kind }));
            if entry.file_type().is_dir() {
                if entry.depth() > limits.depth {
                    self.troubles.push(Trouble { path, kind: TroubleKind::TooDeep(limits.depth) });
                }
                continue;
            }
            if self.found.len() >= limits.files {
                self.troubles.push(Trouble { path, kind: TroubleKind::TooManyFiles(limits.files) });
                return;
            }
            self.found.push((path, entry));
        }
    }
}

/// Path below the root with forward slashes.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn read_one(root: &Path, path: &Path, link: bool, limits: Limits) -> Result<Payload, TroubleKind> {
    if path.strip_prefix(root).is_ok_and(|path| path.to_str().is_none()) {
        return Err(TroubleKind::OddName);
    }
    if link {
        let inside = match (path.canonicalize(), root.canonicalize()) {
            (Ok(target), Ok(root)) => target.starts_with(&root) && target.is_file(),
            _ => false,
        };
        if !inside {
            return Err(TroubleKind::LinkOutside);
        }
    }
    // It was there when the folder was listed or looked at.
    load(path, limits, |error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => TroubleKind::Changing,
        _ => TroubleKind::Unreadable(error.to_string()),
    })
}

/// What stands at one path.
pub(super) enum Found {
    /// Nothing, or nothing that is read.
    Nothing,
    /// A file, or what is wrong with it.
    File(Result<Payload, TroubleKind>),
    /// The same of a link to a file.
    Link(Result<Payload, TroubleKind>),
    /// Something that only reading the whole folder can tell.
    Unclear,
}

/// Looks at one path below the root as [`read_folder`] would come across it.
pub(super) fn look(root: &Path, path: &str, limits: Limits) -> Found {
    let parts: Vec<&str> = path.split('/').collect();
    // The folders at the top count as no depth, and files one deeper than the deepest folder are read.
    if parts.iter().any(|part| part.starts_with('.')) || parts.len() > limits.depth + 2 {
        return Found::Nothing;
    }
    if parts.len() < 2 || !TOPS.contains(&parts[0]) {
        return Found::Unclear;
    }
    let mut above = root.join(parts[0]);
    for part in &parts[1..parts.len() - 1] {
        above.push(part);
        match above.symlink_metadata() {
            Ok(there) if there.is_dir() => {}
            Ok(_) => return Found::Unclear,
            Err(_) => return Found::Nothing,
        }
    }
    let path = root.join(path);
    match path.symlink_metadata() {
        Ok(there) if there.is_dir() => Found::Unclear,
        Ok(there) if there.is_symlink() => Found::Link(read_one(root, &path, true, limits)),
        Ok(_) => Found::File(read_one(root, &path, false, limits)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Found::Nothing,
        Err(_) => Found::Unclear,
    }
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

pub(super) fn same_but_case<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<Trouble> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut troubles = Vec::new();
    for path in paths {
        if let Some(first) = seen.insert(path.to_lowercase(), path) {
            let kind = TroubleKind::SameButCase(first.to_owned());
            troubles.push(Trouble { path: path.to_owned(), kind });
        }
    }
    troubles
}
