//! Where ink may be: room for holes on the side that is bound, and nothing at the edge but the tab.

use super::pdf::{Pdf, has_poppler};
use super::{DAY, binder, bound, duinrode};
use crate::bench::example;

const DOTS: u32 = 72;
/// Millimetres to dots.
fn dots(mm: f64) -> usize {
    (mm / 25.4 * f64::from(DOTS)).round() as usize
}

/// Whether a column of dots has ink between two rows.
fn ink(picture: &(usize, Vec<u8>), columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) -> bool {
    let (width, grey) = picture;
    rows.into_iter().any(|row| columns.clone().any(|column| grey[row * width + column] < 0xf0))
}

fn check(languages: &str, bound_right: bool, double_sided: bool) {
    let mut plan = binder(languages);
    plan.chapters = vec!["possessions".to_owned()];
    plan.form.double_sided = double_sided;
    let pdf = Pdf::open(&bound(&example(), &duinrode(DAY), &plan).bytes);
    let pictures = pdf.pictures(DOTS);
    assert!(pictures.len() >= 12, "{} pages", pictures.len());
    for (i, picture) in pictures.iter().enumerate() {
        let width = picture.0;
        let height = picture.1.len() / width;
        let right = bound_right != (double_sided && i % 2 == 1);
        let what = format!("{languages}, page {}, double sided: {double_sided}", i + 1);
        let inner = if right { width - dots(22.0)..width } else { 0..dots(22.0) };
        assert!(!ink(picture, inner, 0..height), "{what}: ink where the holes go");
        assert!(!ink(picture, 0..width, 0..dots(5.0)), "{what}: ink at the top");
        assert!(!ink(picture, 0..width, height - dots(5.0)..height), "{what}: ink at the foot");
        let outer = if right { 0..dots(5.0) } else { width - dots(5.0)..width };
        // The tab: one block, not higher than 30 mm.
        let rows: Vec<usize> = (0..height).filter(|row| ink(picture, outer.clone(), *row..*row + 1)).collect();
        if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
            assert!(last - first + 1 == rows.len() && rows.len() <= dots(31.0), "{what}: ink at the outer edge");
        }
    }
    let tabs = pictures.iter().filter(|picture| {
        let height = picture.1.len() / picture.0;
        ink(picture, 0..dots(3.0), 0..height) || ink(picture, picture.0 - dots(3.0)..picture.0, 0..height)
    });
    assert!(tabs.count() >= 7, "{languages}: sheets have a tab");
}

#[test]
fn there_is_room_for_holes_and_nothing_at_the_edge() {
    if !has_poppler() {
        return;
    }
    check("nl", false, false);
    check("nl", false, true);
    check("ar", true, false);
    check("ar", true, true);
    check("nl+ar", false, false);
}

#[test]
fn sheets_start_on_the_right_hand_page_of_both_sided_print() {
    if !has_poppler() {
        return;
    }
    let mut plan = binder("nl");
    plan.chapters = vec!["possessions".to_owned()];
    plan.form.double_sided = true;
    let text = Pdf::open(&bound(&example(), &duinrode(DAY), &plan).bytes).text();
    let starts: Vec<usize> = text
        .split('\u{c}')
        .enumerate()
        .filter(|(_, page)| page.contains("Bladzijde 1 van") && page.contains("van dit blad"))
        .map(|(i, _)| i + 1)
        .collect();
    assert_eq!(starts.len(), 3, "three sheets: {starts:?}");
    assert!(starts.iter().all(|page| page % 2 == 1), "{starts:?}");
}
