//! Writing a whole tree beside the old one and exchanging the two.

#![expect(clippy::disallowed_methods, reason = "this is the one file that writes the disk")]

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::manifest::{Kind, MANIFEST, Manifest};
use super::{OutPath, OutputTree};

/// Why nothing was published. The old site is as it was.
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
    /// Bytes.
    pub bytes: usize,
}

/// Puts `tree` in the place of what is at `folder`, whole or not at all.
///
/// # Errors
/// When `folder` holds files of somebody else (unless `force`), or the disk refuses. The old site is as it
/// was then, and what was begun beside it is removed.
pub fn publish(tree: &OutputTree, folder: &Path, force: bool) -> Result<Published, PublishError> {
    // A link to the output folder stays a link: what it points to is exchanged.
    let folder = &folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    if folder.exists() && !folder.is_dir() {
        return Err(PublishError::NotAFolder(folder.clone()));
    }
    if !force {
        let there = manifest_at(folder);
        if let Some(example) = foreign(folder, there.as_ref())? {
            return Err(PublishError::Foreign { folder: folder.clone(), example });
        }
        let own: Option<Manifest> = tree.file(MANIFEST).and_then(|bytes| serde_json::from_slice(bytes).ok());
        let wanted = own.map(|manifest| manifest.kind).unwrap_or_default();
        if let Some(there) = there.map(|manifest| manifest.kind).filter(|there| *there != wanted) {
            return Err(PublishError::OtherKind { folder: folder.clone(), there, wanted });
        }
    }
    let staging = beside(folder, "new");
    let result = stage(tree, &staging).and_then(|()| swap(&staging, folder));
    if staging.exists() {
        // Either what was begun and failed, or the old site after the exchange.
        let removed = fs::remove_dir_all(&staging).map_err(at(&staging));
        result.and(removed)?;
    } else {
        result?;
    }
    Ok(Published { files: tree.len(), bytes: tree.total_bytes() })
}

/// Writes one file, whole or not at all: a file that was there is replaced in one step.
///
/// # Errors
/// When the disk refuses; the old file is as it was then.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let staging = beside(path, "new");
    let write = || {
        let mut file = File::create(&staging)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&staging, path)
    };
    let written = write().map_err(at(path));
    if written.is_err() {
        // What was begun is of no use; that it cannot be removed is not what went wrong.
        let _ = fs::remove_file(&staging);
    }
    written
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> PublishError + use<> {
    let path = path.to_owned();
    move |error| PublishError::Io { path, error }
}

/// A hidden folder in the same place, so that a rename stays within one file system.
fn beside(folder: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(folder.file_name().unwrap_or_default());
    name.push(format!(".{what}"));
    folder.with_file_name(name)
}

/// What a folder says of itself, if it is one of ours.
fn manifest_at(folder: &Path) -> Option<Manifest> {
    fs::read(folder.join(MANIFEST)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok())
}

/// A file in `folder` that is not in its manifest.
fn foreign(folder: &Path, manifest: Option<&Manifest>) -> Result<Option<String>, PublishError> {
    if !folder.exists() {
        return Ok(None);
    }
    let files = manifest.map(|manifest| manifest.files.as_slice()).unwrap_or_default();
    let mut known: BTreeSet<String> = files.iter().map(|entry| entry.path.clone()).collect();
    if !known.is_empty() {
        known.insert(MANIFEST.to_owned());
    }
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| PublishError::Io { path: folder.to_owned(), error: error.into() })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let path = parts.join("/");
        if !known.contains(&path) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// Writes all files into a new folder and makes sure that they are on the disk.
fn stage(tree: &OutputTree, staging: &Path) -> Result<(), PublishError> {
    if staging.exists() {
        fs::remove_dir_all(staging).map_err(at(staging))?;
    }
    let files: Vec<(&OutPath, &[u8])> = tree.iter().collect();
    let folders: BTreeSet<&str> =
        files.iter().map(|(path, _)| path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder)).collect();
    for folder in folders {
        let folder = staging.join(folder);
        fs::create_dir_all(&folder).map_err(at(&folder))?;
    }
    files.par_iter().try_for_each(|(path, bytes)| {
        let path = staging.join(path.as_str());
        let write = || File::create(&path)?.write_all(bytes);
        write().map_err(at(&path))
    })?;
    sync(staging)
}

/// One call for the whole file system is far cheaper than one for each of ten thousand files.
#[cfg(target_os = "linux")]
fn sync(staging: &Path) -> Result<(), PublishError> {
    let folder = File::open(staging).map_err(at(staging))?;
    rustix::fs::syncfs(&folder).map_err(|error| at(staging)(error.into()))
}

#[cfg(not(target_os = "linux"))]
fn sync(staging: &Path) -> Result<(), PublishError> {
    for entry in walkdir::WalkDir::new(staging).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let synced = File::open(entry.path()).and_then(|file| file.sync_all());
        synced.map_err(at(entry.path()))?;
    }
    Ok(())
}

/// Exchanges the two folders: in one call where the system can, else by two renames.
fn swap(staging: &Path, folder: &Path) -> Result<(), PublishError> {
    if !folder.exists() {
        return fs::rename(staging, folder).map_err(at(folder));
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, staging, CWD, folder, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let old = beside(folder, "old");
    if old.exists() {
        fs::remove_dir_all(&old).map_err(at(&old))?;
    }
    fs::rename(folder, &old).map_err(at(folder))?;
    if let Err(error) = fs::rename(staging, folder) {
        // Put the old site back; if that fails too, it is whole in the folder beside.
        fs::rename(&old, folder).map_err(at(&old))?;
        return Err(at(folder)(error));
    }
    fs::remove_dir_all(&old).map_err(at(&old))
}
