//! `nettungen new kommune`

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{directory, sources, wanted_kommune};
use crate::cli::ProjectArgs;
use crate::cli::terminal::Terminal;
use crate::draft::{self, Layout};
use crate::model::{Lang, Malform, Site};
use crate::write::{File, new_folder};

/// The two Norwegians.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Written {
    /// Bokmål
    Nb,
    /// Nynorsk
    Nn,
}

/// Legg ut en hel kommune: et utkast til hvert tilbud, etatene, og en liste over det som gjenstår
///
/// Navn, målform, fylke og samiske navn kommer fra registeret. Finnes mappen fra før, blir ingenting skrevet.
///
/// Eksempler:
///   nettungen new kommune Evje og Hornnes
///   nettungen new kommune 5612
///   nettungen new kommune Guovdageaidnu
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct KommuneArgs {
    /// Navnet eller nummeret
    #[arg(value_name = "NAVN|NUMMER", required = true)]
    navn: Vec<String>,

    /// Språket i tekstene, når kommunens målform er nøytral; standard er nb
    #[arg(long = "språk", alias = "sprak", value_enum, value_name = "nb|nn")]
    sprak: Option<Written>,

    #[command(flatten)]
    project: ProjectArgs,
}

/// Runs the command.
pub(super) fn run(args: &KommuneArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    let sources = sources(&args.project)?;
    let site = directory(&args.project, &sources, terminal)?;
    let id = wanted_kommune(&site, &args.navn.join(" "))?;
    let kommune = site.kommune(id);
    let lang = args.sprak.map(|it| if it == Written::Nn { Lang::Nn } else { Lang::Nb });
    if lang.is_some_and(|it| it != kommune.lang) && kommune.malform != Malform::Noytral {
        anyhow::bail!("{} har vedtatt målform, så tekstene kan ikke være på et annet språk", kommune.navn);
    }
    let layout = draft::kommune(&site, id, lang);
    write(args, &layout)?;
    terminal.print(&said(args, &site, &kommune.navn, &layout))?;
    Ok(ExitCode::SUCCESS)
}

fn write(args: &KommuneArgs, layout: &Layout) -> anyhow::Result<()> {
    let within = |path: &str| path.strip_prefix(&format!("{}/", layout.folder)).unwrap_or(path).to_owned();
    let files: Vec<File> =
        layout.files.iter().map(|it| File { path: within(&it.path), bytes: it.text.clone().into_bytes() }).collect();
    new_folder(&args.project.content.join(&layout.folder), &files)
}

fn said(args: &KommuneArgs, site: &Site, navn: &str, layout: &Layout) -> String {
    let Layout { n_tilbud, n_dokumenter, n_etater, .. } = layout;
    let folder = args.project.content.join(&layout.folder);
    let folder = folder.display();
    let mut out = format!(
        "La ut {navn} i {folder}: {n_tilbud} utkast til tilbud, {n_dokumenter} dokumenter og rutiner, {n_etater} etater.\n"
    );
    if !layout.left_out.is_empty() {
        let names: Vec<&str> =
            layout.left_out.iter().map(|at| site.maler[*at as usize].tittel.best(Lang::Nb)).collect();
        out.push_str(&format!("Ikke med, fordi plikten gjelder andre kommuner: {}.\n", names.join(", ")));
    }
    out.push_str(&format!("Begynn med {folder}/gjøremål.md.\n"));
    out
}
