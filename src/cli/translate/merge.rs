//! `wegwijs translate merge`.

use super::args::MergeArgs;
use crate::author::{self, Kept};
use crate::cli::{Ended, say};

pub(super) fn run(args: &MergeArgs) -> anyhow::Result<Ended> {
    let tree = super::read(&args.folder)?;
    let merged = author::merge(&tree);
    say::findings(&merged.findings, &tree);
    if !merged.findings.is_empty() {
        say::remark("resolve these first; nothing was written");
        return Ok(Ended::Findings);
    }
    let Some(merged) = merged.value else {
        say::result(&format!("there is no conflict in {}", super::LOCK));
        return Ok(Ended::Fine);
    };
    super::write(&args.folder, &tree, &merged.text())?;
    for decision in &merged.decisions {
        let kept = match decision.kept {
            Kept::Present => "kept the side that matches the present source text",
            Kept::Maker => "both sides match; kept the one that was made or read by a person last",
            Kept::Older => "neither side matches the present source text; kept the older, it is stale",
        };
        say::result(&format!("{}: {}: {kept}", decision.path, decision.name));
    }
    let count = merged.decisions.len();
    let plural = if count == 1 { "" } else { "s" };
    say::result(&format!("{} is whole again: {count} segment{plural} decided, nothing lost", super::LOCK));
    Ok(Ended::Fine)
}
