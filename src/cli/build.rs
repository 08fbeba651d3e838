//! `wegwijs build`.

#![expect(clippy::disallowed_methods, reason = "only a command knows what day it is and how long it took")]

use std::time::Instant;

use anyhow::Context;

use super::args::BuildArgs;
use super::{Ended, say};
use crate::output::{self, PublishError};
use crate::source::{Limits, read_folder};
use crate::{BuildPlan, build, complete};

pub(super) fn run(args: &BuildArgs) -> anyhow::Result<Ended> {
    let started = Instant::now();
    if let Some(jobs) = args.jobs {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.into());
        pool.build_global().context("could not start the threads")?;
    }
    anyhow::ensure!(args.folder.is_dir(), "there is no folder {}", args.folder.display());
    for source in ["content", "locales", "themes"] {
        let inside = args.folder.join(&args.out).starts_with(args.folder.join(source));
        anyhow::ensure!(!inside, "--out {} lies inside {source}/, which is read", args.out.display());
    }
    let plan = BuildPlan {
        date: args.date.unwrap_or_else(|| jiff::Zoned::now().date()),
        municipalities: args.municipalities.clone(),
        languages: args.languages.clone(),
        deny_warnings: args.deny_warnings,
    };
    let progress = say::progress("reading");
    let tree = complete(&read_folder(&args.folder, Limits::default()));
    progress.set_message("building");
    let built = build(&tree, &plan);
    progress.finish_and_clear();
    say::findings(&built.findings, &tree);
    let Some(site) = built.value else {
        say::remark("nothing was published; the old site, if there is one, is as it was");
        return Ok(Ended::Findings);
    };
    let out = args.folder.join(&args.out);
    let progress = say::progress("writing");
    let published = output::publish(&site, &out, args.force).map_err(explain)?;
    progress.finish_and_clear();
    let pages = site.iter().filter(|(path, _)| path.as_str().ends_with(".html")).count();
    say::result(&format!(
        "{pages} pages as on {} in {} ({} files, {} KiB, {:.2} s)",
        plan.date,
        out.display(),
        published.files,
        published.bytes / 1024,
        started.elapsed().as_secs_f64(),
    ));
    Ok(Ended::Fine)
}

fn explain(error: PublishError) -> anyhow::Error {
    let help = match &error {
        PublishError::Foreign { .. } => "choose another folder with --out, or let it be replaced with --force",
        PublishError::NotAFolder(_) => "choose another folder with --out",
        PublishError::Io { .. } => "nothing was published; the old site is as it was",
    };
    anyhow::Error::new(error).context(help)
}
