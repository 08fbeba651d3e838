//! `translations.lock`: what is read quickly, line by line, is what the reader of YAML makes of it.

use wegwijs::author::status;
use wegwijs::load::{LOCK, lock_sides, survey, write_lock};
use wegwijs::model::Lock;
use wegwijs::source::SourceTree;

use super::around::{made, small_with, text};
use super::held;

/// Takes a lock.
pub fn lock(data: &[u8]) {
    let mut text = text(data).into_owned();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let tree = small_with([(LOCK, text.clone())]);
    held::holds(&made(&tree, &["en"]));
    let Some(read) = sound(&tree) else { return };
    if let Some(by_yaml) = by_yaml(&text) {
        // A lock that says nothing yet is a lock; a side of a conflict that says nothing is a fault.
        assert_eq!(by_yaml.unwrap_or_default(), read, "as YAML, and line by line:\n{text}");
    }
    let written = write_lock(&read);
    let again = sound(&small_with([(LOCK, written.clone())]));
    assert_eq!(again.as_ref(), Some(&read), "what is written is read as it was:\n{text}\n{written}");
    let surveyed = survey(&tree).value.expect("a guide");
    let _ = status(&tree, &surveyed, &[], &mut |_, _| None);
}

/// The lock of a guide, if nothing is wrong with it.
fn sound(tree: &SourceTree) -> Option<Lock> {
    let surveyed = survey(tree);
    let (file, _) = tree.find(LOCK)?;
    let faulty = surveyed.findings.iter().any(|finding| finding.span.is_some_and(|span| span.file == file));
    surveyed.value.filter(|_| !faulty).map(|survey| survey.lock)
}

/// What the reader of YAML makes of a lock: each side of a conflict goes to it. Nothing inside where it finds fault
/// with it, and nothing at all where the lock cannot be made a side.
fn by_yaml(text: &str) -> Option<Option<Lock>> {
    let marked =
        |line: &str| ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
    if text.split('\n').any(marked) || text.trim().is_empty() {
        return None;
    }
    let tree = small_with([(LOCK, format!("<<<<<<< a\n{text}=======\n{text}>>>>>>> b\n"))]);
    let sides = lock_sides(&tree).expect("a conflict");
    Some(sides.ok().map(|sides| {
        assert_eq!(sides.ours, sides.theirs);
        sides.ours
    }))
}
