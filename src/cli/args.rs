//! The shape of the command line. Nothing here touches the machine.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};
use jiff::civil::Date;

/// Plain-language rules as an accessible website.
#[derive(Debug, Parser)]
#[command(name = "wegwijs", version, about, long_about = LONG, after_help = AFTER, propagate_version = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

const LONG: &str = "\
wegwijs turns a folder of plain-language rule descriptions into an accessible website, \
in every language of the guide and for every municipality that publishes it.";

const AFTER: &str = "\
Examples:
  wegwijs build                          the guide in this folder, as it is today, into public/
  wegwijs build --date 2027-01-01        as it will be on New Year's Day
  wegwijs build ../gids -m duinrode -l ar -l nl --out /tmp/site

Exit codes: 0 fine, 1 findings that stop publication, 2 could not run.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the website
    Build(BuildArgs),
}

/// Make the website.
///
/// Nothing is published while there is an error: the old site stays as it was.
#[derive(Debug, ClapArgs)]
pub(super) struct BuildArgs {
    /// Folder that holds content/ (and, if you have your own, locales/ and themes/)
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// Where the site goes; relative to DIR
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub(super) out: PathBuf,
    /// The day that the pages speak of, as 2026-01-31 [default: today]
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<Date>,
    /// Only this municipality (can be repeated) [default: all]
    #[arg(long = "municipality", short, value_name = "NAME")]
    pub(super) municipalities: Vec<String>,
    /// Only this language (can be repeated) [default: all]
    #[arg(long = "lang", short, value_name = "TAG")]
    pub(super) languages: Vec<String>,
    /// Threads to work with [default: one per processor]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(super) jobs: Option<u16>,
    /// Let warnings stop publication too
    #[arg(long)]
    pub(super) deny_warnings: bool,
    /// Replace the output folder even if it holds files that wegwijs did not make
    #[arg(long)]
    pub(super) force: bool,
}
