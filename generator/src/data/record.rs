//! A tilbud as it leaves the house: the one place that decides what is exported.
//!
//! The keys are those of the content files (`docs/innhold.md`). What is not named here is not exported:
//! `internt_notat`, `vurdering`, `ressurser`, `må_sjekkes`, and the address of a place that is hidden.

use serde::Serialize;

use super::json::{Json, Object};
use super::{Each, exported, json_file, place, words};
use crate::model::{
    Closure, Hours, Kontakt, Lang, Liste, OpeningHours, Pris, Route, Scope, Site, Sted, Tekst, Tilbud, TilbudId,
    Tilgjengelighet,
};
use crate::read::markdown;

/// The file of all tilbud of a place.
#[derive(Serialize)]
struct Records<T> {
    tittel: String,
    dato: String,
    antall: usize,
    tilbud: T,
}

/// All tilbud of a place.
pub(super) fn json(site: &Site, scope: Scope) -> Vec<u8> {
    let ids = exported(site, scope);
    json_file(&Records {
        tittel: place(site, scope, site.lang(scope)),
        dato: site.settings.dato.to_string(),
        antall: ids.len(),
        tilbud: Each(ids, |id| record(site, id)),
    })
}

fn texts(text: &Tekst) -> Object {
    let mut out = Object::default();
    text.entries().for_each(|(lang, text)| out.put_always(lang.tag(), text));
    out
}

fn record(site: &Site, id: TilbudId) -> Object {
    let tilbud = site.tilbud(id);
    let mut out = Object::default();
    out.put("id", &*tilbud.key);
    out.put("adresse", site.canonical(&Route::Tilbud(id)));
    out.put("eksempel", site.is_example(site.scope_of(tilbud.home)).then_some(true));
    out.put("tittel", texts(&tilbud.tittel));
    out.put("sammendrag", tilbud.sammendrag.as_ref().map(texts));
    let eier = words::owner(site, tilbud, tilbud.lang);
    out.put(
        "eier",
        Object::of([
            ("id", words::owner_key(site, tilbud).into()),
            ("navn", eier.into()),
            ("nivå", words::level(site, tilbud).into()),
        ]),
    );
    out.put("drift", words::running(tilbud.drift));
    classify(site, tilbud, &mut out);
    out.put("dekning", words::area_keys(site, &tilbud.dekning));
    out.put("kontakt", contact(&tilbud.kontakt));
    out.put("steder", tilbud.steder.iter().map(|it| venue(site, it)).collect::<Vec<_>>());
    times(tilbud, &mut out);
    out.put("pris", tilbud.pris.as_ref().map(price));
    out.put("inngang", words::slugs(site, Liste::Inngang, &tilbud.inngang));
    out.put("slik_får_du_det", tilbud.slik_far_du_det.as_ref().map(texts));
    out.put("språk", tilbud.sprak.iter().map(|it| it.to_string()).collect::<Vec<_>>());
    out.put("tolk", tilbud.tolk);
    out.put("tilgjengelighet", tilbud.tilgjengelighet.as_ref().map(access));
    quality(site, tilbud, &mut out);
    out.put("forrige", words::linked(site, &tilbud.forrige));
    out.put("neste", words::linked(site, &tilbud.neste));
    control(tilbud, &mut out);
    out.put("beskjed", tilbud.beskjed.as_ref().map(texts));
    out.put("tekst", bodies(tilbud));
    out
}

fn classify(site: &Site, tilbud: &Tilbud, out: &mut Object) {
    let level: Vec<_> = tilbud.pyramideniva.into_iter().collect();
    out.put("pyramidenivå", words::slugs(site, Liste::Pyramideniva, &level).pop());
    let lists = [
        ("tema", Liste::Tema, &tilbud.tema),
        ("tilbudstype", Liste::Tilbudstype, &tilbud.tilbudstype),
        ("målgrupper", Liste::Malgrupper, &tilbud.malgrupper),
        ("risikogrupper", Liste::Risikogrupper, &tilbud.risikogrupper),
        ("diagnosegrupper", Liste::Diagnosegrupper, &tilbud.diagnosegrupper),
        ("bti_nivå", Liste::BtiNiva, &tilbud.bti_niva),
    ];
    for (key, list, ids) in lists {
        out.put(key, words::slugs(site, list, ids));
    }
    let mut ages = Object::default();
    ages.put("fra", tilbud.alder.fra);
    ages.put("til", tilbud.alder.til);
    out.put("alder", ages);
    out.put("lovkrav", tilbud.lovkrav.iter().map(|it| site.krav(*it).slug.to_string()).collect::<Vec<_>>());
    let beyond = tilbud.ikke_lovpalagt.iter().map(|it| site.ikke_krav(*it).slug.to_string());
    out.put("ikke_lovpålagt", beyond.collect::<Vec<_>>());
}

fn contact(kontakt: &Kontakt) -> Object {
    let mut out = Object::default();
    out.put("telefon", kontakt.telefon.as_deref());
    out.put("telefon_navn", kontakt.telefon_navn.as_ref().map(texts));
    out.put("sms", kontakt.sms.as_deref());
    out.put("epost", kontakt.epost.as_deref());
    out.put("nettside", kontakt.nettside.as_deref());
    out.put("chat", kontakt.chat.as_deref());
    out.put("skjema", kontakt.skjema.as_deref());
    out.put("stilling", kontakt.stilling.as_deref());
    out
}

/// A place. Of a hidden one only that it is hidden, and its name.
fn venue(site: &Site, sted: &Sted) -> Object {
    let mut out = Object::default();
    out.put("navn", sted.navn.as_ref().map(texts));
    if sted.adresse_skjult {
        out.put("adresse_skjult", true);
        return out;
    }
    out.put("adresse", sted.adresse.as_deref());
    out.put("postnummer", sted.postnummer.as_deref());
    out.put("poststed", sted.poststed.as_deref());
    let district = sted.bydel.and_then(|(id, at)| site.kommune(id).bydeler.get(usize::from(at)));
    out.put("bydel", district.map(|(slug, _)| slug.to_string()));
    out.put("kommune", sted.kommune.map(|id| site.kommune(id).slug.to_string()));
    out.put("koordinater", sted.koordinater.map(|it| Object::of([("lat", it.lat.into()), ("lon", it.lon.into())])));
    out.put("merknad", sted.merknad.as_ref().map(texts));
    out
}

fn times(tilbud: &Tilbud, out: &mut Object) {
    match &tilbud.apningstider {
        OpeningHours::Unknown => (),
        OpeningHours::Always => out.put("åpningstider", "døgnåpent"),
        OpeningHours::Weekly(lines) => out.put("åpningstider", lines.iter().map(hours).collect::<Vec<_>>()),
    }
    out.put("åpningstider_merknad", tilbud.apningstider_merknad.as_ref().map(texts));
    out.put("stengt", tilbud.stengt.iter().map(closure).collect::<Vec<_>>());
    out.put("sesong", tilbud.sesong.iter().map(|it| Json::from(*it)).collect::<Vec<_>>());
}

fn hours(line: &Hours) -> Object {
    let mut out = Object::default();
    out.put("dager", line.dager.iter().map(|it| words::DAYS[*it as usize]).collect::<Vec<_>>());
    out.put("fra", line.fra.to_string());
    out.put("til", line.til.to_string());
    out.put("merknad", line.merknad.as_ref().map(texts));
    out.put("gyldig_fra", line.gyldig_fra.map(|it| it.to_string()));
    out.put("gyldig_til", line.gyldig_til.map(|it| it.to_string()));
    out.put("helligdager", if line.on_holidays() { "åpent" } else { "stengt" });
    out
}

fn closure(it: &Closure) -> Object {
    let mut out = Object::default();
    out.put("fra", it.fra.to_string());
    out.put("til", it.til.to_string());
    out.put("grunn", it.grunn.as_ref().map(texts));
    out
}

fn price(pris: &Pris) -> Object {
    let mut out = Object::default();
    out.put("gratis", pris.gratis.then_some(true));
    out.put("beløp", pris.belop);
    out.put("enhet", pris.enhet.as_ref().map(texts));
    out.put("merknad", pris.merknad.as_ref().map(texts));
    out
}

fn access(it: &Tilgjengelighet) -> Object {
    let mut out = Object::default();
    out.put("rullestol", it.rullestol);
    out.put("teleslynge", it.teleslynge);
    out.put("hc_toalett", it.hc_toalett);
    out.put("hc_parkering", it.hc_parkering);
    out.put("merknad", it.merknad.as_ref().map(texts));
    out
}

/// Whether users take part, whether it was evaluated, whether it is good practice.
fn quality(site: &Site, tilbud: &Tilbud, out: &mut Object) {
    let slug = |list, id| words::slugs(site, list, &[id]).pop();
    let user = tilbud.brukermedvirkning.as_ref();
    out.put("brukermedvirkning", user.and_then(|it| slug(Liste::Brukermedvirkning, it.grad)));
    if let Some(it) = &tilbud.evaluering {
        let mut evaluated = Object::default();
        evaluated.put("grad", slug(Liste::Evaluering, it.grad));
        evaluated.put("år", it.ar);
        evaluated.put("lenke", it.lenke.as_deref());
        out.put("evaluering", evaluated);
    }
    if let Some(it) = &tilbud.god_praksis {
        let mut practice = Object::default();
        practice.put("grad", slug(Liste::GodPraksis, it.grad));
        practice.put("lenke", it.lenke.as_deref());
        out.put("god_praksis", practice);
    }
}

fn control(tilbud: &Tilbud, out: &mut Object) {
    let day = |it: jiff::civil::Date| it.to_string();
    out.put(
        "kontrollert",
        tilbud.kontrollert.as_ref().map(|it| Object::of([("dato", day(it.dato).into()), ("av", (&*it.av).into())])),
    );
    out.put("neste_kontroll", tilbud.due().map(day));
    out.put("gyldig_fra", tilbud.gyldig_fra.map(day));
    out.put("gyldig_til", tilbud.gyldig_til.map(day));
    out.put("kilde", tilbud.kilde.as_deref());
}

fn bodies(tilbud: &Tilbud) -> Object {
    let mut out = Object::default();
    tilbud.body.iter().for_each(|it| out.put(it.lang.tag(), markdown::plain(&it.markdown)));
    out
}

/// The words of a tilbud for one row of a spreadsheet, in the order of [`COLUMNS`].
pub(super) fn row(site: &Site, lang: Lang, id: TilbudId) -> Vec<String> {
    let tilbud = site.tilbud(id);
    let text = |it: Option<&Tekst>| it.map(|it| it.best(lang).to_owned()).unwrap_or_default();
    let terms = |list, ids: &[_]| words::names(site, lang, list, ids).join(", ");
    let one = |list, id: Option<_>| terms(list, &id.into_iter().collect::<Vec<_>>());
    let day = |it: Option<jiff::civil::Date>| it.map(|it| it.to_string()).unwrap_or_default();
    let plain = |it: &Option<Box<str>>| it.as_deref().unwrap_or_default().to_owned();
    let age = |it: Option<u8>| it.map(|it| it.to_string()).unwrap_or_default();
    let kontakt = &tilbud.kontakt;
    let [sted, adresse, postnummer, poststed] = first_place(tilbud, lang);
    vec![
        tilbud.key.to_string(),
        text(Some(&tilbud.tittel)),
        text(tilbud.sammendrag.as_ref()),
        words::owner(site, tilbud, lang),
        words::level(site, tilbud).to_owned(),
        words::running(tilbud.drift).to_owned(),
        one(Liste::Pyramideniva, tilbud.pyramideniva),
        terms(Liste::Tema, &tilbud.tema),
        terms(Liste::Tilbudstype, &tilbud.tilbudstype),
        terms(Liste::Malgrupper, &tilbud.malgrupper),
        age(tilbud.alder.fra),
        age(tilbud.alder.til),
        terms(Liste::Risikogrupper, &tilbud.risikogrupper),
        terms(Liste::Diagnosegrupper, &tilbud.diagnosegrupper),
        tilbud.lovkrav.iter().map(|it| site.krav(*it).slug.to_string()).collect::<Vec<_>>().join(", "),
        words::area_names(site, &tilbud.dekning, lang).join(", "),
        plain(&kontakt.telefon),
        plain(&kontakt.sms),
        plain(&kontakt.epost),
        plain(&kontakt.nettside),
        plain(&kontakt.chat),
        plain(&kontakt.skjema),
        sted,
        adresse,
        postnummer,
        poststed,
        words::hours(&tilbud.apningstider, lang),
        tilbud.pris.as_ref().map(|it| words::price(it, lang)).unwrap_or_default(),
        terms(Liste::Inngang, &tilbud.inngang),
        text(tilbud.slik_far_du_det.as_ref()),
        tilbud.sprak.join(", "),
        one(Liste::Brukermedvirkning, tilbud.brukermedvirkning.as_ref().map(|it| it.grad)),
        one(Liste::Evaluering, tilbud.evaluering.as_ref().map(|it| it.grad)),
        one(Liste::GodPraksis, tilbud.god_praksis.as_ref().map(|it| it.grad)),
        words::linked(site, &tilbud.neste).join(", "),
        day(tilbud.kontrollert.as_ref().map(|it| it.dato)),
        day(tilbud.due()),
        day(tilbud.gyldig_fra),
        day(tilbud.gyldig_til),
        site.canonical(&Route::Tilbud(id)),
    ]
}

/// Name, address, postal code and town of the first place; of a hidden one the name alone.
fn first_place(tilbud: &Tilbud, lang: Lang) -> [String; 4] {
    let Some(sted) = tilbud.steder.first() else { return Default::default() };
    let name = sted.navn.as_ref().map(|it| it.best(lang).to_owned()).unwrap_or_default();
    if sted.adresse_skjult {
        return [name, String::new(), String::new(), String::new()];
    }
    let plain = |it: &Option<Box<str>>| it.as_deref().unwrap_or_default().to_owned();
    [name, plain(&sted.adresse), plain(&sted.postnummer), plain(&sted.poststed)]
}

/// The headings of [`row`], as content files name the fields.
pub(super) const COLUMNS: [&str; 40] = [
    "id",
    "tittel",
    "sammendrag",
    "eier",
    "eiernivå",
    "drift",
    "pyramidenivå",
    "tema",
    "tilbudstype",
    "målgrupper",
    "alder_fra",
    "alder_til",
    "risikogrupper",
    "diagnosegrupper",
    "lovkrav",
    "dekning",
    "telefon",
    "sms",
    "epost",
    "nettside",
    "chat",
    "skjema",
    "sted",
    "adresse",
    "postnummer",
    "poststed",
    "åpningstider",
    "pris",
    "inngang",
    "slik_får_du_det",
    "språk",
    "brukermedvirkning",
    "evaluering",
    "god_praksis",
    "neste",
    "kontrollert",
    "neste_kontroll",
    "gyldig_fra",
    "gyldig_til",
    "nettadresse",
];
