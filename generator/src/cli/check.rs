//! `nettungen check`

use std::process::ExitCode;

use clap::Args;

use super::ProjectArgs;
use super::project::FormatArg;
use super::terminal::Terminal;
use crate::check::at_least;
use crate::diag::{Severity, summary};
use crate::model::Audience;
use crate::pipeline;
use crate::read::Sources;

/// Se etter feil i innholdet uten å skrive noe
///
/// Avslutter med 0 når alt er i orden, 1 når innholdet har feil, 2 når kontrollen ikke kunne kjøre.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    project: ProjectArgs,

    /// Regn advarsler som feil
    #[arg(long, value_name = "HVA", value_parser = ["warnings"])]
    deny: Option<String>,

    /// Vis bare problemer med denne koden
    #[arg(long, value_name = "KODE")]
    only: Vec<String>,

    /// Vis bare problemer i denne kommunens filer
    #[arg(long, value_name = "KOMMUNE")]
    kommune: Vec<String>,

    /// Forklar hvor feltene i ett tilbud kommer fra: malen eller din egen fil
    #[arg(long, value_name = "ID", conflicts_with_all = ["only", "kommune", "deny"])]
    explain: Option<String>,

    /// Vis også det som må fylles inn
    #[arg(long)]
    notices: bool,
}

/// Explains one tilbud; with errors in the content there is nothing to explain it from.
fn explain(args: &CheckArgs, id: &str, sources: &Sources, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    let (site, mut problems) = pipeline::check(sources, &args.project.settings(Audience::Preview));
    let Some(site) = site else {
        problems.retain(|it| it.severity == Severity::Error);
        terminal.problems(&args.project.show(&problems, sources))?;
        terminal.say(&summary(&problems, args.project.language()));
        return Ok(ExitCode::from(1));
    };
    terminal.print(&super::explain::explain(id, &site, sources, args.project.format == FormatArg::Json)?)?;
    Ok(ExitCode::SUCCESS)
}

/// Runs the command.
pub(super) fn run(args: &CheckArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    let sources = args.project.sources()?;
    if let Some(id) = &args.explain {
        return explain(args, id, &sources, terminal);
    }
    let (_, mut problems) = pipeline::check(&sources, &args.project.settings(Audience::Public));
    let folders: Vec<String> = args.kommune.iter().map(|it| format!("kommuner/{it}/")).collect();
    problems.retain(|it| {
        let path = sources.path(it.span.file);
        let here = folders.is_empty() || folders.iter().any(|folder| path.starts_with(folder.as_str()));
        here && (args.only.is_empty() || args.only.iter().any(|code| code == it.code))
    });
    let worst = if args.deny.is_some() { Severity::Warning } else { Severity::Error };
    let failed = at_least(&problems, worst);
    let counted = summary(&problems, args.project.language());
    let hide_notices = !args.notices && args.only.is_empty() && args.project.format != FormatArg::Json;
    if hide_notices {
        problems.retain(|it| it.severity != Severity::Notice);
    }
    terminal.print(&args.project.show(&problems, &sources))?;
    terminal.say(&counted);
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
