//! A guide while it is written: any page of it, as on any day, at any moment.
//!
//! [`Live`] takes the files each time they changed and gives a [`Snapshot`] that never changes and that any thread
//! can read. Taking files is quick: only what changed is read. A page is made when somebody asks for it, of the files
//! as they are then, so nothing is ever stale. What takes long (every check, the days on which something changes) is
//! asked of the snapshot afterwards, on a thread of its own, with [`Snapshot::judge`].

mod days;

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use serde::Serialize;

use crate::check::{self, Subject};
use crate::diag::{self, Diagnostic, Severity, Warned};
use crate::load::{self, Memory};
use crate::locale::{self, Catalog};
use crate::model::Library;
use crate::render::Addresses;
use crate::resolve::{self, FactsOnPages, Why, next};
use crate::source::{self, SourceTree};
use crate::theme::{self, Theme};
use days::Days;

/// So many days of change are named.
const CHANGES_NAMED: usize = 6;

/// A guide that is being written.
#[derive(Debug)]
pub struct Live {
    date: Date,
    built_in: SourceTree,
    memory: Memory,
    surroundings: Option<Surroundings>,
    shows: Arc<FactsOnPages>,
    now: Arc<Snapshot>,
}

impl Live {
    /// Starts with the files of a guide, on a day.
    #[must_use]
    pub fn new(tree: SourceTree, date: Date) -> Self {
        let nothing = Snapshot {
            tree: SourceTree::default(),
            found: Vec::new(),
            guide: None,
            last_good: None,
            found_before: Arc::default(),
            date,
        };
        let mut live = Live {
            date,
            built_in: source::built_in(),
            memory: Memory::default(),
            surroundings: None,
            shows: Arc::default(),
            now: Arc::new(nothing),
        };
        live.update(tree);
        live
    }

    /// Takes the files as they are now. `true` when pages can be made of them; else the last good pages stay, and
    /// [`Snapshot::findings`] says why.
    ///
    /// Files that hold the same text in the same memory as before are not read again.
    pub fn update(&mut self, tree: SourceTree) -> bool {
        let tree = tree.filled_up(&self.built_in);
        let mut found = Vec::new();
        let guide = self.guide(&tree, &mut found);
        diag::sort(&mut found);
        let good = guide.as_ref().filter(|_| !diag::stops(&found, false));
        let last_good = good.map(|guide| Arc::new(Days::of(Arc::clone(guide), tree.clone())));
        // Of a guide that cannot be read on its own day there are no pages either.
        let stands = last_good.as_ref().is_some_and(|days| days.on(self.date).found.is_empty());
        let last_good = last_good.filter(|_| stands).or_else(|| self.now.last_good.clone());
        let found_before = Arc::clone(&self.now.found_before);
        self.now = Arc::new(Snapshot { tree, found, guide, last_good, found_before, date: self.date });
        stands
    }

    /// The guide as it is now. It stays as it is while the guide goes on.
    #[must_use]
    pub fn now(&self) -> Arc<Snapshot> {
        Arc::clone(&self.now)
    }

    fn guide(&mut self, tree: &SourceTree, found: &mut Vec<Diagnostic>) -> Option<Arc<Guide>> {
        let library = load::load_again(tree, &mut self.memory).into_value(found)?;
        let kept = self.surroundings.take().filter(|kept| kept.serve(&library, tree));
        let kept = kept.unwrap_or_else(|| Surroundings::of(&library, tree, &self.built_in));
        found.extend(kept.found.iter().cloned());
        let made = kept.theme.clone().zip(kept.catalogs.clone());
        self.surroundings = Some(kept);
        let (theme, catalogs) = made?;
        Some(Arc::new(Guide { library, theme, catalogs, shows: Arc::clone(&self.shows) }))
    }
}

/// A guide with all that its pages are made with.
#[derive(Debug)]
struct Guide {
    library: Library,
    theme: Arc<Theme>,
    catalogs: Arc<Vec<Catalog>>,
    /// The facts on pages as they were found before; all guides share it.
    shows: Arc<FactsOnPages>,
}

/// Theme and interface texts: they are read again only when they change, or the guide asks for others.
#[derive(Debug)]
struct Surroundings {
    asked: (String, Vec<String>),
    files: SourceTree,
    theme: Option<Arc<Theme>>,
    catalogs: Option<Arc<Vec<Catalog>>>,
    found: Vec<Diagnostic>,
}

/// What a guide asks of its surroundings: the name of its theme, and its languages.
fn asked(library: &Library) -> (String, Vec<String>) {
    let languages = library.languages.iter().map(|(_, tag)| tag.to_owned()).collect();
    (library.site.theme.value.clone(), languages)
}

/// Whether a file is one of the theme or of the interface.
fn is_surrounding(path: &str) -> bool {
    path.starts_with("locales/") || path.starts_with("themes/")
}

impl Surroundings {
    fn of(library: &Library, tree: &SourceTree, built_in: &SourceTree) -> Self {
        let mut found = Vec::new();
        let theme = theme::read(&library.site.theme, tree).into_value(&mut found).map(Arc::new);
        let catalogs = locale::catalogs(&library.languages, tree, built_in).into_value(&mut found);
        let catalogs = catalogs.into_iter().collect::<Option<Vec<_>>>().map(Arc::new);
        Surroundings { asked: asked(library), files: tree.only(is_surrounding), theme, catalogs, found }
    }

    /// Whether they are still those that a guide asks for. Where something is wrong, places in it may have moved.
    fn serve(&self, library: &Library, tree: &SourceTree) -> bool {
        self.found.is_empty() && self.asked == asked(library) && self.files.is_same(&tree.only(is_surrounding))
    }
}

/// A guide at one moment.
#[derive(Debug)]
pub struct Snapshot {
    tree: SourceTree,
    /// What is wrong with the files by themselves, without any opinion.
    found: Vec<Diagnostic>,
    guide: Option<Arc<Guide>>,
    last_good: Option<Arc<Days>>,
    /// What the checks found before; all snapshots of a guide share it.
    found_before: Arc<Mutex<check::Memory>>,
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
        match (&self.guide, &self.last_good) {
            (Some(now), Some(good)) => Arc::ptr_eq(now, good.guide()),
            _ => false,
        }
    }

    /// What keeps pages from being made of the files as they were last taken, with the tree (completed with built-in
    /// files) that the spans point into.
    #[must_use]
    pub fn findings(&self) -> (Vec<Diagnostic>, &SourceTree) {
        let errors = self.found.iter().filter(|finding| finding.severity == Severity::Error);
        let mut errors: Vec<Diagnostic> = errors.cloned().collect();
        if let Some(guide) = self.guide.as_ref().filter(|_| errors.is_empty() && !self.stands()) {
            errors.extend(days::check_facts(&guide.library, self.date));
        }
        (errors, &self.tree)
    }

    /// Everything that can be said of the files as they were last taken. Takes long. The spans point into the tree of
    /// [`Snapshot::findings`].
    #[must_use]
    pub fn judge(&self) -> Judgement {
        let mut findings = self.found.clone();
        let Some(guide) = &self.guide else { return Judgement { findings, changes: Vec::new() } };
        let library = &guide.library;
        // Of a guide that could not be read whole, half would be judged for what the other half holds.
        if !diag::stops(&findings, false) {
            let plain = locale::plain(&library.languages, &self.tree, &source::built_in());
            let Warned { value: plain, findings: found } = plain;
            findings.extend(found);
            let (theme, tree) = (&*guide.theme, &self.tree);
            let subject = Subject { library, theme, plain: &plain, tree, date: self.date };
            let mut found = self.found_before.lock().unwrap_or_else(PoisonError::into_inner);
            findings.extend(check::check_again(subject, &mut found));
            drop(found);
            findings.extend(days::check_facts(library, self.date));
            diag::sort(&mut findings);
        }
        Judgement { findings, changes: changes(library, self.date) }
    }

    /// A file of the site by its path, as `duinrode/nl/index.html`, as on a day. No PDFs, and no manifest.
    #[must_use]
    pub fn file(&self, path: &str, date: Date) -> Option<Vec<u8>> {
        self.last_good.as_ref()?.on(date).file(path)
    }

    /// Why there are no pages as on a day; nothing when there are. The tree is the one that the spans point into.
    #[must_use]
    pub fn trouble_on(&self, date: Date) -> (Vec<Diagnostic>, &SourceTree) {
        match &self.last_good {
            Some(days) => (days.on(date).found.clone(), days.tree()),
            None => self.findings(),
        }
    }

    /// The municipalities of which there are pages, each in a folder of its own; none when the site has no such folders.
    #[must_use]
    pub fn municipalities(&self) -> Vec<Choice> {
        let Some(days) = &self.last_good else { return Vec::new() };
        let library = &days.guide().library;
        let several = library.municipalities.iter().filter(|_| Addresses::of(library).several());
        several.map(|one| Choice { id: one.id.clone(), name: one.name.clone() }).collect()
    }

    /// The path of the published site on its host, as `/` or `/gids/`: the few links that are not relative begin with it.
    #[must_use]
    pub fn root(&self) -> String {
        let library = self.last_good.as_ref().map(|days| &days.guide().library);
        library.map_or_else(|| "/".to_owned(), |library| Addresses::of(library).root().to_owned())
    }
}

/// The next days on which a change takes effect.
fn changes(library: &Library, date: Date) -> Vec<Date> {
    let municipalities = library.publishers();
    let steps = std::iter::successors(next(library, &municipalities, date), |last| {
        next(library, &municipalities, last.on)
    });
    // Announcements lie between; a guide that announces much still ends.
    let effects = steps.take(20 * CHANGES_NAMED).filter(|next| next.why == Why::TakesEffect);
    effects.map(|next| next.on).take(CHANGES_NAMED).collect()
}
