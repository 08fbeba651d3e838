//! How tests make guides and look at sites.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use wegwijs::diag::{self, Diagnostic};
use wegwijs::output::OutputTree;
use wegwijs::source::{Limits, SourceFile, SourceTree, read_folder};
use wegwijs::{BuildPlan, build, complete};

/// The folder of the crate.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The example guide, as it stands in the repository.
pub(crate) fn example() -> SourceTree {
    read_folder(root(), Limits::default())
}

/// A small sound guide.
pub(crate) fn minimal() -> SourceTree {
    read_folder(&minimal_folder(), Limits::default())
}

/// Where the small guide stands.
pub(crate) fn minimal_folder() -> PathBuf {
    root().join("tests/guides/minimal")
}

/// The tree with some files replaced or added.
pub(crate) fn with(tree: &SourceTree, texts: &[(&str, &str)]) -> SourceTree {
    let changed = SourceTree::from_texts(texts.iter().copied());
    changed.or_else(tree)
}

/// The tree with one file's text changed.
pub(crate) fn edited(tree: &SourceTree, path: &str, from: &str, to: &str) -> SourceTree {
    let text = tree.find(path).and_then(|(_, file)| file.text()).unwrap_or_else(|| panic!("{path} exists"));
    assert!(text.contains(from), "{path} holds {from:?}");
    with(tree, &[(path, &text.replacen(from, to, 1))])
}

/// The tree without the files that `gone` picks.
pub(crate) fn without(tree: &SourceTree, gone: impl Fn(&str) -> bool) -> SourceTree {
    let kept = tree.iter().map(|(_, file)| file).filter(|file| !gone(&file.path));
    SourceTree::from_files(kept.cloned().collect::<Vec<SourceFile>>())
}

/// Builds a guide that must be sound.
pub(crate) fn built(tree: &SourceTree, plan: &BuildPlan) -> OutputTree {
    let built = build(tree, plan);
    let text = shown(&built.findings, tree);
    built.value.unwrap_or_else(|| panic!("the guide was not built:\n{text}"))
}

/// Builds everything as on a day.
pub(crate) fn built_on(tree: &SourceTree, date: Date) -> OutputTree {
    built(tree, &BuildPlan::on(date))
}

/// Findings as people see them.
pub(crate) fn shown(findings: &[Diagnostic], tree: &SourceTree) -> String {
    diag::human(findings, &complete(tree), false)
}

/// A page as text.
pub(crate) fn page<'a>(site: &'a OutputTree, path: &str) -> &'a str {
    let bytes = site.file(path).unwrap_or_else(|| panic!("{path} was made"));
    std::str::from_utf8(bytes).expect("pages are UTF-8")
}

/// What a page says, without tags, with single spaces.
pub(crate) fn words(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
