//! `rules.json`: everything that the pages of an edition say, as data.

use serde::Serialize;

use crate::model::{
    Address, Chapter, Example, Fact, FactKind, HistoryEntry, Ix, Municipality, Rule, Scope, Within,
};
use crate::output::OutputFile;
use crate::render::Tongues;
use crate::resolve::{ExampleEdition, RuleEdition};

use super::scribe::Scribe;
use super::view::{
    AddressView, ChangeView, ChapterView, ComingView, ContactsView, EditionRef, ExampleView, FactView, Guide,
    MunicipalityView, PaperView, ReviewView, RuleView, SituationView, SupportView, TermView, UplView, VERSION,
};
use super::{SCHEMA_NAME, owms, view};
use crate::render::careful::{Each, json_file};

pub(super) const NAME: &str = "rules.json";

/// Bytes of a long rule. Room that is not needed is never touched.
const ROOM: usize = 16 * 1024;

/// The file of one edition.
pub(super) fn file(scribe: &Scribe<'_>) -> Option<OutputFile> {
    let room = ROOM * scribe.site.library.rules.len();
    json_file(format!("{}{NAME}", scribe.folder()), &scribe.guide(), room)
}

impl<'a> Scribe<'a> {
    fn guide(&self) -> Guide<'a, impl Serialize> {
        let library = self.site.library;
        let site = &library.site;
        let catalog = self.catalog();
        let facts = (0..library.facts.len()).map(Ix::new);
        Guide {
            schema: self.addresses.absolute(SCHEMA_NAME),
            schema_version: VERSION,
            generator: concat!("wegwijs ", env!("CARGO_PKG_VERSION")),
            address: self.address(""),
            title: self.text(self.edition.label(&site.title)),
            description: self.text(self.edition.label(&site.description)),
            notice: self.label(&site.notice),
            language: catalog.tag().to_owned(),
            direction: catalog.direction().word(),
            date: self.edition.date.to_string(),
            editions: self.site.languages.iter().map(|language| self.edition_ref(*language)).collect(),
            municipality: self.edition.municipality.map(|municipality| self.municipality(municipality)),
            chapters: self.edition.chapters().into_iter().map(|chapter| self.chapter(chapter)).collect(),
            situations: self.situations(),
            facts: facts.filter_map(|fact| self.fact(fact)).collect(),
            rules: Each(|| self.edition.rules().into_iter().map(|rule| self.rule(&self.edition.rule(rule)))),
            glossary: self.glossary(),
        }
    }

    fn edition_ref(&self, language: usize) -> EditionRef {
        let folder = self.addresses.edition(self.edition.municipality, language);
        EditionRef {
            language: self.site.library.languages.tag(language).to_owned(),
            rules: self.addresses.absolute(&format!("{folder}{NAME}")),
            address: self.addresses.absolute(&folder),
        }
    }

    fn municipality(&self, municipality: &'a Municipality) -> MunicipalityView {
        let contacts = &municipality.contacts;
        let support = municipality.support.iter().map(|support| SupportView {
            name: support.name.clone(),
            phone: support.phone.clone(),
            email: support.email.clone(),
            website: support.website.clone(),
            about: self.label(&support.about),
        });
        MunicipalityView {
            id: municipality.id.clone(),
            name: municipality.name.clone(),
            code: municipality.code.clone(),
            owms: municipality.owms.as_deref().map(owms),
            organisation: self.label(&municipality.organisation),
            contacts: ContactsView {
                since: contacts.since.map(|day| day.to_string()),
                phone: contacts.phone.clone(),
                email: contacts.email.clone(),
                website: contacts.website.clone(),
                form: contacts.form.clone(),
                desk: contacts.desk.as_ref().map(address),
                post: contacts.post.as_ref().map(address),
                hours: self.edition.lines(&contacts.hours).into_iter().map(|line| self.text(line)).collect(),
            },
            support: support.collect(),
            ombudsman: municipality.ombudsman.as_ref().map(|ombudsman| SupportView {
                name: ombudsman.name.clone(),
                phone: ombudsman.phone.clone(),
                email: None,
                website: ombudsman.website.clone(),
                about: None,
            }),
        }
    }

    fn chapter(&self, ix: Ix<Chapter>) -> ChapterView {
        let chapter = &self.site.library.chapters[ix.get()];
        let municipality = self.edition.municipality;
        ChapterView {
            id: chapter.id.clone(),
            letter: chapter.letter.value.clone(),
            address: self.address(&format!("{}/", chapter.id)),
            title: self.text(self.edition.label(&chapter.title)),
            introduction: self.text(self.edition.label(&chapter.introduction)),
            rules: self.edition.rules_of(ix).into_iter().map(|rule| self.rule_id(rule)).collect(),
            papers: self.papers(|tongues| self.addresses.chapter_paper(municipality, tongues, ix)),
        }
    }

    fn situations(&self) -> Vec<SituationView> {
        let mut all: Vec<_> = self.site.library.situations.iter().collect();
        all.sort_by_key(|situation| (situation.order, &situation.id));
        let view = |situation: &'a crate::model::Situation| SituationView {
            id: situation.id.clone(),
            label: self.text(self.edition.label(&situation.label)),
        };
        all.into_iter().map(view).collect()
    }

    fn glossary(&self) -> Vec<TermView> {
        let term = |term: &'a crate::model::Term| TermView {
            id: term.id.clone(),
            address: self.address(&format!("words/#{}", term.id)),
            word: self.text(self.edition.label(&term.word)),
            explanation: self.text(self.edition.label(&term.explanation)),
        };
        self.site.library.terms.iter().map(term).collect()
    }

    /// A fact with its value here and now. The municipality's contacts, which have no label, are elsewhere.
    fn fact(&self, ix: Ix<Fact>) -> Option<FactView<'a>> {
        let fact = &self.site.library.facts[ix.get()];
        let now = self.edition.facts.get(ix).filter(|_| !fact.label.is_empty())?;
        let coming = now.coming.as_ref();
        let local = fact.scope() == Scope::Local;
        Some(FactView {
            id: fact.id.value.clone(),
            kind: FactKind::ALL.iter().find(|(_, kind)| *kind == fact.kind).map_or("", |(word, _)| word),
            label: self.text(self.edition.label(&fact.label)),
            value: self.value(fact, &now.value, self.now(ix)),
            since: now.since.map(|day| day.to_string()),
            coming: coming.map(|(from, value)| ComingView {
                from: from.to_string(),
                value: self.value(fact, value, self.written(fact, value)),
            }),
            local,
            law: self.laws(&fact.source.law),
            // Of a local value the general source says nothing.
            source: fact.source.text.clone().filter(|_| !local),
        })
    }

    fn rule_id(&self, ix: Ix<Rule>) -> String {
        self.site.library.rules[ix.get()].id.clone()
    }

    fn rule(&self, edition: &RuleEdition<'a>) -> RuleView<'a> {
        let rule = edition.rule;
        let library = self.site.library;
        let day = |day: jiff::civil::Date| day.to_string();
        let named = |fact: &&Ix<Fact>| {
            self.edition.facts.get(**fact).is_some() && !library.facts[fact.get()].label.is_empty()
        };
        let municipality = self.edition.municipality;
        RuleView {
            id: rule.id.clone(),
            sheet: rule.sheet.value.clone(),
            kind: rule.kind.word(),
            chapter: library.chapters[rule.chapter.get()].id.clone(),
            address: self.address(&self.addresses.rule(edition.ix)),
            translated: !edition.untranslated,
            title: self.text(edition.title),
            answer: self.text(edition.answer),
            within: edition.common_within().map(|within| self.within(within)),
            examples: edition.examples.iter().map(|example| self.example(edition, example)).collect(),
            routes: edition.routes.iter().map(|route| route.word()).collect(),
            steps: edition.steps.iter().map(|step| self.text(*step)).collect(),
            proof: edition.proof.map(|proof| self.text(proof)),
            consequence: edition.consequence.map(|consequence| self.text(consequence)),
            body: edition.body.iter().map(|block| self.block(*block)).collect(),
            situations: self.situation_ids(&rule.situations),
            law: self.laws(&rule.law),
            facts: edition.facts.iter().filter(named).map(|f| library.facts[f.get()].id.value.clone()).collect(),
            history: self.edition.past(edition.ix).into_iter().map(|entry| self.change(entry)).collect(),
            coming: self.edition.coming(edition.ix).into_iter().map(|entry| self.change(entry)).collect(),
            related: rule.related.iter().filter(|r| self.edition.has(**r)).map(|r| self.rule_id(*r)).collect(),
            review: ReviewView {
                written_by: rule.review.written_by.value.clone(),
                checked_by: rule.review.checked_by.value.clone(),
                on: day(rule.review.on.value),
                next: day(rule.review.next.value),
            },
            valid_from: day(edition.changed_on),
            version: day(edition.version),
            upl: rule.upl.as_ref().map(|upl| UplView { id: upl.clone(), address: owms(upl) }),
            papers: self.papers(|tongues| self.addresses.sheet_paper(municipality, tongues, edition.ix)),
        }
    }

    fn example(&self, rule: &RuleEdition<'a>, example: &ExampleEdition<'a>) -> ExampleView {
        let Example { id, .. } = example.example;
        ExampleView {
            id: id.value.clone(),
            address: self.address(&format!("{}#{}", self.addresses.rule(rule.ix), id.value)),
            outcome: example.outcome.word(),
            within: example.within.map(|within| self.within(within)),
            situation: self.text(example.situation),
            meaning: self.text(example.meaning),
            situations: self.situation_ids(rule.rule.situations_of(example.example)),
        }
    }

    fn situation_ids(&self, situations: &[Ix<crate::model::Situation>]) -> Vec<String> {
        situations.iter().map(|ix| self.site.library.situations[ix.get()].id.clone()).collect()
    }

    fn within(&self, within: Within) -> view::Within {
        match within {
            Within::AtOnce => view::Within::AtOnce,
            Within::Letter => view::Within::LetterDate,
            Within::Fact(fact) => view::Within::Fact {
                fact: self.site.library.facts[fact.get()].id.value.clone(),
                duration: self.duration(fact),
            },
        }
    }

    fn change(&self, entry: &'a HistoryEntry) -> ChangeView {
        ChangeView { on: entry.on.value.to_string(), note: self.text(self.edition.label(&entry.note)) }
    }

    /// The PDFs that there are: in the edition's language, and with the source language beside it.
    fn papers(&self, path: impl Fn(Tongues) -> String) -> Vec<PaperView> {
        let languages = &self.site.library.languages;
        let (own, source) = (self.edition.language, languages.source());
        let beside = Tongues { first: source, second: Some(own) };
        let wanted = [Some(Tongues { first: own, second: None }), Some(beside).filter(|_| own != source)];
        let view = |tongues: Tongues| {
            let path = path(tongues);
            let paper = self.site.papers.get(&path)?;
            let tags = [Some(tongues.first), tongues.second].into_iter().flatten();
            Some(PaperView {
                address: self.addresses.absolute(&path),
                languages: tags.map(|language| languages.tag(language).to_owned()).collect(),
                pages: paper.pages,
                bytes: paper.bytes,
            })
        };
        wanted.into_iter().flatten().filter_map(view).collect()
    }
}

fn address(address: &Address) -> AddressView {
    AddressView {
        street: address.street.clone(),
        postcode: address.postcode.clone(),
        place: address.place.clone(),
    }
}
