//! Never half a site: whatever happens during a build, the old site is there or the new one, whole.

mod kept; // what did not change is not written
mod killed; // at any moment
mod reading; // content that changes while it is read
mod refused; // disk full, no permission, somebody else
mod same; // the same bytes wherever and whenever
mod somewhere; // links, mount points, files of somebody else

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use wegwijs::output::Manifest;

use crate::bench::root;
use crate::command::{copy, text};

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

const DAY: &str = "2026-06-01";
const OTHER: &str = "2026-06-02";

/// A small guide in a folder of its own.
struct Project(tempfile::TempDir);

impl Project {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        copy(&root().join("tests/guides/sound"), folder.path());
        Project(folder)
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn command(&self, date: &str, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wegwijs"));
        command.args(["build", "--no-binder", "--date", date]).args(more).current_dir(self.0.path());
        command
    }

    fn build(&self, date: &str, more: &[&str]) -> Output {
        self.command(date, more).output().expect("the program runs")
    }

    /// Builds what must succeed; gives what was said.
    fn built(&self, date: &str, more: &[&str]) -> String {
        let output = self.build(date, more);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout) + &text(&output.stderr)
    }

    /// The site that is published now, which must be whole.
    fn site(&self) -> Files {
        whole(&self.path("public"))
    }

    /// Changes a word in the text of one rule.
    fn change_a_rule(&self) {
        let rule = self.path("content/rules/money/savings/nl.md");
        let before = std::fs::read_to_string(&rule).expect("a text");
        let after = before.replace("U mag sparen", "U mag geld bewaren");
        assert_ne!(before, after, "the word is in the text");
        std::fs::write(rule, after).expect("written");
    }

    /// Names of what lies beside the site, besides the guide.
    fn beside(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        let mut names: Vec<_> = names.filter(|name| name != "content" && name != "public").collect();
        names.sort();
        names
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("readable")) {
        if !entry.file_type().is_dir() {
            let path = entry.path().strip_prefix(folder).expect("below").to_str().expect("UTF-8");
            files.insert(path.to_owned(), std::fs::read(entry.path()).expect("readable"));
        }
    }
    files
}

/// The files of a site, which must be exactly what its manifest says, byte for byte.
fn whole(folder: &Path) -> Files {
    let files = files(folder);
    let manifest = files.get("manifest.json").unwrap_or_else(|| panic!("{} has no manifest", folder.display()));
    let manifest: Manifest = serde_json::from_slice(manifest).expect("a manifest");
    for entry in &manifest.files {
        let bytes = files.get(&entry.path).unwrap_or_else(|| panic!("{} is missing", entry.path));
        assert_eq!(blake3::hash(bytes).to_hex().as_str(), entry.hash, "{}", entry.path);
    }
    assert_eq!(files.len(), manifest.files.len() + 1, "there is nothing else");
    files
}

/// Runs a shell script as somebody who may mount; `$WEGWIJS` is the program. Where that is not possible, the test is
/// skipped, and says so.
fn mounting(folder: &Path, script: &str) -> Option<Output> {
    let may = Command::new("unshare").args(["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]).output();
    if !may.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: this machine lets nobody mount (`unshare -rm` is refused)");
        return None;
    }
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-euc", script]).current_dir(folder);
    Some(command.env("WEGWIJS", env!("CARGO_BIN_EXE_wegwijs")).output().expect("a shell runs"))
}
