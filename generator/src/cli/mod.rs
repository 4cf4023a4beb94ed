//! The command line: arguments in, exit code out. One file a command; all files, clocks and
//! terminals of a run are touched here and in `read::disk`, `write` and `serve` alone.

mod build;
mod check;
mod completions;
mod directory;
mod due;
mod explain;
mod export;
mod external;
mod form;
mod help;
mod help_en;
mod history;
mod import;
mod new;
mod project;
mod report;
mod search;
mod serve;
mod terminal;
mod theme;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{FromArgMatches as _, Parser, Subcommand};

pub use project::{ProjectArgs, shipped};
use terminal::Terminal;

use crate::diag::Language;

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
    Report(report::ReportArgs),
    New(new::NewArgs),
    Form(form::FormArgs),
    Import(import::ImportArgs),
    Export(export::ExportArgs),
    Search(search::SearchArgs),
    Serve(serve::ServeArgs),
    Completions(completions::CompletionsArgs),
    Man(completions::ManArgs),
}

/// Shows the help that was asked for, or what is wrong with the arguments.
fn not_understood(error: &clap::Error, named: &str, language: Language, terminal: &mut Terminal) -> ExitCode {
    let is_help = !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    // A reader that has gone away needs no help.
    let _ = if is_help { error.print() } else { Ok(()) };
    if !is_help {
        let _ = terminal.problems(&help::complain(error, named, language));
    }
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

/// Runs the command that the process was started with.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let language = help::language(&args);
    let mut terminal = Terminal::std();
    let named = help::named(&args);
    let understood = help::command(language).try_get_matches_from(args).and_then(|it| Cli::from_arg_matches(&it));
    let cli = match understood {
        Ok(cli) => cli,
        Err(error) => return not_understood(&error, &named, language, &mut terminal),
    };
    let result = match &cli.command {
        Command::Build(args) => build::run(args, &mut terminal),
        Command::Check(args) => check::run(args, &mut terminal),
        Command::Report(args) => report::run(args, &mut terminal),
        Command::Form(args) => form::run(args, &mut terminal),
        Command::Import(args) => import::run(args, &mut terminal),
        Command::Export(args) => export::run(args, &mut terminal),
        Command::New(args) => new::run(args, &mut terminal),
        Command::Search(args) => search::run(args, &mut terminal),
        Command::Serve(args) => serve::run(args, &mut terminal),
        Command::Completions(args) => completions::run(args, &mut terminal),
        Command::Man(args) => completions::man(args, &mut terminal),
    };
    match result {
        Ok(code) => code,
        Err(error) if terminal::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            terminal.complain(&error, language);
            ExitCode::from(2)
        }
    }
}
