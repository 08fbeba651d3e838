//! **cli** owns a person at a terminal: arguments, clock, colour, progress, exit codes.
//!
//! It must not know what is wrong with a guide, only how to say it. Steps: parse arguments (`args`), make a
//! checked plan of them, run one command (one file each), print, exit: 0 fine, 1 findings that stop
//! publication, 2 could not run.

mod args;
mod binder;
mod build;
mod changes;
mod check;
mod explain;
mod external;
mod fix;
mod format;
mod report;
mod say;
#[cfg(feature = "serve")]
mod serve;
mod translate;
mod unpublished;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    Fine,
    Findings,
}

/// Runs the command with these arguments, the program's name first.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let ended = match args.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Binder(arguments) => binder::run(arguments),
        Command::Changes(arguments) => changes::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Translate(arguments) => translate::run(arguments.command),
    };
    match ended {
        Ok(Ended::Fine) => ExitCode::SUCCESS,
        Ok(Ended::Findings) => ExitCode::from(1),
        Err(error) => {
            say::trouble(&error);
            ExitCode::from(2)
        }
    }
}

#[cfg(not(feature = "serve"))]
mod serve {
    //! Without a server.

    pub(super) fn run(_: &super::args::ServeArgs) -> anyhow::Result<super::Ended> {
        anyhow::bail!(
            "this wegwijs was built without a server; build it with the feature `serve`, which is on by default"
        )
    }
}
