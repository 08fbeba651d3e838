//! Texts: a small typed tree, the same for website and paper.

use super::{Fact, Ix, Media, Rule, Term};
use crate::source::Span;

/// A piece of running text with its place. A large guide has a million, so what few of them hold is boxed.
#[derive(Debug, Clone, PartialEq)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Where it stands.
    pub span: Span,
}

/// Kinds of running text.
#[derive(Debug, Clone, PartialEq)]
pub enum InlineKind {
    /// Letters, as text.
    Text(Box<str>),
    /// The value of a fact; `after` asks for the form after a preposition, where a language has one.
    Fact {
        /// Which fact.
        fact: Ix<Fact>,
        /// The form after a preposition or in the genitive.
        after: bool,
    },
    /// Important.
    Strong(Box<[Inline]>),
    /// Stressed.
    Emphasis(Box<[Inline]>),
    /// A link.
    Link(Box<Target>, Box<[Inline]>),
    /// An image with its alternative text, which is never empty.
    Image(Ix<Media>, Box<str>),
    /// A line break asked for by the author.
    Break,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a rule, or to one of its examples (position in the rule's list).
    Rule(Ix<Rule>, Option<usize>),
    /// To a word of the glossary.
    Term(Ix<Term>),
    /// Elsewhere: `http`, `https`, `mailto` or `tel`.
    External(Box<str>),
}

/// The unit of translation: a title, an answer, one example text, one step.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The text.
    pub inlines: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
    /// Whether it still matches its source.
    pub state: State,
}

/// Whether a translated segment still matches the source text it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// It does, or it is the source itself, or nothing is known against it.
    #[default]
    Current,
    /// The source has changed since.
    Stale,
    /// A machine made it and nobody has read it since.
    Unreviewed,
}

/// How a translated body lines up with the present source body: one entry per block to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// The translation's block with this number.
    Own(usize, State),
    /// The source's block with this number: it has no translation.
    Source(usize),
}

/// A block of a body.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
}

/// Kinds of blocks.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading; level 2 or 3 as written, the rule's title being level 1.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; numbered from the given number, or with bullets.
    List(Option<u64>, Vec<ListItem>),
    /// A table.
    Table(Table),
    /// A note that stands apart from the text.
    Note(NoteKind, Vec<Block>),
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListItem {
    /// Its blocks; a short item is one paragraph.
    pub blocks: Vec<Block>,
}

/// A table with one row of header cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Header cells.
    pub head: Vec<Vec<Inline>>,
    /// Rows of as many cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// Kinds of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// Good to know.
    Note,
    /// Something that helps.
    Tip,
    /// Something that can go wrong.
    Warning,
}

impl Block {
    /// Its running texts, in order: a paragraph has one, a table one for each cell.
    #[must_use]
    pub fn runs(&self) -> Vec<&[Inline]> {
        match &self.kind {
            BlockKind::Heading(_, inner) | BlockKind::Paragraph(inner) => vec![inner.as_slice()],
            BlockKind::List(_, items) => {
                items.iter().flat_map(|item| &item.blocks).flat_map(Block::runs).collect()
            }
            BlockKind::Note(_, blocks) => blocks.iter().flat_map(Block::runs).collect(),
            BlockKind::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).map(Vec::as_slice).collect()
            }
        }
    }
}

/// Visits every piece of a running text in order, also those inside others.
pub fn each_inline<'a>(list: &'a [Inline], visit: &mut impl FnMut(&'a Inline)) {
    for inline in list {
        visit(inline);
        if let InlineKind::Strong(inner) | InlineKind::Emphasis(inner) | InlineKind::Link(_, inner) = &inline.kind
        {
            each_inline(inner, visit);
        }
    }
}

impl Segment {
    /// The text without facts' values and without markup; facts appear as their position.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut text = String::new();
        plain(&self.inlines, &mut text);
        text
    }
}

fn plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) => out.push_str(text),
            InlineKind::Strong(inner) | InlineKind::Emphasis(inner) | InlineKind::Link(_, inner) => {
                plain(inner, out)
            }
            InlineKind::Image(_, alt) => out.push_str(alt),
            InlineKind::Break => out.push(' '),
            InlineKind::Fact { .. } => {}
        }
    }
}
