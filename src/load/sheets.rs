//! Sheet codes and chapter letters: unique, and in order.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::findings::{self, DUPLICATE_SHEET};
use crate::diag::Diagnostic;
use crate::model::{Chapter, Rule};
use crate::yaml::Reader;

/// Sheet codes in the order people expect: B3 before B10.
pub(super) fn sheet_order(rule: &Rule) -> (String, u32, String) {
    let code = &rule.sheet.value;
    let digits = code.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = &code[..code.len() - digits.len()];
    (letters.to_owned(), digits.parse().unwrap_or(0), rule.id.clone())
}

pub(super) fn check_sheets(rules: &[Arc<Rule>], chapters: &[Chapter], reader: &mut Reader) {
    let mut letters: BTreeMap<&str, &Chapter> = BTreeMap::new();
    for chapter in chapters.iter().filter(|chapter| !chapter.letter.value.is_empty()) {
        if let Some(first) = letters.insert(&chapter.letter.value, chapter) {
            let message = format!("two chapters have the letter `{}`", chapter.letter.value);
            let finding = Diagnostic::error(
                DUPLICATE_SHEET,
                chapter.letter.span,
                message,
                "give one of them another letter",
            );
            reader.findings.push(finding.label(first.letter.span, "first here"));
        }
    }
    let mut seen: BTreeMap<&str, &Rule> = BTreeMap::new();
    for rule in rules.iter().filter(|rule| !rule.sheet.value.is_empty()) {
        let sheet = &rule.sheet;
        let letter = &chapters[rule.chapter.get()].letter.value;
        let own = sheet.value.trim_end_matches(|c: char| c.is_ascii_digit());
        if !letter.is_empty() && own != letter {
            let help = format!("sheets of this chapter start with `{letter}`, the letter in chapter.yaml");
            let message = format!("sheet `{}` does not belong to this chapter", sheet.value);
            reader.findings.push(Diagnostic::error(findings::BAD_VALUE, sheet.span, message, help));
        }
        if let Some(first) = seen.insert(&sheet.value, rule) {
            let message = format!("two rules have sheet `{}`", sheet.value);
            let help = "give one of them the next free number; a sheet code that is in use stays";
            let finding = Diagnostic::error(DUPLICATE_SHEET, sheet.span, message, help);
            reader.findings.push(finding.label(first.sheet.span, "first here"));
        }
    }
}
