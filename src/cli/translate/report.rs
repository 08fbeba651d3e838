//! The status of a guide as people read it.

use std::fmt::Write;

use crate::author::{Counts, FileStatus, SegmentStatus, Status};

/// Narrower than this, two columns are hard to read.
const TWO_COLUMNS: usize = 80;
const INDENT: &str = "    ";

/// The whole report for a terminal of this width. `source` is the tag of the source language.
pub(super) fn text(status: &Status, source: &str, width: usize) -> String {
    let mut out = String::new();
    for language in &status.languages {
        let _ = writeln!(out, "{}: {}\n", language.language, counted(language.counts));
        language.files.iter().for_each(|each| file(each, (source, "translation"), width, &mut out));
    }
    let own = &status.own_versions;
    if own.counts != Counts::default() {
        let Counts { complete, stale, unrecorded, .. } = own.counts;
        let _ = writeln!(
            out,
            "own versions: {complete} made from the present general text, {stale} from an older one, {unrecorded} not \
             recorded\n"
        );
        own.files.iter().for_each(|each| file(each, ("general", "own version"), width, &mut out));
    }
    out
}

fn counted(counts: Counts) -> String {
    let Counts { complete, stale, missing, machine, unrecorded } = counts;
    format!("{complete} complete, {stale} stale, {missing} missing, {machine} machine, {unrecorded} not recorded")
}

fn file(file: &FileStatus, (source, own): (&str, &str), width: usize, out: &mut String) {
    if file.absent {
        let count = file.segments.len();
        let plural = if count == 1 { "" } else { "s" };
        let _ = writeln!(out, "{}\n  the file is missing ({count} segment{plural})\n", file.path);
        return;
    }
    let _ = writeln!(out, "{}", file.path);
    for segment in file.segments.iter().filter(|segment| segment.standing == "stale") {
        stale(segment, (source, own), width, out);
    }
    let kinds = [
        ("missing", "missing"),
        ("machine", "made by a machine, not read by anybody"),
        ("unrecorded", "not recorded from which text they were made"),
    ];
    for (standing, what) in kinds {
        let of_kind = file.segments.iter().filter(|segment| segment.standing == standing);
        let names: Vec<&str> = of_kind.map(|segment| segment.name.as_str()).collect();
        if !names.is_empty() {
            for line in wrapped(&format!("{what}: {}", names.join(", ")), width.saturating_sub(2)) {
                let _ = writeln!(out, "  {line}");
            }
        }
    }
    out.push('\n');
}

/// A stale segment: what the source said and says, and the translation.
fn stale(segment: &SegmentStatus, (source, own): (&str, &str), width: usize, out: &mut String) {
    let line = segment.line.map(|line| format!(", line {line}")).unwrap_or_default();
    let _ = writeln!(out, "  {} is stale{line}", segment.name);
    let then = segment.then.as_deref().unwrap_or("the old text is not in this folder's git history");
    let now = segment.now.as_deref().unwrap_or("this text is gone, or the number of parts changed");
    let (before, after) = (format!("{source}, then:"), format!("{source}, now:"));
    let inner = width.saturating_sub(INDENT.len()).max(20);
    if width >= TWO_COLUMNS {
        let column = (inner - 3) / 2;
        let side = |title: &str, text: &str| {
            let mut lines = vec![title.to_owned()];
            lines.extend(wrapped(text, column));
            lines
        };
        let (left, right) = (side(&before, then), side(&after, now));
        for i in 0..left.len().max(right.len()) {
            let cell = |lines: &[String]| lines.get(i).cloned().unwrap_or_default();
            let (left, right) = (cell(&left), cell(&right));
            let space = " ".repeat(column.saturating_sub(left.chars().count()));
            let _ = writeln!(out, "{INDENT}{}", format!("{left}{space} | {right}").trim_end());
        }
    } else {
        for (title, text) in [(&before, then), (&after, now)] {
            let _ = writeln!(out, "{INDENT}{title}");
            indented(text, inner, out);
        }
    }
    if let Some(text) = &segment.text {
        let _ = writeln!(out, "{INDENT}{own}:");
        indented(text, inner, out);
    }
}

fn indented(text: &str, width: usize, out: &mut String) {
    for line in wrapped(text, width) {
        let _ = writeln!(out, "{INDENT}{line}");
    }
}

/// A text in lines of at most `width` characters; a longer word has a line of its own.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one() -> Status {
        let segment = SegmentStatus {
            name: "answer".into(),
            standing: "stale",
            line: Some(3),
            text: Some("Do you get another car? Tell us.".into()),
            then: Some("Krijgt u een andere auto? Vertel het ons.".into()),
            now: Some("Krijgt u een andere auto of motor? Vertel het ons dan meteen, of bel.".into()),
        };
        let missing = SegmentStatus { name: "proof".into(), standing: "missing", line: None, ..segment.clone() };
        let file = FileStatus { path: "en.md".into(), absent: false, segments: vec![segment, missing] };
        let counts = Counts { complete: 7, stale: 1, missing: 1, ..Counts::default() };
        let language = crate::author::LanguageStatus { language: "en".into(), counts, files: vec![file] };
        let own_versions = crate::author::OwnVersions { counts: Counts::default(), files: Vec::new() };
        Status { languages: vec![language], own_versions }
    }

    #[test]
    fn wide_in_two_columns() {
        let wanted = "\
en: 7 complete, 1 stale, 1 missing, 0 machine, 0 not recorded

en.md
  answer is stale, line 3
    nl, then:                            | nl, now:
    Krijgt u een andere auto? Vertel het | Krijgt u een andere auto of motor?
    ons.                                 | Vertel het ons dan meteen, of bel.
    translation:
    Do you get another car? Tell us.
  missing: proof

";
        assert_eq!(text(&one(), "nl", 80), wanted);
    }

    #[test]
    fn narrow_one_under_the_other() {
        let narrow = text(&one(), "nl", 40);
        assert!(!narrow.contains('|'), "{narrow}");
        assert!(narrow.lines().all(|line| line.chars().count() <= 61), "{narrow}");
        assert!(narrow.contains("    Krijgt u een andere auto? Vertel het\n    ons.\n    nl, now:\n"), "{narrow}");
    }
}
