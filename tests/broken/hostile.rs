//! Content made to hurt: too large, too deep, not text, out of the folder. And odd content that is sound.

use std::fs::{self, File};

use rayon::prelude::*;

use super::project::{Project, guide};
use super::{generated, none_wrong};

const CAR: &str = "content/rules/possessions/car/nl.md";
const CHAPTER: &str = "content/rules/possessions/chapter.yaml";
const FACTS: &str = "content/facts.yaml";

/// Broken content by name, with what breaks it. Each has its expectation in `tests/broken/generated/`.
pub(super) const BROKEN: &[(&str, fn(&Project))] = &[
    ("invalid-utf8", |project| {
        let text = fs::read(project.path(CAR)).expect("readable");
        let at = text.windows(8).position(|word| word == b"kenteken").expect("there");
        project.write(CAR, [&text[..at + 3], b"\xff", &text[at + 3..]].concat());
    }),
    ("utf16", |project| {
        let text = fs::read_to_string(project.path(CHAPTER)).expect("a text");
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        project.write(CHAPTER, units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    }),
    ("text-of-50-mb", |project| grow(project, CAR)),
    ("image-of-50-mb", |project| {
        project.write("content/rules/possessions/car/car.png", "");
        grow(project, "content/rules/possessions/car/car.png");
    }),
    ("deep-list", |project| project.body(CAR, &format!("{}x\n", "- ".repeat(10_000)))),
    ("deep-quote", |project| project.body(CAR, &format!("{}x\n", "> ".repeat(10_000)))),
    ("deep-emphasis", |project| project.body(CAR, &format!("{0}x{0}\n", "*".repeat(10_000)))),
    ("deep-images", |project| {
        project.body(CAR, &format!("{}x{}\n", "![".repeat(10_000), "](car.svg)".repeat(10_000)));
    }),
    ("a-megabyte-of-braces", |project| project.body(CAR, &"{".repeat(1_000_000))),
    ("deep-yaml-list", |project| project.write(CHAPTER, format!("order:\n  {}x\n", "- ".repeat(10_000)))),
    ("deep-yaml-brackets", |project| {
        project.write(CHAPTER, format!("order: {}{}\n", "[".repeat(10_000), "]".repeat(10_000)));
    }),
    ("deep-yaml-braces", |project| {
        project.write(CHAPTER, format!("order: {}1{}\n", "{a: ".repeat(10_000), "}".repeat(10_000)));
    }),
    ("a-megabyte-of-yaml-brackets", |project| project.write(CHAPTER, "[".repeat(1_000_000))),
    ("deep-formula", |project| project.edit(FACTS, "2 * {assets-single}", &"(".repeat(10_000))),
    ("huge-number", |project| project.edit(FACTS, "8000.50", &"9".repeat(40))),
    ("bom-crlf-and-a-fault", |project| {
        project.edit(CAR, "(term:vermogen)", "(term:vermoge)");
        project.edit(CAR, "{assets-single}", "{asset-single}");
        foreign_lines(project, CAR);
        project.edit(FACTS, "2026-01-01", "2026-02-30");
        foreign_lines(project, FACTS);
    }),
    ("nul-in-yaml", |project| project.edit(CAR, "Zoek op", "Zoek\0op")),
    #[cfg(unix)]
    ("link-out-of-the-folder", |project| {
        let outside =
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/guides/minimal/content/rules/possessions/car/car.svg");
        assert!(std::path::Path::new(outside).is_file(), "the link leads to a picture that could be shown");
        std::os::unix::fs::symlink(outside, project.path("content/rules/possessions/car/secret.svg"))
            .expect("made");
    }),
    #[cfg(unix)]
    ("link-to-a-folder-outside", |project| {
        std::os::unix::fs::symlink("/etc", project.path("content/rules/possessions/etc")).expect("made");
    }),
    #[cfg(unix)]
    ("link-in-a-circle", |project| {
        std::os::unix::fs::symlink("circle.svg", project.path("content/circle.svg")).expect("made");
    }),
    #[cfg(unix)]
    ("pipe", |project| {
        let pipe = project.path("content/rules/possessions/car/pipe.svg");
        assert!(std::process::Command::new("mkfifo").arg(pipe).status().expect("runs").success());
    }),
    #[cfg(target_os = "linux")]
    ("names-differ-in-case", |project| project.write("content/rules/possessions/car/Car.svg", "<svg/>")),
    #[cfg(target_os = "linux")]
    ("odd-file-name", |project| {
        use std::os::unix::ffi::OsStrExt;
        let name = std::ffi::OsStr::from_bytes(b"content/rules/possessions/car/\xff.svg");
        fs::write(project.folder().join(name), "<svg/>").expect("writable");
    }),
    #[cfg(unix)]
    ("names-that-windows-keeps", |project| {
        for name in ["aux.svg", "a:b.svg", "end.svg.", "COM1.svg", "nul/x.svg"] {
            project.write(&format!("content/rules/possessions/car/{name}"), "<svg/>");
        }
    }),
    ("path-too-long", |project| {
        project.write(&format!("content/rules/possessions/car/{}.svg", "x".repeat(180)), "<svg/>");
    }),
    ("folders-too-deep", |project| project.write(&format!("content/{}x.svg", "a/".repeat(13)), "<svg/>")),
];

fn grow(project: &Project, path: &str) {
    let file = File::options().write(true).open(project.path(path)).expect("opens");
    file.set_len(50_000_000).expect("grows");
}

/// As some editors on Windows save: byte order mark, CRLF.
fn foreign_lines(project: &Project, path: &str) {
    let text = fs::read_to_string(project.path(path)).expect("a text");
    assert!(!text.contains('\r'));
    project.write(path, format!("\u{feff}{}", text.replace('\n', "\r\n")));
}

#[test]
fn hostile_content_gives_exactly_its_finding() {
    let judge = |(name, break_it): &(&str, fn(&Project))| {
        let project = Project::minimal();
        break_it(&project);
        project.judge(name, &generated(name))
    };
    none_wrong("kinds", BROKEN.par_iter().map(judge).collect());
}

/// The published page of the rule that these tests change.
fn page(project: &Project) -> String {
    String::from_utf8(project.site().remove("nl/possessions/car/index.html").expect("made")).expect("UTF-8")
}

fn builds(project: &Project) {
    let run = project.build();
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(!project.is_as_before());
}

#[test]
fn byte_order_marks_and_crlf_change_nothing() {
    let (plain, foreign) = (Project::minimal(), Project::minimal());
    for path in guide().keys().filter(|path| path.ends_with(".yaml") || path.ends_with(".md")) {
        foreign_lines(&foreign, path);
    }
    builds(&plain);
    builds(&foreign);
    assert_eq!(plain.site(), foreign.site());
}

#[test]
fn brackets_without_meaning_are_text() {
    for (open, close) in [("[", "]"), ("(", ")"), ("](", ")[")] {
        let project = Project::untranslated();
        let text = format!("a{}x{}b", open.repeat(10_000), close.repeat(10_000));
        project.body(CAR, &format!("{text}\n"));
        builds(&project);
        assert!(page(&project).contains(&text), "{open} and {close}");
    }
    let project = Project::untranslated();
    project.body(CAR, &"[".repeat(1_000_000));
    builds(&project);
    assert!(page(&project).contains(&"[".repeat(1_000_000)));
}

#[test]
fn markup_and_bidi_controls_in_values_come_out_as_text() {
    let project = Project::untranslated();
    let duinrode = "content/municipalities/duinrode/municipality.yaml";
    project.edit(duinrode, "name: Duinrode", "name: '</title><script>alert(1)</script>\" onload=\"x'");
    project.body(CAR, "Een \u{202e}otua\u{202c}, &lt;b&gt; \\<i> &#60;u> \\{x} &#123;y}.\n");
    builds(&project);
    assert!(page(&project).contains("Een \u{202e}otua\u{202c}, &lt;b&gt; &lt;i&gt; &lt;u&gt; {x} {y}."));
    for (path, bytes) in project.site() {
        let text = String::from_utf8(bytes).expect("UTF-8");
        for raw in ["<script>alert", "\" onload=\"", "<b>", "<i>", "<u>"] {
            assert!(!text.contains(raw) || !path.ends_with(".html"), "{path} holds {raw}");
        }
    }
}

/// NUL and the other control characters cannot stand in HTML in any form.
#[test]
fn control_characters_never_reach_a_page() {
    let project = Project::minimal();
    project.edit(CAR, "title: Een andere auto", "title: \"Een\\0 andere\\e \\x7f auto\"");
    project.edit(CAR, "Waarom moet", "Waarom\0 moet");
    builds(&project);
    for (path, bytes) in project.site() {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let odd = text.chars().find(|c| c.is_control() && !"\n\t".contains(*c));
        assert_eq!(odd, None, "{path} holds a control character");
    }
    assert!(page(&project).contains("Waarom\u{fffd} moet"));
}

/// A name in a guide must not be able to colour, clear or retitle the terminal of whoever builds it.
#[cfg(unix)]
#[test]
fn control_characters_never_reach_the_terminal() {
    let project = Project::minimal();
    project.write("content/\u{1b}]0;title\u{7}.txt", "x");
    project.edit(FACTS, "report-within:\n", "\"report-within\\e[2J\":\n");
    project.edit("content/site.yaml", "[nl, en]", "[nl, en, \"\\e[31m\"]");
    project.edit(CAR, "(car.svg)", "(\u{1b}[31m.svg)");
    let run = project.build();
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.contains("cannot be used as a language"), "{}", run.stderr);
    let odd: Vec<&str> = run.stderr.lines().filter(|line| line.contains(char::is_control)).collect();
    assert!(odd.is_empty(), "{odd:#?}");
}

/// Sixteen formulas that each need the one before eight times: quick when every fact is computed once.
#[test]
fn formulas_that_share_facts_end() {
    let project = Project::untranslated();
    let mut facts = fs::read_to_string(project.path(FACTS)).expect("a text");
    facts.push_str("f0: {kind: number, label: x, source: x, values: 1}\n");
    for i in 1..=16 {
        let sum = vec![format!("{{f{}}}", i - 1); 8].join(" + ");
        facts.push_str(&format!("f{i}: {{kind: number, label: x, source: x, formula: \"{sum}\"}}\n"));
    }
    project.write(FACTS, facts);
    project.body(CAR, "Zoveel: {f16}.\n");
    builds(&project);
    assert!(page(&project).contains("281.474.976.710.656"), "eight to the power of sixteen");
}

/// Thousands of faults in one file: all are shown, and the time grows with their number, not its square.
#[test]
fn many_faults_in_one_file_end() {
    for (path, text) in [
        ("content/glossary.yaml", (0..40_000).map(|i| format!("word-{i}: {{}}\n")).collect::<String>()),
        ("content/glossary.yaml", "word: {}\n".repeat(40_000)),
    ] {
        let project = Project::minimal();
        project.write(path, text);
        let run = project.build();
        assert_eq!(run.code, Some(1), "{}", &run.stderr[..run.stderr.len().min(200)]);
        assert!(run.stderr.lines().filter(|line| line.starts_with("error[")).count() > 39_000);
    }
    let project = Project::minimal();
    project.body(CAR, &"`x` ".repeat(100_000));
    let run = project.build();
    assert_eq!(run.code, Some(1), "{}", &run.stderr[..run.stderr.len().min(200)]);
}
