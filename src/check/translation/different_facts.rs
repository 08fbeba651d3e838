//! `different-facts`: a translation that says another amount or term than its source.

use std::collections::BTreeMap;

use super::super::{Context, Lint};
use super::pairs::{Pair, Unit};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Fact, InlineKind, Ix, State};
use crate::source::Span;

pub(in super::super) struct DifferentFacts;

impl Lint for DifferentFacts {
    fn code(&self) -> Code {
        "different-facts"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn segment(&self, context: &Context<'_>, pair: &Pair<'_>) -> Vec<Diagnostic> {
        // Of a stale text it is known already that it says something else.
        let fresh = pair.state != State::Stale;
        let (Some(own), Some(source), true) = (pair.own, pair.source, fresh) else { return Vec::new() };
        let (theirs, ours) = (facts(source), facts(own));
        let name = |fact: &Ix<Fact>| &context.library().facts[fact.get()].id.value;
        let lost = theirs.iter().filter(|(fact, _)| !ours.contains_key(fact)).map(|(fact, span)| {
            let message = format!("the source shows `{{{}}}` here, the translation does not", name(fact));
            let help = "put the fact in braces in the translation too, or run `wegwijs translate status`";
            Diagnostic::error(self.code(), own.span(), message, help).label(*span, "in the source")
        });
        let added = ours.iter().filter(|(fact, _)| !theirs.contains_key(fact)).map(|(fact, span)| {
            let message = format!("the translation shows `{{{}}}`, the source does not", name(fact));
            let help = "say the same in both languages";
            Diagnostic::error(self.code(), *span, message, help).label(source.span(), "the source")
        });
        lost.chain(added).collect()
    }
}

/// The facts of a text, each with its first place.
fn facts(unit: Unit<'_>) -> BTreeMap<Ix<Fact>, Span> {
    let mut facts = BTreeMap::new();
    unit.walk(&mut |inline| {
        if let InlineKind::Fact { fact, .. } = inline.kind {
            facts.entry(fact).or_insert(inline.span);
        }
    });
    facts
}
