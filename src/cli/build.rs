//! `wegwijs build`.

#![expect(clippy::disallowed_methods, reason = "only a command knows what day it is and how long it took")]

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use indicatif::ProgressBar;

use super::args::BuildArgs;
use super::{Ended, say};
use crate::diag::Warned;
use crate::output::{self, Manifest, OutputTree, PublishError};
use crate::source::{Limits, SourceTree, read_folder};
use crate::{BuildPlan, build, complete};
#[cfg(feature = "binder")]
use crate::{PaperPlan, build_with_paper, output::Previous, source::FontShelf};

pub(super) fn run(args: &BuildArgs) -> anyhow::Result<Ended> {
    let started = Instant::now();
    if let Some(jobs) = args.jobs {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.into());
        pool.build_global().context("could not start the threads")?;
    }
    anyhow::ensure!(args.folder.is_dir(), "there is no folder {}", args.folder.display());
    let (folder, zip) = places(args)?;
    let plan = BuildPlan {
        date: args.date.unwrap_or_else(|| jiff::Zoned::now().date()),
        municipalities: args.municipalities.clone(),
        languages: args.languages.clone(),
        deny_warnings: args.deny_warnings,
        offline: args.offline,
    };
    let progress = say::progress("reading");
    let tree = complete(&read_folder(&args.folder, Limits::default()));
    progress.set_message("building");
    // A zip alone leaves no folder behind; PDFs that did not change are those of the website.
    let before = folder.clone().unwrap_or_else(|| args.folder.join(PUBLIC));
    let built = make(args, &tree, &plan, &before, &progress);
    progress.finish_and_clear();
    say::findings(&built.findings, &tree);
    let Some((site, papers)) = built.value else {
        say::remark("nothing was published; the old site, if there is one, is as it was");
        return Ok(Ended::Findings);
    };
    let progress = say::progress("writing");
    let mut made = Vec::new();
    if let Some(folder) = &folder {
        let published = output::publish(&site, folder, args.force).map_err(explain)?;
        made.push((folder, published.bytes));
    }
    if let Some(zip) = &zip {
        let bytes = output::zipped(&site, &format!("wegwijs-{}", plan.date), plan.date);
        let bytes = bytes.with_context(|| format!("{} was not made", zip.display()))?;
        output::write_file(zip, &bytes).with_context(|| format!("{} was not written", zip.display()))?;
        made.push((zip, bytes.len()));
    }
    progress.finish_and_clear();
    let pages = site.iter().filter(|(path, _)| path.as_str().ends_with(".html")).count();
    for (place, bytes) in made {
        say::result(&format!(
            "{pages} pages{papers} as on {} in {} ({} files, {} KiB, {:.2} s)",
            plan.date,
            place.display(),
            site.len(),
            bytes / 1024,
            started.elapsed().as_secs_f64(),
        ));
    }
    say::result(&next_build(&site));
    Ok(Ended::Fine)
}

/// When a timer has to build again; manifest.json says it to programs.
fn next_build(site: &OutputTree) -> String {
    let manifest = site.file(output::MANIFEST).and_then(|bytes| serde_json::from_slice::<Manifest>(bytes).ok());
    let Some(next) = manifest.and_then(|manifest| manifest.next) else {
        return "No later change is known.".to_owned();
    };
    match next.why.as_str() {
        "takes-effect" => format!("The next change takes effect on {}: build again then.", next.on),
        "announced" => format!("The next change is announced on {}: build again then.", next.on),
        _ => format!("A change is news until {}: build again then.", next.on),
    }
}

/// Where a website goes if nothing else is said. A copy never goes there by itself.
const PUBLIC: &str = "public";
const OFFLINE: &str = "offline";

/// The folder and the zip file to be written.
fn places(args: &BuildArgs) -> anyhow::Result<(Option<PathBuf>, Option<PathBuf>)> {
    let usual = match (args.offline, &args.zip) {
        (false, _) => Some(PUBLIC),
        (true, None) => Some(OFFLINE),
        (true, Some(_)) => None,
    };
    let folder = args.out.clone().or(usual.map(PathBuf::from));
    for (option, place) in [("--out", &folder), ("--zip", &args.zip)] {
        let Some(place) = place else { continue };
        for source in ["content", "locales", "themes"] {
            let inside = args.folder.join(place).starts_with(args.folder.join(source));
            anyhow::ensure!(!inside, "{option} {} lies inside {source}/, which is read", place.display());
        }
    }
    let below = |place: PathBuf| args.folder.join(place);
    Ok((folder.map(below), args.zip.clone().map(below)))
}

/// The site, and what is to be said of its PDFs.
type Made = Warned<Option<(OutputTree, String)>>;

fn without_paper(tree: &SourceTree, plan: &BuildPlan) -> Made {
    let built = build(tree, plan);
    Warned { value: built.value.map(|site| (site, String::new())), findings: built.findings }
}

#[cfg(not(feature = "binder"))]
fn make(args: &BuildArgs, tree: &SourceTree, plan: &BuildPlan, _: &Path, _: &ProgressBar) -> Made {
    if !args.no_binder {
        say::remark("without PDFs: this wegwijs was built without its feature `binder`");
    }
    without_paper(tree, plan)
}

#[cfg(feature = "binder")]
fn make(args: &BuildArgs, tree: &SourceTree, plan: &BuildPlan, out: &Path, progress: &ProgressBar) -> Made {
    if args.no_binder {
        return without_paper(tree, plan);
    }
    let said = |done: usize, all: usize| progress.set_message(format!("PDF {done} of {all}"));
    let paper = PaperPlan { shelf: FontShelf::system(), previous: Previous::at(out), progress: &said };
    let built = build_with_paper(tree, plan, &paper);
    let value = built.value.map(|(site, report)| {
        for (used, better) in &report.faces {
            if let Some(better) = better {
                say::remark(&format!("PDFs are set in {used}; with {better} installed they would look better"));
            }
        }
        let kept = if report.kept > 0 { format!(" ({} kept)", report.kept) } else { String::new() };
        (site, format!(" and {} PDFs{kept}", report.papers))
    });
    Warned { value, findings: built.findings }
}

fn explain(error: PublishError) -> anyhow::Error {
    let help = match &error {
        PublishError::Foreign { .. } | PublishError::OtherKind { .. } => {
            "choose another folder with --out, or let it be replaced with --force"
        }
        PublishError::NotAFolder(_) => "choose another folder with --out",
        PublishError::Io { .. } => "nothing was published; the old site is as it was",
    };
    anyhow::Error::new(error).context(help)
}
