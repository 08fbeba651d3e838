//! Rules, examples and chapters.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Alignment, Block, Fact, Ix, Law, PerLanguage, Segment, Situation};
use crate::source::{Span, Spanned};

/// What a rule is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something the reader may keep, get or do.
    Right,
    /// Something the reader must do.
    Duty,
    /// How something goes.
    Procedure,
}

impl Kind {
    /// As written in `rule.yaml`, in order.
    pub const ALL: [(&'static str, Kind); 3] =
        [("right", Kind::Right), ("duty", Kind::Duty), ("procedure", Kind::Procedure)];

    /// The word in `rule.yaml`.
    #[must_use]
    pub fn word(self) -> &'static str {
        word(&Self::ALL, self)
    }
}

/// What an example means for the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Tell us before it happens.
    ReportFirst,
    /// Tell us.
    ReportNow,
    /// Ask us first.
    AskFirst,
    /// You may.
    Allowed,
    /// You may not.
    NotAllowed,
    /// You need not tell us.
    NoReport,
    /// You can apply for something.
    Apply,
}

impl Outcome {
    /// As written in `rule.yaml`, in order.
    pub const ALL: [(&'static str, Outcome); 7] = [
        ("report-first", Outcome::ReportFirst),
        ("report-now", Outcome::ReportNow),
        ("ask-first", Outcome::AskFirst),
        ("allowed", Outcome::Allowed),
        ("not-allowed", Outcome::NotAllowed),
        ("no-report", Outcome::NoReport),
        ("apply", Outcome::Apply),
    ];

    /// The word in `rule.yaml`.
    #[must_use]
    pub fn word(self) -> &'static str {
        word(&Self::ALL, self)
    }
}

/// A way to do what a rule asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// A form, on the municipality's site or on paper.
    Form,
    /// By telephone.
    Phone,
    /// By e-mail.
    Email,
    /// At the desk.
    Desk,
    /// By post.
    Post,
}

impl Route {
    /// As written in `rule.yaml`, in order.
    pub const ALL: [(&'static str, Route); 5] = [
        ("form", Route::Form),
        ("phone", Route::Phone),
        ("email", Route::Email),
        ("desk", Route::Desk),
        ("post", Route::Post),
    ];

    /// The word in `rule.yaml`.
    #[must_use]
    pub fn word(self) -> &'static str {
        word(&Self::ALL, self)
    }
}

fn word<T: Copy + PartialEq>(all: &[(&'static str, T)], value: T) -> &'static str {
    all.iter().find(|(_, v)| *v == value).map_or("", |(word, _)| word)
}

/// By when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// At once.
    AtOnce,
    /// Before the day that the municipality's letter names.
    Letter,
    /// Within the days, weeks or months of a fact.
    Fact(Ix<Fact>),
}

/// The days on which a rule or an example holds; open at both ends unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Validity {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

impl Validity {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}

/// "What this means for you": the part of an example that is the same in every language.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// Identifier, unique in its rule; the anchor on the page.
    pub id: Spanned<String>,
    /// What it means.
    pub outcome: Outcome,
    /// By when.
    pub within: Option<Spanned<Within>>,
    /// Life events it belongs to; empty means those of the rule.
    pub situations: Vec<Ix<Situation>>,
    /// When it holds.
    pub validity: Validity,
}

/// The part of an example that is written in a language.
#[derive(Debug, Clone, PartialEq)]
pub struct ExampleText {
    /// What happens.
    pub situation: Option<Segment>,
    /// What that means for the reader.
    pub meaning: Option<Segment>,
}

/// A reference to an article of a law.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LawReference {
    /// Which law.
    pub law: Ix<Law>,
    /// Article, for example `31` or `6:7`.
    pub article: String,
    /// Paragraph (lid).
    pub paragraph: Option<String>,
    /// Part (onderdeel).
    pub part: Option<String>,
    /// The version that was read, if the reference names one: the day on which it took effect.
    pub cited: Option<Spanned<Date>>,
}

/// Who wrote and checked a rule, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Role that wrote it.
    pub written_by: Spanned<String>,
    /// Role that checked it.
    pub checked_by: Spanned<String>,
    /// Day of the check.
    pub on: Spanned<Date>,
    /// Day of the next check.
    pub next: Spanned<Date>,
}

/// A change of the rule, said to the reader.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    /// The day it took or takes effect.
    pub on: Spanned<Date>,
    /// What it means, in one sentence.
    pub note: PerLanguage<Segment>,
}

/// One right, duty or procedure.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// `chapter/rule`, as the folders are named.
    pub id: String,
    /// Its `rule.yaml`.
    pub span: Span,
    /// Its chapter.
    pub chapter: Ix<Chapter>,
    /// Right, duty or procedure.
    pub kind: Kind,
    /// When it holds: on other days the guide does not have it.
    pub validity: Validity,
    /// Sheet code, unique in the guide and stable, for example `B3`.
    pub sheet: Spanned<String>,
    /// Life events it belongs to.
    pub situations: Vec<Ix<Situation>>,
    /// Legal basis.
    pub law: Vec<LawReference>,
    /// How to do it.
    pub routes: Vec<Route>,
    /// Examples in the order of the page.
    pub examples: Vec<Example>,
    /// Who checked it.
    pub review: Review,
    /// Changes, newest last.
    pub history: Vec<HistoryEntry>,
    /// Rules to read as well.
    pub related: Vec<Ix<Rule>>,
    /// The fact that says how long a decision takes when somebody asks for what the rule describes.
    pub decided_within: Option<Spanned<Ix<Fact>>>,
    /// Identifier in the list of uniform product names (UPL), if the rule is such a product.
    pub upl: Option<String>,
    /// Texts; the source language is always there.
    pub texts: PerLanguage<RuleText>,
}

impl Rule {
    /// The life events of one of its examples: its own, or those of the rule.
    #[must_use]
    pub fn situations_of<'a>(&'a self, example: &'a Example) -> &'a [Ix<Situation>] {
        if example.situations.is_empty() { &self.situations } else { &example.situations }
    }
}

/// What is written in one language. In a translation or overlay any part may be missing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RuleText {
    /// Title, plain.
    pub title: Option<Segment>,
    /// The answer in one sentence.
    pub answer: Option<Segment>,
    /// Everyday words people search with.
    pub keywords: Vec<String>,
    /// Texts of examples, by example identifier.
    pub examples: BTreeMap<String, ExampleText>,
    /// What to do, step by step.
    pub steps: Vec<Segment>,
    /// What to keep.
    pub proof: Option<Segment>,
    /// What happens if not.
    pub consequence: Option<Segment>,
    /// Explanation.
    pub body: Vec<Block>,
    /// How steps line up with the source's steps. Empty: as written.
    pub step_alignment: Vec<Alignment>,
    /// How the body lines up with the source's body. Empty: as written.
    pub body_alignment: Vec<Alignment>,
    /// What `translations.lock` knows of it.
    pub record: Record,
}

/// What `translations.lock` knows of a text as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// The newest entry in the history of the rule (or of the municipality's own version) when the text
    /// was last accepted as a whole.
    pub history: Option<Date>,
    /// Segments of a translation of which the lock does not say from what they were made, in order. Empty if
    /// the lock could not be read.
    pub unrecorded: Vec<Span>,
}

/// A group of rules.
#[derive(Debug, Clone, PartialEq)]
pub struct Chapter {
    /// Folder name.
    pub id: String,
    /// Position among the chapters.
    pub order: i64,
    /// Letter of its sheet codes.
    pub letter: Spanned<String>,
    /// Title.
    pub title: PerLanguage<Segment>,
    /// Introduction.
    pub introduction: PerLanguage<Segment>,
    /// Its rules in the order of their sheet codes.
    pub rules: Vec<Ix<Rule>>,
}
