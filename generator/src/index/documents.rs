//! Tilbud → what the index writer takes.

use jiff::civil::Date;
use rayon::prelude::*;

use nettungen_search::format::{Document, Drift, Eiergruppe, Hours, NO_DAY, Opening, Period};

use super::plain::plain;
use super::settings::LANGUAGES;
use crate::model::{
    Alder, Drift as Running, Home, Hours as WeeklyHours, KommuneId, Lang, Liste, OpeningHours, OrganisasjonType, Route,
    Scope, Site, TermId, Tilbud, TilbudId, collate,
};

/// The records of a place: its own first, then the others, by the alphabet.
pub(super) fn of_scope(site: &Site, scope: Scope) -> Vec<Document> {
    let lang = site.lang(scope);
    let mut documents: Vec<Document> =
        site.tilbud_in(scope).into_iter().map(|id| document(site, scope, lang, id)).collect();
    documents.sort_by_cached_key(|it| (it.eiergruppe != Eiergruppe::Kommunen, collate::key(&it.tittel), it.id.clone()));
    documents
}

/// Records that are made at a time.
const AT_A_TIME: usize = 2_048;

/// The same by their titles, made a few at a time: those that are named alike
/// stand together, whoever owns them.
pub(super) fn in_order(site: &Site, scope: Scope) -> impl Iterator<Item = Document> {
    let lang = site.lang(scope);
    let mut ids = site.tilbud_in(scope);
    ids.sort_by_cached_key(|id| (collate::key(site.tilbud(*id).tittel.best(lang)), site.tilbud(*id).key.clone()));
    let groups: Vec<Vec<TilbudId>> = ids.chunks(AT_A_TIME).map(<[_]>::to_vec).collect();
    let today = day(site.settings.dato);
    groups.into_iter().flat_map(move |ids| {
        let make = |id: &TilbudId| Document { dag: Some(today), ..document(site, scope, lang, *id) };
        ids.par_iter().map(make).collect::<Vec<Document>>()
    })
}

fn document(site: &Site, scope: Scope, lang: Lang, id: TilbudId) -> Document {
    let tilbud = site.tilbud(id);
    let mut document = Document::new(&tilbud.key, &site.url(&Route::Tilbud(id)), tilbud.tittel.best(lang));
    document.sokeord = search_words(site, tilbud);
    document.sammendrag = tilbud.sammendrag.as_ref().map(|it| it.best(lang).to_owned()).unwrap_or_default();
    document.tekst = tilbud.body_for(lang).map(|it| plain(&it.markdown)).unwrap_or_default();
    document.organisasjon = owner_name(site, scope, tilbud, lang);
    document.steder = places(site, tilbud, lang);
    document.telefon = tilbud.kontakt.telefon.as_deref().unwrap_or_default().to_owned();
    document.linje = line(site, tilbud, lang);
    document.eiergruppe = eiergruppe(site, scope, tilbud);
    document.drift = drift(tilbud.drift);
    document.sensitiv = tilbud.sensitiv;
    document.alder_fra = tilbud.alder.fra;
    document.alder_til = tilbud.alder.til;
    document.kontrollert = tilbud.kontrollert.as_ref().map(|it| day(it.dato));
    document.intervall = tilbud.kontrollintervall;
    document.gyldig = period(tilbud.gyldig_fra, tilbud.gyldig_til);
    document.apningstider = hours(tilbud);
    document.verdier = values(site, scope, tilbud, document.eiergruppe);
    document
}

/// The record's own search words in all languages, its other titles, and the
/// titles of the mal it builds on: what caseworkers call it.
fn search_words(site: &Site, tilbud: &Tilbud) -> Vec<String> {
    let own = tilbud.sokeord.iter().map(|(_, it)| it.to_string());
    let titles = tilbud.tittel.entries().map(|(_, it)| it.to_owned());
    let mal = tilbud.basert_pa.and_then(|(at, _)| site.maler.get(at as usize));
    let mal_titles = mal.into_iter().flat_map(|it| it.tittel.entries()).map(|(_, it)| it.to_owned());
    let mut words: Vec<String> = Vec::new();
    for it in own.chain(titles).chain(mal_titles) {
        if !words.contains(&it) && !tilbud.tittel.entries().take(1).any(|(_, title)| title == it) {
            words.push(it);
        }
    }
    words
}

/// Who gives it; on the portal with the name of the kommune.
fn owner_name(site: &Site, scope: Scope, tilbud: &Tilbud, lang: Lang) -> String {
    let name = |id| site.organisasjon(id).navn.best(lang).to_owned();
    match (tilbud.eier, tilbud.home) {
        (Some(id), Home::Kommune(kommune)) if scope == Scope::Portal => {
            format!("{}, {}", name(id), site.kommune(kommune).navn)
        }
        (Some(id), _) | (None, Home::Organisasjon(id)) => name(id),
        (None, Home::Kommune(id)) => format!("{} kommune", site.kommune(id).navn),
        (None, Home::Fylke(id)) => site.fylke(id).offisielt_navn.to_string(),
        (None, Home::Region(id)) => site.region(id).navn.best(lang).to_owned(),
        (None, Home::Stat) => "Staten".to_owned(),
    }
}

/// Names of places and their districts; nothing of a hidden address.
fn places(site: &Site, tilbud: &Tilbud, lang: Lang) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for sted in tilbud.steder.iter().filter(|it| !it.adresse_skjult) {
        let bydel = sted.bydel.and_then(|(kommune, at)| site.kommune(kommune).bydeler.get(usize::from(at)));
        let own = sted.navn.as_ref().map(|it| it.best(lang).to_owned());
        for name in own.into_iter().chain(bydel.map(|it| it.1.to_string())) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// Who it is for, how you get it, what it costs.
fn line(site: &Site, tilbud: &Tilbud, lang: Lang) -> String {
    let inngang = tilbud.inngang.first().map(|it| site.vokabular.term(Liste::Inngang, *it).navn.best(lang).to_owned());
    let parts = [age(tilbud.alder, lang), inngang.unwrap_or_default(), price(tilbud, lang)];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn age(alder: Alder, lang: Lang) -> String {
    let from = if lang == Lang::Nn { "frå" } else { "fra" };
    match (alder.fra, alder.til) {
        (None, None) => String::new(),
        (Some(a), Some(b)) if a == b => format!("{a} år"),
        (Some(a), Some(b)) => format!("{a}–{b} år"),
        (Some(a), None) => format!("{from} {a} år"),
        (None, Some(b)) => format!("til {b} år"),
    }
}

fn price(tilbud: &Tilbud, lang: Lang) -> String {
    let Some(pris) = &tilbud.pris else { return String::new() };
    match pris.belop {
        _ if pris.gratis => "gratis".to_owned(),
        Some(kroner) => {
            let unit = pris.enhet.as_ref().map(|it| format!(" {}", it.best(lang))).unwrap_or_default();
            format!("{kroner} kr{unit}")
        }
        None => pris.merknad.as_ref().map(|it| it.best(lang).to_owned()).unwrap_or_default(),
    }
}

/// Who owns a tilbud, seen from a place. From the portal no kommune is near, every one's are a «nabo's», and what is
/// made up is nobody's.
pub(super) fn eiergruppe(site: &Site, scope: Scope, tilbud: &Tilbud) -> Eiergruppe {
    if scope == Scope::Portal && site.is_example(site.scope_of(tilbud.home)) {
        return Eiergruppe::Eksempel;
    }
    let by_home = match tilbud.home {
        Home::Kommune(id) if Scope::Kommune(id) == scope => Eiergruppe::Kommunen,
        Home::Kommune(_) => Eiergruppe::Nabo,
        Home::Fylke(_) => Eiergruppe::Fylke,
        Home::Region(_) => Eiergruppe::Region,
        Home::Stat | Home::Organisasjon(_) => Eiergruppe::Nasjonalt,
    };
    let organisation = match (tilbud.eier, tilbud.home) {
        (Some(id), _) | (None, Home::Organisasjon(id)) => Some(site.organisasjon(id).kind),
        _ => None,
    };
    match organisation {
        Some(OrganisasjonType::Frivillig) if by_home == Eiergruppe::Kommunen => Eiergruppe::Frivillig,
        Some(OrganisasjonType::Privat) if by_home == Eiergruppe::Kommunen => Eiergruppe::Privat,
        _ => by_home,
    }
}

fn drift(it: Running) -> Drift {
    match it {
        Running::StengtMidlertidig => Drift::StengtMidlertidig,
        Running::Planlagt => Drift::Planlagt,
        Running::Aktiv | Running::Avsluttet => Drift::Aktiv,
    }
}

/// Days since 1 January 1970.
fn day(date: Date) -> i32 {
    let span = Date::constant(1970, 1, 1).until(date);
    span.map_or(NO_DAY, |it| it.get_days())
}

fn period(from: Option<Date>, to: Option<Date>) -> Period {
    Period { from: from.map_or(NO_DAY, day), to: to.map_or(NO_DAY, day) }
}

fn hours(tilbud: &Tilbud) -> Hours {
    let weekly: &[WeeklyHours] = match &tilbud.apningstider {
        OpeningHours::Weekly(it) => it,
        OpeningHours::Always | OpeningHours::Unknown => &[],
    };
    let opening = |it: &WeeklyHours| Opening {
        days: it.dager.iter().fold(0, |days, day| days | 1 << *day as u8),
        from: it.fra.0,
        to: it.til.0,
        valid: period(it.gyldig_fra, it.gyldig_til),
        on_holidays: it.on_holidays(),
    };
    Hours {
        always: tilbud.apningstider == OpeningHours::Always,
        weekly: weekly.iter().map(opening).collect(),
        closed: tilbud.stengt.iter().map(|it| period(Some(it.fra), Some(it.til))).collect(),
        months: tilbud.sesong.iter().fold(0, |months, it| months | 1 << (u16::from(*it).clamp(1, 12) - 1)),
    }
}

/// The record's facet values, as (facet, value).
fn values(site: &Site, scope: Scope, tilbud: &Tilbud, group: Eiergruppe) -> Vec<(String, String)> {
    let terms: [(&str, Liste, &[TermId]); 6] = [
        ("tema", Liste::Tema, &tilbud.tema),
        ("malgruppe", Liste::Malgrupper, &tilbud.malgrupper),
        ("risikogruppe", Liste::Risikogrupper, &tilbud.risikogrupper),
        ("diagnose", Liste::Diagnosegrupper, &tilbud.diagnosegrupper),
        ("tilbudstype", Liste::Tilbudstype, &tilbud.tilbudstype),
        ("inngang", Liste::Inngang, &tilbud.inngang),
    ];
    let mut values: Vec<(String, String)> = Vec::new();
    let mut add = |facet: &str, value: &str| values.push((facet.to_owned(), value.to_owned()));
    for (facet, list, ids) in terms {
        ids.iter().for_each(|it| add(facet, site.vokabular.term(list, *it).slug.as_str()));
    }
    if let Some(level) = tilbud.pyramideniva {
        add("niva", site.vokabular.term(Liste::Pyramideniva, level).slug.as_str());
    }
    for (tag, _, _) in LANGUAGES.iter().filter(|it| tilbud.sprak.iter().any(|sprak| **sprak == *it.0)) {
        add("sprak", tag);
    }
    if let Scope::Kommune(kommune) = scope {
        districts(site, kommune, tilbud).into_iter().for_each(|bydel| add("bydel", bydel));
    }
    add("eier", super::settings::OWNERS[group as usize].0);
    if tilbud.pris.as_ref().is_some_and(|it| it.gratis) {
        add("gratis", "ja");
    }
    values
}

/// The kommune's districts that a tilbud covers or lies in.
fn districts<'a>(site: &'a Site, kommune: KommuneId, tilbud: &Tilbud) -> Vec<&'a str> {
    let covered = tilbud.dekning.bydeler.iter().copied();
    let located = tilbud.steder.iter().filter(|it| !it.adresse_skjult).filter_map(|it| it.bydel);
    let bydeler = &site.kommune(kommune).bydeler;
    let own = covered.chain(located).filter(|it| it.0 == kommune);
    let mut slugs: Vec<&str> = own.filter_map(|it| bydeler.get(usize::from(it.1))).map(|it| it.0.as_str()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    slugs
}
