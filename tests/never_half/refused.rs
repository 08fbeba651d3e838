//! The disk is full, writing is not allowed, or somebody else is at it.

use std::process::Command;

use wegwijs::output::{Kind, Staging};

use super::{DAY, OTHER, Project, mounting, whole};
use crate::command::text;

const SMALL: [&str; 4] = ["-m", "duinrode", "-l", "nl"];

/// A disk with room for a small site and half of a large one.
#[test]
fn a_full_disk_leaves_the_old_site() {
    let project = Project::new();
    // First a folder on the small disk, then the disk itself, which cannot be exchanged.
    for out in ["disk/public", "disk"] {
        let script = format!(
            "rm -rf seen; mkdir -p disk seen; mount -t tmpfs -o size=1100k none disk
            build() {{ $WEGWIJS build --no-binder --out {out} \"$@\"; }}
            build --date {DAY} -m duinrode -l nl
            cp -a {out}/. seen/before
            code=0; build --date {OTHER} || code=$?
            test $code = 2
            cp -a {out}/. seen/after; ls -A disk > seen/beside
            build --date {OTHER} -m duinrode -l nl
            cp -a {out}/. seen/next"
        );
        let Some(output) = mounting(project.path("").as_path(), &script) else { return };
        let said = text(&output.stderr);
        assert!(output.status.success(), "{out}: {said}");
        assert!(said.contains("No space left") && said.contains("nothing was published"), "{out}: {said}");
        for seen in ["before", "after", "next"] {
            let _ = std::fs::remove_dir_all(project.path("seen").join(seen).join(".wegwijs"));
        }
        let before = whole(&project.path("seen/before"));
        assert!(whole(&project.path("seen/after")) == before, "{out}: the old site is as it was");
        assert!(whole(&project.path("seen/next")) != before, "{out}: what fits is published");
        let beside = std::fs::read_to_string(project.path("seen/beside")).expect("a list");
        assert!(!beside.contains(".new") && !beside.contains("lock"), "{out}: nothing is left over: {beside}");
    }
}

/// A limit on the size of files works as a full disk does, and everywhere. Without `trap` the system ends the program
/// at the first byte too many, which is one more way to be killed.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_written_leaves_the_old_site() {
    let project = Project::new();
    project.built(DAY, &SMALL);
    let before = project.site();
    for (trap, code) in [("trap '' XFSZ; ", Some(2)), ("", None)] {
        let script = format!("{trap}ulimit -f 8; exec \"$WEGWIJS\" build --no-binder --date {OTHER}");
        let mut command = Command::new("bash");
        command.args(["-c", &script]).current_dir(project.path("")).env("WEGWIJS", env!("CARGO_BIN_EXE_wegwijs"));
        let output = command.output().expect("bash runs");
        assert_eq!(output.status.code(), code, "{}", text(&output.stderr));
        assert!(project.site() == before, "the old site is as it was");
        if code.is_some() {
            assert_eq!(project.beside(), [".public.state"], "nothing is left over");
        }
    }
    project.built(OTHER, &SMALL);
    assert_eq!(project.beside(), [".public.state"]);
}

#[test]
fn without_permission_it_says_so() {
    let project = Project::new();
    project.built(DAY, &SMALL);
    let before = project.site();
    // Nothing stops root but a file system that cannot be written to.
    let script =
        format!("mount --bind . . && mount -o remount,ro,bind . && cd \"$PWD\" && $WEGWIJS build --date {OTHER}");
    let Some(output) = mounting(&project.path(""), &script) else { return };
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("cannot be written to: Read-only file system") && said.contains("--out"), "{said}");
    assert!(project.site() == before);
}

#[test]
fn the_second_of_two_builds_says_who_is_first() {
    let project = Project::new();
    project.built(DAY, &SMALL);
    let before = project.site();
    let held = Staging::begin(&project.path("public"), Kind::Site, false).expect("begun");
    let output = project.build(OTHER, &[]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(&format!("process {} on ", std::process::id())), "{said}");
    assert!(said.contains(", since 20") && said.contains("wait until the other is done"), "{said}");
    assert!(project.site() == before);
    drop(held);
    project.built(OTHER, &[]);
    assert_eq!(project.beside(), [".public.state"], "the lock is gone");
}

#[test]
fn a_lock_of_a_process_that_is_gone_holds_nobody_up() {
    let project = Project::new();
    std::fs::write(project.path(".public.lock"), "process 1 on elsewhere: `wegwijs build`").expect("written");
    project.built(DAY, &SMALL);
    assert_eq!(project.beside(), [".public.state"]);
}

#[test]
fn of_many_builds_at_once_each_is_whole_or_refused() {
    let project = Project::new();
    let days: Vec<String> = (1..=8).map(|day| format!("2026-06-{day:02}")).collect();
    let start = |day: &String| {
        let mut command = project.command(day, &SMALL);
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().expect("starts")
    };
    let children: Vec<_> = days.iter().map(start).collect();
    let mut done = 0;
    for child in children {
        let output = child.wait_with_output().expect("ends");
        let said = text(&output.stderr);
        match output.status.code() {
            Some(0) => done += 1,
            code => assert!(code == Some(2) && said.contains("by another wegwijs"), "{code:?}: {said}"),
        }
    }
    assert!(done >= 1);
    project.site();
    assert_eq!(project.beside(), [".public.state"]);
}
