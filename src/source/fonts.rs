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

    /// The files of the regular and the bold face of a family; fewer where it has not both, or where one
    /// cannot be read.
    #[must_use]
    pub fn find(&self, family: &str) -> Vec<Arc<[u8]>> {
        let Some(shelf) = &self.0 else {
            return Vec::new();
        };
        let database = shelf.get_or_init(|| {
            let mut database = fontdb::Database::new();
            database.load_system_fonts();
            database
        });
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
