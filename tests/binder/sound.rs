//! Every PDF of the example guide keeps the rules of PDF/UA-1 and PDF/A-2a, and the promises of this project
//! on top of them.

use std::collections::BTreeSet;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use rayon::prelude::*;
use wegwijs::BuildPlan;
use wegwijs::source::FontShelf;

use super::pdf::{Pdf, Tag, has_poppler};
use super::{DAY, binder, bound, duinrode, site};
use crate::bench::example;

/// The validator takes a compressed stream that happens to end in a carriage return for one that is too
/// long; qpdf shows that such a file is right.
const FALSE_ALARMS: [&str; 2] = ["6.1.7.1:1", "STREAM-LENGTH-001"];

/// What is wrong with a PDF.
fn faults(path: &str, bytes: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        match validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)) {
            Ok(report) => {
                let failures =
                    report.failures.iter().filter(|f| !FALSE_ALARMS.iter().any(|id| f.rule_id.ends_with(id)));
                faults.extend(failures.map(|failure| format!("{failure}")));
            }
            Err(error) => faults.push(error.to_string()),
        }
    }
    let pdf = Pdf::open(bytes);
    let tags = pdf.tags();
    faults.extend(of_catalog(&pdf, path));
    faults.extend(of_tags(&tags));
    faults.extend(of_fonts(&pdf));
    faults.into_iter().map(|fault| format!("{path}: {fault}")).collect()
}

fn of_catalog(pdf: &Pdf, path: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let catalog = pdf.catalog();
    let stem = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".pdf");
    let parts: Vec<&str> = stem.rsplit('-').collect();
    // A file is named after its languages, the first of which is the document's.
    let first = if parts.len() > 2 && ["nl", "en", "ar"].contains(&parts[1]) { parts[1] } else { parts[0] };
    if pdf.text_of(catalog, "Lang").as_deref() != Some(first) {
        faults.push(format!("the language is {:?}, not {first}", pdf.text_of(catalog, "Lang")));
    }
    let preferences = pdf.entry(catalog, "ViewerPreferences").and_then(|p| p.as_dict().ok());
    let shown = preferences.and_then(|p| pdf.entry(p, "DisplayDocTitle")).and_then(|o| o.as_bool().ok());
    if shown != Some(true) {
        faults.push("the title is not shown".to_owned());
    }
    let right = preferences.and_then(|p| pdf.entry(p, "Direction")).and_then(|o| o.as_name().ok());
    if (right == Some(b"R2L")) != (first == "ar") {
        faults.push("it is not bound on the side where its language starts".to_owned());
    }
    if pdf.bookmarks().is_empty() {
        faults.push("there are no bookmarks".to_owned());
    }
    if !catalog.has(b"PageLabels") {
        faults.push("pages have no labels".to_owned());
    }
    let metadata = pdf.entry(catalog, "Metadata").and_then(|m| m.as_stream().ok());
    let xmp = metadata.and_then(|m| m.get_plain_content().ok()).unwrap_or_default();
    let xmp = String::from_utf8_lossy(&xmp).into_owned();
    for part in ["pdfuaid", "pdfaid", "dc:title"] {
        if !xmp.contains(part) {
            faults.push(format!("no {part} in its metadata"));
        }
    }
    faults
}

fn of_tags(root: &Tag) -> Vec<String> {
    let mut faults = Vec::new();
    let mut level = 0;
    for tag in root.all() {
        if tag.kind == "Figure" && tag.alt.as_deref().is_none_or(str::is_empty) {
            faults.push("a picture without alternative text".to_owned());
        }
        if tag.kind == "Table" && !tag.all().iter().any(|cell| cell.kind == "TH") {
            faults.push("a table without header cells".to_owned());
        }
        if let Some(next) = tag.kind.strip_prefix('H').and_then(|n| n.parse::<u32>().ok()) {
            if next > level + 1 {
                faults.push(format!("a heading of level {next} after one of level {level}"));
            }
            level = next;
        }
    }
    if level == 0 {
        faults.push("no headings".to_owned());
    }
    faults
}

fn of_fonts(pdf: &Pdf) -> Vec<String> {
    let mut faults = Vec::new();
    for (_, object) in pdf.document.objects.iter() {
        let Ok(dictionary) = object.as_dict() else { continue };
        let is = |kind: &[u8]| dictionary.get(b"Type").and_then(|t| t.as_name()).is_ok_and(|t| t == kind);
        let name = |key: &[u8]| {
            let name = dictionary.get(key).and_then(|n| n.as_name()).unwrap_or_default();
            String::from_utf8_lossy(name).into_owned()
        };
        // A subset is named after six capitals and a plus sign (ISO 32000-1, 9.6.4).
        if is(b"FontDescriptor") && name(b"FontName").as_bytes().get(6) != Some(&b'+') {
            faults.push(format!("{} is not a subset", name(b"FontName")));
        }
        let embedded = [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| dictionary.has(key));
        if is(b"FontDescriptor") && !embedded {
            faults.push(format!("{} is not embedded", name(b"FontName")));
        }
    }
    faults
}

#[test]
fn every_pdf_of_the_example_guide() {
    // In the faces inside the program, and in better ones, of which `tests/run` installs the Debian package.
    let all = if std::env::var_os("WEGWIJS_TOOLS").is_some() { BuildPlan::on(DAY) } else { duinrode(DAY) };
    for (shelf, plan) in [(FontShelf::none(), duinrode(DAY)), (FontShelf::system(), all)] {
        let site = site(&example(), &plan, shelf);
        let papers: Vec<_> = site.iter().filter(|(path, _)| path.as_str().ends_with(".pdf")).collect();
        // Sheets and the guide in three languages and twice beside Dutch, chapters in one language each.
        assert!(papers.len() >= (17 + 1) * 5 + 9 * 3, "{} PDFs", papers.len());
        let faults: BTreeSet<String> =
            papers.par_iter().flat_map_iter(|(path, bytes)| faults(path.as_str(), bytes)).collect();
        assert!(faults.is_empty(), "{} of {}:\n{faults:#?}", faults.len(), papers.len());
        let sheets = papers.iter().filter(|(path, _)| path.as_str().matches('/').count() == 4);
        let largest = sheets.map(|(path, bytes)| (bytes.len(), path.as_str())).max().expect("sheets");
        assert!(largest.0 < 150_000, "{largest:?} bytes");
    }
}

#[test]
fn the_checks_can_fail() {
    let sheet = bound(&example(), &duinrode(DAY), &binder("nl")).bytes;
    assert_eq!(faults("guide-nl.pdf", &sheet), Vec::<String>::new());
    assert!(!faults("guide-ar.pdf", &sheet).is_empty(), "another language");
    let open = unpacked(&sheet);
    assert_eq!(faults("guide-nl.pdf", &open), Vec::<String>::new());
    for (was, now) in
        [("/TH", "/TX"), ("/Alt", "/Alx"), ("/Lang", "/Lanx"), ("DisplayDocTitle", "DisplayDocTitlx")]
    {
        let spoiled = replaced(&open, was.as_bytes(), now.as_bytes());
        assert!(!faults("guide-nl.pdf", &spoiled).is_empty(), "{was} was taken away and nobody noticed");
    }
}

/// The same PDF with every object by itself, so that words in it can be replaced.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut open = Vec::new();
    lopdf::Document::load_mem(bytes).expect("a PDF").save_to(&mut open).expect("written");
    open
}

/// Bytes with one word in place of another of the same length.
fn replaced(bytes: &[u8], was: &[u8], now: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(was.len()).position(|window| window == was) {
        bytes[at + found..at + found + now.len()].copy_from_slice(now);
        at += found + was.len();
    }
    bytes
}

#[test]
fn arabic_comes_back_in_logical_order() {
    if !has_poppler() {
        return;
    }
    let mut plan = binder("ar");
    plan.rules = vec!["B2".to_owned()];
    let text = Pdf::open(&bound(&example(), &duinrode(DAY), &plan).bytes).text();
    for phrase in ["ماذا يعني هذا لك", "المدخرات والممتلكات", "المساعدة", "هذا مسموح"]
    {
        assert!(text.contains(phrase), "{phrase} in:\n{}", text.chars().take(3000).collect::<String>());
    }
    for figures in ["€\u{a0}8.000", "010 000 00 11", "Spaargeld en bezit"] {
        assert!(text.replace(' ', "\u{a0}").contains(&figures.replace(' ', "\u{a0}")), "{figures}");
    }
}

#[test]
fn two_languages_are_read_row_by_row() {
    let mut plan = binder("nl+ar");
    plan.rules = vec!["B2".to_owned()];
    let tags = Pdf::open(&bound(&example(), &duinrode(DAY), &plan).bytes).tags();
    let headings: Vec<&Tag> = tags.all().into_iter().filter(|tag| tag.kind.starts_with('H')).collect();
    let arabic = |tag: &Tag| tag.all().iter().any(|part| part.lang.as_deref() == Some("ar"));
    // Each Dutch heading is followed by its Arabic one, so that a reader hears both before the next.
    let languages: Vec<bool> = tags
        .all()
        .into_iter()
        .filter(|tag| tag.kind == "Div" && tag.children.iter().any(|child| child.kind.starts_with('H')))
        .map(arabic)
        .collect();
    assert!(headings.len() > 40, "{} headings", headings.len());
    let pairs = languages.chunks(2).filter(|pair| pair == &[false, true]).count();
    assert!(pairs >= 10, "{pairs} pairs in {languages:?}");
}
