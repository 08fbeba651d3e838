//! What `binder.html` sees.

use serde::Serialize;

use super::{PaperLink, Text};
use crate::render::html::escape::ready;

/// The page on which people compose a binder.
#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct BinderView {
    #[serde(serialize_with = "ready")]
    pub(in crate::render::html) date: String,
    /// The language's name in itself.
    pub(in crate::render::html) language: String,
    pub(in crate::render::html) choices: Vec<LanguageChoice>,
    pub(in crate::render::html) situations: Vec<SituationView>,
    pub(in crate::render::html) chapters: Vec<BinderChapter>,
    /// The whole guide.
    pub(in crate::render::html) papers: Vec<PaperLink>,
}

/// In which language or languages to print.
#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct LanguageChoice {
    /// What the address of the page says of it; nothing for the language of the page.
    pub(in crate::render::html) value: String,
    #[serde(serialize_with = "ready")]
    pub(in crate::render::html) label: String,
    /// From this page to the home of each language's edition; the first stands where reading starts.
    pub(in crate::render::html) editions: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct SituationView {
    pub(in crate::render::html) id: String,
    pub(in crate::render::html) label: Text,
}

#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct BinderChapter {
    pub(in crate::render::html) letter: String,
    pub(in crate::render::html) title: Text,
    /// The words beside the box for all of its sheets.
    pub(in crate::render::html) whole: String,
    pub(in crate::render::html) sheets: Vec<BinderSheet>,
    pub(in crate::render::html) papers: Vec<PaperLink>,
}

#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct BinderSheet {
    pub(in crate::render::html) code: String,
    /// In the source language; nothing where that is the language of the page.
    pub(in crate::render::html) source_title: Option<Text>,
    pub(in crate::render::html) title: Text,
    /// HTML: the version, with its date.
    #[serde(serialize_with = "ready")]
    pub(in crate::render::html) version: String,
    /// The words of the link to its page.
    pub(in crate::render::html) open: String,
    pub(in crate::render::html) path: String,
    /// Situations it belongs to, by itself or by one of its examples, with spaces between.
    pub(in crate::render::html) situations: String,
    pub(in crate::render::html) papers: Vec<PaperLink>,
}
