//! Words of the glossary on a page: each is marked where it is used first, and explained on the page itself.

use std::cell::RefCell;

use super::desk::{Desk, Ways};
use super::view::TermView;
use crate::model::{Ix, Segment, Term};

/// The words that are marked on a page so far, in order.
#[derive(Debug, Default)]
pub(super) struct TermsUsed(RefCell<Vec<Ix<Term>>>);

impl TermsUsed {
    /// The number of a word that is used for the first time, from 1; nothing for one that is marked already.
    pub(super) fn first_use(&self, term: Ix<Term>) -> Option<usize> {
        let mut used = self.0.borrow_mut();
        if used.contains(&term) {
            return None;
        }
        used.push(term);
        Some(used.len())
    }
}

impl Desk<'_> {
    /// The explanations of the words that a page has marked, in the order of their numbers.
    pub(super) fn explained(&self, used: &TermsUsed, ways: Ways<'_>) -> Vec<TermView> {
        // Words inside an explanation are links: marking them would need explanations of explanations.
        let ways = Ways { terms: None, ..ways };
        used.0.borrow().iter().map(|term| self.term(*term, ways)).collect()
    }

    /// A word with its explanation.
    pub(super) fn term(&self, ix: Ix<Term>, ways: Ways<'_>) -> TermView {
        let source = self.site.library.languages.source();
        let term = &self.site.library.terms[ix.get()];
        let word = self.edition.label(&term.word);
        let dutch = term.word.get(source).map(Segment::plain);
        TermView {
            id: term.id.clone(),
            word: self.text(word, ways),
            dutch: dutch.filter(|_| word.language != source),
            explanation: self.label(&term.explanation, ways),
        }
    }
}
