//! The desk at which one edition is written: everything its pages share.

use std::sync::OnceLock;

use tera::{Context, Value};

use super::assets::Assets;
use super::escape;
use super::facts::{self, FactTexts};
use super::json_ld::{self, About};
use super::kept::Kept;
use super::pages::Page;
use super::sitemap::Entry;
use super::terms::TermsUsed;
use super::text::TextWriter;
use super::view::{Alternate, Link, PageView, Text};
use super::{Addresses, Website, out_path};
use crate::diag::Diagnostic;
use crate::locale::{Argument, Catalog};
use crate::model::{Chapter, Ix, PerLanguage, Rule, Segment};
use crate::output::OutputFile;
use crate::render::address::up;
use crate::resolve::{Change, Edition, LifeEvents, Note, Shown, ShownBlock};

/// One edition with all that is needed to write its pages.
pub(super) struct Desk<'a> {
    pub(super) site: Website<'a>,
    pub(super) edition: Edition<'a>,
    pub(super) addresses: Addresses<'a>,
    pub(super) catalog: &'a Catalog,
    pub(super) assets: &'a Assets,
    /// Facts in the reader's language, and in the source language for texts that are not translated.
    fact_texts: [&'a FactTexts; 2],
    /// The changes that readers are told of.
    pub(super) news: &'a [Change<'a>],
    /// The edition's folder from the top of the site.
    pub(super) folder: String,
    /// The edition's address as people type it.
    print_base: String,
    /// The last day on which any rule or fact of the edition changed: for pages that list them.
    changed_on: Option<jiff::civil::Date>,
    /// Which rules belong to which life event.
    pub(super) events: LifeEvents,
    /// Chapters that have rules, in their order.
    pub(super) chapters: Vec<Ix<Chapter>>,
    /// The rules as a reader goes through them.
    pub(super) rules: Vec<Ix<Rule>>,
    /// What was made for other pages.
    pub(super) kept: Kept,
    /// What the search page looks in, once somebody asks for it.
    pub(super) index: OnceLock<OutputFile>,
    /// Interface texts and shared view, made once and shared by all pages.
    ui: Value,
    shared: Value,
}

/// A page before it is rendered.
pub(super) struct Draft<'d, V> {
    pub(super) template: &'static str,
    pub(super) kind: &'static str,
    /// From the edition's folder, ending in `/`; empty for the home page.
    pub(super) path: String,
    /// The heading, without markup.
    pub(super) heading: String,
    pub(super) description: String,
    /// Pages between home and this one: heading and path.
    pub(super) above: Vec<(Text, String, String)>,
    pub(super) nav_current: Option<&'static str>,
    /// Scripts of the page by name, in the order in which they run.
    pub(super) scripts: &'static [&'static str],
    pub(super) dates: Option<(jiff::civil::Date, jiff::civil::Date)>,
    /// Languages of the guide in which the page shows a text of its own.
    pub(super) translated: &'d [usize],
    pub(super) view: V,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        site: Website<'a>,
        edition: Edition<'a>,
        addresses: Addresses<'a>,
        (assets, news): (&'a Assets, &'a [Change<'a>]),
        fact_texts: [&'a FactTexts; 2],
    ) -> Self {
        let catalog = &site.catalogs[edition.language];
        let folder = addresses.edition(edition.municipality, edition.language);
        let address = addresses.absolute(&folder);
        let print_base = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).to_owned();
        let ui = Value::from_serializable(catalog.fixed());
        let shared = Value::none();
        let changed_on = edition.changed_on_at_all();
        let chapters = edition.chapters();
        let mut desk = Desk {
            site,
            edition,
            addresses,
            catalog,
            assets,
            fact_texts,
            news,
            folder,
            print_base,
            changed_on,
            events: LifeEvents::of(edition),
            rules: chapters.iter().flat_map(|chapter| edition.rules_of(*chapter)).collect(),
            chapters,
            kept: Kept::nothing(edition.library),
            index: OnceLock::new(),
            ui,
            shared,
        };
        desk.shared = Value::from_serializable(&desk.site_view());
        desk
    }

    /// A text as templates see it.
    pub(super) fn text(&self, shown: Shown<'_>, ways: Ways<'_>) -> Text {
        let html = self.in_language(shown.language, ways).inlines(shown.inlines);
        self.marked(html, shown.language, shown.note, shown.local)
    }

    /// A block as templates see it.
    pub(super) fn block(&self, shown: ShownBlock<'_>, ways: Ways<'_>) -> Text {
        let html = self.in_language(shown.language, ways).block(shown.block);
        self.marked(html, shown.language, shown.note, shown.local)
    }

    fn in_language<'w>(&'w self, language: usize, ways: Ways<'w>) -> TextWriter<'w> {
        let own = language == self.edition.language;
        TextWriter {
            library: self.site.library,
            facts: self.fact_texts[usize::from(!own)],
            assets: self.assets,
            date: self.edition.date,
            home: ways.home,
            terms: ways.terms,
            print_base: &self.print_base,
            root: ways.root,
            catalog: &self.site.catalogs[language],
        }
    }

    fn marked(&self, html: String, language: usize, note: Note, local: bool) -> Text {
        let other = language != self.edition.language;
        let catalog = &self.site.catalogs[language];
        let note = match note {
            Note::None => None,
            Note::Missing => other.then_some("note_missing"),
            Note::Stale => Some("note_stale"),
            Note::Unreviewed => Some("note_machine"),
        };
        Text {
            html,
            lang: other.then(|| catalog.tag().to_owned()),
            dir: other.then(|| catalog.direction().word()),
            note: note.map(|id| self.catalog.text(id).to_owned()),
            local,
        }
    }

    /// A text without markup.
    pub(super) fn plain(&self, shown: Shown<'_>) -> String {
        self.in_language(shown.language, Ways::NONE).plain(shown.inlines)
    }

    /// A text that the whole guide shares.
    pub(super) fn label(&self, texts: &'a PerLanguage<Segment>, ways: Ways<'_>) -> Text {
        self.text(self.edition.label(texts), ways)
    }

    /// An interface text with values.
    pub(super) fn say(&self, id: &str, values: &[(&str, &str)]) -> String {
        let arguments: Vec<(&str, Argument<'_>)> = values.iter().map(|(k, v)| (*k, Argument::Text(v))).collect();
        self.catalog.say(id, &arguments)
    }

    /// Name of the municipality; of the guide where there is none.
    pub(super) fn place_name(&self) -> String {
        match self.edition.municipality {
            Some(municipality) => municipality.name.clone(),
            None => self.plain(self.edition.label(&self.site.library.site.title)),
        }
    }

    /// What a fact's date means, in HTML.
    pub(super) fn date(&self, date: jiff::civil::Date) -> String {
        facts::date(date, self.catalog).html
    }

    /// The day of a rule's sheet.
    pub(super) fn version(&self, ix: Ix<Rule>) -> jiff::civil::Date {
        *self.kept.versions[ix.get()].get_or_init(|| self.edition.rule(ix).version)
    }

    /// Facts in the reader's language.
    pub(super) fn own_facts(&self) -> &'a FactTexts {
        self.fact_texts[0]
    }

    /// Renders a draft.
    pub(super) fn render<V: serde::Serialize>(&self, draft: Draft<'_, V>) -> Result<Page, Box<Diagnostic>> {
        let file = if draft.kind == "not-found" { "404.html" } else { "index.html" };
        let path = format!("{}{}", self.folder, draft.path);
        let page = self.page_view(&draft, &path);
        let entry = (page.robots.is_none() && draft.translated.contains(&self.edition.language)).then(|| Entry {
            address: self.addresses.absolute(&path),
            changed_on: draft.dates.map(|(changed, _)| changed).or(self.changed_on),
            alternates: hreflang(&page),
        });
        let mut context = self.context();
        context.insert_value("part", self.parts(&page)?);
        context.insert("page", &page);
        context.insert("view", &draft.view);
        let bytes = self.site.theme.render(draft.template, &context)?;
        Ok(Page { path: out_path(format!("{path}{file}")), bytes, entry })
    }

    fn context(&self) -> Context {
        let mut context = Context::new();
        context.insert_value("ui", self.ui.clone());
        context.insert_value("site", self.shared.clone());
        context
    }

    /// The parts of a page.
    fn parts(&self, page: &PageView) -> Result<Value, Box<Diagnostic>> {
        let known = page.known_to_parts();
        self.kept.parts.get_or_try(&known, || {
            let mut context = self.context();
            context.insert("page", &known);
            self.site.theme.parts(&context)
        })
    }

    fn page_view<V>(&self, draft: &Draft<'_, V>, path: &str) -> PageView {
        let not_found = draft.kind == "not-found";
        let translated = draft.translated.contains(&self.edition.language);
        let source = self.site.library.languages.source();
        let alternates =
            if not_found { self.alternates(draft, "", true) } else { self.alternates(draft, path, false) };
        let own = self.addresses.absolute(path);
        let in_source = self.addresses.edition(self.edition.municipality, source) + &draft.path;
        let canonical = if translated { own.clone() } else { self.addresses.absolute(&in_source) };
        let default = alternates.iter().find(|a| a.lang == self.site.library.languages.tag(source));
        let default = default.or(alternates.first()).map(|a| a.href.clone());
        let site_title = self.plain(self.edition.label(&self.site.library.site.title));
        let title = self.title(&draft.heading, &site_title, draft.kind);
        let root = if not_found { self.addresses.root().to_owned() } else { up(path) };
        let home = if not_found { format!("{root}{}", self.folder) } else { up(&draft.path) };
        PageView {
            kind: draft.kind,
            root,
            home,
            json_ld: (!not_found).then(|| self.json_ld(draft, &own, &site_title)),
            title,
            description: draft.description.clone(),
            canonical: (!not_found).then_some(canonical),
            // A page that only shows the source text is no page of its own to search engines.
            robots: (not_found || !translated).then_some("noindex"),
            x_default: default.filter(|_| !not_found && translated),
            alternates,
            scripts: self.assets.scripts(draft.scripts),
            breadcrumbs: self.breadcrumbs(draft),
            nav_current: draft.nav_current,
        }
    }

    /// Starts with the heading and is unlike any other title of the site.
    fn title(&self, heading: &str, site_title: &str, kind: &str) -> String {
        match (kind, self.edition.municipality) {
            ("home", Some(municipality)) => format!("{heading} - {}", municipality.name),
            ("home", None) => heading.to_owned(),
            (_, municipality) => {
                let name = municipality.map(|m| format!(" {}", m.name)).unwrap_or_default();
                self.say("title_page", &[("title", heading), ("site", &format!("{site_title}{name}"))])
            }
        }
    }

    fn alternates<V>(&self, draft: &Draft<'_, V>, path: &str, at_any_address: bool) -> Vec<Alternate> {
        let root = if at_any_address { self.addresses.root().to_owned() } else { up(path) };
        let translated = draft.translated.contains(&self.edition.language);
        let one = |language: &usize| {
            let catalog = &self.site.catalogs[*language];
            let rest = if at_any_address { "" } else { draft.path.as_str() };
            let to = format!("{}{rest}", self.addresses.edition(self.edition.municipality, *language));
            Alternate {
                lang: catalog.tag().to_owned(),
                dir: catalog.direction().word(),
                name: catalog.name().to_owned(),
                href: self.addresses.absolute(&to),
                path: format!("{root}{to}"),
                current: *language == self.edition.language,
                indexed: !at_any_address && translated && draft.translated.contains(language),
            }
        };
        self.site.languages.iter().map(one).collect()
    }

    fn breadcrumbs<V>(&self, draft: &Draft<'_, V>) -> Vec<Link> {
        if matches!(draft.kind, "home" | "not-found") {
            return Vec::new();
        }
        let home = Text::own(escape::escaped(self.catalog.text("nav_home")));
        let above = draft.above.iter().map(|(label, _, path)| Link { path: path.clone(), label: label.clone() });
        std::iter::once(Link { path: String::new(), label: home }).chain(above).collect()
    }

    fn json_ld<V>(&self, draft: &Draft<'_, V>, address: &str, site_title: &str) -> String {
        let absolute = |path: &str| self.addresses.absolute(&format!("{}{path}", self.folder));
        let mut trail = vec![(site_title.to_owned(), absolute(""))];
        trail.extend(draft.above.iter().map(|(_, plain, path)| (plain.clone(), absolute(path))));
        if draft.kind != "home" {
            trail.push((draft.heading.clone(), address.to_owned()));
        }
        let organisation =
            self.edition.municipality.map(|m| (self.plain(self.edition.label(&m.organisation)), m.name.as_str()));
        let tags: Vec<String> = draft
            .translated
            .iter()
            .map(|language| self.site.library.languages.tag(*language).to_owned())
            .collect();
        json_ld::page(&About {
            address,
            name: &draft.heading,
            description: &draft.description,
            language: self.catalog.tag(),
            changed_on: draft.dates.map(|(changed, _)| changed).or(self.changed_on).map(|day| day.to_string()),
            reviewed_on: draft.dates.map(|(_, reviewed)| reviewed.to_string()),
            trail: &trail,
            publisher: organisation.as_ref().map(|(name, municipality)| (name.as_str(), *municipality)),
            service: draft.kind == "rule",
            languages: &tags,
        })
    }
}

/// The ways from a page to the edition's home and to the top of the site.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ways<'w> {
    pub(super) home: Option<&'w str>,
    pub(super) root: &'w str,
    /// The words that the page has marked, where it marks each once and explains it itself.
    pub(super) terms: Option<&'w TermsUsed>,
}

impl Ways<'_> {
    /// For texts on no page in particular: links inside the guide become plain words.
    pub(super) const NONE: Ways<'static> = Ways { home: None, root: "", terms: None };
}

/// What the head of the page says about its translations.
fn hreflang(page: &PageView) -> Vec<(String, String)> {
    let all = page.alternates.iter().filter(|a| a.indexed).map(|a| (a.lang.clone(), a.href.clone()));
    all.chain(page.x_default.iter().map(|href| ("x-default".to_owned(), href.clone()))).collect()
}
