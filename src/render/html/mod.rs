//! The website: pages, style sheets, sitemap.
//!
//! Steps: format every fact once per language (`facts`), write texts (`text`), fill a view per page
//! (`view`, `pages`), render it with the theme, and add what the pages need (`assets`, `sitemap`).

pub(in crate::render) mod assets;
mod desk;
pub(in crate::render) mod escape;
mod examples;
pub(in crate::render) mod facts;
mod feed;
mod json_ld;
mod kept;
mod ledger;
mod news;
mod pages;
mod paper;
mod search;
mod single;
mod site;
mod sitemap;
mod terms;
mod text;
mod view;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::locale::Catalog;
use crate::model::{Library, Municipality};
use crate::output::{OutPath, Sink};
use crate::resolve;
use crate::resolve::{Change, Edition, Facts};
use crate::theme::Theme;

use super::{Addresses, Papers};
use assets::Assets;
use desk::Desk;
pub(in crate::render) use facts::{FactTexts, say_html, written};
pub use ledger::{Ledger, Told, ToldFact, ToldRule, ToldSituation, ledger};
pub(crate) use pages::Page;
use pages::PageOf;
pub use single::{Shared, fault_page};
use sitemap::Entry;

/// What a website is made of.
#[derive(Debug, Clone, Copy)]
pub struct Website<'a> {
    /// The guide.
    pub library: &'a Library,
    /// Its theme.
    pub theme: &'a Theme,
    /// A catalog per language of the guide.
    pub catalogs: &'a [Catalog],
    /// The languages to make, by position.
    pub languages: &'a [usize],
    /// The municipalities to make, each with its facts on the day; one without municipality if there is none.
    pub publishers: &'a [(Option<&'a Municipality>, Facts)],
    /// The day that the pages speak of.
    pub date: Date,
    /// The PDFs beside the pages.
    pub papers: &'a Papers,
    /// Whether there is a page to search the guide.
    pub search: bool,
}

/// Makes all files of a website, and hands each to a sink as soon as it is made. Findings are faults of templates:
/// what was handed over is of no use then.
///
/// # Errors
/// With the faults, each once.
pub fn website(site: Website<'_>, sink: &dyn Sink) -> Result<(), Vec<Diagnostic>> {
    let assets = Assets::of(site);
    let mut made = Vec::new();
    for publishers in site.publishers.chunks(PUBLISHERS_TOGETHER) {
        made.extend(editions(Website { publishers, ..site }, &assets, sink));
    }
    let choosers = pages::folders(site).into_iter().map(|folder| pages::chooser(site, &assets, &folder));
    made.extend(choosers.map(|page| Ok(hand_over(page?, sink))));
    let mut faults: Vec<Diagnostic> = Vec::new();
    let mut indexed = Vec::new();
    for entry in made {
        match entry {
            Ok(entry) => indexed.extend(entry),
            Err(fault) if faults.contains(&fault) => {}
            Err(fault) => faults.push(*fault),
        }
    }
    for file in assets.into_files().into_iter().chain(sitemap::files(indexed, &site.library.site.base_url)) {
        sink.put(file, None);
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// So many municipalities are at their desks at once: enough for all threads to have pages, few enough to be held in
/// memory.
const PUBLISHERS_TOGETHER: usize = 8;

/// The pages of some municipalities in all languages, in parallel; what the sitemap says of each.
fn editions(site: Website<'_>, assets: &Assets, sink: &dyn Sink) -> Vec<Result<Option<Entry>, Box<Diagnostic>>> {
    let addresses = Addresses::of(site.library);
    let source = site.library.languages.source();
    let texts: BTreeMap<(usize, usize), FactTexts> = publishers_and_languages(site)
        .into_par_iter()
        .map(|(publisher, language)| {
            let facts = &site.publishers[publisher].1;
            ((publisher, language), FactTexts::of(site.library, facts, &site.catalogs[language]))
        })
        .collect();
    let news: Vec<Vec<Change<'_>>> = site
        .publishers
        .par_iter()
        .map(|(municipality, facts)| resolve::news(edition(site, *municipality, (source, facts))))
        .collect();
    let desks: Vec<Desk<'_>> = (0..site.publishers.len())
        .flat_map(|publisher| site.languages.iter().map(move |language| (publisher, *language)))
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(publisher, language)| {
            let (municipality, facts) = &site.publishers[publisher];
            let edition = edition(site, *municipality, (language, facts));
            let fact_texts = [&texts[&(publisher, language)], &texts[&(publisher, source)]];
            Desk::new(site, edition, addresses, (assets, &news[publisher]), fact_texts)
        })
        .collect();
    let pages: Vec<(&Desk<'_>, PageOf<'_>)> =
        desks.iter().flat_map(|desk| desk.pages().into_iter().map(move |page| (desk, page))).collect();
    pages.into_par_iter().map(|(desk, page)| Ok(hand_over(desk.make(page)?, sink))).collect()
}

fn hand_over(page: Page, sink: &dyn Sink) -> Option<Entry> {
    let entry = page.entry.clone();
    sink.put(page.into_file(), None);
    entry
}

fn edition<'a>(
    site: Website<'a>,
    municipality: Option<&'a Municipality>,
    (language, facts): (usize, &'a Facts),
) -> Edition<'a> {
    Edition { library: site.library, municipality, language, date: site.date, facts }
}

/// Every pair for which facts are written out; the source language is always among them, for texts that
/// are not translated.
fn publishers_and_languages(site: Website<'_>) -> Vec<(usize, usize)> {
    let source = site.library.languages.source();
    let mut pairs: Vec<(usize, usize)> = (0..site.publishers.len())
        .flat_map(|p| site.languages.iter().copied().chain([source]).map(move |l| (p, l)))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// A day in the words of a language, for machines too.
pub(in crate::render) fn date_in(date: Date, catalog: &Catalog) -> String {
    facts::date(date, catalog).html
}

/// A path made of names that `load` has checked. Should one slip through all the same, the file gets a name
/// from its hash instead of being lost or of panicking.
pub(in crate::render) fn out_path(path: String) -> OutPath {
    OutPath::new(path.clone()).unwrap_or_else(|| {
        let hash = blake3::hash(path.as_bytes()).to_hex();
        OutPath::new(format!("assets/{}", &hash[..16])).expect("sixteen hexadecimal digits are a good path")
    })
}
