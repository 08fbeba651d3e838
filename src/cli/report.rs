//! The report of `wegwijs check`.

use std::path::Path;

use super::say;
use super::unpublished::unpublished;
use crate::diag::Diagnostic;
use crate::output;
use crate::source::SourceTree;
use crate::{BuildPlan, survey};

/// Writes the report on a guide into `out`, which is relative to the folder of the guide; also when there are findings.
/// What is there already is replaced if it is an earlier report.
pub(super) fn write(
    folder: &Path,
    out: &Path,
    (tree, plan): (&SourceTree, &BuildPlan),
    found: &[Diagnostic],
) -> anyhow::Result<()> {
    let out = folder.join(out);
    for source in ["content", "locales", "themes"] {
        let inside = out.starts_with(folder.join(source));
        anyhow::ensure!(!inside, "--report {} lies inside {source}/, which is read", out.display());
    }
    let report = survey(tree, plan, found);
    say::findings(&report.findings, tree);
    let Some(files) = report.value else {
        say::remark(
            "no report was written, as the guide could not be read; the old one, if there is one, is as it was",
        );
        return Ok(());
    };
    let published = output::publish(&files, &out, false).map_err(|error| unpublished(error, "--report", false))?;
    say::result(&format!(
        "report as on {} in {} ({} files, {} KiB)",
        plan.date,
        out.join("index.html").display(),
        published.files,
        published.bytes / 1024
    ));
    Ok(())
}
