//! `wegwijs build`.

#![expect(clippy::disallowed_methods, reason = "only a command knows what day it is and how long it took")]

use std::path::Path;
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
    let out = args.folder.join(&args.out);
    let built = make(args, &tree, &plan, &out, &progress);
    progress.finish_and_clear();
    say::findings(&built.findings, &tree);
    let Some((site, papers)) = built.value else {
        say::remark("nothing was published; the old site, if there is one, is as it was");
        return Ok(Ended::Findings);
    };
    let progress = say::progress("writing");
    let published = output::publish(&site, &out, args.force).map_err(explain)?;
    progress.finish_and_clear();
    let pages = site.iter().filter(|(path, _)| path.as_str().ends_with(".html")).count();
    say::result(&format!(
        "{pages} pages{papers} as on {} in {} ({} files, {} KiB, {:.2} s)",
        plan.date,
        out.display(),
        published.files,
        published.bytes / 1024,
        started.elapsed().as_secs_f64(),
    ));
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
