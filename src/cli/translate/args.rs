//! The shape of `wegwijs translate`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::author::Maker;

const AFTER: &str = "\
A change of a text in the source language:
  wegwijs translate status               which segments are old by it, with the old and the new text
  (change those in the translations)
  wegwijs translate accept content/rules/possessions/car/en.md
  (commit the translation and content/translations.lock together)";

/// See which translations are old, and record those that are right again.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(in super::super) struct TranslateArgs {
    #[command(subcommand)]
    pub(in super::super) command: Translate,
}

#[derive(Debug, Subcommand)]
pub(in super::super) enum Translate {
    /// Show what is missing, old, made by a machine or not recorded
    Status(StatusArgs),
    /// Record that translations match the present source text
    Accept(AcceptArgs),
    /// Settle a translations.lock in which git left a conflict
    Merge(MergeArgs),
}

/// How the report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

const STATUS_AFTER: &str = "\
Examples:
  wegwijs translate status               all languages, and the own versions of municipalities
  wegwijs translate status ../gids -l ar -l en
  wegwijs translate status --format json | jq '.languages[].counts'

The old text is looked for in the git history of the folder, in the newest 200 versions of a file.
Exit codes: 0 fine, 1 the guide has errors (the report can lack something), 2 could not run.";

/// Show what is missing, old, made by a machine or not recorded.
///
/// For each old segment you see what the source text said when it was translated, and what it says now.
#[derive(Debug, Args)]
#[command(after_help = STATUS_AFTER)]
pub(in super::super) struct StatusArgs {
    /// Folder that holds content/
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// Only this language (can be repeated) [default: all]
    #[arg(long = "lang", short, value_name = "TAG")]
    pub(super) languages: Vec<String>,
    /// How the report is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
}

const ACCEPT_AFTER: &str = "\
Examples:
  wegwijs translate accept content/rules/possessions/car/en.md
  wegwijs translate accept content/rules/possessions/car/en.md --segment answer --segment body.3
  wegwijs translate accept content/glossary.yaml --segment ar.vermogen
  wegwijs translate accept content/rules/possessions/car/ar.md --by machine
  wegwijs translate accept content/rules/possessions/car/ar.md --reviewed-by language-desk
  wegwijs translate accept content/municipalities/meerwijk/rules/possessions/car/nl.md

A name stands for everything below it: examples.other-car is its situation and its meaning, body all blocks,
in a YAML file ar everything in Arabic. Own versions are recorded against the general text.
Exit codes: 0 fine, 1 nothing was recorded because something is wrong, 2 could not run.";

/// Record that translations match the present source text.
///
/// Do this after you have read the translation beside the source. It changes content/translations.lock and
/// nothing else; commit that file with the translation.
#[derive(Debug, Args)]
#[command(after_help = ACCEPT_AFTER)]
pub(in super::super) struct AcceptArgs {
    /// Translations, own versions, or YAML files with texts in several languages
    #[arg(value_name = "FILE", required_unless_present = "all", conflicts_with = "all")]
    pub(super) files: Vec<PathBuf>,
    /// All files of the guide
    #[arg(long, conflicts_with = "segments")]
    pub(super) all: bool,
    /// Folder that holds content/
    #[arg(long = "dir", value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// Only this segment, as answer, examples.other-car.meaning, steps.1 or body.3 (can be repeated)
    #[arg(long = "segment", value_name = "NAME")]
    pub(super) segments: Vec<String>,
    /// Who made the translation [default: as recorded; human if nothing is]
    #[arg(long, value_enum, value_name = "WHO")]
    pub(super) by: Option<By>,
    /// The role that has read what a machine made, in one word
    #[arg(long, value_name = "ROLE", value_parser = role)]
    pub(super) reviewed_by: Option<String>,
    /// The day of that, as 2026-01-31 [default: today]
    #[arg(long, value_name = "DATE", requires = "reviewed_by")]
    pub(super) date: Option<Date>,
}

/// Who made a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum By {
    /// A person
    Human,
    /// A machine: readers see a notice until somebody has read it
    Machine,
}

impl From<By> for Maker {
    fn from(by: By) -> Self {
        match by {
            By::Human => Maker::Human,
            By::Machine => Maker::Machine,
        }
    }
}

/// A role stands in the lock between other words.
fn role(text: &str) -> Result<String, String> {
    let good = text.starts_with(char::is_alphanumeric)
        && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_' || c == '.');
    if good { Ok(text.to_owned()) } else { Err("write the role as one word: language-desk".to_owned()) }
}

/// Settle a translations.lock in which git left a conflict.
///
/// What only one side recorded is kept. Where both recorded the same segment, the entry that matches the
/// present source text wins; if neither does, the older stays and the segment is old. Resolve conflicts in
/// other files first.
#[derive(Debug, Args)]
#[command(after_help = "\
Example, after `git merge` stopped:
  wegwijs translate merge
  git add content/translations.lock")]
pub(in super::super) struct MergeArgs {
    /// Folder that holds content/
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
}
