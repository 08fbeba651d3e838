//! Across municipalities: own versions of rules.

mod overlay_changes_nothing;

use super::Lint;

pub(super) const LINTS: &[&dyn Lint] = &[&overlay_changes_nothing::OverlayChangesNothing];
