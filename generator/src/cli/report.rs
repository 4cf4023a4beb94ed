//! `nettungen report`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};

use super::ProjectArgs;
use super::directory::wanted_kommune;
use super::form::put;
use super::history;
use super::terminal::Terminal;
use crate::diag::closest;
use crate::model::{Audience, Fylke, FylkeId, Lang, OrganisasjonId, Region, RegionId, ReportName, Scope, Site};
use crate::pipeline::{self, Press};
use crate::render::Theme;
use crate::report::format;

/// The form of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum As {
    /// Tekst i terminalen
    Text,
    /// For programmer
    Json,
    /// Semikolon, åpnes i Excel
    Csv,
    /// Arbeidsbok for Excel
    Xlsx,
    /// Én side som kan sendes og skrives ut
    Html,
}

/// Lag en rapport om en kommune, et fylke, en region, en organisasjon eller hele portalen
///
/// Uten navn lages vedlegget til planen, med alle rapportene. Uten sted gjelder rapporten hele portalen.
/// Avslutter med 0 når rapporten er laget, 1 når innholdet har feil, 2 når den ikke kunne lages.
#[derive(Debug, Args)]
#[command(mut_arg("format", |it| it.long("problemer")))]
pub(super) struct ReportArgs {
    /// pyramide, lovpalagt, mangler-og-overlapp, medvirkning, vurdering, tiltakskjeder, kartlegging, ressurser,
    /// ikke-lovpalagt, sammenligning, plan eller endringer
    #[arg(value_name = "RAPPORT")]
    name: Option<String>,

    /// Kommunen rapporten gjelder
    #[arg(long, value_name = "KOMMUNE", group = "place")]
    kommune: Option<String>,

    /// Fylket rapporten gjelder
    #[arg(long, value_name = "FYLKE", group = "place")]
    fylke: Option<String>,

    /// Regionen rapporten gjelder
    #[arg(long, value_name = "REGION", group = "place")]
    region: Option<String>,

    /// Organisasjonen rapporten gjelder; en etat skrives kommune/etat
    #[arg(long, value_name = "ORGANISASJON", group = "place")]
    organisasjon: Option<String>,

    /// Rapporten gjelder staten
    #[arg(long, group = "place")]
    stat: bool,

    /// Formen; standard er den filnavnet sier, ellers tekst
    #[arg(long = "format", value_enum, value_name = "FORM")]
    form: Option<As>,

    /// Filen rapporten skrives til; uten den skrives rapporten i terminalen
    #[arg(long, value_name = "FIL")]
    out: Option<PathBuf>,

    /// For rapporten endringer: git-versjon eller dato (ÅÅÅÅ-MM-DD) å sammenligne med
    #[arg(long, value_name = "VERSJON")]
    fra: Option<String>,

    #[command(flatten)]
    project: ProjectArgs,
}

/// Runs the command.
pub(super) fn run(args: &ReportArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    let name = report_name(args.name.as_deref())?;
    let form = form(args)?;
    if args.fra.is_some() != (name == ReportName::Endringer) {
        bail!("rapporten endringer og --fra hører sammen: nettungen report endringer --fra 2026-01-01");
    }
    let sources = args.project.sources()?;
    let settings = args.project.settings(Audience::Public);
    let Some(site) = pipeline::site(&sources, &settings) else {
        let counted = args.project.refusal(&sources, &settings, terminal)?;
        terminal.say(&format!("Rapporten er ikke laget: {counted}."));
        return Ok(ExitCode::from(1));
    };
    drop(sources);
    let bytes = made(args, &site, name, form, terminal)?;
    match &args.out {
        Some(path) => {
            save(path, &bytes)?;
            terminal.say(&format!("Skrev {}", path.display()));
        }
        None => terminal.print_bytes(&bytes)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the report to the file that the user named.
fn save(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if path.is_dir() {
        bail!("{} er en mappe; skriv også filnavnet", path.display());
    }
    put(path, bytes, true)
}

/// The report's bytes.
fn made(
    args: &ReportArgs,
    site: &Site,
    name: ReportName,
    form: As,
    terminal: &mut Terminal,
) -> anyhow::Result<Vec<u8>> {
    let scope = scope(args, site)?;
    let theme = Theme::embedded()?;
    let press = Press::new(site, &theme);
    let desk = press.desk(scope);
    let report = match &args.fra {
        Some(since) => {
            let old = history::site(&args.project, since, site.settings.dato)?;
            if old.unread > 0 {
                let n = old.unread;
                terminal.say(&format!("Filer som ikke lar seg lese med dagens regler, og ikke er sammenlignet: {n}"));
            }
            crate::report::changes(&desk, &old.site, &old.label)
        }
        None if crate::report::names(site, scope).contains(&name) => crate::report::report(&desk, name),
        None => bail!("{}", not_made(site, scope, name)),
    };
    Ok(match form {
        As::Text => format::text::text(&desk, &report).into_bytes(),
        As::Json => format::json::json(&desk, &report),
        As::Csv => format::csv::csv(&desk, &report),
        As::Xlsx => format::xlsx::xlsx(&desk, &report).context("kan ikke lage arbeidsboken")?,
        As::Html => press.report_file(&desk, &report)?,
    })
}

/// Why there is no such report about the place.
fn not_made(site: &Site, scope: Scope, name: ReportName) -> String {
    match scope {
        Scope::Kommune(id) if !site.kommune(id).med => {
            let kommune = site.kommune(id);
            format!(
                "{} er ikke med i Nettungen ennå og har ingen rapporter; lag kommuner/{}/kommune.yaml",
                kommune.navn, kommune.slug
            )
        }
        _ => {
            let made: Vec<&str> = crate::report::names(site, scope).iter().map(|it| it.slug()).collect();
            format!("rapporten {} lages ikke her; her lages {}", name.slug(), made.join(", "))
        }
    }
}

fn report_name(written: Option<&str>) -> anyhow::Result<ReportName> {
    let Some(written) = written else { return Ok(ReportName::Plan) };
    let all = || ReportName::ALL.into_iter().chain([ReportName::Endringer]);
    if let Some(found) = all().find(|it| it.slug() == written) {
        return Ok(found);
    }
    let names: Vec<&str> = all().map(ReportName::slug).collect();
    bail!("det er ingen rapport `{written}`; {}", or_all(written, &names))
}

/// «mente du …?», or all there is. Whoever writes the beginning of one name means that one.
fn or_all(written: &str, names: &[&str]) -> String {
    let mut begun = names.iter().copied().filter(|it| written.len() >= 3 && it.starts_with(&written.to_lowercase()));
    let only = begun.next().filter(|_| begun.next().is_none());
    match only.or_else(|| closest(written, names.iter().copied())) {
        Some(near) => format!("mente du `{near}`?"),
        None => format!("velg mellom {}", names.join(", ")),
    }
}

/// The form that was asked for, by name or by the name of the file.
fn form(args: &ReportArgs) -> anyhow::Result<As> {
    let ending = args.out.as_deref().and_then(Path::extension).and_then(|it| it.to_str()).unwrap_or_default();
    let by_name = match ending.to_lowercase().as_str() {
        "html" | "htm" => Some(As::Html),
        "json" => Some(As::Json),
        "csv" => Some(As::Csv),
        "xlsx" => Some(As::Xlsx),
        "txt" => Some(As::Text),
        _ => None,
    };
    let form = args.form.or(by_name);
    match (form, &args.out) {
        (Some(form), Some(_)) => Ok(form),
        (None, Some(path)) => bail!(
            "vet ikke hvilken form {} skal ha; bruk .html, .xlsx, .csv, .json eller .txt, eller --format",
            path.display()
        ),
        (Some(As::Xlsx), None) if Terminal::is_screen() => {
            bail!("en arbeidsbok kan ikke vises i terminalen; velg en fil med --out rapport.xlsx")
        }
        (form, None) => Ok(form.unwrap_or(As::Text)),
    }
}

/// Whom the report is about.
fn scope(args: &ReportArgs, site: &Site) -> anyhow::Result<Scope> {
    if let Some(slug) = &args.kommune {
        return wanted_kommune(site, slug).map(Scope::Kommune);
    }
    if let Some(slug) = &args.fylke {
        let is_named = |it: &Fylke| it.slug.as_str() == slug || *it.nummer == **slug || is_same(&it.navn, slug);
        let found = (0..).zip(&site.fylker).find(|(_, it)| is_named(it));
        let found = found.map(|(at, _)| Scope::Fylke(FylkeId(at)));
        return found
            .map_or_else(|| unknown("ikke noe fylke", slug, site.fylker.iter().map(|it| it.slug.as_str())), Ok);
    }
    if let Some(slug) = &args.region {
        let is_named = |it: &Region| it.slug.as_str() == slug || is_same(it.navn.best(Lang::Nb), slug);
        let found = (0..).zip(&site.regioner).find(|(_, it)| is_named(it));
        let found = found.map(|(at, _)| Scope::Region(RegionId(at)));
        return found
            .map_or_else(|| unknown("ingen region", slug, site.regioner.iter().map(|it| it.slug.as_str())), Ok);
    }
    if let Some(slug) = &args.organisasjon {
        return organisation(site, slug);
    }
    Ok(if args.stat { Scope::Stat } else { Scope::Portal })
}

/// An organisation by its slug, or by its home's address and its slug.
fn organisation(site: &Site, written: &str) -> anyhow::Result<Scope> {
    let name = |id: u32| {
        let it = site.organisasjon(OrganisasjonId(id));
        let home = it.home.map(|home| site.scope_url(site.scope_of(home))).unwrap_or_default();
        format!("{}{}", home.trim_start_matches('/'), it.slug)
    };
    let names: Vec<String> = (0..).zip(&site.organisasjoner).map(|(at, _)| name(at)).collect();
    let found = (0..).zip(&names).find(|(_, it)| *it == written).map(|(at, _)| Scope::Organisasjon(OrganisasjonId(at)));
    found.map_or_else(|| unknown("ingen organisasjon", written, names.iter().map(String::as_str)), Ok)
}

/// Whether a name is what somebody wrote, in capitals or not.
fn is_same(name: &str, written: &str) -> bool {
    name.to_lowercase() == written.to_lowercase()
}

fn unknown<'a>(kind: &str, written: &str, known: impl Iterator<Item = &'a str>) -> anyhow::Result<Scope> {
    let known: Vec<&str> = known.collect();
    let near = closest(written, known.iter().copied()).map(|it| format!("; mente du `{it}`?"));
    let few = (known.len() <= 12).then(|| format!("; velg mellom {}", known.join(", ")));
    bail!("det er {kind} `{written}`{}", near.or(few).unwrap_or_default())
}
