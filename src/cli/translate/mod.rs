//! `wegwijs translate`: what translators have to do, and what they have done.

mod accept;
mod args;
mod earlier;
mod merge;
mod report;
mod status;

pub(super) use args::TranslateArgs;

use std::path::Path;

use anyhow::Context;

use super::Ended;
use crate::author::LOCK;
use crate::output;
use crate::source::{Limits, SourceTree, read_folder};
use args::Translate;

pub(super) fn run(command: Translate) -> anyhow::Result<Ended> {
    match command {
        Translate::Status(arguments) => status::run(&arguments),
        Translate::Accept(arguments) => accept::run(arguments),
        Translate::Merge(arguments) => merge::run(&arguments),
    }
}

fn read(folder: &Path) -> anyhow::Result<SourceTree> {
    anyhow::ensure!(folder.is_dir(), "there is no folder {}", folder.display());
    Ok(read_folder(folder, Limits::default()))
}

/// Writes the lock, if it says something new.
fn write(folder: &Path, tree: &SourceTree, text: &str) -> anyhow::Result<bool> {
    if tree.find(LOCK).and_then(|(_, file)| file.text()) == Some(text) {
        return Ok(false);
    }
    let path = folder.join(LOCK);
    output::write_file(&path, text.as_bytes()).with_context(|| format!("{} was not written", path.display()))?;
    Ok(true)
}
