//! One tilbud: from its file, and the mal it builds on, to the model.

mod demands;
mod parts;

pub(super) use demands::notice_to_fill_in;

use crate::diag::{Diagnostics, FileId, Span, Spanned};
use crate::model::{
    Body, Dekning, Drift, Home, Lang, Liste, OrganisasjonId, OrganisasjonType, Settings, Slug, Status, TermId, Tilbud,
    TilbudId,
};
use crate::read::raw::{RawBasertPa, RawTilbud, Ref};
use crate::read::{Document, Folder, Sources, document};

use super::heritage::check_heritage;
use super::keys::Keys;
use super::names::{Names, check_slug};
use super::values::{alder, closures, inherit_body, kontakt, kontroll, opening_hours, pris, tilgjengelighet, value};
use super::{coverage, links, privacy};
use demands::{check_dates, check_required, notice_to_check, refuse_mal_keys};
use parts::{
    evaluering, god_praksis, interval, is_sensitive, language_code, medvirkning, old_address, ressurser, sted,
    vurdering,
};

/// What every record is resolved against.
pub(super) struct Context<'a> {
    pub sources: &'a Sources,
    pub names: &'a Names,
    pub keys: &'a Keys,
    pub maler: &'a [super::content::MalSource],
    /// What plain language is checked with; nothing when only errors are asked for.
    pub words: Option<&'a super::klarsprak::WordList>,
    pub settings: &'a Settings,
}

impl Context<'_> {
    /// The home and language of a folder; `None` when nothing says whose it is, which is told once for the folder.
    pub(super) fn home(&self, folder: &Folder) -> Option<(Home, Lang)> {
        let home = self.names.homes.get(folder).copied()?;
        Some((home, self.names.langs.get(folder).copied().unwrap_or(Lang::Nb)))
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
    let (home, lang) = context.home(folder)?;
    let Document { head: mut raw, mut body } = document::<RawTilbud>(context.sources, file, lang, sink)?;
    refuse_mal_keys(&raw, sink);
    check_bodies(context, folder, &body, sink);
    let basert_pa = raw.basert_pa.clone();
    if let Some(words) = context.words {
        super::klarsprak::check(&raw, &body, words, context.sources, sink);
    }
    let mut own = raw.present();
    own.extend((!body.is_empty()).then_some("tekst"));
    let inherited = inherit(context, &mut raw, &mut body, basert_pa.as_ref(), sink);
    let span = raw.tittel.as_ref().map_or(Span::file(file), |it| it.span);
    check_required(&raw, span, sink);
    check_dates(&raw, span, context.settings.dato, sink);
    notice_to_check(&raw, span, sink);
    if let Some(mal) = inherited.0.and_then(|(id, _)| context.maler.get(id as usize))
        && raw.status.as_ref().is_none_or(|it| matches!(it.value, Status::Utkast | Status::TilKvalitetssikring))
    {
        let has_form = raw.kontakt.as_ref().is_some_and(|it| it.value.skjema.is_some());
        notice_to_fill_in(&mal.mal, |key| own.contains(&key) || (key == "skjema" && has_form), span, sink);
    }
    if let Some(epost) = raw.kontakt.as_ref().and_then(|it| it.value.epost.as_ref()) {
        privacy::check_mailbox(epost, sink);
    }
    let place = Place { context, folder, home, lang, span, stem };
    let tilbud = fields(&place, raw, inherited, own, body, sink)?;
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
    egne: Vec<&'static str>,
    body: Vec<Body>,
    sink: &mut Diagnostics,
) -> Option<Tilbud> {
    let (names, home, owner) = (place.context.names, place.home, place.folder.key());
    let eier = raw.eier.and_then(|it| names.organisasjon(Some(home), &it.value, sink));
    let tema = place.terms(Liste::Tema, raw.tema, sink);
    let tilbudstype = place.terms(Liste::Tilbudstype, raw.tilbudstype, sink);
    let risikogrupper = place.terms(Liste::Risikogrupper, raw.risikogrupper, sink);
    Some(Tilbud {
        key: format!("{owner}/{}", place.stem).into(),
        home,
        lang: place.lang,
        span: place.span,
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
        tidligere_adresser: list(raw.tidligere_adresser)
            .iter()
            .filter_map(|it| old_address(it, &owner, sink))
            .collect(),
        internt_notat: value(raw.internt_notat),
        klarsprak: value(raw.klarsprak).is_none_or(|it| it.0),
        eier,
        tema,
        tilbudstype,
        risikogrupper,
        basert_pa,
        fra_mal,
        egne,
        body,
        // Last: without them there is no record, but all else was read and told.
        slug: Slug::parse(place.stem).ok()?,
        tittel: value(raw.tittel)?,
    })
}

/// The items of a list that may not be there.
fn list<T>(raw: Option<Spanned<Vec<T>>>) -> Vec<T> {
    value(raw).unwrap_or_default()
}

fn check_bodies(context: &Context<'_>, folder: &Folder, body: &[Body], sink: &mut Diagnostics) {
    for text in body {
        links::check_body(text, Some(folder), (context.names, context.keys), sink);
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
    if body.is_empty() && !mal.mal.body.is_empty() {
        inherited.push("tekst");
    }
    inherit_body(body, &mal.mal.body);
    (Some((id, version)), inherited)
}
