//! Texts set as PDF: whatever is written, the sheet of a rule is made, and can be read.
//!
//! The input is the text under the keys of a rule, in Dutch and, in the second column of the sheet, in Arabic.

use wegwijs::render::binder::Form;
use wegwijs::source::FontShelf;
use wegwijs::{BinderPlan, BuildPlan, bind};

use super::around::{DAY, dutch_with, text, text_of};
use super::held;

const CAR: &str = "content/rules/possessions/car";

/// Takes the text of a rule.
pub fn pdf_text(data: &[u8]) {
    let text = text(data);
    let dutch = text_of("content/rules/possessions/car/nl.md");
    let front = &dutch[..dutch.rfind("---\n##").expect("the keys end") + 4];
    let whole = format!("{front}{text}");
    let site = text_of("content/site.yaml").replace("[nl, en]", "[nl, en, ar]");
    let (nl, ar) = (format!("{CAR}/nl.md"), format!("{CAR}/ar.md"));
    let tree = dutch_with([(&*nl, whole.clone()), (&*ar, whole), ("content/site.yaml", site)]);
    let binder = BinderPlan {
        languages: ("nl".to_owned(), Some("ar".to_owned())),
        rules: vec!["possessions/car".to_owned()],
        chapters: Vec::new(),
        situations: Vec::new(),
        since: None,
        form: Form::default(),
    };
    let bound = bind(&tree, &BuildPlan::on(DAY), &binder, &FontShelf::none());
    held::findings(&bound.findings, &wegwijs::complete(&tree));
    let stopped = wegwijs::diag::stops(&bound.findings, false);
    assert_eq!(bound.value.is_none(), stopped, "a PDF or an error: {:?}", bound.findings);
    assert!(bound.findings.iter().all(|finding| finding.code != "binder-failed"), "{:?}", bound.findings);
    let Some(bound) = bound.value else { return };
    let pdf = lopdf::Document::load_mem(&bound.printed.bytes).expect("a PDF that can be read");
    assert!(!pdf.get_pages().is_empty(), "with pages");
}
