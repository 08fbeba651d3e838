//! What a reader gets: the values of the day, of the municipality, in the language, or what is said instead.

use jiff::civil::date;
use wegwijs::BuildPlan;
use wegwijs::author::{Order, accept};
use wegwijs::source::SourceTree;

use crate::bench::{built, built_on, edited, example, minimal, page, with, without, words};

const SAVINGS: &str = "duinrode/nl/possessions/savings/index.html";

#[test]
fn the_same_guide_on_two_days_shows_different_amounts() {
    let tree = example();
    let before = built_on(&tree, date(2025, 12, 31));
    let after = built_on(&tree, date(2026, 1, 1));
    let (before, after) = (words(page(&before, SAVINGS)), words(page(&after, SAVINGS)));
    assert!(before.contains("€ 7.770"), "2025: {before}");
    assert!(after.contains("€ 8.000") && !after.contains("7.770"), "2026: {after}");
}

#[test]
fn a_coming_change_is_shown_within_announce_and_not_earlier() {
    let tree = example();
    let at = |day| words(page(&built_on(&tree, day), "meerwijk/nl/extra/income-supplement/index.html"));
    let early = at(date(2026, 10, 1));
    let late = at(date(2026, 11, 22));
    assert!(early.contains("€ 420") && !early.contains("€ 435"), "{early}");
    assert!(late.contains("€ 420 (vanaf 1 januari 2027 : € 435 )"), "{late}");
    let english = built_on(&tree, date(2026, 11, 22));
    let english = words(page(&english, "meerwijk/en/extra/income-supplement/index.html"));
    assert!(english.contains("(from 1 January 2027 : €435 )"), "{english}");
}

#[test]
fn municipalities_have_their_own_facts_and_overlays() {
    let site = built_on(&example(), date(2026, 11, 22));
    let car = |path: &str| words(page(&site, path));
    let duinrode = car("duinrode/nl/possessions/car/index.html");
    let meerwijk = car("meerwijk/nl/possessions/car/index.html");
    assert!(duinrode.contains("binnen 14 dagen") && !duinrode.contains("binnen 7 dagen"), "{duinrode}");
    assert!(meerwijk.contains("binnen 7 dagen") && !meerwijk.contains("binnen 14 dagen"), "{meerwijk}");
    let note = "Dit is in uw gemeente anders dan in de algemene tekst.";
    assert!(meerwijk.contains(note) && !duinrode.contains(note));
}

#[test]
fn a_plan_makes_only_what_it_asks_for() {
    let mut plan = BuildPlan::on(date(2026, 11, 22));
    plan.municipalities = vec!["duinrode".into()];
    plan.languages = vec!["ar".into(), "nl".into()];
    let site = built(&example(), &plan);
    let pages: Vec<&str> = site.iter().map(|(path, _)| path.as_str()).filter(|p| p.ends_with(".html")).collect();
    assert!(pages.iter().all(|p| !p.starts_with("meerwijk") && !p.contains("/en/")), "{pages:?}");
    assert!(
        pages.contains(&"duinrode/ar/possessions/car/index.html"),
        "addresses stay as they are in the whole site"
    );
}

#[test]
fn a_page_that_is_not_translated_falls_back_visibly() {
    let tree = without(&example(), |path| path == "content/rules/possessions/car/ar.md");
    let site = built_on(&tree, date(2026, 11, 22));
    let html = page(&site, "duinrode/ar/possessions/car/index.html");
    assert!(
        html.contains("<h1 lang=\"nl\" dir=\"ltr\" data-s=\"title\">Een andere auto</h1>"),
        "the Dutch title, marked"
    );
    assert!(html.contains("لم تُترجم") || html.contains("الهولندي"), "a notice in Arabic");
    assert!(html.contains("rel=\"canonical\" href=\"https://wegwijs.example/duinrode/nl/possessions/car/\""));
    assert!(!html.contains("rel=\"alternate\""), "not one of the translations");
    let sitemap = page(&site, "sitemap.xml");
    assert!(!sitemap.contains("/duinrode/ar/possessions/car/"), "not for search engines");
    assert!(sitemap.contains("/duinrode/en/possessions/car/"));
    // Lists on other pages mark it too.
    assert!(
        page(&site, "duinrode/ar/possessions/index.html")
            .contains("<span lang=\"nl\" dir=\"ltr\">Een andere auto</span>")
    );
}

#[test]
fn one_missing_segment_is_marked_alone() {
    let tree = edited(&example(), "content/rules/possessions/car/en.md", "\nproof:", "\n# proof:");
    let site = built_on(&tree, date(2026, 11, 22));
    let html = page(&site, "duinrode/en/possessions/car/index.html");
    assert_eq!(html.matches("This part is not translated yet").count(), 1, "one notice");
    assert!(html.contains("rel=\"alternate\" hreflang=\"en\""), "the page still counts as translated");
}

#[test]
fn a_local_text_in_dutch_alone_comes_before_a_general_translation() {
    // The general English text would say the opposite of what holds here.
    let tree = without(&example(), |path| path == "content/municipalities/meerwijk/rules/possessions/car/en.md");
    let site = built_on(&tree, date(2026, 11, 22));
    let html = page(&site, "meerwijk/en/possessions/car/index.html");
    assert!(
        html.contains("<p lang=\"nl\" dir=\"ltr\" class=\"answer\"")
            || html.contains("class=\"answer\" lang=\"nl\""),
        "{html}"
    );
    assert!(html.contains("This part is not translated yet"));
}

const SOURCE: &str = "content/rules/possessions/car/nl.md";
const STALE: &str = "The Dutch text has changed since this translation. Ask us if you are not sure.";

/// The small guide with a lock that says: all English was made from the Dutch as it is now.
fn locked() -> SourceTree {
    let tree = minimal();
    let lock = accept(&tree, &Order::default()).value.expect("a sound guide").text;
    assert!(lock.contains("content/rules/possessions/car/en.md:"), "{lock}");
    with(&tree, &[("content/translations.lock", &lock)])
}

/// How many segments of the English page carry the notice.
fn stale(tree: &SourceTree) -> usize {
    page(&built_on(tree, date(2026, 6, 1)), "en/possessions/car/index.html").matches(STALE).count()
}

#[test]
fn one_changed_sentence_makes_one_segment_stale() {
    let tree = locked();
    assert_eq!(stale(&tree), 0, "fresh");
    assert_eq!(stale(&edited(&tree, SOURCE, "Krijgt u een andere?", "Krijgt u een nieuwe?")), 1, "a field");
    assert_eq!(
        stale(&edited(&tree, SOURCE, "Een auto telt mee", "Een auto telt altijd mee")),
        1,
        "a block of the body"
    );
    assert_eq!(stale(&edited(&tree, SOURCE, "  - Bel ons.", "  - Bel ons vandaag.")), 1, "a step");
}

#[test]
fn an_inserted_paragraph_and_a_changed_amount_make_nothing_stale() {
    let tree = locked();
    let inserted = edited(&tree, SOURCE, "\n---\n", "\n---\nEen nieuwe alinea vooraan.\n\n");
    assert_eq!(stale(&inserted), 0);
    let site = built_on(&inserted, date(2026, 6, 1));
    let html = page(&site, "en/possessions/car/index.html");
    assert!(
        html.contains("Een nieuwe alinea vooraan.") && html.contains("This part is not translated yet"),
        "{html}"
    );
    assert_eq!(stale(&edited(&tree, "content/facts.yaml", "value: ", "value: 1")), 0, "amounts are data");
    let quoted = edited(&tree, SOURCE, "proof: ", "proof:   ");
    assert_eq!(stale(&quoted), 0, "spaces do not count");
}

#[test]
fn the_lock_of_the_example_guide_is_up_to_date() {
    let tree = example();
    let lock = accept(&tree, &Order::default()).value.expect("a sound guide").text;
    if std::env::var_os("WEGWIJS_UPDATE").is_some() {
        std::fs::write(crate::bench::root().join("content/translations.lock"), &lock)
            .expect("the lock is written");
        return;
    }
    let written = tree.find("content/translations.lock").and_then(|(_, file)| file.text()).unwrap_or_default();
    assert!(written == lock, "after translating, refresh the lock: wegwijs translate accept --all");
}
