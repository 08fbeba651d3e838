//! `plain.yaml`: what counts as plain language in one language, as data.
//!
//! The built-in file is read first; a project's own `locales/<language>/plain.yaml` comes on top of it: its
//! entries are added, an entry of the same words replaces, and `null` takes one out.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::diag::Diagnostic;
use crate::model::Languages;
use crate::source::SourceTree;
use crate::yaml::{Fields, Node, NodeKind, Reader, YamlText, parse_or_empty};

/// Word lists and house targets of one language. Words and phrases are in lower case; `*` at the start or the
/// end of a word stands for any letters.
#[derive(Debug, Clone, PartialEq)]
pub struct Plain {
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// Hard words and what can stand in their place as it is.
    pub replace: BTreeMap<String, String>,
    /// Hard words and what to write instead; the sentence has to be written anew.
    pub rewrite: BTreeMap<String, String>,
    /// Words that accuse or threaten, and what to say instead.
    pub tone: BTreeMap<String, String>,
    /// Texts of links that say nothing when they are read alone.
    pub link_texts: BTreeSet<String>,
    /// Abbreviations that everybody knows.
    pub abbreviations: BTreeSet<String>,
    /// The commonest small words, which hardly any sentence does without.
    pub common: BTreeSet<String>,
    /// How amounts and terms are written in running text.
    pub amounts: Amounts,
    /// How a passive is recognised.
    pub passive: Passive,
    /// Chains of nouns that should be a verb.
    pub nominal: BTreeSet<String>,
    /// Letters that are written onto the next word.
    pub prefixes: BTreeSet<String>,
    /// House targets.
    pub targets: Targets,
}

/// Words around amounts and terms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amounts {
    /// Words and signs of money.
    pub currency: BTreeSet<String>,
    /// Words and signs of percentages.
    pub percent: BTreeSet<String>,
    /// Numbers in words.
    pub number_words: BTreeSet<String>,
    /// Days, weeks, months, years.
    pub units: BTreeSet<String>,
    /// Single words that are a number and a unit.
    pub alone: BTreeSet<String>,
    /// What follows a number and a unit that are no term ("three years old").
    pub not_before: BTreeSet<String>,
    /// What stands before a number and a unit that are no term.
    pub not_after: BTreeSet<String>,
}

/// A passive: one of `with`, and within `reach` words of the same sentence a participle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passive {
    /// Auxiliaries.
    pub with: BTreeSet<String>,
    /// Participles.
    pub participle: BTreeSet<String>,
    /// Words that look like a participle and are none.
    pub except: BTreeSet<String>,
    /// How many words after the auxiliary the participle may stand.
    pub reach: usize,
}

/// House targets. Lengths of sentences, paragraphs and answers in words; titles in characters.
///
/// They are not grades: no formula has been validated against CEFR levels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Targets {
    /// Mean length of the sentences of a page, at most.
    pub mean_sentence: Decimal,
    /// A longer sentence is long.
    pub long_sentence: usize,
    /// A longer sentence is very long.
    pub very_long_sentence: usize,
    /// Longest paragraph.
    pub paragraph_words: usize,
    /// Longest answer.
    pub answer_words: usize,
    /// Longest title.
    pub title_letters: usize,
    /// LIX, at most.
    pub lix: Option<Decimal>,
    /// Flesch-Douma, at least.
    pub flesch_douma: Option<Decimal>,
    /// Flesch Reading Ease, at least.
    pub flesch: Option<Decimal>,
    /// Flesch-Kincaid grade, at most.
    pub kincaid: Option<Decimal>,
}

impl Default for Targets {
    fn default() -> Self {
        Targets {
            mean_sentence: Decimal::from(12),
            long_sentence: 15,
            very_long_sentence: 20,
            paragraph_words: 60,
            answer_words: 25,
            title_letters: 60,
            lix: Some(Decimal::from(35)),
            flesch_douma: None,
            flesch: None,
            kincaid: None,
        }
    }
}

impl Plain {
    /// No words, the general targets.
    #[must_use]
    pub fn empty(language: &str) -> Self {
        Plain {
            language: language.to_owned(),
            replace: BTreeMap::new(),
            rewrite: BTreeMap::new(),
            tone: BTreeMap::new(),
            link_texts: BTreeSet::new(),
            abbreviations: BTreeSet::new(),
            common: BTreeSet::new(),
            amounts: Amounts::default(),
            passive: Passive::default(),
            nominal: BTreeSet::new(),
            prefixes: BTreeSet::new(),
            targets: Targets::default(),
        }
    }

    /// Reads the lists of each language, built-in first, then the project's own.
    pub(super) fn read_all(
        languages: &Languages,
        (tree, built_in): (&SourceTree, &SourceTree),
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<Plain> {
        let read = |(_, tag): (usize, &str)| {
            let mut plain = Plain::empty(tag);
            let path = format!("locales/{tag}/plain.yaml");
            let base = built_in.find(&path).and_then(|(_, file)| file.text());
            let own = tree.find(&path).and_then(|(id, file)| Some((id, file.text()?)));
            if let (Some(text), Some((file, _))) = (base, own) {
                // Findings in the built-in file would be ours to mend, not the author's.
                plain.add(YamlText { file, text, offset: 0 }, &mut Vec::new());
            }
            if let Some((file, text)) = own.filter(|(_, text)| Some(*text) != base) {
                plain.add(YamlText { file, text, offset: 0 }, findings);
            }
            plain
        };
        languages.iter().map(read).collect()
    }

    fn add(&mut self, text: YamlText<'_>, findings: &mut Vec<Diagnostic>) {
        let Some(node) = parse_or_empty(text, findings) else { return };
        let mut reader = Reader::default();
        self.take(&node, &mut reader);
        findings.append(&mut reader.findings);
    }

    fn take(&mut self, node: &Node, reader: &mut Reader) {
        if node.kind == NodeKind::Null {
            return;
        }
        let Some(mut fields) = reader.fields(node, "plain.yaml") else { return };
        pairs(&mut fields, "replace", &mut self.replace, reader);
        pairs(&mut fields, "rewrite", &mut self.rewrite, reader);
        pairs(&mut fields, "tone", &mut self.tone, reader);
        words(&mut fields, "link_texts", &mut self.link_texts, reader);
        words(&mut fields, "abbreviations", &mut self.abbreviations, reader);
        words(&mut fields, "common", &mut self.common, reader);
        words(&mut fields, "nominal", &mut self.nominal, reader);
        words(&mut fields, "prefixes", &mut self.prefixes, reader);
        if let Some(mut fields) = fields.take("amounts").and_then(|node| reader.fields(node, "amounts")) {
            let amounts = &mut self.amounts;
            words(&mut fields, "currency", &mut amounts.currency, reader);
            words(&mut fields, "percent", &mut amounts.percent, reader);
            words(&mut fields, "number_words", &mut amounts.number_words, reader);
            words(&mut fields, "units", &mut amounts.units, reader);
            words(&mut fields, "alone", &mut amounts.alone, reader);
            words(&mut fields, "not_before", &mut amounts.not_before, reader);
            words(&mut fields, "not_after", &mut amounts.not_after, reader);
            fields.finish(reader);
        }
        if let Some(mut fields) = fields.take("passive").and_then(|node| reader.fields(node, "passive")) {
            words(&mut fields, "with", &mut self.passive.with, reader);
            words(&mut fields, "participle", &mut self.passive.participle, reader);
            words(&mut fields, "except", &mut self.passive.except, reader);
            count(&mut fields, "reach", &mut self.passive.reach, reader);
            fields.finish(reader);
        }
        if let Some(fields) = fields.take("targets").and_then(|node| reader.fields(node, "targets")) {
            self.targets.take(fields, reader);
        }
        fields.finish(reader);
    }
}

impl Targets {
    fn take(&mut self, mut fields: Fields<'_>, reader: &mut Reader) {
        count(&mut fields, "long_sentence", &mut self.long_sentence, reader);
        count(&mut fields, "very_long_sentence", &mut self.very_long_sentence, reader);
        count(&mut fields, "paragraph_words", &mut self.paragraph_words, reader);
        count(&mut fields, "answer_words", &mut self.answer_words, reader);
        count(&mut fields, "title_letters", &mut self.title_letters, reader);
        let mut mean = Some(self.mean_sentence);
        score(&mut fields, "mean_sentence", &mut mean, reader);
        self.mean_sentence = mean.unwrap_or(self.mean_sentence);
        score(&mut fields, "lix", &mut self.lix, reader);
        score(&mut fields, "flesch_douma", &mut self.flesch_douma, reader);
        score(&mut fields, "flesch", &mut self.flesch, reader);
        score(&mut fields, "kincaid", &mut self.kincaid, reader);
        fields.finish(reader);
    }
}

fn pairs(fields: &mut Fields<'_>, key: &'static str, into: &mut BTreeMap<String, String>, reader: &mut Reader) {
    for (word, node) in fields.take(key).and_then(|node| reader.map(node)).unwrap_or_default() {
        let word = word.text.to_lowercase();
        if node.kind == NodeKind::Null {
            into.remove(&word);
        } else if let Some(plain) = reader.text(node) {
            into.insert(word, plain.to_owned());
        }
    }
}

fn words(fields: &mut Fields<'_>, key: &'static str, into: &mut BTreeSet<String>, reader: &mut Reader) {
    let found = fields.take(key).map(|node| match &node.kind {
        NodeKind::List(items) if items.is_empty() => Vec::new(),
        _ => reader.texts(node),
    });
    into.extend(found.unwrap_or_default().into_iter().map(|word| word.value.to_lowercase()));
}

fn count(fields: &mut Fields<'_>, key: &'static str, into: &mut usize, reader: &mut Reader) {
    let found = fields.take(key).and_then(|node| reader.whole(node));
    *into = found.and_then(|n| usize::try_from(n).ok()).unwrap_or(*into);
}

fn score(fields: &mut Fields<'_>, key: &'static str, into: &mut Option<Decimal>, reader: &mut Reader) {
    *into = fields.take(key).and_then(|node| reader.number(node)).or(*into);
}
