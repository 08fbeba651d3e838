//! `overlay-drift`: a municipality's own version that was made on an older general rule.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::Drift;

pub(in super::super) struct OverlayDrift;

impl Lint for OverlayDrift {
    fn code(&self) -> Code {
        "overlay-drift"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let overlays = context.library().municipalities.iter().flat_map(|m| m.overlays.values());
        let report = |drift: &Drift| {
            let message = format!("the general `{}` has changed since this version was made", drift.what);
            let help = "read both; mend this version if it has to change too, then `wegwijs translate accept`";
            Diagnostic::warning(self.code(), drift.own, message, help).label(drift.base, "the general rule")
        };
        overlays.flat_map(|overlay| &overlay.drift).map(report).collect()
    }
}
