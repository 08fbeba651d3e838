//! `fact-gap`: days between two values on which there is none.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Figures, Period};

pub(in super::super) struct FactGap;

impl Lint for FactGap {
    fn code(&self) -> Code {
        "fact-gap"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let library = context.library();
        let national = library.facts.iter().filter_map(|fact| match &fact.figures {
            Figures::Dated(periods) => Some(periods),
            Figures::Computed(_) | Figures::Local | Figures::Unusable => None,
        });
        let local = library.municipalities.iter().flat_map(|municipality| municipality.facts.values());
        let all = national.chain(local.map(|fact| &fact.periods));
        let gaps = all.flat_map(|periods| periods.windows(2)).filter_map(|pair| Some((gap(pair)?, pair)));
        let report = gaps.map(|(last, pair)| {
            let message = format!("there is no value from {last} up to {}", pair[1].from);
            let help = "a page that uses the fact cannot be made on those days: add the value, or mend a date";
            Diagnostic::warning(self.code(), pair[1].span, message, help)
                .label(pair[0].span, "this value ends before")
        });
        report.collect()
    }
}

/// The first day without a value between two periods.
fn gap(pair: &[Period]) -> Option<jiff::civil::Date> {
    let after = pair.first()?.until?.tomorrow().ok()?;
    (after < pair.get(1)?.from).then_some(after)
}
