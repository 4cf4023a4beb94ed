//! `nettungen completions` and `nettungen man`: for shells, and for whoever packs the program.

use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;

use super::help::command;
use super::terminal::Terminal;
use crate::diag::Language;

/// Skriv fullføring av kommandoer for skallet ditt
///
/// Eksempler:
///   nettungen completions bash > ~/.local/share/bash-completion/completions/nettungen
///   nettungen completions fish > ~/.config/fish/completions/nettungen.fish
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct CompletionsArgs {
    /// Skallet
    #[arg(value_enum, value_name = "SKALL")]
    shell: Shell,
}

/// Skriv manualsiden
///
/// Eksempel:
///   nettungen man > nettungen.1
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ManArgs {}

/// Writes the completions.
pub(super) fn run(args: &CompletionsArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut shown(&command(Language::Nb)), "nettungen", &mut out);
    terminal.print(&String::from_utf8_lossy(&out))?;
    Ok(ExitCode::SUCCESS)
}

/// A command as help shows it: completions would offer hidden options too.
fn shown(whole: &Command) -> Command {
    let about = whole.get_about().cloned().unwrap_or_default();
    // Names live as long as the program, but clap does not say so.
    let name: &'static str = whole.get_name().to_owned().leak();
    Command::new(name)
        .version(env!("CARGO_PKG_VERSION"))
        .about(about)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(whole.get_arguments().filter(|it| !it.is_hide_set()))
        .subcommands(whole.get_subcommands().filter(|it| !it.is_hide_set()).map(shown))
}

/// Writes the manual page.
pub(super) fn man(_args: &ManArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    let mut out = Vec::new();
    let mut whole = command(Language::Nb);
    whole.build();
    clap_mangen::Man::new(whole.clone()).render(&mut out)?;
    for sub in whole.get_subcommands() {
        let man = clap_mangen::Man::new(sub.clone());
        man.render_name_section(&mut out)?;
        man.render_synopsis_section(&mut out)?;
        man.render_description_section(&mut out)?;
        man.render_options_section(&mut out)?;
    }
    terminal.print(&String::from_utf8_lossy(&out))?;
    Ok(ExitCode::SUCCESS)
}
