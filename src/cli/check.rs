//! `wegwijs check`.

#![expect(clippy::disallowed_methods, reason = "only a command knows what day it is")]

use super::args::CheckArgs;
use super::{Ended, report, say};
use crate::source::{Limits, read_folder};
use crate::{BuildPlan, complete, diag, findings};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<Ended> {
    anyhow::ensure!(args.folder.is_dir(), "there is no folder {}", args.folder.display());
    let plan = BuildPlan {
        deny_warnings: args.deny_warnings,
        ..BuildPlan::on(args.date.unwrap_or_else(|| jiff::Zoned::now().date()))
    };
    let tree = complete(&read_folder(&args.folder, Limits::default()));
    let found = findings(&tree, &plan);
    say::findings(&found, &tree);
    if let Some(folder) = &args.report {
        report::write(&args.folder, folder, (&tree, &plan), &found)?;
    }
    Ok(if diag::stops(&found, args.deny_warnings) { Ended::Findings } else { Ended::Fine })
}
