//! `overlay-changes-nothing`: an own version that says what the general rule says.

use super::super::{Context, Lint, walk};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Inline, InlineKind, Library, Overlay, Rule};
use crate::source::Span;

pub(in super::super) struct OverlayChangesNothing;

impl Lint for OverlayChangesNothing {
    fn code(&self) -> Code {
        "overlay-changes-nothing"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let library = context.library();
        let mut findings = Vec::new();
        for municipality in &library.municipalities {
            for (ix, overlay) in &municipality.overlays {
                let rule = &library.rules[ix.get()];
                for (span, what) in
                    same_texts(library, rule, overlay).into_iter().chain(same_outcomes(rule, overlay))
                {
                    let message = format!("{what} is the same as in the general rule");
                    let help = "take it out: then later changes of the general rule reach this municipality too";
                    findings.push(Diagnostic::warning(self.code(), span, message, help));
                }
            }
        }
        findings
    }
}

fn same_texts(library: &Library, rule: &Rule, overlay: &Overlay) -> Vec<(Span, String)> {
    let source = library.languages.source();
    let (Some(own), Some(base)) = (overlay.texts.get(source), rule.texts.get(source)) else { return Vec::new() };
    let base: std::collections::BTreeMap<String, _> = walk::fields(base).into_iter().collect();
    let same = walk::fields(own).into_iter().filter_map(|(name, segment)| {
        let other = base.get(&name)?;
        same_words(&segment.inlines, &other.inlines).then(|| (segment.span, format!("`{name}`")))
    });
    same.collect()
}

fn same_outcomes(rule: &Rule, overlay: &Overlay) -> Vec<(Span, String)> {
    let same = overlay.examples.iter().filter_map(|(id, (outcome, within))| {
        let example = rule.examples.iter().find(|example| example.id.value == *id)?;
        let within_span = within.as_ref().map(|within| within.span)?;
        let same_within = within.as_ref().map(|w| w.value) == example.within.as_ref().map(|w| w.value);
        let same_outcome = outcome.is_none_or(|outcome| outcome == example.outcome);
        (same_within && same_outcome).then(|| (within_span, format!("`within` of `{id}`")))
    });
    same.collect()
}

/// Whether two texts are the same, wherever they stand.
pub(super) fn same_words(a: &[Inline], b: &[Inline]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_kind(&a.kind, &b.kind))
}

fn same_kind(a: &InlineKind, b: &InlineKind) -> bool {
    use InlineKind::{Emphasis, Link, Strong};
    match (a, b) {
        (Strong(a), Strong(b)) | (Emphasis(a), Emphasis(b)) => same_words(a, b),
        (Link(a, inner_a), Link(b, inner_b)) => a == b && same_words(inner_a, inner_b),
        _ => a == b,
    }
}
