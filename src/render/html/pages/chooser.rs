//! `/` and `/<municipality>/`: which municipality, which language. Every language is named in itself.

use tera::{Context, Value};

use super::super::assets::Assets;
use super::super::json_ld::{self, About};
use super::super::sitemap::Entry;
use super::super::view::{ChooserLanguage, ChooserLink, ChooserMunicipality, ChooserView, PageView, SiteView};
use super::super::{Addresses, Website, out_path};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::locale::{Argument, Catalog};
use crate::model::{Municipality, PerLanguage, Segment};
use crate::render::address::up;

/// The folders with a chooser: that of the whole site, and one per municipality where there are several.
pub(in crate::render::html) fn folders(site: Website<'_>) -> Vec<String> {
    let addresses = Addresses::of(site.library);
    let own = site.publishers.iter().filter(|_| addresses.several());
    std::iter::once(String::new()).chain(own.map(|(own, _)| addresses.municipality(*own))).collect()
}

/// The chooser in a folder.
pub(in crate::render::html) fn chooser(
    site: Website<'_>,
    assets: &Assets,
    folder: &str,
) -> Result<Page, Box<Diagnostic>> {
    let addresses = Addresses::of(site.library);
    let all = site.publishers.iter().map(|(municipality, _)| *municipality);
    let here = all.filter(|own| folder.is_empty() || addresses.municipality(*own) == folder);
    let here: Vec<Option<&Municipality>> = here.collect();
    Chooser { site, addresses, assets }.page(folder, &here)
}

struct Chooser<'a> {
    site: Website<'a>,
    addresses: Addresses<'a>,
    assets: &'a Assets,
}

impl<'a> Chooser<'a> {
    fn catalog(&self) -> &'a Catalog {
        &self.site.catalogs[self.site.library.languages.source()]
    }

    fn source_text(&self, texts: &PerLanguage<Segment>) -> String {
        texts.get(self.site.library.languages.source()).map(Segment::plain).unwrap_or_default()
    }

    fn page(&self, folder: &str, municipalities: &[Option<&Municipality>]) -> Result<Page, Box<Diagnostic>> {
        let own = municipalities.first().copied().flatten().filter(|_| !folder.is_empty());
        let site_title = self.source_text(&self.site.library.site.title);
        let title = own.map_or_else(|| site_title.clone(), |municipality| municipality.name.clone());
        let page = self.page_view(folder, &title, &site_title);
        let view = ChooserView {
            languages: self.languages(if municipalities.len() > 1 {
                "choose_municipality"
            } else {
                "choose_language"
            }),
            municipalities: municipalities
                .iter()
                .map(|municipality| self.municipality(*municipality, folder))
                .collect(),
            title,
        };
        let mut context = Context::new();
        context.insert_value("ui", Value::from_serializable(self.catalog().fixed()));
        context.insert("site", &self.site_view(&site_title, own));
        context.insert("page", &page.known_to_parts());
        let parts = self.site.theme.parts(&context)?;
        context.insert_value("part", parts);
        context.insert("page", &page);
        context.insert("view", &view);
        let bytes = self.site.theme.render("chooser.html", &context)?;
        let address = self.addresses.absolute(folder);
        let entry = Entry { address, changed_on: None, alternates: Vec::new() };
        Ok(Page { path: out_path(format!("{folder}index.html")), bytes, entry: Some(entry) })
    }

    fn page_view(&self, folder: &str, title: &str, site_title: &str) -> PageView {
        let address = self.addresses.absolute(folder);
        let intro = self.source_text(&self.site.library.site.description);
        let full = if folder.is_empty() { title.to_owned() } else { format!("{title} - {site_title}") };
        let description = description(&intro, title);
        let mut trail = vec![(site_title.to_owned(), self.addresses.absolute(""))];
        if !folder.is_empty() {
            trail.push((title.to_owned(), address.clone()));
        }
        let json_ld = json_ld::page(&About {
            address: &address,
            name: title,
            description: &description,
            language: self.catalog().tag(),
            changed_on: Some(self.site.date.to_string()),
            reviewed_on: None,
            trail: &trail,
            publisher: None,
            service: false,
            languages: &[],
        });
        PageView {
            kind: "chooser",
            root: up(folder),
            home: "./".to_owned(),
            title: full,
            description,
            canonical: Some(address),
            robots: None,
            alternates: Vec::new(),
            x_default: None,
            json_ld: Some(json_ld),
            scripts: Vec::new(),
            breadcrumbs: Vec::new(),
            nav_current: None,
        }
    }

    fn site_view(&self, title: &str, own: Option<&Municipality>) -> SiteView {
        let catalog = self.catalog();
        SiteView {
            lang: catalog.tag().to_owned(),
            dir: catalog.direction().word(),
            title: title.to_owned(),
            notice: None,
            css: self.assets.css(own.map(|municipality| municipality.id.as_str())),
            favicon: self.assets.favicon.clone(),
            theme_class: own.map(|municipality| format!("{}-theme", municipality.id)).unwrap_or_default(),
            nav: Vec::new(),
            footer_nav: Vec::new(),
            municipality: None,
            search: false,
            several: own.is_some(),
            chooser: String::new(),
        }
    }

    fn languages(&self, heading: &str) -> Vec<ChooserLanguage> {
        let one = |language: &usize| {
            let catalog = &self.site.catalogs[*language];
            let notice = self.site.library.site.notice.get(*language).map(Segment::plain);
            ChooserLanguage {
                lang: catalog.tag().to_owned(),
                dir: catalog.direction().word(),
                name: catalog.name().to_owned(),
                heading: catalog.text(heading).to_owned(),
                notice: notice.map(|notice| super::super::escape::escaped(&notice)),
            }
        };
        self.site.languages.iter().map(one).collect()
    }

    fn municipality(&self, municipality: Option<&Municipality>, folder: &str) -> ChooserMunicipality {
        let name =
            municipality.map_or_else(|| self.source_text(&self.site.library.site.title), |m| m.name.clone());
        let links = self.site.languages.iter().map(|language| {
            let catalog = &self.site.catalogs[*language];
            let arguments =
                [("municipality", Argument::Text(&name)), ("language", Argument::Text(catalog.name()))];
            ChooserLink {
                lang: catalog.tag().to_owned(),
                dir: catalog.direction().word(),
                name: catalog.name().to_owned(),
                path: self.addresses.edition(municipality, *language),
                label: catalog.say("municipality_language", &arguments),
            }
        });
        let path = if folder.is_empty() { self.addresses.municipality(municipality) } else { String::new() };
        ChooserMunicipality { languages: links.collect(), name, path }
    }
}
