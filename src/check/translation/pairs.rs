//! A translation beside its source, segment by segment.

use super::super::text::labels;
use super::super::walk;
use crate::model::{
    Alignment, Block, HistoryEntry, Inline, Ix, Library, Municipality, Rule, RuleText, Segment, State,
};
use crate::source::Span;

/// A text in a translation.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum Unit<'a> {
    /// A single text.
    Segment(&'a Segment),
    /// A block of a body.
    Block(&'a Block),
}

impl<'a> Unit<'a> {
    pub(in super::super) fn span(self) -> Span {
        match self {
            Unit::Segment(segment) => segment.span,
            Unit::Block(block) => block.span,
        }
    }

    /// Every piece of its running text.
    pub(super) fn walk(self, visit: &mut dyn FnMut(&'a Inline)) {
        match self {
            Unit::Segment(segment) => walk::inlines(&segment.inlines, visit),
            Unit::Block(block) => walk::block(block, visit),
        }
    }
}

/// A segment of a translation and what it was made from.
#[derive(Debug, Clone)]
pub(in super::super) struct Pair<'a> {
    /// Its name, as in `translations.lock`.
    pub(in super::super) name: String,
    pub(in super::super) own: Option<Unit<'a>>,
    pub(in super::super) source: Option<Unit<'a>>,
    pub(in super::super) state: State,
}

/// A translation of a rule, or of a municipality's version of one.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Translated<'a> {
    pub(in super::super) ix: Ix<Rule>,
    pub(in super::super) rule: &'a Rule,
    /// Whose version it is; nothing for the general text.
    pub(in super::super) municipality: Option<&'a Municipality>,
    pub(in super::super) language: usize,
    pub(in super::super) source: &'a RuleText,
    /// Nothing when there is no file.
    pub(in super::super) own: Option<&'a RuleText>,
    /// What changed in the rule, or in the municipality's version.
    pub(in super::super) history: &'a [HistoryEntry],
}

/// Every rule and municipality's version in every language but the source.
pub(in super::super) fn translated(library: &Library) -> Vec<Translated<'_>> {
    let source_language = library.languages.source();
    let own = library.rules.iter().enumerate();
    let own = own.map(|(i, rule)| (Ix::new(i), None, &rule.texts, rule.history.as_slice()));
    let overlays = library.municipalities.iter().flat_map(|municipality| {
        let overlays = municipality.overlays.iter();
        overlays.map(move |(ix, overlay)| (*ix, Some(&**municipality), &overlay.texts, overlay.history.as_slice()))
    });
    let mut all = Vec::new();
    for (ix, municipality, texts, history) in own.chain(overlays) {
        let rule = &library.rules[ix.get()];
        let Some(source) = texts.get(source_language) else { continue };
        for (language, _) in library.languages.iter().filter(|(language, _)| *language != source_language) {
            all.push(Translated { ix, rule, municipality, language, source, own: texts.get(language), history });
        }
    }
    all
}

impl<'a> Translated<'a> {
    /// All segments, in the order of the source.
    pub(in super::super) fn pairs(&self) -> Vec<Pair<'a>> {
        let Some(own) = self.own else { return Vec::new() };
        let theirs = own.fields();
        let find = |name: &str| theirs.iter().find(|(n, _)| n == name).map(|(_, segment)| *segment);
        let fields = self.source.fields().into_iter().map(|(name, source)| {
            let own = find(&name);
            Pair {
                name,
                own: own.map(Unit::Segment),
                source: Some(Unit::Segment(source)),
                state: own.map(|own| own.state).unwrap_or_default(),
            }
        });
        let steps: Vec<Unit<'a>> = own.steps.iter().map(Unit::Segment).collect();
        let from: Vec<Unit<'a>> = self.source.steps.iter().map(Unit::Segment).collect();
        let steps = list("steps", (&steps, &from), &own.step_alignment);
        let blocks: Vec<Unit<'a>> = own.body.iter().map(Unit::Block).collect();
        let from: Vec<Unit<'a>> = self.source.body.iter().map(Unit::Block).collect();
        let body = list("body", (&blocks, &from), &own.body_alignment);
        fields.chain(steps).chain(body).collect()
    }
}

/// The items of a list beside those of the source: by the alignment, or in order where there is none.
fn list<'a>(name: &str, (own, source): (&[Unit<'a>], &[Unit<'a>]), alignment: &[Alignment]) -> Vec<Pair<'a>> {
    let pair = |i: usize, own, source, state| Pair { name: format!("{name}.{}", i + 1), own, source, state };
    if alignment.is_empty() {
        let count = own.len().max(source.len());
        return (0..count).map(|i| pair(i, own.get(i).copied(), source.get(i).copied(), State::Current)).collect();
    }
    let mut pairs = Vec::new();
    for (place, entry) in alignment.iter().enumerate() {
        pairs.push(match entry {
            Alignment::Own(i, state) => pair(*i, own.get(*i).copied(), source.get(place).copied(), *state),
            Alignment::Source(i) => pair(*i, None, source.get(*i).copied(), State::Current),
        });
    }
    // A translation with fewer parts, accepted as it is, lines up with the first of them.
    let all_own = alignment.iter().all(|entry| matches!(entry, Alignment::Own(..)));
    let rest = if all_own { source.get(alignment.len()..).unwrap_or_default() } else { &[] };
    pairs.extend(
        rest.iter().enumerate().map(|(i, rest)| pair(alignment.len() + i, None, Some(*rest), State::Current)),
    );
    pairs
}

/// Texts per language that stand in YAML: the source, and each translation that there is or should be.
pub(in super::super) fn label_pairs(library: &Library) -> Vec<(usize, Pair<'_>)> {
    let source_language = library.languages.source();
    let mut pairs = Vec::new();
    for label in labels(library).into_iter().flatten() {
        let Some(source) = label.texts.get(source_language) else { continue };
        for (language, tag) in library.languages.iter().filter(|(language, _)| *language != source_language) {
            let own = label.texts.get(language);
            // One text for all languages is no translation.
            if own.is_some_and(|own| own.span == source.span) {
                continue;
            }
            pairs.push((
                language,
                Pair {
                    name: tag.to_owned(),
                    own: own.map(Unit::Segment),
                    source: Some(Unit::Segment(source)),
                    state: own.map(|own| own.state).unwrap_or_default(),
                },
            ));
        }
    }
    pairs
}
