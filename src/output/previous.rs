//! The last build: what of it can be kept.

#![expect(clippy::disallowed_methods, reason = "what was written before is read back")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::manifest::{Entry, MANIFEST, Manifest};
use super::{Made, OutPath};

/// The site in the output folder, as its manifest describes it.
#[derive(Debug, Clone, Default)]
pub struct Previous {
    folder: PathBuf,
    files: BTreeMap<String, Entry>,
}

impl Previous {
    /// The site in a folder. Without a readable manifest nothing is known of it, and all is made anew.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        let manifest: Option<Manifest> =
            fs::read(folder.join(MANIFEST)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let files = manifest.map(|manifest| manifest.files).unwrap_or_default();
        // Only paths that this program could have written itself are ever read.
        let files = files.into_iter().filter(|entry| entry.made.is_some() && OutPath::new(&*entry.path).is_some());
        Previous { folder: folder.to_owned(), files: files.map(|entry| (entry.path.clone(), entry)).collect() }
    }

    /// No site.
    #[must_use]
    pub fn none() -> Self {
        Previous::default()
    }

    /// A file that was made from the same, if it is still there unchanged.
    #[must_use]
    pub fn file(&self, path: &str, from: &str) -> Option<(Vec<u8>, Made)> {
        let entry = self.files.get(path)?;
        let made = entry.made.as_ref().filter(|made| made.from == from)?;
        let bytes = fs::read(self.folder.join(path)).ok()?;
        let same = blake3::hash(&bytes).to_hex().as_str() == entry.hash;
        same.then(|| (bytes, made.clone()))
    }
}
