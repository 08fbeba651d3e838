//! `wegwijs changes`.

#![expect(clippy::disallowed_methods, reason = "only a command knows what day it is")]

use std::fmt::Write;

use anyhow::Context;
use clap::ValueEnum;

use super::args::ChangesArgs;
use super::{Ended, say};
use crate::diag::printable;
use crate::render::html::{Ledger, Told};
use crate::source::{Limits, read_folder};
use crate::{BuildPlan, changes, complete};

/// How changes are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// For people: by day
    Text,
    /// For programs, as docs/changes.schema.json says
    Json,
}

pub(super) fn run(args: &ChangesArgs) -> anyhow::Result<Ended> {
    anyhow::ensure!(args.folder.is_dir(), "there is no folder {}", args.folder.display());
    if let Some(until) = args.until {
        anyhow::ensure!(args.since <= until, "--until {until} is before --since {}", args.since);
    }
    let plan = BuildPlan {
        municipalities: args.municipalities.clone(),
        languages: args.language.clone().into_iter().collect(),
        ..BuildPlan::on(args.date.unwrap_or_else(|| jiff::Zoned::now().date()))
    };
    let progress = say::progress("reading");
    let tree = complete(&read_folder(&args.folder, Limits::default()));
    let found = changes(&tree, &plan, args.since, args.until);
    progress.finish_and_clear();
    say::findings(&found.findings, &tree);
    let Some(ledger) = found.value else {
        return Ok(Ended::Findings);
    };
    match args.format {
        Form::Json => say::text(&serde_json::to_string_pretty(&ledger).context("the changes as JSON")?),
        Form::Text => say::text(text(&ledger).trim_end()),
    }
    Ok(Ended::Fine)
}

/// The changes by day. Texts of the guide are shown without characters that a terminal would obey.
fn text(ledger: &Ledger) -> String {
    if ledger.changes.is_empty() {
        let until = ledger.until.as_ref().map(|until| format!(" until {until}")).unwrap_or_default();
        return format!("No changes are known since {}{until}.", ledger.since);
    }
    let mut out = String::new();
    let mut day = "";
    for told in &ledger.changes {
        if told.on != day {
            day = &told.on;
            let when = match told.status {
                "coming" => format!("coming, announced from {}", told.announced),
                _ => "in effect".to_owned(),
            };
            let _ = writeln!(out, "{}{day} ({when})", if out.is_empty() { "" } else { "\n" });
        }
        entry(told, &mut out);
    }
    out
}

fn entry(told: &Told, out: &mut String) {
    let places = match told.municipalities.as_slice() {
        [] => String::new(),
        some => format!(" [{}]", some.join(", ")),
    };
    let mut rules: Vec<String> = told.rules.iter().map(|rule| format!("{} {}", rule.sheet, rule.title)).collect();
    if rules.is_empty() {
        rules.push("on no page".to_owned());
    }
    let _ = writeln!(out, "  {}{places}", printable(&rules.join(", ")));
    for sentence in &told.says {
        let _ = writeln!(out, "    {}", printable(sentence));
    }
    // One value or two stand in sentences of their own, unless a note speaks.
    if told.facts.len() > 2 || told.kinds.contains(&"note") {
        for fact in &told.facts {
            let _ = writeln!(out, "    {}: {} -> {}", fact.id, printable(&fact.before), printable(&fact.after));
        }
    }
    if !told.situations.is_empty() {
        let situations: Vec<&str> = told.situations.iter().map(|situation| situation.id.as_str()).collect();
        let _ = writeln!(out, "    for: {}", situations.join(", "));
    }
}
