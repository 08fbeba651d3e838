//! Addresses outside the guide, and what the web answered about them.
//!
//! Nothing here uses the network. [`addresses`] says what there is to ask, somebody else asks (a [`Probe`]), and
//! [`dead_links`] judges the answers. The lints of this group are known like all others, so `site.yaml` can set
//! them; but only here do they find anything, as only here somebody has asked.

mod dead_link;
mod links;
mod moved_link;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Lint, levels};
use crate::diag::{self, Diagnostic};
use crate::model::Library;

pub(super) use links::Link;

pub(super) const LINTS: &[&dyn Lint] = &[&dead_link::DeadLink, &moved_link::MovedLink];

/// What the web answers about an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// There is a page.
    Alive,
    /// There is none, says the server with this status: 404 or 410.
    Gone(u16),
    /// There is a page, but for good at this other address.
    Moved(String),
    /// Nobody knows, for this reason: the server refuses programs, is out of order, or cannot be reached.
    /// Such an answer says nothing about the guide.
    Unsure(String),
}

/// Answers by address.
pub type Answers = BTreeMap<String, Answer>;

/// Somebody who can ask about an address, from several threads at once.
pub trait Probe: Sync {
    /// What is at this address.
    fn probe(&self, address: &str) -> Answer;
}

/// Every web address that the guide leads to on a day or later, once and sorted. Parts of a page (`#...`) are not
/// in it: they are never sent to a server.
#[must_use]
pub fn addresses(library: &Library, date: Date) -> Vec<String> {
    let all: BTreeSet<String> = links::links(library, date).into_iter().map(|link| link.address).collect();
    all.into_iter().collect()
}

/// What is wrong with the links of a guide, by these answers: a finding for every place of an address. An address
/// without an answer, or with an unsure one, gives none.
#[must_use]
pub fn dead_links(library: &Library, date: Date, answers: &Answers) -> Vec<Diagnostic> {
    let wanted: Vec<_> = LINTS.iter().filter_map(|lint| Some((*lint, levels::level(*lint, library)?))).collect();
    let mut findings = Vec::new();
    for link in links::links(library, date) {
        let Some(answer) = answers.get(&link.address) else { continue };
        let found = wanted
            .iter()
            .filter_map(|(lint, severity)| Some(Diagnostic { severity: *severity, ..lint.link(&link, answer)? }));
        findings.extend(found);
    }
    diag::sort(&mut findings);
    findings
}
