//! Whatever stands in a text stays text: nothing of it is read as markup, runs, or reaches a file.

use super::pdf::{Pdf, has_poppler};
use super::{DAY, binder, bound, duinrode, site};
use crate::bench::{edited, example};
use wegwijs::source::FontShelf;

const CAR: &str = "content/rules/possessions/car/nl.md";
const ANSWER: &str = "Krijgt u een andere auto";

#[test]
fn markup_of_typst_is_letters() {
    if !has_poppler() {
        return;
    }
    let nasty = [
        r##"#read('/etc/passwd')"##,
        r##"$x^2$"##,
        r##"#import '@preview/x:1.0.0'"##,
        r##"a_b_c = // geen commentaar"##,
        r##"#panic('au')"##,
        r##"@verwijzing en #set page(width: 1pt)"##,
    ];
    let mut plan = binder("nl");
    plan.rules = vec!["possessions/car".to_owned()];
    for text in nasty {
        let tree = edited(&example(), CAR, ANSWER, &format!("{text} {ANSWER}"));
        let said = Pdf::open(&bound(&tree, &duinrode(DAY), &plan).bytes).text();
        let flat: String = said.split_whitespace().collect();
        let wanted: String = text.split_whitespace().collect();
        assert!(
            flat.contains(&wanted),
            "{text} is not in the text:\n{}",
            said.chars().take(2500).collect::<String>()
        );
    }
}

#[test]
fn words_that_nobody_writes_stay_on_the_page() {
    let long = "w".repeat(5000);
    let tree = edited(&example(), CAR, ANSWER, &format!("{long} {ANSWER}"));
    let mut plan = binder("nl");
    plan.rules = vec!["possessions/car".to_owned()];
    let pdf = Pdf::open(&bound(&tree, &duinrode(DAY), &plan).bytes);
    if !has_poppler() {
        return;
    }
    for (width, grey) in pdf.pictures(36) {
        let edge = width - width * 5 / 210;
        let sheet = grey.chunks(width).skip(200 * 36 / 25);
        assert!(sheet.flat_map(|row| &row[edge..]).all(|dot| *dot > 0xf0), "ink at the edge");
    }
}

#[test]
fn characters_without_a_face_are_named_and_marks_that_turn_the_text_are_left_out() {
    let tree = edited(&example(), CAR, ANSWER, &format!("\u{1f9a6} \u{202e}omgekeerd\u{202c} {ANSWER}"));
    let mut plan = binder("nl");
    plan.rules = vec!["possessions/car".to_owned()];
    let made = wegwijs::bind(&tree, &duinrode(DAY), &plan, &FontShelf::none());
    // The changed text also makes its translations old, which is not what this is about.
    let printed: Vec<_> = made.findings.iter().filter(|finding| finding.code == "character-not-printed").collect();
    assert_eq!(printed.len(), 1, "{:?}", made.findings);
    assert!(printed[0].span.is_some(), "it says where");
    let pdf = made.value.expect("a binder all the same").printed;
    if has_poppler() {
        assert!(Pdf::open(&pdf.bytes).text().contains("omgekeerd"));
    }
}

#[test]
fn a_broken_template_is_a_finding_with_its_place() {
    let tree = edited(
        &example(),
        "themes/default/binder/sheet.typ",
        "#let sheet(file, depth) = {",
        "#let sheet(file, depth) = {\n  panic(\"au\")",
    );
    let mut plan = binder("nl");
    plan.rules = vec!["B1".to_owned()];
    let made = wegwijs::bind(&tree, &duinrode(DAY), &plan, &FontShelf::none());
    assert!(made.value.is_none());
    let finding = made.findings.first().expect("a finding");
    assert_eq!(finding.code, "binder-failed");
    assert!(finding.span.is_some(), "{finding:?}");
}

#[test]
fn a_stale_and_a_missing_segment_are_marked_beside_the_dutch_one() {
    if !has_poppler() {
        return;
    }
    let tree = edited(&example(), CAR, "U koopt een wasmachine of een tv.", "U koopt een wasmachine of een bank.");
    let site = site(&tree, &duinrode(DAY), FontShelf::none());
    let sheet = site.file("duinrode/en/possessions/car/b3-nl-en.pdf").expect("the sheet");
    let text = Pdf::open(sheet).text();
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("bank"), "the new Dutch text");
    assert!(flat.contains("has changed since"), "the note beside it: {flat}");
}
