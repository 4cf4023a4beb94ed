//! `nettungen new`: a whole kommune, or one tilbud, ready to be filled in.

mod kommune;
mod questions;
mod tilbud;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::directory::{directory, joined_kommune, sources, wanted_kommune};
use super::terminal::Terminal;

/// Lag en ny kommune eller et nytt tilbud, klart til å fylle inn
///
/// Skriver aldri over noe som finnes.
#[derive(Debug, Args)]
pub(super) struct NewArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Kommune(kommune::KommuneArgs),
    Tilbud(Box<tilbud::TilbudArgs>),
}

/// Runs the command.
pub(super) fn run(args: &NewArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    match &args.what {
        What::Kommune(args) => kommune::run(args, terminal),
        What::Tilbud(args) => tilbud::run(args, terminal),
    }
}
