//! `municipality.yaml`: contacts, support, house style, own facts.

use std::collections::BTreeMap;

use super::facts;
use super::findings::{self, BAD_VALUE, FACT_NOT_LOCAL, LOCAL_VALUE_MISSING, UNKNOWN_FACT};
use super::inline;
use super::names::BUILT_IN_FACTS;
use super::texts::{self, Place};
use super::tokens;
use crate::diag::Diagnostic;
use crate::model::{
    Address, Contacts, Fact, FactKind, Figures, HouseStyle, Ix, LocalFact, Municipality, Ombudsman, PerLanguage,
    Period, Support, Value,
};
use crate::source::Spanned;
use crate::source::{SourceTree, Span};
use crate::yaml::Reader;
use crate::yaml::{Node, NodeKind};

/// One municipality, without its overlays.
pub(super) fn municipality(
    id: &str,
    node: &Node,
    place: Place<'_>,
    (all_facts, tree): (&[Fact], &SourceTree),
    reader: &mut Reader,
) -> Municipality {
    let span = Span { end: node.span.start, ..node.span };
    let mut municipality = empty(id, span);
    let Some(mut fields) = reader.fields(node, "municipality.yaml") else {
        return municipality;
    };
    if let Some(name) = fields.need("name", reader).and_then(|node| reader.name(node)) {
        municipality.name = name.trim().to_owned();
    }
    if let Some(node) = fields.need("organisation", reader) {
        municipality.organisation = texts::per_language(node, place, texts::plain_at, reader);
    }
    municipality.code = fields.take("code").and_then(|node| code(node, reader));
    municipality.owms = fields.take("owms").and_then(|node| owms(node, reader));
    if let Some(node) = fields.need("contacts", reader) {
        municipality.contacts = contacts(node, place, reader).unwrap_or_default();
    }
    if let Some(node) = fields.need("support", reader) {
        let items = reader.list(node).unwrap_or_default();
        municipality.support = items.iter().filter_map(|node| support(node, place, reader)).collect();
    }
    municipality.ombudsman = fields.take("ombudsman").and_then(|node| ombudsman(node, reader));
    if let Some(node) = fields.take("house_style") {
        municipality.house_style = house_style(node, place, tree, reader).unwrap_or_default();
    }
    let given = fields.take("facts");
    if let Some(node) = given {
        municipality.facts = own_facts(node, place, all_facts, reader);
    }
    fields.finish(reader);
    add_built_in(&mut municipality, place);
    let at = given.map_or(span, |node| Span { end: node.span.start, ..node.span });
    report_missing(&municipality, all_facts, at, reader);
    municipality
}

/// A municipality of which nothing is known but its folder.
fn empty(id: &str, span: Span) -> Municipality {
    Municipality {
        id: id.to_owned(),
        span,
        name: id.to_owned(),
        organisation: PerLanguage::none(),
        code: None,
        owms: None,
        contacts: Contacts::default(),
        support: Vec::new(),
        ombudsman: None,
        house_style: HouseStyle::default(),
        facts: BTreeMap::new(),
        overlays: BTreeMap::new(),
    }
}

fn code(node: &Node, reader: &mut Reader) -> Option<String> {
    let text = reader.text(node)?;
    let good = text.len() == 6 && text.starts_with("GM") && text[2..].bytes().all(|b| b.is_ascii_digit());
    if !good {
        let help = "write the CBS code: GM and four digits";
        reader.findings.push(Diagnostic::error(
            BAD_VALUE,
            node.span,
            format!("`{text}` is not a municipality code"),
            help,
        ));
    }
    good.then(|| text.to_owned())
}

/// The last part of an address in the national list of terms. What could end or split an address is refused.
fn owms(node: &Node, reader: &mut Reader) -> Option<String> {
    let text = reader.text(node)?;
    let sign = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '(' | ')' | '.' | ',' | '\'');
    let good = (1..=100).contains(&text.chars().count()) && text.chars().all(sign);
    if !good {
        let help = "write only the last part of its address on standaarden.overheid.nl: Utrecht_(gemeente)";
        let message = format!("`{text}` is not a name in the list of municipalities");
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, message, help));
    }
    good.then(|| text.to_owned())
}

fn contacts(node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<Contacts> {
    let mut fields = reader.fields(node, "contacts")?;
    let contacts = Contacts {
        since: fields.take("since").and_then(|n| reader.date(n)),
        phone: fields.need("phone", reader).and_then(|n| facts::address(n, FactKind::Phone, reader)),
        email: fields.take("email").and_then(|n| facts::address(n, FactKind::Email, reader)),
        website: fields.take("website").and_then(|n| facts::address(n, FactKind::Url, reader)),
        form: fields.take("form").and_then(|n| facts::address(n, FactKind::Url, reader)),
        desk: fields.take("desk").and_then(|n| address(n, reader)),
        post: fields.take("post").and_then(|n| address(n, reader)),
        hours: fields.take("hours").map_or_else(PerLanguage::none, |n| hours(n, place, reader)),
    };
    fields.finish(reader);
    Some(contacts)
}

fn hours(node: &Node, place: Place<'_>, reader: &mut Reader) -> PerLanguage<Vec<crate::model::Segment>> {
    texts::by_language(node, place, reader, |node, reader| {
        let items = match &node.kind {
            NodeKind::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        Some(items.iter().filter_map(|item| texts::running(item, place, reader)).collect())
    })
}

fn address(node: &Node, reader: &mut Reader) -> Option<Address> {
    let mut fields = reader.fields(node, "an address")?;
    let mut part =
        |key, reader: &mut Reader| fields.need(key, reader).and_then(|node| reader.name(node)).map(str::to_owned);
    let (street, postcode, place) = (part("street", reader), part("postcode", reader), part("place", reader));
    fields.finish(reader);
    Some(Address { street: street?, postcode: postcode?, place: place? })
}

fn support(node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<Support> {
    let mut fields = reader.fields(node, "support")?;
    let name = fields.need("name", reader).and_then(|n| reader.name(n)).map(str::to_owned);
    let support = Support {
        name: name.unwrap_or_default(),
        phone: fields.take("phone").and_then(|n| facts::address(n, FactKind::Phone, reader)),
        email: fields.take("email").and_then(|n| facts::address(n, FactKind::Email, reader)),
        website: fields.take("website").and_then(|n| facts::address(n, FactKind::Url, reader)),
        about: fields
            .need("about", reader)
            .map_or_else(PerLanguage::none, |n| texts::per_language(n, place, texts::running, reader)),
    };
    fields.finish(reader);
    Some(support)
}

fn ombudsman(node: &Node, reader: &mut Reader) -> Option<Ombudsman> {
    let mut fields = reader.fields(node, "an ombudsman")?;
    let name = fields.need("name", reader).and_then(|n| reader.name(n)).map(str::to_owned);
    let phone = fields.take("phone").and_then(|n| facts::address(n, FactKind::Phone, reader));
    let website = fields.take("website").and_then(|n| facts::address(n, FactKind::Url, reader));
    fields.finish(reader);
    Some(Ombudsman { name: name?, phone, website })
}

fn house_style(node: &Node, place: Place<'_>, tree: &SourceTree, reader: &mut Reader) -> Option<HouseStyle> {
    let mut fields = reader.fields(node, "a house style")?;
    let mut style = HouseStyle::default();
    if let Some(node) = fields.take("logo")
        && let Some(path) = reader.text(node)
    {
        style.logo = inline::image(path, node.span, place.origin(node), reader);
    }
    if let Some(node) = fields.take("colours") {
        for (key, node) in reader.map(node).unwrap_or_default() {
            if !tokens::COLOURS.contains(&key.text.as_str()) {
                reader.findings.push(findings::unknown_key(key.span, &key.text, &tokens::COLOURS));
            } else if let Some(colour) = tokens::colour(node, reader) {
                style.colours.insert(key.text.clone(), Spanned::new(colour, node.span));
            }
        }
    }
    if let Some(node) = fields.take("tokens") {
        style.tokens = tokens::file(node, place, tree, reader);
    }
    fields.finish(reader);
    Some(style)
}

fn own_facts(node: &Node, place: Place<'_>, all: &[Fact], reader: &mut Reader) -> BTreeMap<Ix<Fact>, LocalFact> {
    let mut own = BTreeMap::new();
    for (key, node) in reader.map(node).unwrap_or_default() {
        if place.names.unread.contains("facts") {
            continue;
        }
        let Some(ix) = place.names.fact(&key.text).filter(|_| !BUILT_IN_FACTS.contains(&key.text.as_str())) else {
            let known = place.names.facts.iter().map(String::as_str);
            reader.findings.push(findings::unknown(UNKNOWN_FACT, key.span, "fact", &key.text, known));
            continue;
        };
        let fact = &all[ix.get()];
        match fact.figures {
            Figures::Unusable => continue,
            Figures::Local => {}
            Figures::Dated(_) | Figures::Computed(_) => {
                let help = "take the line out, or write `local: true` instead of `values` in facts.yaml";
                let message = format!("`{}` is the same everywhere", key.text);
                let finding = Diagnostic::error(FACT_NOT_LOCAL, key.span, message, help);
                reader.findings.push(finding.label(fact.id.span, "the national fact"));
                continue;
            }
        }
        let periods = facts::periods(node, fact.kind, place, reader);
        facts::check_bounds(fact, &periods, reader);
        own.insert(ix, LocalFact { span: key.span, periods });
    }
    own
}

fn add_built_in(municipality: &mut Municipality, place: Place<'_>) {
    let contacts = &municipality.contacts;
    let values = [
        ("municipality-email", contacts.email.clone().map(Value::Plain)),
        ("municipality-name", Some(same_everywhere(&municipality.name, place))),
        ("municipality-phone", contacts.phone.clone().map(Value::Plain)),
        ("municipality-website", contacts.website.clone().map(Value::Plain)),
    ];
    let span = municipality.span;
    for (id, value) in values {
        if let (Some(ix), Some(value)) = (place.names.fact(id), value) {
            let always = jiff::civil::date(1, 1, 1);
            let periods = vec![Period { from: always, until: None, value, span }];
            municipality.facts.insert(ix, LocalFact { span, periods });
        }
    }
}

fn same_everywhere(text: &str, place: Place<'_>) -> Value {
    let mut values = PerLanguage::none();
    for (language, _) in place.names.languages.iter() {
        values.set(language, text.to_owned());
    }
    Value::Text(values)
}

fn report_missing(municipality: &Municipality, all: &[Fact], at: Span, reader: &mut Reader) {
    for (i, fact) in all.iter().enumerate() {
        let built_in = BUILT_IN_FACTS.contains(&fact.id.value.as_str());
        if fact.figures == Figures::Local && !built_in && !municipality.facts.contains_key(&Ix::new(i)) {
            let message = format!("{} does not give `{}`", municipality.name, fact.id.value);
            let help = format!("add `{}: ...` under `facts` in this file", fact.id.value);
            let finding = Diagnostic::error(LOCAL_VALUE_MISSING, at, message, help);
            reader.findings.push(finding.label(fact.id.span, "every municipality gives its own"));
        }
    }
}
