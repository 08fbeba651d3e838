//! Paper: every PDF of the example guide is sound, says what the pages say, and stays the same while nothing
//! changes.

mod geometry; // room for holes, nothing at the edge
mod hostile; // whatever stands in a text stays text
mod packs; // what changed after a day, and what was kept from the last build
mod pdf; // reading a PDF: its tags, its text
mod sound; // the rules of PDF/UA-1 and PDF/A-2a, on every PDF

use jiff::civil::{Date, date};
use wegwijs::output::{OutputTree, Previous};
use wegwijs::render::binder::{Form, Printed};
use wegwijs::source::{FontShelf, SourceTree};
use wegwijs::{BinderPlan, BuildPlan, PaperPlan, bind, build_with_paper};

use crate::bench::shown;

/// The day on which most of these guides are read.
const DAY: Date = date(2026, 11, 22);

/// The site of a guide with all its PDFs.
fn site(tree: &SourceTree, plan: &BuildPlan, shelf: FontShelf) -> OutputTree {
    let paper = PaperPlan { shelf, previous: Previous::none(), progress: &|_, _| {} };
    let built = build_with_paper(tree, plan, &paper);
    let text = shown(&built.findings, tree);
    built.value.unwrap_or_else(|| panic!("the guide was not built:\n{text}")).0
}

/// One municipality of the example guide, on a day.
fn duinrode(day: Date) -> BuildPlan {
    BuildPlan { municipalities: vec!["duinrode".to_owned()], ..BuildPlan::on(day) }
}

/// A plan for a binder in one language or two, as `nl+ar`.
fn binder(languages: &str) -> BinderPlan {
    let (first, second) = languages.split_once('+').map_or((languages, None), |(a, b)| (a, Some(b.to_owned())));
    BinderPlan {
        languages: (first.to_owned(), second),
        rules: Vec::new(),
        chapters: Vec::new(),
        situations: Vec::new(),
        since: None,
        form: Form::default(),
    }
}

/// A binder that must be made.
fn bound(tree: &SourceTree, plan: &BuildPlan, binder: &BinderPlan) -> Printed {
    let made = bind(tree, plan, binder, &FontShelf::none());
    let text = shown(&made.findings, tree);
    made.value.unwrap_or_else(|| panic!("no binder was made:\n{text}")).printed
}
