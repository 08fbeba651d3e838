//! How long the stages of a build take, one by one, on the example guide copied until it has many rules.
//!
//! `cargo bench --no-default-features --features serve --bench stages`; `WEGWIJS_RULES` says how many rules
//! (340 if nothing else is said).

#![allow(missing_docs, reason = "criterion makes public functions")]
#![expect(clippy::disallowed_methods, reason = "a bench is told its size by the environment")]

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::{Date, date};
use wegwijs::live::Live;
use wegwijs::output::{Made, OutputFile, Sink, publish};
use wegwijs::resolve::{Edition, Facts};
use wegwijs::source::{Limits, Payload, SourceFile, SourceTree, read_folder};
use wegwijs::{BuildPlan, build, build_into, complete, load};

const DAY: Date = date(2026, 11, 22);

/// The example guide with one municipality, its rules copied into more chapters.
fn guide(rules: usize) -> SourceTree {
    let example = read_folder(Path::new(env!("CARGO_MANIFEST_DIR")), Limits::default());
    let left_out = |path: &str| {
        ["municipalities/meerwijk", "municipalities/polderhaven", ".lock"].iter().any(|part| path.contains(part))
    };
    let mut files: Vec<SourceFile> =
        example.iter().map(|(_, file)| file.clone()).filter(|file| !left_out(&file.path)).collect();
    let own: Vec<&str> = example
        .iter()
        .filter_map(|(_, file)| file.path.strip_prefix("content/rules/")?.strip_suffix("/rule.yaml"))
        .collect();
    for copy in 0..rules.saturating_sub(own.len()) / own.len() {
        let letter: String = [b'A' + (copy / 26) as u8, b'A' + (copy % 26) as u8].map(char::from).iter().collect();
        let chapter = format!("content/rules/copy-{}", letter.to_lowercase());
        let text = format!("order: {}\nletter: {letter}\ntitle: Meer\nintroduction: Meer\n", 100 + copy);
        files.push(text_file(&format!("{chapter}/chapter.yaml"), &text));
        for (i, rule) in own.iter().enumerate() {
            let name = rule.rsplit('/').next().unwrap_or_default();
            for (_, file) in example.below(&format!("content/rules/{rule}/")) {
                let end = file.path.rsplit('/').next().unwrap_or_default();
                let path = format!("{chapter}/{name}/{end}");
                let sheet = |line: &str| match line.starts_with("sheet:") {
                    true => format!("sheet: {letter}{}", i + 1),
                    false => line.to_owned(),
                };
                match file.text().filter(|_| end == "rule.yaml") {
                    Some(text) => {
                        files.push(text_file(&path, &text.lines().map(sheet).collect::<Vec<_>>().join("\n")))
                    }
                    None => files.push(SourceFile { path: path.into(), payload: file.payload.clone() }),
                }
            }
        }
    }
    SourceTree::from_files(files)
}

fn text_file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.into(), payload: Payload::Text(Arc::from(text)) }
}

/// Takes files and forgets them.
struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, file: OutputFile, _: Option<Made>) {
        black_box(file);
    }
}

/// The tree with another answer in one rule.
fn edited(tree: &SourceTree, round: usize) -> SourceTree {
    const PATH: &str = "content/rules/possessions/car/nl.md";
    let files = tree.iter().map(|(_, file)| match file.text().filter(|_| &*file.path == PATH) {
        Some(text) => text_file(PATH, &text.replacen("answer: ", &format!("answer: Ronde {round}. "), 1)),
        None => file.clone(),
    });
    SourceTree::from_files(files)
}

fn stages(c: &mut Criterion) {
    let rules = std::env::var("WEGWIJS_RULES").ok().and_then(|rules| rules.parse().ok()).unwrap_or(340);
    let tree = complete(&guide(rules));
    let plan = BuildPlan::on(DAY);
    let mut group = c.benchmark_group(format!("{rules} rules"));
    group.sample_size(10);
    group.bench_function("parse", |b| b.iter(|| load::load(black_box(&tree))));
    let library = load::load(&tree).value.expect("the example guide is sound");
    group.bench_function("resolve", |b| {
        b.iter(|| {
            let municipality = library.municipalities.first().map(|own| &**own);
            let facts = Facts::on(&library, municipality, DAY);
            let edition = Edition { library: &library, municipality, language: 0, date: DAY, facts: &facts };
            edition.rules().into_iter().map(|rule| edition.rule(rule).facts.len()).sum::<usize>()
        });
    });
    group.bench_function("parse, check and render", |b| b.iter(|| build_into(&tree, &plan, &Nowhere)));
    let site = build(&tree, &plan).value.expect("the example guide is sound");
    let folder = tempfile::tempdir().expect("a folder for the site");
    group.bench_function("write", |b| b.iter(|| publish(&site, &folder.path().join("public"), true)));
    drop(site);
    let mut live = Live::new(tree.clone(), DAY);
    let mut round = 0;
    let two = [edited(&tree, 1), edited(&tree, 2)];
    group.bench_function("one text changed: read again", |b| {
        b.iter(|| {
            round += 1;
            live.update(two[round % 2].clone())
        });
    });
    group.bench_function("one text changed: read again, and its page made", |b| {
        b.iter(|| {
            round += 1;
            live.update(two[round % 2].clone());
            live.now().file("nl/possessions/car/index.html", DAY)
        });
    });
    group.bench_function("one text changed: every finding", |b| {
        b.iter(|| {
            round += 1;
            live.update(two[round % 2].clone());
            live.now().judge().findings.len()
        });
    });
}

criterion_group!(benches, stages);
criterion_main!(benches);
