//! `passive`: a sentence that does not say who does it.

use super::super::text::{List, Page, Passage, Sentence};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct Passive;

impl Lint for Passive {
    fn code(&self) -> Code {
        "passive"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let prose = page.passages.iter().filter(|passage| passage.part.is_prose() && passage.has(List::Auxiliary));
        let sentences =
            prose.flat_map(|passage| passage.sentences.iter().map(move |sentence| (passage, sentence)));
        let report = |(passage, sentence): (&Passage<'_>, &Sentence)| {
            let words = first(context, page, passage, sentence)?;
            let message = "this sentence does not say who does it";
            let help = "begin with who does it: `we pay`, `you send`";
            let span = context.place(passage, &passage.range(words));
            Some(Diagnostic::warning(self.code(), span, message, help))
        };
        sentences.filter_map(report).collect()
    }
}

/// The first passive of a sentence: its words from the auxiliary to the participle.
fn first(
    context: &Context<'_>,
    page: &Page<'_>,
    passage: &Passage<'_>,
    sentence: &Sentence,
) -> Option<std::ops::Range<usize>> {
    let lexicon = context.lexicon(page);
    let reach = lexicon.plain.passive.reach;
    sentence.words.clone().find_map(|at| {
        let found = lexicon.find(List::Auxiliary, passage, at)?;
        let after = at + found.words;
        let last = sentence.words.end.min(after + reach);
        let participle = (after..last).find(|i| lexicon.is_participle(passage, *i))?;
        // A comma or a colon between the two: they belong to different clauses.
        let between = &passage.text[passage.range(at..participle + 1)];
        (!between.contains([',', '،', ':', ';', '؛', '('])).then_some(at..participle + 1)
    })
}
