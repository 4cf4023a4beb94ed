//! What a tilbud's page says to search engines, in the words of schema.org.

use super::json::{Json, Object};
use super::words;
use crate::model::{
    Drift, Hours, Lang, Liste, OpeningHours, OrganisasjonType, Route, Site, Sted, Tekst, Tilbud, TilbudId,
};

/// JSON-LD that can stand inside `<script>`: no text in it can end the element or begin another.
pub fn json_ld(site: &Site, id: TilbudId, lang: Lang) -> String {
    let text = serde_json::to_string(&service(site, id, lang)).unwrap_or_default();
    const SPECIAL: [char; 5] = ['<', '>', '&', '\u{2028}', '\u{2029}'];
    if !text.contains(SPECIAL) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 64);
    for letter in text.chars() {
        match letter {
            it if SPECIAL.contains(&it) => out.push_str(&format!("\\u{:04x}", u32::from(it))),
            it => out.push(it),
        }
    }
    out
}

fn service(site: &Site, id: TilbudId, lang: Lang) -> Object {
    let tilbud = site.tilbud(id);
    let text = |it: Option<&Tekst>| it.map(|it| it.best(lang).to_owned());
    let mut out = Object::default();
    out.put("@context", "https://schema.org");
    out.put("@type", if is_public(site, tilbud) { "GovernmentService" } else { "Service" });
    out.put("name", tilbud.tittel.best(lang));
    out.put("description", text(tilbud.sammendrag.as_ref()));
    out.put("identifier", &*tilbud.key);
    out.put("url", site.canonical(&Route::Tilbud(id)));
    out.put("serviceType", words::names(site, lang, Liste::Tilbudstype, &tilbud.tilbudstype));
    out.put("provider", provider(site, tilbud, lang));
    out.put("areaServed", areas(site, tilbud, lang));
    out.put("audience", audience(site, tilbud, lang));
    out.put("availableChannel", channels(tilbud, lang));
    out.put("hoursAvailable", hours(tilbud));
    out.put("offers", offer(tilbud));
    out
}

fn kind(site: &Site, tilbud: &Tilbud) -> Option<OrganisasjonType> {
    let own = match tilbud.home {
        crate::model::Home::Organisasjon(id) => Some(id),
        _ => None,
    };
    tilbud.eier.or(own).map(|id| site.organisasjon(id).kind)
}

fn is_public(site: &Site, tilbud: &Tilbud) -> bool {
    kind(site, tilbud).is_none_or(OrganisasjonType::is_public)
}

fn provider(site: &Site, tilbud: &Tilbud, lang: Lang) -> Object {
    let kind = match kind(site, tilbud) {
        Some(OrganisasjonType::Frivillig) => "NGO",
        Some(OrganisasjonType::Privat) => "Organization",
        _ => "GovernmentOrganization",
    };
    Object::of([("@type", kind.into()), ("name", words::owner(site, tilbud, lang).into())])
}

fn areas(site: &Site, tilbud: &Tilbud, lang: Lang) -> Vec<Object> {
    if tilbud.dekning.landet {
        return vec![Object::of([
            ("@type", Json::Word("Country")),
            ("name", (if lang == Lang::Nn { "Noreg" } else { "Norge" }).into()),
        ])];
    }
    let names = words::area_names(site, &tilbud.dekning, lang);
    names
        .into_iter()
        .map(|name| Object::of([("@type", Json::Word("AdministrativeArea")), ("name", name.into())]))
        .collect()
}

fn audience(site: &Site, tilbud: &Tilbud, lang: Lang) -> Object {
    let mut out = Object::default();
    out.put("@type", "PeopleAudience");
    out.put("audienceType", words::names(site, lang, Liste::Malgrupper, &tilbud.malgrupper).join(", "));
    out.put("suggestedMinAge", tilbud.alder.fra);
    out.put("suggestedMaxAge", tilbud.alder.til);
    out
}

fn channels(tilbud: &Tilbud, lang: Lang) -> Vec<Object> {
    let kontakt = &tilbud.kontakt;
    let mut out = Vec::new();
    if let Some(number) = kontakt.telefon.as_deref() {
        let phone = Object::of([("@type", Json::Word("ContactPoint")), ("telephone", number.into())]);
        out.push(Object::of([("@type", Json::Word("ServiceChannel")), ("servicePhone", phone.into())]));
    }
    for url in [&kontakt.skjema, &kontakt.chat, &kontakt.nettside].into_iter().flatten() {
        out.push(Object::of([("@type", Json::Word("ServiceChannel")), ("serviceUrl", (&**url).into())]));
    }
    let open = tilbud.steder.iter().filter(|it| !it.adresse_skjult);
    out.extend(
        open.map(|it| {
            Object::of([("@type", Json::Word("ServiceChannel")), ("serviceLocation", venue(it, lang).into())])
        }),
    );
    out
}

fn venue(sted: &Sted, lang: Lang) -> Object {
    let mut address = Object::default();
    address.put("@type", "PostalAddress");
    address.put("streetAddress", sted.adresse.as_deref());
    address.put("postalCode", sted.postnummer.as_deref());
    address.put("addressLocality", sted.poststed.as_deref());
    address.put("addressCountry", "NO");
    let mut out = Object::default();
    out.put("@type", "Place");
    out.put("name", sted.navn.as_ref().map(|it| it.best(lang).to_owned()));
    out.put("address", address);
    out.put(
        "geo",
        sted.koordinater.map(|it| {
            Object::of([
                ("@type", Json::Word("GeoCoordinates")),
                ("latitude", it.lat.into()),
                ("longitude", it.lon.into()),
            ])
        }),
    );
    out
}

const WEEK: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Opening hours; none when it does not run.
fn hours(tilbud: &Tilbud) -> Vec<Object> {
    if tilbud.drift != Drift::Aktiv {
        return Vec::new();
    }
    match &tilbud.apningstider {
        OpeningHours::Unknown => Vec::new(),
        OpeningHours::Always => {
            vec![Object::of([
                ("@type", Json::Word("OpeningHoursSpecification")),
                ("dayOfWeek", WEEK.to_vec().into()),
                ("opens", Json::Word("00:00")),
                ("closes", Json::Word("23:59")),
            ])]
        }
        OpeningHours::Weekly(lines) => lines.iter().map(line).collect(),
    }
}

fn line(line: &Hours) -> Object {
    let days: Vec<&str> = line.dager.iter().map(|it| WEEK[*it as usize]).collect();
    // schema.org's times end at 23:59.
    let closes = if line.til.0 == 1440 { "23:59".to_owned() } else { line.til.to_string() };
    let mut out = Object::default();
    out.put("@type", "OpeningHoursSpecification");
    out.put("dayOfWeek", days);
    out.put("opens", line.fra.to_string());
    out.put("closes", closes);
    out.put("validFrom", line.gyldig_fra.map(|it| it.to_string()));
    out.put("validThrough", line.gyldig_til.map(|it| it.to_string()));
    out
}

fn offer(tilbud: &Tilbud) -> Option<Object> {
    let pris = tilbud.pris.as_ref()?;
    let amount = if pris.gratis { 0.0 } else { pris.belop? };
    Some(Object::of([("@type", Json::Word("Offer")), ("price", amount.into()), ("priceCurrency", Json::Word("NOK"))]))
}
