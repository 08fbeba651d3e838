//! The pages of a guide that is good, as on the days that were asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Guide, resolve};
use crate::diag::{Diagnostic, Severity};
use crate::model::{Library, Municipality};
use crate::output::{Collected, Made, OutputFile, OutputTree, Sink};
use crate::render::html::{Shared, Website, fault_page, website};
use crate::render::{Papers, machine};
use crate::resolve::Facts;
use crate::source::SourceTree;

/// For so many days pages are kept; the day that was asked for longest ago goes first.
const DAYS_KEPT: usize = 4;

/// So many pages are kept of a day.
const PAGES_KEPT: usize = 64;

/// The pages of one guide.
#[derive(Debug)]
pub(super) struct Days {
    guide: Arc<Guide>,
    tree: SourceTree,
    days: Mutex<Vec<Arc<Day>>>,
}

impl Days {
    pub(super) fn of(guide: Arc<Guide>, tree: SourceTree) -> Self {
        Days { guide, tree, days: Mutex::default() }
    }

    pub(super) fn guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// The files that the guide was read from.
    pub(super) fn tree(&self) -> &SourceTree {
        &self.tree
    }

    /// The pages as on a day.
    pub(super) fn on(&self, date: Date) -> Arc<Day> {
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        let day = match days.iter().position(|day| day.date == date) {
            Some(at) => days.remove(at),
            None => Arc::new(Day::of(&self.guide, date)),
        };
        days.push(Arc::clone(&day));
        let surplus = days.len().saturating_sub(DAYS_KEPT);
        days.drain(..surplus);
        day
    }
}

/// A guide as on a day.
#[derive(Debug)]
pub(super) struct Day {
    guide: Arc<Guide>,
    date: Date,
    /// By municipality.
    facts: Vec<Facts>,
    /// Why there are no pages on this day.
    pub(super) found: Vec<Diagnostic>,
    shared: OnceLock<Shared>,
    /// Pages that were asked for: every open window asks for its page again after a change.
    recent: Mutex<BTreeMap<String, Vec<u8>>>,
    /// What search pages look in, by municipality and language.
    indices: Mutex<BTreeMap<(usize, usize), Arc<OutputFile>>>,
    /// What is made of all pages together.
    whole: OnceLock<OutputTree>,
}

impl Day {
    fn of(guide: &Arc<Guide>, date: Date) -> Self {
        let (facts, found) = facts(&guide.library, date);
        Day {
            guide: Arc::clone(guide),
            date,
            facts,
            found,
            shared: OnceLock::new(),
            recent: Mutex::default(),
            indices: Mutex::default(),
            whole: OnceLock::new(),
        }
    }

    /// A file of the site.
    pub(super) fn file(&self, path: &str) -> Option<Vec<u8>> {
        if !self.found.is_empty() {
            return None;
        }
        let library = &self.guide.library;
        let all: Vec<(Option<&Municipality>, Facts)> =
            library.publishers().into_iter().zip(self.facts.iter().cloned()).collect();
        let languages: Vec<usize> = library.languages.iter().map(|(language, _)| language).collect();
        let site = Website {
            library,
            theme: &self.guide.theme,
            catalogs: &self.guide.catalogs,
            languages: &languages,
            publishers: &all,
            date: self.date,
            papers: &Papers::default(),
            search: true,
        };
        let name = path.rsplit('/').next().unwrap_or(path);
        if machine::NAMES.contains(&name) || (name.starts_with("sitemap") && name.ends_with(".xml")) {
            return self.whole.get_or_init(|| whole(site)).file(path).map(<[u8]>::to_vec);
        }
        if let Some(bytes) = self.recent.lock().unwrap_or_else(PoisonError::into_inner).get(path) {
            return Some(bytes.clone());
        }
        let shared = self.shared.get_or_init(|| Shared::of(site, Arc::clone(&self.guide.shows)));
        let bytes = match shared.single(site, path) {
            Ok(Some(file)) => file.bytes,
            Ok(None) => return self.index(site, shared, path),
            // A template that cannot be rendered: the page says so itself, where its editor looks.
            Err(fault) => fault_page(&fault),
        };
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if recent.len() >= PAGES_KEPT {
            recent.clear();
        }
        recent.insert(path.to_owned(), bytes.clone());
        Some(bytes)
    }

    /// What a search page looks in: its name says the language and what it holds. Each is made once, when somebody
    /// looks for a name like it.
    fn index(&self, site: Website<'_>, shared: &Shared, path: &str) -> Option<Vec<u8>> {
        let tag = path.strip_prefix("assets/search-")?.split('.').next()?;
        let language = *site.languages.iter().find(|language| site.catalogs[**language].tag() == tag)?;
        (0..site.publishers.len()).find_map(|publisher| {
            let mut indices = self.indices.lock().unwrap_or_else(PoisonError::into_inner);
            let key = (publisher, language);
            let index = indices.entry(key).or_insert_with(|| Arc::new(shared.index(site, key)));
            (index.path.as_str() == path).then(|| index.bytes.clone())
        })
    }
}

/// The facts of every municipality, and what is wrong with them.
fn facts(library: &Library, date: Date) -> (Vec<Facts>, Vec<Diagnostic>) {
    let of = |municipality: Option<&Municipality>| {
        let facts = Facts::on(library, municipality, date);
        let found = resolve::check_facts(library, municipality, date, &facts);
        (facts, found)
    };
    let (facts, found): (Vec<Facts>, Vec<Vec<Diagnostic>>) = library.publishers().into_par_iter().map(of).unzip();
    let errors = found.into_iter().flatten().filter(|finding| finding.severity == Severity::Error);
    (facts, errors.collect())
}

/// Facts that pages show and that have no value on a day.
pub(super) fn check_facts(library: &Library, date: Date) -> Vec<Diagnostic> {
    facts(library, date).1
}

/// What is made of all pages together: the sitemap, and what programs read.
fn whole(site: Website<'_>) -> OutputTree {
    let data = Data::default();
    // Faults of templates are shown on the pages.
    let _ = website(site, &data);
    machine::files(site, &data);
    data.0.into_tree()
}

/// Keeps what is no page.
#[derive(Default)]
struct Data(Collected);

impl Sink for Data {
    fn put(&self, file: OutputFile, made: Option<Made>) {
        let path = file.path.as_str();
        if path.ends_with(".xml") || path.ends_with(".json") || path.ends_with(".jsonld") {
            self.0.put(file, made);
        }
    }
}
