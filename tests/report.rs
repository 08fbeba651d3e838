//! How a guide is doing: counted right, shown safely, the same every time.

use std::collections::BTreeSet;

use jiff::civil::date;
use wegwijs::author::{Order, accept};
use wegwijs::output::{self, Kind, Manifest, OutputTree, PublishError};
use wegwijs::source::SourceTree;
use wegwijs::{BuildPlan, complete, findings, survey};

use crate::bench::{edited, example, minimal, page, with, without, words};

const CAR: &str = "content/rules/possessions/car/nl.md";
const CAR_EN: &str = "content/rules/possessions/car/en.md";

fn report_on(tree: &SourceTree, plan: &BuildPlan) -> OutputTree {
    let tree = complete(tree);
    let report = survey(&tree, plan, &findings(&tree, plan));
    report.value.unwrap_or_else(|| panic!("no report: {:?}", report.findings))
}

fn report(tree: &SourceTree) -> OutputTree {
    report_on(tree, &BuildPlan::on(date(2026, 6, 1)))
}

/// The small guide with what its translations were made from.
fn locked() -> SourceTree {
    let tree = minimal();
    let lock = accept(&tree, &Order::default()).value.expect("a sound guide").text;
    with(&tree, &[("content/translations.lock", &lock)])
}

/// The row of a table whose header cell holds some words.
fn row<'a>(html: &'a str, of: &str) -> &'a str {
    let rows = html.split("<tr>").skip(1).map(|rest| rest.split("</tr>").next().unwrap_or_default());
    let mut found = rows.filter(|row| row.split("</th>").next().is_some_and(|head| words(head).contains(of)));
    found.next().unwrap_or_else(|| panic!("a row about {of} in {html}"))
}

#[test]
fn a_stale_and_a_missing_segment_are_counted() {
    let whole = report(&locked());
    let before = words(row(page(&whole, "coverage.html"), "Een andere auto"));
    assert!(before.contains("Compleet") && before.contains("Stukken in totaal: 13"), "{before}");
    let tree = edited(&locked(), CAR, "U koopt een andere auto.", "U koopt of huurt een andere auto.");
    let tree = edited(&tree, CAR_EN, "proof: Keep the receipt.\n", "");
    let changed = report(&tree);
    let html = page(&changed, "coverage.html");
    let after = words(row(html, "Een andere auto"));
    for part in
        ["Onvolledig", "Stukken die ontbreken: 1", "Stukken die verouderd zijn: 1", "Stukken in totaal: 13"]
    {
        assert!(after.contains(part), "{part}: {after}");
    }
    let other = words(row(html, "Spaargeld"));
    assert!(other.contains("Compleet") && !other.contains("verouderd"), "{other}");
    let index = words(page(&changed, "index.html"));
    assert!(index.contains("English : regels compleet 1 van 3"), "{index}");
}

#[test]
fn a_file_that_is_missing_counts_whole_and_a_machine_translation_is_told_apart() {
    let gone = report(&without(&locked(), |path| path == CAR_EN));
    let car = words(row(page(&gone, "coverage.html"), "Een andere auto"));
    assert!(car.contains("Ontbreekt Stukken die ontbreken: 13 Stukken in totaal: 13"), "{car}");
    let tree = locked();
    let lock =
        tree.find("content/translations.lock").and_then(|(_, file)| file.text()).expect("a lock").to_owned();
    let line = lock.lines().find(|line| line.trim_start().starts_with("answer:")).expect("an answer");
    let (name, print) = line.split_once(": ").expect("a value");
    let print = print.trim_matches('"');
    let machine = lock.replacen(line, &format!("{name}: \"{print} machine\""), 1);
    let made = report(&with(&tree, &[("content/translations.lock", &machine)]));
    let html = words(page(&made, "coverage.html"));
    assert!(html.contains("Niet nagekeken Machinevertaling, niet nagekeken: 1"), "{html}");
}

#[test]
fn the_hardest_page_comes_first_and_short_pages_last() {
    let sentence = "De overheidsinstelling inventariseert jaarlijks alle persoonlijke vermogensbestanddelen van \
                    uitkeringsgerechtigden overeenkomstig de desbetreffende administratieve voorschriften. ";
    let path = "content/rules/possessions/savings/nl.md";
    let tree =
        edited(&minimal(), path, "Telt alles mee?\n", &format!("Telt alles mee?\n\n{}\n", sentence.repeat(9)));
    let html = report(&tree);
    let html = page(&html, "readability.html");
    let dutch = &html[..html.find("English").expect("English after Dutch")];
    let (hard, short) =
        (dutch.find("Spaargeld").expect("savings"), dutch.find("Een andere auto").expect("the car"));
    assert!(hard < short, "{dutch}");
    let hard = words(row(dutch, "Spaargeld"));
    assert!(hard.contains("Niet gehaald Flesch-Douma, LIX"), "{hard}");
    let all = report_on(&example(), &BuildPlan::on(date(2026, 11, 22)));
    let all = page(&all, "readability.html");
    let table = &all[all.find("<table>").expect("a table")..all.find("</table>").expect("its end")];
    let scores: Vec<f64> = table
        .split("<tr>")
        .skip(2)
        .filter_map(|row| words(row.split("<td").nth(4)?).rsplit(' ').next()?.replace(',', ".").parse().ok())
        .collect();
    assert_eq!(scores.len(), 10, "{table}");
    assert!(scores.is_sorted(), "Flesch-Douma from hard to easy: {scores:?}");
}

#[test]
fn reviews_are_overdue_soon_or_later_on_the_day() {
    let on = |day| {
        let report = report_on(&minimal(), &BuildPlan::on(day));
        let html = page(&report, "reviews.html").to_owned();
        let part = |id: &str| html.contains(&format!("<caption id=\"{id}\">"));
        (part("overdue"), part("soon"), part("later"))
    };
    assert_eq!(on(date(2027, 1, 29)), (false, false, true), "31 days before");
    assert_eq!(on(date(2027, 1, 30)), (false, true, false), "30 days before");
    assert_eq!(on(date(2027, 3, 1)), (false, true, false), "on the day");
    assert_eq!(on(date(2027, 3, 2)), (true, false, false), "the day after");
}

#[test]
fn municipalities_are_shown_side_by_side() {
    let report = report_on(&example(), &BuildPlan::on(date(2026, 11, 22)));
    let html = page(&report, "municipalities.html");
    let supplement = words(row(html, "income-supplement-single"));
    for part in ["€ 480", "€ 420", "vanaf 1 januari 2027 : € 435", "€ 500", "Verschilt", "€ 0 tot en met"]
    {
        assert!(supplement.contains(part), "{part}: {supplement}");
    }
    let version = &html[html.find("<h3>").expect("a version")..];
    let text = words(version);
    let outcome = "examples.cheap-car.outcome Algemeen Vraag het eerst Meerwijk Niet melden";
    assert!(text.contains(outcome), "{text}");
    let answer = text.find("Antwoord answer").expect("the answer");
    let (general, own) =
        (text[answer..].find("Een auto hebben mag."), text[answer..].find("Een auto tot {car-value}"));
    assert!(general.is_some() && general < own, "both sides, the general one first: {text}");
    assert!(!html.contains("municipality-email"), "contacts always differ");
}

#[test]
fn terms_and_routes_of_a_municipality_are_shown_too() {
    let path = "content/municipalities/duinrode/rules/possessions/car/rule.yaml";
    let own = "routes: [desk]\nexamples:\n  other-car: {within: at-once}\n";
    let html = report(&with(&minimal(), &[(path, own)]));
    let text = words(page(&html, "municipalities.html"));
    assert!(text.contains("Algemeen binnen 7 dagen {report-within} Duinrode meteen"), "{text}");
    assert!(text.contains("routes Algemeen Bellen Langskomen Duinrode Langskomen"), "{text}");
}

#[test]
fn facts_say_what_holds_since_when_and_what_comes() {
    let values = "    - {from: 2026-01-01, value: 8000.50}\n";
    let more = format!("{values}    - {{from: 2028-01-01, value: 9000}}\n  expected: [01-01]\n");
    let tree = edited(&minimal(), "content/facts.yaml", values, &more);
    let single = |day| words(row(page(&report_on(&tree, &BuildPlan::on(day)), "facts.html"), "assets-single"));
    let text = single(date(2026, 6, 1));
    for part in ["Overal", "€ 8.000,50", "1 januari 2026", "vanaf 1 januari 2028 : € 9.000", "1 januari 2027"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let late = single(date(2027, 2, 1));
    assert!(late.contains("Verwacht op 1 januari 2027, niet bijgewerkt"), "{late}");
}

#[test]
fn findings_are_counted_by_code_and_file_with_their_place() {
    let tree = edited(&minimal(), "content/site.yaml", "source_language: nl", "source_language: nl\nkleur: rood");
    let report = report(&tree);
    let text = words(page(&report, "findings.html"));
    assert!(text.contains("content/site.yaml (1)") && text.contains("Fout unknown-key"), "{text}");
    let line = tree.find("content/site.yaml").and_then(|(_, file)| file.text()).expect("text").lines();
    let line = line.take_while(|line| !line.starts_with("kleur")).count() + 1;
    assert!(text.contains(&format!("regel en kolom {line}:1")), "{text}");
    assert!(words(page(&report, "index.html")).contains("Fouten 1"));
}

#[test]
fn hostile_content_stays_text() {
    let evil = "<script>alert(1)</script>\\\"' \u{202e}om";
    let tree = edited(&minimal(), CAR, "title: Een andere auto", &format!("title: \"{evil}\""));
    let tree = edited(&tree, "content/facts.yaml", "Beleidsregels van de gemeente", "\"<b>bron</b> \u{2067}\"");
    let municipality = "content/municipalities/duinrode/municipality.yaml";
    let tree = edited(&tree, municipality, "name: Duinrode", "name: \"Duin<img src=x>rode\"");
    let rule = "content/rules/possessions/car/rule.yaml";
    let tree = edited(&tree, rule, "written_by: policy", "written_by: \"</td><i>x\"");
    let report = report(&tree);
    for (path, bytes) in report.iter().filter(|(path, _)| path.as_str().ends_with(".html")) {
        let html = std::str::from_utf8(bytes).expect("UTF-8");
        for never in ["<script", "<img", "<b>", "<i>", "\u{202e}", "\u{2067}", "style=", "onload", "javascript:"] {
            assert!(!html.contains(never), "{never:?} in {path}");
        }
    }
    let html = page(&report, "coverage.html");
    assert!(html.contains("&lt;script&gt;alert(1)"), "{html}");
}

#[test]
fn the_same_bytes_whatever_the_threads_and_the_order_of_files() {
    let tree = example();
    let plan = BuildPlan::on(date(2026, 11, 22));
    let run = |tree: &SourceTree, threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| report_on(tree, &plan))
    };
    let first = run(&tree, 1);
    let mut files: Vec<_> = tree.iter().map(|(_, file)| file.clone()).collect();
    files.reverse();
    assert!(first == run(&SourceTree::from_files(files), 8));
}

#[test]
fn pages_lead_to_each_other_and_ask_nobody_for_anything() {
    let report = report_on(&example(), &BuildPlan::on(date(2026, 11, 22)));
    let pages: Vec<&str> = report.iter().map(|(path, _)| path.as_str()).filter(|p| p.ends_with(".html")).collect();
    assert_eq!(pages.len(), 7);
    for path in &pages {
        let html = page(&report, path);
        assert!(html.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"), "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        let links: BTreeSet<&str> =
            html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect();
        for link in links.iter().filter(|link| !link.starts_with("https://wetten.overheid.nl/")) {
            let found = link.starts_with('#') || report.file(link).is_some();
            assert!(found, "{path} leads to {link}, which is not there");
        }
        for other in &pages {
            assert!(links.contains(other), "{path} does not lead to {other}");
        }
    }
}

#[test]
fn the_report_is_in_the_source_language_of_the_guide() {
    let tree = edited(&minimal(), "content/site.yaml", "source_language: nl", "source_language: en");
    let report = report(&tree);
    let html = page(&report, "index.html");
    assert!(
        html.contains("<html lang=\"en\" dir=\"ltr\"") && words(html).contains("State of the guide"),
        "{html}"
    );
    assert!(html.contains("<span lang=\"nl\" dir=\"ltr\">Nederlands</span>"), "{html}");
    assert!(!page(&report, "findings.html").contains("lang=\"en\" dir=\"ltr\">\u{20}"));
}

#[test]
fn a_theme_without_templates_for_the_report_borrows_them() {
    let texts: Vec<(String, String)> = complete(&minimal())
        .below("themes/default/")
        .filter(|(_, file)| !file.path.contains("/templates/report/") && !file.path.ends_with("/report.css"))
        .filter_map(|(_, file)| {
            Some((file.path.replace("themes/default/", "themes/eigen/"), file.text()?.to_owned()))
        })
        .collect();
    let own: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let tree = edited(&with(&minimal(), &own), "content/site.yaml", "languages:", "theme: eigen\nlanguages:");
    assert!(page(&report(&tree), "index.html").contains("Stand van de gids"));
}

#[test]
fn only_an_earlier_report_is_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("report");
    let files = report(&minimal());
    for _ in 0..2 {
        output::publish(&files, &out, false).expect("the report is written");
    }
    let manifest: Manifest =
        serde_json::from_slice(&std::fs::read(out.join("manifest.json")).expect("a manifest")).expect("JSON");
    assert_eq!(manifest.kind, Kind::Report);
    let site = crate::bench::built_on(&minimal(), date(2026, 6, 1));
    let refused = output::publish(&site, &out, false);
    assert!(
        matches!(refused, Err(PublishError::OtherKind { .. })),
        "a site does not replace a report: {refused:?}"
    );
    let public = folder.path().join("public");
    output::publish(&site, &public, false).expect("the site is written");
    let refused = output::publish(&files, &public, false).expect_err("a report does not replace a site");
    assert!(refused.to_string().ends_with("holds a site that wegwijs made, not a report"), "{refused}");
    assert!(public.join("nl/index.html").is_file());
}

#[test]
fn a_guide_with_errors_has_a_report_and_one_that_cannot_be_read_has_none() {
    let broken = edited(&minimal(), CAR, "{report-within:after}", "{nothing}");
    let text = report(&broken);
    assert!(words(page(&text, "findings.html")).contains("unknown-fact"));
    let unreadable = complete(&without(&minimal(), |path| path == "content/site.yaml"));
    let plan = BuildPlan::on(date(2026, 6, 1));
    assert!(survey(&unreadable, &plan, &findings(&unreadable, &plan)).value.is_none());
}
