//! What did not change is not written, and what is remembered of the last build may be lost or wrong.

use std::collections::BTreeSet;

use super::{DAY, Files, OTHER, Project, files};
use crate::command::text;

/// Every file and folder of a project, with what the file system knows of it.
#[cfg(unix)]
fn stamps(project: &Project) -> Vec<(String, [i64; 4])> {
    use std::os::unix::fs::MetadataExt;
    let entries = walkdir::WalkDir::new(project.path("")).sort_by_file_name();
    let stamp = |entry: walkdir::DirEntry| {
        let it = entry.metadata().expect("there");
        let changed = [it.mtime_nsec(), it.ctime(), it.ctime_nsec()];
        (entry.path().to_string_lossy().into_owned(), [it.ino().cast_signed(), changed[0], changed[1], changed[2]])
    };
    entries.into_iter().map(|entry| stamp(entry.expect("readable"))).collect()
}

/// The number that each file of the site has in the file system: another one after it was written anew.
#[cfg(unix)]
fn numbers(project: &Project) -> std::collections::BTreeMap<String, u64> {
    use std::os::unix::fs::MetadataExt;
    let number = |path: &String| std::fs::metadata(project.path("public").join(path)).expect("there").ino();
    files(&project.path("public")).keys().map(|path| (path.clone(), number(path))).collect()
}

/// The paths whose bytes differ.
fn different(before: &Files, after: &Files) -> BTreeSet<String> {
    let all = before.keys().chain(after.keys());
    all.filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

#[cfg(unix)]
#[test]
fn a_second_build_of_the_same_writes_nothing_at_all() {
    let project = Project::new();
    project.built(DAY, &[]);
    let before = stamps(&project);
    let said = project.built(DAY, &[]);
    assert!(said.contains("nothing changed: ") && said.contains("as on 2026-06-01"), "{said}");
    assert!(said.contains("build again then"), "it still says when: {said}");
    assert_eq!(stamps(&project), before);
}

#[cfg(unix)]
#[test]
fn only_files_that_differ_are_written() {
    let project = Project::new();
    project.built(DAY, &[]);
    let (before, numbered) = (project.site(), numbers(&project));
    project.change_a_rule();
    project.built(DAY, &[]);
    let (after, again) = (project.site(), numbers(&project));
    let written: BTreeSet<String> = again
        .iter()
        .filter(|(path, number)| numbered.get(*path) != Some(number))
        .map(|(path, _)| path.clone())
        .collect();
    let mut differ = different(&before, &after);
    differ.retain(|path| after.contains_key(path));
    assert_eq!(written, differ);
    assert!(written.len() > 2 && written.len() < after.len() / 2, "{} of {}", written.len(), after.len());
}

/// An input that changed without a trace on the site: nothing is exchanged, and the next build is spared again.
#[cfg(unix)]
#[test]
fn a_comment_changes_no_file() {
    let project = Project::new();
    project.built(DAY, &[]);
    let site = project.path("content/site.yaml");
    std::fs::write(&site, std::fs::read_to_string(&site).expect("a text") + "# a remark\n").expect("written");
    let before = numbers(&project);
    assert!(!project.built(DAY, &[]).contains("nothing changed"), "it was built");
    assert_eq!(numbers(&project), before);
    assert!(project.built(DAY, &[]).contains("nothing changed"));
}

#[test]
fn everything_that_decides_a_site_is_noticed() {
    let project = Project::new();
    project.built(DAY, &[]);
    let first = project.site();
    for arguments in [&["-l", "nl"][..], &["-m", "duinrode"], &["--fresh"]] {
        assert!(!project.built(DAY, arguments).contains("nothing changed"), "{arguments:?}");
        assert!(!project.built(DAY, &[]).contains("nothing changed") || arguments == ["--fresh"], "{arguments:?}");
        assert!(project.site() == first);
    }
    assert!(!project.built(OTHER, &[]).contains("nothing changed"), "another day");
    project.built(DAY, &[]);
    // What somebody does to the site is undone.
    let page = project.path("public/duinrode/nl/index.html");
    for harm in [
        |page: &std::path::Path| std::fs::write(page, "x").expect("written"),
        |page: &std::path::Path| {
            std::fs::remove_file(page).expect("removed");
        },
    ] {
        harm(&page);
        assert!(!project.built(DAY, &[]).contains("nothing changed"));
        assert!(project.site() == first);
    }
    std::fs::write(project.path("public/photo.jpg"), "precious").expect("written");
    let refused = project.build(DAY, &[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("photo.jpg"), "{}", text(&refused.stderr));
}

/// A finding has to be said by every build, also by one that has nothing to do.
#[test]
fn findings_are_said_again() {
    let project = Project::new();
    let rule = project.path("content/rules/money/savings/en.md");
    let changed = std::fs::read_to_string(&rule).expect("a text") + "\nOne more sentence about money.\n";
    std::fs::write(&rule, changed).expect("written");
    let first = project.built(DAY, &[]);
    assert!(first.contains("warning[") && !first.contains("nothing changed"), "{first}");
    let second = project.built(DAY, &[]);
    assert!(second.contains("nothing changed"), "{second}");
    let findings = |said: &str| said[said.find("warning[").unwrap_or(0)..].to_owned();
    assert_eq!(findings(&second), findings(&first), "to the letter");
    let refused = project.build(DAY, &["--deny-warnings"]);
    assert_eq!(refused.status.code(), Some(1), "what is spared is not what was asked for");
}

#[test]
fn a_memory_that_is_damaged_or_of_somebody_else_is_ignored() {
    let project = Project::new();
    project.built(DAY, &[]);
    let state = project.path(".public.state");
    let good = std::fs::read_to_string(&state).expect("a text");
    let first = project.site();
    project.built(OTHER, &[]);
    let second = project.site();
    let last = std::fs::read_to_string(&state).expect("a text");
    let cases = [
        (String::new(), "damaged"),
        ("shopping: milk, bread\n".to_owned(), "not one of wegwijs"),
        (last[..last.len() / 2].to_owned(), "damaged"),
        (last.replacen("\"changed\":1", "\"changed\":2", 1), "damaged"),
        (last.replacen("wegwijs state 2", "wegwijs state 1", 1), "of another version"),
    ];
    for (bad, why) in cases {
        assert_ne!(bad, last);
        std::fs::write(&state, &bad).expect("written");
        let said = project.built(OTHER, &[]);
        assert!(said.contains(".public.state is ignored") && said.contains(why), "{said}");
        assert!(project.site() == second);
        let said = project.built(OTHER, &[]);
        assert!(said.contains("nothing changed"), "it was made anew: {said}");
    }
    // A memory of an earlier site, as a backup would bring it back: true, but not of what is there.
    std::fs::write(&state, &good).expect("written");
    project.built(OTHER, &[]);
    assert!(project.site() == second && first != second);
    std::fs::remove_file(&state).expect("removed");
    let said = project.built(OTHER, &[]);
    assert!(!said.contains("ignored") && project.site() == second, "{said}");
}
