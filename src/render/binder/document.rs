//! Documents: which parts make a sheet, a chapter, a binder or an update pack, and all their data.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use typst::layout::Dir;
use typst::text::Lang;

use super::reading::Reading;
use super::scribe::media_file;
use super::update::Update;
use super::view::{DataView, LanguageView, LookView, Part, SheetView};
use crate::locale::{Argument, Catalog, Direction};
use crate::model::{Chapter, Ix, Rule};

/// What a document holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// One rule.
    Sheet(Ix<Rule>),
    /// A chapter with all its rules.
    Chapter(Ix<Chapter>),
    /// A binder of these rules: cover, contents, chapters, words, help, forms.
    Binder(Vec<Ix<Rule>>),
    /// Of these rules, the sheets that changed after a day.
    Update(Vec<Ix<Rule>>, Date),
}

/// How a document is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Form {
    /// Letters of 18 points.
    pub large: bool,
    /// For printing on both sides: margins are mirrored and a sheet starts on a right-hand page.
    pub double_sided: bool,
}

/// Everything that is set, and since when it is as it is.
pub(super) struct Document {
    /// Files that the templates read, by name.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// The last day on which something in it changed.
    pub(super) version: Date,
}

/// Numbers of pages that are written out: more than any sheet has.
const PAGES: u32 = 40;

/// A document while it is put together.
#[derive(Default)]
struct Draft {
    parts: Vec<Part>,
    codes: Vec<String>,
    files: BTreeMap<String, Vec<u8>>,
    versions: Vec<Date>,
    title: String,
}

impl<'a> Reading<'a> {
    /// Puts a document together. `before` is the reading on the day an update pack starts from.
    pub(super) fn document(&self, content: &Content, form: Form, before: Option<&Reading<'a>>) -> Document {
        let mut draft = Draft::default();
        match content {
            Content::Sheet(rule) => {
                draft.title = self.sheet_title(*rule);
                self.add_sheet(*rule, 1, &mut draft);
            }
            Content::Chapter(chapter) => {
                let rules = self.edition().rules_of(*chapter);
                draft.title = self.titled(self.chapter_title(*chapter));
                self.add_chapter(*chapter, &rules, &mut draft);
            }
            Content::Binder(rules) => self.add_binder(rules, &mut draft),
            Content::Update(rules, since) => {
                draft.title = self.titled(self.scribes[0].catalog().text("paper_update_title").to_owned());
                let update = Update::between(before.unwrap_or(self), self, rules, *since);
                draft.parts.push(update.part);
                for rule in update.sheets {
                    self.add_sheet(rule, 1, &mut draft);
                }
            }
        }
        let version = draft.versions.iter().copied().max().unwrap_or(self.edition().date);
        self.finish(draft, form, version)
    }

    fn add_binder(&self, rules: &[Ix<Rule>], draft: &mut Draft) {
        draft.title = self.titled(String::new());
        let chapters: Vec<(Ix<Chapter>, Vec<Ix<Rule>>)> = self
            .edition()
            .chapters()
            .into_iter()
            .map(|chapter| {
                let all = self.edition().rules_of(chapter).into_iter();
                (chapter, all.filter(|rule| rules.contains(rule)).collect::<Vec<_>>())
            })
            .filter(|(_, rules)| !rules.is_empty())
            .collect();
        let in_order: Vec<Ix<Rule>> = chapters.iter().flat_map(|(_, rules)| rules.iter().copied()).collect();
        draft.parts.extend([Part::How, Part::Contents, self.report(&in_order)]);
        for (chapter, rules) in &chapters {
            self.add_chapter(*chapter, rules, draft);
        }
        draft.parts.extend([self.words(), Part::Help, Part::Form, Part::Receipts, Part::Notes]);
        let version = draft.versions.iter().copied().max().unwrap_or(self.edition().date);
        draft.parts.insert(0, self.cover(version));
    }

    fn add_chapter(&self, chapter: Ix<Chapter>, rules: &[Ix<Rule>], draft: &mut Draft) {
        draft.parts.push(self.chapter(chapter, rules));
        for rule in rules {
            self.add_sheet(*rule, 2, draft);
        }
    }

    /// Each sheet is a file of its own: after a change only that sheet is laid out again.
    fn add_sheet(&self, rule: Ix<Rule>, depth: u8, draft: &mut Draft) {
        let (sheet, version): (SheetView, Date) = self.sheet(rule);
        let file = format!("sheet-{}.json", sheet.code);
        draft.files.insert(file.clone(), json(&sheet));
        draft.codes.push(sheet.code);
        draft.versions.push(version);
        draft.parts.push(Part::Sheet { file, depth });
    }

    fn finish(&self, draft: Draft, form: Form, version: Date) -> Document {
        let Draft { parts, codes, mut files, title, .. } = draft;
        let library = self.site.library;
        let source = library.languages.source();
        // Texts that are not translated need the source language too, and forms have it beside the reader's.
        let mut languages: Vec<usize> = self.each(|scribe| scribe.edition.language);
        if !languages.contains(&source) {
            languages.push(source);
        }
        let catalogs = || languages.iter().map(|language| &self.site.catalogs[*language]);
        let data = DataView {
            title,
            tongues: self.each(|scribe| scribe.catalog().tag()),
            source: library.languages.tag(source),
            languages: catalogs().map(|catalog| (catalog.tag(), self.language(catalog))).collect(),
            ui: catalogs().map(|catalog| (catalog.tag(), interface(catalog))).collect(),
            pages: catalogs().map(|catalog| (catalog.tag(), pages(catalog))).collect(),
            icons: &self.site.theme.icons,
            look: self.look(form),
            guide: self.labels(&library.site.title),
            place: self.place(),
            parts,
            codes,
        };
        files.insert("data.json".to_owned(), json(&data));
        for ix in self.gathered.media.borrow().iter() {
            let media = &library.media[ix.get()];
            files.insert(media_file(media, *ix), media.bytes.to_vec());
        }
        Document { files, version }
    }

    fn language(&self, catalog: &Catalog) -> LanguageView {
        let mut subtags = catalog.tag().split('-');
        let code = subtags.next().unwrap_or_default().to_owned();
        let region = subtags.find(|subtag| subtag.len() == 2).map(str::to_owned);
        let fonts = self.scribes[0].faces.families(catalog.direction()).to_vec();
        let by_itself = code.parse::<Lang>().map(Lang::dir).ok();
        let dir = catalog.direction();
        let known = by_itself == Some(if dir == Direction::Rtl { Dir::RTL } else { Dir::LTR });
        LanguageView { code, region, dir: dir.word(), known, name: catalog.name().to_owned(), fonts }
    }

    fn look(&self, form: Form) -> LookView {
        let style = self.edition().municipality.map(|municipality| &municipality.house_style);
        let colour = |name: &str, other: &str| {
            self.site.theme.colour(name, style).map_or_else(|| other.to_owned(), |colour| colour.to_string())
        };
        LookView {
            large: form.large,
            double_sided: form.double_sided,
            primary: colour("primary", "#154f7d"),
            on_primary: colour("on-primary", "#ffffff"),
            accent: colour("accent", "#e0a030"),
        }
    }

    fn sheet_title(&self, rule: Ix<Rule>) -> String {
        let code = &self.site.library.rules[rule.get()].sheet.value;
        let title = self.scribes[0].plain(self.edition().heading(rule).0);
        self.titled(format!("{code} {title}"))
    }

    fn chapter_title(&self, chapter: Ix<Chapter>) -> String {
        let chapter = &self.site.library.chapters[chapter.get()];
        let title = self.scribes[0].plain(self.edition().label(&chapter.title));
        format!("{} {title}", chapter.letter.value)
    }

    /// The title of a document: what it is, the guide, the municipality.
    fn titled(&self, what: String) -> String {
        let guide = self.scribes[0].plain(self.edition().label(&self.site.library.site.title));
        let place = self.edition().municipality.map(|municipality| municipality.name.clone());
        let all = [Some(what).filter(|what| !what.is_empty()), Some(guide), place];
        all.into_iter().flatten().collect::<Vec<_>>().join(" - ")
    }
}

/// "1 page", "2 pages", ... for numbers that are known only when the pages are laid out.
fn pages(catalog: &Catalog) -> Vec<String> {
    (1..=PAGES).map(|n| catalog.say("paper_pages", &[("n", Argument::Number(n.into()))])).collect()
}

/// Sentences whose values are known only when the pages are laid out: the template fills them in.
const LATE: [(&str, &[&str]); 5] = [
    ("paper_page", &["page", "pages"]),
    ("paper_page_map", &["page"]),
    ("paper_update_replaced", &["code", "pages"]),
    ("paper_update_new", &["code", "pages"]),
    ("paper_update_withdrawn", &["code"]),
];

/// How the names of texts start that only the website has: paper is quicker without them.
const SCREEN: [&str; 6] = ["accessibility_", "choose_", "description_", "nav_", "not_found_", "print_"];

/// The texts of the interface; in the sentences above `{page}` stands for the page, and so on.
fn interface(catalog: &Catalog) -> BTreeMap<String, String> {
    let on_paper = |id: &&String| !SCREEN.iter().any(|start| id.starts_with(start));
    let mut texts: BTreeMap<String, String> =
        catalog.fixed().keys().filter(on_paper).map(|id| (id.clone(), catalog.text(id).to_owned())).collect();
    for (id, names) in LATE {
        let marks: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
        let values = names.iter().zip(&marks).map(|(name, mark)| (*name, Argument::Text(mark)));
        texts.insert(id.to_owned(), catalog.say(id, &values.collect::<Vec<_>>()));
    }
    texts
}

/// Views hold text, numbers and lists: nothing that JSON could not say.
fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
