//! Same input, same bytes: twice, in any walk order, with any number of threads.

use jiff::civil::date;
use wegwijs::output::OutputTree;
use wegwijs::source::{SourceFile, SourceTree};
use wegwijs::{BuildPlan, build};

use crate::bench::{built_on, example};

fn in_threads(tree: &SourceTree, threads: usize) -> OutputTree {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    pool.install(|| built_on(tree, date(2026, 6, 1)))
}

#[test]
fn twice_shuffled_and_in_one_or_eight_threads() {
    let tree = example();
    let first = in_threads(&tree, 1);
    assert!(first.len() > 250, "the whole example guide was built: {} files", first.len());
    assert!(first == in_threads(&tree, 8), "eight threads");
    assert!(first == in_threads(&tree, 1), "twice");
    let mut files: Vec<SourceFile> = tree.iter().map(|(_, file)| file.clone()).collect();
    files.reverse();
    files.rotate_left(17);
    assert!(first == in_threads(&SourceTree::from_files(files), 3), "another order of walking");
}

#[test]
fn findings_come_in_the_same_order() {
    let spoiled: Vec<SourceFile> = example()
        .iter()
        .map(|(_, file)| {
            let mut file = file.clone();
            if let (true, Some(text)) = (file.path.ends_with("rule.yaml"), file.text()) {
                file = SourceFile {
                    payload: wegwijs::source::Payload::Text(format!("{text}nonsense: 1\n").into()),
                    path: file.path.clone(),
                };
            }
            file
        })
        .collect();
    let tree = SourceTree::from_files(spoiled);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| build(&tree, &BuildPlan::on(date(2026, 6, 1)))).findings
    };
    let one = run(1);
    assert!(one.len() >= 17, "{} findings", one.len());
    assert!(one.is_sorted_by_key(|finding| finding.span), "sorted by file and place");
    assert_eq!(one, run(8));
}

#[test]
fn the_manifest_names_every_file_with_its_hash() {
    let site = built_on(&example(), date(2026, 6, 1));
    let manifest: wegwijs::output::Manifest =
        serde_json::from_slice(site.file("manifest.json").expect("a manifest")).expect("valid JSON");
    assert_eq!(manifest.files.len() + 1, site.len());
    for entry in &manifest.files {
        let bytes = site.file(&entry.path).expect("the file was made");
        assert_eq!(entry.length, bytes.len() as u64);
        assert_eq!(entry.hash, blake3::hash(bytes).to_hex().to_string());
    }
}
