//! `kill -9` at 200 random moments of a build, spread over the whole of it and over publication.

use std::path::Path;
use std::time::{Duration, Instant};

use super::{DAY, Files, OTHER, Project};

const KILLS: usize = 200;

/// A small part of the guide: what matters is how the run is cut, not how long it is.
const PART: [&str; 4] = ["-m", "duinrode", "-l", "nl"];

/// Numbers from a seed (splitmix64).
struct Numbers(u64);

impl Numbers {
    /// The next one, from 0 up to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        f64::from(u32::try_from((z ^ (z >> 31)) >> 32).expect("32 bits")) / f64::from(u32::MAX)
    }
}

/// How long a build takes, as a whole and from the moment at which it locks the folder.
#[derive(Default)]
struct Lasts {
    all: Duration,
    publishing: Duration,
}

/// The site of a day, and how long it takes to replace another by it.
fn reference(project: &Project, date: &str) -> (Files, Lasts) {
    let started = Instant::now();
    let mut child = project.command(date, &PART).spawn().expect("starts");
    let locked = until_locked(&project.path(".public.lock"), &mut child);
    assert!(child.wait().expect("ends").success());
    (project.site(), Lasts { all: started.elapsed(), publishing: locked.elapsed() })
}

/// Waits until a build locks the folder, or ends.
fn until_locked(lock: &Path, child: &mut std::process::Child) -> Instant {
    while !lock.exists() && child.try_wait().expect("can be asked").is_none() {
        std::thread::sleep(Duration::from_micros(100));
    }
    Instant::now()
}

#[test]
fn a_build_that_is_killed_leaves_the_old_site_or_the_new_one() {
    let seed = std::env::var("WEGWIJS_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_260_601);
    let mut numbers = Numbers(seed);
    let project = Project::new();
    let lock = project.path(".public.lock");
    let mut sites = [reference(&project, DAY), reference(&project, OTHER)];
    sites[0] = reference(&project, DAY);
    let [(first, _), (second, lasts)] = &sites;
    assert!(first != second, "the two days differ");
    let (mut published, mut inside, mut replaced) = (0_usize, 0, 0);
    for kill in 0..KILLS {
        let (old, date) = if published == 0 { (first, OTHER) } else { (second, DAY) };
        let new = if published == 0 { second } else { first };
        let mut child = project.command(date, &PART).stdout(std::process::Stdio::null()).spawn().expect("starts");
        // Half of the moments lie in the short time of publication.
        let (from, span) = match kill % 2 {
            0 => (Instant::now(), lasts.all),
            _ => (until_locked(&lock, &mut child), lasts.publishing),
        };
        let moment = span.mul_f64(numbers.next() * 1.1);
        std::thread::sleep(moment.saturating_sub(from.elapsed()));
        child.kill().expect("can be ended");
        let cut = !child.wait().expect("ends").success();
        let site = project.site();
        let context = format!("kill {kill}, seed {seed}, {moment:?} of {span:?} into {}", kill % 2);
        assert!(site == *old || site == *new, "{context}: neither the old site nor the new one");
        replaced += usize::from(cut && site == *new);
        let left = cut && lock.exists();
        inside += usize::from(left);
        published = if site == *first { 0 } else { 1 };
        // Otherwise the next run is the next build, and may be cut while it tidies up.
        if (left && kill % 3 == 0) || kill % 10 == 0 {
            project.built(date, &PART);
            assert!(project.site() == *new, "{context}: the next build completes");
            assert_eq!(project.beside(), [".public.state"], "{context}: and tidies up");
            published = 1 - usize::from(new == first);
        }
    }
    eprintln!("seed {seed}: {inside} of {KILLS} kills while publishing, {replaced} after the exchange");
    assert!(inside >= 20, "only {inside} of {KILLS} kills hit publication (seed {seed})");
}
