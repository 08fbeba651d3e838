//! `different-structure`: a translation whose headings, lists or tables are not those of its source.

use super::super::{Context, Lint};
use super::pairs::{Unit, translated};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Block, BlockKind, State};

pub(in super::super) struct DifferentStructure;

impl Lint for DifferentStructure {
    fn code(&self) -> Code {
        "different-structure"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for text in translated(context.library()) {
            let pairs = text.pairs().into_iter().filter(|pair| pair.state != State::Stale);
            // The first difference shifts all that follows.
            let different = pairs.into_iter().find_map(|pair| match (pair.own, pair.source) {
                (Some(Unit::Block(own)), Some(Unit::Block(source))) if shape(own) != shape(source) => {
                    Some((own.span, source.span, format!("{}; the source has {}", shape(own), shape(source))))
                }
                (Some(own), None) => {
                    Some((own.span(), text.source.body.last()?.span, "more than the source has".to_owned()))
                }
                _ => None,
            });
            findings.extend(different.map(|(own, source, said)| {
                let message = format!("the translation is built otherwise: {said}");
                let help = "use the same headings, lists and tables in the same order";
                Diagnostic::warning(self.code(), own, message, help).label(source, "the source")
            }));
        }
        findings
    }
}

/// What a block looks like, apart from its words.
fn shape(block: &Block) -> String {
    match &block.kind {
        BlockKind::Heading(level, _) => format!("a heading of level {level}"),
        BlockKind::Paragraph(_) => "a paragraph".to_owned(),
        BlockKind::List(Some(_), items) => format!("a numbered list of {}", items.len()),
        BlockKind::List(None, items) => format!("a list of {}", items.len()),
        BlockKind::Table(table) => format!("a table of {} by {}", table.rows.len(), table.head.len()),
        BlockKind::Note(kind, blocks) => format!("a {kind:?} of {}", blocks.len()).to_lowercase(),
    }
}
