//! The parts of a binder beside its sheets.

use super::reading::Reading;
use super::scribe::media_file;
use super::view::{Part, PlaceView, ReportView, SupportView, Texts, WordView};
use crate::model::{Address, Chapter, Ix, Ombudsman, Outcome, Rule, Support};
use crate::resolve::Shown;

impl<'a> Reading<'a> {
    pub(super) fn cover(&self, version: jiff::civil::Date) -> Part {
        Part::Cover {
            title: self.labels(&self.site.library.site.title),
            version: self.say_date("paper_version", version),
            languages: self.each(|scribe| scribe.catalog().name().to_owned()),
        }
    }

    pub(super) fn chapter(&self, ix: Ix<Chapter>, rules: &[Ix<Rule>]) -> Part {
        let chapter = &self.site.library.chapters[ix.get()];
        let code = |rule: &Ix<Rule>| self.site.library.rules[rule.get()].sheet.value.clone();
        Part::Chapter {
            tab: self.tab(ix),
            introduction: self.labels(&chapter.introduction),
            codes: rules.iter().map(code).collect(),
        }
    }

    /// Everything that must be told, of the given rules.
    pub(super) fn report(&self, rules: &[Ix<Rule>]) -> Part {
        let of = |outcome| {
            let lines = rules.iter().flat_map(|rule| self.told(*rule, outcome));
            lines.collect::<Vec<ReportView>>()
        };
        Part::Report { first: of(Outcome::ReportFirst), now: of(Outcome::ReportNow) }
    }

    fn told(&self, rule: Ix<Rule>, outcome: Outcome) -> Vec<ReportView> {
        let editions = self.each(|scribe| scribe.edition.rule(rule));
        let line = |i: usize| {
            let example = &editions[0].examples[i];
            let texts = self.scribes.iter().zip(&editions);
            let situation = texts.map(|(scribe, edition)| scribe.label(edition.examples[i].situation));
            ReportView {
                code: editions[0].rule.sheet.value.clone(),
                situation: situation.collect(),
                within: example.within.map(|within| self.within(within)).unwrap_or_default(),
            }
        };
        (0..editions[0].examples.len()).filter(|i| editions[0].examples[*i].outcome == outcome).map(line).collect()
    }

    /// The whole glossary, in the order of the reader's language.
    pub(super) fn words(&self) -> Part {
        let library = self.site.library;
        let mut words: Vec<(String, WordView)> = (0..library.terms.len())
            .map(|i| {
                let reader = self.reader();
                let key = reader.plain(reader.edition.label(&library.terms[i].word));
                (key, self.word(0, Ix::new(i)))
            })
            .collect();
        words.sort_by(|(a, _), (b, _)| self.reader().catalog().compare(a, b));
        Part::Words { words: words.into_iter().map(|(_, word)| word).collect() }
    }

    /// Who answers and who helps.
    pub(super) fn place(&self) -> PlaceView {
        let Some(municipality) = self.edition().municipality else {
            let name = self.scribes[0].plain(self.edition().label(&self.site.library.site.title));
            return PlaceView { name, ..PlaceView::default() };
        };
        let contacts = &municipality.contacts;
        let lines = |address: &Option<Address>| address.as_ref().map(Address::lines).unwrap_or_default();
        let logo = municipality.house_style.logo.inspect(|logo| {
            self.gathered.media.borrow_mut().insert(*logo);
        });
        PlaceView {
            name: municipality.name.clone(),
            organisation: self.labels(&municipality.organisation),
            logo: logo.map(|logo| media_file(&self.site.library.media[logo.get()], logo)),
            phone: contacts.phone.clone(),
            email: contacts.email.clone(),
            website: contacts.website.clone(),
            form: contacts.form.clone(),
            desk: lines(&contacts.desk),
            post: lines(&contacts.post),
            hours: self.hours(),
            support: municipality.support.iter().map(|support| self.support(support)).collect(),
            ombudsman: municipality.ombudsman.as_ref().map(ombudsman),
        }
    }

    /// Opening hours line by line; a language with fewer lines has nothing beside the rest.
    fn hours(&self) -> Vec<Texts> {
        let Some(municipality) = self.edition().municipality else {
            return Vec::new();
        };
        let all: Vec<Vec<Shown<'a>>> = self.each(|scribe| scribe.edition.lines(&municipality.contacts.hours));
        let most = all.iter().map(Vec::len).max().unwrap_or_default();
        let cell = |i: usize, tongue: usize| {
            let scribe = &self.scribes[tongue];
            match all[tongue].get(i) {
                Some(shown) => scribe.label(*shown),
                None => scribe.label(Shown {
                    inlines: &[],
                    language: scribe.edition.language,
                    note: Default::default(),
                    local: false,
                }),
            }
        };
        (0..most).map(|i| (0..all.len()).map(|tongue| cell(i, tongue)).collect()).collect()
    }

    fn support(&self, support: &'a Support) -> SupportView {
        SupportView {
            name: support.name.clone(),
            phone: support.phone.clone(),
            email: support.email.clone(),
            website: support.website.clone(),
            about: self.labels(&support.about),
        }
    }
}

fn ombudsman(ombudsman: &Ombudsman) -> SupportView {
    SupportView {
        name: ombudsman.name.clone(),
        phone: ombudsman.phone.clone(),
        website: ombudsman.website.clone(),
        ..SupportView::default()
    }
}
