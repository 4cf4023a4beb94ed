//! What a tilbud's page says to search engines, in the words of schema.org.

use serde_json::{Map, Value, json};

use super::words;
use crate::model::{
    Drift, Hours, Lang, Liste, OpeningHours, OrganisasjonType, Route, Site, Sted, Tekst, Tilbud, TilbudId,
};

/// JSON-LD that can stand inside `<script>`: no text in it can end the element or begin another.
pub fn json_ld(site: &Site, id: TilbudId, lang: Lang) -> String {
    let text = serde_json::to_string(&service(site, id, lang)).unwrap_or_default();
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    out
}

fn put(out: &mut Map<String, Value>, key: &str, value: impl Into<Value>) {
    let value = value.into();
    if !value.is_null() && value != "" && !value.as_array().is_some_and(Vec::is_empty) {
        out.insert(key.to_owned(), value);
    }
}

fn service(site: &Site, id: TilbudId, lang: Lang) -> Value {
    let tilbud = site.tilbud(id);
    let text = |it: Option<&Tekst>| it.map(|it| it.best(lang).to_owned());
    let mut out = Map::new();
    put(&mut out, "@context", "https://schema.org");
    put(&mut out, "@type", if is_public(site, tilbud) { "GovernmentService" } else { "Service" });
    put(&mut out, "name", tilbud.tittel.best(lang));
    put(&mut out, "description", text(tilbud.sammendrag.as_ref()));
    put(&mut out, "identifier", &*tilbud.key);
    put(&mut out, "url", site.canonical(&Route::Tilbud(id)));
    put(&mut out, "serviceType", words::names(site, lang, Liste::Tilbudstype, &tilbud.tilbudstype));
    put(&mut out, "provider", provider(site, tilbud, lang));
    put(&mut out, "areaServed", areas(site, tilbud, lang));
    put(&mut out, "audience", audience(site, tilbud, lang));
    put(&mut out, "availableChannel", channels(tilbud, lang));
    put(&mut out, "hoursAvailable", hours(tilbud));
    put(&mut out, "offers", offer(tilbud));
    out.into()
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

fn provider(site: &Site, tilbud: &Tilbud, lang: Lang) -> Value {
    let kind = match kind(site, tilbud) {
        Some(OrganisasjonType::Frivillig) => "NGO",
        Some(OrganisasjonType::Privat) => "Organization",
        _ => "GovernmentOrganization",
    };
    json!({"@type": kind, "name": words::owner(site, tilbud, lang)})
}

fn areas(site: &Site, tilbud: &Tilbud, lang: Lang) -> Vec<Value> {
    if tilbud.dekning.landet {
        return vec![json!({"@type": "Country", "name": if lang == Lang::Nn { "Noreg" } else { "Norge" }})];
    }
    let names = words::area_names(site, &tilbud.dekning, lang);
    names.into_iter().map(|name| json!({"@type": "AdministrativeArea", "name": name})).collect()
}

fn audience(site: &Site, tilbud: &Tilbud, lang: Lang) -> Value {
    let mut out = Map::new();
    put(&mut out, "@type", "PeopleAudience");
    put(&mut out, "audienceType", words::names(site, lang, Liste::Malgrupper, &tilbud.malgrupper).join(", "));
    put(&mut out, "suggestedMinAge", tilbud.alder.fra);
    put(&mut out, "suggestedMaxAge", tilbud.alder.til);
    out.into()
}

fn channels(tilbud: &Tilbud, lang: Lang) -> Vec<Value> {
    let kontakt = &tilbud.kontakt;
    let mut out = Vec::new();
    if let Some(number) = kontakt.telefon.as_deref() {
        let phone = json!({"@type": "ContactPoint", "telephone": number});
        out.push(json!({"@type": "ServiceChannel", "servicePhone": phone}));
    }
    for url in [&kontakt.skjema, &kontakt.chat, &kontakt.nettside].into_iter().flatten() {
        out.push(json!({"@type": "ServiceChannel", "serviceUrl": &**url}));
    }
    let open = tilbud.steder.iter().filter(|it| !it.adresse_skjult);
    out.extend(open.map(|it| json!({"@type": "ServiceChannel", "serviceLocation": venue(it, lang)})));
    out
}

fn venue(sted: &Sted, lang: Lang) -> Value {
    let mut address = Map::new();
    put(&mut address, "@type", "PostalAddress");
    put(&mut address, "streetAddress", sted.adresse.as_deref());
    put(&mut address, "postalCode", sted.postnummer.as_deref());
    put(&mut address, "addressLocality", sted.poststed.as_deref());
    put(&mut address, "addressCountry", "NO");
    let mut out = Map::new();
    put(&mut out, "@type", "Place");
    put(&mut out, "name", sted.navn.as_ref().map(|it| it.best(lang).to_owned()));
    put(&mut out, "address", address);
    put(
        &mut out,
        "geo",
        sted.koordinater.map(|it| json!({"@type": "GeoCoordinates", "latitude": it.lat, "longitude": it.lon})),
    );
    out.into()
}

const WEEK: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Opening hours; none when it does not run.
fn hours(tilbud: &Tilbud) -> Vec<Value> {
    if tilbud.drift != Drift::Aktiv {
        return Vec::new();
    }
    match &tilbud.apningstider {
        OpeningHours::Unknown => Vec::new(),
        OpeningHours::Always => {
            vec![json!({"@type": "OpeningHoursSpecification", "dayOfWeek": WEEK, "opens": "00:00", "closes": "23:59"})]
        }
        OpeningHours::Weekly(lines) => lines.iter().map(line).collect(),
    }
}

fn line(line: &Hours) -> Value {
    let days: Vec<&str> = line.dager.iter().map(|it| WEEK[*it as usize]).collect();
    // schema.org's times end at 23:59.
    let closes = if line.til.0 == 1440 { "23:59".to_owned() } else { line.til.to_string() };
    let mut out = Map::new();
    put(&mut out, "@type", "OpeningHoursSpecification");
    put(&mut out, "dayOfWeek", days);
    put(&mut out, "opens", line.fra.to_string());
    put(&mut out, "closes", closes);
    put(&mut out, "validFrom", line.gyldig_fra.map(|it| it.to_string()));
    put(&mut out, "validThrough", line.gyldig_til.map(|it| it.to_string()));
    out.into()
}

fn offer(tilbud: &Tilbud) -> Option<Value> {
    let pris = tilbud.pris.as_ref()?;
    let amount = if pris.gratis { 0.0 } else { pris.belop? };
    Some(json!({"@type": "Offer", "price": amount, "priceCurrency": "NOK"}))
}
