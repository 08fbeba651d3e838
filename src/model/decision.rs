//! Decision guides: a few questions that lead a reader to what to do.

use super::{Ix, PerLanguage, Rule, Segment, Within};
use crate::source::Spanned;

/// Questions with answers; each answer leads to another question or to an end.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Name of its file, without the ending.
    pub id: String,
    /// What it helps to decide.
    pub title: PerLanguage<Segment>,
    /// What the reader can expect, in a sentence or two.
    pub introduction: PerLanguage<Segment>,
    /// The questions; the first is where everybody starts. No way through them comes back to the same question.
    pub questions: Vec<Question>,
    /// The ends.
    pub ends: Vec<End>,
}

/// A question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Identifier, unlike that of any other question or end of the decision.
    pub id: Spanned<String>,
    /// The question.
    pub text: PerLanguage<Segment>,
    /// What helps to answer it; in no language where nothing is needed.
    pub about: PerLanguage<Segment>,
    /// The answers to choose from.
    pub answers: Vec<Answer>,
}

/// An answer to a question.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Identifier among the answers to its question.
    pub id: Spanned<String>,
    /// The answer, in the words of the reader.
    pub text: PerLanguage<Segment>,
    /// Where it leads.
    pub to: Step,
}

/// Where an answer leads, by position in the decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To another question.
    Question(usize),
    /// To an end.
    End(usize),
}

/// An end: what to do, by when, and who helps.
#[derive(Debug, Clone)]
pub struct End {
    /// Identifier, unlike that of any other question or end of the decision.
    pub id: Spanned<String>,
    /// What to do, in a few words.
    pub title: PerLanguage<Segment>,
    /// What to do.
    pub action: PerLanguage<Segment>,
    /// By when; nothing where there is no term.
    pub within: Option<Spanned<Within>>,
    /// From when that counts; in no language where nothing needs to be said.
    pub counts_from: PerLanguage<Segment>,
    /// Who helps, in this order.
    pub help: Vec<Helper>,
    /// The rules to read.
    pub rules: Vec<Ix<Rule>>,
}

/// Somebody who helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Helper {
    /// The municipality itself.
    Contact,
    /// Independent support.
    Support,
    /// The ombudsman.
    Ombudsman,
}

impl Helper {
    /// As written in the file.
    pub const ALL: [(&'static str, Helper); 3] =
        [("contact", Helper::Contact), ("support", Helper::Support), ("ombudsman", Helper::Ombudsman)];
}

impl Decision {
    /// The rules that its ends name, each once.
    #[must_use]
    pub fn rules(&self) -> Vec<Ix<Rule>> {
        let mut rules: Vec<Ix<Rule>> = self.ends.iter().flat_map(|end| end.rules.iter().copied()).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    }
}
