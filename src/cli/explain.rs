//! `wegwijs explain`.

use super::args::ExplainArgs;
use super::{Ended, say};
use crate::diag::{explanation, explanations, nearest, printable};

/// Lines no longer than this read well, also where the terminal is wider.
const WIDTH: usize = 80;

pub(super) fn run(args: &ExplainArgs) -> anyhow::Result<Ended> {
    let Some(asked) = &args.code else {
        say::text(&list());
        return Ok(Ended::Fine);
    };
    let code = bare(asked);
    let Some(found) = explanation(&code) else {
        let all = explanations();
        let near = nearest(&code, all.iter().map(|explanation| explanation.code));
        let near = near.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        let asked = printable(asked).replace('\n', " ");
        anyhow::bail!("there is no finding `{asked}`; {near}`wegwijs explain` lists all codes");
    };
    say::text(&format!("{} ({})\n\n{}", found.code, found.severity.word(), found.plain_text(WIDTH).trim_end()));
    Ok(Ended::Fine)
}

/// The code in what people copy from a finding, as `error[bad-date]:`.
fn bare(asked: &str) -> String {
    let inside = asked.split_once('[').map_or(asked, |(_, rest)| rest);
    let code = inside.split(']').next().unwrap_or_default();
    code.trim().trim_end_matches(':').to_lowercase()
}

/// All codes, one on a line.
fn list() -> String {
    let all = explanations();
    let width = all.iter().map(|explanation| explanation.code.len()).max().unwrap_or_default();
    let line =
        |e: &crate::diag::Explanation| format!("{:width$}  {:7}  {}", e.code, e.severity.word(), e.plain_title());
    let lines: Vec<String> = all.iter().map(line).collect();
    lines.join("\n")
}
