//! Articles of laws, as people name them and as an address.

use jiff::civil::Date;

use crate::locale::{Argument, Catalog};
use crate::model::{LawReference, Library, Segment};

/// An article of a law.
#[derive(Debug, Clone)]
pub(crate) struct LawLink {
    /// In the source language, which is that of the law.
    pub(crate) label: String,
    /// Its Juriconnect address (BWB 1.3) on wetten.overheid.nl.
    pub(crate) href: String,
}

/// The way to an article as it is on a day. `source` is the catalog of the source language.
pub(crate) fn law_link(library: &Library, source: &Catalog, date: Date, reference: &LawReference) -> LawLink {
    let law = &library.laws[reference.law.get()];
    // The newest version the guide was checked against, unless the edition speaks of an earlier day.
    let date = law.version.filter(|version| *version <= date).unwrap_or(date);
    let mut href = format!("https://wetten.overheid.nl/jci1.3:c:{}&artikel={}", law.bwb, reference.article);
    let say = |id: &str, name: &str, value: &str, law: &str| {
        source.say(id, &[("law", Argument::Text(law)), (name, Argument::Text(value))])
    };
    let name = law.name.get(library.languages.source()).map(Segment::plain).unwrap_or_default();
    let mut label = say("law_article", "article", &reference.article, &name);
    if let Some(paragraph) = &reference.paragraph {
        href.push_str(&format!("&lid={paragraph}"));
        label.push_str(&say("law_paragraph", "paragraph", paragraph, ""));
    }
    if let Some(part) = &reference.part {
        href.push_str(&format!("&o={part}"));
        label.push_str(&say("law_part", "part", part, ""));
    }
    href.push_str(&format!("&z={date}&g={date}"));
    LawLink { label, href }
}
