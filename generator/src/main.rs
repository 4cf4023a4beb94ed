//! The `nettungen` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    nettungen::cli::main()
}
