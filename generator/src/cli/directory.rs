//! The names that commands look up: kommuner, organisations, words. They work while tilbud have errors.

use anyhow::{Context as _, bail};

use super::ProjectArgs;
use super::terminal::Terminal;
use crate::check;
use crate::diag::{Diagnostics, Severity};
use crate::draft::{Found, find_kommune};
use crate::model::{Audience, KommuneId, Site};
use crate::read::Sources;
use crate::sheet::Lists;

/// The content as it is; what ships alone when there is no folder yet.
pub(super) fn sources(project: &ProjectArgs) -> anyhow::Result<Sources> {
    if project.content.exists() { project.sources() } else { Ok(Sources::new("", super::shipped())) }
}

/// The names that a new record may refer to.
pub(super) fn directory(project: &ProjectArgs, sources: &Sources, terminal: &mut Terminal) -> anyhow::Result<Site> {
    let mut problems = Diagnostics::default();
    let site = check::directory(sources, &project.settings(Audience::Preview), &mut problems);
    if site.is_none() {
        problems.sort(sources);
        problems.retain(|it| it.severity == Severity::Error);
        terminal.problems(&project.show(&problems, sources))?;
    }
    site.context("registeret, ordlistene eller malene har feil; rett dem først")
}

/// The kommune that a user asks for by name, number or address.
pub(super) fn wanted_kommune(site: &Site, wanted: &str) -> anyhow::Result<KommuneId> {
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

/// What every command about the sheet of one kommune begins with.
pub(super) struct Ground {
    pub(super) sources: Sources,
    /// The words that cells may hold.
    pub(super) lists: Lists,
    /// Where its files are, within the content folder.
    pub(super) folder: String,
}

impl Ground {
    /// Reads the content, and finds the kommune: the one named, or the only one that takes part.
    pub(super) fn new(project: &ProjectArgs, wanted: Option<&str>, terminal: &mut Terminal) -> anyhow::Result<Ground> {
        let sources = project.sources()?;
        let site = directory(project, &sources, terminal)?;
        let id = joined_kommune(&site, wanted)?;
        let kommune = site.kommune(id);
        let lists = Lists::new(&site, Some(id), kommune.lang);
        let folder = format!("kommuner/{}", kommune.slug);
        Ok(Ground { sources, lists, folder })
    }
}

/// The kommune that a command is about: the one named, or the only one that takes part.
pub(super) fn joined_kommune(site: &Site, wanted: Option<&str>) -> anyhow::Result<KommuneId> {
    let with: Vec<KommuneId> = site.kommune_ids().filter(|id| site.kommune(*id).med).collect();
    let names: Vec<&str> = with.iter().map(|id| site.kommune(*id).slug.as_str()).collect();
    let id = match (wanted, &with[..]) {
        (Some(wanted), _) => wanted_kommune(site, wanted)?,
        (None, [only]) => *only,
        (None, []) => bail!("ingen kommune er med ennå; begynn med `nettungen new kommune NAVN`"),
        (None, _) => bail!("skriv hvilken kommune det gjelder: --kommune {}", names.join("|")),
    };
    let it = site.kommune(id);
    if !it.med {
        bail!("{} er ikke med ennå; begynn med `nettungen new kommune {}`", it.navn, it.navn);
    }
    Ok(id)
}
