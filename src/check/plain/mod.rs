//! Plain language: what a reader who reads with difficulty stumbles over.

mod amount_in_text;
mod hard_to_read;
mod hard_word;
mod link_text;
mod long_answer;
mod long_mean_sentence;
mod long_paragraph;
mod long_sentence;
mod long_title;
mod nominal_style;
mod number;
mod passive;
mod term_in_text;
mod tone_word;
mod unexplained_abbreviation;
mod very_long_sentence;

use super::Lint;
pub(super) use long_mean_sentence::{LEAST_SENTENCES, prose};

pub(super) const LINTS: &[&dyn Lint] = &[
    &amount_in_text::AmountInText,
    &hard_to_read::HardToRead,
    &hard_word::HardWord,
    &link_text::LinkText,
    &long_answer::LongAnswer,
    &long_mean_sentence::LongMeanSentence,
    &long_paragraph::LongParagraph,
    &long_sentence::LongSentence,
    &long_title::LongTitle,
    &nominal_style::NominalStyle,
    &passive::Passive,
    &term_in_text::TermInText,
    &tone_word::ToneWord,
    &unexplained_abbreviation::UnexplainedAbbreviation,
    &very_long_sentence::VeryLongSentence,
];
