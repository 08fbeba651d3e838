//! `harder-than-others`: a page that stands out among the pages of its language.
//!
//! For Arabic this is all that a score can be used for: OSMAN compares texts, it has no scale that was tested.

use rust_decimal::Decimal;

use super::super::text::{Scores, shown};
use super::super::{Context, Lint, Measured};
use crate::diag::{Code, Diagnostic, Severity};
use crate::source::Span;

pub(in super::super) struct HarderThanOthers;

/// How many standard deviations from the mean a page must be.
const DEVIATIONS: Decimal = Decimal::TWO;
/// Among fewer pages none can be said to stand out.
const LEAST_PAGES: usize = 8;

impl Lint for HarderThanOthers {
    fn code(&self) -> Code {
        "harder-than-others"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn compare(&self, context: &Context<'_>, pages: &[Measured]) -> Vec<Diagnostic> {
        let languages = context.library().languages.iter();
        let report = languages.flat_map(|(language, tag)| {
            let own = pages.iter().filter(|page| page.language == language);
            let scored: Vec<(Span, Decimal)> =
                own.map(|page| (page.span, Scores::of(page.counts, tag).ease())).collect();
            outliers(&scored).into_iter().map(|(span, score, mean)| {
                let message = format!(
                    "this page is much harder to read than the others: {} against {} on average",
                    shown(score, 1),
                    shown(mean, 1)
                );
                let help = "look for its longest sentences and words; the figures only compare these pages";
                Diagnostic::warning(self.code(), span, message, help)
            })
        });
        report.collect()
    }
}

/// The pages whose score is far below the mean, with the mean.
fn outliers(scored: &[(Span, Decimal)]) -> Vec<(Span, Decimal, Decimal)> {
    if scored.len() < LEAST_PAGES {
        return Vec::new();
    }
    let count = Decimal::from(scored.len());
    let mean = scored.iter().map(|(_, score)| *score).sum::<Decimal>() / count;
    let square = |score: Decimal| (score - mean) * (score - mean);
    let variance = scored.iter().map(|(_, score)| square(*score)).sum::<Decimal>() / count;
    // Squares instead of a root: the same comparison, exactly.
    let far = |score: Decimal| score < mean && square(score) > DEVIATIONS * DEVIATIONS * variance;
    let far = |score: Decimal| variance > Decimal::ONE && far(score);
    scored.iter().filter(|(_, score)| far(*score)).map(|(span, score)| (*span, *score, mean)).collect()
}
