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
        let mean = page.judged().filter(|counts| counts.mean_sentence() > target);
        let report = |counts: Counts| {
            let message =
                format!("the sentences of this page have {} words on average", shown(counts.mean_sentence(), 1));
            let help = format!("shorten the longest sentences, until the average is at most {target}");
            Diagnostic::warning(self.code(), page.passages[0].span, message, help)
        };
        mean.map(report).into_iter().collect()
    }
}
