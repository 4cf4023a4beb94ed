//! `nettungen export`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use clap::Args;

use super::ProjectArgs;
use super::directory::Ground;
use super::form::{ending, put};
use super::import::records;
use super::terminal::Terminal;
use crate::sheet;

/// Skriv alle tilbudene i en kommune til et regneark
///
/// Regnearket har de samme kolonnene som skjemaet. Det som leses inn igjen med `nettungen import`, er det samme.
/// Interne notater og utkast er med: arket er for redaktører, ikke for publikum.
///
/// Eksempler:
///   nettungen export --kommune fjordvik --out fjordvik.xlsx
///   nettungen export --kommune fjordvik --out fjordvik.csv --overskriv
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ExportArgs {
    /// Filen det skrives til; .xlsx eller .csv
    #[arg(long, value_name = "FIL")]
    out: PathBuf,

    /// Kommunen
    #[arg(long, value_name = "KOMMUNE")]
    kommune: Option<String>,

    /// Skriv over filen hvis den finnes
    #[arg(long)]
    overskriv: bool,

    #[command(flatten)]
    project: ProjectArgs,
}

/// Runs the command.
pub(super) fn run(args: &ExportArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    let Ground { sources, lists, folder } = Ground::new(&args.project, args.kommune.as_deref(), terminal)?;
    let (records, unreadable) = records(&sources, &folder);
    if let Some(path) = unreadable.first() {
        bail!("{path} kan ikke leses; rett feilene som `nettungen check` viser, først");
    }
    let rows = records.iter().map(|(name, it)| (name.as_str(), &it.head, it.body.as_str()));
    let export = sheet::export(rows, &lists);
    if let (Some((row, column)), "xlsx") = (sheet::too_long(&export), ending(&args.out).as_str()) {
        bail!("teksten i rad {} ({column}) er lengre enn en celle i Excel kan ha; bruk .csv", row + 2);
    }
    let bytes = match ending(&args.out).as_str() {
        "xlsx" => sheet::table_xlsx(&export, &lists)?,
        "csv" => sheet::table_csv(&export)?,
        other => bail!("kan ikke lage en .{other}-fil; skriv for eksempel --out tilbud.xlsx eller tilbud.csv"),
    };
    put(&args.out, &bytes, args.overskriv)?;
    terminal.print(&format!("Skrev {} tilbud til {}\n", export.rows.len(), args.out.display()))?;
    Ok(ExitCode::SUCCESS)
}
