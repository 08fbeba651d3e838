//! Pages beside the rules: the wallet card, decision guides, the table of repayments.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};
use wegwijs::output::OutputTree;
use wegwijs::resolve::Instalments;
use wegwijs::source::SourceTree;
use wegwijs::{BuildPlan, complete, findings};

use crate::bench::{built, built_on, edited, example, minimal, page, with, words};

const DAY: jiff::civil::Date = date(2026, 11, 22);
const SITE: &str = "content/site.yaml";
const DECISION: &str = "content/decisions/objection-or-complaint.yaml";

fn example_site() -> OutputTree {
    built_on(&example(), DAY)
}

/// The small guide with something added to site.yaml.
fn minimal_with(more: &str) -> SourceTree {
    let tree = minimal();
    let own = tree.find(SITE).and_then(|(_, file)| file.text()).expect("site.yaml").to_owned();
    with(&tree, &[(SITE, &format!("{own}{more}"))])
}

/// The codes and places of what a build finds.
fn found(tree: &SourceTree) -> Vec<(&'static str, String)> {
    let all = complete(tree);
    let place = |span: wegwijs::source::Span| {
        let text = all.file(span.file).text().unwrap_or_default();
        text[span.start as usize..span.end as usize].to_owned()
    };
    let found = findings(tree, &BuildPlan::on(DAY));
    found.into_iter().map(|finding| (finding.code, finding.span.map(place).unwrap_or_default())).collect()
}

/// What stands between two marks, once for each time that the first is found.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// All payments together are the debt to the cent, none is more than the share, and no plan with such
    /// payments has fewer months.
    #[test]
    fn a_debt_is_paid_to_the_cent_in_as_few_months_as_the_share_allows(debt in 1i64..200_000_000, amount in 1i64..500_000, share in 1i64..1_000) {
        let (debt, amount, share) = (Decimal::new(debt, 2), Decimal::new(amount, 2), Decimal::new(share, 2));
        let exact = amount * share / Decimal::ONE_HUNDRED;
        let most = exact.round_dp_with_strategy(2, RoundingStrategy::ToZero);
        let plan = Instalments::of(debt, amount, share);
        prop_assert_eq!(plan.is_none(), most.is_zero(), "no plan, exactly where the share is less than a cent");
        if let Some(Instalments { monthly, months, last }) = plan {
            prop_assert_eq!(monthly * (months - Decimal::ONE) + last, debt);
            prop_assert!(Decimal::ZERO < last && last <= monthly && monthly <= exact);
            prop_assert!([monthly, last].iter().all(|paid| paid.normalize().scale() <= 2), "whole cents");
            prop_assert!(months.is_integer() && months >= Decimal::ONE);
            prop_assert!(most * (months - Decimal::ONE) < debt, "{} months are not needed", months);
        }
    }
}

#[test]
fn a_plan_that_cannot_be_is_none() {
    let plan = |debt: &str, amount: &str, share: &str| {
        let number = |text: &str| text.parse::<Decimal>().expect("a number");
        Instalments::of(number(debt), number(amount), number(share))
    };
    let of_norm = plan("500", "1401.50", "5").expect("a plan");
    assert_eq!(of_norm.monthly.to_string(), "70.07", "70.075, rounded down");
    assert_eq!((of_norm.months.to_string(), of_norm.last.to_string()), ("8".to_owned(), "9.51".to_owned()));
    let small = plan("50", "1401.50", "5").expect("a plan");
    assert_eq!((small.monthly, small.months, small.last), (Decimal::from(50), Decimal::ONE, Decimal::from(50)));
    assert_eq!(plan("0", "1401.50", "5"), None);
    assert_eq!(plan("-5", "1401.50", "5"), None);
    assert_eq!(plan("10", "1401.50", "-5"), None);
    assert_eq!(plan("10.005", "1401.50", "5"), None);
    assert_eq!(plan("10", "79228162514264337593543950335", "100"), None, "too large to count with");
}

#[test]
fn the_card_has_every_term_with_whom_to_call_in_each_language() {
    let site = example_site();
    let dutch = words(page(&site, "duinrode/nl/card/index.html"));
    for part in [
        "Meld het binnen 14 dagen .",
        "U krijgt een voorschot binnen 4 weken na uw aanvraag.",
        "Wij beslissen binnen 8 weken na uw aanvraag.",
        "Maak bezwaar binnen 6 weken .",
        "Meestal krijgt u antwoord binnen 6 weken .",
        "Sociale Dienst Duinrode 010 000 00 11",
        "Stichting Naast U 010 000 00 12",
        "wegwijs.example/duinrode/nl",
    ] {
        assert!(dutch.contains(part), "{part}: {dutch}");
    }
    let terms = between(page(&site, "duinrode/nl/card/index.html"), "<ul>", "</ul>").into_iter();
    let terms: Vec<&str> = terms.filter(|list| list.contains("Meld het")).collect();
    assert_eq!(between(terms[0], "<li", "</li>").len(), 5, "a line for each term, in the order of site.yaml");
    assert!(
        terms[0].find("Meld het") < terms[0].find("voorschot")
            && terms[0].find("beslissen") < terms[0].find("klacht")
    );
    let arabic = page(&site, "polderhaven/ar/card/index.html");
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\""), "{arabic}");
    assert!(
        words(arabic).contains("ستة أسابيع") && words(arabic).contains("wegwijs.example/polderhaven/ar"),
        "{arabic}"
    );
    assert!(!words(page(&site, "duinrode/en/card/index.html")).contains("not translated"), "all is translated");
}

#[test]
fn the_card_is_in_the_foot_of_every_page_and_on_the_help_page() {
    let site = example_site();
    for path in ["index.html", "words/index.html", "possessions/car/index.html", "help/index.html"] {
        let html = page(&site, &format!("duinrode/nl/{path}")).to_owned();
        let foot = between(&html, "<footer", "</footer>")[0].to_owned();
        assert!(foot.contains("card/\">Kaartje met termijnen</a>"), "{path}: {foot}");
    }
    assert!(
        page(&site, "duinrode/nl/help/index.html")
            .contains("<a href=\"../card/\">Kaartje voor uw portemonnee</a>")
    );
}

#[test]
fn a_guide_without_the_data_has_no_such_page_and_no_link() {
    let site = built_on(&minimal(), DAY);
    for (path, bytes) in site.iter() {
        let path = path.as_str();
        let own = ["card/", "decisions/", "repayment/"].iter().any(|page| path.contains(page));
        assert!(!own, "{path} was made");
        if path.ends_with(".html") {
            let html = std::str::from_utf8(bytes).expect("UTF-8");
            let linked = ["card/\"", "/decisions/", "repayment/\"", "Ook handig", "Also useful"];
            let linked: Vec<_> = linked.into_iter().filter(|link| html.contains(link)).collect();
            assert!(linked.is_empty(), "{path}: {linked:?}");
        }
    }
}

/// Another guide with facts, languages and rules of its own.
#[test]
fn a_site_without_search_has_no_way_to_it() {
    let plan = BuildPlan { search: false, ..BuildPlan::on(DAY) };
    let (all, without) = (built_on(&example(), DAY), built(&example(), &plan));
    let paths = |site: &OutputTree| -> BTreeSet<String> {
        site.iter().map(|(path, _)| path.as_str().to_owned()).collect()
    };
    let gone: Vec<String> = paths(&all).difference(&paths(&without)).cloned().collect();
    let is_search = |path: &String| path.ends_with("/search/index.html") || path.starts_with("assets/search-");
    assert!(gone.len() > 3 && gone.iter().all(is_search), "{gone:?}");
    assert!(paths(&without).is_subset(&paths(&all)));
    for (path, bytes) in without.iter().filter(|(path, _)| path.as_str().ends_with(".html")) {
        assert!(!String::from_utf8_lossy(bytes).contains("search/"), "{path}");
    }
}

#[test]
fn another_guide_has_these_pages_from_its_own_data() {
    let tree = minimal_with(
        "card:\n  report-within: {nl: \"Zeg het binnen {report-within}.\", en: \"Say it within {report-within}.\"}\n",
    );
    let decision = "title: {nl: Kiezen}\nquestions:\n  first:\n    text: {nl: Wat nu?}\n    answers:\n      \
                    a: {to: stop, text: {nl: Niets}}\nends:\n  stop:\n    title: {nl: Klaar}\n    do: {nl: Niets doen.}\n    \
                    rules: possessions/savings\n";
    let site = built_on(&with(&tree, &[("content/decisions/now-what.yaml", decision)]), DAY);
    assert!(words(page(&site, "en/card/index.html")).contains("Say it within 7 days ."));
    let own = page(&site, "nl/possessions/savings/index.html");
    assert!(own.contains("<a href=\"../../decisions/now-what/\">Kiezen</a>"), "{own}");
    assert!(!page(&site, "nl/possessions/car/index.html").contains("decisions/"), "no end names this rule");
    assert!(page(&site, "nl/help/index.html").contains("<a href=\"../decisions/now-what/\">Kiezen</a>"));
    let english = page(&site, "en/decisions/now-what/index.html");
    assert!(english.contains("<meta name=\"robots\" content=\"noindex\">"), "it only shows the source text");
    assert!(english.contains("<h1 lang=\"nl\" dir=\"ltr\">Kiezen</h1>"), "{english}");
    assert!(english.contains("This part is not translated yet."), "{english}");
}

#[test]
fn every_answer_leads_to_a_section_and_every_section_is_reached() {
    let site = example_site();
    for language in ["nl", "en", "ar"] {
        let path = format!("meerwijk/{language}/decisions/objection-or-complaint/index.html");
        let html = page(&site, &path);
        let sections: Vec<&str> = between(html, "<section id=\"", "\"");
        let mut wanted = vec![sections[0]];
        wanted.extend(between(html, "<li><a href=\"#", "\""));
        let (ids, reached): (BTreeSet<&str>, BTreeSet<&str>) =
            (sections.iter().copied().collect(), wanted.into_iter().collect());
        assert_eq!(ids.len(), sections.len(), "no id twice");
        assert_eq!(ids, reached, "{path}");
        assert!(ids.len() >= 12, "{ids:?}");
        let headings: Vec<&str> =
            between(html, "<h", ">").into_iter().filter(|h| h.starts_with(['1', '2', '3'])).collect();
        assert_eq!(headings.iter().filter(|h| h.starts_with('1')).count(), 1, "{headings:?}");
        assert!(!headings.iter().any(|h| h.starts_with('3')), "{headings:?}");
        assert!(!html.contains("<details") && !html.contains(" hidden>Begin"), "nothing has to be opened");
    }
}

#[test]
fn an_end_says_what_to_do_by_when_who_helps_and_where_to_read_more() {
    let site = example_site();
    let html = page(&site, "duinrode/nl/decisions/objection-or-complaint/index.html");
    let end =
        |id: &str| words(between(html, &format!("<section id=\"end-{id}\" tabindex=\"-1\">"), "</section>")[0]);
    let objection = end("objection");
    for part in [
        "Maak bezwaar",
        "Schrijf ons waarom het besluit niet klopt.",
        "binnen 6 weken",
        "De tijd begint op de dag nadat wij de brief stuurden.",
        "Stichting Naast U 010 000 00 12",
        "Sociale Dienst Duinrode 010 000 00 11",
        "U bent het niet eens met een besluit",
    ] {
        assert!(objection.contains(part), "{part}: {objection}");
    }
    let ombudsman = end("ombudsman");
    assert!(
        ombudsman.contains("binnen 12 maanden") && ombudsman.contains("Ombudsman Kustgemeenten 010 000 00 19")
    );
    assert!(end("both").contains("Een klacht over hoe wij met u omgaan"), "{}", end("both"));
    assert!(end("late").contains("ingebrekestelling") && !end("late").contains("binnen"), "{}", end("late"));
    // On paper an anchor leads nowhere: each answer names the end that it leads to.
    assert!(html.contains("<a href=\"#end-complaint\" data-go=\"ga naar C\">"), "{html}");
    assert!(html.contains("<h2 data-mark=\"C\">Stuur een klacht</h2>"), "{html}");
    assert!(html.contains("data-go=\"ga naar vraag 2\""), "{html}");
}

#[test]
fn the_rules_it_names_link_to_a_decision_guide_and_others_do_not() {
    let site = example_site();
    let link = "decisions/objection-or-complaint/\">Bezwaar of klacht: wat past bij u?</a>";
    for rule in ["disagree/objection", "disagree/complaint", "apply/waiting-advance"] {
        assert!(page(&site, &format!("duinrode/nl/{rule}/index.html")).contains(link), "{rule}");
    }
    assert!(page(&site, "duinrode/nl/help/index.html").contains(link));
    for rule in ["possessions/car", "repay/repaying"] {
        let html = page(&site, &format!("duinrode/nl/{rule}/index.html"));
        assert!(!html.contains(link), "{rule}");
    }
    assert!(
        page(&site, "duinrode/nl/repay/repaying/index.html")
            .contains("../../repayment/\">Hoelang betaalt u terug?</a>")
    );
    assert!(!page(&site, "duinrode/nl/possessions/car/index.html").contains("Ook handig"));
}

#[test]
fn the_table_is_computed_from_the_facts_of_the_municipality() {
    let site = example_site();
    let html = page(&site, "duinrode/nl/repayment/index.html");
    let rows = between(html, "<tr><th scope=\"row\">", "</tr>");
    assert_eq!(rows.len(), 10, "five debts, two norms");
    assert_eq!(words(&format!("<b>{}", rows[1])), "€ 500 € 70,07 8 maanden € 9,51");
    assert_eq!(words(&format!("<b>{}", rows[6])), "€ 500 € 100,10 5 maanden € 99,60");
    let text = words(html);
    for part in [
        "5% van € 1.401,50 is € 70,07 per maand.",
        "Dit bedrag geldt sinds 1 januari 2026 . Vraag ons naar het nieuwste bedrag.",
        "Stel: u moet € 250 terugbetalen. U betaalt dan € 70,07 per maand. Na 4 maanden bent u klaar. De laatste keer betaalt u € 39,79 .",
        "Uw gemeente bepaalt dit zelf.",
        "Wilt u het anders?",
        "Na het einde van het jaar kan er belasting bij komen.",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // Another share, from a day.
    let own = "content/municipalities/duinrode/municipality.yaml";
    let tree = edited(
        &example(),
        own,
        "repay-monthly: 5",
        "repay-monthly: [{from: 2024-03-01, value: 5}, {from: 2027-01-01, value: 8}]",
    );
    let text = words(page(&built_on(&tree, DAY), "duinrode/nl/repayment/index.html"));
    assert!(text.contains("sinds 1 maart 2024"), "{text}");
    assert!(text.contains("5% (vanaf 1 januari 2027 : 8% )"), "{text}");
    let text = words(page(&built_on(&tree, date(2027, 2, 1)), "duinrode/nl/repayment/index.html"));
    assert!(text.contains("8% van € 1.401,50 is € 112,12 per maand."), "{text}");
}

#[test]
fn amounts_in_arabic_are_isolated() {
    let site = example_site();
    let html = page(&site, "duinrode/ar/repayment/index.html");
    let row = between(html, "<tr><th scope=\"row\">", "</tr>")[1];
    assert!(row.contains("<data value=\"70.07\" dir=\"ltr\">") && row.contains("ثمانية أشهر"), "{row}");
}

#[test]
fn a_share_of_less_than_a_cent_makes_no_table() {
    let own = "content/municipalities/duinrode/municipality.yaml";
    let text = |least: u8| {
        format!(
            "a month\n    ar: النسبة التي تعاد من مبلغ الإعانة الأساسي في الشهر\n  source: \"Example value (policy rules of each municipality)\"\n  local: true\n  bounds: {{min: {least}, max: 10}}"
        )
    };
    let facts = edited(&example(), "content/facts.yaml", &text(1), &text(0));
    let tree = edited(&facts, own, "repay-monthly: 5", "repay-monthly: 0");
    let site = built_on(&tree, DAY);
    let html = page(&site, "duinrode/nl/repayment/index.html");
    assert!(!html.contains("<table") && html.contains("Wilt u het anders?"), "{html}");
    assert!(page(&site, "meerwijk/nl/repayment/index.html").contains("<table"));
}

#[test]
fn a_translation_whose_source_changed_says_so() {
    let tree = edited(&example(), DECISION, "nl: Ik vind schrijven moeilijk.", "nl: Ik kan niet goed schrijven.");
    let site = built_on(&tree, DAY);
    let html = page(&site, "duinrode/en/decisions/objection-or-complaint/index.html");
    let answer = between(html, "<li><a href=\"#end-support\"", "</li>")[0];
    assert!(answer.contains("class=\"remark\"") && answer.contains("The Dutch text has changed"), "{answer}");
    let tree = edited(&example(), SITE, "nl: Wij beslissen binnen", "nl: Wij nemen een besluit binnen");
    let html = built_on(&tree, DAY);
    let card = page(&html, "duinrode/en/card/index.html");
    assert_eq!(card.matches("The Dutch text has changed").count(), 1, "{card}");
}

#[test]
fn a_term_without_a_value_stops_the_build() {
    let facts = "content/facts.yaml";
    let ends = edited(
        &example(),
        facts,
        "  law: [Awb 9:24]\n  values:\n    - {from: 2024-01-01, value: 12}",
        "  law: [Awb 9:24]\n  values:\n    - {from: 2027-01-01, value: 12}",
    );
    let found = found(&ends);
    assert!(found.contains(&("fact-without-value", "ombudsman-within".to_owned())), "{found:?}");
}

#[test]
fn a_fact_that_only_such_a_page_names_is_used() {
    let facts = minimal().find("content/facts.yaml").and_then(|(_, f)| f.text()).expect("facts").to_owned();
    let facts = format!("{facts}\nanswer-within:\n  kind: weeks\n  label: Tijd\n  source: Wet\n  values: 3\n");
    let tree = with(&minimal(), &[("content/facts.yaml", &facts)]);
    let unused = ("unused-fact", "answer-within".to_owned());
    assert!(found(&tree).contains(&unused), "nothing names it");
    let decision = "title: T\nquestions:\n  q: {text: V, answers: {a: {to: e, text: A}}}\nends:\n  \
                    e: {title: T, do: D, within: answer-within}\n";
    assert!(!found(&with(&tree, &[("content/decisions/d.yaml", decision)])).contains(&unused));
}

#[test]
fn texts_beside_the_rules_are_judged_like_others() {
    let long = "Wij willen graag dat u ons binnen {report-within} vertelt wat er bij u thuis of op uw werk is veranderd sinds de vorige keer dat u ons sprak, ook als het klein is.";
    let tree = edited(&example(), SITE, "Verandert er iets? Meld het binnen {report-within:after}.", long);
    let tree = edited(
        &tree,
        DECISION,
        "nl: Schrijf op wat er gebeurde, wanneer, en met wie.",
        &format!("nl: \"{long}\""),
    );
    let found = found(&tree);
    let long: Vec<_> = found.iter().filter(|(code, _)| *code == "very-long-sentence").collect();
    assert_eq!(long.len(), 2, "{found:?}");
}

#[test]
fn no_chapter_can_have_the_address_of_these_pages() {
    for name in ["card", "decisions", "repayment"] {
        let tree = with(&minimal(), &[(&format!("content/rules/{name}/chapter.yaml"), "order: 9\n")]);
        assert!(found(&tree).iter().any(|(code, _)| *code == "bad-id"), "{name}");
    }
}

/// A chain as long as a file allows, and back again: the walk has no stack to run out of.
#[test]
fn a_very_long_way_is_walked() {
    let mut text = String::from("title: Lang\nquestions:\n");
    for i in 0..8_000 {
        let _ = writeln!(text, "  q{i}: {{text: V, answers: {{a: {{to: q{}, text: A}}}}}}", i + 1);
    }
    text.push_str("  q8000: {text: V, answers: {a: {to: stop, text: A}, b: {to: q0, text: B}}}\n");
    text.push_str("ends:\n  stop: {title: T, do: D}\n");
    let tree = with(&minimal(), &[("content/decisions/long.yaml", &text)]);
    let found = found(&tree);
    assert_eq!(found, [("decision-circle", "b".to_owned())]);
}
