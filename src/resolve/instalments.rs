//! Paying back in parts: how much a month, how many months, and what is left for the last one.

use rust_decimal::{Decimal, RoundingStrategy};

/// A debt paid in equal parts, with the rest in the last month.
///
/// The amount a month is rounded down to whole cents: a bank moves no parts of a cent, and nobody is asked for more
/// than the share that the municipality decided. Of all plans that never ask for more than that, this is the
/// shortest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instalments {
    /// What is paid in each month but the last, in euro; the whole debt where one month is enough.
    pub monthly: Decimal,
    /// The number of months: a whole number, at least 1.
    pub months: Decimal,
    /// What is paid in the last month, in euro: more than 0, at most `monthly`.
    pub last: Decimal,
}

impl Instalments {
    /// The plan for a `debt` in whole cents, where `share` percent of `amount` is paid a month. There is none if
    /// nothing is to be paid, if the share comes to less than a cent, or if the numbers are too large to count with.
    #[must_use]
    pub fn of(debt: Decimal, amount: Decimal, share: Decimal) -> Option<Self> {
        let monthly = amount.checked_mul(share)?.checked_div(Decimal::ONE_HUNDRED)?;
        let monthly = monthly.round_dp_with_strategy(2, RoundingStrategy::ToNegativeInfinity).min(debt);
        if monthly <= Decimal::ZERO || debt.normalize().scale() > 2 {
            return None;
        }
        let full = debt.checked_div(monthly)?.floor();
        let rest = debt.checked_sub(full.checked_mul(monthly)?)?;
        let (months, last) = if rest.is_zero() { (full, monthly) } else { (full + Decimal::ONE, rest) };
        Some(Instalments { monthly, months, last })
    }
}
