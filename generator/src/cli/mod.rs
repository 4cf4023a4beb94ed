//! The command line: arguments in, exit code out. One file a command; all files, clocks and
//! terminals of a run are touched here and in `read::disk`, `write` and `serve` alone.

mod build;
mod check;
mod due;
mod project;
mod search;
mod serve;
mod terminal;
mod theme;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use project::{ProjectArgs, shipped};
use terminal::Terminal;

/// Nettungen: fra tilbudsfiler til nettsted, søk og rapporter
///
/// Avslutter med 0 når alt er i orden, 1 når innholdet har feil, 2 når kommandoen ikke kunne kjøre.
#[derive(Debug, Parser)]
#[command(name = "nettungen", version, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::BuildArgs),
    Check(check::CheckArgs),
    Search(search::SearchArgs),
    Serve(serve::ServeArgs),
}

/// Runs the command that the process was started with.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut terminal = Terminal::std();
    let result = match &cli.command {
        Command::Build(args) => build::run(args, &mut terminal),
        Command::Check(args) => check::run(args, &mut terminal),
        Command::Search(args) => search::run(args, &mut terminal),
        Command::Serve(args) => serve::run(args, &mut terminal),
    };
    match result {
        Ok(code) => code,
        Err(error) if terminal::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            terminal.complain(&error);
            ExitCode::from(2)
        }
    }
}
