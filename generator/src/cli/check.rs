//! `nettungen check`

use std::process::ExitCode;

use anyhow::bail;
use clap::Args;

use super::project::FormatArg;
use super::terminal::Terminal;
use super::{ProjectArgs, due, external};
use crate::check::at_least;
use crate::diag::{Diagnostics, Severity, closest, summary};
use crate::model::{Audience, Site};
use crate::pipeline;
use crate::read::{Folder, Place, Sources};

/// Every code has a heading here (`cargo xtask tidy` sees to it).
const EXPLAINED: &str = include_str!("../../../docs/errors.md");

/// Se etter feil i innholdet uten å skrive noe
///
/// Avslutter med 0 når alt er i orden, 1 når innholdet har feil, 2 når kontrollen ikke kunne kjøre.
///
/// Eksempler:
///   nettungen check --kommune fjordvik
///   nettungen check --due 30
///   nettungen check --external --kommune fjordvik
///   nettungen check --explain fjordvik/helsestasjon
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    project: ProjectArgs,

    /// Regn advarsler som feil
    #[arg(long, value_name = "HVA", value_parser = ["warnings"])]
    deny: Option<String>,

    /// Vis bare problemer med denne koden
    #[arg(long, value_name = "KODE", value_parser = code)]
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

    /// Se også etter om lenker ut av nettstedet svarer
    #[arg(long, conflicts_with_all = ["explain", "due"])]
    external: bool,

    /// Spør også etter lenker til denne maskinen og nettet den står i; for prøver
    #[arg(long, hide = true, requires = "external")]
    external_local: bool,

    /// Vis i stedet hvilke tilbud som skal kontrolleres innen så mange dager, etter etat og stilling
    #[arg(long, value_name = "DAGER", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(..=3660))]
    due: Option<u16>,
}

/// A code that some problem has.
fn code(text: &str) -> Result<String, String> {
    let known = || EXPLAINED.lines().filter_map(|it| it.strip_prefix("## `")?.strip_suffix('`'));
    if known().any(|it| it == text) {
        return Ok(text.to_owned());
    }
    let near = closest(text, known()).map(|it| format!("; mente du {it}?"));
    Err(format!("ingen melding har koden {text}{}", near.unwrap_or_default()))
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
    check_kommuner(&args.kommune, &sources)?;
    // What is not looked for would look like a clean bill.
    if let Some(code) = args.only.iter().find(|it| !args.external && external::CODES.contains(&it.as_str())) {
        bail!("meldingen {code} kommer bare når lenker ut av nettstedet blir sjekket: legg til --external");
    }
    let (site, mut problems) = pipeline::check(&sources, &args.project.settings(Audience::Public));
    if args.external {
        let limits = external::Limits::new(&args.project.base_url, args.external_local);
        let here = |path: &str| is_wanted(args, path);
        external::check(&sources, here, (&limits, args.project.language()), terminal, &mut problems);
        problems.sort(&sources);
    }
    match args.due {
        Some(days) => show_due(args, days, site.as_ref(), &problems, (&sources, terminal)),
        None => show_problems(args, problems, &sources, terminal),
    }
}

/// Refuses a kommune that has no files, so that a misspelt name does not look like a clean bill.
fn check_kommuner(wanted: &[String], sources: &Sources) -> anyhow::Result<()> {
    let slug = |place| match place {
        &Place::Owner(Folder::Kommune(ref slug)) => Some(&**slug),
        _ => None,
    };
    let known: Vec<&str> = sources.places().filter_map(|(_, place)| slug(place)).collect();
    let Some(unknown) = wanted.iter().find(|it| !known.contains(&it.as_str())) else { return Ok(()) };
    let near = closest(unknown, known.iter().copied()).map(|it| format!("; mente du {it}?"));
    bail!("finner ikke kommunen {unknown} i innholdet{}", near.unwrap_or_default());
}

/// Whether the file at `path` is one of those that are looked at.
fn is_wanted(args: &CheckArgs, path: &str) -> bool {
    let below = |slug: &String| path.strip_prefix("kommuner/").and_then(|it| it.strip_prefix(slug.as_str()));
    args.kommune.is_empty() || args.kommune.iter().filter_map(below).any(|rest| rest.starts_with('/'))
}

fn show_problems(
    args: &CheckArgs,
    mut problems: Diagnostics,
    sources: &Sources,
    terminal: &mut Terminal,
) -> anyhow::Result<ExitCode> {
    problems.retain(|it| {
        let here = is_wanted(args, sources.path_or_empty(it.span.file));
        here && (args.only.is_empty() || args.only.iter().any(|code| code == it.code))
    });
    let worst = if args.deny.is_some() { Severity::Warning } else { Severity::Error };
    let failed = at_least(&problems, worst);
    let counted = summary(&problems, args.project.language());
    let hide_notices = !args.notices && args.only.is_empty() && args.project.format != FormatArg::Json;
    if hide_notices {
        // Who asks about links is told of those that nothing could be found out about.
        problems.retain(|it| it.severity != Severity::Notice || it.code == "usikker-lenke");
    }
    terminal.print(&args.project.show(&problems, sources))?;
    terminal.say(&counted);
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Prints the list of what is due. With errors in the content there is no list: the errors come first.
fn show_due(
    args: &CheckArgs,
    days: u16,
    site: Option<&Site>,
    problems: &Diagnostics,
    (sources, terminal): (&Sources, &mut Terminal),
) -> anyhow::Result<ExitCode> {
    let language = args.project.language();
    let Some(site) = site else {
        let mut errors = problems.clone();
        errors.retain(|it| it.severity == Severity::Error);
        terminal.problems(&args.project.show(&errors, sources))?;
        terminal.say(&summary(&errors, language));
        return Ok(ExitCode::from(1));
    };
    let until = site.settings.dato.saturating_add(jiff::Span::new().days(days));
    let list = due::tasks(site, until, &args.kommune);
    terminal.print(&due::show(&list, site, sources, args.project.format, language))?;
    terminal.say(&due::summary(list.len(), days, language));
    Ok(ExitCode::SUCCESS)
}
