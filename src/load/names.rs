//! All names that texts can refer to, found before any text is read.
//!
//! Positions in these lists are the positions in the library's lists: whatever is named keeps its place
//! even when its file turns out to be broken.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Fact, Ix, Languages, Law, Media, Rule, Situation, Term};

/// Facts that every municipality has without writing them down: they are its contacts.
pub(super) const BUILT_IN_FACTS: [&str; 4] = Fact::CONTACTS;

/// The names of a guide; each list is sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) languages: Languages,
    pub(super) facts: Vec<String>,
    pub(super) laws: Vec<String>,
    pub(super) situations: Vec<String>,
    pub(super) terms: Vec<String>,
    pub(super) chapters: Vec<String>,
    /// `chapter/rule`
    pub(super) rules: Vec<String>,
    /// Names of the examples of each rule, in order of the page.
    pub(super) examples: BTreeMap<String, Vec<String>>,
    /// Paths of images below the project folder.
    pub(super) media: Vec<String>,
    /// Top-level files that are there but could not be read. Names from them are not called unknown: that
    /// would bury the one finding that matters.
    pub(super) unread: BTreeSet<&'static str>,
}

fn find<T>(list: &[String], name: &str) -> Option<Ix<T>> {
    list.binary_search_by(|n| n.as_str().cmp(name)).ok().map(Ix::new)
}

impl Names {
    pub(super) fn fact(&self, id: &str) -> Option<Ix<Fact>> {
        find(&self.facts, id)
    }

    pub(super) fn law(&self, id: &str) -> Option<Ix<Law>> {
        find(&self.laws, id)
    }

    /// Position among the situations sorted by name; `load` sorts them by their order at the end.
    pub(super) fn situation(&self, id: &str) -> Option<Ix<Situation>> {
        find(&self.situations, id)
    }

    pub(super) fn term(&self, id: &str) -> Option<Ix<Term>> {
        find(&self.terms, id)
    }

    pub(super) fn rule(&self, id: &str) -> Option<Ix<Rule>> {
        find(&self.rules, id)
    }

    pub(super) fn example(&self, rule: &str, id: &str) -> Option<usize> {
        self.examples.get(rule)?.iter().position(|example| example == id)
    }

    pub(super) fn media(&self, path: &str) -> Option<Ix<Media>> {
        find(&self.media, path)
    }
}
