//! What municipalities changed, set against what the general rules say by now.

use std::sync::Arc;

use super::Loader;
use super::derived::{Derived, Pair, Pairs};
use super::layout::{MunicipalityFiles, RuleFiles};
use crate::model::{Drift, FileLock, Library, Overlay, Rule};
use crate::source::Span;

impl Loader<'_> {
    /// The files of an own version that were made from the general rule: its text in the source language, and
    /// its `rule.yaml`.
    pub(super) fn own_version(&self, files: &RuleFiles, overlay: &Overlay, rule: &Rule) -> Vec<Derived> {
        let source = self.names.languages.source();
        let path = |file| self.tree.file(file).path.to_string();
        let text = files.texts.get(self.names.languages.tag(source)).zip(overlay.texts.get(source));
        let text = text.zip(rule.texts.get(source)).map(|((file, own), general)| {
            let from = format!("content/rules/{}/{}.md", rule.id, self.names.languages.tag(source));
            let new = Derived::new(path(*file), Some(*file), from, &rule.history);
            new.own_text(own, general, &self.names)
        });
        let values = files.yaml.filter(|_| !overlay.places.is_empty()).map(|file| {
            let from = format!("content/rules/{}/rule.yaml", rule.id);
            let new = Derived::new(path(file), Some(file), from, &rule.history);
            new.own_values(overlay, rule, &self.names)
        });
        text.into_iter().chain(values).collect()
    }

    /// Sets what the lock says of own versions: what they were made from, and what has changed since.
    pub(super) fn mark_drift(&self, library: &mut Library) {
        let source = self.names.languages.source();
        let Library { rules, municipalities, .. } = library;
        for municipality in municipalities {
            let Some(files) = self.layout.municipalities.get(&municipality.id) else { continue };
            // Hardly any own version is in the lock: the municipality is copied only for those that are.
            if !self.has_locked(files) {
                continue;
            }
            for (ix, overlay) in &mut Arc::make_mut(municipality).overlays {
                let rule = &rules[ix.get()];
                let Some(files) = files.overlays.get(&rule.id) else { continue };
                for derived in self.own_version(files, overlay, rule) {
                    let Some(lock) = self.parsed.lock.get(&derived.path) else { continue };
                    if derived.file != files.yaml
                        && let Some(text) = overlay.texts.get_mut(source)
                    {
                        text.record.history = lock.history;
                    }
                    overlay.drift.extend(drift(&derived, lock, rule.span));
                }
                overlay.drift.sort_by_key(|drift| drift.own);
            }
        }
    }
}

impl Loader<'_> {
    fn has_locked(&self, files: &MunicipalityFiles) -> bool {
        let mut all = files.overlays.values().flat_map(RuleFiles::all);
        all.any(|file| self.parsed.lock.contains_key(&*self.tree.file(file).path))
    }
}

/// What changed in the general rule; what is gone from it is shown at its start, `general`.
fn drift(derived: &Derived, lock: &FileLock, general: Span) -> Vec<Drift> {
    let field = |pair: &Pair| {
        let (own, locked) = (pair.own?, lock.fields.get(&pair.name)?);
        let base = pair.base.as_ref();
        let same = base.is_some_and(|base| base.print == locked.source);
        let drift = || Drift { own, base: base.map_or(general, |base| base.span), what: pair.name.clone() };
        (!same).then(drift)
    };
    let list = |list: &Pairs| {
        let (own, locked) = (*list.own.first()?, lock.lists.get(list.name)?);
        let was = |print| locked.iter().any(|segment| segment.source == print);
        let same = locked.iter().map(|segment| segment.source).eq(list.base.iter().map(|base| base.print));
        let new = list.base.iter().find(|base| !was(base.print)).or(list.base.first());
        let drift = || Drift { own, base: new.map_or(general, |base| base.span), what: list.name.to_owned() };
        (!same).then(drift)
    };
    derived.fields.iter().filter_map(field).chain(derived.lists.iter().filter_map(list)).collect()
}
