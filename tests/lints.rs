//! Lints: each finds what it is for, at its exact place, and leaves good text beside it alone.
//!
//! A case is a folder `tests/lints/<code>/`, or `tests/lints/<code>-<what>/`, with the files that differ from
//! `tests/guides/sound`, a file `DELETE` with the paths to take away (if any), and `expected.txt`: every finding of
//! the guide with these files, as `path:line:column-line:column severity[code] the marked words`. Columns count
//! characters from 1; the second place is one past the last character.
//! `WEGWIJS_UPDATE=1 cargo test --test suite lints` writes all expectations anew: read the difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use rayon::prelude::*;
use wegwijs::BuildPlan;
use wegwijs::diag::{Diagnostic, Severity};
use wegwijs::source::{Limits, Lines, SourceTree, Span, read_folder};

use wegwijs::author::{LOCK, Order, accept, survey};
use wegwijs::load::write_lock;

use crate::bench::{edited, root, shown, with, without};

/// Where the cases stand.
fn folder() -> PathBuf {
    root().join("tests/lints")
}

/// All cases, by name.
fn cases() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("there are cases").map(|entry| entry.expect("readable"));
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().into_string().expect("UTF-8")).collect();
    names.sort_unstable();
    names
}

/// The guide in which nothing is found.
fn sound() -> SourceTree {
    read_folder(&root().join("tests/guides/sound"), Limits::default())
}

/// The sound guide with a case laid over it.
fn laid_over(name: &str) -> SourceTree {
    let case = read_folder(&folder().join(name), Limits::default());
    assert!(case.troubles().is_empty(), "{name}: {:?}", case.troubles());
    let tree = case.or_else(&sound());
    let gone = fs::read_to_string(folder().join(name).join("DELETE")).unwrap_or_default();
    let gone: BTreeSet<&str> = gone.lines().collect();
    for path in &gone {
        assert!(tree.find(path).is_some(), "{name}: {path} is not there to be taken away");
    }
    locked(&without(&tree, |path| gone.contains(path)), gone.contains(LOCK))
}

/// The tree with a lock in which every translation was made from the present text, except where the case's own lock
/// says something else; or as it is, for a case without a lock.
fn locked(tree: &SourceTree, without_lock: bool) -> SourceTree {
    if without_lock {
        return tree.clone();
    }
    let fresh = without(tree, |path| path == LOCK);
    let Some(accepted) = accept(&fresh, &Order::default()).value else { return tree.clone() };
    let lock =
        |text: &str| survey(&with(&fresh, &[(LOCK, text)])).value.map(|survey| survey.lock).unwrap_or_default();
    let mut all = lock(&accepted.text);
    let case = tree.find(LOCK).and_then(|(_, file)| file.text()).filter(|text| !text.starts_with('#'));
    for (path, own) in case.map(lock).unwrap_or_default() {
        let file = all.entry(path).or_default();
        file.fields.extend(own.fields);
        file.lists.extend(own.lists);
    }
    with(&fresh, &[(LOCK, &write_lock(&all))])
}

fn findings(tree: &SourceTree) -> Vec<Diagnostic> {
    wegwijs::findings(tree, &BuildPlan::on(date(2026, 6, 1)))
}

/// The findings as they stand in `expected.txt`.
fn written(findings: &[Diagnostic], tree: &SourceTree) -> String {
    let tree = wegwijs::complete(tree);
    let line = |finding: &Diagnostic| {
        let (place, words) = match finding.span {
            Some(span) => marked(span, &tree),
            None => ("the guide".to_owned(), String::new()),
        };
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        format!("{place} {severity}[{}] {words}", finding.code).trim_end().to_owned() + "\n"
    };
    findings.iter().map(line).collect()
}

/// The place of a span, and its words on one line.
fn marked(span: Span, tree: &SourceTree) -> (String, String) {
    let file = tree.file(span.file);
    let text = file.text().unwrap_or_default();
    let lines = Lines::new(text);
    let (from, to) = (lines.at(span.start as usize), lines.at(span.end as usize));
    let place = format!("{}:{}:{}-{}:{}", file.path, from.line, from.column, to.line, to.column);
    let words = text.get(span.start as usize..span.end as usize);
    let words = words.unwrap_or_else(|| panic!("{place} cuts a character in two"));
    (place, words.lines().map(str::trim).collect::<Vec<_>>().join(" "))
}

/// The code that a case is about: the longest one that its name begins with.
fn code_of(name: &str) -> Option<&'static str> {
    let about =
        |code: &&str| name.strip_prefix(*code).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    wegwijs::check_codes().into_iter().filter(about).max_by_key(|code| code.len())
}

#[test]
fn nothing_is_found_in_the_sound_guide() {
    let tree = sound();
    let found = findings(&tree);
    assert!(found.is_empty(), "{}", shown(&found, &tree));
    // Or nothing that is laid over it would prove anything.
    assert!(wegwijs::build(&tree, &BuildPlan::on(date(2026, 6, 1))).value.is_some(), "it can be published");
}

#[test]
fn each_case_gives_exactly_its_findings() {
    let update = std::env::var("WEGWIJS_UPDATE").is_ok_and(|value| value == "1");
    let judge = |name: &String| {
        let tree = laid_over(name);
        let found = written(&findings(&tree), &tree);
        let path = folder().join(name).join("expected.txt");
        if update {
            fs::write(&path, &found).expect("writable");
        }
        let wanted = fs::read_to_string(&path).unwrap_or_default();
        (found != wanted).then(|| difference(name, &wanted, &found))
    };
    let cases = cases();
    let wrong: Vec<String> = cases.par_iter().filter_map(judge).collect();
    assert!(wrong.is_empty(), "{} of {} cases are wrong:\n\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// The lines that are in one of two lists of findings only.
fn difference(name: &str, wanted: &str, found: &str) -> String {
    let count = |text: &str| {
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        text.lines().for_each(|line| *lines.entry(line.to_owned()).or_default() += 1);
        lines
    };
    let only = |a: &str, b: &str, mark: &str| -> String {
        let b = count(b);
        let more = count(a).into_iter().filter(|(line, n)| b.get(line).copied().unwrap_or_default() < *n);
        more.map(|(line, _)| format!("  {mark} {line}\n")).collect()
    };
    let lines = only(wanted, found, "missed:") + &only(found, wanted, "found: ");
    if lines.is_empty() {
        format!("{name}: the findings are in another order\n{found}")
    } else {
        format!("{name}:\n{lines}")
    }
}

#[test]
fn every_lint_has_a_case() {
    let mut without: BTreeSet<&str> = wegwijs::check_codes().into_iter().collect();
    // What the web answers is in tests/external.rs.
    without.retain(|code| !["dead-link", "moved-link"].contains(code));
    for name in cases() {
        let code = code_of(&name).unwrap_or_else(|| panic!("tests/lints/{name} is not named after a lint"));
        let expected = fs::read_to_string(folder().join(&name).join("expected.txt")).unwrap_or_default();
        assert!(expected.contains(&format!("[{code}]")), "{name} does not show {code}");
        if name == code {
            without.remove(code);
        }
    }
    assert!(without.is_empty(), "these lints have no case: {without:?}");
}

/// A file that changes nothing, or that nobody reads, would pass without checking.
#[test]
fn every_file_of_a_case_counts() {
    let good = root().join("tests/guides/sound");
    for name in cases() {
        let case = folder().join(&name);
        let mut changes = 0;
        for entry in walkdir::WalkDir::new(&case).into_iter().map(|entry| entry.expect("readable")) {
            let path = entry.path().strip_prefix(&case).expect("below");
            if entry.file_type().is_dir() || path == Path::new("expected.txt") {
                continue;
            }
            changes += 1;
            let same = fs::read(good.join(path)).ok() == fs::read(entry.path()).ok();
            assert!(!same, "{name}/{} is the same as in the sound guide", path.display());
            let read = path.starts_with("content") || path == Path::new("DELETE");
            assert!(read, "nothing reads {name}/{}", path.display());
        }
        assert!(changes > 0, "{name} changes nothing");
    }
}

/// What `--fix` does: the finding is gone, and nothing else is. A change at the wrong place would spoil a text.
#[test]
fn a_change_that_mends_a_finding_mends_that_one_only() {
    let codes = |found: &[Diagnostic]| {
        let mut codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
        codes.sort_unstable();
        codes
    };
    let judge = |name: &String| -> Vec<String> {
        let tree = laid_over(name);
        let found = findings(&tree);
        let places = wegwijs::complete(&tree);
        let judged = found.iter().enumerate().filter_map(|(i, finding)| Some((i, finding.fix.as_ref()?)));
        let judged = judged.filter_map(|(i, fix)| {
            let file = places.file(fix.span.file);
            let mut text = file.text()?.to_owned();
            text.replace_range(fix.span.start as usize..fix.span.end as usize, &fix.text);
            let mut rest = found.clone();
            rest.remove(i);
            let left = findings(&locked(&with(&tree, &[(&file.path, &text)]), false));
            let (place, words) = marked(fix.span, &places);
            (codes(&left) != codes(&rest)).then(|| format!("{name}: {place} {words:?} -> {:?}", fix.text))
        });
        judged.collect()
    };
    let wrong: Vec<String> = cases().par_iter().flat_map(judge).collect();
    assert!(wrong.is_empty(), "these changes do not mend their finding alone:\n{}", wrong.join("\n"));
}

/// `checks` in site.yaml sets how grave the findings of a lint are: of one that looks at the whole guide, and of one
/// that reads page by page.
#[test]
fn the_severity_of_a_lint_can_be_set() {
    let levels = [
        ("error", Some(Severity::Error)),
        ("warning", Some(Severity::Warning)),
        ("hint", Some(Severity::Hint)),
        ("off", None),
    ];
    for (name, own) in
        [("few-examples", Severity::Warning), ("passive", Severity::Hint), ("no-support", Severity::Error)]
    {
        let tree = laid_over(name);
        let found = findings(&tree);
        assert!(!found.is_empty() && found.iter().all(|f| f.code == name && f.severity == own), "{found:?}");
        for (level, wanted) in levels {
            let set = edited(
                &tree,
                "content/site.yaml",
                "most_asked:",
                &format!("checks: {{{name}: {level}}}\nmost_asked:"),
            );
            let changed: Vec<Diagnostic> = wanted
                .iter()
                .flat_map(|severity| found.iter().map(|f| Diagnostic { severity: *severity, ..f.clone() }))
                .collect();
            assert_eq!(written(&findings(&set), &set), written(&changed, &tree), "{name}: {level}");
        }
    }
}

/// Errors of lints stop publication as all errors do, warnings only where they are denied, hints never.
#[test]
fn what_stops_publication_is_the_severity_that_was_set() {
    let tree = laid_over("few-examples");
    for (level, strict, published) in [
        ("hint", true, true),
        ("warning", false, true),
        ("warning", true, false),
        ("error", false, false),
        ("off", true, true),
    ] {
        let site = tree.find("content/site.yaml").and_then(|(_, file)| file.text()).expect("a text");
        let set = with(&tree, &[("content/site.yaml", &format!("{site}checks: {{few-examples: {level}}}\n"))]);
        let plan = BuildPlan { deny_warnings: strict, ..BuildPlan::on(date(2026, 6, 1)) };
        assert_eq!(wegwijs::build(&set, &plan).value.is_some(), published, "{level}, warnings denied: {strict}");
    }
}
