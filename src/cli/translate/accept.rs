//! `wegwijs translate accept`.

#![expect(clippy::disallowed_methods, reason = "only a command knows what day it is")]

use std::path::Path;

use super::args::AcceptArgs;
use crate::author::{self, Order};
use crate::cli::{Ended, say};

/// How many names of a file are said one by one.
const NAMES: usize = 8;

pub(super) fn run(args: AcceptArgs) -> anyhow::Result<Ended> {
    let tree = super::read(&args.folder)?;
    let today = || jiff::Zoned::now().date();
    let files = args.files.iter().map(|file| inside(&args.folder, file)).collect::<anyhow::Result<_>>()?;
    let order = Order {
        files,
        segments: args.segments,
        by: args.by.map(Into::into),
        review: args.reviewed_by.map(|role| (role, args.date.unwrap_or_else(today))),
    };
    let accepted = author::accept(&tree, &order);
    say::findings(&accepted.findings, &tree);
    let Some(accepted) = accepted.value else {
        say::remark("nothing was recorded");
        return Ok(Ended::Findings);
    };
    let written = super::write(&args.folder, &tree, &accepted.text)?;
    for (path, names) in &accepted.recorded {
        let more = names.len().saturating_sub(NAMES);
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        let shown: Vec<&str> = names.iter().take(NAMES).map(String::as_str).collect();
        say::result(&format!("{path}: {}{more}", shown.join(", ")));
    }
    for path in &accepted.dropped {
        say::result(&format!("{path}: the file is gone, its entry was dropped"));
    }
    accepted.remarks.iter().for_each(|remark| say::remark(remark));
    let files = accepted.recorded.len();
    say::result(&match (files, written) {
        (_, false) => format!("{} already says so", super::LOCK),
        (1, true) => format!("1 file recorded in {}", super::LOCK),
        (_, true) => format!("{files} files recorded in {}", super::LOCK),
    });
    Ok(Ended::Fine)
}

/// The path of a file below the project folder; it is given from there, or from the current folder.
fn inside(folder: &Path, file: &Path) -> anyhow::Result<String> {
    let from_folder = folder.join(file);
    let there = [file, from_folder.as_path()].into_iter().find(|path| path.is_file());
    let slashes = |path: &Path| path.to_string_lossy().replace('\\', "/");
    let Some(there) = there else {
        return Ok(slashes(file));
    };
    let (whole, root) = (there.canonicalize()?, folder.canonicalize()?);
    let Ok(below) = whole.strip_prefix(&root) else {
        anyhow::bail!("{} is not in {}; name the guide with --dir", file.display(), folder.display());
    };
    Ok(slashes(below))
}
