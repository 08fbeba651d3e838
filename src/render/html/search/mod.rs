//! What the search page looks in: the texts of an edition, in a script that is loaded when somebody searches.
//!
//! A script and no JSON: pages that are opened from a disk may not fetch anything. Nothing is done to the words
//! here beyond small letters; `find.js` normalises texts and questions alike, so there is one way of doing that.
//! The format is explained in `docs/search.md`.

mod words;

use std::collections::BTreeSet;

use serde::Serialize;

use super::assets::named;
use super::desk::Desk;
use crate::locale::Direction;
use crate::model::{Block, BlockKind, Inline, InlineKind, Ix, PerLanguage, RuleText, Target, Term};
use crate::output::OutputFile;
use crate::render::bidi::{Piece, pieces};
use crate::resolve::{ExampleEdition, RuleEdition, Shown};
use words::Words;

/// All that can be found in an edition.
#[derive(Debug, Serialize)]
struct Index {
    /// The language of the edition: it decides how endings are cut off.
    lang: String,
    /// Words that stand in so many rules that they say nothing. They are left out of `words` below.
    common: String,
    /// Labels of life events.
    events: Vec<String>,
    /// Terms, such as "within 10 days".
    terms: Vec<String>,
    rules: Vec<RuleEntry>,
}

#[derive(Debug, Serialize)]
struct RuleEntry {
    /// From the home of the edition.
    path: String,
    title: Shows,
    answer: Shows,
    /// Everyday words.
    keywords: String,
    /// Words of official letters that the rule explains; the words of the source language besides.
    terms: String,
    /// Further words of the rule's page, each once, in order.
    words: String,
    examples: Vec<ExampleEntry>,
}

#[derive(Debug, Serialize)]
struct ExampleEntry {
    /// The anchor on the rule's page.
    id: String,
    situation: Shows,
    outcome: &'static str,
    /// Position among the terms.
    #[serde(skip_serializing_if = "Option::is_none")]
    term: Option<usize>,
    /// Positions among the labels of life events.
    events: Vec<usize>,
    /// Further words, of its meaning.
    words: String,
}

/// A text that results show.
#[derive(Debug, Serialize)]
struct Shows {
    text: String,
    /// Its language and direction, where they are not those of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dir: Option<&'static str>,
}

impl Desk<'_> {
    /// The index of the edition as a file, named after what it holds.
    pub(super) fn index(&self) -> OutputFile {
        let rules: Vec<RuleEdition<'_>> =
            self.rules_in_order().into_iter().map(|rule| self.edition.rule(rule)).collect();
        let mut words = Words::default();
        let bags: Vec<Bags> = rules.iter().map(|rule| self.bags(rule, &mut words)).collect();
        let common = words.common(rules.len());
        let mut index = Index {
            lang: self.catalog.tag().to_owned(),
            common: words.joined(common.iter().copied()),
            events: self
                .site
                .library
                .situations
                .iter()
                .map(|s| self.shown(self.edition.label(&s.label)))
                .collect(),
            terms: Vec::new(),
            rules: Vec::with_capacity(rules.len()),
        };
        for (rule, bags) in rules.iter().zip(bags) {
            let entry = self.entry(rule, &bags, &common, &words, &mut index.terms);
            index.rules.push(entry);
        }
        let json = serde_json::to_string(&index).unwrap_or_else(|_| "null".to_owned());
        named(&format!("search-{}", self.catalog.tag()), "js", script(&json).into_bytes())
    }

    fn bags(&self, rule: &RuleEdition<'_>, words: &mut Words) -> Bags {
        let keywords = self.keywords(rule.ix).0.join(", ");
        let terms = self.terms(rule);
        let mut shown =
            words.of(&[self.plain(rule.title), self.plain(rule.answer), keywords.clone(), terms.clone()]);
        let examples = rule.examples.iter().map(|example| {
            let situation = words.of(&[self.plain(example.situation)]);
            let meaning = words.of(&[self.plain(example.meaning)]);
            let rest = meaning.difference(&situation).copied().collect();
            (situation, rest)
        });
        let examples: Vec<(BTreeSet<u32>, BTreeSet<u32>)> = examples.collect();
        let all = words.of(&self.running(rule));
        let of_examples = examples.iter().flat_map(|(situation, meaning)| situation.union(meaning)).copied();
        let of_examples: BTreeSet<u32> = of_examples.collect();
        words.count(all.iter().chain(&shown).chain(&of_examples).copied().collect());
        shown.extend(of_examples);
        Bags {
            keywords,
            terms,
            rest: all.difference(&shown).copied().collect(),
            examples: examples.into_iter().map(|(_, meaning)| meaning).collect(),
        }
    }

    fn entry(
        &self,
        rule: &RuleEdition<'_>,
        bags: &Bags,
        common: &BTreeSet<u32>,
        words: &Words,
        terms: &mut Vec<String>,
    ) -> RuleEntry {
        let telling = |bag: &BTreeSet<u32>| words.joined(bag.difference(common).copied());
        let mut example = |(example, meaning): (&ExampleEdition<'_>, &BTreeSet<u32>)| {
            let own = &example.example.situations;
            let events = if own.is_empty() { &rule.rule.situations } else { own };
            ExampleEntry {
                id: example.example.id.value.clone(),
                situation: self.shows(example.situation),
                outcome: example.outcome.word(),
                term: example.within.and_then(|within| self.within_plain(within)).map(|term| place(terms, term)),
                events: events.iter().map(|ix| ix.get()).collect(),
                words: telling(meaning),
            }
        };
        RuleEntry {
            path: self.addresses.rule(rule.ix),
            title: self.shows(rule.title),
            answer: self.shows(rule.answer),
            keywords: bags.keywords.clone(),
            terms: bags.terms.clone(),
            words: telling(&bags.rest),
            examples: rule.examples.iter().zip(&bags.examples).map(&mut example).collect(),
        }
    }

    /// Words of the glossary that the rule links to, in the language of the edition and in letters. A reader of
    /// another language also meets the source language, so its title and everyday words can be found too.
    fn terms(&self, rule: &RuleEdition<'_>) -> String {
        let library = self.site.library;
        let source = library.languages.source();
        let mut found: Vec<String> = Vec::new();
        for term in linked(rule).into_iter().map(|term| &library.terms[term.get()]) {
            found.push(self.plain(self.edition.label(&term.word)));
            found.extend(
                term.word.get(source).filter(|_| source != self.edition.language).map(|word| word.plain()),
            );
            found.extend(term.in_letters.iter().cloned());
        }
        if source != self.edition.language {
            let text: Option<&RuleText> = PerLanguage::get(&rule.rule.texts, source);
            found.extend(text.and_then(|text| text.title.as_ref()).map(|title| title.plain()));
            found.extend(text.into_iter().flat_map(|text| text.keywords.iter().cloned()));
        }
        let mut seen = BTreeSet::new();
        found.retain(|word| seen.insert(word.to_lowercase()));
        found.join(", ")
    }

    /// The texts of a rule's page that results do not show, and explanations of the glossary's words in it.
    fn running(&self, rule: &RuleEdition<'_>) -> Vec<String> {
        let single = rule.steps.iter().chain(&rule.proof).chain(&rule.consequence);
        let mut texts: Vec<String> = single.map(|shown| self.plain(*shown)).collect();
        for block in &rule.body {
            for inlines in runs(block.block) {
                texts.push(self.plain(Shown {
                    inlines,
                    language: block.language,
                    note: block.note,
                    local: false,
                }));
            }
        }
        let terms = linked(rule).into_iter().map(|term| &self.site.library.terms[term.get()]);
        texts.extend(terms.map(|term| self.plain(self.edition.label(&term.explanation))));
        texts
    }

    fn shows(&self, shown: Shown<'_>) -> Shows {
        let other = (shown.language != self.edition.language).then(|| &self.site.catalogs[shown.language]);
        Shows {
            text: self.shown(shown),
            lang: other.map(|catalog| catalog.tag().to_owned()),
            dir: other.map(|catalog| catalog.direction().word()),
        }
    }

    /// A text without markup. What runs from left to right in a text from right to left is isolated by
    /// characters, as a script shows it where no tag can stand.
    fn shown(&self, shown: Shown<'_>) -> String {
        let plain = self.plain(shown);
        if self.site.catalogs[shown.language].direction() == Direction::Ltr {
            return plain;
        }
        let piece = |piece| match piece {
            Piece::Own(text) => text.to_owned(),
            Piece::Words(text) | Piece::Figures(text) => format!("\u{2066}{text}\u{2069}"),
        };
        pieces(&plain).into_iter().map(piece).collect()
    }
}

/// The words of one rule by where they stand.
struct Bags {
    keywords: String,
    terms: String,
    rest: BTreeSet<u32>,
    /// Of each example's meaning.
    examples: Vec<BTreeSet<u32>>,
}

/// Where a term stands in the list, which grows if it is new.
fn place(terms: &mut Vec<String>, term: String) -> usize {
    terms.iter().position(|known| *known == term).unwrap_or_else(|| {
        terms.push(term);
        terms.len() - 1
    })
}

/// The script around the data. Line separators end a line in older JavaScript, and `<` could end a script that
/// somebody puts into a page.
fn script(json: &str) -> String {
    let safe = json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("wegwijs.index={safe};\n")
}

/// Words of the glossary that a rule's texts link to, each once.
fn linked(rule: &RuleEdition<'_>) -> BTreeSet<Ix<Term>> {
    let mut found = BTreeSet::new();
    let examples = rule.examples.iter().flat_map(|example| [example.situation, example.meaning]);
    let single = rule.steps.iter().chain(&rule.proof).chain(&rule.consequence).copied();
    for shown in examples.chain(single).chain([rule.answer]) {
        links(shown.inlines, &mut found);
    }
    for inlines in rule.body.iter().flat_map(|block| runs(block.block)) {
        links(inlines, &mut found);
    }
    found
}

fn links(inlines: &[Inline], found: &mut BTreeSet<Ix<Term>>) {
    for inline in inlines {
        if let InlineKind::Link(Target::Term(term), _) = &inline.kind {
            found.insert(*term);
        }
        match &inline.kind {
            InlineKind::Strong(inner) | InlineKind::Emphasis(inner) | InlineKind::Link(_, inner) => {
                links(inner, found);
            }
            InlineKind::Text(_) | InlineKind::Fact { .. } | InlineKind::Image(..) | InlineKind::Break => {}
        }
    }
}

/// The running texts of a block.
fn runs(block: &Block) -> Vec<&[Inline]> {
    match &block.kind {
        BlockKind::Heading(_, inner) | BlockKind::Paragraph(inner) => vec![inner.as_slice()],
        BlockKind::List(_, items) => items.iter().flat_map(|item| &item.blocks).flat_map(runs).collect(),
        BlockKind::Note(_, blocks) => blocks.iter().flat_map(runs).collect(),
        BlockKind::Table(table) => {
            table.head.iter().chain(table.rows.iter().flatten()).map(Vec::as_slice).collect()
        }
    }
}
