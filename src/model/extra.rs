//! What a guide can have beside its rules: a card for the wallet, and a table of repayments.

use rust_decimal::Decimal;

use super::{Fact, Ix, PerLanguage, Rule, Segment};
use crate::source::Spanned;

/// A line of the wallet card: one term that matters, in a short sentence.
#[derive(Debug, Clone)]
pub struct CardLine {
    /// The term: a fact that is a length of time or a date.
    pub fact: Spanned<Ix<Fact>>,
    /// The sentence, with the fact in it.
    pub text: PerLanguage<Segment>,
}

/// What the table of repayments is computed from.
#[derive(Debug, Clone)]
pub struct Repayment {
    /// The part that is paid a month: a fact of kind percent.
    pub share: Spanned<Ix<Fact>>,
    /// The amounts that it is a part of, each with a table of its own: facts of kind money.
    pub of: Vec<Spanned<Ix<Fact>>>,
    /// The debts in the table, in euro: more than 0, in whole cents, from low to high.
    pub debts: Vec<Decimal>,
    /// The rule that says when and why money is paid back.
    pub rule: Option<Ix<Rule>>,
    /// What the table shows, in a sentence or two.
    pub introduction: PerLanguage<Segment>,
    /// What can make a debt larger, and how to prevent it; in no language where nothing needs to be said.
    pub warning: PerLanguage<Segment>,
}
