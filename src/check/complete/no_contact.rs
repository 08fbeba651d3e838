//! `no-contact`: pages that do not say whom to call or where to go.

use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::Kind;

pub(in super::super) struct NoContact;

impl Lint for NoContact {
    fn code(&self) -> Code {
        "no-contact"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let library = context.library();
        let help = "add `contacts` with at least `phone` or `desk`";
        if library.municipalities.is_empty() {
            return procedures(context, self.code(), "this procedure has no municipality to turn to");
        }
        let alone = library.municipalities.iter().filter(|municipality| {
            let contacts = &municipality.contacts;
            contacts.phone.is_none() && contacts.desk.is_none()
        });
        let report = alone.map(|municipality| {
            let message = format!("{} gives no telephone number and no desk", municipality.name);
            Diagnostic::error(self.code(), municipality.span, message, help)
        });
        report.collect()
    }
}

/// A finding for every procedure of a guide without municipalities, whose pages have no contacts at all.
pub(super) fn procedures(context: &Context<'_>, code: Code, message: &str) -> Vec<Diagnostic> {
    let procedures = context.library().rules.iter().filter(|rule| rule.kind == Kind::Procedure);
    let help = "add content/municipalities/<name>/municipality.yaml with contacts and support";
    procedures.map(|rule| Diagnostic::error(code, rule.span, message, help)).collect()
}
