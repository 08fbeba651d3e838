//! The form of the lock: sorted, an entry a line.

use crate::diag::Severity;
use crate::load::{LOCK, survey, write_lock};
use crate::source::SourceTree;

/// The lock in its own form, when it has another; nothing when it cannot be read whole.
#[must_use]
pub fn tidy(tree: &SourceTree) -> Option<String> {
    let (file, source) = tree.find(LOCK)?;
    let surveyed = survey(tree);
    let broken = surveyed
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error && finding.span.is_some_and(|span| span.file == file));
    let text = write_lock(&surveyed.value?.lock);
    (!broken && source.text() != Some(text.as_str())).then_some(text)
}
