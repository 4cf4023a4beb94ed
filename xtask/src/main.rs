//! Developer commands: `cargo xtask <command>`.
//!
//! `site` and `test` are the two that matter: each does all of its own set-up
//! on a machine that has nothing but Rust and the package registries.

mod bench;
mod commands;
mod dist;
mod generated;
mod process;
mod project;
mod setup;
mod site;
mod synth;
mod tally;
mod test;
mod tidy;
mod wasm;

use std::process::ExitCode;

use clap::Parser;

use crate::commands::Command;
use crate::project::Project;

/// Developer commands of Nettungen
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command.run(&Project::of_this_crate()) {
        Ok(code) => code,
        Err(error) => {
            process::complain(&format!("error: {error:#}"));
            ExitCode::from(2)
        }
    }
}
