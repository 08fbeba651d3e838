//! Update packs, and PDFs that are kept.

use jiff::civil::date;
use wegwijs::output::{OutputTree, Previous, publish};
use wegwijs::source::FontShelf;
use wegwijs::{BuildPlan, PaperPlan, build_with_paper};

use super::pdf::{Pdf, has_poppler};
use super::{DAY, binder, bound, duinrode, site};
use crate::bench::{edited, example};

fn papers(site: &OutputTree) -> Vec<(&str, &[u8])> {
    site.iter().map(|(path, bytes)| (path.as_str(), bytes)).filter(|(path, _)| path.ends_with(".pdf")).collect()
}

fn meerwijk(day: jiff::civil::Date) -> BuildPlan {
    BuildPlan {
        municipalities: vec!["meerwijk".to_owned()],
        languages: vec!["nl".to_owned(), "ar".to_owned()],
        ..BuildPlan::on(day)
    }
}

#[test]
fn sheets_that_are_not_in_a_pack_are_the_same_to_the_byte() {
    if !has_poppler() {
        return;
    }
    let since = date(2026, 7, 1);
    let (before, now) = (
        site(&example(), &meerwijk(since), FontShelf::none()),
        site(&example(), &meerwijk(DAY), FontShelf::none()),
    );
    let mut plan = binder("nl");
    plan.since = Some(since);
    let pack = Pdf::open(&bound(&example(), &meerwijk(DAY), &plan).bytes).text();
    let first = pack.split('\u{c}').next().expect("a page");
    let mut changed = 0;
    for (path, bytes) in papers(&now).into_iter().filter(|(path, _)| path.matches('/').count() == 4) {
        let same = before.file(path) == Some(bytes);
        let code =
            path.rsplit('/').next().and_then(|name| name.split('-').next()).unwrap_or_default().to_uppercase();
        let named = first.contains(&format!("Haal {code} eruit."));
        assert_eq!(same, !named, "{path}");
        changed += usize::from(named && path.ends_with(&format!("{}-nl.pdf", code.to_lowercase())));
    }
    assert!(changed >= 2, "{changed} sheets changed:\n{first}");
    assert!(first.contains("bladzijden)"), "how many pages go in:\n{first}");
    assert!(first.contains("1 januari 2027"), "an amount that was announced:\n{first}");
}

#[test]
fn new_and_withdrawn_sheets_are_named() {
    if !has_poppler() {
        return;
    }
    let rule = "content/rules/possessions/savings/rule.yaml";
    let tree = edited(&example(), rule, "kind: ", "until: 2026-09-30\nkind: ");
    let tree =
        edited(&tree, "content/rules/extra/income-supplement/rule.yaml", "kind: ", "from: 2026-08-01\nkind: ");
    let mut plan = binder("nl");
    plan.since = Some(date(2026, 7, 1));
    let made = wegwijs::bind(&tree, &duinrode(DAY), &plan, &FontShelf::none());
    let Some(made) = made.value else { panic!("{:?}", made.findings) };
    let text = Pdf::open(&made.printed.bytes).text();
    assert!(text.contains("Haal B2 eruit en gooi het weg."), "{text}");
    assert!(text.contains("Nieuw: doe F2 erin"), "{text}");
}

#[test]
fn a_pack_without_changes_says_so() {
    if !has_poppler() {
        return;
    }
    let mut plan = binder("ar");
    plan.since = Some(DAY);
    plan.rules = vec!["A1".to_owned()];
    let printed = bound(&example(), &duinrode(DAY), &plan);
    assert_eq!(printed.pages, 1);
    assert!(Pdf::open(&printed.bytes).text().contains("ما زال"));
}

#[test]
fn unchanged_pdfs_are_kept_and_damaged_ones_made_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("public");
    let build = |tree, previous: Previous| {
        let paper = PaperPlan { shelf: FontShelf::none(), previous, progress: &|_, _| {} };
        build_with_paper(tree, &meerwijk(DAY), &paper).value.expect("a site")
    };
    let tree = example();
    let (first, report) = build(&tree, Previous::at(&out));
    assert_eq!(report.kept, 0);
    publish(&first, &out, false).expect("published");
    let (second, report) = build(&tree, Previous::at(&out));
    assert_eq!(report.kept, report.papers);
    assert!(first == second, "kept files are the same files");
    let changed = edited(&tree, "content/rules/possessions/gifts/nl.md", "U haalt eten", "U krijgt eten");
    let (_, report) = build(&changed, Previous::at(&out));
    // The sheet, its chapter and the guide in Dutch, sheet and guide beside Arabic, and those in Arabic alone
    // where a note says that the Dutch text has changed.
    let made = report.papers - report.kept;
    assert!((6..=9).contains(&made), "{made} made anew");
    let (path, _) = papers(&first)[0];
    std::fs::write(out.join(path), b"not what was written").expect("damaged");
    let (third, report) = build(&tree, Previous::at(&out));
    assert_eq!(report.papers - report.kept, 1);
    assert!(first == third);
    std::fs::write(out.join("manifest.json"), b"{").expect("damaged");
    assert_eq!(build(&tree, Previous::at(&out)).1.kept, 0);
}

#[test]
fn the_same_bytes_twice_and_in_any_number_of_threads() {
    let plan = BuildPlan { languages: vec!["ar".to_owned()], ..duinrode(DAY) };
    let in_threads = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| site(&example(), &plan, FontShelf::system()))
    };
    let first = in_threads(1);
    assert!(papers(&first).len() > 40);
    assert!(first == in_threads(8));
}

#[test]
fn a_choice_is_every_rule_that_one_of_the_names_means() {
    let tree = example();
    let pages = |rules: &[&str], chapters: &[&str], situations: &[&str]| {
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let mut plan = binder("nl");
        (plan.rules, plan.chapters, plan.situations) = (own(rules), own(chapters), own(situations));
        bound(&tree, &duinrode(DAY), &plan).pages
    };
    let one = pages(&["possessions/gifts"], &[], &[]);
    assert_eq!(one, pages(&["B1"], &[], &[]), "a rule has two names");
    assert!(pages(&["B1"], &["B"], &[]) > one, "a chapter more");
    assert!(pages(&[], &[], &["car"]) >= one);
    let mut plan = binder("nl");
    plan.rules = vec!["B99".to_owned()];
    let made = wegwijs::bind(&tree, &duinrode(DAY), &plan, &FontShelf::none());
    assert!(made.value.is_none());
    assert_eq!(made.findings[0].code, "not-in-guide");
}
