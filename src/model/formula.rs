//! Formulas: facts computed from other facts, exact in base ten.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Fact, Ix};
use crate::source::Span;

/// How a result is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Halves away from zero, as amounts are usually rounded.
    HalfUp,
    /// Halves to the even neighbour.
    HalfEven,
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
}

impl Rounding {
    /// As written in `facts.yaml`, in order.
    pub const ALL: [(&'static str, Rounding); 4] = [
        ("half-up", Rounding::HalfUp),
        ("half-even", Rounding::HalfEven),
        ("up", Rounding::Up),
        ("down", Rounding::Down),
    ];

    /// Rounds `value` to a multiple of `step` (greater than zero). Nothing when the numbers grow too large.
    #[must_use]
    pub fn apply(self, value: Decimal, step: Decimal) -> Option<Decimal> {
        let strategy = match self {
            Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Rounding::HalfEven => RoundingStrategy::MidpointNearestEven,
            Rounding::Up => RoundingStrategy::AwayFromZero,
            Rounding::Down => RoundingStrategy::ToZero,
        };
        value.checked_div(step)?.round_dp_with_strategy(0, strategy).checked_mul(step)
    }
}

/// One operation of a formula in reverse Polish order: values are pushed, an operator takes two.
#[derive(Debug, Clone, PartialEq)]
pub enum Operation {
    /// Push a number.
    Number(Decimal),
    /// Push the value of a fact.
    Fact(Ix<Fact>, Span),
    /// Add.
    Add,
    /// Subtract.
    Subtract,
    /// Multiply.
    Multiply,
    /// Divide.
    Divide,
}

/// A formula with its rounding.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// Operations in reverse Polish order, well-formed by construction.
    pub operations: Vec<Operation>,
    /// Results are multiples of this.
    pub step: Decimal,
    /// How results are rounded.
    pub rounding: Rounding,
    /// Where it stands.
    pub span: Span,
}

impl Formula {
    /// The facts it needs.
    pub fn needs(&self) -> impl Iterator<Item = (Ix<Fact>, Span)> {
        self.operations.iter().filter_map(|operation| match operation {
            Operation::Fact(fact, span) => Some((*fact, *span)),
            _ => None,
        })
    }

    /// The result before rounding, with `value` giving the value of a fact. Nothing when a value is missing, a
    /// divisor is zero, or a number grows beyond 28 digits.
    pub fn evaluate(&self, mut value: impl FnMut(Ix<Fact>) -> Option<Decimal>) -> Option<Decimal> {
        let mut stack: Vec<Decimal> = Vec::new();
        for operation in &self.operations {
            let result = match operation {
                Operation::Number(number) => *number,
                Operation::Fact(fact, _) => value(*fact)?,
                binary => {
                    let (right, left) = (stack.pop()?, stack.pop()?);
                    match binary {
                        Operation::Add => left.checked_add(right)?,
                        Operation::Subtract => left.checked_sub(right)?,
                        Operation::Multiply => left.checked_mul(right)?,
                        _ => left.checked_div(right)?,
                    }
                }
            };
            stack.push(result);
        }
        stack.pop()
    }
}
