//! `<language>/binder/`: all sheets, to be chosen and printed, or fetched as PDFs.

use super::super::desk::{Desk, Draft, Ways};
use super::super::escape;
use super::super::facts::say_html;
use super::super::view::{BinderChapter, BinderSheet, BinderView, LanguageChoice, SituationView, Text};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::{Chapter, Ix, Rule, Situation};

impl Desk<'_> {
    pub(super) fn binder(&self) -> Result<Page, Box<Diagnostic>> {
        let place = self.place_name();
        let view = BinderView {
            date: self.date(self.edition.date),
            language: self.catalog.name().to_owned(),
            choices: self.language_choices(),
            situations: self.situations(),
            chapters: self.chapters.iter().map(|chapter| self.binder_chapter(*chapter)).collect(),
            papers: self.guide_papers(),
        };
        self.render(Draft {
            template: "binder.html",
            kind: "binder",
            path: "binder/".to_owned(),
            heading: self.catalog.text("print_title").to_owned(),
            description: description(&self.say("print_description", &[("municipality", &place)]), ""),
            above: Vec::new(),
            nav_current: Some("binder"),
            scripts: &["binder"],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }

    /// This language, the source language, and the two side by side; on the page in the source language
    /// each other language beside it. Only what is made can be printed.
    fn language_choices(&self) -> Vec<LanguageChoice> {
        let (own, source) = (self.edition.language, self.site.library.languages.source());
        let made = |language: &usize| self.site.languages.contains(language);
        let mut choices = vec![self.choice("", "", &[own])];
        if own == source {
            let others = self.site.languages.iter().filter(|language| **language != source);
            choices.extend(others.map(|other| self.choice("with=", "print_beside", &[source, *other])));
        } else if made(&source) {
            choices.push(self.choice("in=", "", &[source]));
            choices.push(self.choice("with=", "print_beside", &[source, own]));
        }
        choices
    }

    /// One choice: `key` and the language that is not the page's own are its place in the address.
    fn choice(&self, key: &str, message: &str, languages: &[usize]) -> LanguageChoice {
        let own = self.edition.language;
        let other = languages.iter().find(|language| **language != own);
        let name = |language: usize| {
            let catalog = &self.site.catalogs[language];
            let (tag, dir) = (catalog.tag(), catalog.direction().word());
            format!("<span lang=\"{tag}\" dir=\"{dir}\">{}</span>", escape::escaped(catalog.name()))
        };
        let names: Vec<String> = languages.iter().map(|language| name(*language)).collect();
        // The editions of a municipality lie beside each other.
        let home = |language: &usize| format!("../../{}", self.addresses.edition(None, *language));
        LanguageChoice {
            value: other.map(|other| format!("{key}{}", self.site.catalogs[*other].tag())).unwrap_or_default(),
            label: match names.as_slice() {
                [first, second] => say_html(self.catalog, message, &[("first", first), ("second", second)]),
                names => names.concat(),
            },
            editions: languages.iter().map(home).collect(),
        }
    }

    fn binder_chapter(&self, ix: Ix<Chapter>) -> BinderChapter {
        let chapter = &self.site.library.chapters[ix.get()];
        let letter = chapter.letter.value.clone();
        BinderChapter {
            title: Text { note: None, ..self.label(&chapter.title, Ways::NONE) },
            whole: self.say("print_whole_chapter", &[("code", &letter)]),
            sheets: self.edition.rules_of(ix).into_iter().map(|rule| self.binder_sheet(rule)).collect(),
            papers: self.chapter_papers(ix, "print_chapter"),
            letter,
        }
    }

    fn binder_sheet(&self, ix: Ix<Rule>) -> BinderSheet {
        let rule = &self.site.library.rules[ix.get()];
        let (title, _) = self.edition.heading(ix);
        let source = self.site.library.languages.source();
        let in_source = crate::resolve::Edition { language: source, ..self.edition };
        // A title that is not translated is there in the source language already.
        let source_title = (title.language != source)
            .then(|| Text { note: None, ..self.text(in_source.heading(ix).0, Ways::NONE) });
        let title = Text { note: None, ..self.text(title, Ways::NONE) };
        let situations = self.events.of_rule(ix).into_iter();
        let situations: Vec<&str> =
            situations.map(|situation| self.site.library.situations[situation.get()].id.as_str()).collect();
        BinderSheet {
            open: self.say("print_open", &[("code", &rule.sheet.value)]),
            code: rule.sheet.value.clone(),
            source_title,
            title,
            version: say_html(self.catalog, "print_version", &[("date", &self.date(self.version(ix)))]),
            path: self.addresses.rule(ix),
            situations: situations.join(" "),
            papers: self.sheet_papers(ix, "print_sheet"),
        }
    }

    /// Situations that have a sheet, in their order.
    fn situations(&self) -> Vec<SituationView> {
        let view = |ix: &Ix<Situation>| {
            let situation = &self.site.library.situations[ix.get()];
            let label = Text { note: None, ..self.label(&situation.label, Ways::NONE) };
            SituationView { id: situation.id.clone(), label }
        };
        self.events.all().iter().map(view).collect()
    }
}
