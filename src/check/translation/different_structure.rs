//! `different-structure`: a translation whose headings, lists or tables are not those of its source.

use super::super::{Context, Lint};
use super::pairs::{Pair, Translated, Unit};
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

    fn translation(&self, _: &Context<'_>, text: &Translated<'_>, pairs: &[Pair<'_>]) -> Vec<Diagnostic> {
        let fresh = pairs.iter().filter(|pair| pair.state != State::Stale);
        // The first difference shifts all that follows: one finding.
        let different = fresh.filter_map(|pair| match (pair.own, pair.source) {
            (Some(Unit::Block(own)), Some(Unit::Block(source))) if shape(own) != shape(source) => {
                Some((own.span, source.span, format!("{}; the source has {}", shape(own), shape(source))))
            }
            (Some(own), None) => {
                let last =
                    text.source.body.last().map(|block| block.span).or(text.source.steps.last().map(|s| s.span));
                Some((own.span(), last?, "more than the source has".to_owned()))
            }
            _ => None,
        });
        let report = different.take(1).map(|(own, source, said)| {
            let message = format!("the translation is built otherwise: {said}");
            let help = "use the same headings, lists and tables in the same order";
            Diagnostic::warning(self.code(), own, message, help).label(source, "the source")
        });
        report.collect()
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
