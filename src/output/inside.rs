//! A folder that cannot be exchanged, because something is mounted there: its files are replaced one by one.
//!
//! This is the one case in which publication is not one call. The new files lie complete and durable in a hidden
//! folder inside; then a journal says what has to be done, and that is the point of no return. Each step can be
//! done twice without harm, so whoever comes next completes what was interrupted. Every file is whole at any time,
//! and the manifest comes last: as long as it is the old one, a reader can meet pages of both sites.

#![expect(clippy::disallowed_methods, reason = "this room writes the disk")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::OutPath;
use super::exchange::{make_durable, remove};
use super::places::{INSIDE, Places};
use super::publish::{PublishError, append, at};

/// What has to be done. Paths are below the site.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Journal {
    /// Files to be moved into the site, in this order.
    pub(super) place: Vec<String>,
    /// Files to be taken away after that.
    pub(super) remove: Vec<String>,
}

impl Journal {
    /// Replaces the files: from the first step on it is certain that this will be completed.
    pub(super) fn carry_out(&self, places: &Places) -> Result<(), PublishError> {
        let path = places.journal();
        let begun = append(&path, ".new");
        let bytes = serde_json::to_vec(self).map_err(|error| at(&path)(error.into()))?;
        let write = || {
            let mut file = File::create(&begun)?;
            file.write_all(&bytes)?;
            file.sync_all()?;
            fs::rename(&begun, &path)?;
            File::open(places.room())?.sync_all()
        };
        write().map_err(at(&path))?;
        self.replay(places)
    }

    fn replay(&self, places: &Places) -> Result<(), PublishError> {
        let interrupted = |error| PublishError::Interrupted { folder: places.folder.clone(), error };
        for path in &self.place {
            if move_in(places, path).is_err() {
                // A file may stand where a folder has to be, or the other way round.
                self.take_away(places).map_err(interrupted)?;
                move_in(places, path).map_err(interrupted)?;
            }
        }
        self.take_away(places).map_err(interrupted)?;
        let touched: BTreeSet<PathBuf> =
            self.place.iter().chain(&self.remove).filter_map(|path| holder(places, path)).collect();
        make_durable(&touched.into_iter().collect::<Vec<_>>())?;
        fs::remove_file(places.journal()).map_err(interrupted)
    }

    fn take_away(&self, places: &Places) -> io::Result<()> {
        for path in &self.remove {
            let path = places.folder.join(path);
            // Where a folder is by now, or nothing, this was done before.
            if fs::symlink_metadata(&path).is_ok_and(|there| !there.is_dir()) {
                fs::remove_file(&path)?;
            }
            // Folders that are empty now, from the inside out. One that is not empty stays.
            let around = path.ancestors().skip(1).take_while(|folder| *folder != places.folder);
            for folder in around {
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
        Ok(())
    }
}

/// The folder of the site that holds a file, if it is there.
fn holder(places: &Places, path: &str) -> Option<PathBuf> {
    let path = places.folder.join(path);
    path.parent().filter(|folder| folder.is_dir()).map(Path::to_owned)
}

/// Moves one file into the site. One that is not there was moved by the run before.
fn move_in(places: &Places, path: &str) -> io::Result<()> {
    let (from, to) = (places.new_site().join(path), places.folder.join(path));
    match fs::rename(&from, &to) {
        Err(_) if !from.exists() => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(to.parent().unwrap_or(&places.folder))?;
            fs::rename(&from, &to)
        }
        result => result,
    }
}

/// Completes what a run before has begun, under the lock, if it had passed the point of no return.
pub(super) fn recover(places: &Places) -> Result<(), PublishError> {
    if !places.folder.join(INSIDE).is_dir() {
        return Ok(());
    }
    let inside = places.moved_inside();
    let journal = fs::read(inside.journal()).ok().and_then(|bytes| serde_json::from_slice::<Journal>(&bytes).ok());
    if let Some(journal) = journal {
        // Only paths that this program could have written itself, or found in the folder below it, are touched.
        let safe = |path: &String| {
            Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
        };
        let sound = journal.place.iter().all(|path| OutPath::new(path.as_str()).is_some());
        if sound && journal.remove.iter().all(safe) {
            journal.replay(&inside)?;
        }
    }
    let left = inside.new_site();
    remove(&left).map_err(at(&left))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "tests make folders of their own")]

    use super::*;
    use crate::output::standing::standing;

    fn write(folder: &Path, path: &str, text: &str) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("has one")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// An old site, the new files beside it, and what has to be done: also where a file becomes a folder, and the
    /// other way round.
    fn begun() -> (tempfile::TempDir, Places, Journal) {
        let around = tempfile::tempdir().expect("a folder");
        let places = Places { folder: around.path().join("public"), inside: true };
        for path in ["index.html", "old/page/index.html", "swap", "turn/x", "same", "manifest.json"] {
            write(&places.folder, path, "old");
        }
        let place = ["new/page/index.html", "swap/y", "turn", "index.html", "manifest.json"];
        for path in place {
            write(&places.new_site(), path, "new");
        }
        let list = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect();
        let journal = Journal { place: list(&place), remove: list(&["old/page/index.html", "swap", "turn/x"]) };
        (around, places, journal)
    }

    fn is_complete(places: &Places) -> bool {
        let there: Vec<String> = standing(&places.folder).expect("readable").into_keys().collect();
        let text = |path: &str| fs::read_to_string(places.folder.join(path)).unwrap_or_default();
        there == ["index.html", "manifest.json", "new/page/index.html", "same", "swap/y", "turn"]
            && ["index.html", "manifest.json", "swap/y", "turn"].iter().all(|path| text(path) == "new")
            && text("same") == "old"
            && !places.folder.join("old").exists()
            && !places.journal().exists()
            && !places.new_site().exists()
    }

    #[test]
    fn whatever_was_done_already_the_rest_is_completed() {
        for done in 0..=5 {
            let (_around, places, journal) = begun();
            let bytes = serde_json::to_vec(&journal).expect("JSON");
            fs::write(places.journal(), bytes).expect("written");
            for path in &journal.place[..done] {
                if move_in(&places, path).is_err() {
                    journal.take_away(&places).expect("removed");
                    move_in(&places, path).expect("moved");
                }
            }
            recover(&places).expect("completed");
            assert!(is_complete(&places), "after {done} steps");
        }
    }

    #[test]
    fn before_the_journal_is_there_nothing_was_begun() {
        let (_around, places, journal) = begun();
        let before = standing(&places.folder).expect("readable");
        fs::write(append(&places.journal(), ".new"), serde_json::to_vec(&journal).expect("JSON"))
            .expect("written");
        recover(&places).expect("cleared");
        assert_eq!(standing(&places.folder).expect("readable"), before);
        assert!(!places.new_site().exists());
    }

    #[test]
    fn a_journal_that_leads_out_of_the_site_is_not_followed() {
        let (around, places, mut journal) = begun();
        write(around.path(), "precious", "x");
        journal.remove.push("../precious".to_owned());
        fs::write(places.journal(), serde_json::to_vec(&journal).expect("JSON")).expect("written");
        recover(&places).expect("cleared");
        assert!(around.path().join("precious").exists());
    }
}
