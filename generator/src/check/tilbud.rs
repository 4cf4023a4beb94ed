//! One tilbud: from its file, and the mal it builds on, to the model.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::{Diagnostics, FileId, Span, Spanned, Text};
use crate::model::{
    Body, Coordinates, Dekning, Drift, Evaluering, GodPraksis, Home, Lang, Liste, Medvirkning, OrganisasjonId,
    OrganisasjonType, Ressurser, Settings, Slug, Status, Sted, TermId, Tilbud, TilbudId, Verdict,
};
use crate::read::raw::{MAL_ONLY, RawBasertPa, RawDegree, RawRessurser, RawSted, RawTilbud, Ref};
use crate::read::{Document, Folder, Sources, document};

use super::heritage::check_heritage;
use super::keys::Keys;
use super::names::{Names, check_slug};
use super::values::{
    alder, check_order, closures, inherit_body, kontakt, kontroll, opening_hours, pris, tilgjengelighet, value, web,
};
use super::{coverage, links, privacy};

/// What every record is resolved against.
pub(super) struct Context<'a> {
    pub sources: &'a Sources,
    pub names: &'a Names,
    pub keys: &'a Keys,
    pub maler: &'a [super::content::MalSource],
    pub settings: &'a Settings,
}

impl Context<'_> {
    /// The home and language of a folder; reported when the folder has no owner file.
    pub(super) fn home(&self, folder: &Folder, file: FileId, sink: &mut Diagnostics) -> Option<(Home, Lang)> {
        let found = self.names.homes.get(folder).copied();
        if found.is_none() {
            let path = folder.path();
            let owner = if matches!(folder, Folder::Kommune(_)) { "kommune.yaml" } else { "eier.yaml" };
            sink.error(
                "mangler-eier",
                Span::file(file),
                Text::new(format!("mappen `{path}` har ingen eier"), format!("folder `{path}` has no owner")),
            )
            .help(Text::new(
                format!("lag filen `{path}/{owner}`, eller rett mappenavnet"),
                format!("make the file `{path}/{owner}`, or mend the folder's name"),
            ));
        }
        let lang = self.names.langs.get(folder).copied().unwrap_or(Lang::Nb);
        found.map(|home| (home, lang))
    }
}

/// Reads and resolves the tilbud in `file`; `None` when it cannot be understood.
pub(super) fn tilbud(
    context: &Context<'_>,
    file: FileId,
    folder: &Folder,
    stem: &str,
    sink: &mut Diagnostics,
) -> Option<Tilbud> {
    check_slug(stem, Span::file(file), sink);
    let (home, lang) = context.home(folder, file, sink)?;
    let Document { head: mut raw, mut body } = document::<RawTilbud>(context.sources, file, lang, sink)?;
    refuse_mal_keys(&raw, sink);
    check_bodies(context, folder, &body, sink);
    let basert_pa = raw.basert_pa.clone();
    let inherited = inherit(context, &mut raw, &mut body, basert_pa.as_ref(), sink);
    let span = raw.tittel.as_ref().map_or(Span::file(file), |it| it.span);
    check_required(&raw, span, sink);
    check_dates(&raw, span, sink);
    notice_to_check(&raw, span, sink);
    if let Some(epost) = raw.kontakt.as_ref().and_then(|it| it.value.epost.as_ref()) {
        privacy::check_mailbox(epost, sink);
    }
    let place = Place { context, folder, home, lang, span, stem };
    let tilbud = fields(&place, raw, inherited, body, sink)?;
    check_heritage(&tilbud, context.maler, sink);
    Some(tilbud)
}

/// Where a record lives.
struct Place<'a> {
    context: &'a Context<'a>,
    folder: &'a Folder,
    home: Home,
    lang: Lang,
    /// The record's title, or its file.
    span: Span,
    stem: &'a str,
}

impl Place<'_> {
    /// The terms that `raw` names, each once.
    fn terms(&self, list: Liste, raw: Option<Spanned<Vec<Ref>>>, sink: &mut Diagnostics) -> Vec<TermId> {
        let mut found: Vec<TermId> = Vec::new();
        for it in value(raw).unwrap_or_default() {
            found.extend(self.context.names.term(list, &it, sink).filter(|id| !found.contains(id)));
        }
        found
    }

    /// The tilbud that `raw` names.
    fn records(&self, raw: Option<Spanned<Vec<Ref>>>, sink: &mut Diagnostics) -> Vec<TilbudId> {
        let find = |it: &Ref| self.context.keys.tilbud(Some(self.folder), it, sink);
        value(raw).unwrap_or_default().iter().filter_map(find).collect()
    }

    /// Where it is given, and whether that fits who gives it.
    fn dekning(&self, raw: Option<Spanned<Vec<Ref>>>, eier: Option<OrganisasjonId>, sink: &mut Diagnostics) -> Dekning {
        let Some(raw) = raw else { return coverage::home_area(self.home) };
        let names = self.context.names;
        let own = |it| matches!(names.kind(it), OrganisasjonType::Etat | OrganisasjonType::Offentlig);
        let n_problems = sink.iter().count();
        let dekning = coverage::dekning(&raw.value, names, sink);
        if sink.iter().count() == n_problems {
            coverage::check_owner(&dekning, self.home, eier.is_none_or(own), raw.span, names, sink);
        }
        dekning
    }
}

/// Every field of the record.
// One thing: a list of fields, each from its own raw field.
fn fields(
    place: &Place<'_>,
    raw: RawTilbud,
    (basert_pa, fra_mal): Inherited,
    body: Vec<Body>,
    sink: &mut Diagnostics,
) -> Option<Tilbud> {
    let (names, home) = (place.context.names, place.home);
    let eier = raw.eier.and_then(|it| names.organisasjon(Some(home), &it.value, sink));
    let tema = place.terms(Liste::Tema, raw.tema, sink);
    let tilbudstype = place.terms(Liste::Tilbudstype, raw.tilbudstype, sink);
    let risikogrupper = place.terms(Liste::Risikogrupper, raw.risikogrupper, sink);
    Some(Tilbud {
        slug: Slug::parse(place.stem).ok()?,
        key: format!("{}/{}", place.folder.key(), place.stem).into(),
        home,
        lang: place.lang,
        span: place.span,
        tittel: value(raw.tittel)?,
        sammendrag: value(raw.sammendrag),
        status: value(raw.status).unwrap_or(Status::Utkast),
        drift: value(raw.drift).unwrap_or(Drift::Aktiv),
        pyramideniva: raw.pyramideniva.and_then(|it| names.term(Liste::Pyramideniva, &it.value, sink)),
        malgrupper: place.terms(Liste::Malgrupper, raw.malgrupper, sink),
        alder: alder(raw.alder, sink),
        diagnosegrupper: place.terms(Liste::Diagnosegrupper, raw.diagnosegrupper, sink),
        bti_niva: place.terms(Liste::BtiNiva, raw.bti_niva, sink),
        inngang: place.terms(Liste::Inngang, raw.inngang, sink),
        lovkrav: list(raw.lovkrav).iter().filter_map(|it| names.lovkrav(it, sink)).collect(),
        ikke_lovpalagt: list(raw.ikke_lovpalagt).iter().filter_map(|it| names.ikke_lovpalagt(it, sink)).collect(),
        dekning: place.dekning(raw.dekning, eier, sink),
        kontakt: kontakt(raw.kontakt, sink),
        steder: list(raw.steder).into_iter().map(|it| sted(it, home, names, sink)).collect(),
        apningstider: opening_hours(raw.apningstider, sink),
        apningstider_merknad: value(raw.apningstider_merknad),
        stengt: closures(raw.stengt, sink),
        sesong: list(raw.sesong).iter().map(|it| it.0).collect(),
        pris: pris(raw.pris, sink),
        slik_far_du_det: value(raw.slik_far_du_det),
        sprak: list(raw.sprak).into_iter().filter_map(|it| language_code(&it, sink)).collect(),
        tolk: value(raw.tolk),
        tilgjengelighet: tilgjengelighet(raw.tilgjengelighet),
        brukermedvirkning: raw.brukermedvirkning.and_then(|it| medvirkning(it.value, names, sink)),
        evaluering: raw.evaluering.and_then(|it| evaluering(it.value, names, sink)),
        god_praksis: raw.god_praksis.and_then(|it| god_praksis(it.value, names, sink)),
        vurdering: vurdering(raw.vurdering, names, sink),
        ressurser: raw.ressurser.map(|it| ressurser(it.value)),
        neste: place.records(raw.neste, sink),
        forrige: place.records(raw.forrige, sink),
        kontrollert: kontroll(raw.kontrollert, place.context.settings.dato, sink),
        neste_kontroll: value(raw.neste_kontroll),
        kontrollintervall: interval(value(raw.kontrollintervall), names, &tema, &tilbudstype, eier),
        gyldig_fra: value(raw.gyldig_fra),
        gyldig_til: value(raw.gyldig_til),
        kilde: value(raw.kilde),
        beskjed: value(raw.beskjed),
        sokeord: value(raw.sokeord).unwrap_or_default().0,
        sensitiv: value(raw.sensitiv).unwrap_or_else(|| is_sensitive(names, &tema, &risikogrupper)),
        ma_sjekkes: list(raw.ma_sjekkes),
        tidligere_adresser: list(raw.tidligere_adresser).iter().filter_map(|it| old_address(it, sink)).collect(),
        internt_notat: value(raw.internt_notat),
        klarsprak: value(raw.klarsprak).is_none_or(|it| it.0),
        eier,
        tema,
        tilbudstype,
        risikogrupper,
        basert_pa,
        fra_mal,
        body,
    })
}

/// The items of a list that may not be there.
fn list<T>(raw: Option<Spanned<Vec<T>>>) -> Vec<T> {
    value(raw).unwrap_or_default()
}

/// Reports dates that contradict each other.
fn check_dates(raw: &RawTilbud, span: Span, sink: &mut Diagnostics) {
    let day = |it: &Option<Spanned<Date>>| it.as_ref().map(|it| it.value);
    let at = |it: &Option<Spanned<Date>>| it.as_ref().map_or(span, |it| it.span);
    check_order(day(&raw.gyldig_fra), day(&raw.gyldig_til), at(&raw.gyldig_til), sink);
    let last = raw.kontrollert.as_ref().and_then(|it| day(&it.value.dato));
    check_order(last, day(&raw.neste_kontroll), at(&raw.neste_kontroll), sink);
}

/// Keys that only maler have.
fn refuse_mal_keys(raw: &RawTilbud, sink: &mut Diagnostics) {
    let spans = [
        raw.versjon.as_ref().map(|it| it.span),
        raw.endringer.as_ref().map(|it| it.span),
        raw.dekker.as_ref().map(|it| it.span),
        raw.ansvar.as_ref().map(|it| it.span),
        raw.etat.as_ref().map(|it| it.span),
        raw.ma_fylles_inn.as_ref().map(|it| it.span),
    ];
    for (key, span) in MAL_ONLY.into_iter().zip(spans) {
        let Some(span) = span else { continue };
        sink.error(
            "bare-i-mal",
            span,
            Text::new(format!("`{key}` hører bare hjemme i maler"), format!("only maler have `{key}`")),
        )
        .help(Text::new("fjern linjen", "remove the line"));
    }
}

fn check_bodies(context: &Context<'_>, folder: &Folder, body: &[Body], sink: &mut Diagnostics) {
    for text in body {
        links::check_links(text, Some(folder), (context.names, context.keys), sink);
        privacy::check_text(text, sink);
    }
}

/// What a record got from its mal: the mal and the version it was built on, and the keys.
type Inherited = (Option<(u32, Option<u32>)>, Vec<&'static str>);

/// Fills what the record does not say itself from the mal it builds on.
fn inherit(
    context: &Context<'_>,
    raw: &mut RawTilbud,
    body: &mut Vec<Body>,
    basert_pa: Option<&Spanned<RawBasertPa>>,
    sink: &mut Diagnostics,
) -> Inherited {
    let Some(wanted) = basert_pa.and_then(|it| it.value.mal.as_ref()) else { return (None, Vec::new()) };
    let Some(id) = context.names.mal(&wanted.value, sink) else { return (None, Vec::new()) };
    let version = basert_pa.and_then(|it| it.value.versjon.as_ref()).map(|it| it.value);
    let Some(mal) = context.maler.get(id as usize) else { return (None, Vec::new()) };
    let mut inherited = raw.inherit(&mal.heritage);
    if body.is_empty() && !mal.body.is_empty() {
        inherited.push("tekst");
    }
    inherit_body(body, &mal.body);
    (Some((id, version)), inherited)
}

/// Reports the fields that a record of this status cannot lack.
fn check_required(raw: &RawTilbud, at: Span, sink: &mut Diagnostics) {
    let Some(status) = &raw.status else {
        if !raw.unread.contains(&"status") {
            missing("status", at, "status: utkast", sink);
        }
        return;
    };
    if matches!(status.value, Status::Utkast | Status::Arkivert) {
        return;
    }
    let fields = [
        ("sammendrag", raw.sammendrag.is_none()),
        ("pyramidenivå", raw.pyramideniva.is_none()),
        ("tema", raw.tema.as_ref().is_none_or(|it| it.value.is_empty())),
        ("tilbudstype", raw.tilbudstype.as_ref().is_none_or(|it| it.value.is_empty())),
        ("målgrupper", raw.malgrupper.as_ref().is_none_or(|it| it.value.is_empty())),
        ("inngang", raw.inngang.as_ref().is_none_or(|it| it.value.is_empty())),
    ];
    for (key, _) in fields.into_iter().filter(|(key, missing)| *missing && !raw.unread.contains(key)) {
        missing(key, at, &format!("{key}: …"), sink);
    }
    if status.value == Status::Publisert {
        check_publishable(raw, status.span, sink);
    }
}

fn missing(key: &str, at: Span, example: &str, sink: &mut Diagnostics) {
    sink.error("mangler-felt", at, Text::new(format!("feltet `{key}` mangler"), format!("field `{key}` is missing")))
        .help(Text::new(format!("legg til en linje `{example}`"), format!("add a line `{example}`")));
}

/// A published record has been controlled by a position, and can be reached.
fn check_publishable(raw: &RawTilbud, at: Span, sink: &mut Diagnostics) {
    if raw.kontrollert.is_none() && !raw.unread.contains(&"kontrollert") {
        sink.error(
            "publisert-uten-kvalitetssikring",
            at,
            Text::new(
                "tilbudet er publisert uten å være kvalitetssikret",
                "the tilbud is published without quality control",
            ),
        )
        .help(Text::new(
            "legg til `kontrollert: {dato: …, av: stilling}`, eller sett `status: til-kvalitetssikring`",
            "add `kontrollert: {dato: …, av: position}`, or set `status: til-kvalitetssikring`",
        ));
    }
    let unread = raw.unread.iter().any(|it| ["kontakt", "steder", "inngang"].contains(it));
    let reachable =
        unread || raw.kontakt.as_ref().is_some_and(|it| !contact_is_empty(&it.value)) || raw.steder.is_some();
    let given_to_all = raw.inngang.as_ref().is_some_and(|it| it.value.iter().any(|it| it.value == "alle"));
    if !reachable && !given_to_all {
        sink.error(
            "ingen-vei-inn",
            at,
            Text::new(
                "tilbudet er publisert, men ingen kan se hvordan en får tak i det",
                "the tilbud is published, but nobody can see how to reach it",
            ),
        )
        .help(Text::new("legg til `kontakt` eller `steder`", "add `kontakt` or `steder`"));
    }
}

fn contact_is_empty(raw: &crate::read::raw::RawKontakt) -> bool {
    [&raw.telefon, &raw.sms, &raw.epost, &raw.nettside, &raw.chat, &raw.skjema].into_iter().all(Option::is_none)
}

/// What has to be confirmed: expected in drafts, a warning in what is published.
fn notice_to_check(raw: &RawTilbud, span: Span, sink: &mut Diagnostics) {
    let published = raw.status.as_ref().is_some_and(|it| it.value == Status::Publisert);
    let at = raw.ma_sjekkes.as_ref().map_or(span, |it| it.span);
    for what in raw.ma_sjekkes.iter().flat_map(|it| &it.value) {
        if published {
            let text = Text::new(
                format!("tilbudet er publisert, men dette er ikke bekreftet: {what}"),
                format!("the tilbud is published, but this is not confirmed: {what}"),
            );
            sink.warning("ikke-bekreftet", at, text);
        } else {
            sink.notice("ma-sjekkes", at, Text::new(format!("må sjekkes: {what}"), format!("to check: {what}")));
        }
    }
}

fn is_sensitive(names: &Names, tema: &[TermId], risikogrupper: &[TermId]) -> bool {
    let any = |list: Liste, ids: &[TermId]| ids.iter().any(|it| names.vokabular.term(list, *it).sensitiv);
    any(Liste::Tema, tema) || any(Liste::Risikogrupper, risikogrupper)
}

/// Days between controls (DOMAIN, «Freshness»): 90 for emergencies and telephones, 365 for associations, else 180.
fn interval(
    own: Option<u16>,
    names: &Names,
    tema: &[TermId],
    tilbudstype: &[TermId],
    eier: Option<OrganisasjonId>,
) -> u16 {
    let has = |list: Liste, ids: &[TermId], slug: &str| {
        ids.iter().any(|it| names.vokabular.term(list, *it).slug.as_str() == slug)
    };
    if let Some(own) = own.filter(|it| *it > 0) {
        own
    } else if has(Liste::Tema, tema, "akutt") || has(Liste::Tilbudstype, tilbudstype, "telefon-chat") {
        90
    } else if eier.is_some_and(|it| names.kind(it) == OrganisasjonType::Frivillig) {
        365
    } else {
        180
    }
}

fn sted(raw: Spanned<RawSted>, home: Home, names: &Names, sink: &mut Diagnostics) -> Sted {
    let raw = raw.value;
    let hidden = value(raw.adresse_skjult).unwrap_or(false);
    if hidden {
        refuse_address(&raw.adresse, &raw.postnummer, raw.koordinater.as_ref().map(|it| it.span), sink);
    }
    let kommune = raw.kommune.and_then(|it| names.kommune(&it.value, sink));
    let owner = match home {
        Home::Kommune(id) => Some(id),
        _ => None,
    };
    let bydel = raw.bydel.and_then(|it| {
        let Some(kommune) = kommune.or(owner) else {
            let text = Text::new("en bydel trenger en kommune", "a bydel needs a kommune");
            sink.error("ukjent-referanse", it.span, text)
                .help(Text::new("legg til `kommune:` på stedet", "add `kommune:` to the place"));
            return None;
        };
        let found = names.bydel(kommune, &it.value.value);
        if found.is_none() {
            coverage::unknown_bydel(&it.value.value, kommune, it.span, names, sink);
        }
        found.map(|at| (kommune, at))
    });
    let koordinater = raw.koordinater.and_then(|it| coordinates(it, sink));
    if hidden {
        return Sted {
            navn: value(raw.navn),
            bydel,
            kommune,
            adresse_skjult: true,
            merknad: value(raw.merknad),
            ..Sted::default()
        };
    }
    if let Some(code) =
        raw.postnummer.as_ref().filter(|it| it.value.len() != 4 || !it.value.bytes().all(|b| b.is_ascii_digit()))
    {
        let text = Text::new(
            format!("`{}` er ikke et postnummer", code.value),
            format!("`{}` is not a postal code", code.value),
        );
        sink.error("ugyldig-postnummer", code.span, text).help(Text::new(
            "skriv fire siffer i anførselstegn, for eksempel \"0150\"",
            "write four digits in quotes, such as \"0150\"",
        ));
    }
    Sted {
        navn: value(raw.navn),
        adresse: value(raw.adresse),
        postnummer: value(raw.postnummer),
        poststed: value(raw.poststed),
        bydel,
        kommune,
        koordinater,
        adresse_skjult: false,
        merknad: value(raw.merknad),
    }
}

/// A hidden address beside what would reveal it.
fn refuse_address(
    adresse: &Option<Spanned<Box<str>>>,
    postnummer: &Option<Spanned<Box<str>>>,
    koordinater: Option<Span>,
    sink: &mut Diagnostics,
) {
    let spans = [adresse.as_ref().map(|it| it.span), postnummer.as_ref().map(|it| it.span), koordinater];
    for span in spans.into_iter().flatten() {
        sink.error(
            "skjult-adresse",
            span,
            Text::new(
                "adressen er skjult, men står her likevel",
                "the address is hidden, but stands here all the same",
            ),
        )
        .help(Text::new(
            "fjern adresse, postnummer og koordinater, eller `adresse_skjult`",
            "remove the address, postal code and coordinates, or `adresse_skjult`",
        ));
    }
}

fn coordinates(raw: Spanned<crate::read::raw::RawCoordinates>, sink: &mut Diagnostics) -> Option<Coordinates> {
    let (lat, lon) = (value(raw.value.lat)?, value(raw.value.lon)?);
    let in_norway = (57.0..=81.5).contains(&lat) && (-10.0..=35.0).contains(&lon);
    if !in_norway {
        let text = Text::new(format!("{lat}, {lon} er ikke i Norge"), format!("{lat}, {lon} is not in Norway"));
        let problem = sink.error("ugyldig-koordinat", raw.span, text);
        if (57.0..=81.5).contains(&lon) {
            problem.help(Text::new("bytt om på lat (nord) og lon (øst)", "swap lat (north) and lon (east)"));
        }
        return None;
    }
    Some(Coordinates { lat, lon })
}

/// A language a tilbud is given in: a code of BCP 47, or sign language.
fn language_code(code: &Ref, sink: &mut Diagnostics) -> Option<Box<str>> {
    let text = code.value.as_str();
    let fine = text == "tegnspråk" || ((2..=3).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_lowercase()));
    if !fine {
        let known = [
            ("norsk", "nb"),
            ("bokmål", "nb"),
            ("nynorsk", "nn"),
            ("engelsk", "en"),
            ("samisk", "se"),
            ("arabisk", "ar"),
            ("ukrainsk", "uk"),
            ("somali", "so"),
            ("polsk", "pl"),
            ("tigrinja", "ti"),
        ];
        let near = known.into_iter().find(|(name, _)| *name == text.to_lowercase()).map(|(_, code)| code);
        sink.error(
            "ukjent-sprak",
            code.span,
            Text::new(format!("ukjent språkkode `{text}`"), format!("unknown language code `{text}`")),
        )
        .help(Text::new(
            "bruk koder som nb, nn, se, en, ar, uk, eller tegnspråk",
            "use codes such as nb, nn, se, en, ar, uk, or tegnspråk",
        ))
        .suggest(near);
    }
    fine.then(|| text.into())
}

fn medvirkning(raw: RawDegree, names: &Names, sink: &mut Diagnostics) -> Option<Medvirkning> {
    let grad = names.term(Liste::Brukermedvirkning, &raw.grad?.value, sink)?;
    Some(Medvirkning { grad, beskrivelse: value(raw.beskrivelse) })
}

fn evaluering(raw: RawDegree, names: &Names, sink: &mut Diagnostics) -> Option<Evaluering> {
    let grad = names.term(Liste::Evaluering, &raw.grad?.value, sink)?;
    Some(Evaluering { grad, ar: value(raw.ar), lenke: web(raw.lenke, sink), beskrivelse: value(raw.beskrivelse) })
}

fn god_praksis(raw: RawDegree, names: &Names, sink: &mut Diagnostics) -> Option<GodPraksis> {
    let grad = names.term(Liste::GodPraksis, &raw.grad?.value, sink)?;
    Some(GodPraksis { grad, lenke: web(raw.lenke, sink), beskrivelse: value(raw.beskrivelse) })
}

fn vurdering(
    raw: Option<Spanned<crate::read::field::Entries<Verdict>>>,
    names: &Names,
    sink: &mut Diagnostics,
) -> BTreeMap<TermId, Verdict> {
    let entries = value(raw).map(|it| it.0).unwrap_or_default();
    entries
        .into_iter()
        .filter_map(|(criterion, verdict)| Some((names.term(Liste::Vurderingskriterier, &criterion, sink)?, verdict)))
        .collect()
}

fn ressurser(raw: RawRessurser) -> Ressurser {
    Ressurser {
        arsverk: value(raw.arsverk),
        lokaler: value(raw.lokaler).unwrap_or_default(),
        midler: value(raw.midler),
        finansiering: value(raw.finansiering),
        ar: value(raw.ar),
    }
}

/// An address the page had before: from the root, no dots, no query.
fn old_address(written: &Ref, sink: &mut Diagnostics) -> Option<Box<str>> {
    let text = written.value.as_str();
    let plain = |it: char| it.is_ascii_alphanumeric() || "-_/.%".contains(it) || it.is_alphabetic();
    let fine = text.starts_with('/') && !text.starts_with("//") && !text.contains("..") && text.chars().all(plain);
    if !fine {
        sink.error(
            "ugyldig-adresse",
            written.span,
            Text::new(
                format!("`{text}` er ikke en adresse på dette nettstedet"),
                format!("`{text}` is not an address of this site"),
            ),
        )
        .help(Text::new(
            "skriv den fra roten, for eksempel `/fjordvik/tilbud/hfu/`",
            "write it from the root, such as `/fjordvik/tilbud/hfu/`",
        ));
    }
    fine.then(|| text.into())
}
