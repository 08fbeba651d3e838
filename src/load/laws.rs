//! `laws.yaml`, and references such as `Pw 31.2.m`.

use jiff::civil::Date;

use super::findings::{self, BAD_ID, BAD_VALUE, LAW_SYNTAX, UNKNOWN_LAW};
use super::names::Names;
use super::texts::{self, Place};
use crate::diag::Diagnostic;
use crate::model::{Law, LawReference, PerLanguage};
use crate::source::Spanned;
use crate::yaml::Reader;
use crate::yaml::{Key, Node};

/// One law.
pub(super) fn law(key: &Key, node: &Node, place: Place<'_>, reader: &mut Reader) -> Law {
    let (id, span) = (key.text.clone(), key.span);
    if !key.text.chars().all(|c| c.is_alphanumeric() || c == '-') {
        let help = "use letters, digits and hyphens, as in letters to people: Pw, Awb";
        let message = format!("`{}` cannot be the short name of a law", key.text);
        reader.findings.push(Diagnostic::error(BAD_ID, span, message, help));
    }
    let mut law = Law { id, bwb: String::new(), span, name: PerLanguage::none(), version: None };
    let Some(mut fields) = reader.fields(node, "a law") else {
        return law;
    };
    if let Some(node) = fields.need("bwb", reader)
        && let Some(text) = reader.text(node)
    {
        let good =
            text.len() == 11 && text.starts_with("BWB") && text[3..].bytes().all(|b| b.is_ascii_alphanumeric());
        if !good {
            let help = "the identifier stands in the address of the law on wetten.overheid.nl: BWBR0015703";
            reader.findings.push(Diagnostic::error(
                BAD_VALUE,
                node.span,
                format!("`{text}` is not a BWB identifier"),
                help,
            ));
        }
        law.bwb = text.to_owned();
        law.span = node.span;
    }
    if let Some(node) = fields.need("name", reader) {
        law.name = texts::per_language(node, place, texts::plain_at, reader);
    }
    law.version = fields.take("version").and_then(|node| reader.date(node));
    fields.finish(reader);
    law
}

/// References in a list.
pub(super) fn references(node: &Node, names: &Names, reader: &mut Reader) -> Vec<LawReference> {
    let texts = reader.texts(node);
    texts.iter().filter_map(|text| reference(text, names, reader)).collect()
}

fn reference(text: &Spanned<String>, names: &Names, reader: &mut Reader) -> Option<LawReference> {
    let Some((law, rest)) = text.value.trim().split_once(' ') else {
        reader.findings.push(syntax(text));
        return None;
    };
    if names.unread.contains("laws") && names.law(law).is_none() {
        return None;
    }
    let Some(found) = names.law(law) else {
        let known = names.laws.iter().map(String::as_str);
        reader.findings.push(findings::unknown(UNKNOWN_LAW, text.span, "law", law, known));
        return None;
    };
    let (rest, version) = match rest.trim().split_once('@') {
        Some((rest, version)) => (rest, Some(version.parse::<Date>())),
        None => (rest.trim(), None),
    };
    let mut parts = rest.split('.');
    let article = parts.next().unwrap_or_default().to_owned();
    let paragraph = parts.next().map(str::to_owned);
    let part = parts.next().map(str::to_owned);
    let good = parts.next().is_none()
        && version.as_ref().is_none_or(Result::is_ok)
        && starts_with_digit(&article)
        && only(&article, ":")
        && paragraph.as_deref().is_none_or(|p| starts_with_digit(p) && only(p, ""))
        && part.as_deref().is_none_or(|p| !p.is_empty() && only(p, ""));
    if !good {
        reader.findings.push(syntax(text));
        return None;
    }
    let cited = version.and_then(Result::ok).map(|date| Spanned::new(date, text.span));
    Some(LawReference { law: found, article, paragraph, part, cited })
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn only(text: &str, more: &str) -> bool {
    text.len() <= 12 && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
}

fn syntax(text: &Spanned<String>) -> Diagnostic {
    let help = "write law, article, and if need be paragraph, part and version: `Pw 31.2.m`, `Awb 6:7`, `Pw 31@2026-01-01`";
    Diagnostic::error(LAW_SYNTAX, text.span, format!("`{}` is not a reference to a law", text.value), help)
}
