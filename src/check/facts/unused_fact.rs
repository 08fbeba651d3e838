//! `unused-fact`: a value that no text, term or formula uses.

use std::collections::BTreeSet;

use super::super::{Context, Lint, walk};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Example, Fact, Figures, Inline, InlineKind, Ix, Library, Within};

pub(in super::super) struct UnusedFact;

impl Lint for UnusedFact {
    fn code(&self) -> Code {
        "unused-fact"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let library = context.library();
        let used = used(library);
        let own = |fact: &Fact| !fact.is_contact();
        let facts = library.facts.iter().enumerate().filter(|(i, fact)| own(fact) && !used.contains(&Ix::new(*i)));
        let report = facts.map(|(_, fact)| {
            let message = format!("nothing uses `{}`", fact.id.value);
            let help = "use it where the amount is said, or take it out: nobody will notice when it is wrong";
            Diagnostic::warning(self.code(), fact.id.span, message, help)
        });
        report.collect()
    }
}

/// Every fact that a text, a term or a formula names.
fn used(library: &Library) -> BTreeSet<Ix<Fact>> {
    let mut used = BTreeSet::new();
    let mut visit = |inline: &Inline| {
        if let InlineKind::Fact { fact, .. } = inline.kind {
            used.insert(fact);
        }
    };
    walk::guide(library, &mut visit);
    let overlays = library.municipalities.iter().flat_map(|municipality| municipality.overlays.values());
    let terms = library
        .rules
        .iter()
        .flat_map(|rule| &rule.examples)
        .filter_map(|example: &Example| example.within.as_ref().map(|within| within.value));
    let own_terms = overlays.flat_map(|overlay| overlay.examples.values());
    let own_terms = own_terms.filter_map(|(_, within)| within.as_ref().map(|within| within.value));
    let of_ends = library.decisions.iter().flat_map(|decision| &decision.ends);
    let of_ends = of_ends.filter_map(|end| end.within.as_ref().map(|within| within.value));
    used.extend(terms.chain(own_terms).chain(of_ends).filter_map(|within| match within {
        Within::Fact(fact) => Some(fact),
        Within::AtOnce | Within::Letter => None,
    }));
    let table = library.site.repayment.iter();
    used.extend(table.flat_map(|table| table.of.iter().chain([&table.share])).map(|fact| fact.value));
    used.extend(library.rules.iter().filter_map(|rule| rule.decided_within.as_ref()).map(|fact| fact.value));
    for fact in &library.facts {
        used.extend(fact.awaiting.as_ref().map(|awaiting| awaiting.value));
        if let Figures::Computed(formula) = &fact.figures {
            used.extend(formula.needs().map(|(need, _)| need));
        }
    }
    used
}
