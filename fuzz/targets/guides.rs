//! Whole small guides of several files: `=== content/site.yaml` on a line of its own, and what the file holds.

use std::collections::BTreeMap;

use wegwijs::check;
use wegwijs::load::Memory;
use wegwijs::output::OutputTree;
use wegwijs::source::{Payload, SourceFile, SourceTree};

use super::around::{made, made_again, text};
use super::held;

/// Takes a guide.
pub fn guides(data: &[u8]) {
    let tree = guide(&text(data));
    let first = made(&tree, &[]);
    held::holds(&first);
    held::findings_for_programs(&first.findings, &first.tree);
    // Once more after an earlier state of the same guide, of which something is remembered.
    let mut files: Vec<SourceFile> = tree.iter().map(|(_, file)| file.clone()).collect();
    if let Some(at) = data.len().checked_rem(files.len()) {
        let text = files[at].text().unwrap_or_default().trim_end();
        let shorter = text.rsplit_once('\n').map_or("", |(lines, _)| lines);
        files[at].payload = Payload::Text(shorter.into());
    }
    let (mut read, mut checked) = (Memory::default(), check::Memory::default());
    made_again(&SourceTree::from_files(files), &[], (&mut read, &mut checked));
    let again = made_again(&tree, &[], (&mut read, &mut checked));
    assert_eq!(first.findings, again.findings, "the same findings as from the start");
    assert!(first.site == again.site, "the same bytes: {:?}", first.site.zip(again.site).map(differ));
}

/// The files that are not the same.
fn differ((one, two): (OutputTree, OutputTree)) -> Vec<String> {
    let differs = |path: &&str| one.file(path) != two.file(path);
    let mut paths: Vec<&str> = one.iter().chain(two.iter()).map(|(path, _)| path.as_str()).collect();
    paths.sort_unstable();
    paths.dedup();
    paths.into_iter().filter(differs).map(str::to_owned).collect()
}

/// The files of a guide, as they could come from a disk.
fn guide(text: &str) -> SourceTree {
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    let mut path = None;
    for line in text.split_inclusive('\n') {
        if let Some(name) = line.strip_prefix("=== ") {
            path = Some(name.trim_end()).filter(|path| is_path(path));
            continue;
        }
        if let Some(path) = path {
            files.entry(path).or_default().push_str(line);
        }
    }
    SourceTree::from_texts(files)
}

/// Whether a folder could hold such a file.
fn is_path(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\0', '\\']);
    let top = ["content/", "locales/", "themes/"].iter().any(|top| path.starts_with(top));
    top && path.split('/').count() <= 12 && path.split('/').all(part)
}
