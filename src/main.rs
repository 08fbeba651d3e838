//! main
use wegwijs::{diag, load, source};
fn main() {
    let tree = source::read_folder(std::path::Path::new("."), source::Limits::default());
    let mut w = load::load(&tree);
    diag::sort(&mut w.findings);
    println!("{}", diag::human(&w.findings, &tree, false));
    println!(
        "{} findings, {} rules",
        w.findings.len(),
        w.value.map_or(0, |l| l.rules.len())
    );
}
