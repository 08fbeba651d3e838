//! Segments as they were: looked for in earlier versions of their files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::layout::Layout;
use super::memory::Memory;
use super::parsed::Parsed;
use super::rule_text::{Completeness, rule_text};
use super::survey::one_line;
use super::texts::Place;
use super::{Loader, fingerprint, survey};
use crate::model::Fingerprint;
use crate::source::{Payload, SourceFile, SourceTree, Span};
use crate::yaml::Reader;

/// A segment as it was: the file it stands in, and its fingerprint.
pub type Earlier = (String, Fingerprint);

/// What the segments of one version say.
type Texts = BTreeMap<Fingerprint, String>;

/// Finds what segments said. `version(path, n)` gives a file as it was `n` versions ago, the newest being 0,
/// and nothing when there are no more. Facts and links are looked up among the names of the present guide.
#[must_use]
pub fn earlier_texts(
    tree: &SourceTree,
    wanted: &BTreeSet<Earlier>,
    version: &mut dyn FnMut(&str, usize) -> Option<String>,
) -> BTreeMap<Earlier, String> {
    let mut reader = Reader::default();
    let layout = Layout::of(tree, &mut reader);
    let parsed = Parsed::of(tree, &layout, &mut Memory::default(), &mut reader);
    let mut found = BTreeMap::new();
    if !parsed.tops.contains_key("site") {
        return found;
    }
    let loader = Loader::new(tree, &layout, &parsed, &mut reader);
    let paths: BTreeSet<&String> = wanted.iter().map(|(path, _)| path).collect();
    for path in paths {
        let mut missing: BTreeSet<Fingerprint> =
            wanted.iter().filter(|(wanted, _)| wanted == path).map(|(_, print)| *print).collect();
        let mut n = 0;
        while !missing.is_empty()
            && let Some(text) = version(path, n)
        {
            for (print, text) in loader.texts_of(path, &text) {
                if missing.remove(&print) {
                    found.insert((path.clone(), print), text);
                }
            }
            n += 1;
        }
    }
    found
}

impl Loader<'_> {
    /// The segments of one version of a file.
    fn texts_of(&self, path: &str, text: &str) -> Texts {
        if path.ends_with(".md") { self.texts_of_rule(path, text) } else { self.texts_of_values(path, text) }
    }

    fn texts_of_rule(&self, path: &str, text: &str) -> Texts {
        // The spans lie in `text`; which file they name does not matter. A file that is gone has none.
        let file = self.tree.find(path).map_or(self.parsed.tops["site"].0, |(file, _)| file);
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let place = Place { names: &self.names, file, folder };
        let read = rule_text(text, place, None, Completeness::Parts, &mut Reader::default());
        let said = |span: Span| one_line(text.get(span.start as usize..span.end as usize).unwrap_or_default());
        let segments = read.alone().chain(&read.steps);
        let segments = segments.map(|s| (fingerprint::segment(s, &self.names), said(s.span)));
        let blocks = read.body.iter().map(|b| (fingerprint::block(b, &self.names), said(b.span)));
        blocks.chain(segments).collect()
    }

    /// Values have their meaning from the whole guide, so it is read with the one file as it was.
    fn texts_of_values(&self, path: &str, text: &str) -> Texts {
        let file = SourceFile { path: path.into(), payload: Payload::Text(Arc::from(text)) };
        let files = self.tree.iter().map(|(_, file)| file.clone()).chain([file]);
        let tree = SourceTree::from_files(files);
        let Some(survey) = survey(&tree).value else { return Texts::new() };
        let id = tree.find(path).map(|(id, _)| id);
        let bases = survey.files.iter().flat_map(|derived| &derived.fields).filter_map(|pair| pair.base.as_ref());
        let bases = bases.filter(|base| Some(base.span.file) == id);
        bases.map(|base| (base.print, base.said(&tree))).collect()
    }
}
