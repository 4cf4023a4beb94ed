//! The few words that data are made of, in the language of a place.

use crate::model::{
    Dekning, Drift, Home, Hours, Lang, Liste, OpeningHours, OrganisasjonType, Pris, Scope, Site, Status, TermId, Tilbud,
};

/// The names of terms.
pub(super) fn names(site: &Site, lang: Lang, list: Liste, ids: &[TermId]) -> Vec<String> {
    ids.iter().map(|id| site.vokabular.term(list, *id).navn.best(lang).to_owned()).collect()
}

/// The slugs of terms: what content files call them.
pub(super) fn slugs(site: &Site, list: Liste, ids: &[TermId]) -> Vec<String> {
    ids.iter().map(|id| site.vokabular.term(list, *id).slug.to_string()).collect()
}

/// Who gives a tilbud.
pub(super) fn owner(site: &Site, tilbud: &Tilbud, lang: Lang) -> String {
    match (tilbud.eier, tilbud.home) {
        (Some(id), _) | (None, Home::Organisasjon(id)) => site.organisasjon(id).navn.best(lang).to_owned(),
        (None, Home::Kommune(id)) => format!("{} kommune", site.kommune(id).navn),
        (None, Home::Fylke(id)) => site.fylke(id).navn.to_string(),
        (None, Home::Region(id)) => site.region(id).navn.best(lang).to_owned(),
        (None, Home::Stat) => "Staten".to_owned(),
    }
}

/// The id of who gives it, as an address within the site.
pub(super) fn owner_key(site: &Site, tilbud: &Tilbud) -> String {
    let scope = match tilbud.eier {
        Some(id) => Scope::Organisasjon(id),
        None => site.scope_of(tilbud.home),
    };
    site.scope_url(scope).trim_matches('/').to_owned()
}

/// The level of government or kind of body that gives it, in the content's words.
pub(super) fn level(site: &Site, tilbud: &Tilbud) -> &'static str {
    if let Some(id) = tilbud.eier
        && !site.organisasjon(id).kind.is_public()
    {
        return private(site.organisasjon(id).kind);
    }
    match tilbud.home {
        Home::Stat => "stat",
        Home::Region(_) => "region",
        Home::Fylke(_) => "fylke",
        Home::Kommune(_) => "kommune",
        Home::Organisasjon(id) => private(site.organisasjon(id).kind),
    }
}

fn private(kind: OrganisasjonType) -> &'static str {
    match kind {
        OrganisasjonType::Privat => "privat",
        OrganisasjonType::Frivillig => "frivillig",
        _ => "organisasjon",
    }
}

/// Whether a tilbud runs, in the content's words.
pub(super) fn running(drift: Drift) -> &'static str {
    match drift {
        Drift::Aktiv => "aktiv",
        Drift::StengtMidlertidig => "stengt-midlertidig",
        Drift::Planlagt => "planlagt",
        Drift::Avsluttet => "avsluttet",
    }
}

/// The places it is given in, as content files write them.
pub(super) fn area_keys(site: &Site, dekning: &Dekning) -> Vec<String> {
    let country = dekning.landet.then(|| "landet".to_owned());
    let fylker = dekning.fylker.iter().map(|it| format!("fylke/{}", site.fylke(*it).slug));
    let kommuner = dekning.kommuner.iter().map(|it| format!("kommune/{}", site.kommune(*it).slug));
    let bydeler = dekning.bydeler.iter().filter_map(|(id, at)| {
        let kommune = site.kommune(*id);
        Some(format!("bydel/{}/{}", kommune.slug, kommune.bydeler.get(usize::from(*at))?.0))
    });
    country.into_iter().chain(fylker).chain(kommuner).chain(bydeler).collect()
}

/// The same for people.
pub(super) fn area_names(site: &Site, dekning: &Dekning, lang: Lang) -> Vec<String> {
    let whole = if lang == Lang::Nn { "Heile landet" } else { "Hele landet" };
    let country = dekning.landet.then(|| whole.to_owned());
    let fylker = dekning.fylker.iter().map(|it| site.fylke(*it).navn.to_string());
    let kommuner = dekning.kommuner.iter().map(|it| site.kommune(*it).navn.to_string());
    let bydeler = dekning
        .bydeler
        .iter()
        .filter_map(|(id, at)| site.kommune(*id).bydeler.get(usize::from(*at)).map(|(_, name)| name.to_string()));
    country.into_iter().chain(fylker).chain(kommuner).chain(bydeler).collect()
}

/// Monday first, as content files write them.
pub(super) const DAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

/// «mandag, tirsdag 08:00–15:30»; the lines with semicolons between.
pub(super) fn hours(hours: &OpeningHours, lang: Lang) -> String {
    match hours {
        OpeningHours::Unknown => String::new(),
        OpeningHours::Always => if lang == Lang::Nn { "døgnope" } else { "døgnåpent" }.to_owned(),
        OpeningHours::Weekly(lines) => lines.iter().map(line).collect::<Vec<_>>().join("; "),
    }
}

fn line(line: &Hours) -> String {
    let days: Vec<&str> = line.dager.iter().map(|it| DAYS[*it as usize]).collect();
    format!("{} {}–{}", days.join(", "), line.fra, line.til)
}

/// «gratis», «150 kr per gang».
pub(super) fn price(pris: &Pris, lang: Lang) -> String {
    let note = pris.merknad.as_ref().map(|it| it.best(lang).to_owned());
    let amount = match pris.belop {
        _ if pris.gratis => Some("gratis".to_owned()),
        Some(kroner) => {
            let unit = pris.enhet.as_ref().map(|it| format!(" {}", it.best(lang))).unwrap_or_default();
            Some(format!("{} kr{unit}", kroner.to_string().replace('.', ",")))
        }
        None => None,
    };
    amount.into_iter().chain(note).collect::<Vec<_>>().join(". ")
}

/// The other tilbud of a chain that the public may see.
pub(super) fn linked(site: &Site, ids: &[crate::model::TilbudId]) -> Vec<String> {
    let public = ids.iter().filter(|id| site.visible(**id) && site.tilbud(**id).status == Status::Publisert);
    public.map(|id| site.tilbud(*id).key.to_string()).collect()
}
