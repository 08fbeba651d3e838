//! `locale.yaml`: name, direction, and which CLDR forms a language uses here.

use icu::locale::Locale;

use super::findings;
use crate::diag::Diagnostic;
use crate::source::SourceTree;
use crate::yaml::{Node, Reader, YamlText, parse};

/// Writing direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the `dir` attribute.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// What `locale.yaml` says.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    /// The language's name in itself.
    pub(super) name: String,
    pub(super) direction: Direction,
    /// Digits and separators.
    pub(super) numbers: Locale,
    /// How an amount is written around `{value}`.
    pub(super) money: String,
    /// How a percentage is written around `{value}`.
    pub(super) percent: String,
    pub(super) dates: Locale,
    /// A second set of month names, put in brackets.
    pub(super) month_alias: Option<Locale>,
}

/// Reads the settings of a language.
pub(super) fn read(tag: &str, tree: &SourceTree, findings: &mut Vec<Diagnostic>) -> Option<Settings> {
    let path = format!("locales/{tag}/locale.yaml");
    let Some((file, source)) = tree.find(&path) else {
        findings.push(findings::locale_missing(&path));
        return None;
    };
    let node = parse(YamlText { file, text: source.text()?, offset: 0 }, findings)?;
    let mut reader = Reader::default();
    let settings = settings(&node, &mut reader);
    findings.append(&mut reader.findings);
    settings
}

fn settings(node: &Node, reader: &mut Reader) -> Option<Settings> {
    let mut fields = reader.fields(node, "locale.yaml")?;
    let name = fields.need("name", reader).and_then(|node| reader.text(node)).map(str::to_owned);
    // For people who read the files; nothing is shown from it.
    let _ = fields.take("english_name");
    let directions = [("ltr", Direction::Ltr), ("rtl", Direction::Rtl)];
    let direction = fields.need("dir", reader).and_then(|node| reader.choice(node, &directions));
    let numbers = fields.need("numbers", reader).and_then(|node| locale(node, reader));
    let money = fields.need("money", reader).and_then(|node| pattern(node, reader));
    let percent = fields.need("percent", reader).and_then(|node| pattern(node, reader));
    let dates = fields.need("dates", reader).and_then(|node| locale(node, reader));
    let month_alias = fields.take("month_alias").and_then(|node| locale(node, reader));
    fields.finish(reader);
    Some(Settings {
        name: name?,
        direction: direction?,
        numbers: numbers?,
        money: money?,
        percent: percent?,
        dates: dates?,
        month_alias,
    })
}

fn locale(node: &Node, reader: &mut Reader) -> Option<Locale> {
    let text = reader.text(node)?;
    let locale = Locale::try_from_str(text).ok();
    if locale.is_none() {
        reader.findings.push(findings::locale_unknown(node.span, text));
    }
    locale
}

fn pattern(node: &Node, reader: &mut Reader) -> Option<String> {
    let text = reader.text(node)?;
    let good = text.contains("{value}");
    if !good {
        reader.findings.push(findings::pattern(node.span, text));
    }
    good.then(|| text.to_owned())
}
