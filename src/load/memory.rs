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
    pub(super) nodes: BTreeMap<FileId, Kept<Option<Arc<Node>>>>,
    pub(super) lock: Option<Kept<Option<Arc<Lock>>>>,
    pub(super) rules: BTreeMap<String, Kept<Arc<Rule>>>,
    pub(super) municipalities: BTreeMap<String, Kept<Option<Arc<Municipality>>>>,
}

/// What every file is read against: with another ground every one of them is read again.
#[derive(Debug, PartialEq)]
pub(super) struct Ground {
    pub(super) names: Names,
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
#[derive(Debug, Clone)]
pub(super) struct Kept<T> {
    files: Files,
    pub(super) made: T,
    pub(super) findings: Vec<Diagnostic>,
}

impl<T: Clone> Kept<T> {
    /// What was made of these files before, or else what is made of them now.
    pub(super) fn or_make(before: Option<&Kept<T>>, files: Files, make: impl FnOnce(&mut Reader) -> T) -> Kept<T> {
        if let Some(kept) = before.filter(|kept| kept.files == files) {
            return kept.clone();
        }
        let mut reader = Reader::default();
        let made = make(&mut reader);
        Kept { files, made, findings: reader.findings }
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

/// Makes something of every item in parallel, unless it was made before of the same files. Findings are in the order
/// of the items.
pub(super) fn each_once<I, T>(
    items: &[(&String, I)],
    before: &mut BTreeMap<String, Kept<T>>,
    reader: &mut Reader,
    files: impl Fn(&I) -> Files + Sync,
    make: impl Fn(&String, &I, &mut Reader) -> T + Sync,
) -> Vec<T>
where
    I: Sync,
    T: Clone + Send + Sync,
{
    let make = |(name, item): &(&String, I)| {
        Kept::or_make(before.get(*name), files(item), |reader| make(name, item, reader))
    };
    let kept: Vec<Kept<T>> = items.par_iter().map(make).collect();
    for kept in &kept {
        reader.findings.extend(kept.findings.iter().cloned());
    }
    let made = kept.iter().map(|kept| kept.made.clone()).collect();
    *before = items.iter().map(|(name, _)| (*name).clone()).zip(kept).collect();
    made
}
