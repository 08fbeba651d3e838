//! One file of a website, made when somebody asks for it.

use std::sync::Arc;

use rayon::prelude::*;

use super::assets::Assets;
use super::desk::Desk;
use super::escape;
use super::pages::{self, Page, PageOf};
use super::{Addresses, FactTexts, Website, edition};
use crate::diag::Diagnostic;
use crate::output::OutputFile;
use crate::resolve::{self, FactsOnPages};

/// What all pages of a website ask for, made once.
#[derive(Debug)]
pub struct Shared {
    assets: Assets,
    shows: Arc<FactsOnPages>,
}

/// A page for whoever changes a theme, in the place of one that cannot be rendered.
#[must_use]
pub fn fault_page(fault: &Diagnostic) -> Vec<u8> {
    let said = format!("{}: {}\n{}", fault.code, fault.message, fault.help);
    let said = escape::escaped(&said);
    format!("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{}</title></head>\n<body><pre>{said}</pre></body></html>\n", fault.code).into_bytes()
}

impl Shared {
    /// What the pages of a website ask for. `shows` is what was found before, in this guide or in an earlier one.
    #[must_use]
    pub fn of(site: Website<'_>, shows: Arc<FactsOnPages>) -> Self {
        Shared { assets: Assets::of(site), shows }
    }

    /// A file by its path, as `duinrode/nl/index.html`; nothing if the website has none of that name. The bytes are
    /// those of [`website`](super::website). Not among them are the sitemap, what only programs read, and what search
    /// pages look in ([`Shared::index`]).
    ///
    /// # Errors
    /// With the fault of a template.
    pub fn single(&self, site: Website<'_>, path: &str) -> Result<Option<OutputFile>, Box<Diagnostic>> {
        if let Some(asset) = self.assets.file(path) {
            return Ok(Some(asset.clone()));
        }
        let folder = path.strip_suffix("index.html");
        if let Some(folder) = folder.filter(|folder| pages::folders(site).iter().any(|own| own == folder)) {
            return pages::chooser(site, &self.assets, folder).map(|page| Some(page.into_file()));
        }
        let addresses = Addresses::of(site.library);
        for (publisher, (municipality, _)) in site.publishers.iter().enumerate() {
            let of = |language: &&usize| path.starts_with(&addresses.edition(*municipality, **language));
            if let Some(language) = site.languages.iter().find(of) {
                return self.at_desk(site, (publisher, *language), |desk| {
                    // The index has a name of its own, outside the folder of the edition.
                    let mut pages = desk.pages().into_iter().filter(|page| !matches!(page, PageOf::Index));
                    let page = pages.find(|page| desk.path(*page) == path);
                    page.map(|page| desk.make(page).map(Page::into_file)).transpose()
                });
            }
        }
        Ok(None)
    }

    /// What the search page of an edition looks in. The edition is named by the positions of its municipality and
    /// its language.
    #[must_use]
    pub fn index(&self, site: Website<'_>, edition: (usize, usize)) -> OutputFile {
        self.at_desk(site, edition, |desk| desk.index().clone())
    }

    fn at_desk<T>(
        &self,
        site: Website<'_>,
        (publisher, language): (usize, usize),
        work: impl FnOnce(&Desk<'_>) -> T,
    ) -> T {
        let (municipality, facts) = &site.publishers[publisher];
        let source = site.library.languages.source();
        let write = |language: usize| FactTexts::of(site.library, facts, &site.catalogs[language]);
        let (texts, news) = rayon::join(
            || [language, source].into_par_iter().map(write).collect::<Vec<_>>(),
            || resolve::news_again(edition(site, *municipality, (source, facts)), &self.shows),
        );
        let here = edition(site, *municipality, (language, facts));
        let texts = [&texts[0], &texts[1]];
        work(&Desk::new(site, here, Addresses::of(site.library), (&self.assets, &news), texts))
    }
}
