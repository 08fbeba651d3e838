//! How far the translations of a guide are: what the lints of this folder find one by one, counted.

use super::pairs::{Pair, Translated, label_pairs, translated};
use crate::model::{Ix, Library, Municipality, Rule, State};

/// The segments of a translation by what is known of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Segments {
    /// They match their source.
    pub current: usize,
    /// A machine made them and nobody has read them.
    pub unreviewed: usize,
    /// Their source has changed since.
    pub stale: usize,
    /// The source has them, the translation does not.
    pub missing: usize,
}

/// What a translation is a translation of.
#[derive(Debug, Clone, Copy)]
pub enum StandingOf<'a> {
    /// A rule, or a municipality's own version of one.
    Rule(Ix<Rule>, Option<&'a Municipality>),
    /// The texts in YAML that the whole guide shares.
    Labels,
}

/// How far one translation is.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// Of what.
    pub of: StandingOf<'a>,
    /// Into which language.
    pub language: usize,
    /// Whether there is anything at all: for a rule, its file.
    pub begun: bool,
    /// Its segments.
    pub segments: Segments,
}

impl Segments {
    /// All of them.
    #[must_use]
    pub fn total(self) -> usize {
        self.current + self.unreviewed + self.stale + self.missing
    }

    /// Whether nothing is left to be done.
    #[must_use]
    pub fn complete(self) -> bool {
        self.current == self.total()
    }

    /// Adds the segments of another translation.
    pub fn add(&mut self, other: Segments) {
        self.current += other.current;
        self.unreviewed += other.unreviewed;
        self.stale += other.stale;
        self.missing += other.missing;
    }

    fn count(&mut self, pair: &Pair<'_>) {
        let of_state = match (pair.own, pair.source, pair.state) {
            (None, Some(_), _) => &mut self.missing,
            (None, None, _) => return,
            (Some(_), _, State::Current) => &mut self.current,
            (Some(_), _, State::Stale) => &mut self.stale,
            (Some(_), _, State::Unreviewed) => &mut self.unreviewed,
        };
        *of_state += 1;
    }
}

/// Every translation of every rule and version, then the shared texts; each language but the source.
#[must_use]
pub fn standings(library: &Library) -> Vec<Standing<'_>> {
    let mut all: Vec<Standing<'_>> = translated(library).iter().map(of_rule).collect();
    let pairs = label_pairs(library);
    for (language, _) in library.languages.iter().filter(|(language, _)| *language != library.languages.source()) {
        let mut segments = Segments::default();
        pairs.iter().filter(|(of, _)| *of == language).for_each(|(_, pair)| segments.count(pair));
        let begun = segments.missing < segments.total();
        all.push(Standing { of: StandingOf::Labels, language, begun, segments });
    }
    all
}

fn of_rule<'a>(translated: &Translated<'a>) -> Standing<'a> {
    let mut segments = Segments::default();
    translated.pairs().iter().for_each(|pair| segments.count(pair));
    let begun = translated.own.is_some();
    if !begun {
        let source = translated.source;
        segments.missing = source.alone().count() + source.steps.len() + source.body.len();
    }
    let of = StandingOf::Rule(translated.ix, translated.municipality);
    Standing { of, language: translated.language, begun, segments }
}
