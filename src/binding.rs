//! The pipeline for paper: a site with its PDFs, or one binder for one client.

use jiff::civil::Date;

use crate::diag::{Diagnostic, Warned};
use crate::locale::Direction;
use crate::model::{Ix, Library};
use crate::output::{Collected, Imprint, OutputTree, Previous, Sink};
use crate::render::Tongues;
use crate::render::binder::{Content, Form, Order, Press, Printed};
use crate::render::html::Website;
use crate::resolve::Choice;
use crate::source::{FontShelf, SourceTree};
use crate::{BuildPlan, not_in_guide, site_files, with_site};

/// How PDFs are made beside the pages of a site.
pub struct PaperPlan<'a> {
    /// Where faces are looked for.
    pub shelf: FontShelf,
    /// The last build, of which unchanged PDFs are kept.
    pub previous: Previous,
    /// Hears how many of how many PDFs are done.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

/// What was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperReport {
    /// How many PDFs there are.
    pub papers: usize,
    /// How many of them were kept from the last build.
    pub kept: usize,
    /// For each direction that the guide is written in, the face that is used and one that would be better.
    pub faces: Vec<(String, Option<String>)>,
}

/// Builds the website of a guide with its PDFs, in memory.
#[must_use]
pub fn build_with_paper(
    tree: &SourceTree,
    plan: &BuildPlan,
    paper: &PaperPlan<'_>,
) -> Warned<Option<(OutputTree, PaperReport)>> {
    let sink = Collected::default();
    let built = build_with_paper_into(tree, plan, paper, &sink);
    let value = built.value.map(|(imprint, report)| (sink.into_tree().with_manifest(imprint), report));
    Warned { value, findings: built.findings }
}

/// The same, with each file handed to a sink as soon as it is made; see [`build_into`](crate::build_into).
#[must_use]
pub fn build_with_paper_into(
    tree: &SourceTree,
    plan: &BuildPlan,
    paper: &PaperPlan<'_>,
    sink: &dyn Sink,
) -> Warned<Option<(Imprint, PaperReport)>> {
    with_site(tree, plan, |site, findings| {
        let press = Press::new(site.theme, &paper.shelf);
        let printing = press.print_all(site, &paper.previous, paper.progress);
        findings.extend(printing.findings);
        let report = PaperReport { papers: printing.files.len(), kept: printing.kept, faces: faces(&press, site) };
        let site = Website { papers: &printing.papers, ..site };
        let imprint = site_files(site, plan.offline, printing.files, sink, findings)?;
        Some((imprint, report))
    })
}

fn faces(press: &Press, site: Website<'_>) -> Vec<(String, Option<String>)> {
    let written = |direction| site.catalogs.iter().any(|catalog| catalog.direction() == direction);
    let of = |direction| {
        let (used, better) = press.faces(direction);
        (used.to_owned(), better.map(str::to_owned))
    };
    [Direction::Ltr, Direction::Rtl].into_iter().filter(|direction| written(*direction)).map(of).collect()
}

/// A binder, or an update pack, for one municipality in one language or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinderPlan {
    /// Its language, or the two that stand side by side.
    pub languages: (String, Option<String>),
    /// Rules, as `chapter/rule` or by sheet code.
    pub rules: Vec<String>,
    /// Chapters, by name or letter.
    pub chapters: Vec<String>,
    /// Situations, by name.
    pub situations: Vec<String>,
    /// For an update pack: the day of the binder that is brought up to date.
    pub since: Option<Date>,
    /// How it is set.
    pub form: Form,
}

/// A PDF, with the municipality that it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The PDF.
    pub printed: Printed,
    /// Identifier of the municipality, if the guide has any.
    pub municipality: Option<String>,
}

/// Makes one PDF. `plan` says the day and the municipality, of which there must be one.
#[must_use]
pub fn bind(tree: &SourceTree, plan: &BuildPlan, binder: &BinderPlan, shelf: &FontShelf) -> Warned<Option<Bound>> {
    with_site(tree, plan, |site, findings| {
        let Warned { value, findings: faults } = order(site, binder);
        findings.extend(faults);
        let order = value?;
        let municipality = site.publishers[order.publisher].0.map(|municipality| municipality.id.clone());
        let name = format!("binder/{}", municipality.as_deref().unwrap_or("guide"));
        let (printed, faults) = Press::new(site.theme, shelf).print(site, &order, &name);
        findings.extend(faults);
        Some(Bound { printed: printed?, municipality })
    })
}

fn order(site: Website<'_>, plan: &BinderPlan) -> Warned<Option<Order>> {
    let library = site.library;
    let mut findings = Vec::new();
    let choice = choice(library, plan, &mut findings);
    let language = |tag: &String| library.languages.find(tag);
    let first = language(&plan.languages.0);
    let second = plan.languages.1.as_ref().and_then(language);
    let rules = choice.of(library);
    let present = |rule: &&Ix<_>| library.rules[rule.get()].validity.holds_on(site.date);
    if plan.since.is_none() && rules.iter().find(present).is_none() && findings.is_empty() {
        let help = "choose another rule, chapter, situation or day";
        let message = format!("on {} the guide has none of the rules asked for", site.date);
        findings.push(Diagnostic::error(crate::NOT_IN_GUIDE, None, message, help));
    }
    let content = match plan.since {
        Some(since) => Content::Update(rules, since),
        None => Content::Binder(rules),
    };
    let order = first.filter(|_| findings.is_empty()).map(|first| Order {
        publisher: 0,
        tongues: Tongues { first, second },
        content,
        form: plan.form,
    });
    Warned { value: order, findings }
}

/// Finds what is asked for by name; what the guide does not have is a finding.
fn choice(library: &Library, plan: &BinderPlan, findings: &mut Vec<Diagnostic>) -> Choice {
    let mut find = |what: &str, names: &[String], known: Vec<[&str; 2]>| {
        let mut found = Vec::new();
        for name in names {
            match known.iter().position(|all| all.iter().any(|known| known.eq_ignore_ascii_case(name))) {
                Some(position) => found.push(position),
                None => findings.push(not_in_guide(what, name, known.iter().map(|[name, _]| *name).collect())),
            }
        }
        found
    };
    let rules = library.rules.iter().map(|rule| [rule.id.as_str(), rule.sheet.value.as_str()]);
    let rules = find("rule", &plan.rules, rules.collect());
    let chapters = library.chapters.iter().map(|chapter| [chapter.id.as_str(), chapter.letter.value.as_str()]);
    let chapters = find("chapter", &plan.chapters, chapters.collect());
    let situations = library.situations.iter().map(|situation| [situation.id.as_str(); 2]);
    let situations = find("situation", &plan.situations, situations.collect());
    Choice {
        rules: rules.into_iter().map(Ix::new).collect(),
        chapters: chapters.into_iter().map(Ix::new).collect(),
        situations: situations.into_iter().map(Ix::new).collect(),
    }
}
