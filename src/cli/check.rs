//! `wegwijs check`.

#![expect(clippy::disallowed_methods, reason = "only a command knows what day it is")]

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::args::CheckArgs;
use super::{Ended, external, fix, report, say};
use crate::diag::{self, Baseline, Diagnostic, Format};
use crate::source::{Limits, SourceTree, read_folder, read_text};
use crate::{BuildPlan, complete, dead_links, findings, output};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<Ended> {
    anyhow::ensure!(args.folder.is_dir(), "there is no folder {}", args.folder.display());
    let plan = BuildPlan {
        deny_warnings: args.deny_warnings,
        ..BuildPlan::on(args.date.unwrap_or_else(|| jiff::Zoned::now().date()))
    };
    let read = || complete(&read_folder(&args.folder, Limits::default()));
    let progress = say::progress("checking");
    let mut tree = read();
    let mut found = findings(&tree, &plan);
    progress.finish_and_clear();
    if args.fix && fix::apply(&found, &tree, &args.folder)? {
        tree = read();
        found = findings(&tree, &plan);
    }
    if args.external {
        let now = jiff::Timestamp::now();
        found.extend(dead_links(&tree, plan.date, |addresses| external::ask(addresses, &args.folder, now))?);
        diag::sort(&mut found);
    }
    if let Some(file) = &args.write_baseline {
        let baseline = Baseline::of(&found, &tree);
        output::write_file(file, baseline.to_text().as_bytes())
            .with_context(|| format!("{} was not written", file.display()))?;
        say::result(&format!("{}: {} findings are known from now on", file.display(), baseline.len()));
        return Ok(Ended::Fine);
    }
    if let Some(file) = &args.baseline {
        found = new_ones(found, &tree, file)?;
    }
    show(&found, &tree, args);
    if let Some(folder) = &args.report {
        report::write(&args.folder, folder, (&tree, &plan), &found)?;
    }
    Ok(if diag::stops(&found, args.deny_warnings) { Ended::Findings } else { Ended::Fine })
}

/// The findings are the result of this command: they go to standard output.
fn show(found: &[Diagnostic], tree: &SourceTree, args: &CheckArgs) {
    let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let folder = below_here(&args.folder);
    let text = diag::report_in(&folder, found, tree, (args.format, colour));
    if !text.is_empty() {
        say::text(text.trim_end());
    }
    if args.format == Format::Human {
        say::count(found);
    }
}

/// The folder as programs that annotate a repository need it: before the paths of the guide.
fn below_here(folder: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let below = folder.strip_prefix(&here).unwrap_or(folder);
    if below.is_absolute() {
        return String::new();
    }
    let parts = below.components().filter(|part| !matches!(part, std::path::Component::CurDir));
    parts.collect::<PathBuf>().to_string_lossy().replace('\\', "/")
}

/// The findings that a baseline does not know.
fn new_ones(found: Vec<Diagnostic>, tree: &SourceTree, file: &Path) -> anyhow::Result<Vec<Diagnostic>> {
    let text = read_text(file, Limits::default()).with_context(|| format!("{} cannot be read", file.display()))?;
    let baseline =
        Baseline::parse(&text).map_err(|(line, why)| anyhow::anyhow!("{}:{line}: {why}", file.display()))?;
    let split = baseline.split(found, tree);
    if !split.known.is_empty() {
        say::remark(&format!("{} known findings are left out", split.known.len()));
    }
    if split.gone > 0 {
        say::remark(&format!("{} known findings are gone: write the baseline anew to keep them out", split.gone));
    }
    Ok(split.new)
}
