//! What changed and what will: told once, to whom it concerns, in pages and feed.

use jiff::civil::date;
use wegwijs::output::OutputTree;
use wegwijs::source::{Limits, SourceTree, read_folder};

use crate::bench::{built_on, edited, page, root, words};

pub(crate) const FACTS: &str = "content/facts.yaml";
const CAR: &str = "content/rules/money/car/rule.yaml";
const LIST: &str = "duinrode/nl/changes/index.html";

/// The guide with Arabic and two municipalities.
fn sound() -> SourceTree {
    read_folder(&root().join("tests/guides/sound"), Limits::default())
}

/// The same, with a limit for savings that changes on 1 January 2027.
fn with_coming() -> SourceTree {
    let values = "{from: 2026-01-01, value: 8000}";
    edited(&sound(), FACTS, values, &format!("{values}\n    - {{from: 2027-01-01, value: 8250}}"))
}

/// The same, with something of every kind: a rule and examples that begin and end, and the municipality's own history.
pub(crate) fn with_everything() -> SourceTree {
    let tree = edited(&with_coming(), CAR, "trade-cars: {", "trade-cars: {from: 2026-09-01, ");
    let tree = edited(&tree, CAR, "have-car: {", "have-car: {until: 2026-10-14, ");
    let tree =
        edited(&tree, "content/rules/money/application/rule.yaml", "sheet: A3", "sheet: A3\nfrom: 2026-12-15");
    let own = "content/municipalities/duinrode/rules/money/car/rule.yaml";
    let text = tree.find(own).and_then(|(_, file)| file.text()).expect("a version of its own").to_owned();
    let note = "history:\n  - {on: 2026-11-01, note: {nl: Bel ons nu meteen., en: Call us at once now., ar: الاتصال بنا فورا.}}\n";
    edited(&tree, own, &text, &format!("{text}{note}"))
}

fn notice(name: &str) -> String {
    format!("duinrode/nl/changes/{name}/index.html")
}

#[test]
fn a_note_speaks_for_the_amounts_of_its_rule() {
    let site = built_on(&sound(), date(2026, 6, 1));
    let list = words(page(&site, "zandwijk/nl/changes/index.html"));
    assert_eq!(list.matches("De grens is hoger.").count(), 1, "{list}");
    assert!(!list.contains("Grens voor een auto"), "the note has said it: {list}");
    let notice = words(page(&site, "zandwijk/nl/changes/2026-01-01-a1/index.html"));
    assert!(notice.contains("Grens voor een auto € 3.000 € 3.200"), "as a detail: {notice}");
    // Savings have no note: the amounts speak, in the order of the page.
    let both = "Grens voor iemand alleen: dit was € 7.770 . Sinds 1 januari 2026 is het € 8.000 . Grens voor een stel: dit";
    assert!(list.contains(both), "{list}");
    let notice = words(page(&site, "zandwijk/nl/changes/2026-01-01-a2/index.html"));
    assert!(notice.contains("Grens voor een stel € 15.540 € 16.000"), "{notice}");
}

#[test]
fn without_the_note_the_amount_speaks() {
    let tree = edited(&sound(), CAR, "on: 2026-01-01", "on: 2026-01-02");
    let list = words(page(&built_on(&tree, date(2026, 6, 1)), "zandwijk/nl/changes/index.html"));
    assert!(
        list.contains("Grens voor een auto: dit was € 3.000 . Sinds 1 januari 2026 is het € 3.200 ."),
        "a day later is another change: {list}"
    );
    assert_eq!(list.matches("De grens is hoger.").count(), 1, "{list}");
}

#[test]
fn the_same_note_under_two_rules_is_one_change() {
    let note = "{nl: De grens is hoger., en: The limit is higher., ar: الحد الآن أعلى.}";
    let history = format!("next: 2027-03-01}}\nhistory:\n  - {{on: 2026-01-01, note: {note}}}");
    let savings = "content/rules/money/savings/rule.yaml";
    let tree = edited(&sound(), savings, "next: 2027-03-01}", &history);
    let site = built_on(&tree, date(2026, 6, 1));
    let list = words(page(&site, LIST));
    assert_eq!(list.matches("De grens is hoger.").count(), 1, "{list}");
    let shared = words(page(&site, &notice("2026-01-01-a1")));
    assert!(shared.contains("Een andere auto; Spaargeld De grens"), "both rules: {shared}");
    assert!(site.file(&notice("2026-01-01-a2")).is_none(), "no second notice");
    let other = edited(&tree, savings, "nl: De grens is hoger.", "nl: De grens is hoger geworden.");
    assert!(built_on(&other, date(2026, 6, 1)).file(&notice("2026-01-01-a2")).is_some(), "another note");
}

#[test]
fn what_is_coming_stands_apart_and_has_a_banner_within_announce() {
    let tree = with_coming();
    let savings = "duinrode/nl/money/savings/index.html";
    let early = built_on(&tree, date(2026, 11, 1));
    assert!(!page(&early, savings).contains("coming-changes"), "61 days before");
    assert!(early.file(&notice("2027-01-01-a2")).is_none());
    let site = built_on(&tree, date(2026, 11, 2));
    let rule = page(&site, savings);
    assert_eq!(rule.matches("class=\"coming-changes\"").count(), 1);
    let said = "Vanaf 1 januari 2027 is dit anders: Grens voor iemand alleen; Grens voor een stel";
    assert_eq!(words(rule).matches(said).count(), 1, "{rule}");
    assert!(
        !page(&site, "duinrode/nl/money/car/index.html").contains("coming-changes"),
        "no amounts of that rule"
    );
    let list = words(page(&site, LIST));
    let (soon, changed) = (list.find("Dit verandert binnenkort"), list.find("Dit is veranderd"));
    let value = "Grens voor iemand alleen: dit is nu € 8.000 . Vanaf 1 januari 2027 is het € 8.250 .";
    assert!(soon.is_some() && soon < list.find(value) && list.find(value) < changed, "{list}");
    assert!(words(page(&site, "duinrode/nl/index.html")).contains(value), "on the first page too");
    // A note on that day speaks instead.
    let history = "next: 2027-03-01}\nhistory:\n  - {on: 2027-01-01, note: {nl: U mag meer sparen., en: You may save more., ar: أكثر.}}";
    let noted = edited(&tree, "content/rules/money/savings/rule.yaml", "next: 2027-03-01}", history);
    let rule = words(page(&built_on(&noted, date(2026, 11, 2)), savings));
    assert_eq!(rule.matches("U mag meer sparen.").count(), 1, "{rule}");
    assert!(!rule.contains("is dit anders"), "not twice: {rule}");
}

#[test]
fn arabic_keeps_amounts_together() {
    let values = "{from: 2026-01-01, value: 3200}";
    let later = format!("{values}\n    - {{from: 2027-01-01, value: 3400}}");
    let tree = edited(&sound(), "content/municipalities/zandwijk/municipality.yaml", values, &later);
    let site = built_on(&tree, date(2026, 11, 22));
    for path in ["zandwijk/ar/money/car/index.html", "zandwijk/ar/changes/index.html", "zandwijk/ar/index.html"] {
        let html = page(&site, path);
        let said = "<bdi>حد قيمة السيارة</bdi>: القيمة الآن <data value=\"3200\" dir=\"ltr\">";
        assert_eq!(html.matches(said).count(), 1, "{path}: {html}");
        assert!(html.contains("تصبح <data value=\"3400\" dir=\"ltr\">"), "{path}");
    }
    let other = page(&site, "duinrode/ar/changes/index.html");
    assert!(!other.contains("حد قيمة السيارة"), "the amount of another municipality");
}

#[test]
fn a_municipality_tells_its_own_history_alone() {
    let site = built_on(&with_everything(), date(2026, 11, 22));
    let at = |path: &str| words(page(&site, path));
    assert!(at(LIST).contains("1 november 2026 Een andere auto Bel ons nu meteen."), "{}", at(LIST));
    assert!(!at("zandwijk/nl/changes/index.html").contains("Bel ons nu meteen."));
    assert!(site.file(&notice("2026-11-01-a1")).is_some());
    assert!(site.file("zandwijk/nl/changes/2026-11-01-a1/index.html").is_none());
}

#[test]
fn what_begins_and_ends_is_told_with_the_day_it_holds() {
    let list = words(page(&built_on(&with_everything(), date(2026, 11, 22)), LIST));
    for said in [
        "Nieuw voorbeeld vanaf 1 september 2026 : U wilt vaker auto's kopen en verkopen.",
        "Dit voorbeeld geldt niet meer vanaf 15 oktober 2026 : U heeft een auto.",
        "Dit staat vanaf 15 december 2026 in de gids.",
    ] {
        let plain = list.replace("&#39;", "'");
        assert_eq!(plain.matches(said).count(), 1, "{said}: {plain}");
    }
    let html = built_on(&with_everything(), date(2026, 11, 22));
    let html = page(&html, &notice("2026-12-15-a3"));
    assert!(!html.contains("money/application/"), "no link to a page that is not there yet: {html}");
}

#[test]
fn news_is_a_year_old_at_most_and_keeps_its_address() {
    let tree = sound();
    let name = notice("2026-01-01-a1");
    assert!(built_on(&tree, date(2027, 1, 1)).file(&name).is_some());
    let site = built_on(&tree, date(2027, 1, 2));
    assert!(site.file(&name).is_none());
    assert!(words(page(&site, LIST)).contains("In het laatste jaar is er niets veranderd."));
}

#[test]
fn a_notice_says_who_is_concerned_and_where_to_ask() {
    let site = built_on(&with_coming(), date(2026, 11, 22));
    let html = page(&site, &notice("2027-01-01-a2"));
    assert!(html.contains("href=\"../../situations/money/\""), "{html}");
    assert!(html.contains("href=\"../../money/savings/\"") && html.contains("(Blad A2)"), "{html}");
    let said = words(html);
    for part in ["Dit verandert op 1 januari 2027", "010 000 00 11", "Stichting Naast U", "Vanaf 1 januari 2027"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    // The date of the sheet is the day of the announcement, whatever the day of the build.
    assert!(said.contains("Blad van 2 november 2026"), "{said}");
    assert!(html.contains("<bdi dir=\"ltr\">https://gids.example/duinrode/nl/changes/2027-01-01-a2/</bdi>"));
}

/// What RFC 4287 asks for, of one feed of a site.
fn check_feed(site: &OutputTree, base: &str, language: &str) -> usize {
    const ATOM: &str = "http://www.w3.org/2005/Atom";
    let text = page(site, &format!("{base}{language}/changes/feed.xml"));
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")), "{text}");
    assert_eq!(feed.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some(language));
    let one = |node: roxmltree::Node<'_, '_>, name: &str| {
        let all: Vec<_> = node.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
        assert_eq!(all.len(), 1, "one {name}: {text}");
        all[0].text().unwrap_or_default().to_owned()
    };
    let instant = |text: String| text.parse::<jiff::Timestamp>().expect("a date of RFC 3339");
    let link = |node: roxmltree::Node<'_, '_>, rel: &str| {
        let mut all = node.children().filter(|child| child.has_tag_name((ATOM, "link")));
        let found = all.find(|link| link.attribute("rel") == Some(rel)).expect("a link");
        found.attribute("href").expect("an address").to_owned()
    };
    let exists = |address: &str| {
        let path = address.strip_prefix("https://gids.example/").expect("an absolute address of the site");
        let path = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        assert!(site.file(&path).is_some(), "{path} exists");
    };
    let mut ids = vec![one(feed, "id")];
    let newest = instant(one(feed, "updated"));
    assert!(!one(feed, "title").is_empty() && !one(feed, "rights").is_empty());
    let author = feed.children().find(|child| child.has_tag_name((ATOM, "author"))).expect("an author");
    assert!(!one(author, "name").is_empty());
    exists(&link(feed, "self"));
    exists(&link(feed, "alternate"));
    for entry in feed.children().filter(|child| child.has_tag_name((ATOM, "entry"))) {
        ids.push(one(entry, "id"));
        assert!(!one(entry, "title").is_empty());
        let updated = instant(one(entry, "updated"));
        assert!(instant(one(entry, "published")) <= updated && updated <= newest, "{text}");
        assert_eq!(one(entry, "id"), link(entry, "alternate"));
        exists(&link(entry, "alternate"));
        let content = entry.children().find(|child| child.has_tag_name((ATOM, "content"))).expect("content");
        assert_eq!(content.attribute("type"), Some("html"));
        assert!(content.text().is_some_and(|html| html.contains("<p>")), "{text}");
    }
    let entries = ids.len() - 1;
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), entries + 1, "no id twice: {text}");
    entries
}

#[test]
fn every_edition_has_a_sound_feed() {
    for (tree, day) in
        [(sound(), date(2026, 6, 1)), (sound(), date(2030, 1, 1)), (with_everything(), date(2026, 11, 22))]
    {
        let site = built_on(&tree, day);
        for base in ["duinrode/", "zandwijk/"] {
            let counts = ["nl", "en", "ar"].map(|language| check_feed(&site, base, language));
            let notices =
                site.iter().filter(|(path, _)| path.as_str().starts_with(&format!("{base}nl/changes/20")));
            assert_eq!(counts, [notices.count(); 3], "an entry for each notice, in every language");
        }
        let head = "<link rel=\"alternate\" type=\"application/atom+xml\"";
        assert!(page(&site, "duinrode/ar/index.html").contains(head) && page(&site, LIST).contains(head));
        assert!(!page(&site, "duinrode/nl/money/car/index.html").contains(head));
    }
}

#[test]
fn the_feed_speaks_of_its_changes_and_not_of_the_build() {
    let tree = with_coming();
    let feed = |day| page(&built_on(&tree, day), "duinrode/nl/changes/feed.xml").to_owned();
    assert_eq!(feed(date(2026, 11, 22)), feed(date(2026, 12, 30)));
    assert!(feed(date(2026, 11, 22)).contains("<updated>2026-11-02T00:00:00Z</updated>"), "announced");
    assert!(feed(date(2027, 1, 1)).contains("<updated>2027-01-01T00:00:00Z</updated>"), "in effect");
}

#[test]
fn hostile_texts_stay_texts_in_the_feed() {
    let hostile = r#"]]></content><script>alert(1)</script>\" ' & \u202Eabc"#;
    let marked = hostile.replace('<', r"\\<");
    let tree = edited(&sound(), CAR, "nl: De grens is hoger.", &format!("nl: \"{marked}\""));
    let tree = edited(&tree, "content/situations.yaml", "nl: Ik heb een auto", &format!("nl: \"{hostile}\""));
    let place = "content/municipalities/duinrode/municipality.yaml";
    let tree = edited(&tree, place, "nl: Sociale Dienst Duinrode", &format!("nl: \"{hostile}\""));
    let tree =
        edited(&tree, "content/rules/money/car/nl.md", "title: Een andere auto", &format!("title: \"{hostile}\""));
    let site = built_on(&tree, date(2026, 6, 1));
    assert!(check_feed(&site, "duinrode/", "nl") > 0);
    let feed = page(&site, "duinrode/nl/changes/feed.xml");
    assert!(!feed.contains("<script") && !feed.contains("]]>") && !feed.contains('\u{202e}'), "{feed}");
    let document = roxmltree::Document::parse(feed).expect("XML");
    let html: Vec<_> = document.descendants().filter(|node| node.has_tag_name("content")).collect();
    assert!(html.iter().all(|node| !node.text().unwrap_or_default().contains("<script")), "nor as HTML: {feed}");
    let list = page(&site, LIST);
    assert!(!list.contains("<script>alert"), "{list}");
}
