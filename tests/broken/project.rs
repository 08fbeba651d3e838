//! A project folder with an older site in it, and the real program run on it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Files by path, with forward slashes.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Longer than any build of the small guide takes, also on a slow machine: what takes longer never ends.
const LONGEST: Duration = Duration::from_secs(180);

/// Every file below a folder.
pub(super) fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("readable");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("below").to_str().expect("UTF-8");
            files.insert(path.replace('\\', "/"), fs::read(entry.path()).expect("readable"));
        }
    }
    files
}

fn write_all(folder: &Path, files: &Files) {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("has a parent")).expect("writable");
        fs::write(path, bytes).expect("writable");
    }
}

/// The sound guide.
pub(super) fn guide() -> &'static Files {
    static GUIDE: OnceLock<Files> = OnceLock::new();
    GUIDE.get_or_init(|| files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guides/minimal")))
}

/// The site of the sound guide on another day: no build of these tests gives the same bytes by chance.
fn old_site() -> &'static Files {
    static SITE: OnceLock<Files> = OnceLock::new();
    SITE.get_or_init(|| {
        let folder = TempDir::new().expect("a folder");
        write_all(folder.path(), guide());
        let run = run(folder.path(), "2025-06-01");
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "the sound guide builds");
        let site = files(&folder.path().join("public"));
        assert!(site.contains_key("nl/possessions/car/index.html"));
        site
    })
}

/// How the program ended.
pub(super) struct Run {
    pub(super) code: Option<i32>,
    pub(super) stdout: String,
    pub(super) stderr: String,
}

fn run(project: &Path, date: &str) -> Run {
    let said = TempDir::new().expect("a folder");
    let channel = |name: &str| Stdio::from(File::create(said.path().join(name)).expect("writable"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_wegwijs"));
    command
        .args(["build", "--no-binder", "--date", date])
        .arg(project)
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::null());
    let mut child = command.stdout(channel("out")).stderr(channel("err")).spawn().expect("starts");
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("can be asked") {
            break status;
        }
        if started.elapsed() > LONGEST {
            child.kill().expect("can be ended");
            child.wait().expect("ends");
            return Run { code: None, stdout: String::new(), stderr: format!("no end after {LONGEST:?}\n") };
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let read = |name: &str| String::from_utf8(fs::read(said.path().join(name)).expect("readable")).expect("UTF-8");
    Run { code: status.code(), stdout: read("out"), stderr: read("err") }
}

impl Run {
    /// The findings alone; the lines after them must be right.
    fn findings(&self) -> Result<String, String> {
        let (findings, rest) = self.stderr.rsplit_once("\n\n").ok_or("there are no findings")?;
        let count = |start: &str| findings.lines().filter(|line| line.starts_with(start)).count();
        let plural = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let (errors, warnings) = (count("error["), count("warning["));
        let wanted = format!(
            "{}, {}\nnothing was published; the old site, if there is one, is as it was\n",
            plural(errors, "error"),
            plural(warnings, "warning")
        );
        if errors == 0 || rest != wanted {
            return Err(format!("{errors} errors and {warnings} warnings are shown, but the end is:\n{rest}"));
        }
        Ok(format!("{findings}\n"))
    }
}

/// A project folder of its own.
pub(super) struct Project {
    folder: TempDir,
}

impl Project {
    /// The sound guide, with an older site in `public/`.
    pub(super) fn minimal() -> Self {
        let folder = TempDir::new().expect("a folder");
        write_all(folder.path(), guide());
        write_all(&folder.path().join("public"), old_site());
        Project { folder }
    }

    /// The same without the translation of the rule about cars: a text that is changed in one language alone says
    /// something else in the other, which is a finding too.
    pub(super) fn untranslated() -> Self {
        let project = Self::minimal();
        fs::remove_file(project.path("content/rules/possessions/car/en.md")).expect("is there to be deleted");
        project
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes or replaces a file.
    pub(super) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        write_all(self.folder(), &Files::from([(path.to_owned(), bytes.as_ref().to_vec())]));
    }

    /// Changes the one place in a file that says `from`.
    pub(super) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).expect("a text");
        assert_eq!(text.matches(from).count(), 1, "{path} says {from:?} once");
        self.write(path, text.replace(from, to));
    }

    /// Replaces the text below the front matter.
    pub(super) fn body(&self, path: &str, body: &str) {
        let text = fs::read_to_string(self.path(path)).expect("a text");
        let end = text[4..].find("---\n").expect("front matter") + 8;
        self.write(path, text[..end].to_owned() + body);
    }

    /// Lays a case over the guide.
    pub(super) fn lay_over(&self, case: &Path) {
        let mut changes = files(case);
        changes.remove("expected.txt");
        let gone = changes.remove("DELETE").unwrap_or_default();
        write_all(self.folder(), &changes);
        for path in String::from_utf8(gone).expect("UTF-8").lines() {
            fs::remove_file(self.path(path)).expect("is there to be deleted");
        }
    }

    pub(super) fn build(&self) -> Run {
        run(self.folder(), "2026-06-01")
    }

    /// Whether `public/` holds the older site, byte for byte, and nothing was left beside it.
    pub(super) fn is_as_before(&self) -> bool {
        let names =
            fs::read_dir(self.folder()).expect("a folder").map(|entry| entry.expect("readable").file_name());
        let left = names.filter(|name| name.to_string_lossy().starts_with(".public")).count();
        left == 0 && files(&self.path("public")) == *old_site()
    }

    /// The site that is published now.
    pub(super) fn site(&self) -> Files {
        files(&self.path("public"))
    }

    /// Builds, and says in what it is not the failure that `expected` describes.
    pub(super) fn judge(&self, name: &str, expected: &Path) -> Result<(), String> {
        let run = self.build();
        let all = &run.stderr;
        if run.code != Some(1) {
            return Err(format!("{name}: ends with {:?} instead of 1:\n{all}", run.code));
        }
        if !run.stdout.is_empty() {
            return Err(format!("{name}: a failure has no result, but says {:?}", run.stdout));
        }
        if !self.is_as_before() {
            return Err(format!("{name}: public/ is not what it was"));
        }
        let findings = run.findings().map_err(|why| format!("{name}: {why}\n{all}"))?;
        same(name, &findings, expected)
    }
}

/// Compares with the expectation, or writes it anew when asked to.
pub(super) fn same(name: &str, text: &str, expected: &Path) -> Result<(), String> {
    if std::env::var("WEGWIJS_UPDATE").is_ok_and(|value| value == "1") {
        fs::write(expected, text).expect("writable");
        return Ok(());
    }
    let wanted = fs::read_to_string(expected).map_err(|error| format!("{}: {error}", expected.display()))?;
    if text == wanted {
        return Ok(());
    }
    Err(format!("{name}: expected\n{wanted}\nbut found\n{text}"))
}
