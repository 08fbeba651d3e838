//! What can go wrong with publication; a tree in memory as a site; single files.

#![expect(clippy::disallowed_methods, reason = "this room writes the disk")]

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::manifest::{Kind, MANIFEST, Manifest};
use super::places::beside;
use super::{Imprint, OutputFile, OutputTree, Sink, Staging};

/// Why nothing was published. The old site is as it was, unless it says otherwise.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The output folder holds files that this program did not write.
    #[error("{} holds files that wegwijs did not make, such as `{example}`", folder.display())]
    Foreign {
        /// The folder.
        folder: PathBuf,
        /// One of the files.
        example: String,
    },
    /// The output folder holds files of ours of another kind, such as a site where a report should go.
    #[error("{} holds a {} that wegwijs made, not a {}", folder.display(), there.word(), wanted.word())]
    OtherKind {
        /// The folder.
        folder: PathBuf,
        /// What is there.
        there: Kind,
        /// What should go there.
        wanted: Kind,
    },
    /// The output path is something else than a folder.
    #[error("{} is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// Somebody else is publishing there.
    #[error("{} is being written by another wegwijs: {owner}", folder.display())]
    Busy {
        /// The folder.
        folder: PathBuf,
        /// Who, and since when.
        owner: String,
    },
    /// The folder in which a new site is put together cannot be written to.
    #[error("{} cannot be written to: {error}; a new site is put together there before it is published", folder.display())]
    NotWritable {
        /// The folder that holds the output folder, or a hidden one in a mount point.
        folder: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Files of a mount point were being replaced one by one. The next build completes that first.
    #[error("{} holds files of the old site and of the new one: {error}", folder.display())]
    Interrupted {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The system refused.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// What was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// Number of files.
    pub files: usize,
    /// How many of the files are pages.
    pub pages: usize,
    /// Bytes.
    pub bytes: usize,
    /// How many of the files had to be written, being new or different.
    pub written: usize,
}

/// Puts `tree` in the place of what is at `folder`, whole or not at all. What the site says of itself is taken from
/// the manifest in the tree, if there is one.
///
/// # Errors
/// When `folder` holds files of somebody else (unless `force`), somebody else is writing there, or the disk refuses.
/// The old site is as it was then, and what was begun beside it is removed.
pub fn publish(tree: &OutputTree, folder: &Path, force: bool) -> Result<Published, PublishError> {
    let own: Option<Manifest> = tree.file(MANIFEST).and_then(|bytes| serde_json::from_slice(bytes).ok());
    let kind = own.as_ref().map(|manifest| manifest.kind).unwrap_or_default();
    let staging = Staging::begin(folder, kind, force)?;
    put_all(tree, &staging);
    let (date, next) = own.map(|manifest| (manifest.date, manifest.next)).unwrap_or_default();
    staging.finish(Imprint { kind, date, next }, None)
}

/// Hands a tree over, file by file; its manifest is made anew.
pub fn put_all(tree: &OutputTree, sink: &dyn Sink) {
    let files: Vec<_> = tree.iter().filter(|(path, _)| path.as_str() != MANIFEST).collect();
    files.into_par_iter().for_each(|(path, bytes)| {
        let made = tree.made(path.as_str()).cloned();
        sink.put(OutputFile { path: path.clone(), bytes: bytes.to_owned() }, made);
    });
}

/// Writes one file, whole or not at all: a file that was there is replaced in one step.
///
/// # Errors
/// When the disk refuses; the old file is as it was then.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    replace(path, &beside(path, "new"), bytes, true)
}

/// The same for a cache, which may be lost when the power fails.
pub(super) fn write_quickly(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    replace(path, &append(path, ".new"), bytes, false)
}

fn replace(path: &Path, begun: &Path, bytes: &[u8], durable: bool) -> Result<(), PublishError> {
    let write = || {
        let mut file = File::create(begun)?;
        file.write_all(bytes)?;
        if durable {
            file.sync_all()?;
        }
        fs::rename(begun, path)
    };
    let written = write().map_err(at(path));
    if written.is_err() {
        // What was begun is of no use; that it cannot be removed is not what went wrong.
        let _ = fs::remove_file(begun);
    }
    written
}

/// A path with more at its end.
pub(super) fn append(path: &Path, ending: &str) -> PathBuf {
    let mut longer = OsString::from(path);
    longer.push(ending);
    PathBuf::from(longer)
}

pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> PublishError + use<> {
    let path = path.to_owned();
    move |error| PublishError::Io { path, error }
}
