//! `overlay-changes-nothing`: an own version that says what the general rule says.

use super::super::{Context, Lint};
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
    let fields: std::collections::BTreeMap<String, _> = base.fields().into_iter().collect();
    let same = own.fields().into_iter().filter_map(|(name, segment)| {
        let other = fields.get(&name)?;
        same_words(&segment.inlines, &other.inlines).then(|| (segment.span, format!("`{name}`")))
    });
    let steps = own.steps.len() == base.steps.len()
        && own.steps.iter().zip(&base.steps).all(|(own, base)| same_words(&own.inlines, &base.inlines));
    let steps = own.steps.first().filter(|_| steps).map(|first| (first.span, "`steps`".to_owned()));
    same.chain(steps).collect()
}

/// Examples with the general outcome and term, and general routes.
fn same_outcomes(rule: &Rule, overlay: &Overlay) -> Vec<(Span, String)> {
    let place = |name: String| overlay.places.get(&name).map(|span| (*span, format!("`{name}`")));
    let same = overlay.examples.iter().filter_map(|(id, (outcome, within))| {
        let example = rule.examples.iter().find(|example| example.id.value == *id)?;
        let general = example.within.as_ref().map(|within| within.value);
        let same_within = within.as_ref().is_none_or(|within| Some(within.value) == general);
        let same_outcome = outcome.is_none_or(|outcome| outcome == example.outcome);
        (same_within && same_outcome).then(|| place(format!("examples.{id}")))?
    });
    let routes = overlay.routes.as_ref().filter(|routes| **routes == rule.routes);
    same.chain(routes.and_then(|_| place("routes".to_owned()))).collect()
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
