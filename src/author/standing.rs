//! How each segment of a file stands: complete, stale, missing, not read after a machine, or not recorded.

use crate::load::{Base, Derived, Pair, Pairs, align, state};
use crate::model::{Alignment, FileLock, Fingerprint, LockedSegment, State};
use crate::source::Span;

/// How a segment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It was made from the present text.
    Complete,
    /// The text that it was made from has changed since.
    Stale,
    /// It is not there.
    Missing,
    /// A machine made it, and nobody has read it.
    Machine,
    /// The lock does not say from what it was made.
    Unrecorded,
}

/// A segment and how it stands.
#[derive(Debug, Clone)]
pub struct Judged<'a> {
    /// Its name; of a part of a list with its number, from 1. A missing part has the source's number.
    pub name: String,
    /// The language of a translation; nothing for a municipality's own version.
    pub language: Option<usize>,
    /// How it stands.
    pub standing: Standing,
    /// Where it stands.
    pub own: Option<Span>,
    /// What it was made from, as it is now.
    pub base: Option<&'a Base>,
    /// What it was made from, as the lock says.
    pub was: Option<Fingerprint>,
}

/// Judges every segment of a file.
#[must_use]
pub fn judge<'a>(derived: &'a Derived, lock: Option<&FileLock>) -> Vec<Judged<'a>> {
    let mut judged: Vec<Judged<'a>> = Vec::new();
    for pair in &derived.fields {
        judged.extend(field(pair, lock.and_then(|lock| lock.fields.get(&pair.name))));
    }
    for list in &derived.lists {
        let locked = lock.and_then(|lock| lock.lists.get(list.name)).map(Vec::as_slice);
        match list.language {
            Some(_) => judged.extend(parts(list, locked)),
            None => judged.extend(whole(list, locked)),
        }
    }
    judged
}

fn field<'a>(pair: &'a Pair, locked: Option<&LockedSegment>) -> Option<Judged<'a>> {
    let base = pair.base.as_ref();
    let standing = match (pair.own, locked) {
        (None, _) => Standing::Missing,
        (Some(_), Some(locked)) => state(locked, base.map(|base| base.print)).into(),
        (Some(_), None) if base.is_some() => Standing::Unrecorded,
        // There is nothing that it could have been made from.
        (Some(_), None) => return None,
    };
    let was = locked.map(|locked| locked.source);
    Some(Judged { name: pair.name.clone(), language: pair.language, standing, own: pair.own, base, was })
}

/// A translated list, part by part.
fn parts<'a>(list: &'a Pairs, locked: Option<&[LockedSegment]>) -> Vec<Judged<'a>> {
    let judged = |i: usize, standing, own, base, was| Judged {
        name: format!("{}.{}", list.name, i + 1),
        language: list.language,
        standing,
        own,
        base,
        was,
    };
    let missing = |j: usize| judged(j, Standing::Missing, None, Some(&list.base[j]), None);
    if list.own.is_empty() {
        return (0..list.base.len()).map(missing).collect();
    }
    let Some(locked) = locked else {
        let own = list.own.iter().enumerate().filter(|_| !list.base.is_empty());
        return own.map(|(i, own)| judged(i, Standing::Unrecorded, Some(*own), list.base.get(i), None)).collect();
    };
    let now: Vec<Fingerprint> = list.base.iter().map(|base| base.print).collect();
    let known = locked.len() == list.own.len();
    let aligned = align(locked, &now, list.own.len()).into_iter().enumerate();
    let one = |(j, aligned)| match aligned {
        Alignment::Source(j) => missing(j),
        Alignment::Own(i, state) => {
            let base = list.base.get(j).filter(|_| known);
            let was = locked.get(i).filter(|_| known).map(|locked| locked.source);
            judged(i, Standing::from(state), list.own.get(i).copied(), base, was)
        }
    };
    aligned.map(one).collect()
}

/// A municipality's own list stands as a whole: its parts need not be those of the general list.
fn whole<'a>(list: &'a Pairs, locked: Option<&[LockedSegment]>) -> Option<Judged<'a>> {
    let now = list.base.iter().map(|base| base.print);
    let standing = match locked {
        None if list.base.is_empty() => return None,
        None => Standing::Unrecorded,
        Some(locked) if locked.iter().map(|segment| segment.source).eq(now) => Standing::Complete,
        Some(_) => Standing::Stale,
    };
    let known = |base: &&Base| locked.is_none_or(|locked| locked.iter().any(|was| was.source == base.print));
    let changed = list.base.iter().find(|base| !known(base)).or(list.base.first());
    let print = |base: &Base| base.print;
    let gone = |was: &&LockedSegment| !list.base.iter().map(print).any(|now| now == was.source);
    let was = locked.and_then(|locked| locked.iter().find(gone)).map(|was| was.source);
    let (own, language) = (list.own.first().copied(), list.language);
    Some(Judged { name: list.name.to_owned(), language, standing, own, base: changed, was })
}

impl From<State> for Standing {
    fn from(state: State) -> Self {
        match state {
            State::Current => Standing::Complete,
            State::Stale => Standing::Stale,
            State::Unreviewed => Standing::Machine,
        }
    }
}
