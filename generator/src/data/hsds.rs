//! Open Referral's Human Services Data Specification 3.1: a page of services, as its API gives it.
//!
//! Ids are UUIDs made of what a thing is called, so that they are the same in every build.

use serde::Serialize;
use serde_json::{Map, Value};

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

type Object = Map<String, Value>;

fn put(out: &mut Object, key: &str, value: impl Into<Value>) {
    let value = value.into();
    let empty = value.is_null() || value == "" || value.as_array().is_some_and(Vec::is_empty);
    if !empty {
        out.insert(key.to_owned(), value);
    }
}

fn thing(name: &str) -> Object {
    Object::from_iter([("id".to_owned(), Value::from(uuid::of(name)))])
}

fn words_of(text: Option<&Tekst>, lang: Lang) -> Option<String> {
    text.map(|it| it.best(lang).to_owned())
}

fn service(site: &Site, id: TilbudId) -> Value {
    let tilbud = site.tilbud(id);
    let lang = tilbud.lang;
    let key = &*tilbud.key;
    let mut out = thing(&format!("tilbud/{key}"));
    put(&mut out, "name", tilbud.tittel.best(lang));
    put(&mut out, "description", description(tilbud));
    put(&mut out, "url", absolute(site.canonical(&Route::Tilbud(id))));
    put(&mut out, "email", tilbud.kontakt.epost.as_deref());
    put(&mut out, "status", status(site, tilbud.drift));
    put(&mut out, "interpretation_services", (tilbud.tolk == Some(true)).then_some("Tolk ved behov"));
    put(&mut out, "application_process", application(site, tilbud));
    put(&mut out, "fees_description", tilbud.pris.as_ref().map(|it| words::price(it, lang)));
    let groups = words::names(site, lang, Liste::Malgrupper, &tilbud.malgrupper).join(", ");
    put(&mut out, "eligibility_description", groups);
    put(&mut out, "minimum_age", tilbud.alder.fra);
    put(&mut out, "maximum_age", tilbud.alder.til);
    put(&mut out, "assured_date", tilbud.kontrollert.as_ref().map(|it| it.dato.to_string()));
    put(&mut out, "alert", words_of(tilbud.beskjed.as_ref(), lang));
    put(&mut out, "additional_urls", links(tilbud));
    put(&mut out, "organization_id", uuid::of(&format!("eier/{}", words::owner_key(site, tilbud))));
    put(&mut out, "organization", organisation(site, tilbud));
    put(&mut out, "phones", phones(tilbud));
    put(&mut out, "schedules", schedules(tilbud));
    put(&mut out, "service_areas", areas(site, key, &tilbud.dekning, lang));
    put(&mut out, "service_at_locations", locations(site, tilbud));
    put(&mut out, "languages", languages(tilbud));
    put(&mut out, "cost_options", costs(tilbud));
    put(&mut out, "contacts", contacts(tilbud));
    put(&mut out, "attributes", attributes(site, tilbud));
    out.into()
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

fn links(tilbud: &Tilbud) -> Vec<Value> {
    let kontakt = &tilbud.kontakt;
    let all = [("nettside", &kontakt.nettside), ("chat", &kontakt.chat), ("skjema", &kontakt.skjema)];
    let link = |(label, url): (&str, &Option<Box<str>>)| {
        let mut out = thing(&format!("tilbud/{}/{label}", tilbud.key));
        put(&mut out, "label", label);
        put(&mut out, "url", uri(url.as_deref()?));
        Some(Value::from(out))
    };
    all.into_iter().filter_map(link).collect()
}

fn organisation(site: &Site, tilbud: &Tilbud) -> Value {
    let name = words::owner(site, tilbud, tilbud.lang);
    let described = tilbud.eier.and_then(|id| site.organisasjon(id).beskrivelse.as_ref());
    let mut out = thing(&format!("eier/{}", words::owner_key(site, tilbud)));
    put(&mut out, "description", described.map_or(name.as_str(), |it| it.best(tilbud.lang)));
    put(&mut out, "name", name);
    out.into()
}

fn phones(tilbud: &Tilbud) -> Vec<Value> {
    let named = words_of(tilbud.kontakt.telefon_navn.as_ref(), tilbud.lang);
    let all = [("voice", &tilbud.kontakt.telefon, named), ("text", &tilbud.kontakt.sms, None)];
    let phone = |(kind, number, who): (&str, &Option<Box<str>>, Option<String>)| {
        let mut out = thing(&format!("tilbud/{}/{kind}", tilbud.key));
        put(&mut out, "number", number.as_deref()?);
        put(&mut out, "type", kind);
        put(&mut out, "description", who);
        Some(Value::from(out))
    };
    all.into_iter().filter_map(phone).collect()
}

const WEEK: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn schedules(tilbud: &Tilbud) -> Vec<Value> {
    let schedule = |at: usize| thing(&format!("tilbud/{}/tid/{at}", tilbud.key));
    match &tilbud.apningstider {
        OpeningHours::Unknown => Vec::new(),
        OpeningHours::Always => {
            let mut out = schedule(0);
            weekly(&mut out, &WEEK, "00:00", "24:00");
            vec![out.into()]
        }
        OpeningHours::Weekly(lines) => {
            lines.iter().enumerate().map(|(at, it)| line(schedule(at), it, tilbud.lang)).collect()
        }
    }
}

fn line(mut out: Object, line: &Hours, lang: Lang) -> Value {
    let days: Vec<&str> = line.dager.iter().map(|it| WEEK[*it as usize]).collect();
    weekly(&mut out, &days, &line.fra.to_string(), &line.til.to_string());
    put(&mut out, "valid_from", line.gyldig_fra.map(|it| it.to_string()));
    put(&mut out, "valid_to", line.gyldig_til.map(|it| it.to_string()));
    put(&mut out, "description", words_of(line.merknad.as_ref(), lang));
    out.into()
}

/// Times are those of the clock on the wall in Norway.
fn weekly(out: &mut Object, days: &[&str], opens: &str, closes: &str) {
    put(out, "freq", "WEEKLY");
    put(out, "wkst", "MO");
    put(out, "byday", days.join(","));
    put(out, "opens_at", opens);
    put(out, "closes_at", closes);
    put(out, "notes", "Europe/Oslo");
}

fn areas(site: &Site, key: &str, dekning: &Dekning, lang: Lang) -> Vec<Value> {
    let keys = words::area_keys(site, dekning);
    let names = words::area_names(site, dekning, lang);
    let area = |(place, name): (String, String)| {
        let kind = place.split('/').next().unwrap_or_default().to_owned();
        let mut out = thing(&format!("tilbud/{key}/dekning/{place}"));
        put(&mut out, "name", name);
        put(&mut out, "extent", place);
        put(&mut out, "extent_type", kind);
        Value::from(out)
    };
    keys.into_iter().zip(names).map(area).collect()
}

fn locations(site: &Site, tilbud: &Tilbud) -> Vec<Value> {
    let place = |(at, sted): (usize, &Sted)| {
        let name = format!("tilbud/{}/sted/{at}", tilbud.key);
        let mut out = thing(&format!("{name}/her"));
        put(&mut out, "location_id", uuid::of(&name));
        put(&mut out, "location", location(site, tilbud, sted, &name));
        Value::from(out)
    };
    tilbud.steder.iter().enumerate().map(place).collect()
}

/// Of a hidden place only that there is one.
fn location(site: &Site, tilbud: &Tilbud, sted: &Sted, name: &str) -> Value {
    let mut out = thing(name);
    put(&mut out, "location_type", "physical");
    put(&mut out, "name", words_of(sted.navn.as_ref(), tilbud.lang));
    if sted.adresse_skjult {
        put(&mut out, "description", "Adressen får du når du tar kontakt");
        return out.into();
    }
    put(&mut out, "description", words_of(sted.merknad.as_ref(), tilbud.lang));
    put(&mut out, "latitude", sted.koordinater.map(|it| it.lat));
    put(&mut out, "longitude", sted.koordinater.map(|it| it.lon));
    put(&mut out, "addresses", address(site, tilbud, sted, name).into_iter().collect::<Vec<_>>());
    out.into()
}

/// An address, when all that HSDS asks for is said.
fn address(site: &Site, tilbud: &Tilbud, sted: &Sted, name: &str) -> Option<Value> {
    let mut out = thing(&format!("{name}/adresse"));
    put(&mut out, "address_1", sted.adresse.as_deref()?);
    put(&mut out, "city", sted.poststed.as_deref()?);
    put(&mut out, "postal_code", sted.postnummer.as_deref()?);
    out.insert("state_province".to_owned(), county(site, tilbud, sted).into());
    put(&mut out, "country", "NO");
    put(&mut out, "address_type", "physical");
    Some(out.into())
}

fn county(site: &Site, tilbud: &Tilbud, sted: &Sted) -> String {
    let kommune = sted.kommune.or(match tilbud.home {
        crate::model::Home::Kommune(id) => Some(id),
        _ => None,
    });
    kommune.map(|id| site.fylke(site.kommune(id).fylke).navn.to_string()).unwrap_or_default()
}

fn languages(tilbud: &Tilbud) -> Vec<Value> {
    let language = |tag: &str| {
        let mut out = thing(&format!("tilbud/{}/språk/{tag}", tilbud.key));
        // The tag of Norwegian sign language is not the word that content files have.
        put(&mut out, "code", if tag == "tegnspråk" { "nsl" } else { tag });
        put(&mut out, "name", tag);
        Value::from(out)
    };
    tilbud.sprak.iter().map(|it| language(it)).collect()
}

fn costs(tilbud: &Tilbud) -> Vec<Value> {
    let Some(pris) = &tilbud.pris else { return Vec::new() };
    let amount = if pris.gratis { Some(0.0) } else { pris.belop };
    let mut out = thing(&format!("tilbud/{}/pris", tilbud.key));
    put(&mut out, "amount", amount);
    put(&mut out, "currency", amount.map(|_| "NOK"));
    put(&mut out, "amount_description", words::price(pris, tilbud.lang));
    vec![out.into()]
}

/// The position that answers; never a person.
fn contacts(tilbud: &Tilbud) -> Vec<Value> {
    let Some(position) = tilbud.kontakt.stilling.as_deref() else { return Vec::new() };
    let mut out = thing(&format!("tilbud/{}/kontakt", tilbud.key));
    put(&mut out, "title", position);
    vec![out.into()]
}

fn attributes(site: &Site, tilbud: &Tilbud) -> Vec<Value> {
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
) -> Value {
    let lang = tilbud.lang;
    let mut term = thing(&format!("vokabular/{taxonomy}/{code}"));
    put(&mut term, "code", code);
    put(&mut term, "name", name.best(lang));
    put(&mut term, "description", description.unwrap_or(name).best(lang));
    put(&mut term, "taxonomy", taxonomy);
    put(&mut term, "language", lang.tag());
    put(&mut term, "term_uri", basis.map(|it| uri(&it)));
    let mut out = thing(&format!("tilbud/{}/{taxonomy}/{code}", tilbud.key));
    put(&mut out, "link_id", uuid::of(&format!("tilbud/{}", tilbud.key)));
    put(&mut out, "link_entity", "service");
    put(&mut out, "label", taxonomy);
    put(&mut out, "value", code);
    put(&mut out, "taxonomy_term", term);
    out.into()
}
