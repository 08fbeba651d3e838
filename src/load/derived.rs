//! What was made from what: a translation from its source, a municipality's version from the general one.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::fingerprint;
use super::names::Names;
use super::survey::excerpt;
use crate::model::{Block, Fingerprint, HistoryEntry, Outcome, Overlay, Route, Rule, RuleText, Segment, Within};
use crate::source::{FileId, SourceTree, Span};

/// A file whose parts were made from other parts.
#[derive(Debug, Clone)]
pub struct Derived {
    /// Its path; where it ought to be, if it is missing.
    pub path: String,
    /// The file, if it is there.
    pub file: Option<FileId>,
    /// The path of the file that it was made from; its own, where both stand in one file.
    pub from: String,
    /// The newest entry in the history of the rule or own version.
    pub newest: Option<Date>,
    /// Segments that stand alone.
    pub fields: Vec<Pair>,
    /// Steps and blocks.
    pub lists: Vec<Pairs>,
}

/// A segment beside the one that it was made from. At least one of the two is there.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Its name in the lock.
    pub name: String,
    /// The language of a translation; nothing for a municipality's own version.
    pub language: Option<usize>,
    /// Where it stands; nothing if it is missing.
    pub own: Option<Span>,
    /// What it was made from, as it is now; nothing if that is gone.
    pub base: Option<Base>,
}

/// A list of segments beside the one that it was made from.
#[derive(Debug, Clone)]
pub struct Pairs {
    /// Its name in the lock: `steps` or `body`.
    pub name: &'static str,
    /// The language of a translation; nothing for a municipality's own version, which replaces the whole list.
    pub language: Option<usize>,
    /// Where its parts stand.
    pub own: Vec<Span>,
    /// The parts of the list that it was made from, as it is now.
    pub base: Vec<Base>,
}

/// A segment that others are made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub print: Fingerprint,
    /// What it says, for a value that is not a text.
    pub words: Option<String>,
}

impl Base {
    /// What it says, on one line.
    #[must_use]
    pub fn said(&self, tree: &SourceTree) -> String {
        self.words.clone().unwrap_or_else(|| excerpt(tree, self.span))
    }

    pub(super) fn segment(segment: &Segment, names: &Names) -> Self {
        Base { span: segment.span, print: fingerprint::segment(segment, names), words: None }
    }

    fn block(block: &Block, names: &Names) -> Self {
        Base { span: block.span, print: fingerprint::block(block, names), words: None }
    }

    fn words(words: String, span: Span) -> Self {
        Base { span, print: Fingerprint::of(&words), words: Some(words) }
    }
}

impl Derived {
    /// A file of which no part is known yet.
    pub(super) fn new(path: String, file: Option<FileId>, from: String, history: &[HistoryEntry]) -> Self {
        let newest = history.last().map(|entry| entry.on.value);
        Derived { path, file, from, newest, fields: Vec::new(), lists: Vec::new() }
    }

    /// Adds a translation and what it was made from. A missing translation has no parts of its own.
    pub(super) fn translation(
        mut self,
        own: &RuleText,
        source: &RuleText,
        language: usize,
        names: &Names,
    ) -> Self {
        let own_fields: BTreeMap<_, _> = own.fields().into_iter().collect();
        let sources = source.fields();
        let gone = own_fields.iter().filter(|(name, _)| !sources.iter().any(|(source, _)| source == *name));
        self.fields = gone
            .map(|(name, own)| Pair {
                name: name.clone(),
                language: Some(language),
                own: Some(own.span),
                base: None,
            })
            .collect();
        self.fields.extend(sources.into_iter().map(|(name, source)| Pair {
            own: own_fields.get(&name).map(|own| own.span),
            language: Some(language),
            base: Some(Base::segment(source, names)),
            name,
        }));
        self.lists = lists(own, source, Some(language), names);
        self
    }

    /// Adds a municipality's own text: only the parts that it has.
    pub(super) fn own_text(mut self, own: &RuleText, general: &RuleText, names: &Names) -> Self {
        let general_fields: BTreeMap<_, _> = general.fields().into_iter().collect();
        self.fields = own
            .fields()
            .into_iter()
            .map(|(name, own)| Pair {
                base: general_fields.get(&name).map(|general| Base::segment(general, names)),
                language: None,
                own: Some(own.span),
                name,
            })
            .collect();
        self.lists = lists(own, general, None, names);
        self.lists.retain(|list| !list.own.is_empty());
        self
    }

    /// Adds a municipality's own outcomes, terms and routes.
    pub(super) fn own_values(mut self, own: &Overlay, rule: &Rule, names: &Names) -> Self {
        for (name, span) in &own.places {
            let base = match name.strip_prefix("examples.") {
                Some(id) => rule.examples.iter().find(|example| example.id.value == id).map(|example| {
                    let within = example.within.as_ref().map(|within| within.value);
                    Base::words(outcome_words(example.outcome, within, names), example.id.span)
                }),
                None => Some(Base::words(route_words(&rule.routes), rule.span)),
            };
            self.fields.push(Pair { name: name.clone(), language: None, own: Some(*span), base });
        }
        self
    }
}

fn lists(own: &RuleText, source: &RuleText, language: Option<usize>, names: &Names) -> Vec<Pairs> {
    let steps = Pairs {
        name: "steps",
        language,
        own: own.steps.iter().map(|step| step.span).collect(),
        base: source.steps.iter().map(|step| Base::segment(step, names)).collect(),
    };
    let body = Pairs {
        name: "body",
        language,
        own: own.body.iter().map(|block| block.span).collect(),
        base: source.body.iter().map(|block| Base::block(block, names)).collect(),
    };
    let all = [steps, body];
    all.into_iter().filter(|list| !list.own.is_empty() || !list.base.is_empty()).collect()
}

fn outcome_words(outcome: Outcome, within: Option<Within>, names: &Names) -> String {
    match within {
        None => outcome.word().to_owned(),
        Some(Within::AtOnce) => format!("{} within at-once", outcome.word()),
        Some(Within::Letter) => format!("{} within letter-date", outcome.word()),
        Some(Within::Fact(fact)) => format!("{} within {}", outcome.word(), names.facts[fact.get()]),
    }
}

fn route_words(routes: &[Route]) -> String {
    routes.iter().map(|route| route.word()).collect::<Vec<_>>().join(" ")
}
