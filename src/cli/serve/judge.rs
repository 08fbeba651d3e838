//! Saying what is wrong with the guide, when nobody waits for it.
//!
//! The page comes first: judging begins a moment after a change, when open pages have been fetched again, and leaves a
//! processor to those who ask for more.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::super::say;
use super::stage::Stage;
use crate::diag::{Diagnostic, printable};
use crate::live::Snapshot;

/// How long open pages have to fetch themselves again before judging begins.
const PAGES_FIRST: Duration = Duration::from_millis(60);

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
        let judges = judges();
        loop {
            let Work { snapshot, changed, took } = self.take();
            let judgement = match &judges {
                Some(judges) => judges.install(|| snapshot.judge()),
                None => snapshot.judge(),
            };
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
        while next.is_none() {
            next = self.bell.wait(next).unwrap_or_else(PoisonError::into_inner);
        }
        loop {
            let (guard, waited) =
                self.bell.wait_timeout(next, PAGES_FIRST).unwrap_or_else(PoisonError::into_inner);
            next = guard;
            if let Some(work) = next.take_if(|_| waited.timed_out()) {
                return work;
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Work>> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Threads of their own for judging, one less than there are processors.
fn judges() -> Option<ThreadPool> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    ThreadPoolBuilder::new().num_threads(processors.saturating_sub(1).max(1)).build().ok()
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
