//! Settling what two people recorded: a lock in which git left a conflict.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::standing::{Standing, judge};
use crate::diag::{Severity, Warned, sort};
use crate::load::{Derived, LOCK, Sides, Survey, lock_sides, survey, write_lock};
use crate::model::{FileLock, Fingerprint, Lock, LockedSegment, Provenance};
use crate::source::SourceTree;

/// A lock of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The lock.
    pub lock: Lock,
    /// Where the two said different things.
    pub decisions: Vec<Decision>,
}

impl Merged {
    /// The lock, to be written.
    #[must_use]
    pub fn text(&self) -> String {
        write_lock(&self.lock)
    }
}

/// What was decided on one segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The file.
    pub path: String,
    /// The segment.
    pub name: String,
    /// What was kept.
    pub kept: Kept,
}

/// Which of two entries was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The one that was made from the present source text.
    Present,
    /// Both were made from the same text; what is known of its maker decided.
    Maker,
    /// Neither was made from the present source text: the older, which is stale as the other would be.
    Older,
}

/// Settles the lock of a guide. Nothing where there is no conflict, or where the guide has errors beside it:
/// then it cannot be said what the present source text is.
#[must_use]
pub fn merge(tree: &SourceTree) -> Warned<Option<Merged>> {
    let Some(sides) = lock_sides(tree) else { return Warned::clean(None) };
    let Warned { value, mut findings } = survey(tree);
    let in_lock = |span: crate::source::Span| &*tree.file(span.file).path == LOCK;
    findings.retain(|finding| finding.severity == Severity::Error && !finding.span.is_some_and(in_lock));
    match (value, sides) {
        (Some(survey), Ok(sides)) if findings.is_empty() => Warned::clean(Some(merge_sides(&sides, &survey))),
        (_, sides) => {
            findings.extend(sides.err().unwrap_or_default());
            sort(&mut findings);
            Warned { value: None, findings }
        }
    }
}

/// The union of two locks. Where they differ, what matches the present source text wins. The result is the
/// same whichever side is whose.
#[must_use]
pub fn merge_sides(sides: &Sides, survey: &Survey) -> Merged {
    let derived: BTreeMap<&str, &Derived> = survey.files.iter().map(|d| (d.path.as_str(), d)).collect();
    let mut merged = Merged { lock: Lock::new(), decisions: Vec::new() };
    let paths: BTreeSet<&String> = sides.ours.keys().chain(sides.theirs.keys()).collect();
    for path in paths {
        let file = match (sides.ours.get(path), sides.theirs.get(path)) {
            (Some(ours), Some(theirs)) if ours != theirs => {
                let derived = derived.get(path.as_str()).copied();
                let mut files = Files { path, ours, theirs, derived, decisions: &mut merged.decisions };
                files.merge()
            }
            (ours, theirs) => ours.or(theirs).cloned().unwrap_or_default(),
        };
        merged.lock.insert(path.clone(), file);
    }
    merged
}

/// Two records of one file.
struct Files<'a> {
    path: &'a str,
    ours: &'a FileLock,
    theirs: &'a FileLock,
    derived: Option<&'a Derived>,
    decisions: &'a mut Vec<Decision>,
}

impl Files<'_> {
    fn merge(&mut self) -> FileLock {
        let mut file = FileLock::default();
        let fields: BTreeSet<&String> = self.ours.fields.keys().chain(self.theirs.fields.keys()).collect();
        for name in fields {
            let pair = self.derived.and_then(|derived| derived.fields.iter().find(|pair| pair.name == *name));
            let now: Vec<Fingerprint> =
                pair.and_then(|p| p.base.as_ref()).map(|base| base.print).into_iter().collect();
            let sides = (self.ours.fields.get(name), self.theirs.fields.get(name));
            file.fields.extend(self.segment(name, sides, &now).map(|segment| (name.clone(), segment)));
        }
        let lists: BTreeSet<&String> = self.ours.lists.keys().chain(self.theirs.lists.keys()).collect();
        for name in lists {
            let list = self.list(name, (self.ours.lists.get(name), self.theirs.lists.get(name)));
            file.lists.insert(name.clone(), list);
        }
        file.history = self.ours.history.min(self.theirs.history);
        let open = |standing| matches!(standing, Standing::Stale | Standing::Unrecorded);
        let judged = self.derived.map(|derived| judge(derived, Some(&file))).unwrap_or_default();
        if !judged.is_empty() && !judged.iter().any(|judged| open(judged.standing)) {
            file.history = self.ours.history.max(self.theirs.history);
        }
        file
    }

    fn decide(&mut self, name: String, kept: Kept) {
        self.decisions.push(Decision { path: self.path.to_owned(), name, kept });
    }

    /// One segment of both sides, where the source text is one of `now`.
    fn segment(
        &mut self,
        name: &str,
        sides: (Option<&LockedSegment>, Option<&LockedSegment>),
        now: &[Fingerprint],
    ) -> Option<LockedSegment> {
        let (ours, theirs) = match sides {
            (Some(ours), Some(theirs)) if ours != theirs => (ours, theirs),
            (ours, theirs) => return ours.or(theirs).cloned(),
        };
        let present = (now.contains(&ours.source), now.contains(&theirs.source));
        let (keep_ours, kept) = match present {
            _ if ours.source == theirs.source => (trust(ours) > trust(theirs), Kept::Maker),
            (true, false) => (true, Kept::Present),
            (false, true) => (false, Kept::Present),
            // A list can hold both; the one made from the earlier state of the rule is as good as the other.
            _ => {
                let age = |history: Option<Date>, segment: &LockedSegment| (history, segment.source);
                let older = age(self.ours.history, ours) < age(self.theirs.history, theirs);
                (older, if present.0 { Kept::Present } else { Kept::Older })
            }
        };
        self.decide(name.to_owned(), kept);
        Some(if keep_ours { ours } else { theirs }.clone())
    }

    /// A list of both sides: part by part if they are as long, else the one that fits the file better.
    fn list(
        &mut self,
        name: &str,
        sides: (Option<&Vec<LockedSegment>>, Option<&Vec<LockedSegment>>),
    ) -> Vec<LockedSegment> {
        let (ours, theirs) = match sides {
            (Some(ours), Some(theirs)) if ours != theirs => (ours, theirs),
            (ours, theirs) => return ours.or(theirs).cloned().unwrap_or_default(),
        };
        let list = self.derived.and_then(|derived| derived.lists.iter().find(|list| list.name == name));
        let now: Vec<Fingerprint> = list.iter().flat_map(|list| &list.base).map(|base| base.print).collect();
        if ours.len() == theirs.len() {
            let count = ours.len();
            let each = ours.iter().zip(theirs).enumerate();
            let part = |(i, (ours, theirs))| {
                // What stands at the same place is the part that it was made from, unless it moved.
                let here = now.get(i).filter(|_| now.len() == count).copied();
                let exact = here.filter(|here| [ours, theirs].iter().any(|s: &&LockedSegment| s.source == *here));
                let now = exact.map_or_else(|| now.clone(), |here| vec![here]);
                self.segment(&format!("{name}.{}", i + 1), (Some(ours), Some(theirs)), &now)
            };
            return each.filter_map(part).collect();
        }
        let own = list.map_or(0, |list| list.own.len());
        let matching = |side: &[LockedSegment]| side.iter().filter(|s| now.contains(&s.source)).count();
        let prints = |side: &[LockedSegment]| side.iter().map(|s| s.source).collect::<Vec<_>>();
        let rank = |side: &[LockedSegment], history: Option<Date>| {
            (side.len() == own, matching(side), Reverse(history), Reverse(prints(side)))
        };
        let keep_ours = rank(ours, self.ours.history) > rank(theirs, self.theirs.history);
        let kept = if keep_ours { ours } else { theirs };
        let whole = kept.iter().map(|s| s.source).eq(now.iter().copied());
        self.decide(name.to_owned(), if whole { Kept::Present } else { Kept::Older });
        kept.clone()
    }
}

/// How much is known in favour of a translation: a person made it, or has read it, the later the better.
fn trust(segment: &LockedSegment) -> (u8, Option<(Date, &str)>) {
    match &segment.provenance {
        Provenance::Human => (2, None),
        Provenance::Machine(Some((role, on))) => (1, Some((*on, role))),
        Provenance::Machine(None) => (0, None),
    }
}
