//! `facts.yaml`, and the values that municipalities give.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::findings::{self, BAD_VALUE, FACT_PERIODS_OVERLAP, FACT_WITHOUT_VALUES, FORMULA_SYNTAX};
use super::formula;
use super::laws;
use super::texts::{self, Place};
use crate::diag::Diagnostic;
use crate::model::{Fact, FactKind, FactSource, Figures, Formula, Ix, PerLanguage, Period, Rounding, Value};
use crate::source::{Span, Spanned, has_no_form};
use crate::yaml::{Fields, Reader};
use crate::yaml::{Key, Node, NodeKind};

/// One fact of `facts.yaml`. A fact that is written wrongly keeps its place, marked as unusable.
pub(super) fn fact(key: &Key, node: &Node, place: Place<'_>, reader: &mut Reader) -> Fact {
    let mut fact = Fact {
        id: Spanned::new(key.text.clone(), key.span),
        kind: FactKind::Text,
        label: PerLanguage::none(),
        source: FactSource::default(),
        figures: Figures::Unusable,
        bounds: None,
        expected: Vec::new(),
        awaiting: None,
    };
    reader.check_id(&key.text, key.span);
    let Some(mut fields) = reader.fields(node, "a fact") else {
        return fact;
    };
    let kind = fields.need("kind", reader).and_then(|node| reader.choice(node, &FactKind::ALL));
    if let Some(node) = fields.need("label", reader) {
        fact.label = texts::per_language(node, place, texts::plain_at, reader);
    }
    if let Some(node) = fields.take("law") {
        fact.source.law = laws::references(node, place.names, reader);
    }
    fact.source.text = fields.take("source").and_then(|node| reader.name(node)).map(str::to_owned);
    fact.bounds = fields.take("bounds").and_then(|node| bounds(node, reader));
    if let Some(node) = fields.take("expected") {
        fact.expected = days_of_year(node, reader);
    }
    if let Some(node) = fields.take("awaiting") {
        fact.awaiting = named(node, place, reader);
    }
    let (values, formula) = (fields.take("values"), fields.take("formula"));
    let local = fields.take("local").and_then(|node| reader.truth(node)).unwrap_or(false);
    let shapes = Shapes { values, formula, rounding: rounding(&mut fields, reader), local };
    if let Some(kind) = kind {
        fact.kind = kind;
        let figures = shapes.figures(key, kind, place, reader);
        fact.figures = figures.unwrap_or(Figures::Unusable);
    }
    fields.finish(reader);
    fact
}

/// Days of the year, written as month and day: `01-01`, `07-01`.
fn days_of_year(node: &Node, reader: &mut Reader) -> Vec<(i8, i8)> {
    let mut days = Vec::new();
    for text in reader.texts(node) {
        // A leap year, so that 29 February can be written.
        match format!("2024-{}", text.value).parse::<Date>() {
            Ok(date) if text.value.len() == 5 => days.push((date.month(), date.day())),
            _ => {
                let message = format!("`{}` is not a day of the year", text.value);
                let help = "write month and day: 01-01, 07-01";
                reader.findings.push(Diagnostic::error(findings::BAD_DATE, text.span, message, help));
            }
        }
    }
    days
}

/// A fact by name.
pub(super) fn named(node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<Spanned<Ix<Fact>>> {
    let text = reader.text(node)?;
    let found = place.names.fact(text);
    if found.is_none() && !place.names.unread.contains("facts") {
        let known = place.names.facts.iter().map(String::as_str);
        reader.findings.push(findings::unknown(findings::UNKNOWN_FACT, node.span, "fact", text, known));
    }
    found.map(|fact| Spanned::new(fact, node.span))
}

/// The three ways in which a fact can get its values, as found in the file.
struct Shapes<'n> {
    values: Option<&'n Node>,
    formula: Option<&'n Node>,
    rounding: (Decimal, Rounding),
    local: bool,
}

impl Shapes<'_> {
    fn figures(&self, key: &Key, kind: FactKind, place: Place<'_>, reader: &mut Reader) -> Option<Figures> {
        match (self.values, self.formula, self.local) {
            (None, None, true) => Some(Figures::Local),
            (Some(node), None, false) => {
                let periods = periods(node, kind, place, reader);
                (!periods.is_empty()).then_some(Figures::Dated(periods))
            }
            (None, Some(node), false) => computed(node, kind, self.rounding, place, reader),
            _ => {
                let help = "give `values` with dates, or a `formula`, or `local: true`: one of the three";
                let message = format!("it is not clear where `{}` gets its value", key.text);
                reader.findings.push(Diagnostic::error(FACT_WITHOUT_VALUES, key.span, message, help));
                None
            }
        }
    }
}

fn bounds(node: &Node, reader: &mut Reader) -> Option<(Option<Decimal>, Option<Decimal>)> {
    let mut fields = reader.fields(node, "bounds")?;
    let min = fields.take("min").and_then(|node| reader.number(node));
    let max = fields.take("max").and_then(|node| reader.number(node));
    fields.finish(reader);
    Some((min, max))
}

fn rounding(fields: &mut Fields<'_>, reader: &mut Reader) -> (Decimal, Rounding) {
    let cent = Decimal::new(1, 2);
    let mut step = cent;
    if let Some(node) = fields.take("round") {
        match reader.number(node) {
            Some(number) if number > Decimal::ZERO => step = number,
            Some(_) => {
                let help = "write the step in which amounts go, for example 0.01";
                reader.findings.push(Diagnostic::error(
                    BAD_VALUE,
                    node.span,
                    "rounding to nothing is not possible",
                    help,
                ));
            }
            None => {}
        }
    }
    let mode = fields.take("rounding").and_then(|node| reader.choice(node, &Rounding::ALL));
    (step, mode.unwrap_or(Rounding::HalfUp))
}

fn computed(
    node: &Node,
    kind: FactKind,
    (step, rounding): (Decimal, Rounding),
    place: Place<'_>,
    reader: &mut Reader,
) -> Option<Figures> {
    let text = reader.text(node)?;
    if !kind.is_numeric() {
        let help = "only money, number, percent, days, weeks and months can be computed";
        reader.findings.push(Diagnostic::error(
            FORMULA_SYNTAX,
            node.span,
            "this kind of fact has no formula",
            help,
        ));
        return None;
    }
    // A length of time has no parts: days, weeks, months and years are counted whole.
    let step = if kind.is_duration() && !step.is_integer() { Decimal::ONE } else { step };
    match formula::parse(text, place.origin(node)) {
        Ok(operations) => Some(Figures::Computed(Formula { operations, step, rounding, span: node.span })),
        Err(finding) => {
            reader.findings.push(finding);
            None
        }
    }
}

/// Dated values: a list of `{from, until, value}`, or one value that always holds.
pub(super) fn periods(node: &Node, kind: FactKind, place: Place<'_>, reader: &mut Reader) -> Vec<Period> {
    let NodeKind::List(rows) = &node.kind else {
        let value = value(node, kind, place, reader);
        let always = Date::constant(1, 1, 1);
        return value
            .map(|value| Period { from: always, until: None, value, span: node.span })
            .into_iter()
            .collect();
    };
    if rows.is_empty() {
        let help = "write at least one line: `- {from: 2026-01-01, value: ...}`";
        reader.findings.push(Diagnostic::error(
            FACT_WITHOUT_VALUES,
            node.span,
            "this list of values is empty",
            help,
        ));
    }
    let mut periods: Vec<Period> = rows.iter().filter_map(|row| period(row, kind, place, reader)).collect();
    periods.sort_by_key(|period| period.from);
    for pair in periods.windows(2) {
        let overlaps = pair[0].from == pair[1].from || pair[0].until.is_some_and(|until| until >= pair[1].from);
        if overlaps {
            let help = "one day can have one value: change `from` or `until`";
            let message = format!("from {} on, two values hold at once", pair[1].from);
            let finding = Diagnostic::error(FACT_PERIODS_OVERLAP, pair[1].span, message, help);
            reader.findings.push(finding.label(pair[0].span, "the other value"));
        }
    }
    periods
}

fn period(row: &Node, kind: FactKind, place: Place<'_>, reader: &mut Reader) -> Option<Period> {
    let mut fields = reader.fields(row, "a dated value")?;
    let from = fields.need("from", reader).and_then(|node| reader.date(node));
    let until_node = fields.take("until");
    let until = until_node.and_then(|node| reader.date(node));
    let value = fields.need("value", reader).and_then(|node| value(node, kind, place, reader));
    fields.finish(reader);
    let (from, value) = (from?, value?);
    if let (Some(until), Some(node)) = (until, until_node)
        && until < from
    {
        let help = "`until` is the last day on which the value holds";
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, "this period ends before it starts", help));
        return None;
    }
    Some(Period { from, until, value, span: row.span })
}

fn value(node: &Node, kind: FactKind, place: Place<'_>, reader: &mut Reader) -> Option<Value> {
    match kind {
        kind if kind.is_duration() => {
            let number = reader.whole(node)?;
            if !(0..=100_000).contains(&number) {
                let help = "write how many, for example 6";
                reader.findings.push(Diagnostic::error(
                    BAD_VALUE,
                    node.span,
                    "this length of time is not possible",
                    help,
                ));
                return None;
            }
            Some(Value::Number(number.into()))
        }
        FactKind::Money | FactKind::Number | FactKind::Percent => {
            let number = reader.number(node)?;
            if kind == FactKind::Money && number.normalize().scale() > 2 {
                let help = "an amount has at most two decimals";
                reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, "parts of a cent", help));
                return None;
            }
            Some(Value::Number(number))
        }
        FactKind::Date => Some(Value::Date(reader.date(node)?)),
        FactKind::Text => {
            let read = |node: &Node, reader: &mut Reader| reader.name(node).map(str::to_owned);
            Some(Value::Text(texts::by_language(node, place, reader, read)))
        }
        _ => address(node, kind, reader).map(Value::Plain),
    }
}

/// A telephone number, e-mail address or web address.
pub(super) fn address(node: &Node, kind: FactKind, reader: &mut Reader) -> Option<String> {
    let text = reader.text(node)?.trim();
    let no_space = !text.chars().any(|c| c.is_whitespace() || has_no_form(c));
    let (good, help) = match kind {
        FactKind::Phone => (
            text.chars().filter(char::is_ascii_digit).count() >= 3
                && text.chars().all(|c| c.is_ascii_digit() || " +()-".contains(c)),
            "a telephone number has digits, spaces, `+`, `-` and brackets",
        ),
        FactKind::Email => (
            no_space
                && text.split_once('@').is_some_and(|(a, b)| !a.is_empty() && b.contains('.') && !b.contains('@')),
            "an e-mail address looks like name@place.nl",
        ),
        _ => (
            no_space
                && ["https://", "http://"].iter().any(|s| text.strip_prefix(s).is_some_and(|r| !r.is_empty())),
            "a web address starts with https://",
        ),
    };
    if !good {
        let message = format!("`{}` cannot be used here", text.escape_debug());
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, message, help));
    }
    good.then(|| text.to_owned())
}

/// The facts that every municipality has by its contacts.
pub(super) fn built_in(id: &str, span: Span) -> Fact {
    let kind = match id {
        "municipality-phone" => FactKind::Phone,
        "municipality-email" => FactKind::Email,
        "municipality-website" => FactKind::Url,
        _ => FactKind::Text,
    };
    Fact {
        id: Spanned::new(id.to_owned(), span),
        kind,
        label: PerLanguage::none(),
        source: FactSource::default(),
        figures: Figures::Local,
        bounds: None,
        expected: Vec::new(),
        awaiting: None,
    }
}

/// Reports a local value outside the bounds of its fact.
pub(super) fn check_bounds(fact: &Fact, periods: &[Period], reader: &mut Reader) {
    let Some((min, max)) = fact.bounds else {
        return;
    };
    for period in periods {
        let Value::Number(number) = period.value else {
            continue;
        };
        if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
            let show = |bound: Option<Decimal>| bound.map_or("any".to_owned(), |b| b.to_string());
            let message = format!("{number} lies outside {} to {}", show(min), show(max));
            let help = format!("the bounds of `{}` stand in content/facts.yaml", fact.id.value);
            reader.findings.push(Diagnostic::error(findings::OUT_OF_BOUNDS, period.span, message, help));
        }
    }
}
