//! `hard-word`: a word that readers stumble over, where a plainer one is known.

use std::cell::OnceCell;
use std::ops::Range;

use super::super::text::{Found, List, Page, Part, Passage, normal};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::Target;

pub(in super::super) struct HardWord;

impl Lint for HardWord {
    fn code(&self) -> Code {
        "hard-word"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let report = |(list, passage, range, found): (List, &Passage<'_>, Range<usize>, Found<'_>)| {
            let word = &passage.text[range.clone()];
            let span = context.place(passage, &range);
            let message = format!("`{word}` is a hard word");
            if list == List::Replace {
                let plain = like(word, found.instead);
                let finding = Diagnostic::warning(self.code(), span, message, format!("write `{plain}`"));
                return match context.fix(passage, &range, plain) {
                    Some(fix) => finding.fixed_by(fix),
                    None => finding,
                };
            }
            let help = format!("write the sentence anew, with `{}`", found.instead);
            Diagnostic::warning(self.code(), span, message, help)
        };
        listed(context, page, &[List::Replace, List::Rewrite]).into_iter().map(report).collect()
    }
}

/// Every place where words of some lists stand on a page. Words of the glossary that the page explains are
/// left out, and the glossary's own words.
pub(super) fn listed<'p>(
    context: &'p Context<'_>,
    page: &'p Page<'_>,
    lists: &[List],
) -> Vec<(List, &'p Passage<'p>, Range<usize>, Found<'p>)> {
    let lexicon = context.lexicon(page);
    let explained = OnceCell::new();
    let explained = || explained.get_or_init(|| self::explained(context, page));
    let mut all = Vec::new();
    for passage in page.passages.iter().filter(|passage| passage.part != Part::Term) {
        if !lists.iter().any(|list| passage.has(*list)) {
            continue;
        }
        let mut at = 0;
        while at < passage.words.len() {
            if !passage.words[at].known.lists.has_one(lists) {
                at += 1;
                continue;
            }
            let found = lists.iter().filter_map(|list| Some((*list, lexicon.find(*list, passage, at)?)));
            let Some((list, found)) = found.max_by_key(|(_, found)| found.words) else {
                at += 1;
                continue;
            };
            let mut range = passage.range(at..at + found.words);
            let prefix = passage.text[range.clone()].chars().take(found.prefix).map(char::len_utf8).sum::<usize>();
            range.start += prefix;
            // The full stop of an abbreviation is no part of the word as Unicode cuts it.
            range.end += usize::from(found.entry.ends_with('.') && passage.text[range.end..].starts_with('.'));
            let term = passage.link_at(&range).is_some_and(|link| matches!(link.target, Target::Term(_)));
            if !term && !explained().contains(&normal(&passage.text[range.clone()])) {
                all.push((list, passage, range, found));
            }
            at += found.words;
        }
    }
    all
}

fn explained(context: &Context<'_>, page: &Page<'_>) -> Vec<String> {
    let words = page.terms.iter().filter_map(|term| context.library().terms[term.get()].word.get(page.language));
    words.map(|segment| normal(&segment.plain())).collect()
}

/// `plain` with a capital where `word` has one.
fn like(word: &str, plain: &str) -> String {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let mut letters = plain.chars();
    match letters.next() {
        Some(first) if capital => first.to_uppercase().chain(letters).collect(),
        _ => plain.to_owned(),
    }
}
