//! Where files go as they are made.

use std::sync::{Mutex, PoisonError};

use super::{Made, OutputFile, OutputTree};

/// Takes files as they are made, in any order and from any thread. What goes wrong with a file is kept until the
/// end: whoever makes pages has no use for it.
pub trait Sink: Sync {
    /// Takes a file, with what it was made from if the next build may keep it. Each path is put once.
    fn put(&self, file: OutputFile, made: Option<Made>);
}

/// Keeps all files in memory.
#[derive(Debug, Default)]
pub struct Collected {
    tree: Mutex<OutputTree>,
}

impl Collected {
    /// The files.
    #[must_use]
    pub fn into_tree(self) -> OutputTree {
        // A thread that panicked while it held the lock was adding one file; the others are whole.
        self.tree.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Collected {
    fn put(&self, file: OutputFile, made: Option<Made>) {
        let mut tree = self.tree.lock().unwrap_or_else(PoisonError::into_inner);
        match made {
            Some(made) => tree.extend_made([(file, made)]),
            None => tree.extend([file]),
        }
    }
}
