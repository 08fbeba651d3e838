//! Across municipalities: own versions of rules.

mod overlay_changes_nothing;
mod overlay_drift;

use super::Lint;

pub(super) const LINTS: &[&dyn Lint] =
    &[&overlay_changes_nothing::OverlayChangesNothing, &overlay_drift::OverlayDrift];
