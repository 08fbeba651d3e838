//! `<language>/report/`: "Do I have to report this?". Every example of the edition in one list.
//!
//! Situations are sentences, and in Dutch nearly all of them start with "U". So the A to Z is one of words: the
//! everyday words of each rule lead to its examples, which stand below by subject. Life events have pages of
//! their own; this page leads to them.

use std::collections::BTreeMap;

use icu::normalizer::DecomposingNormalizerBorrowed;
use serde::Serialize;

use super::super::desk::{Desk, Draft, Ways};
use super::super::escape::ready_or_none;
use super::super::view::{Link, Shared, Text};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::locale::Direction;
use crate::model::{Ix, Outcome, Rule};
use crate::render::bidi::{Piece, pieces};
use crate::resolve::ListedRule;

const WAYS: Ways<'static> = Ways { home: Some("../"), root: "../../", terms: None };

/// The page.
#[derive(Debug, Serialize)]
struct ToReportView {
    /// Life events that have examples, by their order.
    situations: Vec<Shared<Link>>,
    letters: Vec<Letter>,
    subjects: Vec<Subject>,
    /// The outcomes that occur, for the filter.
    outcomes: Vec<OutcomeChoice>,
}

/// A letter of the A to Z.
#[derive(Debug, Serialize)]
struct Letter {
    letter: String,
    words: Vec<Word>,
}

/// A word of the A to Z and the subjects it leads to.
#[derive(Debug, Serialize)]
struct Word {
    word: String,
    /// Its language and direction, where they are not those of the page.
    lang: Option<String>,
    dir: Option<&'static str>,
    subjects: Vec<SubjectLink>,
}

#[derive(Debug, Clone, Serialize)]
struct SubjectLink {
    id: String,
    title: Text,
}

/// A rule with its examples.
#[derive(Debug, Serialize)]
struct Subject {
    id: String,
    title: Text,
    path: String,
    /// Said once for the whole subject: not translated.
    note: Option<String>,
    examples: Vec<Line>,
}

/// An example on one line.
#[derive(Debug, Serialize)]
struct Line {
    id: String,
    situation: Text,
    outcome: &'static str,
    outcome_label: String,
    #[serde(serialize_with = "ready_or_none")]
    within: Option<String>,
}

#[derive(Debug, Serialize)]
struct OutcomeChoice {
    word: &'static str,
    label: String,
}

impl Desk<'_> {
    pub(super) fn to_report(&self) -> Result<Page, Box<Diagnostic>> {
        let rules = self.rules.iter().map(|rule| self.edition.listed(*rule));
        let rules: Vec<ListedRule<'_>> = rules.filter(|rule| !rule.examples.is_empty()).collect();
        let occurs = |outcome| rules.iter().flat_map(|rule| &rule.examples).any(|e| e.outcome == outcome);
        let outcomes = Outcome::ALL.iter().filter(|(_, outcome)| occurs(*outcome));
        let view = ToReportView {
            situations: self.events.all().iter().map(|situation| self.situation_link(*situation, WAYS)).collect(),
            letters: self.letters(&rules),
            subjects: self.subjects(&rules),
            outcomes: outcomes.map(|(word, _)| OutcomeChoice { word, label: self.outcome_label(word) }).collect(),
        };
        let place = self.place_name();
        self.render(Draft {
            template: "to_report.html",
            kind: "to-report",
            path: "report/".to_owned(),
            heading: self.catalog.text("to_report_title").to_owned(),
            description: description(&self.say("description_to_report", &[("municipality", &place)]), ""),
            above: Vec::new(),
            nav_current: Some("to-report"),
            scripts: &["filter"],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }

    fn subjects(&self, rules: &[ListedRule<'_>]) -> Vec<Subject> {
        let mut subjects: Vec<(String, Subject)> = rules
            .iter()
            .map(|rule| {
                let title = self.inside_link(rule.title);
                let lines = rule.examples.iter().map(|example| {
                    let outcome = example.outcome.word();
                    Line {
                        id: example.example.id.value.clone(),
                        situation: self.inside_link(example.situation),
                        outcome,
                        outcome_label: self.outcome_label(outcome),
                        within: example.within.and_then(|within| self.within(within)),
                    }
                });
                let subject = Subject {
                    id: subject_id(rule.rule),
                    path: self.addresses.rule(rule.ix),
                    note: rule.untranslated.then(|| self.catalog.text("note_missing").to_owned()),
                    examples: lines.collect(),
                    title,
                };
                (self.sort_key(&self.plain(rule.title)), subject)
            })
            .collect();
        subjects.sort_by(|(a, _), (b, _)| self.catalog.compare(a, b));
        subjects.into_iter().map(|(_, subject)| subject).collect()
    }

    /// The A to Z of everyday words. A word of several rules leads to each of them.
    fn letters(&self, rules: &[ListedRule<'_>]) -> Vec<Letter> {
        let mut words: BTreeMap<(String, usize), Vec<SubjectLink>> = BTreeMap::new();
        for rule in rules {
            let (keywords, language) = self.keywords(rule.ix);
            for word in keywords {
                let link = SubjectLink { id: subject_id(rule.rule), title: self.inside_link(rule.title) };
                let of_word = words.entry((word.trim().to_owned(), language)).or_default();
                if !of_word.iter().any(|other| other.id == link.id) {
                    of_word.push(link);
                }
            }
        }
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_by(|((a, _), _), ((b, _), _)| self.catalog.compare(&self.sort_key(a), &self.sort_key(b)));
        let source = self.site.library.languages.source();
        let mut letters: Vec<Letter> = Vec::new();
        for ((word, language), subjects) in words {
            let letter = first_letter(&self.sort_key(&word));
            // A word in Latin letters, among words from right to left, is one of the source language.
            let foreign = matches!(pieces(&word).as_slice(), [Piece::Words(_)]);
            let written = if foreign && self.catalog.direction() == Direction::Rtl { source } else { language };
            let other = Some(&self.site.catalogs[written]).filter(|_| written != self.edition.language);
            let word = Word {
                word,
                lang: other.map(|catalog| catalog.tag().to_owned()),
                dir: other.map(|catalog| catalog.direction().word()),
                subjects,
            };
            match letters.iter_mut().find(|group| group.letter == letter) {
                Some(group) => group.words.push(word),
                None => letters.push(Letter { letter, words: vec![word] }),
            }
        }
        letters
    }

    /// The everyday words of a rule here, with the language they are in.
    pub(in crate::render::html) fn keywords(&self, ix: Ix<Rule>) -> (Vec<&str>, usize) {
        let own = self.edition.overlay(ix).map(|overlay| &overlay.texts);
        let texts = [Some(&self.site.library.rules[ix.get()].texts), own];
        let source = self.site.library.languages.source();
        let of = |language: usize| -> Vec<&str> {
            let texts = texts.iter().flatten().filter_map(|texts| texts.get(language));
            texts
                .flat_map(|text| &text.keywords)
                .map(String::as_str)
                .filter(|word| !word.trim().is_empty())
                .collect()
        };
        let own = of(self.edition.language);
        if own.is_empty() { (of(source), source) } else { (own, self.edition.language) }
    }

    pub(super) fn outcome_label(&self, outcome: &str) -> String {
        self.catalog.text(&format!("outcome_{}", outcome.replace('-', "_"))).to_owned()
    }

    /// A word or title without the article in front of it, by which readers do not look anything up.
    fn sort_key(&self, text: &str) -> String {
        let lower = text.to_lowercase();
        let articles = self.catalog.text("a_to_z_articles").split_whitespace();
        let rest = articles.filter_map(|article| {
            // A hyphen at the end: the article is written together with the word.
            let (article, gap) = article.strip_suffix('-').map_or((article, " "), |article| (article, ""));
            lower.strip_prefix(article)?.strip_prefix(gap)
        });
        rest.filter(|rest| rest.chars().count() > 1).map(str::to_owned).next().unwrap_or(lower)
    }
}

fn subject_id(rule: &Rule) -> String {
    rule.id.replace('/', "-")
}

/// The letter under which a word stands: without accents; all figures together.
fn first_letter(word: &str) -> String {
    let plain = DecomposingNormalizerBorrowed::new_nfd().normalize(word);
    match plain.chars().find(|c| c.is_alphanumeric()) {
        Some(digit) if digit.is_numeric() => "0-9".to_owned(),
        Some(letter) => letter.to_uppercase().collect(),
        None => "-".to_owned(),
    }
}
