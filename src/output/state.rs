//! What is remembered of the last build, to spare work. It is a cache: whoever deletes or damages it only makes the
//! next build slower.

#![expect(clippy::disallowed_methods, reason = "what was written before is read back")]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::manifest::NextBuild;
use super::places::Places;
use super::publish::{PublishError, Published, write_quickly};
use super::standing::{Stamp, standing};

/// The form of the file. Any other is somebody else's.
const FORM: &str = "wegwijs state 2";

/// The first line: what can be said without reading the list of files.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Head {
    form: String,
    /// Hash of all that follows the first line.
    rest: String,
    input: Option<Input>,
    next: Option<NextBuild>,
}

/// What decided a site, so that a build of the same may be spared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Fingerprint of everything that decided it.
    pub fingerprint: String,
    /// What the build had to say of the guide, as whoever asked for it writes it down.
    pub said: String,
}

/// One file as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Known {
    /// As the file system knows it.
    pub(super) stamp: Stamp,
    /// BLAKE3 in hexadecimal digits.
    pub(super) hash: String,
}

/// Files by path.
pub(super) type KnownFiles = BTreeMap<String, Known>;

/// The last build into a folder, as far as it is remembered.
#[derive(Debug, Default)]
pub struct LastBuild {
    head: Option<Head>,
    rest: Vec<u8>,
    places: Option<Places>,
    ignored: Option<String>,
}

impl LastBuild {
    /// What is remembered of the last build into `folder`. Nothing is locked or written.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        // Why a folder cannot be used is said when it is.
        Places::of(folder).map(Self::of).unwrap_or_default()
    }

    pub(super) fn of(places: Places) -> Self {
        let path = places.state();
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return LastBuild::default(),
            Err(error) => return Self::without(&path, &error.to_string()),
        };
        let line = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
        let (first, rest) = bytes.split_at(line);
        match serde_json::from_slice::<Head>(first) {
            Ok(head) if head.form != FORM => Self::without(&path, "it is of another version"),
            Ok(head) if head.rest != blake3::hash(rest).to_hex().as_str() => Self::without(&path, "it is damaged"),
            Ok(head) => LastBuild { head: Some(head), rest: rest.to_vec(), places: Some(places), ignored: None },
            Err(_) => Self::without(&path, "it is not one of wegwijs, or it is damaged"),
        }
    }

    fn without(path: &Path, why: &str) -> Self {
        let ignored = format!("{} is ignored, and all files are written anew: {why}", path.display());
        LastBuild { ignored: Some(ignored), ..LastBuild::default() }
    }

    /// Why there is a memory of the last build that is of no use, to be said once.
    #[must_use]
    pub fn ignored(&self) -> Option<&str> {
        self.ignored.as_deref()
    }

    /// The site in the folder, if it was made of the same input, and every file in it is as it was written, with none
    /// beside them. No file is read but the memory itself.
    #[must_use]
    pub fn still_there(&self, input: &str) -> Option<StillThere> {
        let (head, places) = (self.head.as_ref()?, self.places.as_ref()?);
        // What a build that was interrupted left behind is the next one's to tidy up.
        let left = [places.lock(), places.new_site(), places.old_site(), places.journal()];
        if head.input.as_ref().is_none_or(|known| known.fingerprint != input)
            || left.iter().any(|path| path.exists())
        {
            return None;
        }
        let (known, there) = rayon::join(|| self.files(), || standing(&places.folder));
        let there = there.ok()?;
        let same =
            known.len() == there.len() && known.iter().all(|(path, file)| there.get(path) == Some(&file.stamp));
        let bytes = known.values().map(|file| usize::try_from(file.stamp.length).unwrap_or(usize::MAX)).sum();
        let ending = |ending: &str| known.keys().filter(|path| path.ends_with(ending)).count();
        same.then(|| StillThere {
            site: Published { files: known.len(), pages: ending(".html"), bytes, written: 0 },
            said: head.input.as_ref().map(|input| input.said.clone()).unwrap_or_default(),
            papers: ending(".pdf"),
            next: head.next.clone(),
        })
    }

    /// The files as they were written.
    pub(super) fn files(&self) -> KnownFiles {
        serde_json::from_slice(&self.rest).unwrap_or_default()
    }
}

/// A site that need not be made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StillThere {
    /// How large it is.
    pub site: Published,
    /// What the build had to say of the guide.
    pub said: String,
    /// Number of PDFs.
    pub papers: usize,
    /// When it will look different by the date alone.
    pub next: Option<NextBuild>,
}

/// Remembers a build.
pub(super) fn remember(
    places: &Places,
    files: &KnownFiles,
    input: Option<Input>,
    next: Option<NextBuild>,
) -> Result<(), PublishError> {
    let path = places.state();
    let mut rest = b"\n".to_vec();
    let head = serde_json::to_writer(&mut rest, files).and_then(|()| {
        rest.push(b'\n');
        let hash = blake3::hash(&rest).to_hex().to_string();
        serde_json::to_vec(&Head { form: FORM.to_owned(), rest: hash, input, next })
    });
    let mut bytes = head.map_err(|error| PublishError::Io { path: path.clone(), error: error.into() })?;
    bytes.extend(rest);
    if fs::read(&path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    write_quickly(&path, &bytes)
}
