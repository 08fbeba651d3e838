//! Every file emptied and cut short: a guide half saved is never a panic, and never half a site.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use jiff::civil::date;
use rayon::prelude::*;
use wegwijs::diag::{self, Severity};
use wegwijs::source::{Limits, read_folder};
use wegwijs::{BuildPlan, build, complete};

use super::none_wrong;
use super::project::{Files, Project, files, guide};

/// Who is to be named when a file of the guide is emptied.
#[derive(Debug, PartialEq)]
enum Named {
    /// The file itself: without its content there is no guide, chapter, rule, text, picture.
    Itself,
    /// Those who use what stood in it; an empty list is sound as such.
    Users,
}

fn named(path: &str) -> Named {
    match path.trim_start_matches("content/") {
        "facts.yaml" | "glossary.yaml" | "laws.yaml" | "situations.yaml" => Named::Users,
        _ => Named::Itself,
    }
}

#[test]
fn an_emptied_file_is_found_and_never_a_panic() {
    let judge = |path: &String| {
        let project = Project::minimal();
        project.write(path, "");
        let run = project.build();
        let found = if run.code != Some(1) || !run.stderr.contains("error[") || !project.is_as_before() {
            return Err(format!("{path} emptied: {:?}\n{}", run.code, run.stderr));
        } else if run.stderr.contains(&format!("--> {path}")) {
            Named::Itself
        } else {
            Named::Users
        };
        if found == named(path) { Ok(()) } else { Err(format!("{path} emptied: {found:?}\n{}", run.stderr)) }
    };
    none_wrong("emptied files", guide().keys().collect::<Vec<_>>().into_par_iter().map(judge).collect());
}

/// How often each file is cut short.
const CUTS: usize = 20;

/// The files of a project that has its own copy of everything: guide, Dutch locale, theme.
fn everything() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = guide().clone();
    for top in ["locales/nl", "themes/default"] {
        all.extend(files(&root.join(top)).into_iter().map(|(path, bytes)| (format!("{top}/{path}"), bytes)));
    }
    all
}

/// The next pseudo-random number (a linear congruential generator: the same cuts in every run).
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).expect("31 bits")
}

#[test]
fn every_file_cut_short_is_never_a_panic() {
    let all = everything();
    assert!(all.len() > 40, "guide, locale and theme are there");
    let judge = |(number, (path, bytes)): (usize, (&String, &Vec<u8>))| {
        let project = Project::minimal();
        for (path, bytes) in &all {
            project.write(path, bytes);
        }
        let mut state = number as u64 + 1;
        for _ in 0..CUTS {
            let length = next(&mut state) % bytes.len();
            project.write(path, &bytes[..length]);
            let attempt = catch_unwind(AssertUnwindSafe(|| holds_together(&project)));
            let why = attempt.unwrap_or_else(|_| Err("a panic".to_owned()));
            why.map_err(|why| format!("{path} cut to {length} bytes: {why}"))?;
        }
        Ok(())
    };
    none_wrong("files", all.iter().enumerate().collect::<Vec<_>>().into_par_iter().map(judge).collect());
}

/// A site or an error, not both, not neither; and every finding can be shown.
fn holds_together(project: &Project) -> Result<(), String> {
    let tree = read_folder(project.folder(), Limits::default());
    let built = build(&tree, &BuildPlan::on(date(2026, 6, 1)));
    let shown = diag::human(&built.findings, &complete(&tree), false);
    let errors = built.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let heads = shown.lines().filter(|line| line.starts_with("error[")).count();
    if heads != errors {
        return Err(format!("{heads} of {errors} errors are shown:\n{shown}"));
    }
    if built.value.is_some() == (errors > 0) {
        return Err(format!("{errors} errors, and a site: {}\n{shown}", built.value.is_some()));
    }
    Ok(())
}
