//! **model** owns what the words mean: guide, rule, example, fact, period, municipality, text.
//!
//! Pure values, no I/O, no text to show. It must not know how authors write things down (`load`), nor
//! which value holds today (`resolve`). Cross-references are indices into the [`Library`]'s sorted lists
//! ([`Ix`]), set once by `load`, so that nothing can dangle afterwards.

mod decision;
mod extra;
mod fact;
mod formula;
mod index;
mod lock;
mod municipality;
mod rule;
mod segments;
mod text;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::source::{Span, Spanned};

pub use decision::{Answer, Decision, End, Helper, Question, Step};
pub use extra::{CardLine, Repayment};
pub use fact::{Fact, FactKind, FactSource, Figures, Period, Scope, Value};
pub use formula::{Formula, Operation, Rounding};
pub use index::{Ix, Languages, PerLanguage};
pub use lock::{FileLock, Fingerprint, Lock, LockedSegment, Provenance};
pub use municipality::{
    Address, Contacts, Drift, HouseStyle, LocalFact, Municipality, Ombudsman, Overlay, Support, Tokens,
};
pub use rule::{
    Chapter, Example, ExampleText, HistoryEntry, Kind, LawReference, Outcome, Record, Review, Route, Rule,
    RuleText, Validity, Within,
};
pub use text::{
    Alignment, Block, BlockKind, Inline, InlineKind, ListItem, NoteKind, Segment, State, Table, Target,
    each_inline,
};

/// The guide as a whole, apart from its rules.
#[derive(Debug, Clone)]
pub struct Site {
    /// Name of the guide.
    pub title: PerLanguage<Segment>,
    /// One sentence about it (40 to 165 characters).
    pub description: PerLanguage<Segment>,
    /// A line shown on every page, for example "this is not legal advice".
    pub notice: PerLanguage<Segment>,
    /// Address of the published site, ending in `/`.
    pub base_url: String,
    /// Name of the theme.
    pub theme: Spanned<String>,
    /// How long before it takes effect a coming change is shown.
    pub announce: jiff::Span,
    /// Rules asked for most, for the home page.
    pub most_asked: Vec<Ix<Rule>>,
    /// Rules that answer "objection or complaint?", for the help page.
    pub disagree: Vec<Ix<Rule>>,
    /// The rule about contact and support, for the help page.
    pub contact: Option<Ix<Rule>>,
    /// The lines of the wallet card, in order; none for a guide without one.
    pub card: Vec<CardLine>,
    /// The table of repayments, if the guide has one.
    pub repayment: Option<Repayment>,
    /// How grave the findings of single checks are, where it differs from the usual.
    pub checks: Vec<(Spanned<String>, Level)>,
}

/// What `checks` in `site.yaml` can say of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Its findings stop publication.
    Error,
    /// They stop it where warnings are denied.
    Warning,
    /// They are shown.
    Hint,
    /// It does not run.
    Off,
}

impl Level {
    /// As written in `site.yaml`.
    pub const ALL: [(&'static str, Level); 4] =
        [("error", Level::Error), ("warning", Level::Warning), ("hint", Level::Hint), ("off", Level::Off)];
}

/// A law that rules refer to.
#[derive(Debug, Clone)]
pub struct Law {
    /// Abbreviation, for example `Pw`.
    pub id: String,
    /// Identifier in the Basiswettenbestand, for example `BWBR0015703`.
    pub bwb: String,
    /// Where that stands.
    pub span: Span,
    /// Name in each language.
    pub name: PerLanguage<Segment>,
    /// The newest consolidated version that the guide was checked against.
    pub version: Option<Date>,
}

/// A life event that cuts across chapters.
#[derive(Debug, Clone)]
pub struct Situation {
    /// Identifier.
    pub id: String,
    /// Position among the situations.
    pub order: i64,
    /// Name in each language.
    pub label: PerLanguage<Segment>,
}

/// A word from official letters, explained.
#[derive(Debug, Clone)]
pub struct Term {
    /// Identifier.
    pub id: String,
    /// The word.
    pub word: PerLanguage<Segment>,
    /// What it means, in everyday words.
    pub explanation: PerLanguage<Segment>,
    /// Whether a translation gives the word of the source language once in brackets.
    pub in_brackets: bool,
    /// Other forms of the word that stand in letters.
    pub in_letters: Vec<String>,
}

/// A file that pages show, such as an image.
#[derive(Debug, Clone)]
pub struct Media {
    /// Path below the project folder.
    pub path: String,
    /// Ending in lower case, which decides the type.
    pub extension: String,
    /// The bytes.
    pub bytes: Arc<[u8]>,
}

/// Everything a guide says, in all languages, for all municipalities and dates.
///
/// Lists are sorted by identifier, except chapters (by their order) and situations (by theirs).
#[derive(Debug, Clone)]
pub struct Library {
    /// The guide.
    pub site: Site,
    /// Its languages, the source language among them.
    pub languages: Languages,
    /// Laws.
    pub laws: Vec<Law>,
    /// Facts.
    pub facts: Vec<Fact>,
    /// Situations.
    pub situations: Vec<Situation>,
    /// Glossary.
    pub terms: Vec<Term>,
    /// Chapters.
    pub chapters: Vec<Chapter>,
    /// Rules, in the order of their chapters and sheet codes.
    pub rules: Vec<Arc<Rule>>,
    /// Decision guides.
    pub decisions: Vec<Decision>,
    /// Municipalities.
    pub municipalities: Vec<Arc<Municipality>>,
    /// Images and other files.
    pub media: Vec<Media>,
}

impl Library {
    /// Those who publish the guide: every municipality; nobody by name, once, for a guide without municipalities.
    #[must_use]
    pub fn publishers(&self) -> Vec<Option<&Municipality>> {
        let all: Vec<_> = self.municipalities.iter().map(|own| Some(&**own)).collect();
        if all.is_empty() { vec![None] } else { all }
    }
}

/// Words by language, as plain text: keywords for search.
pub type Keywords = BTreeMap<usize, Vec<String>>;
