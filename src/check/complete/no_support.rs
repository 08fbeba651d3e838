//! `no-support`: pages that do not say who helps for free and independently.

use super::super::{Context, Lint};
use super::no_contact::procedures;
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct NoSupport;

impl Lint for NoSupport {
    fn code(&self) -> Code {
        "no-support"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let library = context.library();
        if library.municipalities.is_empty() {
            return procedures(context, self.code(), "this procedure names nobody who helps independently");
        }
        let alone = library.municipalities.iter().filter(|municipality| municipality.support.is_empty());
        let report = alone.map(|municipality| {
            let message = format!("{} names nobody who helps for free and independently", municipality.name);
            let help = "add `support`: the organisation for independent client support, with telephone or website";
            Diagnostic::error(self.code(), municipality.span, message, help)
        });
        report.collect()
    }
}
