//! Where the parts of a publication lie: the site, and what stands hidden beside it or in it.

#![expect(clippy::disallowed_methods, reason = "this room writes the disk")]

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::publish::{PublishError, at};

/// The folder of ours inside a mount point.
pub(super) const INSIDE: &str = ".wegwijs";

/// The output folder and the names that belong to it.
#[derive(Debug, Clone)]
pub(super) struct Places {
    /// The output folder itself, with links followed.
    pub(super) folder: PathBuf,
    /// Whether the folder cannot be exchanged, being a mount point: everything else lies in it then.
    pub(super) inside: bool,
}

impl Places {
    /// The places of an output folder, which need not exist. A link to it stays a link: what it points to is
    /// exchanged. Nothing is made.
    pub(super) fn of(folder: &Path) -> Result<Self, PublishError> {
        let found = match folder.canonicalize() {
            Ok(folder) => folder,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if folder.is_symlink() {
                    let error = io::Error::new(error.kind(), "a symbolic link to a folder that does not exist");
                    return Err(at(folder)(error));
                }
                let parent = folder.parent().and_then(|parent| parent.canonicalize().ok());
                match (parent, folder.file_name()) {
                    (Some(parent), Some(name)) => parent.join(name),
                    _ => folder.to_owned(),
                }
            }
            Err(error) => return Err(at(folder)(error)),
        };
        if found.exists() && !found.is_dir() {
            return Err(PublishError::NotAFolder(found));
        }
        let inside = is_mount_point(&found);
        Ok(Places { folder: found, inside })
    }

    /// The same folder, with everything else inside it.
    pub(super) fn moved_inside(&self) -> Self {
        Places { folder: self.folder.clone(), inside: true }
    }

    /// The folder that holds our other files: it must be writable, and on the file system of the site.
    pub(super) fn room(&self) -> PathBuf {
        if self.inside { self.folder.join(INSIDE) } else { parent(&self.folder) }
    }

    /// The site that is being put together.
    pub(super) fn new_site(&self) -> PathBuf {
        self.named("new")
    }

    /// The last site, while it is taken away.
    pub(super) fn old_site(&self) -> PathBuf {
        self.named("old")
    }

    /// The lock.
    pub(super) fn lock(&self) -> PathBuf {
        self.named("lock")
    }

    /// What is remembered of the last build.
    pub(super) fn state(&self) -> PathBuf {
        self.named("state")
    }

    /// What has to be done to complete an exchange file by file.
    pub(super) fn journal(&self) -> PathBuf {
        self.named("journal")
    }

    fn named(&self, what: &str) -> PathBuf {
        if self.inside { self.room().join(what) } else { beside(&self.folder, what) }
    }

    /// Whether a path below the site is one of ours that is no part of the site.
    pub(super) fn is_own(path: &str) -> bool {
        let Some(below) = path.strip_prefix(INSIDE).and_then(|rest| rest.strip_prefix('/')) else { return false };
        let known = ["lock", "state", "state.new", "journal", "journal.new"];
        below.starts_with("new/") || known.contains(&below)
    }

    /// Makes the folder that holds our files; gives those that were not there, the outermost first.
    pub(super) fn make_room(&self) -> Result<Vec<PathBuf>, PublishError> {
        let room = self.room();
        let missing = room.ancestors().filter(|path| !path.as_os_str().is_empty() && !path.exists());
        let mut made: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        made.reverse();
        fs::create_dir_all(&room)
            .map_err(|error| PublishError::NotWritable { folder: parent(made.first().unwrap_or(&room)), error })?;
        Ok(made)
    }
}

/// The folder that holds a path.
fn parent(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        Some(_) => PathBuf::from("."),
        None => path.to_owned(),
    }
}

/// A hidden name in the same place, so that a rename stays within one file system.
pub(super) fn beside(path: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{what}"));
    path.with_file_name(name)
}

/// Whether a folder is the root of a file system, or of a part of one that is mounted there.
#[cfg(target_os = "linux")]
fn is_mount_point(folder: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    match statx(CWD, folder, AtFlags::empty(), StatxFlags::empty()) {
        Ok(said) if said.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT) => {
            said.stx_attributes.contains(StatxAttributes::MOUNT_ROOT)
        }
        // A kernel before 5.8 does not say; what is mounted from elsewhere can still be told.
        _ => is_other_device(folder),
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_mount_point(folder: &Path) -> bool {
    is_other_device(folder)
}

#[cfg(unix)]
fn is_other_device(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|metadata| metadata.dev()).ok();
    match (device(folder), device(&parent(folder))) {
        (Some(own), Some(around)) => own != around,
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_mount_point(_: &Path) -> bool {
    false
}
