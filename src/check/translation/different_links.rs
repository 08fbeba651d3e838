//! `different-links`: a translation without a link that its source has.

use super::super::{Context, Lint};
use super::pairs::{Pair, Unit};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{InlineKind, State, Target};
use crate::source::Span;

pub(in super::super) struct DifferentLinks;

impl Lint for DifferentLinks {
    fn code(&self) -> Code {
        "different-links"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn segment(&self, context: &Context<'_>, pair: &Pair<'_>) -> Vec<Diagnostic> {
        // Of a stale text it is known already that it says something else.
        let fresh = pair.state != State::Stale;
        let (Some(own), Some(source), true) = (pair.own, pair.source, fresh) else { return Vec::new() };
        let (theirs, ours) = (links(source), links(own));
        let lost = theirs.iter().filter(|(target, _)| !has(&ours, target)).map(|(target, span)| {
            let message = format!("the source links to {} here, the translation does not", said(context, target));
            let help = "link the same words in the translation";
            Diagnostic::warning(self.code(), own.span(), message, help).label(*span, "in the source")
        });
        let added = ours.iter().filter(|(target, _)| !has(&theirs, target)).map(|(target, span)| {
            let message = format!("the translation links to {}, the source does not", said(context, target));
            Diagnostic::warning(self.code(), *span, message, "link the same words in both languages")
                .label(source.span(), "the source")
        });
        lost.chain(added).collect()
    }
}

fn has(links: &[(&Target, Span)], target: &Target) -> bool {
    links.iter().any(|(other, _)| same(other, target))
}

/// An address elsewhere can be that of the page in the reader's language: any other address will do.
fn same(a: &Target, b: &Target) -> bool {
    matches!((a, b), (Target::External(_), Target::External(_))) || a == b
}

fn said(context: &Context<'_>, target: &Target) -> String {
    let library = context.library();
    match target {
        Target::Rule(rule, _) => format!("`rule:{}`", library.rules[rule.get()].id),
        Target::Term(term) => format!("`term:{}`", library.terms[term.get()].id),
        Target::External(to) => format!("`{to}`"),
    }
}

/// The links of a text, each to another place.
fn links<'a>(unit: Unit<'a>) -> Vec<(&'a Target, Span)> {
    let mut links = Vec::new();
    unit.walk(&mut |inline| {
        if let InlineKind::Link(target, _) = &inline.kind
            && !has(&links, target)
        {
            links.push((target, inline.span));
        }
    });
    links
}
