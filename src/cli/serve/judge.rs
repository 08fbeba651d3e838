//! Saying what is wrong with the guide, when nobody waits for it.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::super::say;
use super::stage::Stage;
use crate::diag::{Diagnostic, printable};
use crate::live::Snapshot;

/// A guide to be judged.
pub(super) struct Work {
    pub(super) snapshot: Arc<Snapshot>,
    /// The files that changed; none for the first guide.
    pub(super) changed: Vec<String>,
    /// From hearing of it to showing it.
    pub(super) took: Duration,
}

/// Where the newest guide waits. There is room for one: an older one that was not begun is of no use any more.
#[derive(Default)]
pub(super) struct Bench {
    next: Mutex<Option<Work>>,
    bell: Condvar,
}

impl Bench {
    /// Hands over a guide.
    pub(super) fn hand(&self, mut work: Work) {
        let mut next = self.lock();
        if let Some(older) = next.take() {
            work.changed = merged(older.changed, work.changed);
        }
        *next = Some(work);
        self.bell.notify_one();
    }

    /// Judges for as long as the program runs, and says one line about each guide.
    pub(super) fn work(&self, stage: &Stage) {
        loop {
            let Work { snapshot, changed, took } = self.take();
            let judgement = snapshot.judge();
            let findings = judgement.findings.clone();
            if stage.judged(&snapshot, judgement) {
                say::result(&line(&changed, &findings, (snapshot.stands(), took)));
            } else if let Some(newer) = self.lock().as_mut() {
                newer.changed = merged(changed, std::mem::take(&mut newer.changed));
            }
        }
    }

    fn take(&self) -> Work {
        let mut next = self.lock();
        loop {
            match next.take() {
                Some(work) => return work,
                None => next = self.bell.wait(next).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Work>> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn merged(mut one: Vec<String>, other: Vec<String>) -> Vec<String> {
    one.extend(other);
    one.sort_unstable();
    one.dedup();
    one
}

/// What changed, how long it took, and how many findings there are.
fn line(changed: &[String], findings: &[Diagnostic], (shown, took): (bool, Duration)) -> String {
    let what = match changed {
        [] => "the guide".to_owned(),
        [one] => printable(one).replace('\n', " "),
        [first, more @ ..] => format!("{} and {} more", printable(first).replace('\n', " "), more.len()),
    };
    let found = if findings.is_empty() { "no findings".to_owned() } else { say::counted(findings) };
    let millis = took.as_secs_f64() * 1000.0;
    match shown {
        true => format!("{what}: shown after {millis:.0} ms, {found}"),
        false => format!("{what}: {found}; the last good pages stay ({millis:.0} ms)"),
    }
}
