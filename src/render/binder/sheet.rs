//! A sheet: a rule on paper.

use jiff::civil::Date;

use super::qr;
use super::reading::Reading;
use super::view::{
    BlockText, DatedView, ExampleView, FactView, LawView, QrView, RouteView, SheetView, TabView, Text, Texts,
    WordView,
};
use crate::model::{Address, Chapter, Fact, HistoryEntry, Ix, Route, Rule, Scope, Term};
use crate::render::law::{LawLink, law_link};
use crate::resolve::{RuleEdition, Shown};

/// Changes that a sheet tells of, the last ones first.
const HISTORY: usize = 3;

impl<'a> Reading<'a> {
    /// A rule as a sheet, and the version of the sheet.
    pub(super) fn sheet(&self, ix: Ix<Rule>) -> (SheetView, Date) {
        self.gathered.begin_sheet();
        let rules = self.each(|scribe| scribe.edition.rule(ix));
        let first = &rules[0];
        let rule = first.rule;
        let kind = rule.kind.word();
        let title = self.own(&rules, |rule| Some(rule.title)).unwrap_or_default();
        let mut view = SheetView {
            code: rule.sheet.value.clone(),
            tab: self.tab(rule.chapter),
            version: self.say_date("paper_version", first.version),
            date: self.date(first.version),
            kind,
            title,
            source_title: self.in_source(|edition| edition.heading(ix).0),
            untranslated: self.each_of(&rules, |catalog, rule| {
                rule.untranslated.then(|| catalog.text("note_page_missing").to_owned())
            }),
            answer: self.own(&rules, |rule| Some(rule.answer)).unwrap_or_default(),
            coming: self.dated(self.edition().coming(ix)),
            examples: self.examples(&rules),
            steps: self.steps(&rules),
            within: first.common_within().map(|within| self.within(within)),
            routes: first.routes.iter().filter_map(|route| self.route(*route)).collect(),
            proof: self.own(&rules, |rule| rule.proof),
            body: self.body(&rules),
            consequence: self.own(&rules, |rule| rule.consequence),
            law: self.law(rule),
            facts: first.facts.iter().filter_map(|fact| self.fact(*fact)).collect(),
            history: self.dated(self.edition().past(ix).into_iter().take(HISTORY).collect()),
            words: Vec::new(),
            qr: self.qr(ix),
        };
        view.words = self.words_met();
        (view, first.version)
    }

    fn qr(&self, ix: Ix<Rule>) -> QrView {
        let path = self.addresses.rule(ix);
        let typed = self.addresses.short(ix).unwrap_or_else(|| path.clone());
        qr::code(self.reader(), &path, &typed)
    }

    fn each_of<T>(
        &self,
        rules: &[RuleEdition<'a>],
        make: impl Fn(&crate::locale::Catalog, &RuleEdition<'a>) -> T,
    ) -> Vec<T> {
        self.scribes.iter().zip(rules).map(|(scribe, rule)| make(scribe.catalog(), rule)).collect()
    }

    /// One text of the rule in each language; nothing where no language has it.
    fn own(
        &self,
        rules: &[RuleEdition<'a>],
        part: impl Fn(&RuleEdition<'a>) -> Option<Shown<'a>>,
    ) -> Option<Texts> {
        let texts: Vec<Option<Text>> = self
            .scribes
            .iter()
            .zip(rules)
            .map(|(scribe, rule)| part(rule).map(|shown| scribe.text(shown)))
            .collect();
        let any = texts.iter().any(Option::is_some);
        let empty = |i: usize| self.empty(i);
        any.then(|| texts.into_iter().enumerate().map(|(i, text)| text.unwrap_or_else(|| empty(i))).collect())
    }

    /// No text, where the other language has one.
    fn empty(&self, i: usize) -> Text {
        let lang = self.scribes[i].catalog().tag().to_owned();
        Text { note_lang: lang.clone(), lang, runs: Vec::new(), note: None, local: false }
    }

    pub(super) fn tab(&self, chapter: Ix<Chapter>) -> TabView {
        let order = self.edition().chapters();
        let found = &self.site.library.chapters[chapter.get()];
        TabView {
            letter: found.letter.value.clone(),
            position: order.iter().position(|ix| *ix == chapter).unwrap_or_default(),
            count: order.len(),
            title: self.labels(&found.title),
            source_title: self.in_source(|edition| edition.label(&found.title)),
        }
    }

    fn examples(&self, rules: &[RuleEdition<'a>]) -> Vec<ExampleView> {
        let one = |i: usize| {
            let example = &rules[0].examples[i];
            let outcome = example.outcome.word();
            let id = format!("outcome_{}", outcome.replace('-', "_"));
            ExampleView {
                outcome,
                label: self.each(|scribe| scribe.catalog().text(&id).to_owned()),
                within: example.within.map(|within| self.within(within)),
                situation: self.own(rules, |rule| Some(rule.examples[i].situation)).unwrap_or_default(),
                meaning: self.own(rules, |rule| Some(rule.examples[i].meaning)).unwrap_or_default(),
            }
        };
        (0..rules[0].examples.len()).map(one).collect()
    }

    fn steps(&self, rules: &[RuleEdition<'a>]) -> Vec<Texts> {
        let most = rules.iter().map(|rule| rule.steps.len()).max().unwrap_or_default();
        (0..most).filter_map(|i| self.own(rules, |rule| rule.steps.get(i).copied())).collect()
    }

    fn body(&self, rules: &[RuleEdition<'a>]) -> Vec<Vec<BlockText>> {
        let most = rules.iter().map(|rule| rule.body.len()).max().unwrap_or_default();
        let cell = |i: usize, tongue: usize| match rules[tongue].body.get(i) {
            Some(shown) => self.scribes[tongue].block(*shown),
            None => {
                let Text { lang, note_lang, .. } = self.empty(tongue);
                BlockText { lang, block: None, note: None, note_lang, local: false }
            }
        };
        (0..most).map(|i| (0..rules.len()).map(|tongue| cell(i, tongue)).collect()).collect()
    }

    fn dated(&self, entries: Vec<&'a HistoryEntry>) -> Vec<DatedView> {
        let one = |entry: &&'a HistoryEntry| DatedView {
            date: self.date(entry.on.value),
            note: self.labels(&entry.note),
        };
        entries.iter().map(one).collect()
    }

    fn route(&self, route: Route) -> Option<RouteView> {
        let contacts = &self.edition().municipality?.contacts;
        let line = |a: &Address| format!("{}, {} {}", a.street, a.postcode, a.place);
        let value = match route {
            Route::Form => contacts.form.clone(),
            Route::Phone => contacts.phone.clone(),
            Route::Email => contacts.email.clone(),
            Route::Desk => contacts.desk.as_ref().map(line),
            Route::Post => contacts.post.as_ref().map(line),
        }?;
        let kind = route.word();
        let id = format!("route_{kind}");
        Some(RouteView { kind, label: self.each(|scribe| scribe.catalog().text(&id).to_owned()), value })
    }

    fn law(&self, rule: &Rule) -> Vec<LawView> {
        let library = self.site.library;
        let source = &self.site.catalogs[library.languages.source()];
        let link = |reference| {
            let LawLink { label, href } = law_link(library, source, self.edition().date, reference);
            LawView { label, to: href }
        };
        rule.law.iter().map(link).collect()
    }

    /// A fact in the table at the foot; contacts of the municipality have no place there.
    fn fact(&self, ix: Ix<Fact>) -> Option<FactView> {
        let fact = &self.site.library.facts[ix.get()];
        if fact.label.is_empty() {
            return None;
        }
        let since = self.edition().facts.get(ix)?.since;
        Some(FactView {
            label: self.labels(&fact.label),
            value: self.each(|scribe| scribe.fact(ix, false)),
            since: since.map(|since| self.say_date("value_from", since)).unwrap_or_default(),
            local: fact.scope() == Scope::Local,
        })
    }

    /// The words of the glossary that the sheet shows, in the order of their numbers.
    fn words_met(&self) -> Vec<WordView> {
        let terms = self.gathered.terms.borrow();
        terms.iter().enumerate().map(|(i, term)| self.word(i + 1, *term)).collect()
    }

    pub(super) fn word(&self, number: usize, term: Ix<Term>) -> WordView {
        WordView { number, texts: self.each(|scribe| scribe.word(term)) }
    }
}
