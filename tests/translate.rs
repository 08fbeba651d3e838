//! What translations and own versions were made from: what is found, recorded, merged and said of it.

mod accepting;
mod merging;
mod reporting;
mod staleness;

use wegwijs::author::{Judged, Order, Standing, accept, judge, survey};
use wegwijs::source::SourceTree;

use crate::bench::{minimal, shown, with};

const LOCK: &str = "content/translations.lock";
const NL: &str = "content/rules/possessions/car/nl.md";
const EN: &str = "content/rules/possessions/car/en.md";

/// The lock after an order that must be possible.
fn ordered(tree: &SourceTree, order: &Order) -> SourceTree {
    let accepted = accept(tree, order);
    let findings = shown(&accepted.findings, tree);
    with(tree, &[(LOCK, &accepted.value.unwrap_or_else(|| panic!("not accepted:\n{findings}")).text)])
}

/// The small guide, everything of it recorded.
fn locked() -> SourceTree {
    ordered(&minimal(), &Order::default())
}

/// An order for the English text of the car, or for some segments of it.
fn english(segments: &[&str]) -> Order {
    let segments = segments.iter().map(|&name| name.to_owned()).collect();
    Order { files: vec![EN.to_owned()], segments, ..Order::default() }
}

/// What is looked at in each segment of a file.
fn judged<T>(tree: &SourceTree, path: &str, look: impl FnMut(Judged<'_>) -> Option<T>) -> Vec<T> {
    let survey = survey(tree).value.expect("a guide");
    let derived = survey.files.iter().find(|derived| derived.path == path).expect("a derived file");
    judge(derived, survey.lock.get(path)).into_iter().filter_map(look).collect()
}

/// The names of the segments of a file that stand like this.
fn standing(tree: &SourceTree, path: &str, standing: Standing) -> Vec<String> {
    judged(tree, path, |judged| (judged.standing == standing).then_some(judged.name))
}

fn stale(tree: &SourceTree) -> Vec<String> {
    standing(tree, EN, Standing::Stale)
}

/// The text of the tree's lock.
fn lock_of(tree: &SourceTree) -> &str {
    tree.find(LOCK).and_then(|(_, file)| file.text()).expect("a lock")
}
