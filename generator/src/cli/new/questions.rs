//! The questions that `nettungen new tilbud` asks a person.

use anyhow::bail;

use super::tilbud::{TilbudArgs, ages, known, term};
use crate::cli::terminal::Terminal;
use crate::draft::NewTilbud;
use crate::model::{KommuneId, Lang, Liste, Mal, MalDekker, Site};

/// Asks for what the flags do not say.
pub(super) fn ask<'a>(
    args: &TilbudArgs,
    site: &'a Site,
    kommune: KommuneId,
    mal: Option<&'a Mal>,
    terminal: &mut Terminal,
) -> anyhow::Result<(Option<&'a Mal>, NewTilbud)> {
    let lang = site.kommune(kommune).lang;
    let tittel = match &args.tittel {
        Some(it) => it.clone(),
        None => required("Hva heter tilbudet?", terminal)?,
    };
    let mal = match mal {
        Some(it) => Some(it),
        None => choose_mal(site, &tittel, lang, terminal)?,
    };
    let mut args = args.clone();
    args.tittel = Some(tittel);
    let mut new = known(&args, site, kommune, mal)?;
    if mal.is_none() {
        describe(&mut new, site, terminal)?;
    }
    for (field, question) in [
        (&mut new.telefon, "Telefonnummer? (Enter for å hoppe over)"),
        (&mut new.epost, "Felles e-postadresse? (Enter for å hoppe over)"),
        (&mut new.nettside, "Nettside? (Enter for å hoppe over)"),
    ] {
        if field.is_none() {
            *field = optional(question, terminal)?;
        }
    }
    Ok((mal, new))
}

/// What a tilbud without a mal needs.
fn describe(new: &mut NewTilbud, site: &Site, terminal: &mut Terminal) -> anyhow::Result<()> {
    if new.sammendrag.is_none() {
        new.sammendrag = optional("Hva får du der, i én setning? (Enter for å hoppe over)", terminal)?;
    }
    if new.pyramideniva.is_none() {
        new.pyramideniva = words(site, Liste::Pyramideniva, "Hvilket nivå?", terminal)?.into_iter().next();
    }
    for (list, field, question) in [
        (Liste::Tema, &mut new.tema, "Hvilke temaer?"),
        (Liste::Tilbudstype, &mut new.tilbudstype, "Hva slags tilbud?"),
        (Liste::Malgrupper, &mut new.malgrupper, "Hvem er det for?"),
        (Liste::Inngang, &mut new.inngang, "Hvordan får en det?"),
    ] {
        if field.is_empty() {
            *field = words(site, list, question, terminal)?;
        }
    }
    if new.alder == (None, None) {
        while let Some(text) = optional("Hvilken alder, for eksempel 13-20? (Enter for alle)", terminal)? {
            match ages(&text) {
                Ok(alder) => {
                    new.alder = alder;
                    break;
                }
                Err(why) => terminal.show(&why),
            }
        }
    }
    Ok(())
}

/// Maler whose words are in the title.
fn choose_mal<'a>(
    site: &'a Site,
    tittel: &str,
    lang: Lang,
    terminal: &mut Terminal,
) -> anyhow::Result<Option<&'a Mal>> {
    let title = tittel.to_lowercase();
    let near: Vec<&Mal> = site
        .maler
        .iter()
        .filter(|it| it.dekker == MalDekker::Tilbud)
        .filter(|it| {
            let name = it.tittel.best(lang).to_lowercase();
            name.split_whitespace().any(|word| word.chars().count() > 4 && title.contains(word))
                || name.contains(&title)
        })
        .take(6)
        .collect();
    if near.is_empty() {
        return Ok(None);
    }
    let mut names: Vec<&str> = near.iter().map(|it| it.tittel.best(lang)).collect();
    names.push("ingen av dem");
    let at = pick("Vil du bygge på en mal?", &names, terminal)?;
    Ok(near.get(at).copied())
}

/// One of several, by number; the place of it.
pub(super) fn pick(question: &str, names: &[&str], terminal: &mut Terminal) -> anyhow::Result<usize> {
    for (at, name) in names.iter().enumerate() {
        terminal.show(&format!("  {} {name}", at + 1));
    }
    loop {
        let answer = required(question, terminal)?;
        let number = answer.parse::<usize>().ok().filter(|it| (1..=names.len()).contains(it));
        if let Some(at) = number.map(|it| it - 1).or_else(|| names.iter().position(|it| **it == answer)) {
            return Ok(at);
        }
        terminal.show(&format!("Skriv et tall fra 1 til {}.", names.len()));
    }
}

/// Words of a vocabulary, by number or name, with commas between them.
fn words(site: &Site, list: Liste, question: &str, terminal: &mut Terminal) -> anyhow::Result<Vec<String>> {
    let terms = site.vokabular.list(list);
    for (at, it) in terms.iter().enumerate() {
        terminal.show(&format!("  {} {}", at + 1, it.navn.best(Lang::Nb)));
    }
    loop {
        let Some(answer) =
            optional(&format!("{question} (tall, komma mellom flere; Enter for å hoppe over)"), terminal)?
        else {
            return Ok(Vec::new());
        };
        let read = |it: &str| match it.parse::<usize>() {
            Ok(n) if (1..=terms.len()).contains(&n) => Ok(terms[n - 1].slug.to_string()),
            _ => term(site, list, it),
        };
        match answer.split(',').map(|it| read(it.trim())).collect::<anyhow::Result<Vec<String>>>() {
            Ok(found) => return Ok(found),
            Err(why) => terminal.show(&why.to_string()),
        }
    }
}

fn required(question: &str, terminal: &mut Terminal) -> anyhow::Result<String> {
    loop {
        match terminal.ask(question)? {
            Some(answer) if !answer.is_empty() => return Ok(answer),
            Some(_) => (),
            None => bail!("avbrutt; ingenting er skrevet"),
        }
    }
}

fn optional(question: &str, terminal: &mut Terminal) -> anyhow::Result<Option<String>> {
    match terminal.ask(question)? {
        Some(answer) => Ok(Some(answer).filter(|it| !it.is_empty())),
        None => bail!("avbrutt; ingenting er skrevet"),
    }
}
