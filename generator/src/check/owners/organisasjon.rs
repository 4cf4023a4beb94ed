//! Organisations, and what kommuner say of them, of each other and of tilbud.

use std::collections::BTreeMap;

use super::Owners;
use crate::check::keys::Keys;
use crate::check::names::Names;
use crate::check::values::{kontakt, value};
use crate::check::{Listing, coverage, privacy};
use crate::diag::{Diagnostics, Spanned};
use crate::model::{
    Body, Home, KommuneId, Kontakt, Lang, Liste, MethodProgress, Organisasjon, OrganisasjonType, Responsible, Slug,
    Tekst, TermId, TilbudId,
};
use crate::read::markdown::plain;
use crate::read::raw::{RawChoice, RawKommune, RawOrganisasjon, RawResponsible};
use crate::read::{Sources, document, yaml_record};

/// Reads all organisations, in the order of their ids.
pub(in crate::check) fn organisasjoner(
    sources: &Sources,
    listing: &Listing<'_>,
    names: &Names,
    sink: &mut Diagnostics,
) -> Vec<Organisasjon> {
    let mut list = Vec::new();
    for (file, home, slug) in names.organisation_files(listing) {
        let lang = home.map_or(Lang::Nb, |home| lang_of_home(home, names));
        let raw = match home {
            None => yaml_record::<RawOrganisasjon>(sources, file, lang, sink).map(|it| (it, Vec::new())),
            Some(_) => document::<RawOrganisasjon>(sources, file, lang, sink).map(|it| (it.head, it.body)),
        };
        let found = raw.and_then(|(raw, body)| organisasjon(raw, &body, home, &slug, lang, names, sink));
        list.push(found.unwrap_or_else(|| unreadable(&slug, home, lang)));
    }
    list
}

fn lang_of_home(home: Home, names: &Names) -> Lang {
    names
        .homes
        .iter()
        .find(|(_, it)| **it == home)
        .and_then(|(folder, _)| names.langs.get(folder))
        .copied()
        .unwrap_or(Lang::Nb)
}

/// Stands in for an organisation whose file has errors, so that the ids of the others hold.
fn unreadable(slug: &str, home: Option<Home>, lang: Lang) -> Organisasjon {
    Organisasjon {
        slug: Slug::suggest(slug).unwrap_or_else(|| Slug::parse("uleselig").expect("these letters are a slug")),
        home,
        navn: Tekst::one(lang, slug),
        kind: OrganisasjonType::Etat,
        beskrivelse: None,
        overordnet: None,
        kontakt: Kontakt::default(),
        dekning: None,
        registreringsansvarlig: None,
        lang,
        eksempel: false,
    }
}

fn organisasjon(
    raw: RawOrganisasjon,
    body: &[Body],
    home: Option<Home>,
    slug: &str,
    lang: Lang,
    names: &Names,
    sink: &mut Diagnostics,
) -> Option<Organisasjon> {
    let text = Tekst::from_entries(body.iter().map(|it| (it.lang, plain(&it.markdown))));
    if let Some(epost) = raw.kontakt.as_ref().and_then(|it| it.value.epost.as_ref()) {
        privacy::check_mailbox(epost, sink);
    }
    let kind =
        value(raw.kind).unwrap_or(if home.is_none() { OrganisasjonType::Frivillig } else { OrganisasjonType::Etat });
    Some(Organisasjon {
        slug: Slug::parse(slug).ok()?,
        home,
        navn: value(raw.navn)?,
        kind,
        beskrivelse: value(raw.beskrivelse).or(text),
        overordnet: raw.overordnet.and_then(|it| names.organisasjon(home, &it.value, sink)),
        kontakt: kontakt(raw.kontakt, sink),
        dekning: raw.dekning.map(|it| coverage::dekning(&it.value, names, sink)),
        registreringsansvarlig: raw.registreringsansvarlig.and_then(|it| responsible(it.value, home, names, sink)),
        lang,
        eksempel: value(raw.eksempel).unwrap_or(false),
    })
}

fn responsible(raw: RawResponsible, home: Option<Home>, names: &Names, sink: &mut Diagnostics) -> Option<Responsible> {
    if let Some(epost) = &raw.epost {
        privacy::check_mailbox(epost, sink);
    }
    let etat = raw.etat.and_then(|it| names.organisasjon(home, &it.value, sink));
    Some(Responsible { etat, stilling: value(raw.stilling)?, epost: value(raw.epost) })
}

/// What kommuner say of each other, of their etater and of tilbud: resolved when all have names.
pub(in crate::check) struct Choices {
    pub kommune: KommuneId,
    pub naboer: Vec<KommuneId>,
    pub inkluder: Vec<(TilbudId, Option<Tekst>)>,
    pub skjul: Vec<(TilbudId, Option<Tekst>)>,
    pub ansvarlige: Vec<Responsible>,
    pub publiseringsansvarlig: Option<Responsible>,
    pub metode: BTreeMap<TermId, MethodProgress>,
}

/// Resolves them.
pub(in crate::check) fn choices(names: &Names, keys: &Keys, owners: &Owners, sink: &mut Diagnostics) -> Vec<Choices> {
    owners.raw.iter().map(|(id, raw)| choices_of(*id, raw, (names, keys), sink)).collect()
}

fn choices_of(kommune: KommuneId, raw: &RawKommune, (names, keys): (&Names, &Keys), sink: &mut Diagnostics) -> Choices {
    let home = Some(Home::Kommune(kommune));
    let raw = raw.clone();
    if let Some(fylke) = &raw.fylke {
        names.fylke(&fylke.value, sink);
    }
    let naboer = value(raw.naboer).unwrap_or_default().iter().filter_map(|it| names.kommune(it, sink)).collect();
    let mut chosen = |list: Option<Spanned<Vec<Spanned<RawChoice>>>>| -> Vec<(TilbudId, Option<Tekst>)> {
        let one =
            |it: Spanned<RawChoice>| Some((keys.tilbud(None, &it.value.tilbud?.value, sink)?, value(it.value.grunn)));
        value(list).unwrap_or_default().into_iter().filter_map(one).collect()
    };
    let (inkluder, skjul) = (chosen(raw.inkluder), chosen(raw.skjul));
    let ansvarlige = value(raw.ansvarlige).unwrap_or_default();
    let mut metode = BTreeMap::new();
    for (step, progress) in value(raw.metode).map(|it| it.0).unwrap_or_default() {
        if let Some((step, status)) = names.term(Liste::Metode, &step, sink).zip(value(progress.status)) {
            metode
                .insert(step, MethodProgress { status, dato: value(progress.dato), merknad: value(progress.merknad) });
        }
    }
    Choices {
        kommune,
        naboer,
        inkluder,
        skjul,
        ansvarlige: ansvarlige.into_iter().filter_map(|it| responsible(it.value, home, names, sink)).collect(),
        publiseringsansvarlig: raw.publiseringsansvarlig.and_then(|it| responsible(it.value, home, names, sink)),
        metode,
    }
}
