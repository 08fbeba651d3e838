//! Counts and formulas of readability.
//!
//! Scores are for comparing texts with the house targets and with each other. They are not CEFR grades: no
//! formula has been validated against those levels. Syllables are counted by hyphenation patterns (`hypher`),
//! which never split off what may not stand alone on a line: a word can have one syllable more than is counted.

use hypher::Lang;
use rust_decimal::{Decimal, RoundingStrategy, dec};

use super::passage::{FACT, Passage};
use crate::locale::Targets;

/// What the formulas need of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Counts {
    /// Words; a fact counts as one.
    pub(crate) words: usize,
    /// Sentences that have words.
    pub(crate) sentences: usize,
    /// Syllables.
    pub(crate) syllables: usize,
    /// Words of more than six letters (LIX).
    pub(crate) long_words: usize,
    /// What OSMAN counts: long words of more than five letters, and syllables in its own way.
    pub(crate) osman: usize,
}

/// What one word adds to the counts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Measures {
    syllables: u32,
    long: bool,
    osman: u32,
}

impl Measures {
    /// Counts a word, of which `normal` is the normal form, in a language, which is a BCP 47 tag.
    pub(super) fn of(word: &str, normal: &str, language: &str) -> Self {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let arabic = language.split('-').next() == Some("ar");
        let osman = if arabic { usize::from(letters > 5) + osman_syllables(word) } else { 0 };
        // Files are limited to 1 MiB.
        let small = |count| u32::try_from(count).unwrap_or(u32::MAX);
        let syllables = small(syllables(normal, hyphenation(language)));
        Measures { syllables, long: letters > 6, osman: small(osman) }
    }
}

impl Counts {
    /// Counts a passage.
    pub(crate) fn of(passage: &Passage<'_>) -> Self {
        let sentences = passage.sentences.iter().filter(|sentence| !sentence.words.is_empty()).count();
        let mut counts = Counts { sentences, words: passage.words.len(), ..Counts::default() };
        for word in &passage.words {
            if passage.is_fact(word.start as usize) {
                counts.syllables += 1;
                continue;
            }
            let measures = word.known.measures;
            counts.long_words += usize::from(measures.long);
            counts.syllables += measures.syllables as usize;
            counts.osman += measures.osman as usize;
        }
        counts
    }

    /// Adds the counts of another text.
    pub(crate) fn add(&mut self, other: Counts) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.syllables += other.syllables;
        self.long_words += other.long_words;
        self.osman += other.osman;
    }

    /// Mean length of a sentence in words; 0 without sentences.
    pub(crate) fn mean_sentence(&self) -> Decimal {
        ratio(self.words, self.sentences)
    }
}

fn hyphenation(language: &str) -> Option<Lang> {
    let code = language.split('-').next()?.as_bytes();
    Lang::from_iso(code.try_into().ok()?)
}

/// Syllables of a word; without patterns for the language, one.
fn syllables(word: &str, lang: Option<Lang>) -> usize {
    if word.starts_with(FACT) || !word.starts_with(char::is_alphabetic) {
        return 1;
    }
    let Some(lang) = lang else { return 1 };
    // Compounds with a hyphen are hyphenated part by part; one letter may stand alone.
    word.split('-').map(|part| hypher::hyphenate_bounded(part, lang, 1, 1).count().max(1)).sum()
}

/// Syllables as OSMAN counts them (El-Haj & Rayson, LREC 2016): a short vowel sign is one, a double one and a
/// doubled letter are two. A word without signs has its letters without alef, less two.
fn osman_syllables(word: &str) -> usize {
    let signs: usize = word
        .chars()
        .map(|c| match c {
            '\u{64e}'..='\u{650}' => 1,
            '\u{64b}'..='\u{64d}' | '\u{651}' => 2,
            _ => 0,
        })
        .sum();
    if signs > 0 {
        return signs;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic() && !"اأإآ".contains(*c)).count();
    letters.saturating_sub(2).max(1)
}

fn ratio(a: usize, b: usize) -> Decimal {
    if b == 0 { Decimal::ZERO } else { Decimal::from(a) / Decimal::from(b) }
}

/// A score as it is shown: half a unit of the last place is rounded up.
pub(crate) fn shown(score: Decimal, places: u32) -> String {
    let rounded = score.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    format!("{rounded:.0$}", places as usize)
}

/// The formulas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scores {
    /// Mean length of a sentence in words.
    pub(crate) mean_sentence: Decimal,
    /// LIX = W/S + 100 L/W (Björnsson 1968). Lower is easier.
    pub(crate) lix: Decimal,
    /// Flesch-Douma = 206.835 - 0.93 W/S - 77 Y/W (Douma 1960), for Dutch. Higher is easier.
    pub(crate) flesch_douma: Option<Decimal>,
    /// Brouwer's Leesindex A = 195 - 2 W/S - 67 Y/W (Brouwer 1963), for Dutch. Higher is easier.
    pub(crate) brouwer: Option<Decimal>,
    /// Flesch Reading Ease = 206.835 - 1.015 W/S - 84.6 Y/W (Flesch 1948), for English. Higher is easier.
    pub(crate) flesch: Option<Decimal>,
    /// Flesch-Kincaid = 0.39 W/S + 11.8 Y/W - 15.59 (Kincaid 1975), for English: a US school grade.
    pub(crate) kincaid: Option<Decimal>,
    /// OSMAN = 200.791 - 1.015 W/S - 24.181 (C + Y + F + G)/W (El-Haj & Rayson 2016), for Arabic. Only for
    /// comparing texts: without vowel signs F and G are 0.
    pub(crate) osman: Option<Decimal>,
}

impl Scores {
    /// The formulas that there are for a language.
    pub(crate) fn of(counts: Counts, language: &str) -> Self {
        let sentence = counts.mean_sentence();
        let syllables = ratio(counts.syllables, counts.words);
        let primary = language.split('-').next().unwrap_or_default();
        let only = |tag: &str, score: Decimal| (primary == tag).then_some(score);
        Scores {
            mean_sentence: sentence,
            lix: sentence + dec!(100) * ratio(counts.long_words, counts.words),
            flesch_douma: only("nl", flesch_douma(sentence, syllables)),
            brouwer: only("nl", brouwer(sentence, syllables)),
            flesch: only("en", flesch(sentence, syllables)),
            kincaid: only("en", kincaid(sentence, syllables)),
            osman: only(
                "ar",
                dec!(200.791) - dec!(1.015) * sentence - dec!(24.181) * ratio(counts.osman, counts.words),
            ),
        }
    }

    /// The score of the language's own formula, or else the negative of LIX: higher is easier. Only for
    /// comparing texts of one language.
    pub(crate) fn ease(&self) -> Decimal {
        self.flesch_douma.or(self.flesch).or(self.osman).unwrap_or(-self.lix)
    }

    /// Every score that there is for the language, beside its house target.
    pub(crate) fn all(&self, targets: &Targets) -> Vec<Score> {
        let score = |name, least, value: Option<Decimal>, target: Option<Decimal>| {
            Some(Score { name, value: value?, target, least })
        };
        let all = [
            score("Flesch-Douma", true, self.flesch_douma, targets.flesch_douma),
            score("Brouwer", true, self.brouwer, None),
            score("Flesch Reading Ease", true, self.flesch, targets.flesch),
            score("Flesch-Kincaid", false, self.kincaid, targets.kincaid),
            score("OSMAN", true, self.osman, None),
            score("LIX", false, Some(self.lix), targets.lix),
        ];
        all.into_iter().flatten().collect()
    }

    /// The scores that miss a target.
    pub(crate) fn missed(&self, targets: &Targets) -> Vec<Score> {
        self.all(targets).into_iter().filter(|score| score.met() == Some(false)).collect()
    }
}

/// A figure of readability beside its house target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The formula; empty for the mean length of a sentence.
    pub name: &'static str,
    /// What the text has.
    pub value: Decimal,
    /// What it should have, where there is a target.
    pub target: Option<Decimal>,
    /// Whether the target is the least, as more is easier; otherwise it is the most.
    pub least: bool,
}

impl Score {
    /// Whether the target is met; nothing without a target.
    #[must_use]
    pub fn met(&self) -> Option<bool> {
        self.target.map(|target| if self.least { self.value >= target } else { self.value <= target })
    }
}

fn flesch_douma(sentence: Decimal, syllables: Decimal) -> Decimal {
    dec!(206.835) - dec!(0.93) * sentence - dec!(77) * syllables
}

fn brouwer(sentence: Decimal, syllables: Decimal) -> Decimal {
    dec!(195) - dec!(2) * sentence - dec!(67) * syllables
}

fn flesch(sentence: Decimal, syllables: Decimal) -> Decimal {
    dec!(206.835) - dec!(1.015) * sentence - dec!(84.6) * syllables
}

fn kincaid(sentence: Decimal, syllables: Decimal) -> Decimal {
    dec!(0.39) * sentence + dec!(11.8) * syllables - dec!(15.59)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 10 words a sentence, 1.5 syllables a word, one word in five longer than six letters.
    const VECTOR: Counts = Counts { words: 100, sentences: 10, syllables: 150, long_words: 20, osman: 0 };

    fn two(score: Option<Decimal>) -> String {
        shown(score.expect("a score"), 2)
    }

    #[test]
    fn formulas_give_the_published_figures() {
        let nl = Scores::of(VECTOR, "nl");
        assert_eq!((two(nl.flesch_douma), two(nl.brouwer)), ("82.04".to_owned(), "74.50".to_owned()));
        let en = Scores::of(VECTOR, "en-GB");
        assert_eq!((two(en.flesch), two(en.kincaid)), ("69.79".to_owned(), "6.01".to_owned()));
        assert_eq!(two(Some(Scores::of(VECTOR, "ar").lix)), "30.00");
        assert_eq!(nl.flesch, None, "each formula is for its own language");
    }

    #[test]
    fn syllables_of_words_whose_syllables_are_known() {
        let nl = hyphenation("nl");
        for (word, known) in
            [("auto", 2), ("uitkering", 3), ("gemeente", 3), ("u", 1), ("spaargeld", 2), ("wasmachine", 4)]
        {
            assert_eq!(syllables(word, nl), known, "{word}");
        }
        let en = hyphenation("en");
        for (word, known) in [("money", 2), ("report", 2), ("car", 1), ("municipality", 6), ("letter", 2)] {
            assert_eq!(syllables(word, en), known, "{word}");
        }
    }
}
