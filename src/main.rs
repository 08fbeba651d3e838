//! The command `wegwijs`.

use std::process::ExitCode;

/// Setting pages and rendering them makes and drops millions of small values on all cores; the allocator of
/// the system spends a fifth of the time on that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    wegwijs::cli::run(std::env::args_os())
}
