//! What concerns several records at once, and the assembly of the whole.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::diag::{Diagnostics, Span, Text};
use crate::model::color::{Color, TEXT_CONTRAST, contrast_ratio, nearest_passing};
use crate::model::{Colours, Dekning, Dokument, Home, KommuneId, Settings, Shown, Side, Site, Tilbud, TilbudId};
use crate::read::raw::{RawColours, Ref};

use super::ground::Ground;
use super::owners::Choices;

/// Everything that was read, before it is one.
pub(super) struct Parts<'a> {
    pub ground: &'a Ground,
    pub tilbud: Vec<Arc<Tilbud>>,
    pub dokumenter: Vec<Arc<Dokument>>,
    pub sider: Vec<Arc<Side>>,
    pub choices: Vec<Choices>,
}

/// Puts the parts together. `known` is what each kommune shows, when that has not changed and the
/// addresses were found to be in order; it is left there for the next time.
pub(super) fn assemble(
    settings: &Settings,
    parts: Parts<'_>,
    known: &mut Option<Vec<Vec<Shown>>>,
    sink: &mut Diagnostics,
) -> Site {
    let Parts { ground, tilbud, dokumenter, sider, choices } = parts;
    let owners = &ground.owners;
    let mut sider: Vec<Side> = sider.iter().map(|it| Side::clone(it)).collect();
    sider.sort_by(|a, b| (a.kind, a.rekkefolge, &a.slug).cmp(&(b.kind, b.rekkefolge, &b.slug)));
    let mut site = Site {
        settings: settings.clone(),
        portal: ground.portal.clone(),
        vokabular: ground.names.vokabular.clone(),
        lovkrav: ground.names.lovkrav.clone(),
        ikke_lovpalagt: ground.names.ikke_lovpalagt.clone(),
        stat: owners.stat.clone(),
        regioner: owners.regioner.clone(),
        fylker: owners.fylker.clone(),
        kommuner: owners.kommuner.clone(),
        organisasjoner: ground.organisasjoner.clone(),
        tilbud,
        dokumenter,
        maler: ground.maler.iter().map(|it| it.mal.clone()).collect(),
        sider,
        shown: Vec::new(),
    };
    for choice in choices {
        let kommune = &mut site.kommuner[usize::from(choice.kommune.0)];
        kommune.naboer = choice.naboer;
        kommune.inkluder = choice.inkluder;
        kommune.skjul = choice.skjul;
        kommune.ansvarlige = choice.ansvarlige;
        kommune.publiseringsansvarlig = choice.publiseringsansvarlig;
        kommune.metode = choice.metode;
    }
    if let Some(known) = known {
        site.shown.clone_from(known);
        return site;
    }
    site.shown = shown(&site);
    let n_problems = sink.iter().count();
    check_addresses(&site, sink);
    *known = (sink.iter().count() == n_problems).then(|| site.shown.clone());
    site
}

/// The site as it was on another day: what had not ended by then is shown.
pub fn on_day(mut site: Site, day: jiff::civil::Date) -> Site {
    site.settings.dato = day;
    site.shown = shown(&site);
    site
}

/// What each kommune shows: what covers it, without what it hides, and what it includes; in the order of the tilbud.
fn shown(site: &Site) -> Vec<Vec<Shown>> {
    let mut lists: Vec<Vec<Shown>> = vec![Vec::new(); site.kommuner.len()];
    let mut covered = Vec::new();
    for id in site.tilbud_ids().filter(|id| site.visible(*id)) {
        let tilbud = site.tilbud(id);
        covered.clear();
        add_area(&tilbud.dekning, site, &mut covered);
        if let Home::Region(region) = tilbud.home
            && tilbud.dekning == Dekning::default()
        {
            add_area(&site.region(region).dekning, site, &mut covered);
        }
        covered.sort_unstable();
        covered.dedup();
        for kommune in &covered {
            if !hidden(site, *kommune, id) {
                lists[usize::from(kommune.0)].push(Shown { id, included: false });
            }
        }
    }
    for kommune in site.kommune_ids() {
        include(site, kommune, &mut lists[usize::from(kommune.0)]);
    }
    lists
}

fn hidden(site: &Site, kommune: KommuneId, id: TilbudId) -> bool {
    site.kommune(kommune).skjul.iter().any(|(it, _)| *it == id)
}

/// Adds the kommuner of an area. Real kommuner never see what is fictional, and the other way round only what covers the country.
fn add_area(dekning: &Dekning, site: &Site, found: &mut Vec<KommuneId>) {
    if dekning.landet {
        found.extend(site.kommune_ids());
    }
    for fylke in &dekning.fylker {
        found.extend(&site.fylke(*fylke).kommuner);
    }
    found.extend(&dekning.kommuner);
    found.extend(dekning.bydeler.iter().map(|(kommune, _)| *kommune));
}

fn include(site: &Site, kommune: KommuneId, list: &mut Vec<Shown>) {
    for (id, _) in &site.kommune(kommune).inkluder {
        if site.visible(*id) && !list.iter().any(|it| it.id == *id) {
            list.push(Shown { id: *id, included: true });
        }
    }
    list.sort_by_key(|it| it.id);
}

/// Names that a kommune or page cannot have, since the site has pages there.
const TAKEN: [&str; 28] = [
    "stat",
    "region",
    "fylke",
    "organisasjon",
    "sok",
    "kommuner",
    "fylker",
    "organisasjoner",
    "metoden",
    "rapport",
    "data-sett",
    "statisk",
    "tilbud",
    "tema",
    "alder",
    "malgruppe",
    "risikogruppe",
    "diagnose",
    "niva",
    "tilbudstype",
    "a-a",
    "snakk-med-noen",
    "min-liste",
    "embed",
    "filer",
    "bydel",
    "opensearch",
    "indeks",
];

/// Two records at one address, or an old address that a page has today.
fn check_addresses(site: &Site, sink: &mut Diagnostics) {
    let mut seen = HashSet::new();
    for kommune in &site.kommuner {
        let slug = kommune.slug.as_str();
        let twin = !seen.insert(slug);
        if TAKEN.contains(&slug) || twin {
            let text = Text::new(format!("adressen `/{slug}/` er opptatt"), format!("address `/{slug}/` is taken"));
            sink.error("dobbel-adresse", Span::file(crate::diag::FileId(0)), text);
        }
    }
    for side in &site.sider {
        let slug = side.slug.as_str();
        if TAKEN.contains(&slug) || (side.kind == crate::model::SideKind::Side && site.find_kommune(slug).is_some()) {
            let text = Text::new(format!("adressen `/{slug}/` er opptatt"), format!("address `/{slug}/` is taken"));
            sink.error("dobbel-adresse", side.span, text)
                .help(Text::new("gi siden et annet filnavn", "give the page another file name"));
        }
    }
    check_old_addresses(site, sink);
}

fn check_old_addresses(site: &Site, sink: &mut Diagnostics) {
    let with_old: Vec<&Arc<Tilbud>> = site.tilbud.iter().filter(|it| !it.tidligere_adresser.is_empty()).collect();
    if with_old.is_empty() {
        return;
    }
    let current: HashMap<String, TilbudId> =
        site.tilbud_ids().map(|id| (site.url(&crate::model::Route::Tilbud(id)), id)).collect();
    let mut old: HashMap<&str, Span> = HashMap::new();
    for tilbud in with_old {
        for address in &tilbud.tidligere_adresser {
            let twin = current.get(&**address).map(|id| site.tilbud(*id).span).or_else(|| old.get(&**address).copied());
            if let Some(twin) = twin {
                let text =
                    Text::new(format!("adressen `{address}` er i bruk"), format!("address `{address}` is in use"));
                sink.error("dobbel-adresse", tilbud.span, text)
                    .note(Text::new("av dette tilbudet", "by this tilbud"), Some(twin));
            }
            old.insert(address, tilbud.span);
        }
    }
}

/// The colours of a kommune; reported when text upon them cannot be read.
pub(super) fn colours(raw: RawColours, sink: &mut Diagnostics) -> Option<Colours> {
    let hoved = raw.hoved?;
    let background = colour(&hoved.value, sink)?;
    let text = match &raw.kontrast {
        Some(it) => colour(&it.value, sink)?,
        None => Color::WHITE,
    };
    let ratio = contrast_ratio(background, text);
    if ratio < TEXT_CONTRAST {
        let better = nearest_passing(background, text, TEXT_CONTRAST);
        let (ratio, wanted) = (format!("{ratio:.1}").replace('.', ","), TEXT_CONTRAST.to_string().replace('.', ","));
        sink.error(
            "for-liten-kontrast",
            hoved.span,
            Text::new(
                format!("{background} mot {text} gir kontrast {ratio}; kravet er {wanted}"),
                format!("{background} on {text} has contrast {ratio}; the minimum is {wanted}"),
            ),
        )
        .help(Text::new(
            format!("`{better}` er den nærmeste fargen som holder"),
            format!("`{better}` is the nearest colour that passes"),
        ));
        return None;
    }
    Some(Colours { hoved: background.to_string().into(), kontrast: text.to_string().into() })
}

fn colour(written: &Ref, sink: &mut Diagnostics) -> Option<Color> {
    let found = Color::parse(&written.value);
    if found.is_none() {
        let text = &written.value;
        sink.error(
            "ugyldig-farge",
            written.span,
            Text::new(format!("`{text}` er ikke en farge"), format!("`{text}` is not a colour")),
        )
        .help(Text::new("skriv den som `\"#1d5b79\"`, i anførselstegn", "write it as `\"#1d5b79\"`, in quotes"));
    }
    found
}
