//! `wegwijs changes`, and when a build says to build again.

use jiff::Span;
use jiff::civil::{Date, date};
use wegwijs::output::Manifest;
use wegwijs::source::SourceTree;

use crate::bench::{built_on, page, root};
use crate::changes::{FACTS, with_everything};
use crate::command::{copy, text, wegwijs};

/// The files of a site without the day of the build in them.
fn without_day(tree: &SourceTree, day: Date) -> Vec<(String, String)> {
    let site = built_on(tree, day);
    let mut written = vec![day.to_string()];
    for language in ["nl", "en", "ar"] {
        let html = page(&site, &format!("duinrode/{language}/accessibility/index.html"));
        let start = html.find(&format!("<time datetime=\"{day}\">")).expect("the day of the build");
        let inner = &html[start..].split_once('>').expect("a tag").1;
        written.push(inner.split_once('<').expect("a tag").0.to_owned());
    }
    let files = site.iter().filter(|(path, _)| path.as_str() != "manifest.json");
    let text = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        written.iter().fold(text, |text, date| text.replace(date.as_str(), "DAY"))
    };
    files.map(|(path, bytes)| (path.to_string(), text(bytes))).collect()
}

fn next_build(tree: &SourceTree, day: Date) -> Option<(Date, String)> {
    let site = built_on(tree, day);
    let manifest: Manifest =
        serde_json::from_slice(site.file("manifest.json").expect("a manifest")).expect("JSON");
    manifest.next.map(|next| (next.on.parse().expect("a date"), next.why))
}

#[test]
fn until_the_next_build_nothing_changes_but_the_date() {
    let tree = with_everything();
    let mut day = date(2025, 6, 3);
    let mut reasons = Vec::new();
    while let Some((next, why)) = next_build(&tree, day) {
        assert!(next > day);
        let last = next.yesterday().expect("a day");
        let before = without_day(&tree, day);
        let half = day.checked_add(Span::new().days((next - day).get_days() / 2)).expect("a day");
        for same in [half, last] {
            let then = without_day(&tree, same);
            let differs = before.iter().zip(&then).find(|(a, b)| a != b);
            assert!(before.len() == then.len() && differs.is_none(), "{day}, {same}: {differs:?}");
        }
        assert!(before != without_day(&tree, next), "{next}: {why}");
        reasons.push((next, why));
        // The day itself stands on pages that speak of the change, so the search goes on from a quiet day after it.
        day = next;
        while let Some((following, why)) =
            next_build(&tree, day).filter(|(on, _)| day.tomorrow().ok() == Some(*on))
        {
            reasons.push((following, why));
            day = following;
        }
        day = day.tomorrow().expect("a day");
    }
    let whys: std::collections::BTreeSet<&str> = reasons.iter().map(|(_, why)| why.as_str()).collect();
    assert_eq!(
        whys.into_iter().collect::<Vec<_>>(),
        ["announced", "news-no-longer", "takes-effect"],
        "{reasons:?}"
    );
    assert!(reasons.contains(&(date(2026, 11, 2), "announced".to_owned())), "{reasons:?}");
    assert!(reasons.contains(&(date(2027, 1, 1), "takes-effect".to_owned())), "{reasons:?}");
}

/// The guide with everything in a folder of its own.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&root().join("tests/guides/sound"), folder.path());
    for (_, file) in with_everything().iter() {
        if let Some(text) = file.text() {
            std::fs::write(folder.path().join(&*file.path), text).expect("a file");
        }
    }
    folder
}

#[test]
fn a_build_says_when_to_build_again() {
    let folder = folder();
    let build = |day| text(&wegwijs(folder.path(), &["build", "--no-binder", "--date", day]).stdout);
    assert!(build("2026-11-22").ends_with("The next change takes effect on 2026-12-15: build again then.\n"));
    assert!(build("2026-10-20").ends_with("The next change takes effect on 2026-11-01: build again then.\n"));
    assert!(build("2026-11-01").ends_with("The next change is announced on 2026-11-02: build again then.\n"));
    assert!(build("2027-02-01").ends_with("A change is news until 2027-09-02: build again then.\n"));
    assert!(build("2029-02-01").ends_with("No later change is known.\n"));
}

#[test]
fn the_command_shows_every_change_by_day() {
    let folder = folder();
    let run = |arguments: &[&str]| {
        let all: Vec<&str> = ["changes", "--date", "2026-11-22"].iter().chain(arguments).copied().collect();
        wegwijs(folder.path(), &all)
    };
    let shown = run(&["--since", "2026-01-01"]);
    assert_eq!(shown.status.code(), Some(0), "{}", text(&shown.stderr));
    let expected = std::fs::read_to_string(root().join("tests/changes/everything.txt")).expect("what is expected");
    assert_eq!(text(&shown.stdout), expected);
    let arabic = text(&run(&["--since", "2027-01-01", "-m", "duinrode", "-l", "ar"]).stdout);
    assert!(arabic.contains("2027-01-01 (coming") && arabic.contains("ابتداء من"), "{arabic}");
    let none = run(&["--since", "2026-02-01", "--until", "2026-02-28"]);
    assert_eq!(text(&none.stdout), "No changes are known since 2026-02-01 until 2026-02-28.\n");
}

#[test]
fn the_command_speaks_json_as_its_schema_says() {
    let folder = folder();
    let json = |arguments: &[&str]| {
        let all: Vec<&str> =
            ["changes", "--format", "json", "--date", "2026-11-22"].iter().chain(arguments).copied().collect();
        let output = wegwijs(folder.path(), &all);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).expect("JSON")
    };
    let all = json(&["--since", "2025-01-01"]);
    crate::formats::validate("docs/changes.schema.json", &all);
    let changes = all["changes"].as_array().expect("a list");
    assert!(changes.len() >= 6, "{all:#}");
    assert!(changes.is_sorted_by_key(|change| change["on"].as_str().expect("a day").to_owned()));
    let car =
        changes.iter().find(|change| change["on"] == "2026-01-01" && change["municipalities"][0] == "zandwijk");
    assert_eq!(car.expect("its own amount")["facts"][0]["after"], "€\u{a0}3.200");
    let one = json(&["--since", "2026-11-01", "--until", "2026-11-30"]);
    assert_eq!(one["changes"].as_array().map(Vec::len), Some(1), "{one:#}");
    assert_eq!(one["until"], "2026-11-30");
}

#[test]
fn the_command_ends_as_check_does() {
    let folder = folder();
    let code = |arguments: &[&str]| wegwijs(folder.path(), arguments).status.code();
    assert_eq!(code(&["changes"]), Some(2), "since when?");
    assert_eq!(code(&["changes", "nowhere", "--since", "2026-01-01"]), Some(2));
    assert_eq!(code(&["changes", "--since", "2026-02-01", "--until", "2026-01-01"]), Some(2));
    let help = text(&wegwijs(folder.path(), &["changes", "--help"]).stdout);
    assert!(help.contains("Examples:") && help.contains("Exit codes: 0"), "{help}");
    let unknown = wegwijs(folder.path(), &["changes", "--since", "2026-01-01", "-m", "duinrod"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(text(&unknown.stderr).contains("did you mean `duinrode`?"), "{}", text(&unknown.stderr));
    let facts = folder.path().join(FACTS);
    let broken = std::fs::read_to_string(&facts).expect("a file").replace("value: 7770", "value: much");
    std::fs::write(&facts, broken).expect("a file");
    let output = wegwijs(folder.path(), &["changes", "--since", "2026-01-01"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        output.stdout.is_empty() && text(&output.stderr).contains("content/facts.yaml"),
        "{}",
        text(&output.stderr)
    );
}
