//! Ways in: every example of a life event on one page, rights that lie near, words explained where they stand.

use jiff::civil::date;
use wegwijs::output::OutputTree;

use crate::bench::{built_on, edited, example, page, words};

fn site() -> OutputTree {
    built_on(&example(), date(2026, 11, 22))
}

/// The addresses of the examples that a life event's page leads to.
fn examples(html: &str) -> Vec<&str> {
    let main = html.split("<main").nth(1).expect("a page has a main part");
    let links = main.split("href=\"../../").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|to| to.contains("/#") && !to.starts_with("words/")).collect()
}

#[test]
fn a_life_event_has_every_example_of_every_rule_and_no_other() {
    let site = site();
    let tree = example();
    let car = examples(page(&site, "duinrode/nl/situations/car/index.html"));
    let mut expected = Vec::new();
    for (path, text) in tree.iter().filter_map(|(_, file)| Some((file.path.clone(), file.text()?.to_owned()))) {
        let Some(id) = path.strip_prefix("content/rules/").and_then(|p| p.strip_suffix("/rule.yaml")) else {
            continue;
        };
        let own = |line: &str| {
            line.split("situations: [").nth(1).map(|list| list.split(']').next().unwrap_or("").to_owned())
        };
        let has = |list: &str| list.split(", ").any(|name| name == "car");
        let of_rule = text.lines().find(|l| l.starts_with("situations:")).and_then(own).unwrap_or_default();
        let lines = text.lines().skip_while(|l| *l != "examples:").skip(1).take_while(|l| l.starts_with("  "));
        for line in lines.filter(|line| has(&own(line).unwrap_or(of_rule.clone()))) {
            expected.push(format!("{id}/#{}", line.trim().split(':').next().expect("a name")));
        }
    }
    let mut found: Vec<&str> = car.clone();
    found.sort_unstable();
    expected.sort_unstable();
    assert!(expected.len() > 4, "{expected:?}");
    assert_eq!(found, expected);
}

#[test]
fn what_cannot_wait_comes_first() {
    let site = site();
    let html = page(&site, "duinrode/nl/situations/abroad/index.html");
    let headings: Vec<&str> = html.split("<h2>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    let place = |heading: &str| headings.iter().position(|found| *found == heading);
    let (first, now, not) = (place("Vertel het ons eerst"), place("Vertel het ons nu"), place("Dit mag niet"));
    assert!(first.is_some() && first < now && now < not, "{headings:?}");
}

#[test]
fn a_municipality_with_another_outcome_has_the_example_under_that() {
    let site = site();
    let group = |municipality: &str| {
        let html = page(&site, &format!("{municipality}/nl/situations/car/index.html")).to_owned();
        let before = html.split("car/#cheap-car").next().expect("text").to_owned();
        before
            .rsplit("<section class=\"part wrap\" id=\"")
            .next()
            .and_then(|rest| rest.split('"').next().map(str::to_owned))
    };
    assert_eq!(group("duinrode").as_deref(), Some("ask-first"));
    assert_eq!(group("meerwijk").as_deref(), Some("no-report"));
}

#[test]
fn a_rule_leads_to_its_life_events_and_to_rights_that_lie_near() {
    let site = site();
    let car = page(&site, "duinrode/en/possessions/car/index.html");
    assert!(car.contains("href=\"../../situations/car/\""), "the rule's own life event");
    let near = words(car.split("You may also apply for").nth(1).expect("rights near"));
    assert!(near.contains("Special assistance"), "{near}");
    // Nothing is said of it where no right is near: a rule of its own life event.
    let tree = edited(
        &example(),
        "content/rules/away/abroad/rule.yaml",
        "situations: [abroad]",
        "situations: [inheritance]",
    );
    let tree = edited(
        &tree,
        "content/rules/possessions/savings/rule.yaml",
        "situations: [money, inheritance]",
        "situations: [money]",
    );
    let changed = built_on(&tree, date(2026, 11, 22));
    assert!(changed.file("duinrode/en/situations/inheritance/index.html").is_some());
}

#[test]
fn a_word_is_marked_once_and_explained_on_the_page() {
    let site = site();
    let html = page(&site, "duinrode/nl/possessions/savings/index.html");
    for (n, link) in html.split("class=\"term\" href=\"").skip(1).enumerate() {
        let (to, rest) = link.split_once('"').expect("an address");
        if rest.starts_with(" data-n=") {
            assert!(rest.starts_with(&format!(" data-n=\"{}\"", n + 1)), "numbers follow the order: {to}");
            assert_eq!(html.matches(&format!("href=\"{to}\" data-n")).count(), 1, "{to} is marked once");
        }
    }
    let marked = html.matches(" data-n=\"").count();
    let explained = html.split("<dl class=\"terms\">").nth(1).expect("explanations").matches("<dt>").count();
    assert!(marked > 1 && marked == explained, "{marked} words, {explained} explanations");
}

#[test]
fn a_life_event_that_has_no_example_on_the_day_has_no_page_and_no_link() {
    let tree = edited(
        &example(),
        "content/situations.yaml",
        "inheritance: {order: 17",
        "nobody: {order: 18, label: {nl: Niemand, en: Nobody, ar: لا أحد}}\ninheritance: {order: 17",
    );
    let site = built_on(&tree, date(2026, 11, 22));
    assert!(site.file("duinrode/nl/situations/nobody/index.html").is_none());
    assert!(!page(&site, "duinrode/nl/index.html").contains("situations/nobody/"));
}
