//! Texts of one edition as data: plain, with their language where it is another, and with what a reader
//! must know about them.

use std::collections::BTreeMap;

use crate::locale::Catalog;
use crate::model::{
    Block, BlockKind, Fact, FactKind, Ix, LawReference, ListItem, NoteKind, PerLanguage, Segment, Table, Value,
};
use crate::render::Addresses;
use crate::render::html::{FactTexts, Website, written};
use crate::render::law::{LawLink, law_link};
use crate::resolve::{Edition, Note, Shown, ShownBlock};

use super::view;

/// One edition with all that is needed to write its texts.
#[derive(Clone, Copy)]
pub(super) struct Scribe<'a> {
    pub(super) site: Website<'a>,
    pub(super) edition: Edition<'a>,
    pub(super) addresses: Addresses<'a>,
    /// In the edition's language, and in the source language for texts that are not translated.
    pub(super) facts: [&'a FactTexts; 2],
    /// Every article that the guide names: they are the same in all editions.
    pub(super) laws: &'a BTreeMap<&'a LawReference, view::Law>,
}

/// Where laws are read: what is before the Juriconnect identifier in a link.
const LAWS: &str = "https://wetten.overheid.nl/";

impl<'a> Scribe<'a> {
    pub(super) fn catalog(&self) -> &'a Catalog {
        &self.site.catalogs[self.edition.language]
    }

    /// The edition's folder from the top of the site.
    pub(super) fn folder(&self) -> String {
        self.addresses.edition(self.edition.municipality, self.edition.language)
    }

    /// The address on the web of a path below the edition.
    pub(super) fn address(&self, path: &str) -> String {
        self.addresses.absolute(&format!("{}{path}", self.folder()))
    }

    fn facts_in(&self, language: usize) -> &'a FactTexts {
        self.facts[usize::from(language != self.edition.language)]
    }

    /// A text without markup, with facts filled in.
    pub(super) fn plain(&self, shown: Shown<'_>) -> String {
        self.facts_in(shown.language).words(shown.inlines)
    }

    /// A text as data.
    pub(super) fn text(&self, shown: Shown<'_>) -> view::Text {
        self.marked(self.plain(shown), shown.language, shown.note, shown.local)
    }

    /// A text that the whole guide shares; nothing where it is not written.
    pub(super) fn label(&self, texts: &'a PerLanguage<Segment>) -> Option<view::Text> {
        (!texts.is_empty()).then(|| self.text(self.edition.label(texts)))
    }

    fn marked(&self, text: String, language: usize, note: Note, local: bool) -> view::Text {
        let other = language != self.edition.language;
        let note = match note {
            // Pages of which nothing is translated say so once; data says it at every text.
            Note::None | Note::Missing => other.then_some("missing"),
            Note::Stale => Some("stale"),
            Note::Unreviewed => Some("unreviewed"),
        };
        let catalog = &self.site.catalogs[language];
        view::Text {
            text,
            language: other.then(|| catalog.tag().to_owned()),
            direction: other.then(|| catalog.direction().word()),
            note,
            local,
        }
    }

    /// A block of an explanation.
    pub(super) fn block(&self, shown: ShownBlock<'_>) -> view::BodyBlock {
        let view::Text { language, direction, note, local, .. } =
            self.marked(String::new(), shown.language, shown.note, shown.local);
        view::BodyBlock {
            block: blocks(self.facts_in(shown.language), shown.block),
            language,
            direction,
            note,
            local,
        }
    }

    /// A value of a fact; `text` is how pages write it.
    pub(super) fn value(&self, fact: &Fact, value: &Value, text: String) -> view::Value {
        let (own, source) = (self.edition.language, self.site.library.languages.source());
        let (exact, language) = match value {
            Value::Number(number) if fact.kind == FactKind::Money => (format!("{number:.2}"), None),
            Value::Number(number) => (number.normalize().to_string(), None),
            Value::Date(day) => (day.to_string(), None),
            Value::Plain(text) => (text.clone(), None),
            Value::Text(texts) => {
                let other = (texts.get(own).is_none()).then(|| self.site.library.languages.tag(source).to_owned());
                (text.clone(), other.filter(|_| own != source))
            }
        };
        view::Value { duration: duration(fact.kind, value), value: exact, unit: unit(fact.kind), text, language }
    }

    /// A fact's value on the edition's day, as pages write it.
    pub(super) fn now(&self, fact: Ix<Fact>) -> String {
        self.facts[0].value(fact, false).plain.clone()
    }

    /// Another value of a fact, as pages write it.
    pub(super) fn written(&self, fact: &Fact, value: &Value) -> String {
        let languages = (self.edition.language, self.site.library.languages.source());
        written(fact.kind, value, false, languages, self.catalog()).plain
    }

    /// The value of a fact that is a length of time.
    pub(super) fn duration(&self, fact: Ix<Fact>) -> Option<String> {
        let kind = self.site.library.facts[fact.get()].kind;
        duration(kind, &self.edition.facts.get(fact)?.value)
    }

    /// Articles of laws.
    pub(super) fn laws(&self, references: &'a [LawReference]) -> Vec<&'a view::Law> {
        references.iter().filter_map(|reference| self.laws.get(reference)).collect()
    }
}

/// Every article that a guide names, written once.
pub(super) fn laws(site: Website<'_>) -> BTreeMap<&LawReference, view::Law> {
    let of_rules = site.library.rules.iter().flat_map(|rule| &rule.law);
    let of_facts = site.library.facts.iter().flat_map(|fact| &fact.source.law);
    of_rules.chain(of_facts).map(|reference| (reference, law(site, reference))).collect()
}

fn law(site: Website<'_>, reference: &LawReference) -> view::Law {
    let library = site.library;
    let source = library.languages.source();
    let LawLink { label, href } = law_link(library, &site.catalogs[source], site.date, reference);
    let law = &library.laws[reference.law.get()];
    view::Law {
        label,
        language: library.languages.tag(source).to_owned(),
        jci: href.strip_prefix(LAWS).unwrap_or(&href).to_owned(),
        address: href,
        law: law.id.clone(),
        bwb: law.bwb.clone(),
        article: reference.article.clone(),
        paragraph: reference.paragraph.clone(),
        part: reference.part.clone(),
    }
}

/// ISO 8601, as a term is spoken of: weeks stay weeks.
fn duration(kind: FactKind, value: &Value) -> Option<String> {
    let Value::Number(number) = value else { return None };
    let letter = match kind {
        FactKind::Days => 'D',
        FactKind::Weeks => 'W',
        FactKind::Months => 'M',
        FactKind::Years => 'Y',
        _ => return None,
    };
    Some(format!("P{}{letter}", number.normalize()))
}

fn unit(kind: FactKind) -> Option<&'static str> {
    Some(match kind {
        FactKind::Money => "EUR",
        FactKind::Percent => "percent",
        FactKind::Days => "days",
        FactKind::Weeks => "weeks",
        FactKind::Months => "months",
        FactKind::Years => "years",
        FactKind::Number | FactKind::Date | FactKind::Text => return None,
        FactKind::Phone | FactKind::Email | FactKind::Url => return None,
    })
}

fn blocks(facts: &FactTexts, block: &Block) -> view::Block {
    let item = |item: &ListItem| item.blocks.iter().map(|block| blocks(facts, block)).collect();
    match &block.kind {
        BlockKind::Heading(level, inner) => view::Block::Heading { level: *level, text: facts.words(inner) },
        BlockKind::Paragraph(inner) => view::Block::Paragraph { text: facts.words(inner) },
        BlockKind::List(start, items) => {
            view::Block::List { start: *start, items: items.iter().map(item).collect() }
        }
        BlockKind::Table(Table { head, rows }) => {
            let cells = |row: &Vec<Vec<_>>| row.iter().map(|cell| facts.words(cell)).collect();
            view::Block::Table { head: cells(head), rows: rows.iter().map(cells).collect() }
        }
        BlockKind::Note(kind, inner) => view::Block::Note {
            tone: match kind {
                NoteKind::Note => "note",
                NoteKind::Tip => "tip",
                NoteKind::Warning => "warning",
            },
            blocks: inner.iter().map(|block| blocks(facts, block)).collect(),
        },
    }
}
