//! Walking through texts.

use super::text::labels;
use crate::model::{Block, BlockKind, Inline, InlineKind, Library, RuleText};

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
    text.alone().for_each(|segment| inlines(&segment.inlines, visit));
    text.steps.iter().for_each(|segment| inlines(&segment.inlines, visit));
    text.body.iter().for_each(|inner| block(inner, visit));
}

/// Every piece of running text of a guide: rules, own versions, and texts in YAML.
pub(super) fn guide<'a>(library: &'a Library, visit: &mut dyn FnMut(&'a Inline)) {
    let overlays = library.municipalities.iter().flat_map(|municipality| municipality.overlays.values());
    let texts = library.rules.iter().map(|rule| &rule.texts).chain(overlays.map(|overlay| &overlay.texts));
    texts.flat_map(|texts| texts.iter()).for_each(|(_, text)| rule_text(text, visit));
    for label in labels(library).into_iter().flatten() {
        label.texts.iter().for_each(|(_, segment)| inlines(&segment.inlines, visit));
    }
    let hours = library.municipalities.iter().flat_map(|municipality| municipality.contacts.hours.iter());
    hours.flat_map(|(_, lines)| lines).for_each(|line| inlines(&line.inlines, visit));
}
