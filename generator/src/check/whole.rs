//! What concerns several records at once, and the assembly of the whole.

use std::collections::HashMap;

use crate::diag::{Diagnostics, Span, Text};
use crate::model::color::{Color, TEXT_CONTRAST, contrast_ratio, nearest_passing};
use crate::model::{
    Colours, Dekning, Dokument, Home, KommuneId, Mal, MalChange, Organisasjon, Portal, Settings, Shown, Side, Site,
    Tilbud, TilbudId,
};
use crate::read::markdown::{LinkTarget, links};
use crate::read::raw::{RawColours, Ref};

use super::content::MalSource;
use super::names::Names;
use super::owners::{Choices, Owners};

/// Everything that was read, before it is one.
pub(super) struct Parts {
    pub portal: Portal,
    pub names: Names,
    pub owners: Owners,
    pub organisasjoner: Vec<Organisasjon>,
    pub maler: Vec<MalSource>,
    pub tilbud: Vec<Tilbud>,
    pub dokumenter: Vec<Dokument>,
    pub sider: Vec<Side>,
    pub choices: Vec<Choices>,
}

/// Puts the parts together.
pub(super) fn assemble(settings: &Settings, parts: Parts, sink: &mut Diagnostics) -> Site {
    let Parts { portal, names, mut owners, organisasjoner, maler, tilbud, dokumenter, mut sider, choices } = parts;
    for choice in choices {
        let kommune = &mut owners.kommuner[usize::from(choice.kommune.0)];
        kommune.naboer = choice.naboer;
        kommune.inkluder = choice.inkluder;
        kommune.skjul = choice.skjul;
        kommune.ansvarlige = choice.ansvarlige;
        kommune.publiseringsansvarlig = choice.publiseringsansvarlig;
        kommune.metode = choice.metode;
    }
    sider.sort_by(|a, b| (a.kind, a.rekkefolge, &a.slug).cmp(&(b.kind, b.rekkefolge, &b.slug)));
    let mut site = Site {
        settings: settings.clone(),
        portal,
        vokabular: names.vokabular,
        lovkrav: names.lovkrav,
        ikke_lovpalagt: names.ikke_lovpalagt,
        stat: owners.stat,
        regioner: owners.regioner,
        fylker: owners.fylker,
        kommuner: owners.kommuner,
        organisasjoner,
        tilbud,
        dokumenter,
        maler: maler.into_iter().map(|it| it.mal).collect(),
        sider,
        shown: Vec::new(),
    };
    site.shown = shown(&site);
    check_addresses(&site, sink);
    check_templates(&site, sink);
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
const TAKEN: [&str; 14] = [
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
];

/// Two records at one address, or an old address that a page has today.
fn check_addresses(site: &Site, sink: &mut Diagnostics) {
    for (at, kommune) in site.kommuner.iter().enumerate() {
        let slug = kommune.slug.as_str();
        let twin = site.kommuner[..at].iter().any(|it| it.slug == kommune.slug);
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
    let with_old: Vec<&Tilbud> = site.tilbud.iter().filter(|it| !it.tidligere_adresser.is_empty()).collect();
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

/// Links in texts to addresses of this site that are not there.
///
/// `known` are the addresses of the site, asked for only when a text has such a link.
pub fn internal_links(site: &Site, known: impl FnOnce() -> Vec<String>, sink: &mut Diagnostics) {
    let bodies = site.tilbud.iter().flat_map(|it| &it.body).chain(site.sider.iter().flat_map(|it| &it.body));
    let mut written = Vec::new();
    for body in bodies.filter(|it| it.markdown.contains("](/")) {
        for (target, range) in links(&body.markdown) {
            if let LinkTarget::Internal(path) = LinkTarget::parse(&target) {
                let start = body.span.start as usize;
                let path = path.split(['#', '?']).next().unwrap_or(path).to_owned();
                written.push((path, Span::new(body.span.file, start + range.start..start + range.end)));
            }
        }
    }
    if written.is_empty() {
        return;
    }
    let mut known = known();
    known.sort_unstable();
    for (path, span) in written {
        if known.binary_search(&path).is_err() {
            let near = crate::diag::closest(&path, known.iter().map(String::as_str)).map(str::to_owned);
            sink.error(
                "brutt-lenke",
                span,
                Text::new(format!("det er ingen side på `{path}`"), format!("there is no page at `{path}`")),
            )
            .suggest(near.as_deref());
        }
    }
}

/// Tells editors what changed in a mal since their record was built on it, and what still stands as «fyll inn».
fn check_templates(site: &Site, sink: &mut Diagnostics) {
    for tilbud in &site.tilbud {
        for body in &tilbud.body {
            check_fill_in(body, tilbud, sink);
        }
        let Some(inheritance) = site.inheritance(tilbud) else { continue };
        for change in &inheritance.endringer {
            mal_changed(inheritance.mal, change, tilbud, sink);
        }
    }
}

/// Tells what changed in a mal since the record was built on it.
fn mal_changed(mal: &Mal, change: &MalChange, tilbud: &Tilbud, sink: &mut Diagnostics) {
    let what = change.tekst.best(tilbud.lang);
    let (name, newest) = (&mal.slug, mal.versjon);
    let text = Text::new(
        format!("malen `{name}` er endret {}: {what}", change.dato),
        format!("mal `{name}` changed on {}: {what}", change.dato),
    );
    let problem = sink.warning("mal-endret", tilbud.span, text).help(Text::new(
        format!("se over tilbudet, og skriv `versjon: {newest}` i `basert_på`"),
        format!("look the tilbud over, and write `versjon: {newest}` in `basert_på`"),
    ));
    problem.note(
        Text::new(
            format!("`nettungen check --explain {}` viser hva som kommer fra malen", tilbud.key),
            format!("`nettungen check --explain {}` shows what comes from the mal", tilbud.key),
        ),
        Some(mal.span),
    );
}

/// Reports «fyll inn: …» that was left in a text: expected in drafts, an error in what is published.
fn check_fill_in(body: &crate::model::Body, tilbud: &Tilbud, sink: &mut Diagnostics) {
    let own = body.span.file == tilbud.span.file;
    let mut from = 0;
    while let Some(at) = body.markdown[from..].find("«fyll inn") {
        let start = from + at;
        let end = body.markdown[start..].find('»').map_or(body.markdown.len(), |it| start + it + '»'.len_utf8());
        let what = &body.markdown[start..end];
        let offset = body.span.start as usize;
        let span = if own { Span::new(body.span.file, offset + start..offset + end) } else { tilbud.span };
        let text = Text::new(format!("her må det fylles inn: {what}"), format!("to be filled in: {what}"));
        if tilbud.status == crate::model::Status::Publisert {
            sink.error("ikke-fylt-inn", span, text);
        } else {
            sink.notice("ma-fylles-inn", span, text);
        }
        from = end;
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
