//! `unmarked-language`: a sentence in another language than the page's, which a screen reader would mispronounce.

use std::borrow::Cow;
use std::cell::{LazyCell, OnceCell};

use whatlang::{Detector, Lang, Script, detect_script};

use super::super::text::{Page, Passage, Sentence, Word};
use super::super::{Context, Lint};
use crate::diag::{Code, Diagnostic, Severity};

pub(in super::super) struct UnmarkedLanguage;

impl Lint for UnmarkedLanguage {
    fn code(&self) -> Code {
        "unmarked-language"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self, context: &Context<'_>, page: &Page<'_>) -> Vec<Diagnostic> {
        let languages = &context.library().languages;
        let Some(own) = lang(context.tag(page.language)) else { return Vec::new() };
        let known = OnceCell::new();
        let known = || {
            known.get_or_init(|| languages.iter().filter_map(|(i, tag)| Some((lang(tag)?, i))).collect::<Vec<_>>())
        };
        // Beside Latin letters no other language of most guides is written in.
        let latin = |lang: &Lang| Script::Latin.langs().contains(lang);
        let others_are_latin =
            LazyCell::new(|| !latin(&own) && known().iter().all(|(lang, _)| *lang == own || latin(lang)));
        let may_differ = |text: &str| !*others_are_latin || text.contains(|c: char| c.is_ascii_alphabetic());
        let prose = page.passages.iter().filter(|passage| passage.part.is_prose());
        let sentences =
            prose.flat_map(|passage| passage.sentences.iter().map(move |sentence| (passage, sentence)));
        let report = |(passage, sentence): (&Passage<'_>, &Sentence)| {
            let common = |language: usize| {
                let words = passage.words_of(sentence).iter();
                words.filter(|word| context.lexicons[language].is_common(passage.normal(word))).count()
            };
            let words = passage.words_of(sentence);
            let mine = words.iter().filter(|word| word.known.common).count();
            if words.len() < LEAST_WORDS || mine > MOST_OWN {
                return None;
            }
            // Telling languages apart by their letters takes long: not where the script or the small words settle it.
            if !may_differ(&passage.text[sentence.range.clone()]) {
                return None;
            }
            let text = outside_brackets(&passage.text[sentence.range.clone()]);
            let script = detect_script(&text)?;
            let rivals: Vec<&(Lang, usize)> =
                known().iter().filter(|(lang, _)| *lang != own && script.langs().contains(lang)).collect();
            let possible = !script.langs().contains(&own)
                || mine == 0
                || rivals.iter().any(|(_, language)| common(*language) >= LEAST_COMMON + 2 * mine);
            if rivals.is_empty() || !possible {
                return None;
            }
            let detector = Detector::with_allowlist(known().iter().map(|(lang, _)| *lang).collect());
            let found = detector.detect(&text)?;
            let (_, other) = known().iter().find(|(lang, _)| *lang == found.lang() && *lang != own)?;
            let other_script = !found.script().langs().contains(&own);
            // A name in another script is no sentence in another language.
            if other_script && in_script_of(own, passage, sentence) {
                return None;
            }
            // Small words that two languages share must not hide a whole sentence ("we" in Dutch and English).
            let theirs = common(*other);
            let sure = match mine {
                0 => other_script || theirs >= LEAST_COMMON || found.confidence() >= LEAST_CONFIDENCE,
                mine => other_script || theirs >= LEAST_COMMON + 2 * mine,
            };
            let (tag, wanted) = (context.tag(*other), context.tag(page.language));
            let message = format!("this sentence seems to be in another language: `{tag}`");
            let help = format!("write it in `{wanted}`; a screen reader reads it as that");
            let span = context.place(passage, &sentence.range);
            sure.then(|| Diagnostic::warning(self.code(), span, message, help))
        };
        sentences.filter_map(report).collect()
    }
}

/// With fewer words a language cannot be told reliably: names and borrowed words decide.
const LEAST_WORDS: usize = 6;
/// With more of the page's own commonest words it is the page's language.
const MOST_OWN: usize = 1;
/// So many of a language's commonest words and none of the page's own language are proof enough.
const LEAST_COMMON: usize = 2;
/// Otherwise the detector must be as sure as this, from 0 to 1. Of 633 sentences of good Dutch and English the
/// highest it gave to the other language was 0.43.
const LEAST_CONFIDENCE: f64 = 0.5;

/// Whether at least a third of a sentence's words are in the script of a language.
fn in_script_of(own: Lang, passage: &Passage<'_>, sentence: &Sentence) -> bool {
    let words = passage.words_of(sentence);
    let is_own =
        |word: &&Word| detect_script(passage.word(word)).is_some_and(|script| script.langs().contains(&own));
    words.iter().filter(is_own).count() * 3 >= words.len()
}

/// A sentence without what stands in brackets: official Dutch words stand there in every language.
fn outside_brackets(sentence: &str) -> Cow<'_, str> {
    if !sentence.contains(['(', ')']) {
        return Cow::Borrowed(sentence);
    }
    let mut depth = 0_usize;
    let mut keep = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    sentence.chars().filter(|c| keep(*c)).collect()
}

/// The detector's name (ISO 639-3) of a language tag (BCP 47, ISO 639-1); nothing for a language it does not know.
fn lang(tag: &str) -> Option<Lang> {
    const CODES: [(&str, &str); 22] = [
        ("ar", "ara"),
        ("bg", "bul"),
        ("cs", "ces"),
        ("de", "deu"),
        ("en", "eng"),
        ("es", "spa"),
        ("fa", "pes"),
        ("fr", "fra"),
        ("he", "heb"),
        ("hu", "hun"),
        ("it", "ita"),
        ("nl", "nld"),
        ("pl", "pol"),
        ("pt", "por"),
        ("ro", "ron"),
        ("ru", "rus"),
        ("sv", "swe"),
        ("th", "tha"),
        ("tr", "tur"),
        ("uk", "ukr"),
        ("ur", "urd"),
        ("zh", "cmn"),
    ];
    let primary = tag.split('-').next()?;
    let (_, code) = CODES.iter().find(|(short, _)| *short == primary)?;
    Lang::from_code(*code)
}
