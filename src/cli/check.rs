//! `wegwijs check`.

#![expect(clippy::disallowed_methods, reason = "only a command knows what day it is")]

use super::args::CheckArgs;
use super::{Ended, external, say};
use crate::source::{Limits, read_folder};
use crate::{BuildPlan, complete, dead_links, diag, findings};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<Ended> {
    anyhow::ensure!(args.folder.is_dir(), "there is no folder {}", args.folder.display());
    let plan = BuildPlan {
        deny_warnings: args.deny_warnings,
        ..BuildPlan::on(args.date.unwrap_or_else(|| jiff::Zoned::now().date()))
    };
    let tree = complete(&read_folder(&args.folder, Limits::default()));
    let mut found = findings(&tree, &plan);
    if args.external {
        let now = jiff::Timestamp::now();
        found.extend(dead_links(&tree, plan.date, |addresses| external::ask(addresses, &args.folder, now))?);
        diag::sort(&mut found);
    }
    say::findings(&found, &tree);
    Ok(if diag::stops(&found, args.deny_warnings) { Ended::Findings } else { Ended::Fine })
}
