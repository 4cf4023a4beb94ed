//! `nettungen serve`

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::ProjectArgs;
use super::terminal::Terminal;
use super::theme::ThemeArgs;
use crate::model::Audience;
use crate::render::Theme;
use crate::serve::{Listener, Preview};

/// Vis nettstedet mens du skriver, på din egen maskin
///
/// Hver side lages av filene slik de er akkurat da; utkast vises også. Avslutt med Ctrl+C.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    project: ProjectArgs,

    #[command(flatten)]
    theme: ThemeArgs,

    /// Porten; standard er en ledig en
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    port: u16,
}

/// Runs the command until it is stopped.
pub(super) fn run(args: &ServeArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    args.project.sources()?;
    let listener = Listener::new(args.port)?;
    let project = args.project.clone();
    let preview = Preview {
        settings: args.project.settings(Audience::Preview),
        theme: Theme::new(args.theme.files()?)?,
        language: args.project.language(),
        read: Box::new(move || project.sources()),
    };
    terminal.print(&format!("Se nettstedet på http://{}/\n", listener.address()))?;
    listener.run(&Arc::new(preview));
    Ok(ExitCode::SUCCESS)
}
