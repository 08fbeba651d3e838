//! The files of a guide in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::trouble::Trouble;

/// Number of a file in its [`SourceTree`]. A tree that was read at once has its files in order of path; a file that
/// comes later gets a number of its own, and the others keep theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    fn new(index: usize) -> Self {
        // No disk holds so many files.
        FileId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Position in the tree's list of files.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A range of bytes in one file. Ordered by the number of the file, then by start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from offsets as `usize`. Files are limited to far less than 4 GiB, so nothing is cut off.
    #[must_use]
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { file, start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The very start of a file: for findings about a file as a whole.
    #[must_use]
    pub fn start_of(file: FileId) -> Self {
        Span { file, start: 0, end: 0 }
    }
}

/// What a file holds.
#[derive(Debug, Clone)]
pub enum Payload {
    /// Text (UTF-8, byte order mark removed).
    Text(Arc<str>),
    /// Anything else, such as an image.
    Bytes(Arc<[u8]>),
    /// The file exists but could not be used; a finding says why.
    Unusable,
}

impl Payload {
    /// Whether the two hold the same, to the byte.
    #[must_use]
    pub fn is_same(&self, other: &Payload) -> bool {
        match (self, other) {
            (Payload::Text(one), Payload::Text(two)) => Arc::ptr_eq(one, two) || one == two,
            (Payload::Bytes(one), Payload::Bytes(two)) => Arc::ptr_eq(one, two) || one == two,
            (Payload::Unusable, Payload::Unusable) => true,
            _ => false,
        }
    }
}

/// One file.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path below the project folder, with forward slashes. Trees are copied whenever a file changes; their paths are
    /// not.
    pub path: Arc<str>,
    /// What it holds.
    pub payload: Payload,
}

impl SourceFile {
    /// The text, or nothing for other files.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.payload {
            Payload::Text(text) => Some(text),
            Payload::Bytes(_) | Payload::Unusable => None,
        }
    }
}

/// All files of a guide, sorted by path.
#[derive(Debug, Clone, Default)]
pub struct SourceTree {
    /// By number; some may be gone.
    files: Vec<SourceFile>,
    /// The numbers of the files that are there, in order of path.
    order: Vec<FileId>,
    /// Numbers that are free.
    free: Vec<FileId>,
    troubles: Vec<Trouble>,
    /// Paths that are links to other files on the disk.
    links: Vec<String>,
}

impl SourceTree {
    /// A tree from files in any order. Of two files with one path the last counts.
    #[must_use]
    pub fn from_files(files: impl IntoIterator<Item = SourceFile>) -> Self {
        let sorted: BTreeMap<Arc<str>, SourceFile> =
            files.into_iter().map(|file| (file.path.clone(), file)).collect();
        let files: Vec<SourceFile> = sorted.into_values().collect();
        SourceTree { order: (0..files.len()).map(FileId::new).collect(), files, ..SourceTree::default() }
    }

    /// A tree from texts, for tests and for callers that keep a guide in memory.
    #[must_use]
    pub fn from_texts<P: Into<String>, T: AsRef<str>>(texts: impl IntoIterator<Item = (P, T)>) -> Self {
        Self::from_files(texts.into_iter().map(|(path, text)| SourceFile {
            path: Arc::from(path.into()),
            payload: Payload::Text(Arc::from(text.as_ref())),
        }))
    }

    /// The same tree with the files of `other` where it has none of that path.
    #[must_use]
    pub fn or_else(self, other: &SourceTree) -> Self {
        let files = other.iter().chain(self.iter()).map(|(_, file)| file.clone());
        SourceTree { troubles: self.troubles.clone(), ..Self::from_files(files) }
    }

    /// The same, in which the files of this tree keep their numbers.
    #[must_use]
    pub fn filled_up(mut self, other: &SourceTree) -> Self {
        let missing: Vec<&SourceFile> =
            other.iter().map(|(_, file)| file).filter(|file| self.find(&file.path).is_none()).collect();
        for file in missing {
            self.put(file.clone());
        }
        self
    }

    /// The files whose path is wanted, as a tree of their own.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(&str) -> bool) -> Self {
        Self::from_files(self.iter().map(|(_, file)| file).filter(|file| wanted(&file.path)).cloned())
    }

    /// Whether the two have the same files, to the byte. Texts that are one text in memory are not compared.
    #[must_use]
    pub fn is_same(&self, other: &SourceTree) -> bool {
        let same = |((_, one), (_, two)): ((FileId, &SourceFile), (FileId, &SourceFile))| {
            one.path == two.path && one.payload.is_same(&two.payload)
        };
        self.len() == other.len() && self.iter().zip(other.iter()).all(same)
    }

    /// The same tree with what went wrong while reading it.
    #[must_use]
    pub fn with_troubles(mut self, troubles: Vec<Trouble>) -> Self {
        self.troubles = troubles;
        self
    }

    pub(super) fn with_links(mut self, links: Vec<String>) -> Self {
        self.links = links;
        self
    }

    /// Paths that are links to other files: they change when these do.
    pub(super) fn links(&self) -> &[String] {
        &self.links
    }

    /// Where a path is in the order, or would be.
    fn place(&self, path: &str) -> Result<usize, usize> {
        self.order.binary_search_by(|id| self.files[id.index()].path.as_ref().cmp(path))
    }

    /// Puts a file in its place, instead of one with its path. The others keep their numbers.
    pub(super) fn put(&mut self, file: SourceFile) {
        match self.place(&file.path) {
            Ok(at) => self.files[self.order[at].index()] = file,
            Err(at) => {
                let id = match self.free.pop() {
                    Some(id) => {
                        self.files[id.index()] = file;
                        id
                    }
                    None => {
                        self.files.push(file);
                        FileId::new(self.files.len() - 1)
                    }
                };
                self.order.insert(at, id);
            }
        }
    }

    /// Takes a file out. The others keep their numbers.
    pub(super) fn remove(&mut self, path: &str) {
        if let Ok(at) = self.place(path) {
            let id = self.order.remove(at);
            self.files[id.index()].payload = Payload::Unusable;
            self.free.push(id);
        }
    }

    pub(super) fn troubles_mut(&mut self) -> &mut Vec<Trouble> {
        &mut self.troubles
    }

    /// What went wrong while reading.
    #[must_use]
    pub fn troubles(&self) -> &[Trouble] {
        &self.troubles
    }

    /// The files in order of path, each with its number.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.order.iter().map(|id| (*id, &self.files[id.index()]))
    }

    /// The file with this number.
    ///
    /// # Panics
    /// Only with a number from another tree.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// The file at this path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<(FileId, &SourceFile)> {
        let id = self.order[self.place(path).ok()?];
        Some((id, &self.files[id.index()]))
    }

    /// The files whose path starts with `prefix`, in order.
    pub fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (FileId, &'a SourceFile)> + 'a {
        let from = self.order.partition_point(|id| self.files[id.index()].path.as_ref() < prefix);
        self.iter().skip(from).take_while(move |(_, file)| file.path.starts_with(prefix))
    }

    /// A fingerprint of all files by path and content, and of what went wrong while reading: trees with the same one
    /// give the same site.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let one = |id: &FileId| {
            let file = &self.files[id.index()];
            let (kind, bytes): (u8, &[u8]) = match &file.payload {
                Payload::Text(text) => (0, text.as_bytes()),
                Payload::Bytes(bytes) => (1, bytes),
                Payload::Unusable => (2, &[]),
            };
            // Each part with its length, so that no two lists of parts look alike.
            let mut hasher = blake3::Hasher::new();
            hasher.update(&(file.path.len() as u64).to_le_bytes()).update(file.path.as_bytes());
            *hasher.update(&[kind]).update(bytes).finalize().as_bytes()
        };
        let files: Vec<[u8; 32]> = self.order.par_iter().map(one).collect();
        let mut all = blake3::Hasher::new();
        all.update(&(files.len() as u64).to_le_bytes()).update(files.as_flattened());
        for trouble in &self.troubles {
            all.update(format!("{trouble:?}\n").as_bytes());
        }
        all.finalize().to_hex().to_string()
    }

    /// Number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is no file at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }
}
