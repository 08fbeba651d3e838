//! The command. Everything it does stands in the library's `cli`.

fn main() -> std::process::ExitCode {
    wegwijs::cli::run(std::env::args_os())
}
