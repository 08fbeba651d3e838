//! The same bytes in any time zone and language, with any number of threads, in any folder, at any time.

use std::process::Command;

use super::{DAY, Project};

#[test]
fn the_machine_leaves_no_trace() {
    let first = Project::new();
    first.built(DAY, &[]);
    let site = first.site();
    let machines: [(&[(&str, &str)], &[&str]); 5] = [
        (&[("TZ", "Pacific/Kiritimati"), ("LC_ALL", "tr_TR.UTF-8")], &[]),
        (&[("TZ", "America/Adak"), ("LANG", "ar_EG.UTF-8"), ("LC_ALL", "C")], &["--jobs", "1"]),
        (&[("RAYON_NUM_THREADS", "1")], &[]),
        (&[("RAYON_NUM_THREADS", "9"), ("HOME", "/nonexistent"), ("USER", "nobody")], &[]),
        (&[("LANG", "C"), ("TERM", "dumb"), ("SOURCE_DATE_EPOCH", "0")], &["--jobs", "7"]),
    ];
    for (environment, arguments) in machines {
        let other = Project::new();
        let mut command = other.command(DAY, arguments);
        let output = command.envs(environment.iter().copied()).output().expect("the program runs");
        assert!(output.status.success(), "{environment:?} {arguments:?}");
        assert!(other.site() == site, "{environment:?} {arguments:?}");
    }
}

#[test]
fn the_clock_leaves_no_trace() {
    if !Command::new("faketime").arg("--version").output().is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: there is no `faketime` on this machine");
        return;
    }
    let (first, other) = (Project::new(), Project::new());
    first.built(DAY, &[]);
    let mut command = Command::new("faketime");
    command.arg("2038-02-03 04:05:06").arg(env!("CARGO_BIN_EXE_wegwijs")).current_dir(other.path(""));
    assert!(command.args(["build", "--no-binder", "--date", DAY]).status().expect("runs").success());
    assert!(first.site() == other.site());
}
