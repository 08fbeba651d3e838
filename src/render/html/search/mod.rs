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
use crate::model::{InlineKind, Ix, RuleText, Target, Term, each_inline};
use crate::output::OutputFile;
use crate::render::bidi::{Piece, pieces};
use crate::resolve::{ExampleEdition, RuleEdition, Shown};
use words::{Bag, Words};

/// At most so many further words of a rule's page go into the index, the rarest. With the everyday words that a rule
/// has, more of them find hardly anything more, and every one has to be loaded (`docs/search.md` has figures).
const WORDS_OF_RULE: usize = 16;
/// At most so many of an example's meaning.
const WORDS_OF_EXAMPLE: usize = 8;

/// All that can be found in an edition. Like stands with like, in lists of the same order: that packs better than
/// one record for each rule.
#[derive(Debug, Default, Serialize)]
struct Index {
    /// The language of the edition: it decides how endings are cut off.
    lang: String,
    /// Words that stand in so many rules that they say nothing. They are left out of `words` and `meanings`.
    common: String,
    /// Labels of life events.
    events: Vec<String>,
    /// Terms, such as "within 10 days".
    terms: Vec<String>,
    rules: Rules,
    examples: Examples,
}

/// For each rule, in the order of the guide.
#[derive(Debug, Default, Serialize)]
struct Rules {
    /// From the home of the edition, without the slash at the end.
    path: Vec<String>,
    title: Vec<Shows>,
    answer: Vec<Shows>,
    /// Everyday words.
    keywords: Vec<String>,
    /// Words of official letters that the rule explains.
    letters: Vec<String>,
    /// Further words of the rule's page, each once, in order.
    words: Vec<String>,
}

/// For each rule, for each of its examples.
#[derive(Debug, Default, Serialize)]
struct Examples {
    /// The anchor on the rule's page.
    id: Vec<Vec<String>>,
    situation: Vec<Vec<Shows>>,
    outcome: Vec<Vec<&'static str>>,
    /// Position among the terms; nothing where there is none.
    term: Vec<Vec<Option<usize>>>,
    /// Positions among the labels of life events.
    events: Vec<Vec<Vec<usize>>>,
    /// Further words, of what it means.
    words: Vec<Vec<String>>,
}

/// A text that results show; with its language and direction, where they are not those of the page.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Shows {
    Own(String),
    Other { text: String, lang: String, dir: &'static str },
}

impl Desk<'_> {
    /// The index of the edition as a file, named after what it holds. It is made once.
    pub(super) fn index(&self) -> &OutputFile {
        self.index.get_or_init(|| self.make_index())
    }

    fn make_index(&self) -> OutputFile {
        let rules: Vec<RuleEdition<'_>> = self.rules.iter().map(|rule| self.edition.rule(*rule)).collect();
        let mut words = Words::default();
        let bags: Vec<Bags> = rules.iter().map(|rule| self.bags(rule, &mut words)).collect();
        words.set_common_apart(rules.len());
        let mut index = Index {
            lang: self.catalog.tag().to_owned(),
            common: words.common(),
            events: self
                .site
                .library
                .situations
                .iter()
                .map(|s| self.shown(self.edition.label(&s.label)))
                .collect(),
            ..Index::default()
        };
        for (rule, bags) in rules.iter().zip(bags) {
            self.add_examples(rule, &bags, &words, &mut index);
            index.rules.path.push(rule.rule.id.clone());
            index.rules.title.push(self.shows(rule.title));
            index.rules.answer.push(self.shows(rule.answer));
            index.rules.words.push(words.rarest(&bags.rest, WORDS_OF_RULE));
            index.rules.keywords.push(bags.keywords);
            index.rules.letters.push(bags.letters);
        }
        let json = serde_json::to_string(&index).unwrap_or_else(|_| "null".to_owned());
        named(&format!("search-{}", self.catalog.tag()), "js", script(&json).into_bytes())
    }

    fn bags(&self, rule: &RuleEdition<'_>, words: &mut Words) -> Bags {
        let keywords = self.keywords(rule.ix).0.join(", ");
        let letters = self.official(rule);
        let shown = words.of(&[&self.plain(rule.title), &self.plain(rule.answer), &keywords, &letters]);
        let examples = rule.examples.iter().map(|example| {
            let situation = words.of(&[self.plain(example.situation)]);
            let meaning = words.of(&[self.plain(example.meaning)]);
            let rest = meaning.without(&situation);
            (situation, rest)
        });
        let examples: Vec<(Bag, Bag)> = examples.collect();
        let all = words.of(&self.running(rule));
        let of_examples = examples.iter().flat_map(|(situation, meaning)| [situation, meaning]);
        let shown = Bag::all(of_examples.chain([&shown]));
        words.count(&Bag::all([&all, &shown]));
        Bags {
            keywords,
            letters,
            rest: all.without(&shown),
            examples: examples.into_iter().map(|(_, meaning)| meaning).collect(),
        }
    }

    fn add_examples(&self, rule: &RuleEdition<'_>, bags: &Bags, words: &Words, index: &mut Index) {
        let examples = &rule.examples;
        let term =
            |example: &ExampleEdition<'_>| Some(place(&mut index.terms, self.within_plain(example.within?)?));
        let events = |example: &ExampleEdition<'_>| {
            rule.rule.situations_of(example.example).iter().map(|ix| ix.get()).collect()
        };
        let rarest = |bag| words.rarest(bag, WORDS_OF_EXAMPLE);
        let to = &mut index.examples;
        to.id.push(examples.iter().map(|example| example.example.id.value.clone()).collect());
        to.situation.push(examples.iter().map(|example| self.shows(example.situation)).collect());
        to.outcome.push(examples.iter().map(|example| example.outcome.word()).collect());
        to.term.push(examples.iter().map(term).collect());
        to.events.push(examples.iter().map(events).collect());
        to.words.push(bags.examples.iter().map(rarest).collect());
    }

    /// Words of the glossary that the rule links to, in the language of the edition and as they stand in letters.
    /// Letters are in the source language, so the rule can be found by its title in that too.
    fn official(&self, rule: &RuleEdition<'_>) -> String {
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
            let text: Option<&RuleText> = rule.rule.texts.get(source);
            found.extend(text.and_then(|text| text.title.as_ref()).map(|title| title.plain()));
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
            for inlines in block.block.runs() {
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
        let text = self.shown(shown);
        if shown.language == self.edition.language {
            return Shows::Own(text);
        }
        let catalog = &self.site.catalogs[shown.language];
        Shows::Other { text, lang: catalog.tag().to_owned(), dir: catalog.direction().word() }
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
    letters: String,
    rest: Bag,
    /// Of each example's meaning.
    examples: Vec<Bag>,
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
    let texts = examples.chain(single).chain([rule.answer]).map(|shown| shown.inlines);
    let body = rule.body.iter().flat_map(|block| block.block.runs());
    for inlines in texts.chain(body) {
        each_inline(inlines, &mut |inline| {
            if let InlineKind::Link(target, _) = &inline.kind
                && let Target::Term(term) = &**target
            {
                found.insert(*term);
            }
        });
    }
    found
}
