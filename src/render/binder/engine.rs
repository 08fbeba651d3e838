//! Typst, with everything it may see: the theme's templates, the data of one document, and the faces.
//!
//! There is no disk, no network, no clock and no package in this world, so nothing in a text could reach them.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::faces::Faces;
use crate::source::FileId as Place;
use crate::theme::BinderTheme;

/// The template that every document starts from.
const MAIN: &str = "main.typ";

/// What all documents share.
pub(super) struct Engine {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// The templates, and where each stands in the theme.
    templates: BTreeMap<String, (Source, Place)>,
    /// Hash of faces and templates: of everything but a document's own data.
    pub(super) hash: blake3::Hash,
}

impl Engine {
    pub(super) fn new(theme: &BinderTheme, faces: &Faces) -> Self {
        let mut hasher = blake3::Hasher::new();
        let mut templates = BTreeMap::new();
        for (name, place, text) in &theme.files {
            let Some(id) = file_id(name) else { continue };
            hasher.update(name.as_bytes()).update(text.as_bytes());
            templates.insert(name.clone(), (Source::new(id, text.to_string()), *place));
        }
        for font in &faces.fonts {
            hasher.update(font.data());
        }
        Engine {
            library: LazyHash::new(
                Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
            ),
            book: LazyHash::new(FontBook::from_fonts(&faces.fonts)),
            fonts: faces.fonts.clone(),
            templates,
            hash: hasher.finalize(),
        }
    }
}

/// A file of the world. Names are interned for the life of the process and there is room for 65,535, so
/// every document uses the same few.
fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// One document: the engine and its own data.
pub(super) struct Job {
    engine: Arc<Engine>,
    main: FileId,
    files: BTreeMap<String, Bytes>,
}

impl Job {
    /// A document from its data, by file name; nothing if the theme has no `main.typ`.
    pub(super) fn new(engine: &Arc<Engine>, data: &BTreeMap<String, Vec<u8>>) -> Option<Self> {
        let main = engine.templates.get(MAIN)?.0.id();
        let files = data.iter().map(|(name, bytes)| (name.clone(), Bytes::new(bytes.clone())));
        Some(Job { engine: Arc::clone(engine), main, files: files.collect() })
    }

    /// Where a template stands in the theme.
    pub(super) fn place(&self, id: FileId) -> Option<Place> {
        self.engine.templates.get(name(id)).map(|(_, place)| *place)
    }
}

fn name(id: FileId) -> &'static str {
    id.get().vpath().get_without_slash()
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(name(id).into())
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &self.engine.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.engine.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.engine.templates.get(name(id)).map(|(source, _)| source.clone()).ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(name(id)).cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.engine.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
