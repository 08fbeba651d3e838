//! **wegwijs** turns a folder of plain-language rule descriptions into an accessible website.
//!
//! The pipeline, read top to bottom, is [`build`]: files come in as a [`SourceTree`],
//! `load` makes a [`Library`] of them, `check` judges it, `resolve` fixes every fact for
//! each municipality and day, `render` writes the pages, and the caller hands the resulting
//! [`OutputTree`] to [`output::publish`]. Each stage takes data and returns data with
//! all findings; nothing reads the clock, the disk or the environment on the way.
//!
//! ```
//! use wegwijs::{BuildPlan, build, source::SourceTree};
//!
//! let tree = SourceTree::from_texts([("content/site.yaml", "titel: Wegwijs\n")]);
//! let built = build(&tree, &BuildPlan::on(jiff::civil::date(2026, 1, 1)));
//! assert!(built.value.is_none(), "nothing is published while something is wrong");
//! assert!(built.findings.iter().any(|finding| finding.code == "unknown-key"));
//! ```

pub mod author;
#[cfg(feature = "binder")]
mod binding;
pub mod check;
pub mod cli;
pub mod diag;
pub mod live;
pub mod load;
pub mod locale;
pub mod model;
pub mod output;
pub mod render;
pub mod resolve;
pub mod source;
pub mod survey;
pub mod theme;
mod yaml;

pub use check::external::{Answer, Answers, Probe};

#[cfg(feature = "binder")]
pub use binding::{BinderPlan, Bound, PaperPlan, PaperReport, bind, build_with_paper, build_with_paper_into};
use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::Subject;
use crate::diag::{Code, Diagnostic, Warned};
use crate::locale::Catalog;
use crate::model::{Ix, Library, Municipality};
use crate::output::{Collected, Imprint, Kind, Made, NextBuild, OutputFile, OutputTree, Sink};
use crate::render::Papers;
use crate::render::html::{Ledger, Website, ledger, website};
use crate::render::report::Report;
use crate::resolve::{Facts, Why};
use crate::source::SourceTree;
use crate::survey::{Held, Publisher};

/// What to build.
#[derive(Debug, Clone)]
pub struct BuildPlan {
    /// The day that the pages speak of.
    pub date: Date,
    /// Only these municipalities; all of them when empty.
    pub municipalities: Vec<String>,
    /// Only these languages; all of them when empty.
    pub languages: Vec<String>,
    /// Whether warnings stop publication too.
    pub deny_warnings: bool,
    /// Whether to make a copy that opens from a folder without a web server, instead of a website.
    pub offline: bool,
    /// Whether there is a page to search the guide, with what it looks in.
    pub search: bool,
}

impl BuildPlan {
    /// Everything, as it is on a day.
    #[must_use]
    pub fn on(date: Date) -> Self {
        BuildPlan {
            date,
            municipalities: Vec::new(),
            languages: Vec::new(),
            deny_warnings: false,
            offline: false,
            search: true,
        }
    }
}

/// Builds the website of a guide, in memory, without paper. There is none when a finding stops publication.
/// The tree is completed with the built-in theme and locales; show findings with the tree from [`complete`].
#[must_use]
pub fn build(tree: &SourceTree, plan: &BuildPlan) -> Warned<Option<OutputTree>> {
    let sink = Collected::default();
    let built = build_into(tree, plan, &sink);
    Warned { value: built.value.map(|imprint| sink.into_tree().with_manifest(imprint)), findings: built.findings }
}

/// The same, with each file handed to a sink as soon as it is made. What the manifest says of all files comes back;
/// without it, what was handed over is of no use.
#[must_use]
pub fn build_into(tree: &SourceTree, plan: &BuildPlan, sink: &dyn Sink) -> Warned<Option<Imprint>> {
    with_site(tree, plan, |site, findings| site_files(site, plan.offline, Vec::new(), sink, findings))
}

/// What changed and will change in a guide from one day to another, beyond what readers are told yet, in the first
/// language of the plan; without one, in the source language. There is nothing when a finding stops publication.
#[must_use]
pub fn changes(tree: &SourceTree, plan: &BuildPlan, since: Date, until: Option<Date>) -> Warned<Option<Ledger>> {
    with_site(tree, plan, |site, _| {
        let source = [site.library.languages.source()];
        let languages = if plan.languages.is_empty() { &source[..] } else { site.languages };
        Some(ledger(Website { languages, ..site }, since, until))
    })
}

/// Judges a guide without making anything of it: everything that [`build`] finds before it makes pages.
#[must_use]
pub fn findings(tree: &SourceTree, plan: &BuildPlan) -> Vec<Diagnostic> {
    with_site(tree, plan, |_, _| Some(())).findings
}

/// What is wrong with the addresses outside a guide that readers can meet on a day or later. `ask` is given each
/// of them once, sorted, and says what the web answers; this is all that needs a network. [`build`] never asks.
///
/// # Errors
/// Only what `ask` gives. A guide that cannot be read has no addresses; why it cannot, [`findings`] says.
pub fn dead_links<E>(
    tree: &SourceTree,
    date: Date,
    ask: impl FnOnce(&[String]) -> Result<Answers, E>,
) -> Result<Vec<Diagnostic>, E> {
    let Some(library) = load::load(&complete(tree)).value else {
        return Ok(Vec::new());
    };
    let answers = ask(&check::external::addresses(&library, date))?;
    Ok(check::external::dead_links(&library, date, &answers))
}

/// Reports how a guide is doing on the day of the plan, as a small site for the people who keep it, in memory. What the
/// check found is handed in, as [`findings`] gives it or without what is known already. There is no report of a guide
/// that cannot be read at all; the findings of the result are faults of the report's templates.
#[must_use]
pub fn survey(tree: &SourceTree, plan: &BuildPlan, found: &[Diagnostic]) -> Warned<Option<OutputTree>> {
    let built_in = source::built_in();
    let tree = &tree.clone().or_else(&built_in);
    // What is wrong with any of this is among the findings already.
    let Some(library) = load::load(tree).value else { return Warned::clean(None) };
    let Some(theme) = theme::read(&library.site.theme, tree).value else { return Warned::clean(None) };
    let catalogs = locale::catalogs(&library.languages, tree, &built_in).value;
    let plain = locale::plain(&library.languages, tree, &built_in).value;
    let publishers = publishers(&library, plan.date);
    let (library, date) = (&library, plan.date);
    let subject = survey::Subject { library, plain: &plain, tree, findings: found, publishers: &publishers, date };
    let survey = &survey::survey(subject);
    match render::report::report(Report { library, theme: &theme, catalogs: &catalogs, survey, date }) {
        Ok(value) => Warned::clean(value),
        Err(findings) => Warned { value: None, findings },
    }
}

/// Every municipality with what holds there, and every change that is known.
fn publishers(library: &Library, date: Date) -> Vec<Publisher<'_>> {
    let publisher = |municipality| {
        let facts = Facts::with_all_changes(library, municipality, date);
        let held = |i| {
            let now = facts.get(Ix::new(i))?;
            Some(Held { value: now.value.clone(), since: now.since, next: now.coming.clone() })
        };
        Publisher { municipality, facts: (0..library.facts.len()).map(held).collect() }
    };
    library.publishers().into_par_iter().map(publisher).collect()
}

/// The tree with the built-in theme and locales where it has no files of its own: the tree that the spans
/// of [`build`]'s findings point into.
#[must_use]
pub fn complete(tree: &SourceTree) -> SourceTree {
    tree.clone().or_else(&source::built_in())
}

/// Reads and resolves a guide, and makes something of it if no finding stops that.
fn with_site<T>(
    tree: &SourceTree,
    plan: &BuildPlan,
    make: impl FnOnce(Website<'_>, &mut Vec<Diagnostic>) -> Option<T>,
) -> Warned<Option<T>> {
    let built_in = source::built_in();
    let tree = &tree.clone().or_else(&built_in);
    let mut findings = Vec::new();
    let value = pipeline((tree, &built_in), plan, &mut findings, make);
    diag::sort(&mut findings);
    let value = value.filter(|_| !diag::stops(&findings, plan.deny_warnings));
    Warned { value, findings }
}

fn pipeline<T>(
    (tree, built_in): (&SourceTree, &SourceTree),
    plan: &BuildPlan,
    findings: &mut Vec<Diagnostic>,
    make: impl FnOnce(Website<'_>, &mut Vec<Diagnostic>) -> Option<T>,
) -> Option<T> {
    let library = load::load(tree).into_value(findings)?;
    let theme = theme::read(&library.site.theme, tree).into_value(findings);
    let catalogs = locale::catalogs(&library.languages, tree, built_in).into_value(findings);
    // Of a guide that could not be read whole, half would be judged for what the other half holds.
    if let Some(theme) = theme.as_ref().filter(|_| !diag::stops(findings, false)) {
        let plain = locale::plain(&library.languages, tree, built_in).into_value(findings);
        let subject = Subject { library: &library, theme, plain: &plain, tree, date: plan.date };
        findings.extend(check::check(subject));
    }
    let chosen = choose(&library, plan).into_value(findings);
    let publishers: Vec<(Option<&Municipality>, Facts)> = chosen
        .municipalities
        .into_par_iter()
        .map(|municipality| (municipality, Facts::on(&library, municipality, plan.date)))
        .collect();
    // Without a single readable municipality, local facts have no value; why has been said already.
    let errors = diag::stops(findings, false);
    for (municipality, facts) in publishers.iter().filter(|(municipality, _)| municipality.is_some() || !errors) {
        findings.extend(resolve::check_facts(&library, *municipality, plan.date, facts));
    }
    if diag::stops(findings, plan.deny_warnings) {
        return None;
    }
    let catalogs: Vec<Catalog> = catalogs.into_iter().collect::<Option<_>>()?;
    let site = Website {
        library: &library,
        theme: &theme?,
        catalogs: &catalogs,
        languages: &chosen.languages,
        publishers: &publishers,
        date: plan.date,
        papers: &Papers::default(),
        search: plan.search,
    };
    make(site, findings)
}

/// Hands a site to a sink: its PDFs, its pages and what programs read of it, or a copy of the pages without a web
/// server. What the manifest says of them as a whole comes back.
fn site_files(
    site: Website<'_>,
    offline: bool,
    papers: Vec<(OutputFile, Made)>,
    sink: &dyn Sink,
    findings: &mut Vec<Diagnostic>,
) -> Option<Imprint> {
    let hand_over = |sink: &dyn Sink| papers.into_iter().for_each(|(file, made)| sink.put(file, Some(made)));
    let made = if offline {
        let pages = Collected::default();
        hand_over(&pages);
        website(site, &pages).map(|()| output::put_all(&render::offline::copy(site, pages.into_tree()), sink))
    } else {
        hand_over(sink);
        website(site, sink).map(|()| render::machine::files(site, sink))
    };
    match made {
        Ok(()) => {
            let kind = if offline { Kind::Copy } else { Kind::Site };
            Some(Imprint { kind, date: site.date.to_string(), next: next_build(site) })
        }
        Err(faults) => {
            findings.extend(faults);
            None
        }
    }
}

/// When the pages of a site will look different by the date alone.
fn next_build(site: Website<'_>) -> Option<NextBuild> {
    let municipalities: Vec<_> = site.publishers.iter().map(|(municipality, _)| *municipality).collect();
    let next = resolve::next(site.library, &municipalities, site.date)?;
    let why = match next.why {
        Why::TakesEffect => "takes-effect",
        Why::Announced => "announced",
        Why::NewsNoLonger => "news-no-longer",
    };
    Some(NextBuild { on: next.on.to_string(), why: why.to_owned() })
}

/// The part of a guide that a plan asks for.
struct Chosen<'a> {
    municipalities: Vec<Option<&'a Municipality>>,
    languages: Vec<usize>,
}

fn choose<'a>(library: &'a Library, plan: &BuildPlan) -> Warned<Chosen<'a>> {
    let mut findings = Vec::new();
    let mut unknown = |what: &str, name: &str, known| findings.push(not_in_guide(what, name, known));
    let all = &library.municipalities;
    for name in plan.municipalities.iter().filter(|name| !all.iter().any(|m| m.id == **name)) {
        unknown("municipality", name, all.iter().map(|m| m.id.as_str()).collect());
    }
    for name in plan.languages.iter().filter(|name| library.languages.find(name).is_none()) {
        unknown("language", name, library.languages.iter().map(|(_, tag)| tag).collect());
    }
    let wanted = |list: &[String], name: &str| list.is_empty() || list.iter().any(|n| n == name);
    let mut municipalities = library.publishers();
    municipalities.retain(|own| own.is_none_or(|own| wanted(&plan.municipalities, &own.id)));
    let languages = library.languages.iter().filter(|(_, tag)| wanted(&plan.languages, tag)).map(|(i, _)| i);
    let languages = languages.collect();
    Warned { value: Chosen { municipalities, languages }, findings }
}

const NOT_IN_GUIDE: Code = "not-in-guide";

/// Something that was asked for on the command line.
fn not_in_guide(what: &str, name: &str, known: Vec<&str>) -> Diagnostic {
    let help = match diag::nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`? this guide has: {}", known.join(", ")),
        None => format!("this guide has: {}", known.join(", ")),
    };
    Diagnostic::error(NOT_IN_GUIDE, None, format!("there is no {what} `{name}`"), help)
}

/// The codes of all findings, sorted. Each has a file in `docs/findings/`.
#[must_use]
pub fn codes() -> Vec<Code> {
    let rooms = [
        yaml::findings::CODES,
        load::CODES,
        locale::CODES,
        theme::CODES,
        resolve::CODES,
        render::CODES,
        author::CODES,
        &[NOT_IN_GUIDE],
    ];
    let mut codes: Vec<Code> = rooms.into_iter().flatten().copied().chain(check::codes()).collect();
    codes.sort_unstable();
    codes
}

/// The codes of what `check` has to say about content that is valid, sorted.
#[must_use]
pub fn check_codes() -> Vec<Code> {
    let mut codes: Vec<Code> = check::codes().collect();
    codes.sort_unstable();
    codes
}
