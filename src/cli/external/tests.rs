//! Many addresses, with somebody else answering: what is asked, what is kept, what is said.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "these tests panic when they fail, and make folders on the disk"
)]

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::gate::Pace;
use super::kept::FILE;
use super::network::{Asked, ask_with};
use crate::{Answer, Probe};

const PACE: Pace = Pace { hosts: 8, per_host: 2, gap: Duration::ZERO };

/// Answers by what stands in the address, and remembers what it was asked.
#[derive(Default)]
struct Oracle(Mutex<Vec<String>>);

impl Probe for Oracle {
    fn probe(&self, address: &str) -> Answer {
        self.0.lock().unwrap().push(address.to_owned());
        match address {
            a if a.contains("gone") => Answer::Gone(410),
            a if a.contains("moved") => Answer::Moved("https://new.example/".to_owned()),
            a if a.contains("403") => Answer::Unsure("answered 403".to_owned()),
            a if a.contains("slow") => Answer::Unsure("did not answer within 10 s".to_owned()),
            _ => Answer::Alive,
        }
    }
}

impl Oracle {
    /// What it was asked since the last time, sorted.
    fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut *self.0.lock().unwrap());
        asked.sort_unstable();
        asked
    }
}

fn owned(addresses: &[&str]) -> Vec<String> {
    addresses.iter().map(|address| (*address).to_owned()).collect()
}

fn ask(oracle: &Oracle, addresses: &[&str], folder: &Path, now: Timestamp) -> Asked {
    ask_with(oracle, PACE, (&owned(addresses), folder, now), &|_, _| {})
}

fn noon() -> Timestamp {
    "2026-06-01T12:00:00Z".parse().unwrap()
}

const FOUR: [&str; 4] =
    ["https://a.example/", "https://a.example/gone", "https://b.example/403", "https://b.example/moved"];

#[test]
fn everything_is_asked_once_and_answered() {
    let folder = tempfile::tempdir().unwrap();
    let oracle = Oracle::default();
    let hundred: Vec<String> = (0..100).map(|i| format!("https://h{}.example/{i}", i % 13)).collect();
    let counted = AtomicUsize::new(0);
    let asked = ask_with(&oracle, PACE, (&hundred, folder.path(), noon()), &|done, of| {
        assert!(done <= of && of == 100);
        counted.fetch_add(1, Ordering::Relaxed);
    });
    assert_eq!(asked.answers.keys().cloned().collect::<Vec<_>>(), {
        let mut all = hundred.clone();
        all.sort();
        all
    });
    assert_eq!((oracle.asked().len(), counted.into_inner()), (100, 100));
    assert!(asked.remarks.is_empty(), "{:?}", asked.remarks);
}

#[test]
fn what_could_not_be_judged_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let all = ["https://a.example/403", "https://a.example/slow", "https://b.example/403", "https://c.example/"];
    let asked = ask(&Oracle::default(), &all, folder.path(), noon());
    let wanted = "3 of 4 addresses could not be judged: 2 answered 403, 1 did not answer within 10 s";
    assert_eq!(asked.remarks, [wanted]);
}

#[test]
fn good_answers_are_kept_for_a_week_bad_ones_for_a_day_others_never() {
    let folder = tempfile::tempdir().unwrap();
    let oracle = Oracle::default();
    let first = ask(&oracle, &FOUR, folder.path(), noon());
    assert_eq!(oracle.asked(), FOUR);
    let later = |hours: i64| noon() + SignedDuration::from_hours(hours);
    let again = ask(&oracle, &FOUR, folder.path(), later(23));
    assert_eq!(oracle.asked(), [FOUR[2]], "only the one nobody is sure of");
    assert_eq!(again.answers, first.answers);
    ask(&oracle, &FOUR, folder.path(), later(25));
    assert_eq!(oracle.asked(), [FOUR[1], FOUR[2]], "what is gone may be back");
    ask(&oracle, &FOUR, folder.path(), later(24 * 7 + 1));
    assert_eq!(oracle.asked(), FOUR, "after a week all is asked anew");
    ask(&oracle, &FOUR, folder.path(), later(-1));
    assert_eq!(oracle.asked(), FOUR, "an answer from the future is none");
}

#[test]
fn the_file_holds_what_the_guide_leads_to_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let oracle = Oracle::default();
    ask(&oracle, &FOUR, folder.path(), noon());
    let read = || std::fs::read_to_string(folder.path().join(FILE)).unwrap();
    assert!(read().contains("https://a.example/gone") && !read().contains("403"), "{}", read());
    ask(&oracle, &FOUR[..1], folder.path(), noon());
    assert!(!read().contains("gone"), "{}", read());
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, [FILE]);
}

#[test]
fn a_damaged_file_is_as_good_as_none() {
    let entry = |address: &str, answer: &str| {
        let entry = format!("{{\"asked\": \"2026-06-01T11:00:00Z\", \"answer\": {answer}}}");
        format!("{{\"version\": 1, \"answers\": {{\"{address}\": {entry}}}}}")
    };
    let damaged =
        ["", "{", "null", "{\"version\": 2, \"answers\": {}}", "\u{0}\u{0}", &entry(FOUR[0], "\"dead\"")];
    for text in damaged {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), text).unwrap();
        let oracle = Oracle::default();
        let asked = ask(&oracle, &FOUR[..1], folder.path(), noon());
        assert_eq!(oracle.asked(), FOUR[..1], "{text:?}");
        assert!(asked.remarks.iter().any(|remark| remark.contains("damaged")), "{text:?}: {:?}", asked.remarks);
    }
    // What reads well but cannot have been written by this program is asked anew without a word.
    let odd = ["{\"gone\": 200}", "{\"moved\": \"file:///etc\"}", "{\"moved\": \"no address\"}"];
    for answer in odd {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), entry(FOUR[0], answer)).unwrap();
        let oracle = Oracle::default();
        let asked = ask(&oracle, &FOUR[..1], folder.path(), noon());
        assert_eq!((oracle.asked(), asked.remarks), (owned(&FOUR[..1]), Vec::new()), "{answer}");
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(FILE), [0xff, 0xfe, 0x00]).unwrap();
    assert_eq!(ask(&Oracle::default(), &FOUR[..1], folder.path(), noon()).remarks.len(), 1);
}

#[test]
fn answers_that_cannot_be_kept_still_count() {
    let folder = tempfile::tempdir().unwrap();
    let asked = ask(&Oracle::default(), &FOUR, &folder.path().join("nowhere"), noon());
    assert_eq!(asked.answers.len(), 4);
    assert!(asked.remarks[0].starts_with("the answers were not kept: "), "{:?}", asked.remarks);
}

/// Notes how many were asked at once, in all and of one host.
#[derive(Default)]
struct Crowd {
    now: Mutex<Vec<String>>,
    most: AtomicUsize,
    most_of_a_host: AtomicUsize,
}

impl Probe for Crowd {
    fn probe(&self, address: &str) -> Answer {
        let host = address.split('/').nth(2).unwrap().to_owned();
        let mut now = self.now.lock().unwrap();
        now.push(host.clone());
        self.most.fetch_max(now.len(), Ordering::Relaxed);
        self.most_of_a_host.fetch_max(now.iter().filter(|other| **other == host).count(), Ordering::Relaxed);
        drop(now);
        std::thread::sleep(Duration::from_millis(5));
        let mut now = self.now.lock().unwrap();
        let at = now.iter().position(|other| *other == host).unwrap();
        now.swap_remove(at);
        Answer::Alive
    }
}

#[test]
fn no_host_is_asked_by_a_crowd() {
    let folder = tempfile::tempdir().unwrap();
    let crowd = Crowd::default();
    let many: Vec<String> = (0..120).map(|i| format!("https://h{}.example/{i}", i % 20)).collect();
    let pace = Pace { hosts: 3, ..PACE };
    assert_eq!(ask_with(&crowd, pace, (&many, folder.path(), noon()), &|_, _| {}).answers.len(), 120);
    assert!(crowd.most.into_inner() <= 6);
    assert!(crowd.most_of_a_host.into_inner() <= 2);
}
