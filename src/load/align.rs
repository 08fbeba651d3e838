//! Sets what the lock knows against the present source: which segments of a translation are stale.

use super::fingerprint;
use super::names::Names;
use crate::model::{Alignment, FileLock, Fingerprint, LockedSegment, Provenance, RuleText, Segment, State};

/// Marks the segments of `translation` by what `lock` says they were made from.
pub(super) fn mark(translation: &mut RuleText, source: &RuleText, lock: &FileLock, names: &Names) {
    let field = |name: &str, own: &mut Option<Segment>, source: Option<&Segment>| {
        if let (Some(own), Some(locked)) = (own, lock.fields.get(name)) {
            let now = source.map(|segment| fingerprint::segment(segment, names));
            own.state = state(locked, now);
        }
    };
    field("title", &mut translation.title, source.title.as_ref());
    field("answer", &mut translation.answer, source.answer.as_ref());
    field("proof", &mut translation.proof, source.proof.as_ref());
    field("consequence", &mut translation.consequence, source.consequence.as_ref());
    for (id, own) in &mut translation.examples {
        let from = source.examples.get(id);
        let situation = from.and_then(|from| from.situation.as_ref());
        field(&format!("examples.{id}.situation"), &mut own.situation, situation);
        field(&format!("examples.{id}.meaning"), &mut own.meaning, from.and_then(|from| from.meaning.as_ref()));
    }
    if let Some(locked) = lock.lists.get("steps") {
        let now: Vec<_> = source.steps.iter().map(|segment| fingerprint::segment(segment, names)).collect();
        translation.step_alignment = align(locked, &now, translation.steps.len());
    }
    if let Some(locked) = lock.lists.get("body") {
        let now: Vec<_> = source.body.iter().map(|block| fingerprint::block(block, names)).collect();
        translation.body_alignment = align(locked, &now, translation.body.len());
    }
}

/// What the lock would say of a translation made from the source as it is now.
pub(super) fn present(translation: &RuleText, source: &RuleText, names: &Names) -> FileLock {
    let mut lock = FileLock::default();
    let made_from = |source| LockedSegment { source, provenance: Provenance::Human };
    let mut field = |name: String, own: Option<&Segment>, source: Option<&Segment>| {
        if let (Some(_), Some(source)) = (own, source) {
            lock.fields.insert(name, made_from(fingerprint::segment(source, names)));
        }
    };
    field("title".to_owned(), translation.title.as_ref(), source.title.as_ref());
    field("answer".to_owned(), translation.answer.as_ref(), source.answer.as_ref());
    field("proof".to_owned(), translation.proof.as_ref(), source.proof.as_ref());
    field("consequence".to_owned(), translation.consequence.as_ref(), source.consequence.as_ref());
    for (id, own) in &translation.examples {
        let Some(from) = source.examples.get(id) else { continue };
        field(format!("examples.{id}.situation"), own.situation.as_ref(), from.situation.as_ref());
        field(format!("examples.{id}.meaning"), own.meaning.as_ref(), from.meaning.as_ref());
    }
    // A list can be lined up only where both languages have as many parts.
    if !source.steps.is_empty() && translation.steps.len() == source.steps.len() {
        let prints = source.steps.iter().map(|step| made_from(fingerprint::segment(step, names)));
        lock.lists.insert("steps".to_owned(), prints.collect());
    }
    if !source.body.is_empty() && translation.body.len() == source.body.len() {
        let prints = source.body.iter().map(|block| made_from(fingerprint::block(block, names)));
        lock.lists.insert("body".to_owned(), prints.collect());
    }
    lock
}

fn state(locked: &LockedSegment, now: Option<Fingerprint>) -> State {
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
/// Equal blocks are matched first, wherever they moved to. What is left is matched in order: those blocks
/// changed. Source blocks without partner have no translation yet; own blocks without partner come from a
/// source block that is gone, and are stale. The result is in the order of the source.
pub(super) fn align(locked: &[LockedSegment], now: &[Fingerprint], own: usize) -> Vec<Alignment> {
    if locked.len() != own {
        // The translation was edited without telling the lock: nothing certain can be said per block.
        let same = locked.iter().map(|l| l.source).eq(now.iter().copied());
        let state = if same { State::Current } else { State::Stale };
        return (0..own).map(|i| Alignment::Own(i, state)).collect();
    }
    let mut partner: Vec<Option<usize>> = vec![None; now.len()];
    let mut free: Vec<usize> = Vec::new();
    for (i, segment) in locked.iter().enumerate() {
        let equal = (0..now.len()).find(|j| partner[*j].is_none() && now[*j] == segment.source);
        match equal {
            Some(j) => partner[j] = Some(i),
            None => free.push(i),
        }
    }
    let mut free = free.into_iter().peekable();
    let mut aligned = Vec::new();
    for (j, partner) in partner.iter().enumerate() {
        match partner {
            Some(i) => aligned.push(Alignment::Own(*i, state(&locked[*i], Some(now[j])))),
            None => match free.next_if(|i| fits(*i, partner_before(&aligned))) {
                Some(i) => aligned.push(Alignment::Own(i, State::Stale)),
                None => aligned.push(Alignment::Source(j)),
            },
        }
    }
    aligned.extend(free.map(|i| Alignment::Own(i, State::Stale)));
    aligned
}

/// The own block shown last.
fn partner_before(aligned: &[Alignment]) -> Option<usize> {
    aligned.iter().rev().find_map(|a| match a {
        Alignment::Own(i, _) => Some(*i),
        Alignment::Source(_) => None,
    })
}

/// Whether own block `i` can be the changed version of the source block at hand: it must come right after
/// the own block shown before, or a block inserted above would be taken for a change.
fn fits(i: usize, before: Option<usize>) -> bool {
    before.map_or(i == 0, |before| i == before + 1)
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
