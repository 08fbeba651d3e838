//! When a host may be asked: not by too many at once, not too often, and not at all once it has had enough.

#![expect(clippy::disallowed_methods, reason = "pauses are measured by the clock")]

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How many requests a host may leave without an answer, one after another, before it is left alone.
const PATIENCE: u32 = 3;

/// How much is asked at once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// Hosts at once.
    pub(super) hosts: usize,
    /// Requests to one host at once.
    pub(super) per_host: usize,
    /// Time from the start of one request to a host to the start of the next.
    pub(super) gap: Duration,
}

/// Lets requests through, one after another. A redirect to another host waits here like everybody else.
pub(super) struct Gate {
    pace: Pace,
    hosts: Mutex<BTreeMap<String, Host>>,
    changed: Condvar,
}

#[derive(Default)]
struct Host {
    running: usize,
    next: Option<Instant>,
    unanswered: u32,
    closed: Option<String>,
}

/// Leave for one request; it ends when this is dropped.
pub(super) struct Pass<'a> {
    gate: &'a Gate,
    host: &'a str,
}

impl Gate {
    pub(super) fn new(pace: Pace) -> Self {
        Gate { pace, hosts: Mutex::default(), changed: Condvar::new() }
    }

    fn hosts(&self) -> MutexGuard<'_, BTreeMap<String, Host>> {
        self.hosts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until this host may be asked; or says why it is not asked any more.
    pub(super) fn enter<'a>(&'a self, name: &'a str) -> Result<Pass<'a>, String> {
        let mut hosts = self.hosts();
        loop {
            let busy = hosts.values().filter(|host| host.running > 0).count();
            let host = hosts.entry(name.to_owned()).or_default();
            if let Some(why) = &host.closed {
                return Err(why.clone());
            }
            let now = Instant::now();
            let pause = host.next.map_or(Duration::ZERO, |next| next.saturating_duration_since(now));
            let room = host.running < self.pace.per_host && (host.running > 0 || busy < self.pace.hosts);
            if room && pause.is_zero() {
                host.running += 1;
                host.next = Some(now + self.pace.gap);
                return Ok(Pass { gate: self, host: name });
            }
            hosts = if room {
                self.changed.wait_timeout(hosts, pause).unwrap_or_else(PoisonError::into_inner).0
            } else {
                self.changed.wait(hosts).unwrap_or_else(PoisonError::into_inner)
            };
        }
    }

    /// The host gave an answer, whichever.
    pub(super) fn answered(&self, name: &str) {
        self.hosts().entry(name.to_owned()).or_default().unanswered = 0;
    }

    /// The host did not answer, for this reason. After some of these it is left alone.
    pub(super) fn unanswered(&self, name: &str, why: &str) {
        let mut hosts = self.hosts();
        let host = hosts.entry(name.to_owned()).or_default();
        host.unanswered += 1;
        if host.unanswered >= PATIENCE {
            host.closed = Some(why.to_owned());
            self.changed.notify_all();
        }
    }

    /// The host asked to be left alone.
    pub(super) fn close(&self, name: &str, why: &str) {
        self.hosts().entry(name.to_owned()).or_default().closed = Some(why.to_owned());
        self.changed.notify_all();
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        if let Some(host) = self.gate.hosts().get_mut(self.host) {
            host.running = host.running.saturating_sub(1);
        }
        self.gate.changed.notify_all();
    }
}
