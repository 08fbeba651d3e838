//! Asking about many addresses: what is known already, what is left, in which order, and what is said about it.

#![expect(
    clippy::disallowed_methods,
    reason = "answers are written down now and then, in case the run is broken off"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use url::Url;

use super::super::say;
use super::gate::Pace;
use super::kept::Kept;
use super::prober::{Limits, Prober};
use crate::{Answer, Answers, Probe};

/// How often answers are written down while others are still awaited.
const WRITE_EVERY: Duration = Duration::from_secs(30);

/// Asks the web about addresses, and says on the terminal how many could not be judged. Answers are kept in the
/// guide's folder.
pub(in super::super) fn ask(addresses: &[String], folder: &Path, now: Timestamp) -> anyhow::Result<Answers> {
    let limits = Limits::default();
    let progress = say::progress("asking the web");
    let asked = ask_with(&Prober::new(limits), limits.pace, (addresses, folder, now), &|done, of| {
        progress.set_message(format!("asking the web: {done} of {of} addresses"));
    });
    progress.finish_and_clear();
    asked.remarks.iter().for_each(|remark| say::remark(remark));
    Ok(asked.answers)
}

/// Answers, and what a person should know about them.
pub(super) struct Asked {
    pub(super) answers: Answers,
    pub(super) remarks: Vec<String>,
}

/// The same with anybody who can answer.
pub(super) fn ask_with(
    probe: &dyn Probe,
    pace: Pace,
    (addresses, folder, now): (&[String], &Path, Timestamp),
    progress: &dyn Fn(usize, usize),
) -> Asked {
    let (mut kept, damaged) = Kept::read(folder);
    let mut remarks: Vec<String> = damaged.into_iter().collect();
    let mut answers = kept.young(addresses, now);
    let left = addresses.iter().filter(|address| !answers.contains_key(*address));
    let left: Vec<&str> = left.map(String::as_str).collect();
    let (mut done, mut written) = (0, Instant::now());
    probe_all(probe, by_host(&left), pace, |address, answer| {
        kept.keep(address, &answer, now);
        answers.insert(address.to_owned(), answer);
        done += 1;
        progress(done, left.len());
        if written.elapsed() > WRITE_EVERY {
            // Whether it can be written at all is said at the end.
            let _ = kept.write();
            written = Instant::now();
        }
    });
    if let Err(error) = kept.write() {
        remarks.push(format!("the answers were not kept: {error}"));
    }
    remarks.extend(unsure(&answers));
    Asked { answers, remarks }
}

/// Addresses by host; hosts with many of them first, as they take longest.
fn by_host<'a>(addresses: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut hosts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        let url = Url::parse(address).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
        hosts.entry(host.to_owned()).or_default().push(address);
    }
    let mut hosts: Vec<Vec<&str>> = hosts.into_values().collect();
    hosts.sort_by_key(|addresses| std::cmp::Reverse(addresses.len()));
    hosts
}

/// Asks about all addresses: some hosts at once, and of each host a few.
fn probe_all<'a>(probe: &dyn Probe, hosts: Vec<Vec<&'a str>>, pace: Pace, mut each: impl FnMut(&'a str, Answer)) {
    let workers = pace.hosts.min(hosts.len());
    let hosts = &Queue::of(hosts);
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let send = send.clone();
            scope.spawn(move || {
                while let Some(addresses) = hosts.next() {
                    let lanes = pace.per_host.min(addresses.len());
                    let (addresses, send) = (&Queue::of(addresses), &send);
                    thread::scope(|inner| {
                        for _ in 0..lanes {
                            inner.spawn(move || {
                                while let Some(address) = addresses.next() {
                                    let _ = send.send((address, probe.probe(address)));
                                }
                            });
                        }
                    });
                }
            });
        }
        drop(send);
        receive.into_iter().for_each(|(address, answer)| each(address, answer));
    });
}

/// A list from which several threads take.
struct Queue<T>(Mutex<std::vec::IntoIter<T>>);

impl<T> Queue<T> {
    fn of(items: Vec<T>) -> Self {
        Queue(Mutex::new(items.into_iter()))
    }

    fn next(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).next()
    }
}

/// How many addresses could not be judged, and why.
fn unsure(answers: &Answers) -> Option<String> {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for answer in answers.values() {
        if let Answer::Unsure(why) = answer {
            *reasons.entry(why).or_default() += 1;
        }
    }
    let count: usize = reasons.values().sum();
    let mut reasons: Vec<(&str, usize)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let reasons: Vec<String> = reasons.iter().map(|(why, count)| format!("{count} {why}")).collect();
    let of = answers.len();
    (count > 0).then(|| format!("{count} of {of} addresses could not be judged: {}", reasons.join(", ")))
}
