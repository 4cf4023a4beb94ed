//! `nettungen new tilbud`

use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Args;

use super::questions::{self, pick};
use super::{directory, joined_kommune, sources};
use crate::cli::ProjectArgs;
use crate::cli::terminal::Terminal;
use crate::diag::closest;
use crate::draft::{self, NewTilbud};
use crate::model::{Home, KommuneId, Liste, Mal, MalDekker, Site, Slug};
use crate::write::new_file;

/// Lag et utkast til et tilbud; spør om det som mangler
///
/// Uten terminal må --tittel (eller --mal) være med, og --kommune når det er flere kommuner.
///
/// Eksempler:
///   nettungen new tilbud
///   nettungen new tilbud --kommune fjordvik --mal fritidsklubb --tittel "Klubben på Nes"
///   nettungen new tilbud --kommune fjordvik --tittel "Leksekafé" --tema skole --målgruppe barn,ungdom
#[derive(Clone, Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct TilbudArgs {
    /// Navnet på tilbudet
    #[arg(long, value_name = "TEKST")]
    pub tittel: Option<String>,

    /// Kommunen tilbudet hører til
    #[arg(long, value_name = "KOMMUNE")]
    pub kommune: Option<String>,

    /// Malen det bygger på
    #[arg(long, value_name = "MAL")]
    pub mal: Option<String>,

    /// Hva du får, i én setning
    #[arg(long, value_name = "TEKST")]
    pub sammendrag: Option<String>,

    /// Etaten eller laget som gir det
    #[arg(long, value_name = "ORGANISASJON")]
    pub eier: Option<String>,

    /// Nivået i pyramiden: alle, trenger-mer eller hjelp
    #[arg(long = "nivå", alias = "niva", value_name = "NIVÅ")]
    pub niva: Option<String>,

    /// Temaer
    #[arg(long, value_name = "TEMA", value_delimiter = ',')]
    pub tema: Vec<String>,

    /// Hva slags tilbud
    #[arg(long, value_name = "TYPE", value_delimiter = ',')]
    pub tilbudstype: Vec<String>,

    /// Hvem det er for
    #[arg(long = "målgruppe", alias = "malgruppe", value_name = "GRUPPE", value_delimiter = ',')]
    pub malgruppe: Vec<String>,

    /// Alder, for eksempel 13-20
    #[arg(long, value_name = "FRA-TIL", value_parser = ages)]
    pub alder: Option<(Option<u8>, Option<u8>)>,

    /// Hvordan en får det
    #[arg(long, value_name = "INNGANG", value_delimiter = ',')]
    pub inngang: Vec<String>,

    /// Telefonnummer
    #[arg(long, value_name = "NUMMER")]
    pub telefon: Option<String>,

    /// Felles e-postadresse
    #[arg(long, value_name = "ADRESSE")]
    pub epost: Option<String>,

    /// Nettside
    #[arg(long, value_name = "URL")]
    pub nettside: Option<String>,

    /// Navnet på filen, uten .md; standard følger av tittelen
    #[arg(long, value_name = "NAVN")]
    pub filnavn: Option<String>,

    #[command(flatten)]
    project: ProjectArgs,
}

/// «13-20», «13-» or «-5».
pub(super) fn ages(text: &str) -> Result<(Option<u8>, Option<u8>), String> {
    let wrong = || format!("«{text}» er ikke en alder; skriv for eksempel 13-20");
    let (from, to) = text.split_once(['-', '–']).unwrap_or((text, text));
    let age = |it: &str| match it.trim() {
        "" => Ok(None),
        it => it.parse::<u8>().ok().filter(|it| *it <= crate::model::Alder::MAX).map(Some).ok_or_else(wrong),
    };
    let (from, to) = (age(from)?, age(to)?);
    if from.zip(to).is_some_and(|(from, to)| from > to) || (from.is_none() && to.is_none()) {
        return Err(wrong());
    }
    Ok((from, to))
}

/// Runs the command.
pub(super) fn run(args: &TilbudArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    let sources = sources(&args.project)?;
    let site = directory(&args.project, &sources, terminal)?;
    let kommune = kommune(args, &site, terminal)?;
    let mal = args.mal.as_deref().map(|it| mal(&site, it)).transpose()?;
    let (mal, new) = if terminal.can_ask() {
        questions::ask(args, &site, kommune, mal, terminal)?
    } else {
        let new = known(args, &site, kommune, mal)?;
        (mal, new)
    };
    let slug = match &args.filnavn {
        Some(name) => Slug::parse(name).ok().with_context(|| not_a_name(name))?,
        None => Slug::suggest(&new.tittel)
            .with_context(|| format!("«{}» gir ikke noe filnavn; bruk --filnavn", new.tittel))?,
    };
    let it = site.kommune(kommune);
    let path = args.project.content.join(format!("kommuner/{}/tilbud/{slug}.md", it.slug));
    new_file(&path, draft::tilbud(&new, mal, it.lang).as_bytes())?;
    terminal.print(&format!("Laget {}\n", path.display()))?;
    Ok(ExitCode::SUCCESS)
}

fn not_a_name(name: &str) -> String {
    let better = Slug::suggest(name).map(|it| format!("; mente du «{it}»?")).unwrap_or_default();
    format!("«{name}» kan ikke være et filnavn{better}")
}

/// The kommune the tilbud belongs to: the one named, the only one there is, or the one a person picks.
fn kommune(args: &TilbudArgs, site: &Site, terminal: &mut Terminal) -> anyhow::Result<KommuneId> {
    let with: Vec<KommuneId> = site.kommune_ids().filter(|id| site.kommune(*id).med).collect();
    if args.kommune.is_none() && with.len() > 1 && terminal.can_ask() {
        let names: Vec<&str> = with.iter().map(|id| site.kommune(*id).slug.as_str()).collect();
        return Ok(with[pick("Hvilken kommune?", &names, terminal)?]);
    }
    joined_kommune(site, args.kommune.as_deref())
}

/// The mal called `wanted`.
fn mal<'a>(site: &'a Site, wanted: &str) -> anyhow::Result<&'a Mal> {
    let maler = || site.maler.iter().filter(|it| it.dekker == MalDekker::Tilbud);
    let found = maler().find(|it| it.slug.as_str() == wanted || it.tittel.entries().any(|(_, text)| text == wanted));
    found.with_context(|| {
        let near = closest(wanted, maler().map(|it| it.slug.as_str()));
        let near = near.map(|it| format!("; mente du «{it}»?")).unwrap_or_default();
        format!("finner ingen mal som heter «{wanted}»{near}")
    })
}

/// What the flags say, each word checked.
pub(super) fn known(
    args: &TilbudArgs,
    site: &Site,
    kommune: KommuneId,
    mal: Option<&Mal>,
) -> anyhow::Result<NewTilbud> {
    let lang = site.kommune(kommune).lang;
    let from_mal = || mal.map(|it| it.tittel.best(lang).to_owned());
    let tittel = args.tittel.clone().filter(|it| !it.trim().is_empty()).or_else(from_mal);
    let all =
        |list: Liste, words: &[String]| words.iter().map(|it| term(site, list, it)).collect::<anyhow::Result<Vec<_>>>();
    Ok(NewTilbud {
        tittel: tittel.context("skriv navnet på tilbudet med --tittel, eller velg en mal med --mal")?,
        sammendrag: args.sammendrag.clone(),
        eier: args.eier.as_deref().map(|it| eier(site, kommune, it)).transpose()?,
        pyramideniva: args.niva.as_deref().map(|it| term(site, Liste::Pyramideniva, it)).transpose()?,
        tema: all(Liste::Tema, &args.tema)?,
        tilbudstype: all(Liste::Tilbudstype, &args.tilbudstype)?,
        malgrupper: all(Liste::Malgrupper, &args.malgruppe)?,
        alder: args.alder.unwrap_or_default(),
        inngang: all(Liste::Inngang, &args.inngang)?,
        telefon: args.telefon.clone(),
        epost: args.epost.clone(),
        nettside: args.nettside.clone(),
    })
}

/// The word of `list` that the user wrote, by its name in files or its name for people.
pub(super) fn term(site: &Site, list: Liste, written: &str) -> anyhow::Result<String> {
    let folded = Slug::suggest(written).map(|it| it.to_string()).unwrap_or_default();
    let terms = site.vokabular.list(list);
    let called = |name: &str| Slug::suggest(name).is_some_and(|it| it.as_str() == folded);
    let found = terms.iter().find(|it| it.slug.as_str() == folded || it.navn.entries().any(|(_, name)| called(name)));
    if let Some(term) = found {
        return Ok(term.slug.to_string());
    }
    let near = closest(written, terms.iter().map(|it| it.slug.as_str()))
        .or_else(|| closest(written, terms.iter().flat_map(|it| it.navn.entries().map(|(_, name)| name))));
    match near {
        Some(near) => bail!("«{written}» finnes ikke i {}; mente du «{near}»?", list.key()),
        None => {
            let all: Vec<&str> = terms.iter().map(|it| it.slug.as_str()).collect();
            bail!("«{written}» finnes ikke i {}; velg blant {}", list.key(), all.join(", "))
        }
    }
}

/// An organisation of the kommune, or a country-wide one.
pub(super) fn eier(site: &Site, kommune: KommuneId, written: &str) -> anyhow::Result<String> {
    let own = Some(Home::Kommune(kommune));
    let all: Vec<&str> = site
        .organisasjoner
        .iter()
        .filter(|it| it.home == own || it.home.is_none())
        .map(|it| it.slug.as_str())
        .collect();
    if all.contains(&written) {
        return Ok(written.to_owned());
    }
    let near = closest(written, all.iter().copied()).map(|it| format!("; mente du «{it}»?")).unwrap_or_default();
    bail!("finner ingen organisasjon som heter «{written}»{near}")
}
