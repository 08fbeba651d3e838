//! Earlier versions of files, from git.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How far back a text is looked for.
const VERSIONS: usize = 200;
/// A file of the guide is never larger.
const LARGEST: usize = 1 << 20;

/// The git history of a folder. Without git, or without history, there are no versions.
pub(super) struct History {
    folder: PathBuf,
    commits: BTreeMap<String, Vec<String>>,
}

impl History {
    pub(super) fn of(folder: &Path) -> Self {
        History { folder: folder.to_owned(), commits: BTreeMap::new() }
    }

    /// A file as it was `n` versions ago, the newest being 0.
    pub(super) fn version(&mut self, path: &str, n: usize) -> Option<String> {
        if !self.commits.contains_key(path) {
            let limit = format!("--max-count={VERSIONS}");
            let listed = self.git(&["rev-list", &limit, "HEAD", "--", path]).unwrap_or_default();
            let commits = String::from_utf8_lossy(&listed).lines().map(str::to_owned).collect();
            self.commits.insert(path.to_owned(), commits);
        }
        let commits = self.commits.get(path)?;
        // A commit that took the file away has no version of it, and is passed over as one without words.
        let bytes = self.git(&["cat-file", "blob", &format!("{}:./{path}", commits.get(n)?)]).unwrap_or_default();
        if bytes.len() > LARGEST {
            return Some(String::new());
        }
        Some(String::from_utf8(bytes).unwrap_or_default())
    }

    /// What git answers. Only commands that run nothing else: no pager, no filters.
    fn git(&self, arguments: &[&str]) -> Option<Vec<u8>> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(["--no-pager", "--literal-pathspecs"]).args(arguments);
        let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then_some(output.stdout)
    }
}
