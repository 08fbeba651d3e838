//! The shape of the command line. Nothing here touches the machine.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};
use jiff::civil::Date;

use super::changes::Form;
use super::translate::TranslateArgs;
use crate::diag::Format;

/// Plain-language rules as an accessible website and a printed binder.
#[derive(Debug, Parser)]
#[command(name = "wegwijs", version, about, long_about = LONG, after_help = AFTER, propagate_version = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

const LONG: &str = "\
wegwijs turns a folder of plain-language rule descriptions into an accessible website and a printed \
binder, in every language of the guide and for every municipality that publishes it.";

const AFTER: &str = "\
Examples:
  wegwijs build                          the guide in this folder, as it is today, into public/
  wegwijs build --date 2027-01-01        as it will be on New Year's Day
  wegwijs build ../gids -m duinrode -l ar -l nl --out /tmp/site
  wegwijs build --offline -l nl          a copy that opens from a USB stick, into offline/
  wegwijs serve                          the guide in a browser while you write it
  wegwijs binder -m duinrode -l nl+ar    a binder with Dutch and Arabic side by side
  wegwijs changes --since 2026-07-01     what changed since then, and all that is known to come
  wegwijs explain bad-date               what a finding means, why it matters, wrong and right
  wegwijs translate status -l ar         which Arabic texts are missing or old

Exit codes: 0 fine, 1 findings that stop publication, 2 could not run.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the website, with a PDF beside each page
    Build(BuildArgs),
    /// Make one PDF: a binder, some sheets, or only what changed
    Binder(BinderArgs),
    /// Say what changed and what will: rules, amounts, examples
    Changes(ChangesArgs),
    /// Judge the texts, facts, translations and reviews of a guide
    Check(CheckArgs),
    /// Say what a finding means, why it matters, and what is right
    Explain(ExplainArgs),
    /// Show the guide in a browser while it is written
    Serve(ServeArgs),
    /// See which translations are old, and record those that are right again
    Translate(TranslateArgs),
}

const BUILD_AFTER: &str = "\
Examples:
  wegwijs build                                         the website, into public/
  wegwijs build --date 2027-01-01 --out /tmp/new-year   as it will be on New Year's Day
  wegwijs build -m duinrode -l ar -l nl                 one municipality, two languages
  wegwijs build --offline                               a copy for a USB stick, into offline/
  wegwijs build --offline -m duinrode -l ar --zip ar.zip   one small file to hand out

A copy opens by a click on index.html. Every page says of which day it is, and where the newest version stands.";

/// Make the website, with a PDF beside each page.
///
/// Nothing is published while there is an error: the old site stays as it was. Files that would be the same as in
/// the last build are kept, and if nothing changed at all, nothing is made. Any interruption leaves the old site
/// or the new one, whole.
#[derive(Debug, ClapArgs)]
#[command(after_help = BUILD_AFTER)]
pub(super) struct BuildArgs {
    /// Folder that holds content/ (and, if you have your own, locales/ and themes/)
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// Where it goes; relative to DIR [default: public, or offline with --offline]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
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
    /// Leave out the PDFs, and the short addresses that stand on them
    #[arg(long)]
    pub(super) no_binder: bool,
    /// Leave out the page to search the guide, and what it looks in
    #[arg(long)]
    pub(super) no_search: bool,
    /// Make a copy that opens without a web server, for example from a USB stick
    #[arg(long)]
    pub(super) offline: bool,
    /// Write the copy as one zip file, relative to DIR; a folder as well only with --out
    #[arg(long, value_name = "FILE", requires = "offline")]
    pub(super) zip: Option<PathBuf>,
    /// Let warnings stop publication too
    #[arg(long)]
    pub(super) deny_warnings: bool,
    /// Replace the output folder even if it holds files that wegwijs did not make
    #[arg(long)]
    pub(super) force: bool,
    /// Build and write everything anew, also what did not change since the last build
    #[arg(long)]
    pub(super) fresh: bool,
}

const BINDER_AFTER: &str = "\
Examples:
  wegwijs binder -m duinrode -l ar                      the whole guide in Arabic
  wegwijs binder -m duinrode -l nl+ar -s car            everything about a car, Dutch beside Arabic
  wegwijs binder -m duinrode -l nl -r B1 -r gifts -o blad.pdf
  wegwijs binder -m duinrode -l nl --since 2026-07-01   only the sheets that changed, with a list of them

Without -r, -c and -s all rules are in it; with them, every rule that one of them names.";

/// Make one PDF: a binder, some sheets, or only what changed.
///
/// It is a tagged PDF (PDF/UA-1 and PDF/A-2a) with everything that a client can keep in a folder.
#[derive(Debug, ClapArgs)]
#[command(after_help = BINDER_AFTER)]
pub(super) struct BinderArgs {
    /// Folder that holds content/ (and, if you have your own, locales/ and themes/)
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// Its language, or two that stand side by side, as nl+ar
    #[arg(long = "lang", short, value_name = "TAG[+TAG]")]
    pub(super) languages: String,
    /// The municipality [default: the only one there is]
    #[arg(long, short, value_name = "NAME")]
    pub(super) municipality: Option<String>,
    /// This rule, by name or sheet code (can be repeated)
    #[arg(long = "rule", short, value_name = "RULE")]
    pub(super) rules: Vec<String>,
    /// All rules of this chapter, by name or letter (can be repeated)
    #[arg(long = "chapter", short, value_name = "CHAPTER")]
    pub(super) chapters: Vec<String>,
    /// All rules of this situation (can be repeated)
    #[arg(long = "situation", short, value_name = "SITUATION")]
    pub(super) situations: Vec<String>,
    /// Only sheets that changed after this day, with a first page that says what to replace
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<Date>,
    /// The day that the binder speaks of, as 2026-01-31 [default: today]
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<Date>,
    /// Large letters, 18 points
    #[arg(long)]
    pub(super) large: bool,
    /// For printing on both sides of the paper
    #[arg(long)]
    pub(super) double_sided: bool,
    /// Let warnings stop it too
    #[arg(long)]
    pub(super) deny_warnings: bool,
    /// The file to write [default: binder-NAME-TAG.pdf in this folder]
    #[arg(long, short, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

const CHANGES_AFTER: &str = "\
Examples:
  wegwijs changes --since 2026-01-01                      everything that is known from that day on
  wegwijs changes --since 2026-07-01 --until 2026-12-31   what changed in half a year
  wegwijs changes --since 2027-01-01 -m duinrode -l ar    what readers of Arabic in Duinrode will be told
  wegwijs changes --since 2026-01-01 --format json        for programs, as docs/changes.schema.json says

Readers see the changes of a year and those within `announce`; here are all. Exit codes: 0 fine, 1 findings that stop
publication, 2 could not run.";

/// Say what changed and what will: rules, amounts, examples.
///
/// The same sentences as on the page of changes, grouped by day. What is the same in several municipalities is
/// shown once.
#[derive(Debug, ClapArgs)]
#[command(after_help = CHANGES_AFTER)]
pub(super) struct ChangesArgs {
    /// Folder that holds content/ (and, if you have your own, locales/ and themes/)
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// The first day, as 2026-01-31
    #[arg(long, value_name = "DATE")]
    pub(super) since: Date,
    /// The last day [default: no end]
    #[arg(long, value_name = "DATE")]
    pub(super) until: Option<Date>,
    /// The day from which changes are coming, as 2026-01-31 [default: today]
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<Date>,
    /// Only this municipality (can be repeated) [default: all]
    #[arg(long = "municipality", short, value_name = "NAME")]
    pub(super) municipalities: Vec<String>,
    /// The language of the sentences [default: the language that the guide is written in]
    #[arg(long = "lang", short, value_name = "TAG")]
    pub(super) language: Option<String>,
    /// How they are shown
    #[arg(long, value_enum, value_name = "FORM", default_value_t = Form::Text)]
    pub(super) format: Form,
}

const CHECK_AFTER: &str = "\
Examples:
  wegwijs check                                    this guide, as it is today
  wegwijs check --date 2027-01-01                  what will be out of date on New Year's Day
  wegwijs check --deny-warnings --format github    in a pull request: warnings fail, shown beside the lines
  wegwijs check --write-baseline known.txt         an old guide starts clean ...
  wegwijs check --baseline known.txt               ... and fails on new findings only
  wegwijs check --external                         asks the web whether links elsewhere still lead somewhere
  wegwijs check --fix                              puts plain words in place of hard ones, where that is safe

`wegwijs explain CODE` says what a finding means. Exit codes: 0 fine, 1 findings, 2 could not run.";

/// Judge the texts, facts, translations and reviews of a guide.
///
/// Nothing is published, and without --external the network is not used. `checks` in content/site.yaml makes single
/// checks graver or lighter, or switches them off.
#[derive(Debug, ClapArgs)]
#[command(after_help = CHECK_AFTER)]
pub(super) struct CheckArgs {
    /// Folder that holds content/ (and, if you have your own, locales/ and themes/)
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// The day on which values and reviews are judged, as 2026-01-31 [default: today]
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<Date>,
    /// How findings are shown
    #[arg(long, value_enum, value_name = "FORM", default_value_t = Format::Human)]
    pub(super) format: Format,
    /// Write a report on how the guide is doing into this folder; relative to DIR
    #[arg(long, value_name = "DIR")]
    pub(super) report: Option<PathBuf>,
    /// End with 1 on warnings too
    #[arg(long)]
    pub(super) deny_warnings: bool,
    /// Leave out the findings that this file knows
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write the present findings to this file, for --baseline
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub(super) write_baseline: Option<PathBuf>,
    /// Make the changes that are certain and leave the meaning alone, and show them
    #[arg(long)]
    pub(super) fix: bool,
    /// Ask the web whether the addresses outside the guide still answer
    #[arg(long)]
    pub(super) external: bool,
}

const EXPLAIN_AFTER: &str = "\
Examples:
  wegwijs explain bad-date               one code, with an example of wrong and right
  wegwijs explain 'error[bad-date]'      as it stands in a finding
  wegwijs explain                        all codes: how grave, and what they mean
  wegwijs explain | grep warning";

/// Say what a finding means, why it matters, and what is right.
///
/// The texts are those of docs/findings.md; the program has them with it.
#[derive(Debug, ClapArgs)]
#[command(after_help = EXPLAIN_AFTER)]
pub(super) struct ExplainArgs {
    /// The code of a finding: the words between brackets in `error[bad-date]` [default: list all]
    #[arg(value_name = "CODE")]
    pub(super) code: Option<String>,
}

const SERVE_AFTER: &str = "\
Examples:
  wegwijs serve                          this guide at http://localhost:4000/, as it is today
  wegwijs serve ../gids --port 8080
  wegwijs serve --date 2027-01-01        as it will be on New Year's Day
  wegwijs serve --host 192.168.1.20      also for others on the network, such as a telephone

What is saved shows at once; what is wrong with it stands at the foot of every page. Nothing is written to the disk,
and there are no PDFs. Ctrl-C ends it.";

/// Show the guide in a browser while it is written.
///
/// Pages come from memory. After each change the browser shows the new page by itself; while something cannot be read,
/// the last good pages stay.
#[derive(Debug, ClapArgs)]
#[command(after_help = SERVE_AFTER)]
pub(super) struct ServeArgs {
    /// Folder that holds content/ (and, if you have your own, locales/ and themes/)
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// The port; if it is in use, the next one that is free. 0 is any
    #[arg(long, short, value_name = "PORT", default_value_t = 4000)]
    pub(super) port: u16,
    /// Listen on this address instead of this machine's own: others can read the guide then
    #[arg(long, value_name = "ADDRESS")]
    pub(super) host: Option<String>,
    /// The day that the pages speak of, as 2026-01-31 [default: the day on which it is started]
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<Date>,
}
