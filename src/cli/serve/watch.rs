//! Hearing of changes on the disk, and waiting until somebody who saves is done.
//!
//! How long to wait is told by the last thing that happened to each file: one that was closed after writing, or
//! renamed to its name, is done; one that is gone often comes back at once (editors save by renaming).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};
use notify::{Config, ErrorKind, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::super::say;

/// After a file was saved, so long nothing else must happen.
const SAVED: Duration = Duration::from_millis(2);
/// While a file is being written.
const WRITING: Duration = Duration::from_millis(10);
/// When files go, folders change, or many files change at once, as when a branch is switched.
const UNSURE: Duration = Duration::from_millis(25);
/// More files than this are many at once.
const FEW: usize = 8;
/// So many paths are remembered; beyond it the whole folder is read.
const MANY: usize = 1000;
/// Changes that never end are taken as they are after so long.
const LONGEST: Duration = Duration::from_millis(500);
/// How often a folder that cannot be watched is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What changed.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Files, or folders.
    pub(super) paths: BTreeSet<PathBuf>,
    /// More than the paths say: the whole folder has to be read.
    pub(super) anything: bool,
    /// When the first of it was heard of.
    pub(super) since: Option<Instant>,
}

/// A folder that is watched.
pub(super) struct Watch {
    root: PathBuf,
    heard: Arc<Heard>,
    watcher: Option<Box<dyn Watcher + Send>>,
    polls: bool,
}

#[derive(Default)]
struct Heard {
    pending: Mutex<Pending>,
    bell: Condvar,
}

#[derive(Debug, Default)]
struct Pending {
    paths: BTreeMap<PathBuf, Duration>,
    anything: bool,
    times: Option<(Instant, Instant)>,
}

impl Watch {
    /// Watches the folders of a guide. `root` is absolute, without links in it.
    pub(super) fn new(root: &Path) -> Self {
        let mut watch = Watch { root: root.to_owned(), heard: Arc::default(), watcher: None, polls: false };
        watch.renew();
        watch
    }

    /// Watches anew: after folders came or went, what is watched may not be what stands there now.
    pub(super) fn renew(&mut self) {
        self.watcher = None;
        let made = if self.polls { Err(notify::Error::generic("")) } else { self.start::<RecommendedWatcher>() };
        let made = made.or_else(|error| {
            if !self.root.is_dir() {
                return Err(error);
            }
            if !self.polls {
                say::remark(&format!("changes cannot be heard of ({}): looking every second", reason(&error)));
                self.polls = true;
            }
            self.start::<PollWatcher>()
        });
        // Without one, `wait` comes back by itself.
        self.watcher = made.ok();
    }

    fn start<W: Watcher + Send + 'static>(&self) -> notify::Result<Box<dyn Watcher + Send>> {
        let config = Config::default().with_follow_symlinks(false).with_poll_interval(LOOK_EVERY);
        let (heard, root) = (Arc::clone(&self.heard), self.root.clone());
        let mut watcher = W::new(move |event| heard.take(&root, event), config)?;
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for top in TOPS.map(|top| self.root.join(top)) {
            match watcher.watch(&top, RecursiveMode::Recursive) {
                Err(_) if !top.is_dir() => {}
                other => other?,
            }
        }
        Ok(Box::new(watcher))
    }

    /// Waits until something changed and has come to rest.
    pub(super) fn wait(&self) -> Batch {
        let mut pending = self.heard.lock();
        while pending.times.is_none() {
            if self.watcher.is_some() {
                pending = self.heard.bell.wait(pending).unwrap_or_else(PoisonError::into_inner);
            } else {
                let (guard, _) =
                    self.heard.bell.wait_timeout(pending, LOOK_EVERY).unwrap_or_else(PoisonError::into_inner);
                pending = guard;
                pending.note_anything();
            }
        }
        while let Some(rest) = pending.due_in() {
            let (guard, _) = self.heard.bell.wait_timeout(pending, rest).unwrap_or_else(PoisonError::into_inner);
            pending = guard;
        }
        let Pending { paths, anything, times } = std::mem::take(&mut *pending);
        Batch { paths: paths.into_keys().collect(), anything, since: times.map(|(first, _)| first) }
    }
}

/// The folders of a guide.
const TOPS: [&str; 3] = ["content", "locales", "themes"];

fn reason(error: &notify::Error) -> String {
    match error.kind {
        ErrorKind::MaxFilesWatch => "the system watches no more folders".to_owned(),
        _ => error.to_string(),
    }
}

impl Heard {
    fn lock(&self) -> MutexGuard<'_, Pending> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, root: &Path, event: notify::Result<Event>) {
        let mut pending = self.lock();
        match event {
            Ok(event) => pending.note(root, &event),
            Err(_) => pending.note_anything(),
        }
        if pending.times.is_some() {
            self.bell.notify_one();
        }
    }
}

impl Pending {
    fn note(&mut self, root: &Path, event: &Event) {
        if event.need_rescan() {
            return self.note_anything();
        }
        // Files that are only read, as by this program, say nothing.
        if matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write)) {
            return;
        }
        for (i, path) in event.paths.iter().enumerate() {
            match place(root, path) {
                Where::Elsewhere => {}
                Where::Top => self.note_anything(),
                Where::Inside => {
                    self.paths.insert(path.clone(), patience(event.kind, i == 0));
                    self.anything |= self.paths.len() > MANY;
                    self.touch();
                }
            }
        }
        if self.anything {
            self.paths.clear();
        }
    }

    #[expect(clippy::disallowed_methods, reason = "only a command knows how long somebody waits")]
    fn touch(&mut self) {
        let now = Instant::now();
        self.times = Some((self.times.map_or(now, |(first, _)| first), now));
    }

    fn note_anything(&mut self) {
        self.anything = true;
        self.touch();
    }

    /// How long to wait still; nothing if all has come to rest.
    fn due_in(&self) -> Option<Duration> {
        let (first, last) = self.times?;
        let many = self.anything || self.paths.len() > FEW;
        let quiet = if many { UNSURE } else { self.paths.values().max().copied().unwrap_or(UNSURE) };
        let due = (last + quiet).min(first + LONGEST);
        #[expect(clippy::disallowed_methods, reason = "only a command knows how long somebody waits")]
        let rest = due.saturating_duration_since(Instant::now());
        (!rest.is_zero()).then_some(rest)
    }
}

/// How long a file has to be left alone after this happened to it.
fn patience(kind: EventKind, first: bool) -> Duration {
    match kind {
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => SAVED,
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if !first => SAVED,
        EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_) => UNSURE,
        _ => WRITING,
    }
}

enum Where {
    /// Nothing that is read.
    Elsewhere,
    /// One of the folders of a guide, or the folder that they are in.
    Top,
    /// Something in them.
    Inside,
}

fn place(root: &Path, path: &Path) -> Where {
    let Ok(below) = path.strip_prefix(root) else { return Where::Elsewhere };
    let mut parts = below.components();
    match parts.next() {
        None => Where::Top,
        Some(Component::Normal(top)) if TOPS.iter().any(|name| top == *name) => {
            let hidden = |part: Component<'_>| part.as_os_str().as_encoded_bytes().starts_with(b".");
            match (parts.clone().next(), parts.clone().any(hidden)) {
                (None, _) => Where::Top,
                (Some(_), true) => Where::Elsewhere,
                (Some(_), false) => Where::Inside,
            }
        }
        Some(_) => Where::Elsewhere,
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange, RemoveKind};

    use super::*;

    const CLOSED: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));
    const READ: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Read));
    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));
    const GONE: EventKind = EventKind::Remove(RemoveKind::File);

    fn heard(events: &[(EventKind, &str)]) -> Pending {
        let mut pending = Pending::default();
        for (kind, path) in events {
            pending.note(Path::new("/gids"), &Event::new(*kind).add_path(PathBuf::from(path)));
        }
        pending
    }

    #[test]
    fn only_what_is_read_is_heard() {
        let quiet = [
            (CLOSED, "/gids/public/index.html"),
            (CLOSED, "/gids/content/.nl.md.swp"),
            (CLOSED, "/gids/content/.git/index"),
            (CLOSED, "/elsewhere/content/nl.md"),
            (READ, "/gids/content/nl.md"),
        ];
        let pending = heard(&quiet);
        assert!(pending.times.is_none() && pending.paths.is_empty() && !pending.anything);
        let pending = heard(&[(CLOSED, "/gids/content/nl.md"), (READ, "/gids/content/en.md")]);
        assert_eq!(pending.paths.keys().collect::<Vec<_>>(), [Path::new("/gids/content/nl.md")]);
        for top in ["/gids/content", "/gids"] {
            assert!(heard(&[(EventKind::Create(CreateKind::Folder), top)]).anything, "{top}");
        }
    }

    #[test]
    fn what_happened_last_says_how_long_to_wait() {
        let path = "/gids/content/nl.md";
        let wait = |kinds: &[EventKind]| heard(&kinds.iter().map(|kind| (*kind, path)).collect::<Vec<_>>()).paths;
        let wait = |kinds: &[EventKind]| wait(kinds).into_values().max();
        assert_eq!(wait(&[WRITTEN]), Some(WRITING));
        assert_eq!(wait(&[WRITTEN, CLOSED]), Some(SAVED));
        assert_eq!(wait(&[GONE]), Some(UNSURE));
        assert_eq!(wait(&[GONE, WRITTEN, CLOSED]), Some(SAVED), "it came back");
    }

    #[test]
    fn what_is_remembered_has_an_end() {
        let mut pending = Pending::default();
        for i in 0..3 * MANY {
            let path = PathBuf::from(format!("/gids/content/{i}"));
            pending.note(Path::new("/gids"), &Event::new(CLOSED).add_path(path));
            assert!(pending.paths.len() <= MANY);
        }
        assert!(pending.anything);
    }
}
