//! `nettungen serve`

use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use clap::Args;

use super::ProjectArgs;
use super::terminal::Terminal;
use super::theme::ThemeArgs;
use crate::model::Audience;
use crate::serve::{Desk, Editor, Listener, Setup, Watch, follow};

/// Vis nettstedet mens du skriver, på din egen maskin
///
/// Sidene oppdaterer seg selv når du lagrer, og utkast vises også. Har innholdet feil, sier siden hva som er galt. Avslutt med Ctrl+C.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    project: ProjectArgs,

    #[command(flatten)]
    theme: ThemeArgs,

    /// Porten; standard er en ledig en
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    port: u16,

    /// Programmet som åpner en fil fra forhåndsvisningen, for eksempel «code -g {fil}:{linje}»; standard er det maskinen bruker
    #[arg(long, value_name = "KOMMANDO", value_parser = Editor::parse)]
    rediger: Option<Editor>,
}

/// Runs the command until it is stopped.
pub(super) fn run(args: &ServeArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    let tree = args.project.tree()?;
    let listener = Listener::new(args.port)?;
    // Before the content is read, so that no change is missed.
    let watch = Watch::new(tree.root())?;
    let project = args.project.clone();
    let desk = Arc::new(Desk::new(Setup {
        tree,
        settings: Box::new(move || project.settings(Audience::Preview)),
        theme: args.theme.files()?,
        language: args.project.language(),
        editor: args.rediger.clone().unwrap_or(Editor::System),
    })?);
    terminal.print(&format!("Se nettstedet på http://{}/\n", listener.address()))?;
    let tally = desk.tally();
    if tally != crate::serve::Tally::default() {
        terminal.say(&format!("Innholdet har {}: se http://{}/_status", tally.words(), listener.address()));
    }
    let followed = Arc::clone(&desk);
    thread::spawn(move || follow(watch, &followed));
    listener.run(&desk);
    Ok(ExitCode::SUCCESS)
}
