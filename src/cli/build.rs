//! `wegwijs build`.

#![expect(clippy::disallowed_methods, reason = "only a command knows what day it is and how long it took")]

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use indicatif::ProgressBar;

use super::args::BuildArgs;
use super::unpublished::unpublished;
use super::{Ended, say};
use crate::diag::{self, Warned};
use crate::output::{
    self, Collected, Imprint, Input, Kind, LastBuild, NextBuild, OutputTree, PublishError, Published, Sink,
    Staging, StillThere,
};
use crate::source::{Limits, SourceTree, read_folder};
use crate::{BuildPlan, build_into, complete};
#[cfg(feature = "binder")]
use crate::{PaperPlan, build_with_paper_into, output::Previous, source::FontShelf};

pub(super) fn run(args: &BuildArgs) -> anyhow::Result<Ended> {
    let started = Instant::now();
    if let Some(jobs) = args.jobs {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.into());
        pool.build_global().context("could not start the threads")?;
    }
    anyhow::ensure!(args.folder.is_dir(), "there is no folder {}", args.folder.display());
    let (folder, zip) = places(args)?;
    let plan = plan(args);
    let progress = say::progress("reading");
    let tree = complete(&read_folder(&args.folder, Limits::default()));
    let shelf = Shelf::of(args);
    let input = input(&tree, &plan, &shelf);
    if let (Some(folder), None, false) = (&folder, &zip, args.fresh)
        && let Some(there) = LastBuild::at(folder).still_there(&input)
        && let Some(found) = diag::recalled(&there.said, &tree)
    {
        progress.finish_and_clear();
        say::findings(&found, &tree);
        say_unchanged(&there, (folder, &plan), started);
        return Ok(Ended::Fine);
    }
    progress.set_message("building");
    // A zip alone leaves no folder behind; PDFs that did not change are those of the website.
    let before = folder.clone().unwrap_or_else(|| args.folder.join(PUBLIC));
    let staging = folder.as_ref().map(|folder| begin(args, folder)).transpose()?;
    // Into a folder, files go as they are made; a zip holds them in order, so they are gathered first.
    let gathered = Collected::default();
    let sink: &dyn Sink = match &staging {
        Some(staging) if zip.is_none() => staging,
        _ => &gathered,
    };
    let built = make(args, &tree, &plan, (&before, shelf), (&progress, sink));
    progress.finish_and_clear();
    say::findings(&built.findings, &tree);
    let Some((imprint, papers)) = built.value else {
        say::remark("nothing was published; the old site, if there is one, is as it was");
        return Ok(Ended::Findings);
    };
    let progress = say::progress("writing");
    let input = Input { fingerprint: input, said: diag::remembered(&built.findings, &tree) };
    let site = zip.as_ref().map(|_| gathered.into_tree().with_manifest(imprint.clone()));
    let mut made = Vec::new();
    if let (Some(folder), Some(staging)) = (&folder, staging) {
        if let Some(site) = &site {
            output::put_all(site, &staging);
        }
        made.push((folder, staging.finish(imprint.clone(), Some(input.clone())).map_err(refused)?));
    }
    if let (Some(zip), Some(site)) = (&zip, &site) {
        made.push((zip, write_zip(site, zip, &plan)?));
    }
    progress.finish_and_clear();
    for (place, published) in made {
        say_made(&format!("{} pages{papers}", published.pages), published, (place, &plan), started);
    }
    say::result(&next_build(imprint.next.as_ref()));
    Ok(Ended::Fine)
}

fn plan(args: &BuildArgs) -> BuildPlan {
    BuildPlan {
        date: args.date.unwrap_or_else(|| jiff::Zoned::now().date()),
        municipalities: args.municipalities.clone(),
        languages: args.languages.clone(),
        deny_warnings: args.deny_warnings,
        offline: args.offline,
        search: !args.no_search,
    }
}

fn refused(error: PublishError) -> anyhow::Error {
    unpublished(error, "--out", true)
}

/// Begins to put a site in the place of the one that is there.
fn begin(args: &BuildArgs, folder: &Path) -> anyhow::Result<Staging> {
    let kind = if args.offline { Kind::Copy } else { Kind::Site };
    let mut staging = Staging::begin(folder, kind, args.force).map_err(refused)?;
    if args.fresh {
        staging.forget();
    }
    if let Some(why) = staging.ignored() {
        say::remark(why);
    }
    Ok(staging)
}

fn write_zip(site: &OutputTree, zip: &Path, plan: &BuildPlan) -> anyhow::Result<Published> {
    let bytes = output::zipped(site, &format!("wegwijs-{}", plan.date), plan.date);
    let bytes = bytes.with_context(|| format!("{} was not made", zip.display()))?;
    output::write_file(zip, &bytes).with_context(|| format!("{} was not written", zip.display()))?;
    let pages = site.iter().filter(|(path, _)| path.as_str().ends_with(".html")).count();
    Ok(Published { files: site.len(), pages, bytes: bytes.len(), written: 1 })
}

fn say_made(what: &str, made: Published, (place, plan): (&Path, &BuildPlan), started: Instant) {
    say::result(&format!(
        "{what} as on {} in {} ({} files, {} KiB, {:.2} s)",
        plan.date,
        place.display(),
        made.files,
        made.bytes / 1024,
        started.elapsed().as_secs_f64(),
    ));
}

fn say_unchanged(there: &StillThere, place: (&Path, &BuildPlan), started: Instant) {
    let papers = if there.papers > 0 { format!(" and {} PDFs", there.papers) } else { String::new() };
    say_made(&format!("nothing changed: {} pages{papers}", there.site.pages), there.site, place, started);
    say::result(&next_build(there.next.as_ref()));
}

/// A fingerprint of everything that decides a site: the guide with the theme and locales of the program, what is asked
/// for, the program itself, and the fonts of this machine if there are PDFs.
fn input(tree: &SourceTree, plan: &BuildPlan, shelf: &Shelf) -> String {
    // The version alone does not tell two programs apart while somebody works on it.
    let program = std::env::current_exe().and_then(std::fs::metadata);
    let program = program.map(|file| (file.len(), file.modified().ok())).ok();
    let version = env!("CARGO_PKG_VERSION");
    format!("{version} {program:?} {plan:?} {:?} {}", shelf.fingerprint(), tree.fingerprint())
}

/// When a timer has to build again; manifest.json says it to programs.
fn next_build(next: Option<&NextBuild>) -> String {
    let Some(next) = next else {
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

/// What the manifest says of a site, and what is to be said of its PDFs.
type Made = Warned<Option<(Imprint, String)>>;

fn without_paper(tree: &SourceTree, plan: &BuildPlan, sink: &dyn Sink) -> Made {
    let built = build_into(tree, plan, sink);
    Warned { value: built.value.map(|imprint| (imprint, String::new())), findings: built.findings }
}

/// The fonts for PDFs, if there are to be any.
struct Shelf {
    #[cfg(feature = "binder")]
    fonts: Option<FontShelf>,
}

impl Shelf {
    #[cfg(feature = "binder")]
    fn of(args: &BuildArgs) -> Self {
        Shelf { fonts: (!args.no_binder).then(FontShelf::system) }
    }

    #[cfg(feature = "binder")]
    fn fingerprint(&self) -> Option<String> {
        self.fonts.as_ref().map(FontShelf::fingerprint)
    }

    #[cfg(not(feature = "binder"))]
    fn of(_: &BuildArgs) -> Self {
        Shelf {}
    }

    #[cfg(not(feature = "binder"))]
    #[expect(clippy::unused_self, reason = "with the feature `binder` there are fonts")]
    fn fingerprint(&self) -> Option<String> {
        None
    }
}

#[cfg(not(feature = "binder"))]
fn make(
    args: &BuildArgs,
    tree: &SourceTree,
    plan: &BuildPlan,
    _: (&Path, Shelf),
    (_, sink): (&ProgressBar, &dyn Sink),
) -> Made {
    if !args.no_binder {
        say::remark("without PDFs: this wegwijs was built without its feature `binder`");
    }
    without_paper(tree, plan, sink)
}

#[cfg(feature = "binder")]
fn make(
    _: &BuildArgs,
    tree: &SourceTree,
    plan: &BuildPlan,
    (out, shelf): (&Path, Shelf),
    (progress, sink): (&ProgressBar, &dyn Sink),
) -> Made {
    let Some(shelf) = shelf.fonts else { return without_paper(tree, plan, sink) };
    let said = |done: usize, all: usize| progress.set_message(format!("PDF {done} of {all}"));
    let paper = PaperPlan { shelf, previous: Previous::at(out), progress: &said };
    let built = build_with_paper_into(tree, plan, &paper, sink);
    let value = built.value.map(|(imprint, report)| {
        for (used, better) in &report.faces {
            if let Some(better) = better {
                say::remark(&format!("PDFs are set in {used}; with {better} installed they would look better"));
            }
        }
        let kept = if report.kept > 0 { format!(" ({} kept)", report.kept) } else { String::new() };
        (imprint, format!(" and {} PDFs{kept}", report.papers))
    });
    Warned { value, findings: built.findings }
}
