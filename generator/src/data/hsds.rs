//! Open Referral's Human Services Data Specification 3.1: a page of services, as its API gives it.
//!
//! Ids are UUIDs made of what a thing is called, so that they are the same in every build.

use serde::Serialize;

use super::json::Object;
use super::{Each, exported, json_file, uuid, words};
use crate::model::{
    Dekning, Drift, Hours, Lang, Liste, OpeningHours, Route, Scope, Site, Sted, Tekst, TermId, Tilbud, TilbudId,
};
use crate::read::markdown;

/// A page of services, as HSDS's API gives it.
#[derive(Serialize)]
struct Services<T> {
    total_items: usize,
    total_pages: usize,
    page_number: usize,
    size: usize,
    first_page: bool,
    last_page: bool,
    empty: bool,
    contents: T,
}

/// All services of a place on one page.
pub(super) fn json(site: &Site, scope: Scope) -> Vec<u8> {
    let ids = exported(site, scope);
    json_file(&Services {
        total_items: ids.len(),
        total_pages: 1,
        page_number: 1,
        size: ids.len(),
        first_page: true,
        last_page: true,
        empty: ids.is_empty(),
        contents: Each(ids, |id| service(site, id)),
    })
}

fn thing(name: &str) -> Object {
    Object::of([("id", uuid::of(name).into())])
}

fn words_of(text: Option<&Tekst>, lang: Lang) -> Option<String> {
    text.map(|it| it.best(lang).to_owned())
}

fn service(site: &Site, id: TilbudId) -> Object {
    let tilbud = site.tilbud(id);
    let lang = tilbud.lang;
    let key = &*tilbud.key;
    let mut out = thing(&format!("tilbud/{key}"));
    out.put("name", tilbud.tittel.best(lang));
    out.put("description", description(tilbud));
    out.put("url", absolute(site.canonical(&Route::Tilbud(id))));
    out.put("email", tilbud.kontakt.epost.as_deref());
    out.put("status", status(site, tilbud.drift));
    out.put("interpretation_services", (tilbud.tolk == Some(true)).then_some("Tolk ved behov"));
    out.put("application_process", application(site, tilbud));
    out.put("fees_description", tilbud.pris.as_ref().map(|it| words::price(it, lang)));
    let groups = words::names(site, lang, Liste::Malgrupper, &tilbud.malgrupper).join(", ");
    out.put("eligibility_description", groups);
    out.put("minimum_age", tilbud.alder.fra);
    out.put("maximum_age", tilbud.alder.til);
    out.put("assured_date", tilbud.kontrollert.as_ref().map(|it| it.dato.to_string()));
    out.put("alert", words_of(tilbud.beskjed.as_ref(), lang));
    out.put("additional_urls", links(tilbud));
    out.put("organization_id", uuid::of(&format!("eier/{}", words::owner_key(site, tilbud))));
    out.put("organization", organisation(site, tilbud));
    out.put("phones", phones(tilbud));
    out.put("schedules", schedules(tilbud));
    out.put("service_areas", areas(site, key, &tilbud.dekning, lang));
    out.put("service_at_locations", locations(site, tilbud));
    out.put("languages", languages(tilbud));
    out.put("cost_options", costs(tilbud));
    out.put("contacts", contacts(tilbud));
    out.put("attributes", attributes(site, tilbud));
    out
}

/// What one gets, and the text.
fn description(tilbud: &Tilbud) -> String {
    let text = tilbud.body_for(tilbud.lang).map(|it| markdown::plain(&it.markdown));
    let parts = words_of(tilbud.sammendrag.as_ref(), tilbud.lang).into_iter().chain(text);
    parts.filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// An address in ASCII, as JSON Schema's `uri` wants it.
fn uri(address: &str) -> String {
    let byte = |it: u8| if it.is_ascii() { char::from(it).to_string() } else { format!("%{it:02X}") };
    address.bytes().map(byte).collect()
}

/// Addresses must be whole; without a base address there is none.
fn absolute(url: String) -> Option<String> {
    url.starts_with("http").then_some(url)
}

fn status(site: &Site, drift: Drift) -> String {
    let term = site.vokabular.list(Liste::Drift).iter().find(|it| it.slug.as_str() == words::running(drift));
    term.and_then(|it| it.hsds.as_deref()).unwrap_or("active").to_owned()
}

fn application(site: &Site, tilbud: &Tilbud) -> String {
    let ways = words::names(site, tilbud.lang, Liste::Inngang, &tilbud.inngang).join(", ");
    let own = words_of(tilbud.slik_far_du_det.as_ref(), tilbud.lang);
    own.into_iter().chain([ways]).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" – ")
}

fn links(tilbud: &Tilbud) -> Vec<Object> {
    let kontakt = &tilbud.kontakt;
    let all = [("nettside", &kontakt.nettside), ("chat", &kontakt.chat), ("skjema", &kontakt.skjema)];
    let link = |(label, url): (&str, &Option<Box<str>>)| {
        let mut out = thing(&format!("tilbud/{}/{label}", tilbud.key));
        out.put("label", label);
        out.put("url", uri(url.as_deref()?));
        Some(out)
    };
    all.into_iter().filter_map(link).collect()
}

fn organisation(site: &Site, tilbud: &Tilbud) -> Object {
    let name = words::owner(site, tilbud, tilbud.lang);
    let described = tilbud.eier.and_then(|id| site.organisasjon(id).beskrivelse.as_ref());
    let mut out = thing(&format!("eier/{}", words::owner_key(site, tilbud)));
    out.put("description", described.map_or(name.as_str(), |it| it.best(tilbud.lang)));
    out.put("name", name);
    out
}

fn phones(tilbud: &Tilbud) -> Vec<Object> {
    let named = words_of(tilbud.kontakt.telefon_navn.as_ref(), tilbud.lang);
    let all = [("voice", &tilbud.kontakt.telefon, named), ("text", &tilbud.kontakt.sms, None)];
    let phone = |(kind, number, who): (&str, &Option<Box<str>>, Option<String>)| {
        let mut out = thing(&format!("tilbud/{}/{kind}", tilbud.key));
        out.put("number", number.as_deref()?);
        out.put("type", kind);
        out.put("description", who);
        Some(out)
    };
    all.into_iter().filter_map(phone).collect()
}

const WEEK: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn schedules(tilbud: &Tilbud) -> Vec<Object> {
    let schedule = |at: usize| thing(&format!("tilbud/{}/tid/{at}", tilbud.key));
    match &tilbud.apningstider {
        OpeningHours::Unknown => Vec::new(),
        OpeningHours::Always => {
            let mut out = schedule(0);
            weekly(&mut out, &WEEK, "00:00", "24:00");
            vec![out]
        }
        OpeningHours::Weekly(lines) => {
            lines.iter().enumerate().map(|(at, it)| line(schedule(at), it, tilbud.lang)).collect()
        }
    }
}

fn line(mut out: Object, line: &Hours, lang: Lang) -> Object {
    let days: Vec<&str> = line.dager.iter().map(|it| WEEK[*it as usize]).collect();
    weekly(&mut out, &days, &line.fra.to_string(), &line.til.to_string());
    out.put("valid_from", line.gyldig_fra.map(|it| it.to_string()));
    out.put("valid_to", line.gyldig_til.map(|it| it.to_string()));
    out.put("description", words_of(line.merknad.as_ref(), lang));
    out
}

/// Times are those of the clock on the wall in Norway.
fn weekly(out: &mut Object, days: &[&str], opens: &str, closes: &str) {
    out.put("freq", "WEEKLY");
    out.put("wkst", "MO");
    out.put("byday", days.join(","));
    out.put("opens_at", opens);
    out.put("closes_at", closes);
    out.put("notes", "Europe/Oslo");
}

fn areas(site: &Site, key: &str, dekning: &Dekning, lang: Lang) -> Vec<Object> {
    let keys = words::area_keys(site, dekning);
    let names = words::area_names(site, dekning, lang);
    let area = |(place, name): (String, String)| {
        let kind = place.split('/').next().unwrap_or_default().to_owned();
        let mut out = thing(&format!("tilbud/{key}/dekning/{place}"));
        out.put("name", name);
        out.put("extent", place);
        out.put("extent_type", kind);
        out
    };
    keys.into_iter().zip(names).map(area).collect()
}

fn locations(site: &Site, tilbud: &Tilbud) -> Vec<Object> {
    let place = |(at, sted): (usize, &Sted)| {
        let name = format!("tilbud/{}/sted/{at}", tilbud.key);
        let mut out = thing(&format!("{name}/her"));
        out.put("location_id", uuid::of(&name));
        out.put("location", location(site, tilbud, sted, &name));
        out
    };
    tilbud.steder.iter().enumerate().map(place).collect()
}

/// Of a hidden place only that there is one.
fn location(site: &Site, tilbud: &Tilbud, sted: &Sted, name: &str) -> Object {
    let mut out = thing(name);
    out.put("location_type", "physical");
    out.put("name", words_of(sted.navn.as_ref(), tilbud.lang));
    if sted.adresse_skjult {
        out.put("description", "Adressen får du når du tar kontakt");
        return out;
    }
    out.put("description", words_of(sted.merknad.as_ref(), tilbud.lang));
    out.put("latitude", sted.koordinater.map(|it| it.lat));
    out.put("longitude", sted.koordinater.map(|it| it.lon));
    out.put("addresses", address(site, tilbud, sted, name).into_iter().collect::<Vec<_>>());
    out
}

/// An address, when all that HSDS asks for is said.
fn address(site: &Site, tilbud: &Tilbud, sted: &Sted, name: &str) -> Option<Object> {
    let mut out = thing(&format!("{name}/adresse"));
    out.put("address_1", sted.adresse.as_deref()?);
    out.put("city", sted.poststed.as_deref()?);
    out.put("postal_code", sted.postnummer.as_deref()?);
    out.put_always("state_province", county(site, tilbud, sted));
    out.put("country", "NO");
    out.put("address_type", "physical");
    Some(out)
}

fn county(site: &Site, tilbud: &Tilbud, sted: &Sted) -> String {
    let kommune = sted.kommune.or(match tilbud.home {
        crate::model::Home::Kommune(id) => Some(id),
        _ => None,
    });
    kommune.map(|id| site.fylke(site.kommune(id).fylke).navn.to_string()).unwrap_or_default()
}

fn languages(tilbud: &Tilbud) -> Vec<Object> {
    let language = |tag: &str| {
        let mut out = thing(&format!("tilbud/{}/språk/{tag}", tilbud.key));
        // The tag of Norwegian sign language is not the word that content files have.
        out.put("code", if tag == "tegnspråk" { "nsl" } else { tag });
        out.put("name", tag);
        out
    };
    tilbud.sprak.iter().map(|it| language(it)).collect()
}

fn costs(tilbud: &Tilbud) -> Vec<Object> {
    let Some(pris) = &tilbud.pris else { return Vec::new() };
    let amount = if pris.gratis { Some(0.0) } else { pris.belop };
    let mut out = thing(&format!("tilbud/{}/pris", tilbud.key));
    out.put("amount", amount);
    out.put("currency", amount.map(|_| "NOK"));
    out.put("amount_description", words::price(pris, tilbud.lang));
    vec![out]
}

/// The position that answers; never a person.
fn contacts(tilbud: &Tilbud) -> Vec<Object> {
    let Some(position) = tilbud.kontakt.stilling.as_deref() else { return Vec::new() };
    let mut out = thing(&format!("tilbud/{}/kontakt", tilbud.key));
    out.put("title", position);
    vec![out]
}

fn attributes(site: &Site, tilbud: &Tilbud) -> Vec<Object> {
    let one = |it: Option<TermId>| it.into_iter().collect::<Vec<_>>();
    let lists = [
        (Liste::Pyramideniva, one(tilbud.pyramideniva)),
        (Liste::Tema, tilbud.tema.clone()),
        (Liste::Tilbudstype, tilbud.tilbudstype.clone()),
        (Liste::Malgrupper, tilbud.malgrupper.clone()),
        (Liste::Risikogrupper, tilbud.risikogrupper.clone()),
        (Liste::Diagnosegrupper, tilbud.diagnosegrupper.clone()),
        (Liste::BtiNiva, tilbud.bti_niva.clone()),
        (Liste::Brukermedvirkning, one(tilbud.brukermedvirkning.as_ref().map(|it| it.grad))),
        (Liste::Evaluering, one(tilbud.evaluering.as_ref().map(|it| it.grad))),
        (Liste::GodPraksis, one(tilbud.god_praksis.as_ref().map(|it| it.grad))),
    ];
    let terms = lists.into_iter().flat_map(|(list, ids)| ids.into_iter().map(move |id| (list, id)));
    let duties = tilbud.lovkrav.iter().map(|id| {
        let krav = site.krav(*id);
        let basis = krav.lovdata_url();
        attribute(tilbud, "lovkrav", krav.slug.as_str(), &krav.tittel, Some(&krav.beskrivelse), basis)
    });
    let term = |(list, id): (Liste, TermId)| {
        let term = site.vokabular.term(list, id);
        attribute(tilbud, list.key(), term.slug.as_str(), &term.navn, term.beskrivelse.as_ref(), None)
    };
    terms.map(term).chain(duties).collect()
}

fn attribute(
    tilbud: &Tilbud,
    taxonomy: &str,
    code: &str,
    name: &Tekst,
    description: Option<&Tekst>,
    basis: Option<String>,
) -> Object {
    let lang = tilbud.lang;
    let mut term = thing(&format!("vokabular/{taxonomy}/{code}"));
    term.put("code", code);
    term.put("name", name.best(lang));
    term.put("description", description.unwrap_or(name).best(lang));
    term.put("taxonomy", taxonomy);
    term.put("language", lang.tag());
    term.put("term_uri", basis.map(|it| uri(&it)));
    let mut out = thing(&format!("tilbud/{}/{taxonomy}/{code}", tilbud.key));
    out.put("link_id", uuid::of(&format!("tilbud/{}", tilbud.key)));
    out.put("link_entity", "service");
    out.put("label", taxonomy);
    out.put("value", code);
    out.put("taxonomy_term", term);
    out
}
