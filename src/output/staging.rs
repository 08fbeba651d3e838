//! A site that is being put together beside the one that is there.

#![expect(clippy::disallowed_methods, reason = "this room writes the disk")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use super::exchange::{self, Refused, make_durable, remove};
use super::inside::{self, Journal};
use super::lock::Lock;
use super::manifest::{Entry, Imprint, Kind, MANIFEST, Manifest};
use super::places::Places;
use super::publish::{PublishError, Published, at};
use super::sink::Sink;
use super::standing::{Stamp, standing};
use super::state::{Input, Known, KnownFiles, LastBuild, remember};
use super::{Made, OutPath, OutputFile};

/// A site that is being put together. Files that are the same as in the last build are not written; the others are
/// written at once, so that no site is ever held in memory. Dropped without [`Staging::finish`], it leaves everything
/// as it was.
#[derive(Debug)]
pub struct Staging {
    places: Places,
    kind: Kind,
    /// What is in the folder now.
    there: BTreeMap<String, Stamp>,
    /// The files in the folder that are as the last build wrote them.
    known: KnownFiles,
    ignored: Option<String>,
    noted: Mutex<BTreeMap<OutPath, Noted>>,
    failed: OnceLock<PublishError>,
    lock: Option<Lock>,
    /// Folders that were made for this; they go again if they stay empty.
    made: Vec<PathBuf>,
}

/// A file of the new site.
#[derive(Debug)]
struct Noted {
    hash: String,
    stamp: Stamp,
    made: Option<Made>,
    written: bool,
}

impl Staging {
    /// Begins a site in the place of what is at `folder`. Whoever came before and was interrupted is tidied up
    /// after, or completed.
    ///
    /// # Errors
    /// When somebody else is publishing there, when `folder` holds files of somebody else or of another kind (unless
    /// `force`), or when the disk refuses. Nothing was changed then.
    pub fn begin(folder: &Path, kind: Kind, force: bool) -> Result<Self, PublishError> {
        let places = Places::of(folder)?;
        let mut staging = Staging {
            made: places.make_room()?,
            places,
            kind,
            there: BTreeMap::new(),
            known: KnownFiles::new(),
            ignored: None,
            noted: Mutex::default(),
            failed: OnceLock::new(),
            lock: None,
        };
        staging.lock = Some(Lock::take(&staging.places)?);
        inside::recover(&staging.places)?;
        exchange::recover(&staging.places)?;
        staging.look(force)?;
        Ok(staging)
    }

    /// Looks at what is in the folder.
    fn look(&mut self, force: bool) -> Result<(), PublishError> {
        let folder = &self.places.folder;
        let (there, last) = rayon::join(
            || standing(folder),
            || {
                let last = LastBuild::of(self.places.clone());
                (last.files(), last.ignored().map(str::to_owned))
            },
        );
        self.there = there.map_err(at(folder))?;
        if !force {
            self.refuse_others()?;
        }
        (self.known, self.ignored) = last;
        self.known.retain(|path, known| self.there.get(path) == Some(&known.stamp));
        Ok(())
    }

    /// Files that are not in the manifest are somebody else's.
    fn refuse_others(&self) -> Result<(), PublishError> {
        let folder = self.places.folder.clone();
        let manifest: Option<Manifest> =
            fs::read(folder.join(MANIFEST)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let files = manifest.as_ref().map(|manifest| manifest.files.as_slice()).unwrap_or_default();
        let mut known: BTreeSet<&str> = files.iter().map(|entry| entry.path.as_str()).collect();
        if manifest.is_some() {
            known.insert(MANIFEST);
        }
        if let Some(example) = self.there.keys().find(|path| !known.contains(path.as_str())) {
            return Err(PublishError::Foreign { folder, example: example.clone() });
        }
        match manifest.map(|manifest| manifest.kind) {
            Some(there) if there != self.kind => Err(PublishError::OtherKind { folder, there, wanted: self.kind }),
            _ => Ok(()),
        }
    }

    /// Why what is remembered of the last build is of no use, if it is there; to be said once.
    #[must_use]
    pub fn ignored(&self) -> Option<&str> {
        self.ignored.as_deref()
    }

    /// Writes all files anew, whatever is remembered of the last build.
    pub fn forget(&mut self) {
        self.known.clear();
        self.ignored = None;
    }

    /// Publishes what was put: writes the manifest, makes everything durable, and exchanges the sites. If no file
    /// differs, nothing is touched. `input` lets the next build of the same be spared; it is nothing when there is
    /// something that every build has to say.
    ///
    /// # Errors
    /// The first that went wrong with any file. The old site is as it was then.
    pub fn finish(mut self, imprint: Imprint, input: Option<Input>) -> Result<Published, PublishError> {
        let next = imprint.next.clone();
        self.put_manifest(imprint)?;
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        let mut noted = std::mem::take(self.noted.get_mut().unwrap_or_else(PoisonError::into_inner));
        let bytes = noted.values().map(|file| usize::try_from(file.stamp.length).unwrap_or(usize::MAX)).sum();
        let written = noted.values().filter(|file| file.written).count();
        let gone: Vec<String> =
            self.there.keys().filter(|path| !noted.contains_key(path.as_str())).cloned().collect();
        if written > 0 || !gone.is_empty() {
            if self.places.inside {
                replace_inside(&self.places, &noted, gone)?;
            } else {
                exchange_sites(&self.places, &mut noted, gone)?;
            }
        }
        let pages = noted.keys().filter(|path| path.as_str().ends_with(".html")).count();
        let published = Published { files: noted.len(), pages, bytes, written };
        let known =
            |(path, file): (OutPath, Noted)| (path.to_string(), Known { stamp: file.stamp, hash: file.hash });
        // It is published already, and without this the next build only takes longer.
        let _ = remember(&self.places, &noted.into_iter().map(known).collect(), input, next);
        Ok(published)
    }

    fn put_manifest(&self, imprint: Imprint) -> Result<(), PublishError> {
        let noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = |(path, file): (&OutPath, &Noted)| Entry {
            path: path.to_string(),
            length: file.stamp.length,
            hash: file.hash.clone(),
            made: file.made.clone(),
        };
        let files = noted.iter().map(entry).collect();
        drop(noted);
        let manifest = Manifest::with(imprint, files);
        let failed = || at(Path::new(MANIFEST))(io::Error::other("cannot be written as JSON"));
        self.put(manifest.file().ok_or_else(failed)?, None);
        Ok(())
    }

    /// Notes a file, and writes it if it is not there already.
    fn take(&self, file: &OutputFile, made: Option<Made>) -> io::Result<()> {
        let hash = blake3::hash(&file.bytes).to_hex().to_string();
        let known = self.known.get(file.path.as_str());
        let same = known.filter(|known| known.hash == hash && known.stamp.length == file.bytes.len() as u64);
        let (stamp, written) = match same {
            Some(known) => (known.stamp, false),
            None => (write(&self.places.new_site().join(file.path.as_str()), &file.bytes)?, true),
        };
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        noted.insert(file.path.clone(), Noted { hash, stamp, made, written });
        Ok(())
    }
}

impl Sink for Staging {
    fn put(&self, file: OutputFile, made: Option<Made>) {
        // After the first trouble nothing can be published any more.
        if self.failed.get().is_none()
            && let Err(error) = self.take(&file, made)
        {
            let path = self.places.folder.join(file.path.as_str());
            let _ = self.failed.set(PublishError::Io { path, error });
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What cannot be removed now is removed at the next start.
        if let Some(lock) = self.lock.take() {
            let _ = remove(&self.places.new_site());
            drop(lock);
        }
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Writes a file; its folder is made when it turns out to be missing, which is once for each.
fn write(path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
    let mut file = in_folder(path, || File::create(path))?;
    file.write_all(bytes)?;
    Ok(Stamp::of(&file.metadata()?))
}

fn in_folder<T>(path: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match make() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            make()
        }
        result => result,
    }
}

/// Completes the new site with the files that did not change, and puts it in the place of the old one.
fn exchange_sites(
    places: &Places,
    noted: &mut BTreeMap<OutPath, Noted>,
    gone: Vec<String>,
) -> Result<(), PublishError> {
    let new = places.new_site();
    fs::create_dir_all(&new).map_err(at(&new))?;
    noted
        .par_iter_mut()
        .filter(|(_, file)| !file.written)
        .try_for_each(|(path, file)| keep(places, path, file))?;
    make_durable(&paths_below(&new, noted, true))?;
    match exchange::exchange(places) {
        Ok(()) => {}
        Err(Refused::Because(error)) => return Err(error),
        Err(Refused::CannotMove) => return bring_inside(places, noted, gone),
    }
    // The new site is published; what is left of the old one goes at the next start at the latest.
    for old in [new, places.old_site()] {
        let _ = remove(&old);
    }
    Ok(())
}

/// A file that did not change is in both sites: one file with two names, or a copy where that is refused.
fn keep(places: &Places, path: &OutPath, file: &mut Noted) -> Result<(), PublishError> {
    let (from, to) = (places.folder.join(path.as_str()), places.new_site().join(path.as_str()));
    let linked = in_folder(&to, || fs::hard_link(&from, &to));
    let copied = linked.is_err();
    if copied {
        fs::copy(&from, &to).map_err(at(&from))?;
    }
    let now = |path: &Path| fs::symlink_metadata(path).map(|metadata| Stamp::of(&metadata)).map_err(at(path));
    if now(&from)? != file.stamp {
        return Err(at(&from)(io::Error::other("was changed by somebody else during the build; build again")));
    }
    if copied {
        file.stamp = now(&to)?;
        file.written = true;
    }
    Ok(())
}

/// The files that were written, and folders: all that hold a file of the site, or only those of what was written.
fn paths_below(root: &Path, noted: &BTreeMap<OutPath, Noted>, all_folders: bool) -> Vec<PathBuf> {
    let mut folders = BTreeSet::from([""]);
    for path in noted.iter().filter(|(_, file)| all_folders || file.written).map(|(path, _)| path.as_str()) {
        let ends = path.match_indices('/').map(|(end, _)| &path[..end]);
        folders.extend(ends);
    }
    let files = noted.iter().filter(|(_, file)| file.written).map(|(path, _)| path.as_str());
    files.chain(folders).map(|path| root.join(path)).collect()
}

/// Replaces the files of a mount point.
fn replace_inside(
    places: &Places,
    noted: &BTreeMap<OutPath, Noted>,
    gone: Vec<String>,
) -> Result<(), PublishError> {
    let new = places.new_site();
    fs::create_dir_all(&new).map_err(at(&new))?;
    make_durable(&paths_below(&new, noted, false))?;
    let written = noted.iter().filter(|(_, file)| file.written).map(|(path, _)| path.to_string());
    let (manifest, mut place): (Vec<_>, Vec<_>) = written.partition(|path| path == MANIFEST);
    // What pages need is there before them.
    place.sort_by_key(|path| path.ends_with(".html"));
    place.extend(manifest);
    Journal { place, remove: gone }.carry_out(places)?;
    let _ = remove(&new);
    Ok(())
}

/// The folder turned out not to be movable: what was written goes into it first.
fn bring_inside(
    places: &Places,
    noted: &mut BTreeMap<OutPath, Noted>,
    gone: Vec<String>,
) -> Result<(), PublishError> {
    let inside = places.moved_inside();
    let made = inside.make_room()?;
    let brought = noted.par_iter_mut().filter(|(_, file)| file.written).try_for_each(|(path, file)| {
        let (from, to) = (places.new_site().join(path.as_str()), inside.new_site().join(path.as_str()));
        if in_folder(&to, || fs::rename(&from, &to)).is_err() {
            fs::copy(&from, &to).map_err(at(&from))?;
            file.stamp = fs::metadata(&to).map(|metadata| Stamp::of(&metadata)).map_err(at(&to))?;
        }
        Ok(())
    });
    let result = brought.and_then(|()| replace_inside(&inside, noted, gone));
    if !inside.journal().exists() {
        let _ = remove(&inside.new_site());
    }
    for folder in made.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
    result
}
