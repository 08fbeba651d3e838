//! `fact-without-source`: a value that nobody can look up.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Fact, Scope};

pub(in super::super) struct FactWithoutSource;

impl Lint for FactWithoutSource {
    fn code(&self) -> Code {
        "fact-without-source"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let bare = |fact: &&Fact| {
            // A local value comes from the municipality that gives it.
            let local = fact.scope() == Scope::Local || fact.is_contact();
            !local && fact.source.law.is_empty() && fact.source.text.is_none()
        };
        let report = context.library().facts.iter().filter(bare).map(|fact| {
            let message = format!("`{}` does not say where its value comes from", fact.id.value);
            let help = "add `law` with the article, or `source` with the document and its date";
            Diagnostic::warning(self.code(), fact.id.span, message, help)
        });
        report.collect()
    }
}
