//! One file of a website, made when somebody asks for it.

use rayon::prelude::*;

use super::assets::Assets;
use super::desk::Desk;
use super::escape;
use super::pages::{self, PageOf};
use super::{Addresses, FactTexts, Website, edition};
use crate::diag::Diagnostic;
use crate::model::Municipality;
use crate::output::OutputFile;
use crate::resolve::{self, Facts};

/// What all pages of a website ask for, made once.
#[derive(Debug)]
pub struct Shared {
    assets: Assets,
}

/// A file that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Single {
    /// The file.
    pub file: OutputFile,
    /// A file that it names, which nobody can ask for before this one is made: what the search page looks in.
    pub beside: Option<OutputFile>,
}

/// A page for whoever changes a theme, in the place of one that cannot be rendered.
#[must_use]
pub fn fault_page(fault: &Diagnostic) -> Vec<u8> {
    let said = format!("{}: {}\n{}", fault.code, fault.message, fault.help);
    let said = escape::escaped(&said);
    format!("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{}</title></head>\n<body><pre>{said}</pre></body></html>\n", fault.code).into_bytes()
}

impl Shared {
    /// What the pages of a website ask for.
    #[must_use]
    pub fn of(site: Website<'_>) -> Self {
        Shared { assets: Assets::of(site) }
    }

    /// A file by its path, as `duinrode/nl/index.html`; nothing if the website has none of that name. The bytes are
    /// those of [`website`](super::website). Not among them are the sitemap and what only programs read.
    ///
    /// # Errors
    /// With the fault of a template.
    pub fn single(&self, site: Website<'_>, path: &str) -> Result<Option<Single>, Box<Diagnostic>> {
        let alone = |file| Some(Single { file, beside: None });
        if let Some(asset) = self.assets.file(path) {
            return Ok(alone(asset.clone()));
        }
        let folder = path.strip_suffix("index.html");
        if let Some(folder) = folder.filter(|folder| pages::folders(site).iter().any(|own| own == folder)) {
            let page = pages::chooser(site, &self.assets, folder)?;
            return Ok(alone(OutputFile { path: page.path, bytes: page.bytes }));
        }
        let addresses = Addresses::of(site.library);
        for (municipality, facts) in site.publishers {
            let of = |language: &&usize| path.starts_with(&addresses.edition(*municipality, **language));
            if let Some(language) = site.languages.iter().find(of) {
                return self.in_edition(site, (*municipality, *language, facts), path);
            }
        }
        Ok(None)
    }

    fn in_edition(
        &self,
        site: Website<'_>,
        (municipality, language, facts): (Option<&Municipality>, usize, &Facts),
        path: &str,
    ) -> Result<Option<Single>, Box<Diagnostic>> {
        let source = site.library.languages.source();
        let write = |language: usize| FactTexts::of(site.library, facts, &site.catalogs[language]);
        let (texts, news) = rayon::join(
            || [language, source].into_par_iter().map(write).collect::<Vec<_>>(),
            || resolve::news(edition(site, municipality, (source, facts))),
        );
        let here = edition(site, municipality, (language, facts));
        let texts = [&texts[0], &texts[1]];
        let desk = Desk::new(site, here, Addresses::of(site.library), (&self.assets, &news), texts);
        // The index has a name of its own, outside the folder of the edition.
        let pages = desk.pages().into_iter().filter(|page| !matches!(page, PageOf::Index));
        let Some(page) = pages.into_iter().find(|page| desk.path(*page) == path) else { return Ok(None) };
        let made = desk.make(page)?;
        let beside = matches!(page, PageOf::Search).then(|| desk.index().clone());
        Ok(Some(Single { file: OutputFile { path: made.path, bytes: made.bytes }, beside }))
    }
}
