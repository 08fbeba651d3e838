//! Keeping the guide that is shown like the files on the disk.

use std::path::PathBuf;
use std::sync::Arc;

use super::judge::{Bench, Work};
use super::stage::Stage;
use super::watch::Watch;
use crate::live::Live;
use crate::source::{Again, Limits, SourceTree, read_again, read_folder_again};

/// Everything that changes with the files.
pub(super) struct Keeper {
    /// The folder of the guide: absolute, without links in it.
    pub(super) root: PathBuf,
    /// Its files as they were last read.
    pub(super) tree: SourceTree,
    pub(super) live: Live,
    pub(super) watch: Watch,
    pub(super) stage: Arc<Stage>,
    pub(super) bench: Arc<Bench>,
}

impl Keeper {
    /// Follows the files for as long as the program runs.
    pub(super) fn keep(mut self) {
        loop {
            let batch = self.watch.wait();
            let read = if batch.anything {
                Again::Unclear
            } else {
                read_again(&self.root, &mut self.tree, &batch.paths, Limits::default())
            };
            let changed = match read {
                Again::Read(changed) => changed,
                Again::Unclear => {
                    // Watched first: what happens while the folder is read is heard of.
                    self.watch.renew();
                    read_folder_again(&self.root, &mut self.tree, Limits::default())
                }
            };
            if changed.is_empty() {
                continue;
            }
            self.live.update(self.tree.clone());
            let snapshot = self.live.now();
            self.stage.show(&snapshot);
            let took = batch.since.map(|since| since.elapsed()).unwrap_or_default();
            self.bench.hand(Work { snapshot, changed, took });
        }
    }
}
