//! `nettungen form`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;
use clap::Args;

use super::ProjectArgs;
use super::directory::{directory, joined_kommune, sources};
use super::terminal::Terminal;
use crate::model::Lang;
use crate::sheet::{self, Lists};
use crate::write::{new_file, replace_file};

/// Lag kartleggingsskjemaet: som regneark med nedtrekkslister, eller til utskrift på A4
///
/// Regnearket leses inn igjen med `nettungen import`. Med --kommune er etatene og lagene deres med i listene.
///
/// Eksempler:
///   nettungen form --out kartlegging.xlsx --kommune fjordvik
///   nettungen form --out kartlegging.html
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct FormArgs {
    /// Filen skjemaet skrives til; .xlsx eller .html
    #[arg(long, value_name = "FIL")]
    out: PathBuf,

    /// Kommunen skjemaet er for
    #[arg(long, value_name = "KOMMUNE")]
    kommune: Option<String>,

    /// Skriv over filen hvis den finnes
    #[arg(long)]
    overskriv: bool,

    #[command(flatten)]
    project: ProjectArgs,
}

/// Runs the command.
pub(super) fn run(args: &FormArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    let sources = sources(&args.project)?;
    let site = directory(&args.project, &sources, terminal)?;
    let kommune = args.kommune.as_deref().map(|it| joined_kommune(&site, Some(it))).transpose()?;
    let lang = kommune.map_or(Lang::Nb, |id| site.kommune(id).lang);
    let lists = Lists::new(&site, kommune, lang);
    let bytes = match ending(&args.out).as_str() {
        "xlsx" => sheet::form(&lists)?,
        "html" => sheet::paper(&lists).into_bytes(),
        other => bail!("kan ikke lage en .{other}-fil; skriv for eksempel --out skjema.xlsx eller skjema.html"),
    };
    put(&args.out, &bytes, args.overskriv)?;
    terminal.print(&format!("Laget {}\n", args.out.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// How the file's name ends, in lower case.
pub(super) fn ending(path: &Path) -> String {
    path.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Writes a file that the user named; over an old one only when asked to, and then whole.
pub(super) fn put(path: &Path, bytes: &[u8], over: bool) -> anyhow::Result<()> {
    let path = std::path::absolute(path)?;
    if over { replace_file(&path, bytes) } else { new_file(&path, bytes) }
}
