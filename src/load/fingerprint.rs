//! Fingerprints of segments: what a translator would have to look at again, and nothing else.
//!
//! A segment is written out from its tree, with facts and link targets by name. So quotes, line breaks
//! and the choice between `*` and `_` do not count, nor does the value of a fact.

use std::fmt::Write;

use super::names::Names;
use crate::model::{Block, BlockKind, Fingerprint, Inline, InlineKind, Segment, Target};

/// The fingerprint of a segment.
pub(super) fn segment(segment: &Segment, names: &Names) -> Fingerprint {
    let mut text = String::new();
    inlines(&segment.inlines, names, &mut text);
    Fingerprint::of(&text)
}

/// The fingerprint of a block of a body.
pub(super) fn block(block: &Block, names: &Names) -> Fingerprint {
    let mut text = String::new();
    write_block(block, names, &mut text);
    Fingerprint::of(&text)
}

fn write_block(block: &Block, names: &Names, out: &mut String) {
    match &block.kind {
        BlockKind::Heading(level, inner) => {
            let _ = write!(out, "h{level} ");
            inlines(inner, names, out);
        }
        BlockKind::Paragraph(inner) => inlines(inner, names, out),
        BlockKind::List(number, items) => {
            out.push_str(if number.is_some() { "ol " } else { "ul " });
            for item in items {
                out.push_str(" li ");
                item.blocks.iter().for_each(|block| write_block(block, names, out));
            }
        }
        BlockKind::Table(table) => {
            for row in std::iter::once(&table.head).chain(&table.rows) {
                out.push_str(" tr ");
                for cell in row {
                    out.push_str(" td ");
                    inlines(cell, names, out);
                }
            }
        }
        BlockKind::Note(kind, blocks) => {
            let _ = write!(out, "note {kind:?} ");
            blocks.iter().for_each(|block| write_block(block, names, out));
        }
    }
}

fn inlines(list: &[Inline], names: &Names, out: &mut String) {
    for inline in list {
        match &inline.kind {
            InlineKind::Text(text) => out.push_str(text),
            InlineKind::Fact { fact, .. } => {
                let _ = write!(out, "{{{}}}", names.facts[fact.get()]);
            }
            InlineKind::Strong(inner) => wrapped("**", inner, names, out),
            InlineKind::Emphasis(inner) => wrapped("*", inner, names, out),
            InlineKind::Link(target, inner) => {
                wrapped("|", inner, names, out);
                match &**target {
                    Target::Rule(rule, example) => {
                        let _ = write!(out, "(rule:{} {example:?})", names.rules[rule.get()]);
                    }
                    Target::Term(term) => {
                        let _ = write!(out, "(term:{})", names.terms[term.get()]);
                    }
                    Target::External(to) => {
                        let _ = write!(out, "({to})");
                    }
                }
            }
            InlineKind::Image(media, alt) => {
                let _ = write!(out, "![{alt}]({})", names.media[media.get()]);
            }
            InlineKind::Break => out.push(' '),
        }
    }
}

fn wrapped(mark: &str, inner: &[Inline], names: &Names, out: &mut String) {
    out.push_str(mark);
    inlines(inner, names, out);
    out.push_str(mark);
}
