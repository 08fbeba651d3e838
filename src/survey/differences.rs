//! What differs between municipalities, field by field, in the source language: translations follow it.

use super::{GuideOrder, Held, Subject};
use crate::model::{
    Block, BlockKind, Fact, Inline, InlineKind, Ix, Library, Outcome, Overlay, Route, Rule, RuleText, Scope,
    Segment, Within,
};

/// A part of a text without markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Letters.
    Text(String),
    /// A fact, by name: its value differs from place to place, which is not what differs in the text.
    Fact(String),
}

/// The values of a local fact side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalValue {
    /// The fact.
    pub fact: Ix<Fact>,
    /// What holds in each municipality, in their order.
    pub held: Vec<Option<Held>>,
    /// Whether it is not the same in all of them.
    pub differs: bool,
}

/// A text that a municipality has its own version of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name, as in the file: `answer`, `examples.car.meaning`, `steps`, `body`.
    pub name: String,
    /// The general text; several lines for steps and body.
    pub general: Vec<Vec<Piece>>,
    /// The municipality's.
    pub own: Vec<Vec<Piece>>,
}

/// An example that means something else in a municipality; the general one first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleDifference {
    /// The example.
    pub id: String,
    /// What it means.
    pub outcome: (Outcome, Outcome),
    /// By when.
    pub within: (Option<Within>, Option<Within>),
}

/// A municipality's own version of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnVersion {
    /// The rule.
    pub rule: Ix<Rule>,
    /// The municipality, by position.
    pub municipality: usize,
    /// Texts that differ, in the order of the file.
    pub fields: Vec<Field>,
    /// Outcomes and terms that are set anew.
    pub examples: Vec<ExampleDifference>,
    /// Ways to do it, where they are set anew: the general ones, and the municipality's.
    pub routes: Option<(Vec<Route>, Vec<Route>)>,
}

/// What differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Differences {
    /// Local facts by name; contacts, which always differ, are left out.
    pub local: Vec<LocalValue>,
    /// Own versions, in the order of the rules and then of the municipalities.
    pub versions: Vec<OwnVersion>,
}

pub(super) fn differences(subject: Subject<'_>) -> Differences {
    let library = subject.library;
    let is_local = |fact: &Fact| fact.scope() == Scope::Local && !fact.is_contact();
    let local = library.facts.iter().enumerate().filter(|(_, fact)| is_local(fact));
    let local = local.map(|(i, _)| {
        let held: Vec<Option<Held>> = subject
            .publishers
            .iter()
            .filter(|publisher| publisher.municipality.is_some())
            .map(|publisher| publisher.facts.get(i).cloned().flatten())
            .collect();
        let value = |held: &Option<Held>| held.as_ref().map(|held| held.value.clone());
        let differs = held.windows(2).any(|pair| value(&pair[0]) != value(&pair[1]));
        LocalValue { fact: Ix::new(i), held, differs }
    });
    let mut versions: Vec<OwnVersion> = Vec::new();
    for (position, municipality) in library.municipalities.iter().enumerate() {
        versions.extend(
            municipality.overlays.iter().map(|(rule, overlay)| version(library, position, *rule, overlay)),
        );
    }
    let order = GuideOrder::of(library);
    versions.sort_by_key(|version| (order.place(version.rule), version.municipality));
    Differences { local: local.collect(), versions }
}

fn version(library: &Library, municipality: usize, ix: Ix<Rule>, overlay: &Overlay) -> OwnVersion {
    let rule = &library.rules[ix.get()];
    let source = library.languages.source();
    let nothing = RuleText::default();
    let general = rule.texts.get(source).unwrap_or(&nothing);
    let own = overlay.texts.get(source).unwrap_or(&nothing);
    let examples = overlay.examples.iter().filter_map(|(id, (outcome, within))| {
        let example = rule.examples.iter().find(|example| example.id.value == *id)?;
        let before = example.within.as_ref().map(|within| within.value);
        Some(ExampleDifference {
            id: id.clone(),
            outcome: (example.outcome, outcome.unwrap_or(example.outcome)),
            within: (before, within.as_ref().map(|within| within.value).or(before)),
        })
    });
    OwnVersion {
        rule: ix,
        municipality,
        fields: fields(library, general, own),
        examples: examples.collect(),
        routes: overlay.routes.clone().map(|routes| (rule.routes.clone(), routes)),
    }
}

/// The texts that `own` has, each beside the general one.
fn fields(library: &Library, general: &RuleText, own: &RuleText) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut add = |name: String, general: Vec<Vec<Piece>>, own: Vec<Vec<Piece>>| {
        if !own.is_empty() {
            fields.push(Field { name, general, own });
        }
    };
    let line = |segment: Option<&Segment>| segment.map(|segment| pieces(library, &segment.inlines));
    let one = |segment: Option<&Segment>| line(segment).into_iter().collect();
    let lines = |segments: &[Segment]| segments.iter().filter_map(|segment| line(Some(segment))).collect();
    add("title".into(), one(general.title.as_ref()), one(own.title.as_ref()));
    add("answer".into(), one(general.answer.as_ref()), one(own.answer.as_ref()));
    for (id, example) in &own.examples {
        let before = general.examples.get(id);
        let situation = before.and_then(|text| text.situation.as_ref());
        let meaning = before.and_then(|text| text.meaning.as_ref());
        add(format!("examples.{id}.situation"), one(situation), one(example.situation.as_ref()));
        add(format!("examples.{id}.meaning"), one(meaning), one(example.meaning.as_ref()));
    }
    add("steps".into(), lines(&general.steps), lines(&own.steps));
    add("proof".into(), one(general.proof.as_ref()), one(own.proof.as_ref()));
    add("consequence".into(), one(general.consequence.as_ref()), one(own.consequence.as_ref()));
    add("body".into(), body(library, &general.body), body(library, &own.body));
    fields
}

/// A text without markup, facts by name.
fn pieces(library: &Library, inlines: &[Inline]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    write(library, inlines, &mut pieces);
    pieces
}

fn write(library: &Library, inlines: &[Inline], out: &mut Vec<Piece>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) => letters(text, out),
            InlineKind::Fact { fact, .. } => out.push(Piece::Fact(library.facts[fact.get()].id.value.clone())),
            InlineKind::Strong(inner) | InlineKind::Emphasis(inner) | InlineKind::Link(_, inner) => {
                write(library, inner, out);
            }
            InlineKind::Image(_, alt) => letters(alt, out),
            InlineKind::Break => letters(" ", out),
        }
    }
}

fn letters(text: &str, out: &mut Vec<Piece>) {
    match out.last_mut() {
        Some(Piece::Text(before)) => before.push_str(text),
        _ => out.push(Piece::Text(text.to_owned())),
    }
}

/// A body line by line: headings, paragraphs, items, rows of tables.
fn body(library: &Library, blocks: &[Block]) -> Vec<Vec<Piece>> {
    let mut lines = Vec::new();
    blocks.iter().for_each(|block| block_lines(library, block, &mut lines));
    lines
}

fn block_lines(library: &Library, block: &Block, out: &mut Vec<Vec<Piece>>) {
    match &block.kind {
        BlockKind::Heading(_, inner) | BlockKind::Paragraph(inner) => out.push(pieces(library, inner)),
        BlockKind::List(_, items) => {
            items.iter().flat_map(|item| &item.blocks).for_each(|inner| block_lines(library, inner, out));
        }
        BlockKind::Table(table) => {
            for row in std::iter::once(&table.head).chain(&table.rows) {
                let mut line = Vec::new();
                for (i, cell) in row.iter().enumerate() {
                    if i > 0 {
                        letters(" | ", &mut line);
                    }
                    write(library, cell, &mut line);
                }
                out.push(line);
            }
        }
        BlockKind::Note(_, blocks) => blocks.iter().for_each(|inner| block_lines(library, inner, out)),
    }
}
