//! `nettungen new`: a whole kommune, or one tilbud, ready to be filled in.

mod kommune;
mod questions;
mod tilbud;

use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};

use super::ProjectArgs;
use super::terminal::Terminal;
use crate::check;
use crate::diag::{Diagnostics, Severity};
use crate::draft::{Found, find_kommune};
use crate::model::{Audience, KommuneId, Site};
use crate::read::Sources;

/// Lag en ny kommune eller et nytt tilbud, klart til å fylle inn
///
/// Skriver aldri over noe som finnes.
#[derive(Debug, Args)]
pub(super) struct NewArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Kommune(kommune::KommuneArgs),
    Tilbud(Box<tilbud::TilbudArgs>),
}

/// Runs the command.
pub(super) fn run(args: &NewArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    match &args.what {
        What::Kommune(args) => kommune::run(args, terminal),
        What::Tilbud(args) => tilbud::run(args, terminal),
    }
}

/// The content as it is; what ships alone when there is no folder yet.
fn sources(project: &ProjectArgs) -> anyhow::Result<Sources> {
    if project.content.exists() { project.sources() } else { Ok(Sources::new("", super::shipped())) }
}

/// The names that a new record may refer to.
fn directory(project: &ProjectArgs, sources: &Sources, terminal: &mut Terminal) -> anyhow::Result<Site> {
    let mut problems = Diagnostics::default();
    let site = check::directory(sources, &project.settings(Audience::Preview), &mut problems);
    if site.is_none() {
        problems.sort();
        problems.retain(|it| it.severity == Severity::Error);
        terminal.problems(&project.show(&problems, sources))?;
    }
    site.context("registeret, ordlistene eller malene har feil; rett dem først")
}

/// The kommune that a user asks for by name, number or address.
fn wanted_kommune(site: &Site, wanted: &str) -> anyhow::Result<KommuneId> {
    let describe = |id: &KommuneId| {
        let it = site.kommune(*id);
        format!("{} ({}, {})", it.navn, it.nummer, site.fylke(it.fylke).navn)
    };
    match find_kommune(site, wanted) {
        Found::One(id) => Ok(id),
        Found::Several(list) => {
            let names: Vec<String> = list.iter().map(describe).collect();
            bail!("flere kommuner heter «{wanted}»: {}; skriv nummeret", names.join(" og "))
        }
        Found::None(list) if list.is_empty() => {
            bail!("finner ingen kommune som heter «{wanted}»; skriv navnet eller kommunenummeret")
        }
        Found::None(list) => {
            let names: Vec<String> = list.iter().map(describe).collect();
            bail!("finner ingen kommune som heter «{wanted}»; mente du {}?", names.join(", "))
        }
    }
}
