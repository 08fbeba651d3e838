//! A new language is files alone, from left to right or from right to left; and the locale files agree.

use std::collections::BTreeSet;

use jiff::civil::date;
use rust_decimal::Decimal;
use wegwijs::locale::catalogs;
use wegwijs::model::{FactKind, Languages};
use wegwijs::source::{SourceTree, built_in};

use crate::bench::{built_on, edited, example, page, with, words};

/// The example guide with one more language, whose interface is the English one under another tag.
fn with_language(tag: &str, settings: &str, rule: &str) -> SourceTree {
    let tree = example();
    let english = tree.find("locales/en/interface.ftl").and_then(|(_, f)| f.text()).expect("English").to_owned();
    let interface = english.replace("nav_help = Help", "nav_help = Destek");
    let tree = with(
        &tree,
        &[
            (&format!("locales/{tag}/locale.yaml"), settings),
            (&format!("locales/{tag}/interface.ftl"), &interface),
            (&format!("content/rules/possessions/gifts/{tag}.md"), rule),
        ],
    );
    edited(&tree, "content/site.yaml", "languages: [nl, en, ar]", &format!("languages: [nl, en, ar, {tag}]"))
}

#[test]
fn a_fourth_language_needs_no_code() {
    let settings = "name: Türkçe\ndir: ltr\nnumbers: tr\nmoney: \"{value} €\"\npercent: \"%{value}\"\ndates: tr\n";
    let rule = "---\ntitle: Hediyeler\nanswer: Yılda {gift-limit} kadar hediye alabilirsiniz. Bize {report-within} söyleyin.\n---\n## Neden?\nAçıklama.\n";
    let site = built_on(&with_language("tr", settings, rule), date(2026, 11, 22));
    let html = page(&site, "duinrode/tr/possessions/gifts/index.html");
    assert!(html.contains("<html lang=\"tr\" dir=\"ltr\""), "{html}");
    assert!(html.contains("<h1 data-s=\"title\">Hediyeler</h1>"));
    assert!(html.contains("1.200 €"), "Turkish form of the amount");
    assert!(words(html).contains("1 Ocak 2026"), "Turkish date");
    assert!(html.contains("lang=\"nl\" dir=\"ltr\""), "what is not translated is Dutch, and marked");
    assert!(page(&site, "duinrode/nl/possessions/gifts/index.html").contains("hreflang=\"tr\""));
    assert!(page(&site, "index.html").contains("Türkçe"));
}

#[test]
fn a_fifth_language_from_right_to_left_needs_no_code() {
    let settings =
        "name: فارسی\ndir: rtl\nnumbers: nl\nmoney: \"€ {value}\"\npercent: \"{value}%\"\ndates: fa-u-nu-latn\n";
    let rule = "---\ntitle: هدیه ها\nanswer: شما می توانید هدیه هایی تا {gift-limit} در سال دریافت کنید. {report-within}.\n---\n## چرا؟\nتوضیح (gift).\n";
    let site = built_on(&with_language("fa", settings, rule), date(2026, 11, 22));
    let html = page(&site, "duinrode/fa/possessions/gifts/index.html");
    assert!(html.contains("<html lang=\"fa\" dir=\"rtl\""));
    assert!(html.contains("dir=\"ltr\">€ 1.200</data>"), "amounts are isolated from left to right");
    assert!(html.contains("(<span lang=\"nl\" dir=\"ltr\">gift</span>)"), "Dutch words too");
    assert!(words(html).contains("2026"), "the Gregorian year, as in Dutch letters");
}

#[test]
fn durations_have_the_right_plural_forms() {
    let languages = Languages::new(vec!["nl".into(), "en".into(), "ar".into()], 0);
    let built_in = built_in();
    let all = catalogs(&languages, &built_in, &built_in);
    assert!(all.findings.is_empty(), "{:?}", all.findings);
    let [nl, en, ar] = all.value.try_into().expect("three languages");
    let (nl, en, ar) = (nl.expect("nl"), en.expect("en"), ar.expect("ar"));
    let say =
        |catalog: &wegwijs::locale::Catalog, kind, n: i64, after| catalog.duration(kind, Decimal::from(n), after);
    assert_eq!(say(&nl, FactKind::Weeks, 1, false), "1 week");
    assert_eq!(say(&nl, FactKind::Weeks, 6, false), "6 weken");
    assert_eq!(say(&en, FactKind::Months, 1, false), "1 month");
    assert_eq!(say(&en, FactKind::Months, 12, false), "12 months");
    let weeks = [
        (1, "أسبوع"),
        (2, "أسبوعان"),
        (3, "ثلاثة أسابيع"),
        (4, "أربعة أسابيع"),
        (8, "ثمانية أسابيع"),
        (10, "عشرة أسابيع"),
    ];
    for (n, want) in weeks {
        let got = say(&ar, FactKind::Weeks, n, false);
        assert!(got.starts_with(want), "{n}: {got}");
    }
    assert_eq!(say(&ar, FactKind::Weeks, 13, false), "13 أسبوعا");
    assert_eq!(say(&ar, FactKind::Weeks, 2, true), "أسبوعين", "after a preposition");
    assert_eq!(say(&ar, FactKind::Days, 14, false), "14 يوما");
    assert_eq!(say(&ar, FactKind::Days, 100, false), "100 يوم");
    assert_eq!(say(&ar, FactKind::Days, 103, false), "103 أيام");
    assert_eq!(say(&ar, FactKind::Days, 111, false), "111 يوما");
}

#[test]
fn numbers_and_dates_have_the_form_of_the_language() {
    let languages = Languages::new(vec!["nl".into(), "en".into(), "ar".into()], 0);
    let built_in = built_in();
    let all = catalogs(&languages, &built_in, &built_in).value;
    let [nl, en, ar] = <[_; 3]>::try_from(all).expect("three").map(|c| c.expect("a catalog"));
    let amount = Decimal::new(140_150, 2);
    assert_eq!(
        (nl.money(amount), en.money(amount), ar.money(amount)),
        ("€\u{a0}1.401,50".into(), "€1,401.50".into(), "€\u{a0}1.401,50".into())
    );
    assert_eq!(nl.money(Decimal::from(8000)), "€\u{a0}8.000");
    assert_eq!((nl.percent(Decimal::new(125, 1)), en.percent(Decimal::from(25))), ("12,5%".into(), "25%".into()));
    let day = date(2026, 1, 1);
    assert_eq!(
        (nl.date(day), en.date(day), ar.date(day)),
        ("1 januari 2026".into(), "1 January 2026".into(), "1 يناير (كانون الثاني) 2026".into())
    );
}

/// The names of messages and of the values in them: `{ $name }`.
fn shape(text: &str) -> BTreeSet<(String, BTreeSet<String>)> {
    let mut shape = Vec::<(String, BTreeSet<String>)>::new();
    for line in text.lines() {
        let starts = line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
        if let (true, Some((name, _))) = (starts, line.split_once(" =")) {
            shape.push((name.to_owned(), BTreeSet::new()));
        }
        if let (Some((_, values)), false) = (shape.last_mut(), line.starts_with('#')) {
            let names = line.split('$').skip(1).map(|rest| {
                rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default().to_owned()
            });
            values.extend(names);
        }
    }
    shape.into_iter().collect()
}

#[test]
fn the_three_interfaces_have_the_same_messages_with_the_same_values() {
    let tree = built_in();
    let of = |tag: &str| {
        let file = tree.find(&format!("locales/{tag}/interface.ftl")).expect("a locale").1;
        let mut shape = shape(file.text().expect("text"));
        shape.retain(|(name, _)| !name.starts_with("law_"));
        shape
    };
    let nl = of("nl");
    assert!(nl.len() > 100, "{} messages", nl.len());
    for tag in ["en", "ar"] {
        let other = of(tag);
        let odd: Vec<_> = nl.symmetric_difference(&other).collect();
        // A language may leave out the number where a word says it ("أسبوعان").
        let odd: Vec<_> = odd.into_iter().filter(|(name, _)| !name.starts_with("duration_")).collect();
        assert!(odd.is_empty(), "{tag}: {odd:?}");
    }
}
