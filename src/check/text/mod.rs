//! Texts as the lints read them: pages of passages, cut into sentences and words, each word with its place in
//! the file and with the word lists it stands in.
//!
//! Steps: gather the texts of a guide (`gather`), write each out without markup (`passage`), cut it by the
//! rules of Unicode (`segment`, `cut`), look each word up once (`vocabulary`, `lexicon`), and count what the
//! formulas need (`measure`).

mod cut;
mod gather;
mod lexicon;
mod measure;
mod passage;
mod place;
mod segment;
mod shape;
mod vocabulary;

pub(super) use cut::{Sentence, Word, normal};
pub(super) use gather::{Draft, Page, drafts, labels, rule_draft};
pub(super) use lexicon::{Found, Lexicon, List};
pub use measure::Score;
pub(super) use measure::{Counts, Scores, shown};
pub(super) use passage::{Linked, Part, Passage};
pub(super) use place::{fix, place};
pub(super) use shape::abbreviation;
pub(super) use vocabulary::Vocabulary;
