//! A municipality's guide as it is read in one language, or in two side by side.

use std::cell::Cell;

use super::faces::Faces;
use super::scribe::{Gathered, Scribe};
use super::view::{Run, Text, Texts};
use crate::locale::Argument;
use crate::model::{Segment, Within};
use crate::render::html::{FactTexts, Website};
use crate::render::{Addresses, Tongues};
use crate::resolve::{Edition, Shown};

/// One or two editions that stand side by side, with what is needed to write them.
pub(super) struct Reading<'a> {
    pub(super) site: Website<'a>,
    pub(super) addresses: Addresses<'a>,
    pub(super) scribes: Vec<Scribe<'a>>,
    pub(super) gathered: &'a Gathered,
}

/// What readings of one municipality on one day share.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) site: Website<'a>,
    /// An edition of the municipality, in any language.
    pub(super) edition: Edition<'a>,
    /// Facts by language.
    pub(super) facts: &'a [FactTexts],
    pub(super) faces: &'a Faces,
    pub(super) gathered: &'a Gathered,
}

impl<'a> Reading<'a> {
    pub(super) fn new(ground: Ground<'a>, tongues: Tongues) -> Self {
        let Ground { site, edition, facts, faces, gathered } = ground;
        let addresses = Addresses::of(site.library);
        let source = site.library.languages.source();
        let languages = std::iter::once(tongues.first).chain(tongues.second);
        let scribe = |language: usize| Scribe {
            edition: Edition { language, ..edition },
            catalogs: site.catalogs,
            facts: [&facts[language], &facts[source]],
            faces,
            gathered,
            address: addresses.absolute(&addresses.edition(edition.municipality, language)),
            beside: tongues.second.map(|second| if language == second { tongues.first } else { second }),
            at: Cell::new(None),
            marks: Cell::new(true),
        };
        Reading { site, addresses, scribes: languages.map(scribe).collect(), gathered }
    }

    /// The scribe of the reader's own language: the second of two.
    pub(super) fn reader(&self) -> &Scribe<'a> {
        &self.scribes[self.scribes.len() - 1]
    }

    /// The edition of the first language, for what is the same in both.
    pub(super) fn edition(&self) -> &Edition<'a> {
        &self.scribes[0].edition
    }

    /// Something in each language.
    pub(super) fn each<T>(&self, make: impl Fn(&Scribe<'a>) -> T) -> Vec<T> {
        self.scribes.iter().map(make).collect()
    }

    /// A text that stands in many places, in each language.
    pub(super) fn labels(&self, texts: &'a crate::model::PerLanguage<Segment>) -> Texts {
        self.each(|scribe| scribe.label(scribe.edition.label(texts)))
    }

    /// An interface text with values, in each language.
    pub(super) fn say(&self, id: &str, values: &[(&str, &str)]) -> Vec<Vec<Run>> {
        let arguments: Vec<_> = values.iter().map(|(name, value)| (*name, Argument::Text(value))).collect();
        self.each(|scribe| scribe.said(&scribe.catalog().say(id, &arguments)))
    }

    /// A date, in each language.
    pub(super) fn date(&self, date: jiff::civil::Date) -> Vec<Vec<Run>> {
        self.each(|scribe| scribe.said(&scribe.catalog().date(date)))
    }

    /// An interface text with a date, in each language.
    pub(super) fn say_date(&self, id: &str, date: jiff::civil::Date) -> Vec<Vec<Run>> {
        self.each(|scribe| {
            let catalog = scribe.catalog();
            scribe.said(&catalog.say(id, &[("date", Argument::Text(&catalog.date(date)))]))
        })
    }

    /// By when, in each language.
    pub(super) fn within(&self, within: Within) -> Vec<Vec<Run>> {
        self.each(|scribe| match within {
            Within::AtOnce => scribe.said(scribe.catalog().text("within_at_once")),
            Within::Letter => scribe.said(scribe.catalog().text("within_letter_date")),
            Within::Fact(fact) => {
                let value = scribe.facts[0].value(fact, true);
                let term = scribe.catalog().say("within_duration", &[("duration", Argument::Text(&value.plain))]);
                let coming = scribe.facts[0].coming(fact).map(|coming| coming.plain.as_str());
                scribe.said(&format!("{term}{}", coming.unwrap_or_default()))
            }
        })
    }

    /// A text in the source language, where no language of the document is that.
    pub(super) fn in_source(&self, shown: impl Fn(&Edition<'a>) -> Shown<'a>) -> Option<Text> {
        let source = self.site.library.languages.source();
        let shows = self.scribes.iter().any(|scribe| scribe.edition.language == source);
        let scribe = self.reader();
        (!shows).then(|| scribe.label(shown(&Edition { language: source, ..scribe.edition })))
    }
}
