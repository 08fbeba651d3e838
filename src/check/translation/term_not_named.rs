//! `term-not-named`: an official word that a reader of a translation could not recognise in a Dutch letter.

use super::super::text::{Page, normal};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::Target;

pub(in super::super) struct TermNotNamed;

impl Lint for TermNotNamed {
    fn code(&self) -> Code {
        "term-not-named"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let library = context.library();
        let source = library.languages.source();
        if page.language == source || page.rule.is_none() {
            return Vec::new();
        }
        let mut findings = Vec::new();
        let mut done = Vec::new();
        for passage in &page.passages {
            for link in &passage.links {
                let Target::Term(ix) = link.target else { continue };
                let term = &library.terms[ix.get()];
                let Some(word) = term.word.get(source).filter(|_| term.in_brackets && !done.contains(ix)) else {
                    continue;
                };
                done.push(*ix);
                let names: Vec<String> =
                    term.in_letters.iter().cloned().chain([word.plain()]).map(|name| normal(&name)).collect();
                let named = page.passages.iter().any(|passage| bracketed(&passage.text, &names));
                if !named {
                    let message = format!("the page never gives the word from letters: `({})`", word.plain());
                    let help = "put the word of the source language in brackets once, after the translated word";
                    let span = context.place(passage, &link.range);
                    findings
                        .push(Diagnostic::warning(self.code(), span, message, help).label(word.span, "the word"));
                }
            }
        }
        findings
    }
}

/// Whether one of the names stands in brackets in a text.
fn bracketed(text: &str, names: &[String]) -> bool {
    let inside = text.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    inside.map(normal).any(|inside| names.iter().any(|name| inside.contains(name.as_str())))
}
