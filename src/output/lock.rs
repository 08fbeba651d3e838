//! One build at a time into one folder.

#![expect(clippy::disallowed_methods, reason = "this room writes the disk")]

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::places::Places;
use super::publish::{PublishError, at};

/// How often somebody else may take the file away while we lock it.
const TRIES: usize = 100;

/// A lock of the operating system on a small file that names its owner. It ends with the process, however that
/// ends, so a file that is left over holds nobody up.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock of an output folder.
    pub(super) fn take(places: &Places) -> Result<Self, PublishError> {
        let path = places.lock();
        let refused = |error| PublishError::NotWritable { folder: places.room(), error };
        for _ in 0..TRIES {
            let mut file = open(&path).map_err(refused)?;
            match file.try_lock() {
                Ok(()) if is_at(&file, &path) => {
                    let said = file.set_len(0).and_then(|()| file.write_all(own_name().as_bytes()));
                    said.map_err(at(&path))?;
                    return Ok(Lock { path, _file: file });
                }
                // Its owner was done, and took the file away between our opening and locking it.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(PublishError::Busy { folder: places.folder.clone(), owner: owner(&mut file) });
                }
                Err(TryLockError::Error(error)) => return Err(at(&path)(error)),
            }
        }
        Err(PublishError::Busy { folder: places.folder.clone(), owner: "several others, in turn".to_owned() })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked: nobody else can believe that this file is theirs.
        let _ = fs::remove_file(&self.path);
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    // A link that somebody put here must not make us empty a file elsewhere.
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or_default());
    }
    options.open(path)
}

/// Whether a path still leads to this open file.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(own), Ok(there)) => place(own) == place(there),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Who we are, for whoever comes second.
fn own_name() -> String {
    #[cfg(unix)]
    let host = format!(" on {}", rustix::system::uname().nodename().to_string_lossy());
    #[cfg(not(unix))]
    let host = "";
    let words: Vec<_> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    // Only to be read: long lists are cut, and nothing in them may move the cursor of a terminal.
    let command: String = words.join(" ").chars().filter(|c| !c.is_control()).take(200).collect();
    format!("process {}{host}: `{command}`", std::process::id())
}

/// Who holds the lock, and since when: the file was written when it was taken.
fn owner(file: &mut File) -> String {
    let mut text = String::new();
    // Some systems let nobody read a locked file.
    let read = file.take(2000).read_to_string(&mut text);
    let name: String = text.chars().filter(|c| !c.is_control()).collect();
    let name = if read.is_ok() && !name.is_empty() { name } else { "another process".to_owned() };
    let since = file.metadata().and_then(|metadata| metadata.modified()).ok();
    match since.and_then(|since| Timestamp::try_from(since).ok()) {
        Some(since) => format!("{name}, since {since:.0}"),
        None => name,
    }
}
