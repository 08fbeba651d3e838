//! `moved-link`: an address whose page has another address now, for good.

use super::super::Lint;
use super::{Answer, Link};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct MovedLink;

impl Lint for MovedLink {
    fn code(&self) -> Code {
        "moved-link"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn link(&self, link: &Link, answer: &Answer) -> Option<Diagnostic> {
        let Answer::Moved(to) = answer else { return None };
        if link.made {
            // Nobody wrote this address, so nobody can write another.
            return None;
        }
        let message = format!("the page at `{}` has moved for good", link.address);
        let help = format!("read whether `{to}` still says the same, then write that address");
        Some(Diagnostic::warning(self.code(), link.span, message, help))
    }
}
