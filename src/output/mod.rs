//! **output** owns the files to be made: their paths, their manifest, and the swap that publishes them.
//!
//! It is the only room that writes the disk, and knows nothing of what the files say. Steps: lock the output
//! folder and mend what a crash left there (`staging`, `lock`), take files in any order and write those that differ
//! into a hidden folder beside (`staging`, `state`), add the manifest, make all of it durable, and exchange the two
//! folders in one call (`exchange`), or their files where the folder is a mount point (`inside`).

mod archive;
mod exchange;
mod inside;
mod lock;
mod manifest;
mod path;
mod places;
mod previous;
mod publish;
mod sink;
mod staging;
mod standing;
mod state;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use archive::zipped;
pub use manifest::{Imprint, Kind, MANIFEST, Manifest, NextBuild};
pub use path::OutPath;
pub use previous::Previous;
pub use publish::{PublishError, Published, publish, put_all, write_file};
pub use sink::{Collected, Sink};
pub use staging::Staging;
pub use state::{Input, LastBuild, StillThere};

/// A file to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Where, below the output folder.
    pub path: OutPath,
    /// What.
    pub bytes: Vec<u8>,
}

/// What a file was made from, for one that takes long to make: the next build keeps it if that is the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Fingerprint of everything that decides its bytes.
    pub from: String,
    /// Its number of pages.
    pub pages: usize,
}

/// All files to be made, sorted by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutputTree {
    files: BTreeMap<OutPath, Vec<u8>>,
    made: BTreeMap<OutPath, Made>,
}

impl OutputTree {
    /// Adds files. Of two files with one path the last counts.
    pub fn extend(&mut self, files: impl IntoIterator<Item = OutputFile>) {
        self.files.extend(files.into_iter().map(|file| (file.path, file.bytes)));
    }

    /// Adds the manifest of all files.
    #[must_use]
    pub fn with_manifest(mut self, imprint: Imprint) -> Self {
        let manifest = Manifest::of(&self, imprint);
        self.extend(manifest.file());
        self
    }

    /// Keeps only the files whose path is wanted.
    pub fn retain(&mut self, wanted: impl Fn(&str) -> bool) {
        self.files.retain(|path, _| wanted(path.as_str()));
        self.made.retain(|path, _| wanted(path.as_str()));
    }

    /// Adds files with what they were made from.
    pub fn extend_made(&mut self, files: impl IntoIterator<Item = (OutputFile, Made)>) {
        for (file, made) in files {
            self.made.insert(file.path.clone(), made);
            self.files.insert(file.path, file.bytes);
        }
    }

    /// What a file was made from, if it is one of those.
    #[must_use]
    pub fn made(&self, path: &str) -> Option<&Made> {
        self.made.get(path)
    }

    /// The files in order of path.
    pub fn iter(&self) -> impl Iterator<Item = (&OutPath, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path, bytes.as_slice()))
    }

    /// One file.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Bytes of all files together.
    #[must_use]
    pub fn total_bytes(&self) -> usize {
        self.files.values().map(Vec::len).sum()
    }
}
