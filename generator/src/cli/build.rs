//! `nettungen build`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::ProjectArgs;
use super::terminal::Terminal;
use crate::diag::{Severity, summary};
use crate::host;
use crate::model::{Audience, Site};
use crate::pipeline::{self, Press};
use crate::render::Theme;
use crate::write::{self, File, Stage};

/// Lag nettstedet
///
/// Avslutter med 0 når nettstedet er laget, 1 når innholdet har feil (da blir ingenting skrevet), 2 når det ikke kunne lages.
#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    project: ProjectArgs,

    /// Mappen nettstedet legges i
    #[arg(long, value_name = "MAPPE", default_value = "dist")]
    out: PathBuf,

    /// Skriv også oppsett for nginx, Caddy og Apache i denne mappen
    #[arg(long, value_name = "MAPPE")]
    hosting: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(args: &BuildArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    let sources = args.project.sources()?;
    let (site, mut problems) = pipeline::check(&sources, &args.project.settings(Audience::Public));
    let counted = summary(&problems, args.project.language());
    problems.retain(|it| it.severity == Severity::Error);
    terminal.problems(&args.project.show(&problems, &sources))?;
    let Some(site) = site else {
        terminal.say(&format!("Ingenting er skrevet: {counted}."));
        return Ok(ExitCode::from(1));
    };
    drop(sources);
    let theme = Theme::embedded()?;
    let press = Press::new(&site, &theme);
    let written = pipeline::build(&press, Stage::new(&args.out)?)?;
    if let Some(folder) = &args.hosting {
        write::beside(folder, &hosting(&site))?;
    }
    let megabytes = written.bytes as f64 / 1e6;
    terminal.say(&format!("Skrev {} filer ({megabytes:.1} MB) til {}", written.files, args.out.display()));
    Ok(ExitCode::SUCCESS)
}

/// The site's headers and redirects in the words of each host.
fn hosting(site: &Site) -> [File; 3] {
    let (rules, moved) = (host::rules(site), host::moved(site));
    [
        ("nginx.conf", host::nginx(&rules, &moved)),
        ("Caddyfile", host::caddyfile(&rules, &moved)),
        ("apache.conf", host::apache(&rules, &moved)),
    ]
    .map(|(path, text)| File { path: path.to_owned(), bytes: text.into_bytes() })
}
