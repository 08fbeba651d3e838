//! Walking through texts.

use crate::model::{Block, BlockKind, Inline, InlineKind, RuleText};

/// Every piece of running text, also inside emphasis and links.
pub(super) fn inlines<'a>(list: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
    for inline in list {
        visit(inline);
        match &inline.kind {
            InlineKind::Strong(inner) | InlineKind::Emphasis(inner) | InlineKind::Link(_, inner) => {
                inlines(inner, visit);
            }
            InlineKind::Text(_) | InlineKind::Fact { .. } | InlineKind::Image(..) | InlineKind::Break => {}
        }
    }
}

/// Every piece of running text in a block.
pub(super) fn block<'a>(block: &'a Block, visit: &mut dyn FnMut(&'a Inline)) {
    match &block.kind {
        BlockKind::Heading(_, inner) | BlockKind::Paragraph(inner) => inlines(inner, visit),
        BlockKind::List(_, items) => {
            items.iter().flat_map(|item| &item.blocks).for_each(|inner| self::block(inner, visit));
        }
        BlockKind::Table(table) => {
            table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| inlines(cell, visit));
        }
        BlockKind::Note(_, blocks) => blocks.iter().for_each(|inner| self::block(inner, visit)),
    }
}

/// Every piece of running text of a rule in one language.
pub(super) fn rule_text<'a>(text: &'a RuleText, visit: &mut dyn FnMut(&'a Inline)) {
    text.fields().into_iter().for_each(|(_, segment)| inlines(&segment.inlines, visit));
    text.steps.iter().for_each(|segment| inlines(&segment.inlines, visit));
    text.body.iter().for_each(|inner| block(inner, visit));
}
