//! Sets what the lock knows against the present source: which segments of a translation are stale.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::fingerprint;
use super::names::Names;
use crate::model::{Alignment, FileLock, Fingerprint, LockedSegment, Provenance, RuleText, State};
use crate::source::Span;

/// The fingerprints of a source text, which each of its translations is set against.
pub(super) struct Prints {
    fields: BTreeMap<String, Fingerprint>,
    steps: Vec<Fingerprint>,
    body: Vec<Fingerprint>,
}

impl Prints {
    pub(super) fn of(source: &RuleText, names: &Names) -> Self {
        let fields = source.fields().into_iter();
        Prints {
            fields: fields.map(|(name, segment)| (name, fingerprint::segment(segment, names))).collect(),
            steps: source.steps.iter().map(|segment| fingerprint::segment(segment, names)).collect(),
            body: source.body.iter().map(|block| fingerprint::block(block, names)).collect(),
        }
    }
}

/// Marks the segments of `translation` by what `lock` says they were made from, and gives the spans of those
/// about which it says nothing.
pub(super) fn mark(translation: &mut RuleText, source: &Prints, lock: &FileLock) -> Vec<Span> {
    let mut unrecorded = Vec::new();
    for (name, own) in translation.fields_mut() {
        let from = source.fields.get(&name);
        match (lock.fields.get(&name), from) {
            (Some(locked), _) => own.state = state(locked, from.copied()),
            (None, Some(_)) => unrecorded.push(own.span),
            (None, None) => {}
        }
    }
    match lock.lists.get("steps") {
        Some(locked) => translation.step_alignment = align(locked, &source.steps, translation.steps.len()),
        None if source.steps.is_empty() => {}
        None => unrecorded.extend(translation.steps.iter().map(|step| step.span)),
    }
    match lock.lists.get("body") {
        Some(locked) => translation.body_alignment = align(locked, &source.body, translation.body.len()),
        None if source.body.is_empty() => {}
        None => unrecorded.extend(translation.body.iter().map(|block| block.span)),
    }
    unrecorded.sort_unstable();
    unrecorded
}

/// What is known of a segment made from the `locked` source, where the source says `now`.
pub fn state(locked: &LockedSegment, now: Option<Fingerprint>) -> State {
    if now != Some(locked.source) {
        State::Stale
    } else if locked.provenance == Provenance::Machine(None) {
        State::Unreviewed
    } else {
        State::Current
    }
}

/// Lines up `own` blocks, made from the `locked` source blocks, with the source blocks there are `now`.
///
/// Equal blocks are matched first, wherever they moved to. Own blocks that are left changed in the source:
/// their partner is looked for between their neighbours, and if as many are left on both sides, in order.
/// Source blocks without partner have no translation yet; own blocks without partner come from a source
/// block that is gone. So an own block is stale exactly if no source block is as its own was.
///
/// The result has an entry for each source block, in their order, and then the own blocks without partner.
#[must_use]
pub fn align(locked: &[LockedSegment], now: &[Fingerprint], own: usize) -> Vec<Alignment> {
    if locked.len() != own {
        // The translation was edited without telling the lock: nothing certain can be said per block.
        let same = locked.iter().map(|l| l.source).eq(now.iter().copied());
        let state = if same { State::Current } else { State::Stale };
        return (0..own).map(|i| Alignment::Own(i, state)).collect();
    }
    let partner = partners(locked, now);
    let one = |(j, partner): (usize, &Option<usize>)| match partner {
        Some(i) => Alignment::Own(*i, state(&locked[*i], Some(now[j]))),
        None => Alignment::Source(j),
    };
    let alone = (0..own).filter(|i| !partner.contains(&Some(*i)));
    let alone = alone.map(|i| Alignment::Own(i, State::Stale));
    partner.iter().enumerate().map(one).chain(alone).collect()
}

/// The own block of each source block.
fn partners(locked: &[LockedSegment], now: &[Fingerprint]) -> Vec<Option<usize>> {
    let mut places: BTreeMap<Fingerprint, VecDeque<usize>> = BTreeMap::new();
    for (j, print) in now.iter().enumerate() {
        places.entry(*print).or_default().push_back(j);
    }
    let mut partner: Vec<Option<usize>> = vec![None; now.len()];
    let mut free: BTreeSet<usize> = BTreeSet::new();
    for (i, segment) in locked.iter().enumerate() {
        match places.get_mut(&segment.source).and_then(VecDeque::pop_front) {
            Some(j) => partner[j] = Some(i),
            None => drop(free.insert(i)),
        }
    }
    // A changed block stands right after the one that it stood after, or right before the one that it stood
    // before. One inserted above is no change, and does neither.
    let mut last = None;
    for partner in &mut partner {
        let next = last.map_or(0, |last: usize| last + 1);
        if partner.is_none() && free.remove(&next) {
            *partner = Some(next);
        }
        last = partner.or(last);
    }
    let mut following = locked.len();
    for partner in partner.iter_mut().rev() {
        if let Some(before) = following.checked_sub(1)
            && partner.is_none()
            && free.remove(&before)
        {
            *partner = Some(before);
        }
        following = partner.unwrap_or(following);
    }
    if partner.iter().filter(|partner| partner.is_none()).count() == free.len() {
        partner.iter_mut().filter(|partner| partner.is_none()).for_each(|partner| *partner = free.pop_first());
    }
    partner
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locked(prints: &[u64]) -> Vec<LockedSegment> {
        prints.iter().map(|p| LockedSegment { source: Fingerprint(*p), provenance: Provenance::Human }).collect()
    }

    fn show(was: &[u64], now: &[u64]) -> String {
        let now: Vec<_> = now.iter().map(|p| Fingerprint(*p)).collect();
        let words = align(&locked(was), &now, was.len()).into_iter().map(|a| match a {
            Alignment::Own(i, State::Current) => format!("{i}"),
            Alignment::Own(i, _) => format!("{i}!"),
            Alignment::Source(j) => format!("nl{j}"),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn one_change_is_one_stale_block() {
        assert_eq!(show(&[1, 2, 3], &[1, 2, 3]), "0 1 2");
        assert_eq!(show(&[1, 2, 3], &[1, 9, 3]), "0 1! 2");
        assert_eq!(show(&[1, 2, 3], &[9, 2, 3]), "0! 1 2");
    }

    #[test]
    fn inserted_moved_and_removed_blocks() {
        assert_eq!(show(&[1, 2, 3], &[8, 1, 2, 3]), "nl0 0 1 2");
        assert_eq!(show(&[1, 2, 3], &[3, 1, 2]), "2 0 1");
        assert_eq!(show(&[1, 2, 3], &[8, 1, 9, 3]), "nl0 0 1! 2");
        assert_eq!(show(&[1, 2, 3], &[1, 3]), "0 2 1!");
        assert_eq!(show(&[1, 2, 3, 4, 5], &[4, 1, 9, 5, 2]), "3 0 2! 4 1", "one changed, its neighbours moved");
        assert_eq!(show(&[1, 2, 3], &[8, 9, 3]), "0! 1! 2", "two changed in a row");
        assert_eq!(show(&[1, 1, 2], &[2, 1, 1]), "2 0 1", "the same words twice");
    }

    #[test]
    fn a_translation_edited_behind_the_lock_is_not_guessed_at() {
        let now = [Fingerprint(1), Fingerprint(2)];
        assert_eq!(
            align(&locked(&[1, 2]), &now, 3),
            vec![
                Alignment::Own(0, State::Current),
                Alignment::Own(1, State::Current),
                Alignment::Own(2, State::Current)
            ]
        );
    }
}
