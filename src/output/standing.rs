//! What is in an output folder now, by names and stamps; no file is read.

#![expect(clippy::disallowed_methods, reason = "what was written before is looked at again")]

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::places::Places;

/// What a file system says of a file that was not touched: as long as it stays the same, so do the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// Length in bytes.
    pub(super) length: u64,
    /// Time of the last change, in nanoseconds since 1970.
    pub(super) changed: i64,
    /// Its number in the file system; 0 where there is none.
    pub(super) inode: u64,
}

impl Stamp {
    /// The stamp of a file.
    #[cfg(unix)]
    pub(super) fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let changed = metadata.mtime().saturating_mul(1_000_000_000).saturating_add(metadata.mtime_nsec());
        Stamp { length: metadata.len(), changed, inode: metadata.ino() }
    }

    #[cfg(not(unix))]
    pub(super) fn of(metadata: &Metadata) -> Self {
        let since = |time: std::time::SystemTime| time.duration_since(std::time::UNIX_EPOCH).ok();
        let changed = metadata.modified().ok().and_then(since).map(|since| since.as_nanos());
        let changed = changed.and_then(|nanos| i64::try_from(nanos).ok()).unwrap_or_default();
        Stamp { length: metadata.len(), changed, inode: 0 }
    }
}

/// Every file below a folder, except our own hidden ones; none if there is no folder. What is no regular file has
/// a stamp too, but never that of one.
pub(super) fn standing(folder: &Path) -> io::Result<BTreeMap<String, Stamp>> {
    match walk(folder, "") {
        Ok(files) => Ok(files.into_iter().filter(|(path, _)| !Places::is_own(path)).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !folder.exists() => Ok(BTreeMap::new()),
        Err(error) => Err(error),
    }
}

/// Folders side by side: a site has about as many of them as pages.
fn walk(folder: &Path, below: &str) -> io::Result<Vec<(String, Stamp)>> {
    let mut files = Vec::new();
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let path = format!("{below}{}", name.to_string_lossy());
        if entry.file_type()?.is_dir() {
            folders.push((entry.path(), format!("{path}/")));
        } else {
            files.push((path, Stamp::of(&entry.metadata()?)));
        }
    }
    let deeper: Vec<Vec<(String, Stamp)>> =
        folders.par_iter().map(|(folder, below)| walk(folder, below)).collect::<io::Result<_>>()?;
    files.extend(deeper.into_iter().flatten());
    Ok(files)
}
