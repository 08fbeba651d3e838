//! `dead-link`: an address at which there is nothing any more.

use super::super::Lint;
use super::{Answer, Link};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct DeadLink;

impl Lint for DeadLink {
    fn code(&self) -> Code {
        "dead-link"
    }

    // A server of somebody else must not decide whether a guide can be published.
    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn link(&self, link: &Link, answer: &Answer) -> Option<Diagnostic> {
        let Answer::Gone(status) = answer else { return None };
        let message = format!("there is nothing at `{}`: the server answers {status}", link.address);
        let help = if link.made {
            "look the law up on wetten.overheid.nl: `bwb` is the first part of its address there"
        } else {
            "look for the page on that site and write its new address, or take the link out"
        };
        Some(Diagnostic::warning(self.code(), link.span, message, help))
    }
}
