//! A guide while it is written: any page of it, as on any day, at any moment.
//!
//! [`Live`] takes the files each time they changed and gives a [`Snapshot`] that never changes and that any thread
//! can read. Taking files is quick: what takes long (every check, the days on which something changes) is asked of
//! the snapshot afterwards, on a thread of its own, with [`Snapshot::judge`].

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use serde::Serialize;

use crate::diag::{Diagnostic, Severity, Warned};
use crate::model::Municipality;
use crate::output::OutputTree;
use crate::render::Addresses;
use crate::render::html::Website;
use crate::resolve::{Why, next};
use crate::source::SourceTree;
use crate::{BuildPlan, complete, site_files, with_site};

/// For so many days pages are kept; the day that was asked for longest ago goes first.
const DAYS_KEPT: usize = 4;

/// So many days of change are named.
const CHANGES_NAMED: usize = 6;

/// A guide that is being written.
#[derive(Debug)]
pub struct Live {
    date: Date,
    now: Arc<Snapshot>,
}

impl Live {
    /// Starts with the files of a guide, on a day.
    #[must_use]
    pub fn new(tree: SourceTree, date: Date) -> Self {
        let nothing =
            Snapshot { tree: SourceTree::default(), found: Vec::new(), stands: false, pages: None, date };
        let mut live = Live { date, now: Arc::new(nothing) };
        live.update(tree);
        live
    }

    /// Takes the files as they are now. `true` when pages can be made of them; else the last good pages stay, and
    /// [`Snapshot::findings`] says why.
    pub fn update(&mut self, tree: SourceTree) -> bool {
        let tree = complete(&tree);
        let pages = Pages { tree: tree.clone(), days: Mutex::default() };
        let day = pages.on(self.date);
        let stands = day.site.is_some();
        let pages = if stands { Some(Arc::new(pages)) } else { self.now.pages.clone() };
        let found = day.found.clone();
        self.now = Arc::new(Snapshot { tree, found, stands, pages, date: self.date });
        stands
    }

    /// The guide as it is now. It stays as it is while the guide goes on.
    #[must_use]
    pub fn now(&self) -> Arc<Snapshot> {
        Arc::clone(&self.now)
    }
}

/// A guide at one moment.
#[derive(Debug)]
pub struct Snapshot {
    tree: SourceTree,
    found: Vec<Diagnostic>,
    stands: bool,
    pages: Option<Arc<Pages>>,
    date: Date,
}

/// What takes long to say of a guide.
#[derive(Debug, Clone, Default)]
pub struct Judgement {
    /// Everything that is wrong, in the order of places.
    pub findings: Vec<Diagnostic>,
    /// The next days on which a change takes effect.
    pub changes: Vec<Date>,
}

/// A municipality, as somebody chooses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Its folder in the site, and its name in paths.
    pub id: String,
    /// Its proper name.
    pub name: String,
}

impl Snapshot {
    /// Whether the pages are those of the files as they were last taken; else they are the last good ones.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.stands
    }

    /// What keeps pages from being made of the files as they were last taken, with the tree (completed with built-in
    /// files) that the spans point into.
    #[must_use]
    pub fn findings(&self) -> (Vec<Diagnostic>, &SourceTree) {
        let errors = self.found.iter().filter(|finding| finding.severity == Severity::Error);
        (errors.cloned().collect(), &self.tree)
    }

    /// Everything that can be said of the files as they were last taken. Takes long. The spans point into the tree of
    /// [`Snapshot::findings`].
    #[must_use]
    pub fn judge(&self) -> Judgement {
        let changes = self.site().map(|site| site.changes.clone()).unwrap_or_default();
        Judgement { findings: self.found.clone(), changes }
    }

    /// A file of the site by its path, as `duinrode/nl/index.html`, as on a day. No PDFs.
    #[must_use]
    pub fn file(&self, path: &str, date: Date) -> Option<Vec<u8>> {
        let day = self.pages.as_ref()?.on(date);
        day.site.as_ref()?.files.file(path).map(<[u8]>::to_vec)
    }

    /// Why there are no pages as on a day; nothing when there are. The tree is the one that the spans point into.
    #[must_use]
    pub fn trouble_on(&self, date: Date) -> (Vec<Diagnostic>, &SourceTree) {
        let Some(pages) = &self.pages else { return self.findings() };
        let day = pages.on(date);
        let found = if day.site.is_some() { Vec::new() } else { day.found.clone() };
        (found.into_iter().filter(|finding| finding.severity == Severity::Error).collect(), &pages.tree)
    }

    /// The municipalities of which there are pages, each in a folder of its own; none when the site has no such folders.
    #[must_use]
    pub fn municipalities(&self) -> Vec<Choice> {
        self.site().map(|site| site.municipalities.clone()).unwrap_or_default()
    }

    /// The path of the published site on its host, as `/` or `/gids/`: the few links that are not relative begin with it.
    #[must_use]
    pub fn root(&self) -> String {
        self.site().map_or_else(|| "/".to_owned(), |site| site.root.clone())
    }

    /// The site as on the day of the guide.
    fn site(&self) -> Option<Arc<Site>> {
        self.pages.as_ref()?.on(self.date).site.clone()
    }
}

/// The pages of files that are good, for the days that were asked for.
#[derive(Debug)]
struct Pages {
    tree: SourceTree,
    days: Mutex<Vec<Arc<Day>>>,
}

/// The pages as on a day.
#[derive(Debug)]
struct Day {
    date: Date,
    site: Option<Arc<Site>>,
    found: Vec<Diagnostic>,
}

#[derive(Debug)]
struct Site {
    files: OutputTree,
    municipalities: Vec<Choice>,
    changes: Vec<Date>,
    root: String,
}

impl Pages {
    /// The pages as on a day, made when first asked for. Two who ask for one day at once wait for the same pages.
    fn on(&self, date: Date) -> Arc<Day> {
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        let day = match days.iter().position(|day| day.date == date) {
            Some(at) => days.remove(at),
            None => Arc::new(day(&self.tree, date)),
        };
        days.push(Arc::clone(&day));
        let surplus = days.len().saturating_sub(DAYS_KEPT);
        days.drain(..surplus);
        day
    }
}

fn day(tree: &SourceTree, date: Date) -> Day {
    let Warned { value, findings } = with_site(tree, &BuildPlan::on(date), |site, findings| {
        let files = site_files(site, false, OutputTree::default(), findings)?;
        let chosen = site.publishers.iter().filter_map(|(municipality, _)| *municipality);
        let mut municipalities: Vec<Choice> =
            chosen.map(|one| Choice { id: one.id.clone(), name: one.name.clone() }).collect();
        let addresses = Addresses::of(site.library);
        if !addresses.several() {
            municipalities.clear();
        }
        let root = addresses.root().to_owned();
        Some(Site { files, municipalities, changes: changes(site), root })
    });
    Day { date, site: value.map(Arc::new), found: findings }
}

/// The next days on which a change takes effect.
fn changes(site: Website<'_>) -> Vec<Date> {
    let municipalities: Vec<Option<&Municipality>> =
        site.publishers.iter().map(|(municipality, _)| *municipality).collect();
    let steps = std::iter::successors(next(site.library, &municipalities, site.date), |last| {
        next(site.library, &municipalities, last.on)
    });
    // Announcements lie between; a guide that announces much still ends.
    let effects = steps.take(20 * CHANGES_NAMED).filter(|next| next.why == Why::TakesEffect);
    effects.map(|next| next.on).take(CHANGES_NAMED).collect()
}
