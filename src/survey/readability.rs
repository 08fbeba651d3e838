//! How hard rules are to read, the hardest first.

use std::cmp::Ordering;

use super::{GuideOrder, Subject};
use crate::check::{Reading, readings};

/// The rules of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct LanguageReadings {
    /// The language.
    pub language: usize,
    /// The hardest first, by the language's own formula; pages that are too short to be judged come last.
    pub pages: Vec<Reading>,
}

impl LanguageReadings {
    /// How many pages are long enough to be judged, and how many of these miss a target.
    #[must_use]
    pub fn judged_and_missed(&self) -> (usize, usize) {
        let of = |met: Option<bool>| self.pages.iter().filter(|page| page.met() == met).count();
        (of(Some(true)) + of(Some(false)), of(Some(false)))
    }
}

pub(super) fn readability(subject: Subject<'_>) -> Vec<LanguageReadings> {
    let order = GuideOrder::of(subject.library);
    let all = readings(subject.library, subject.plain);
    let languages = subject.library.languages.iter().map(|(language, _)| {
        let mut pages: Vec<Reading> = all.iter().filter(|page| page.language == language).cloned().collect();
        pages.sort_by(|a, b| harder(a, b).then_with(|| order.place(a.rule).cmp(&order.place(b.rule))));
        LanguageReadings { language, pages }
    });
    languages.filter(|language| !language.pages.is_empty()).collect()
}

/// The harder page first.
fn harder(a: &Reading, b: &Reading) -> Ordering {
    let by_formula = match (a.scores.first(), b.scores.first()) {
        (Some(a), Some(b)) if a.least => a.value.cmp(&b.value),
        (Some(a), Some(b)) => b.value.cmp(&a.value),
        _ => Ordering::Equal,
    };
    b.judged.cmp(&a.judged).then(by_formula)
}
