//! Font files of this machine, found by the name of their family.

#![expect(clippy::disallowed_methods, reason = "font files lie on the disk")]

use std::sync::{Arc, OnceLock};

/// Where faces are looked for beside those of a theme.
#[derive(Debug, Clone, Default)]
pub struct FontShelf(Option<Arc<OnceLock<fontdb::Database>>>);

impl FontShelf {
    /// The fonts that are installed. Their folders are read when a face is first asked for.
    #[must_use]
    pub fn system() -> Self {
        FontShelf(Some(Arc::default()))
    }

    /// No fonts at all: only those of the theme and of the program are used then.
    #[must_use]
    pub fn none() -> Self {
        FontShelf(None)
    }

    /// A fingerprint of all faces that can be found, with the length and the time of their files.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        // In the order in which they are found: of two that serve alike, the first is taken.
        let face = |face: &fontdb::FaceInfo| {
            let path = match &face.source {
                fontdb::Source::File(path) => Some(path),
                fontdb::Source::Binary(_) => None,
            };
            let file = path.and_then(|path| std::fs::metadata(path).ok());
            let file = file.map(|file| (file.len(), file.modified().ok()));
            format!("{:?} {} {path:?} {file:?}", face.families, face.weight.0)
        };
        let faces: Vec<String> = self.0.iter().flat_map(|shelf| loaded(shelf).faces()).map(face).collect();
        blake3::hash(faces.join("\n").as_bytes()).to_hex().to_string()
    }

    /// The files of the regular and the bold face of a family; fewer where it has not both, or where one
    /// cannot be read.
    #[must_use]
    pub fn find(&self, family: &str) -> Vec<Arc<[u8]>> {
        let Some(shelf) = &self.0 else {
            return Vec::new();
        };
        let database = loaded(shelf);
        let mut paths = Vec::new();
        for weight in [fontdb::Weight::NORMAL, fontdb::Weight::BOLD] {
            let query = fontdb::Query { families: &[fontdb::Family::Name(family)], weight, ..Default::default() };
            let face = database.query(&query).and_then(|id| database.face_source(id));
            if let Some((fontdb::Source::File(path), _)) = face
                && !paths.contains(&path)
            {
                paths.push(path);
            }
        }
        paths.iter().filter_map(|path| std::fs::read(path).ok().map(Arc::from)).collect()
    }
}

/// The fonts of this machine, read once.
fn loaded(shelf: &OnceLock<fontdb::Database>) -> &fontdb::Database {
    shelf.get_or_init(|| {
        let mut database = fontdb::Database::new();
        database.load_system_fonts();
        database
    })
}
