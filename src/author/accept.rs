//! Recording that translations match the present source text.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::findings::{not_a_segment, not_a_translation, not_alone};
use super::standing::{Standing, judge};
use crate::diag::{Diagnostic, Severity, Warned, sort};
use crate::load::{Base, Derived, Pairs, Survey, align, survey, write_lock};
use crate::model::{Alignment, FileLock, Fingerprint, Lock, LockedSegment, Provenance};
use crate::source::SourceTree;

/// Who made a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maker {
    /// A person.
    Human,
    /// A machine.
    Machine,
}

/// What to record.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// Paths below the project folder; all files when empty.
    pub files: Vec<String>,
    /// Names of segments, or the start of names up to a point; whole files when empty.
    pub segments: Vec<String>,
    /// Who made them; as the lock says now, when nothing.
    pub by: Option<Maker>,
    /// The role that read what a machine made, and when.
    pub review: Option<(String, Date)>,
}

impl Order {
    fn wants(&self, name: &str) -> bool {
        self.segments.is_empty() || self.segments.iter().any(|asked| names_it(asked, name))
    }
}

/// What was recorded.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The lock, to be written.
    pub text: String,
    /// Files with the names of the segments of which the lock says something else now.
    pub recorded: Vec<(String, Vec<String>)>,
    /// Entries of files that are gone.
    pub dropped: Vec<String>,
    /// What is to be known about the result.
    pub remarks: Vec<String>,
}

/// Plans the lock in which the ordered translations match the present source text. There is none where a file
/// cannot be recorded.
#[must_use]
pub fn accept(tree: &SourceTree, order: &Order) -> Warned<Option<Accepted>> {
    let Warned { value, mut findings } = survey(tree);
    findings.retain(|finding| finding.severity == Severity::Error);
    let Some(survey) = value else { return Warned { value: None, findings } };
    let mut refused = Vec::new();
    let chosen = choose(&survey, order, &mut refused);
    // What stands in other files does not matter here, but for the lock and the files that name facts, words
    // and languages: without them a text says something else.
    let own: BTreeSet<&str> =
        chosen.iter().flat_map(|derived| [derived.path.as_str(), derived.from.as_str()]).collect();
    let names = |path: &str| path.strip_prefix("content/").is_some_and(|name| !name.contains('/'));
    let matters = |path: &str| own.contains(path) || names(path);
    findings.retain(|finding| finding.span.is_none_or(|span| matters(&tree.file(span.file).path)));
    findings.append(&mut refused);
    let mut recorder = Recorder { order, remarks: Vec::new(), refused };
    let mut lock = survey.lock.clone();
    let mut accepted = Vec::new();
    for derived in chosen {
        let old = survey.lock.get(&derived.path);
        let new = recorder.file(derived, old);
        let names = changes(old, &new);
        if !names.is_empty() {
            accepted.push((derived.path.clone(), names));
        }
        lock.insert(derived.path.clone(), new);
    }
    findings.append(&mut recorder.refused);
    if !findings.is_empty() {
        sort(&mut findings);
        return Warned { value: None, findings };
    }
    let dropped = drop_gone(&mut lock, tree);
    let text = write_lock(&lock);
    Warned::clean(Some(Accepted { text, recorded: accepted, dropped, remarks: recorder.remarks }))
}

/// The files of an order.
fn choose<'a>(survey: &'a Survey, order: &Order, refused: &mut Vec<Diagnostic>) -> Vec<&'a Derived> {
    let there = || survey.files.iter().filter(|derived| derived.file.is_some());
    let mut chosen: Vec<&Derived> = there().filter(|_| order.files.is_empty()).collect();
    for path in &order.files {
        match there().find(|derived| derived.path == *path) {
            Some(derived) => chosen.push(derived),
            None => refused.push(not_a_translation(path, there().map(|derived| derived.path.as_str()))),
        }
    }
    let known: BTreeSet<String> = chosen.iter().flat_map(|derived| names(derived)).collect();
    let known: Vec<String> = known.into_iter().collect();
    for name in order.segments.iter().filter(|_| !chosen.is_empty()) {
        if !known.iter().any(|known| names_it(name, known)) {
            refused.push(not_a_segment(name, &known));
        }
    }
    chosen
}

/// The names of everything that can be recorded of a file.
fn names(derived: &Derived) -> Vec<String> {
    let fields = derived.fields.iter().filter(|pair| pair.own.is_some()).map(|pair| pair.name.clone());
    let lists = derived.lists.iter().filter(|list| !list.own.is_empty()).flat_map(|list| {
        let parts = 1..=list.language.map_or(0, |_| list.own.len());
        let parts = parts.map(|i| format!("{}.{i}", list.name));
        std::iter::once(list.name.to_owned()).chain(parts)
    });
    fields.chain(lists).collect()
}

/// Whether somebody who says `asked` means the segment `name`: itself, or all that begin so.
fn names_it(asked: &str, name: &str) -> bool {
    name.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn drop_gone(lock: &mut Lock, tree: &SourceTree) -> Vec<String> {
    let gone: Vec<String> = lock.keys().filter(|path| tree.find(path).is_none()).cloned().collect();
    lock.retain(|path, file| tree.find(path).is_some() && *file != FileLock::default());
    gone
}

/// The names of the segments of which two records say different things.
fn changes(old: Option<&FileLock>, new: &FileLock) -> Vec<String> {
    let nothing = FileLock::default();
    let old = old.unwrap_or(&nothing);
    let fields = new.fields.iter().filter(|(name, segment)| old.fields.get(*name) != Some(segment));
    let mut names: Vec<String> = fields.map(|(name, _)| name.clone()).collect();
    for (name, segments) in &new.lists {
        let before = old.lists.get(name).map_or(&[][..], Vec::as_slice);
        let changed = segments.iter().enumerate().filter(|(i, segment)| before.get(*i) != Some(segment));
        names.extend(changed.map(|(i, _)| format!("{name}.{}", i + 1)));
    }
    let gone = old.fields.keys().filter(|name| !new.fields.contains_key(*name));
    names.extend(gone.map(|name| format!("{name} (gone)")));
    if old.history != new.history && names.is_empty() {
        names.push("history".to_owned());
    }
    names
}

struct Recorder<'a> {
    order: &'a Order,
    remarks: Vec<String>,
    refused: Vec<Diagnostic>,
}

impl Recorder<'_> {
    fn file(&mut self, derived: &Derived, old: Option<&FileLock>) -> FileLock {
        let order = self.order;
        let whole = order.segments.is_empty();
        let mut new = old.cloned().unwrap_or_default();
        if whole {
            // Of what is not there any more, nothing is kept.
            new.fields.retain(|name, _| derived.fields.iter().any(|p| p.name == *name && p.own.is_some()));
            new.lists.retain(|name, _| derived.lists.iter().any(|l| l.name == name && !l.own.is_empty()));
        }
        for pair in derived.fields.iter().filter(|pair| pair.own.is_some() && order.wants(&pair.name)) {
            match &pair.base {
                Some(base) => {
                    let entry = self.entry(base, new.fields.get(&pair.name));
                    new.fields.insert(pair.name.clone(), entry);
                }
                None => self.remark(derived, &pair.name, "the text that it was made from is gone: delete it"),
            }
        }
        for list in derived.lists.iter().filter(|list| !list.own.is_empty() && !list.base.is_empty()) {
            let before = new.lists.get(list.name).cloned();
            if let Some(entries) = self.list(derived, list, before.as_deref()) {
                new.lists.insert(list.name.to_owned(), entries);
            }
        }
        let open = |standing| matches!(standing, Standing::Stale | Standing::Unrecorded);
        if whole || !judge(derived, Some(&new)).iter().any(|judged| open(judged.standing)) {
            new.history = derived.newest;
        }
        new
    }

    fn remark(&mut self, derived: &Derived, name: &str, what: &str) {
        self.remarks.push(format!("{}: {name}: {what}", derived.path));
    }

    fn list(
        &mut self,
        derived: &Derived,
        list: &Pairs,
        old: Option<&[LockedSegment]>,
    ) -> Option<Vec<LockedSegment>> {
        let order = self.order;
        if order.wants(list.name) {
            return Some(self.whole_list(derived, list, old));
        }
        let name = |i: usize| format!("{}.{}", list.name, i + 1);
        let parts: Vec<usize> = (0..list.own.len()).filter(|i| order.wants(&name(*i))).collect();
        let first = *parts.first()?;
        let Some(old) = old.filter(|old| old.len() == list.own.len()) else {
            let why = "the lock does not say from what the others were made";
            self.refused.push(not_alone(&name(first), list.name, why));
            return None;
        };
        let mut new = old.to_vec();
        for (i, base) in partners(list, old).into_iter().enumerate().filter(|(i, _)| parts.contains(i)) {
            match base {
                Some(base) => new[i] = self.entry(base, Some(&old[i])),
                None => self.refused.push(not_alone(&name(i), list.name, "what it was made from is gone")),
            }
        }
        Some(new)
    }

    /// With as many parts on both sides the first was made from the first, and so on. If the translation has
    /// fewer or more but is as long as when it was recorded, its parts are those of then; otherwise the lock
    /// takes down the source as it is, and any change in it will concern the list as a whole.
    fn whole_list(
        &mut self,
        derived: &Derived,
        list: &Pairs,
        old: Option<&[LockedSegment]>,
    ) -> Vec<LockedSegment> {
        let then = old.filter(|old| old.len() == list.own.len());
        let as_now = list.base.len() == list.own.len() || list.language.is_none();
        let Some(then) = then.filter(|_| !as_now) else {
            if !as_now {
                let (own, base) = (list.own.len(), list.base.len());
                let what = format!("has {own} parts and its source {base}: any change will make all of them old");
                self.remark(derived, list.name, &what);
            }
            if let Some(then) = old.filter(|old| as_now && moved(list, old)) {
                let count = then.len();
                let what = format!("the source has another order now; its {count} parts are taken as they stand");
                self.remark(derived, list.name, &what);
            }
            return list.base.iter().enumerate().map(|(i, base)| self.part(base, i, old)).collect();
        };
        let partners = partners(list, then);
        let gone = partners.iter().enumerate().filter(|(_, base)| base.is_none());
        for (i, _) in gone {
            let name = format!("{}.{}", list.name, i + 1);
            self.remark(derived, &name, "the text that it was made from is gone: delete it");
        }
        let entry = |(then, base): (&LockedSegment, Option<&Base>)| {
            base.map_or_else(|| then.clone(), |base| self.entry(base, Some(then)))
        };
        then.iter().zip(partners).map(entry).collect()
    }

    /// A part of a list that may have moved: what is known of it is known of the same words.
    fn part(&self, base: &Base, i: usize, old: Option<&[LockedSegment]>) -> LockedSegment {
        let old = old.unwrap_or_default();
        self.entry(base, old.iter().find(|old| old.source == base.print).or(old.get(i)))
    }

    fn entry(&self, base: &Base, old: Option<&LockedSegment>) -> LockedSegment {
        LockedSegment { source: base.print, provenance: self.provenance(base.print, old) }
    }

    /// A review of what was made from another text does not count any more.
    fn provenance(&self, now: Fingerprint, old: Option<&LockedSegment>) -> Provenance {
        let made = match (self.order.by, old) {
            (Some(Maker::Human), _) | (None, None) => Provenance::Human,
            (Some(Maker::Machine), _) => Provenance::Machine(None),
            (None, Some(old)) if old.source == now => old.provenance.clone(),
            (None, Some(old)) => match old.provenance {
                Provenance::Human => Provenance::Human,
                Provenance::Machine(_) => Provenance::Machine(None),
            },
        };
        match (made, &self.order.review) {
            (Provenance::Machine(_), Some(review)) => Provenance::Machine(Some(review.clone())),
            (made, _) => made,
        }
    }
}

/// Whether parts that did not change stand at another place than when they were recorded.
fn moved(list: &Pairs, then: &[LockedSegment]) -> bool {
    let now = |print| list.base.iter().any(|base| base.print == print);
    let kept = |(i, then): (usize, &LockedSegment)| {
        now(then.source) && list.base.get(i).is_some_and(|base| base.print != then.source)
    };
    list.language.is_some() && then.len() == list.own.len() && then.iter().enumerate().any(kept)
}

/// The source part of each own part.
fn partners<'a>(list: &'a Pairs, locked: &[LockedSegment]) -> Vec<Option<&'a Base>> {
    let now: Vec<Fingerprint> = list.base.iter().map(|base| base.print).collect();
    let mut partners = vec![None; list.own.len()];
    for (j, aligned) in align(locked, &now, list.own.len()).into_iter().enumerate() {
        if let Alignment::Own(i, _) = aligned {
            partners[i] = list.base.get(j);
        }
    }
    partners
}
