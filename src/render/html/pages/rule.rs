//! `<language>/<chapter>/<rule>/`: what a rule means for the reader.

use super::super::desk::{Desk, Draft, Ways};
use super::super::escape;
use super::super::examples::ExampleView;
use super::super::facts;
use super::super::terms::TermsUsed;
use super::super::view::{
    ChapterRef, DatedNote, FactView, LawView, Link, RouteView, RuleLink, RuleView, Shared, Text,
};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::{Fact, FactKind, Figures, HistoryEntry, Ix, LawReference, Route, Rule, RuleText, Scope};
use crate::render::law::{LawLink, law_link};
use crate::resolve::{ExampleEdition, RuleEdition};

const WAYS: Ways<'static> = Ways { home: Some("../../"), root: "../../../", terms: None };

/// At most so many rights beside the related rules, so that they are read.
const RIGHTS: usize = 2;

impl Desk<'_> {
    /// A rule's page, by its position in the order of the guide.
    pub(super) fn rule_page(&self, at: usize) -> Result<Page, Box<Diagnostic>> {
        let ix = self.rules[at];
        let rule = self.edition.rule(ix);
        self.kept.versions[ix.get()].get_or_init(|| rule.version);
        // The top of the site is one level further up where municipalities have folders of their own.
        let root = if self.addresses.several() { "../../../../" } else { "../../../" };
        let ways = Ways { root, ..WAYS };
        let chapter = &self.site.library.chapters[rule.rule.chapter.get()];
        let chapter_title = self.edition.label(&chapter.title);
        let link = |ix: &Ix<Rule>| Link {
            path: self.addresses.rule(*ix),
            label: self.text(self.edition.heading(*ix).0, ways),
        };
        let place = self.plain(self.edition.label(&self.site.library.site.description));
        let mut view = self.rule_view(&rule, ways);
        view.papers = self.sheet_papers(ix, "print_this_sheet");
        view.previous = at.checked_sub(1).and_then(|before| self.rules.get(before)).map(link);
        view.next = self.rules.get(at + 1).map(link);
        self.render(Draft {
            template: "rule.html",
            kind: "rule",
            path: self.addresses.rule(ix),
            heading: self.plain(rule.title),
            description: description(&self.plain(rule.answer), &place),
            above: vec![(self.text(chapter_title, ways), self.plain(chapter_title), format!("{}/", chapter.id))],
            nav_current: None,
            scripts: &["page"],
            dates: Some((rule.changed_on, rule.rule.review.on.value)),
            translated: &self.languages_of(ix),
            view,
        })
    }

    /// The languages that are made in which a rule has a text of its own.
    fn languages_of(&self, ix: Ix<Rule>) -> Vec<usize> {
        let has = |texts: &crate::model::PerLanguage<RuleText>, language| texts.get(language).is_some();
        let base = &self.site.library.rules[ix.get()].texts;
        let overlay = self.edition.overlay(ix).map(|overlay| &overlay.texts);
        let own = |language: &usize| has(base, *language) || overlay.is_some_and(|texts| has(texts, *language));
        self.site.languages.iter().copied().filter(own).collect()
    }

    fn rule_view(&self, edition: &RuleEdition<'_>, ways: Ways<'_>) -> RuleView {
        let rule = edition.rule;
        let chapter = &self.site.library.chapters[rule.chapter.get()];
        let used = TermsUsed::default();
        // The text of the page marks each word once; what stands around it does not count.
        let around = ways;
        let ways = Ways { terms: Some(&used), ..ways };
        let text = |shown| self.text(shown, ways);
        let kind = rule.kind.word();
        let mut view = RuleView {
            title: text(edition.title),
            kind,
            kind_label: self.catalog.text(&format!("kind_{kind}")).to_owned(),
            kind_help: self.catalog.text(&format!("kind_{kind}_help")).to_owned(),
            sheet: rule.sheet.value.clone(),
            foot: self.foot(edition),
            chapter: ChapterRef {
                letter: chapter.letter.value.clone(),
                title: self.label(&chapter.title, around),
                path: format!("{}/", chapter.id),
            },
            fallback: edition.untranslated.then(|| self.catalog.text("note_page_missing").to_owned()),
            answer: text(edition.answer),
            examples: edition.examples.iter().map(|example| self.rule_example(example, rule, ways)).collect(),
            steps: edition.steps.iter().map(|step| text(*step)).collect(),
            routes: edition.routes.iter().filter_map(|route| self.route(*route)).collect(),
            within: edition.common_within().and_then(|within| self.within(within)),
            proof: edition.proof.map(text),
            body: (1..).zip(&edition.body).map(|(i, block)| piece(i, self.block(*block, ways))).collect(),
            consequence: edition.consequence.map(text),
            law: rule.law.iter().map(|law| self.law(law)).collect(),
            facts: edition.facts.iter().filter_map(|fact| self.fact(*fact, rule)).collect(),
            history: self.edition.past(edition.ix).into_iter().map(|entry| self.dated(entry, around)).collect(),
            coming: self
                .banner(edition.ix, around)
                .into_iter()
                .map(|(on, note)| DatedNote { date: self.date(on), note })
                .collect(),
            valid_from: self.date(edition.changed_on),
            checked_on: self.date(rule.review.on.value),
            checked_by: rule.review.checked_by.value.clone(),
            next_check: self.date(rule.review.next.value),
            papers: Vec::new(),
            situations: self.situations_of_rule(edition.ix, around),
            terms: Vec::new(),
            useful: self.useful(edition.ix, around),
            related: self.rule_links(&rule.related, around),
            rights: self.rights_near(edition, around),
            previous: None,
            next: None,
        };
        view.terms = self.explained(&used, around);
        view
    }

    /// The life events of the rule as a whole that have a page.
    fn situations_of_rule(&self, ix: Ix<Rule>, ways: Ways<'_>) -> Vec<Shared<Link>> {
        let own = &self.site.library.rules[ix.get()].situations;
        let all = self.events.of_rule(ix).into_iter().filter(|situation| own.contains(situation));
        all.map(|situation| self.situation_link(situation, ways)).collect()
    }

    /// An example on the page of its own rule: only life events that the rule as a whole has not.
    fn rule_example(&self, example: &ExampleEdition<'_>, rule: &Rule, ways: Ways<'_>) -> ExampleView {
        let more = example.example.situations.iter().filter(|situation| !rule.situations.contains(situation));
        let situations = more.map(|situation| self.situation_link(*situation, ways)).collect();
        ExampleView { situations, ..self.example_view(example, rule, ways) }
    }

    /// Rights that somebody in the life events of this rule may apply for as well.
    fn rights_near(&self, edition: &RuleEdition<'_>, ways: Ways<'_>) -> Vec<Shared<RuleLink>> {
        let known: Vec<Ix<Rule>> = edition.rule.related.iter().copied().chain([edition.ix]).collect();
        let rights = self.kept.rights_near(&self.events, &self.events.of_rule(edition.ix), &known, RIGHTS);
        self.rule_links(&rights, ways)
    }

    /// What a sheet of paper says of itself: people keep it for years, and in any order.
    fn foot(&self, edition: &RuleEdition<'_>) -> String {
        let date = self.catalog.date(edition.version);
        let place = self.place_name();
        self.say("print_foot", &[("sheet", &edition.rule.sheet.value), ("date", &date), ("municipality", &place)])
    }

    fn dated(&self, entry: &HistoryEntry, ways: Ways<'_>) -> DatedNote {
        DatedNote { date: self.date(entry.on.value), note: self.note(entry, ways).text }
    }

    fn route(&self, route: Route) -> Option<Shared<RouteView>> {
        self.kept.routes.get(&route.word(), || self.route_view(route).as_ref().map(Shared::of))
    }

    fn route_view(&self, route: Route) -> Option<RouteView> {
        let municipality = self.edition.municipality?;
        let contacts = &municipality.contacts;
        let reach = |kind, text: &Option<String>| text.as_ref().map(|text| facts::reach(kind, text).html);
        let address = |address: &Option<crate::model::Address>| {
            address.as_ref().map(|a| {
                let text = format!("{}, {} {}", a.street, a.postcode, a.place);
                format!("<bdi lang=\"nl\" dir=\"ltr\">{}</bdi>", escape::escaped(&text))
            })
        };
        let html = match route {
            Route::Form => reach(FactKind::Url, &contacts.form),
            Route::Phone => reach(FactKind::Phone, &contacts.phone),
            Route::Email => reach(FactKind::Email, &contacts.email),
            Route::Desk => address(&contacts.desk),
            Route::Post => address(&contacts.post),
        }?;
        let kind = route.word();
        Some(RouteView { kind, label: self.catalog.text(&format!("route_{kind}")).to_owned(), html })
    }

    fn law(&self, reference: &LawReference) -> Shared<LawView> {
        let library = self.site.library;
        let source = library.languages.source();
        self.kept.laws.get(reference, || {
            let catalog = &self.site.catalogs[source];
            let LawLink { label, href } = law_link(library, catalog, self.edition.date, reference);
            Shared::of(&LawView { label, href, lang: library.languages.tag(source).to_owned() })
        })
    }

    /// A fact in the table at the foot; contacts of the municipality have no place there.
    fn fact(&self, ix: Ix<Fact>, rule: &Rule) -> Option<FactView> {
        let fact = &self.site.library.facts[ix.get()];
        if fact.label.is_empty() {
            return None;
        }
        let now = self.edition.facts.get(ix)?;
        let written = self.own_facts();
        let since = now.since.map(|since| self.say("value_from", &[("date", &self.catalog.date(since))]));
        let source = match fact.figures {
            Figures::Local => None,
            Figures::Dated(_) | Figures::Computed(_) | Figures::Unusable => fact.source.text.clone(),
        };
        // Articles that stand in the list above the table need not stand in it again.
        let more = fact.source.law.iter().filter(|law| !rule.law.contains(law));
        let source = source.filter(|_| fact.source.law.is_empty());
        Some(FactView {
            label: Text { note: None, ..self.text(self.edition.label(&fact.label), WAYS) },
            value: written.value(ix, false).html.clone(),
            since: since.unwrap_or_default(),
            coming: written.coming(ix).map(|coming| coming.html.trim_start().to_owned()),
            source,
            local: fact.scope() == Scope::Local,
            law: more.map(|law| self.law(law)).collect(),
        })
    }
}

/// A block of the body with its name among the pieces that stand beside their translation on paper. It is
/// one element, so the name goes into its tag; the template puts a text in another language into one of its own.
fn piece(number: usize, mut block: Text) -> Text {
    let tag_end = block.html.find([' ', '>']).filter(|_| block.lang.is_none());
    if let Some(end) = tag_end {
        block.html.insert_str(end, &format!(" data-s=\"body.{number}\""));
    }
    block
}
