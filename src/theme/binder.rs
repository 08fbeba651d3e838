//! What paper is made with: the theme's Typst files, its own faces, and which faces it would like best.

use std::sync::Arc;

use crate::source::{FileId, Payload, SourceTree};
use crate::yaml::{Node, Reader};

/// The paper side of a theme.
#[derive(Debug, Clone, Default)]
pub struct BinderTheme {
    /// Files of the folder `binder/`: name, place, text.
    pub files: Vec<(String, FileId, Arc<str>)>,
    /// Font files of the folder `fonts/`.
    pub faces: Vec<Arc<[u8]>>,
    /// Font families in order of preference, for text from left to right and from right to left.
    pub families: [Vec<String>; 2],
}

/// Reads the files of a theme that concern paper. `folder` ends in `/`.
pub(super) fn read(folder: &str, tree: &SourceTree, families: [Vec<String>; 2]) -> BinderTheme {
    let mut theme = BinderTheme { families, ..BinderTheme::default() };
    for (id, file) in tree.below(folder) {
        let path = &file.path[folder.len()..];
        match (&file.payload, path.split_once('/')) {
            (Payload::Text(text), Some(("binder", name))) if name.ends_with(".typ") => {
                theme.files.push((name.to_owned(), id, Arc::clone(text)));
            }
            (Payload::Bytes(bytes), Some(("fonts", _))) => theme.faces.push(Arc::clone(bytes)),
            _ => {}
        }
    }
    theme
}

/// `fonts:` in `theme.yaml`.
pub(super) fn families(node: &Node, reader: &mut Reader) -> Option<[Vec<String>; 2]> {
    let mut fields = reader.fields(node, "fonts")?;
    let families = ["ltr", "rtl"].map(|direction| {
        let list = fields.take(direction).map(|node| reader.texts(node)).unwrap_or_default();
        list.into_iter().map(|name| name.value).collect()
    });
    fields.finish(reader);
    Some(families)
}
