//! What was found before: in a rule that did not change, in a guide that did not change otherwise, the same is found.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Measured, Subject, pages_together};
use crate::diag::Diagnostic;
use crate::model::{Ix, Library, Rule};
use crate::source::SourceTree;

/// What was found in a guide before.
#[derive(Debug, Default)]
pub struct Memory {
    ground: Option<Ground>,
    pub(super) translations: Kept<Vec<Diagnostic>>,
    pub(super) pages: Kept<(Vec<Diagnostic>, Option<Measured>)>,
}

/// What every rule is judged against, beside its own files.
#[derive(Debug)]
struct Ground {
    date: Date,
    /// The files of the guide and of its languages, without those of rules and municipalities.
    files: SourceTree,
}

impl Memory {
    /// Forgets what was found on another ground.
    pub(super) fn stand_on(&mut self, subject: Subject<'_>) {
        let own = ["content/rules/", "content/municipalities/"];
        let files = subject.tree.only(|path| !own.iter().any(|folder| path.starts_with(folder)));
        let same = |before: &Ground| before.date == subject.date && before.files.is_same(&files);
        if !self.ground.as_ref().is_some_and(same) {
            *self = Memory { ground: Some(Ground { date: subject.date, files }), ..Memory::default() };
        }
    }
}

/// A rule in one language.
type Key = (Ix<Rule>, usize);

/// Results by rule and language, each with the rule that it is about.
#[derive(Debug)]
pub(super) struct Kept<T>(BTreeMap<Key, (Arc<Rule>, T)>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Kept(BTreeMap::new())
    }
}

impl<T: Clone + Send + Sync> Kept<T> {
    /// The result for every item, in their order; made anew, some at a time and in parallel, for those that have no
    /// key or whose rule is another than it was.
    pub(super) fn of_each<I: Sync>(
        &mut self,
        library: &Library,
        items: &[I],
        key: impl Fn(&I) -> Option<Key>,
        make: impl Fn(&[&I]) -> Vec<T> + Sync,
    ) -> Vec<T> {
        let keys: Vec<Option<Key>> = items.iter().map(key).collect();
        let known = |key: &Option<Key>| {
            let (rule, made) = self.0.get(key.as_ref()?)?;
            let same = library.rules.get(key.as_ref()?.0.get()).is_some_and(|now| Arc::ptr_eq(now, rule));
            same.then(|| made.clone())
        };
        let mut results: Vec<Option<T>> = keys.iter().map(known).collect();
        let new: Vec<usize> = (0..items.len()).filter(|i| results[*i].is_none()).collect();
        let missing: Vec<&I> = new.iter().map(|i| &items[*i]).collect();
        let made: Vec<T> = missing.par_chunks(pages_together(missing.len())).flat_map_iter(&make).collect();
        for (i, made) in new.into_iter().zip(made) {
            results[i] = Some(made);
        }
        let results: Vec<T> = results.into_iter().flatten().collect();
        let keep = keys.into_iter().zip(&results).filter_map(|(key, made)| {
            let key = key?;
            Some((key, (Arc::clone(library.rules.get(key.0.get())?), made.clone())))
        });
        self.0 = keep.collect();
        results
    }
}
