//! `wegwijs translate status`.

use anyhow::Context;

use super::args::{Format, StatusArgs};
use super::earlier::History;
use super::report;
use crate::author;
use crate::cli::{Ended, say};
use crate::diag::{nearest, sort, stops};

/// The width of a report that does not go to a terminal.
const ELSEWHERE: usize = 100;

pub(super) fn run(args: &StatusArgs) -> anyhow::Result<Ended> {
    let tree = super::read(&args.folder)?;
    let progress = say::progress("reading");
    let mut surveyed = author::survey(&tree);
    sort(&mut surveyed.findings);
    let Some(survey) = surveyed.value else {
        progress.finish_and_clear();
        say::findings(&surveyed.findings, &tree);
        return Ok(Ended::Findings);
    };
    let known: Vec<&str> = survey.languages.iter().map(|(_, tag)| tag).collect();
    if let Some(tag) = args.languages.iter().find(|tag| !known.contains(&tag.as_str())) {
        let near = nearest(tag, known.iter().copied());
        let near = near.map(|near| format!("did you mean {near}? ")).unwrap_or_default();
        anyhow::bail!("there is no language `{tag}`: {near}this guide has: {}", known.join(", "));
    }
    progress.set_message("looking for old texts");
    let mut history = History::of(&args.folder);
    let status = author::status(&tree, &survey, &args.languages, &mut |path, n| history.version(path, n));
    progress.finish_and_clear();
    say::findings(&surveyed.findings, &tree);
    match args.format {
        Format::Json => {
            say::result(&serde_json::to_string_pretty(&status).context("the report has no JSON form")?)
        }
        Format::Text => {
            let source = survey.languages.tag(survey.languages.source());
            say::result(report::text(&status, source, say::width().unwrap_or(ELSEWHERE)).trim_end());
        }
    }
    Ok(if stops(&surveyed.findings, false) { Ended::Findings } else { Ended::Fine })
}
