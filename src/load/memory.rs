//! What was read before: a file that did not change, among names that did not change, is not read again.
//!
//! For whoever reads one guide over and over while it is written. That two files are the same is seen at once where a
//! [`SourceTree`] is brought up to date, which keeps the text of the other files in its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::layout::{Layout, Shape};
use super::names::Names;
use crate::diag::Diagnostic;
use crate::model::{Lock, Municipality, Rule};
use crate::source::{FileId, Payload, SourceTree};
use crate::yaml::{Node, Reader};

/// What was read of a guide before.
#[derive(Debug, Default)]
pub struct Memory {
    ground: Option<Ground>,
    layout: Option<KeptLayout>,
    pub(super) tops: BTreeMap<FileId, Kept<Option<Arc<Node>>>>,
    pub(super) nodes: BTreeMap<FileId, Kept<Option<Arc<Node>>>>,
    pub(super) lock: Option<Kept<Option<Arc<Lock>>>>,
    pub(super) rules: BTreeMap<String, Kept<Arc<Rule>>>,
    pub(super) municipalities: BTreeMap<String, Kept<Option<Arc<Municipality>>>>,
}

/// What every file is read against: with another ground every one of them is read again.
#[derive(Debug, PartialEq)]
pub(super) struct Ground {
    pub(super) names: Arc<Names>,
    /// Facts, the lock, and design tokens.
    pub(super) files: Files,
}

/// Files with what they held.
#[derive(Debug, Clone, Default)]
pub(super) struct Files(Vec<(FileId, Payload)>);

impl Files {
    pub(super) fn of(tree: &SourceTree, ids: impl IntoIterator<Item = FileId>) -> Self {
        Files(ids.into_iter().map(|id| (id, tree.file(id).payload.clone())).collect())
    }

    /// Whether a tree has just these under these numbers, and they hold what they held.
    fn are_in(&self, tree: &SourceTree, ids: impl IntoIterator<Item = FileId>) -> bool {
        let mut known = self.0.iter();
        let same = |id: FileId| {
            known.next().is_some_and(|(old, payload)| *old == id && tree.file(id).payload.is_same(payload))
        };
        ids.into_iter().all(same) && known.next().is_none()
    }
}

impl PartialEq for Files {
    fn eq(&self, other: &Self) -> bool {
        let same = |((id, payload), (other, before)): (&(FileId, Payload), &(FileId, Payload))| {
            id == other && payload.is_same(before)
        };
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(same)
    }
}

/// What was made of some files, and what was found in them.
#[derive(Debug)]
pub(super) struct Kept<T> {
    files: Files,
    pub(super) made: T,
    pub(super) findings: Vec<Diagnostic>,
}

impl<T> Kept<T> {
    /// What is made of files.
    pub(super) fn make(files: Files, make: impl FnOnce(&mut Reader) -> T) -> Self {
        let mut reader = Reader::default();
        let made = make(&mut reader);
        Kept { files, made, findings: reader.findings }
    }

    /// Whether it was made of these files as they are now.
    pub(super) fn is_of(&self, tree: &SourceTree, ids: impl IntoIterator<Item = FileId>) -> bool {
        self.files.are_in(tree, ids)
    }
}

/// Which file is what, of a tree with these files.
#[derive(Debug)]
struct KeptLayout {
    files: Vec<Shape>,
    layout: Arc<Layout>,
    findings: Vec<Diagnostic>,
}

impl Memory {
    /// Which file is what: as before, unless files came or went.
    pub(super) fn layout(&mut self, tree: &SourceTree, reader: &mut Reader) -> Arc<Layout> {
        let files = || tree.below("content/").map(|(id, file)| Shape::of(id, file));
        let same = |kept: &KeptLayout| {
            let mut before = kept.files.iter();
            files().all(|file| before.next() == Some(&file)) && before.next().is_none()
        };
        if !self.layout.as_ref().is_some_and(same) {
            let mut own = Reader::default();
            let layout = Arc::new(Layout::of(tree, &mut own));
            let files = files().collect();
            self.layout = Some(KeptLayout { files, layout, findings: own.findings });
        }
        let kept = self.layout.as_ref();
        reader.findings.extend(kept.into_iter().flat_map(|kept| kept.findings.iter().cloned()));
        kept.map(|kept| Arc::clone(&kept.layout)).unwrap_or_default()
    }

    /// Forgets what was read on another ground.
    pub(super) fn stand_on(&mut self, ground: Ground) {
        if self.ground.as_ref() != Some(&ground) {
            self.rules.clear();
            self.municipalities.clear();
            self.ground = Some(ground);
        }
    }
}

/// What is to be made of the files of each item, and which these are. Items are in the order of their names.
pub(super) struct Making<'a, I, F> {
    pub(super) tree: &'a SourceTree,
    pub(super) items: &'a [(&'a String, I)],
    /// The files of an item.
    pub(super) of: F,
}

impl<I, F, Ids> Making<'_, I, F>
where
    I: Copy + Sync,
    F: Fn(I) -> Ids + Sync,
    Ids: Iterator<Item = FileId>,
{
    /// Makes in parallel what was not made before of the same files. Results and findings are in the order of the
    /// items.
    pub(super) fn each_once<T: Clone + Send + Sync>(
        &self,
        kept: &mut BTreeMap<String, Kept<T>>,
        reader: &mut Reader,
        make: impl Fn(&str, I, &mut Reader) -> T + Sync,
    ) -> Vec<T> {
        let items = self.items.par_iter();
        let changed = items
            .filter(|(name, item)| !kept.get(*name).is_some_and(|kept| kept.is_of(self.tree, (self.of)(*item))));
        let made = changed.map(|(name, item)| {
            let files = Files::of(self.tree, (self.of)(*item));
            ((*name).clone(), Kept::make(files, |reader| make(name, *item, reader)))
        });
        let made: Vec<(String, Kept<T>)> = made.collect();
        kept.extend(made);
        if kept.len() > self.items.len() {
            kept.retain(|name, _| self.items.binary_search_by(|(item, _)| (*item).cmp(name)).is_ok());
        }
        reader.findings.extend(kept.values().flat_map(|kept| kept.findings.iter().cloned()));
        kept.values().map(|kept| kept.made.clone()).collect()
    }
}
