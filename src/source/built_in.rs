//! The theme and locales that the program carries with it.

use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::tree::{Payload, SourceFile, SourceTree};

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");
static THEMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The built-in files, under `locales/` and `themes/` like a user's own.
#[must_use]
pub fn built_in() -> SourceTree {
    let mut files = Vec::new();
    collect("locales", &LOCALES, &mut files);
    collect("themes", &THEMES, &mut files);
    SourceTree::from_files(files)
}

fn collect(top: &str, folder: &Dir<'_>, files: &mut Vec<SourceFile>) {
    for file in folder.files() {
        let below = file.path().to_string_lossy().replace('\\', "/");
        let payload = match file.contents_utf8() {
            Some(text) => Payload::Text(Arc::from(text)),
            None => Payload::Bytes(Arc::from(file.contents())),
        };
        files.push(SourceFile { path: format!("{top}/{below}").into(), payload });
    }
    for inner in folder.dirs() {
        collect(top, inner, files);
    }
}
