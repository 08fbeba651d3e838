//! `card` and `repayment` in `site.yaml`.

use rust_decimal::Decimal;

use super::findings::{self, BAD_VALUE, TERM_NOT_SHOWN, UNKNOWN_FACT};
use super::texts::{self, Place};
use super::{facts, site};
use crate::diag::Diagnostic;
use crate::model::{
    CardLine, Fact, FactKind, Figures, InlineKind, Ix, PerLanguage, Repayment, Segment, Site, each_inline,
};
use crate::source::{Span, Spanned};
use crate::yaml::{Key, Node, Reader};

/// The lines of the wallet card: `report-within: {nl: ..., en: ...}`, in the order of the file.
pub(super) fn card(node: &Node, place: Place<'_>, reader: &mut Reader) -> Vec<CardLine> {
    let entries = reader.map(node).unwrap_or_default();
    entries.iter().filter_map(|(key, node)| card_line(key, node, place, reader)).collect()
}

fn card_line(key: &Key, node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<CardLine> {
    let Some(fact) = place.names.fact(&key.text) else {
        if !place.names.unread.contains("facts") {
            let known = place.names.facts.iter().map(String::as_str);
            reader.findings.push(findings::unknown(UNKNOWN_FACT, key.span, "fact", &key.text, known));
        }
        return None;
    };
    let text = texts::per_language(node, place, texts::running, reader);
    // In another language `different-facts` compares with the source.
    let source = text.get(place.names.languages.source());
    if let Some(segment) = source.filter(|segment| !shows(segment, fact)) {
        let help = format!("write `{{{0}}}` or `{{{0}:after}}` in the sentence", key.text);
        let message = format!("this sentence is about `{}`, and does not show it", key.text);
        reader.findings.push(Diagnostic::error(TERM_NOT_SHOWN, segment.span, message, help));
    }
    Some(CardLine { fact: Spanned::new(fact, key.span), text })
}

fn shows(segment: &Segment, wanted: Ix<Fact>) -> bool {
    let mut found = false;
    each_inline(&segment.inlines, &mut |inline| {
        found |= matches!(inline.kind, InlineKind::Fact { fact, .. } if fact == wanted);
    });
    found
}

/// The table of repayments.
pub(super) fn repayment(node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<Repayment> {
    let mut fields = reader.fields(node, "repayment")?;
    let share = fields.need("share", reader).and_then(|node| facts::named(node, place, reader));
    let of = fields.need("of", reader).map(|node| some(node, reader)).unwrap_or_default();
    let of: Vec<Spanned<Ix<Fact>>> = of.iter().filter_map(|node| facts::named(node, place, reader)).collect();
    let debts = fields.need("debts", reader).map(|node| debts(node, reader)).unwrap_or_default();
    let rules = fields.take("rule").map(|node| site::rules(node, place.names, reader)).unwrap_or_default();
    let mut text = |key: &'static str, need: bool, reader: &mut Reader| {
        let node = if need { fields.need(key, reader) } else { fields.take(key) };
        node.map_or_else(PerLanguage::none, |node| texts::per_language(node, place, texts::running, reader))
    };
    let introduction = text("introduction", true, reader);
    let warning = text("warning", false, reader);
    fields.finish(reader);
    Some(Repayment { share: share?, of, debts, rule: rules.first().copied(), introduction, warning })
}

/// A list with something in it.
fn some<'n>(node: &'n Node, reader: &mut Reader) -> &'n [Node] {
    let list = reader.list(node);
    if list.is_some_and(<[Node]>::is_empty) {
        let help = "the table needs one or more of these; leave out `repayment` for a guide without the table";
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, "this list is empty", help));
    }
    list.unwrap_or_default()
}

/// A debt that is larger than this is a slip of the pen.
const LARGEST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

fn debts(node: &Node, reader: &mut Reader) -> Vec<Decimal> {
    let mut debts: Vec<Decimal> = Vec::new();
    for node in some(node, reader) {
        let Some(debt) = reader.number(node) else { continue };
        let whole_cents = debt.normalize().scale() <= 2;
        let larger = debts.last().is_none_or(|before| *before < debt);
        if debt > Decimal::ZERO && debt <= LARGEST && whole_cents && larger {
            debts.push(debt);
            continue;
        }
        let help = "write amounts in euro from low to high, each once: [250, 500, 1000]";
        let message = format!("the table cannot have a debt of `{debt}` here");
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, message, help));
    }
    debts
}

/// Reports facts of a kind that cannot stand where they are named.
pub(super) fn check_kinds(site: &Site, facts: &[Fact], reader: &mut Reader) {
    let mut check = |named: &Spanned<Ix<Fact>>, good: fn(FactKind) -> bool, wanted: &str| {
        let fact = &facts[named.value.get()];
        if !good(fact.kind) && fact.figures != Figures::Unusable {
            reader.findings.push(wrong_kind(named.span, &fact.id.value, wanted));
        }
    };
    for line in &site.card {
        let term = |kind: FactKind| kind.is_duration() || kind == FactKind::Date;
        check(&line.fact, term, "a length of time or a date");
    }
    if let Some(table) = &site.repayment {
        check(&table.share, |kind| kind == FactKind::Percent, "a percentage");
        table.of.iter().for_each(|of| check(of, |kind| kind == FactKind::Money, "an amount of money"));
    }
}

fn wrong_kind(span: Span, name: &str, wanted: &str) -> Diagnostic {
    let message = format!("`{name}` is not {wanted}");
    Diagnostic::error(BAD_VALUE, span, message, "name a fact of the right kind; docs/authoring.md lists them")
}
