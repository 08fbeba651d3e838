//! `long-mean-sentence`: a page whose sentences are long on the whole.

use super::super::text::{Counts, Page, shown};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct LongMeanSentence;

impl Lint for LongMeanSentence {
    fn code(&self) -> Code {
        "long-mean-sentence"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let target = context.lexicon(page).plain.targets.mean_sentence;
        let mean = counts(page, context).filter(|counts| counts.mean_sentence() > target);
        let report = |counts: Counts| {
            let message =
                format!("the sentences of this page have {} words on average", shown(counts.mean_sentence(), 1));
            let help = format!("shorten the longest sentences, until the average is at most {target}");
            Diagnostic::warning(self.code(), page.passages[0].span, message, help)
        };
        mean.map(report).into_iter().collect()
    }
}

/// A mean of a few sentences says nothing about a page.
pub(in super::super) const LEAST_SENTENCES: usize = 8;

/// The counts of a rule's page; nothing for a page that is too short to be judged as a whole.
pub(super) fn counts(page: &Page<'_>, context: &Context<'_>) -> Option<Counts> {
    page.whole_rule()?;
    let counts = prose(page, context.tag(page.language));
    (counts.sentences >= LEAST_SENTENCES && !page.passages.is_empty()).then_some(counts)
}

/// The counts of everything on a page that is written in sentences.
pub(in super::super) fn prose(page: &Page<'_>, language: &str) -> Counts {
    let mut counts = Counts::default();
    for passage in page.passages.iter().filter(|passage| passage.part.is_prose()) {
        counts.add(Counts::of(passage, language));
    }
    counts
}
