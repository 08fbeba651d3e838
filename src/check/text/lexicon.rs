//! The word lists of a language, arranged so that each word of a text is looked up once.

#![expect(clippy::disallowed_types, reason = "they are only looked up in, never walked: order cannot matter")]

use std::collections::{HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::cut::normal;
use super::passage::Passage;
use crate::locale::Plain;

/// A list of words or phrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum List {
    /// Hard words with a word that can stand in their place.
    Replace,
    /// Hard words that ask for another sentence.
    Rewrite,
    /// Words that accuse or threaten.
    Tone,
    /// Noun chains.
    Nominal,
    /// Words of money.
    Currency,
    /// Words of percentages.
    Percent,
    /// Numbers in words.
    Number,
    /// Days, weeks, months, years.
    Unit,
    /// A number and a unit in one word.
    Alone,
    /// What follows a number and a unit that are no term.
    NotBefore,
    /// What comes before them.
    NotAfter,
    /// Auxiliaries of the passive.
    Auxiliary,
    /// What looks like a participle and is none.
    NoParticiple,
    /// The commonest small words.
    Common,
}

/// A set of lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Lists(u16);

impl Lists {
    /// Whether a list is in it.
    pub(crate) fn has(self, list: List) -> bool {
        self.0 & (1 << list as u8) != 0
    }

    fn add(&mut self, list: List) {
        self.0 |= 1 << list as u8;
    }

    /// Whether one of some lists is in it.
    pub(crate) fn has_one(self, lists: &[List]) -> bool {
        lists.iter().any(|list| self.has(*list))
    }

    /// Adds those of another set.
    pub(super) fn join(&mut self, other: Lists) {
        self.0 |= other.0;
    }
}

/// What was found in a list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'l> {
    /// How many words it has.
    pub(crate) words: usize,
    /// The entry.
    pub(crate) entry: &'l str,
    /// What to write instead, if the list says so.
    pub(crate) instead: &'l str,
    /// Letters of the first word that are no part of the entry, such as "and" in Arabic.
    pub(crate) prefix: usize,
}

/// A place in a text where a phrase may begin: its first word stands there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    /// By number in the lexicon.
    phrase: u32,
    list: List,
    /// Letters of the word that are no part of the phrase.
    prefix: u32,
}

#[derive(Debug)]
struct Phrase<'p> {
    list: List,
    words: Vec<Pattern>,
    entry: &'p str,
    instead: &'p str,
}

/// A word of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Pattern {
    Whole(String),
    /// Letters at the start and letters at the end, with any between.
    Open(String, String),
}

impl Pattern {
    fn of(word: &str) -> Self {
        match word.split_once('*') {
            Some((start, end)) => Pattern::Open(normal(start), normal(end.trim_start_matches('*'))),
            None => Pattern::Whole(normal(word.trim_end_matches('.'))),
        }
    }

    fn fits(&self, word: &str) -> bool {
        match self {
            Pattern::Whole(whole) => whole == word,
            Pattern::Open(start, end) => {
                word.len() >= start.len() + end.len()
                    && word.starts_with(start.as_str())
                    && word.ends_with(end.as_str())
            }
        }
    }
}

/// The word lists of one language.
#[derive(Debug)]
pub(crate) struct Lexicon<'p> {
    /// The lists as they were read.
    pub(crate) plain: &'p Plain,
    phrases: Vec<Phrase<'p>>,
    /// Phrases by their first word.
    first: HashMap<String, Vec<u32>, FxBuildHasher>,
    /// Phrases with an open first word.
    open: Vec<u32>,
    /// The commonest words.
    common: HashSet<String, FxBuildHasher>,
    prefixes: Vec<String>,
    participles: Vec<Pattern>,
    /// Words of links that do not say where they lead, in their normal form.
    pub(crate) link_texts: Vec<String>,
}

impl<'p> Lexicon<'p> {
    pub(crate) fn of(plain: &'p Plain) -> Self {
        let mut lexicon = Lexicon {
            plain,
            phrases: Vec::new(),
            first: HashMap::default(),
            open: Vec::new(),
            common: HashSet::default(),
            prefixes: plain.prefixes.iter().map(|prefix| normal(prefix)).collect(),
            link_texts: plain.link_texts.iter().map(|text| normal(text)).collect(),
            participles: plain.passive.participle.iter().map(|word| Pattern::of(word)).collect(),
        };
        // Longest first: `وال` before `و`.
        lexicon.prefixes.sort_by_key(|prefix| std::cmp::Reverse(prefix.len()));
        let amounts = &plain.amounts;
        for (list, pairs) in
            [(List::Replace, &plain.replace), (List::Rewrite, &plain.rewrite), (List::Tone, &plain.tone)]
        {
            pairs.iter().for_each(|(entry, instead)| lexicon.add(list, entry, instead));
        }
        let sets = [
            (List::Nominal, &plain.nominal),
            (List::Currency, &amounts.currency),
            (List::Percent, &amounts.percent),
            (List::Number, &amounts.number_words),
            (List::Unit, &amounts.units),
            (List::Alone, &amounts.alone),
            (List::NotBefore, &amounts.not_before),
            (List::NotAfter, &amounts.not_after),
            (List::Auxiliary, &plain.passive.with),
            (List::NoParticiple, &plain.passive.except),
            (List::Common, &plain.common),
        ];
        for (list, set) in sets {
            set.iter().for_each(|entry| lexicon.add(list, entry, ""));
        }
        lexicon
    }

    fn add(&mut self, list: List, entry: &'p str, instead: &'p str) {
        let words: Vec<Pattern> = entry.split_whitespace().map(Pattern::of).collect();
        let number = u32::try_from(self.phrases.len()).unwrap_or(u32::MAX);
        match words.first() {
            Some(Pattern::Whole(word)) => {
                self.first.entry(word.clone()).or_default().push(number);
                if list == List::Common {
                    self.common.insert(word.clone());
                }
            }
            Some(Pattern::Open(..)) => self.open.push(number),
            None => return,
        }
        self.phrases.push(Phrase { list, words, entry, instead });
    }

    /// The phrases that may begin with a word, with or without letters written onto it, and their lists.
    pub(super) fn starts(&self, word: &str) -> (Lists, Vec<Start>) {
        let letters = word.chars().count();
        let rests = self.without_prefix(word).map(|rest| (rest, letters - rest.chars().count()));
        let mut lists = Lists::default();
        let mut starts = Vec::new();
        for (form, prefix) in std::iter::once((word, 0)).chain(rests) {
            let whole = self.first.get(form).into_iter().flatten();
            let open = self.open.iter().filter(|phrase| self.phrases[**phrase as usize].words[0].fits(form));
            // Letters that are written onto an open word are letters of it.
            let own = whole.clone().chain(open.clone().filter(|_| prefix == 0));
            own.for_each(|phrase| lists.add(self.phrases[*phrase as usize].list));
            let prefix = u32::try_from(prefix).unwrap_or(u32::MAX);
            starts.extend(whole.chain(open).map(|phrase| Start {
                phrase: *phrase,
                list: self.phrases[*phrase as usize].list,
                prefix,
            }));
        }
        starts.retain(|start| lists.has(start.list));
        (lists, starts)
    }

    /// What is left of a word without each prefix that it starts with; short rests are words of their own.
    fn without_prefix<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let rests = self.prefixes.iter().filter_map(move |prefix| word.strip_prefix(prefix.as_str()));
        rests.filter(|rest| rest.chars().count() >= 3)
    }

    /// The longest phrase of a list that starts at a word; of two that are equally long, the one with more of the word.
    pub(crate) fn find(&self, list: List, passage: &Passage<'_>, at: usize) -> Option<Found<'_>> {
        passage.words.get(at).filter(|word| word.known.lists.has(list))?;
        let mut best: Option<(Start, &Phrase<'_>)> = None;
        for start in passage.starts(at).filter(|start| start.list == list) {
            let phrase = &self.phrases[start.phrase as usize];
            let longer = best.is_none_or(|(other, best)| {
                let (words, most) = (phrase.words.len(), best.words.len());
                words > most || (words == most && start.prefix == other.prefix)
            });
            if longer && goes_on(phrase, passage, at) {
                best = Some((start, phrase));
            }
        }
        let (start, phrase) = best?;
        let words = phrase.words.len();
        Some(Found { words, entry: phrase.entry, instead: phrase.instead, prefix: start.prefix as usize })
    }

    /// Whether a word, in its normal form, is one of the language's commonest.
    pub(crate) fn is_common(&self, word: &str) -> bool {
        self.common.contains(word)
    }

    /// Whether a word is in a list by itself.
    pub(crate) fn is(&self, list: List, passage: &Passage<'_>, at: usize) -> bool {
        self.find(list, passage, at).is_some()
    }

    /// Whether a word can be the participle of a passive.
    pub(crate) fn is_participle(&self, passage: &Passage<'_>, at: usize) -> bool {
        let Some(word) = passage.words.get(at) else { return false };
        let word = passage.normal(word);
        self.participles.iter().any(|pattern| pattern.fits(word)) && !self.is(List::NoParticiple, passage, at)
    }
}

/// Whether the words of a text go on as a phrase does whose first word stands at a place.
fn goes_on(phrase: &Phrase<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let Some(words) = passage.words.get(at..at + phrase.words.len()) else { return false };
    let same = phrase.words.iter().zip(words).skip(1).all(|(pattern, word)| pattern.fits(passage.normal(word)));
    same && words.windows(2).all(|pair| {
        let between = &passage.text[pair[0].end as usize..pair[1].start as usize];
        between.chars().all(|c| c.is_whitespace() && c != '\n')
    })
}
