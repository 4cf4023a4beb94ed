//! Maler, documents and pages.

use crate::diag::{Diagnostics, FileId, Span, Spanned, Text};
use crate::model::{Ansvar, Dokument, Lang, Liste, Mal, MalChange, MalDekker, Side, SideKind, Slug, Status};
use crate::read::raw::{NOT_IN_MAL, RawDokument, RawMalChange, RawSide, RawTilbud, Ref};
use crate::read::{Document, Folder, Sources, document};

use super::klarsprak::WordList;
use super::names::{Names, check_slug};
use super::tilbud::{Context, notice_to_fill_in};
use super::values::{check_order, inherit_body, kontroll, value, web};
use super::{Listing, links, privacy};

/// A mal, and what records that build on it inherit.
#[derive(PartialEq)]
pub(super) struct MalSource {
    pub mal: Mal,
    pub heritage: RawTilbud,
}

/// Reads all maler, in the order of their ids.
pub(super) fn maler(
    sources: &Sources,
    listing: &Listing<'_>,
    names: &Names,
    words: &WordList,
    sink: &mut Diagnostics,
) -> Vec<MalSource> {
    listing
        .maler
        .iter()
        .map(|(file, stem)| mal(sources, *file, stem, names, words, sink).unwrap_or_else(|| unreadable(stem, *file)))
        .collect()
}

/// Stands in for a mal whose file has errors, so that the ids of the others hold.
fn unreadable(stem: &str, file: FileId) -> MalSource {
    let mal = Mal {
        slug: Slug::suggest(stem).unwrap_or_else(|| Slug::parse("uleselig").expect("these letters are a slug")),
        tittel: crate::model::Tekst::one(Lang::Nb, stem),
        sammendrag: None,
        dekker: MalDekker::Tilbud,
        ansvar: Ansvar::Kommune,
        etat: None,
        versjon: 1,
        endringer: Vec::new(),
        ma_fylles_inn: Vec::new(),
        lovkrav: Vec::new(),
        felt: Vec::new(),
        body: Vec::new(),
        span: Span::file(file),
    };
    MalSource { mal, heritage: RawTilbud::default() }
}

fn mal(
    sources: &Sources,
    file: FileId,
    stem: &str,
    names: &Names,
    words: &WordList,
    sink: &mut Diagnostics,
) -> Option<MalSource> {
    let Document { head: mut raw, body } = document::<RawTilbud>(sources, file, Lang::Nb, sink)?;
    refuse_owner_keys(&raw, file, sink);
    check_terms(&raw, names, sink);
    super::klarsprak::check(&raw, &body, words, sources, sink);
    let lovkrav = raw.lovkrav.clone().map(|it| it.value).unwrap_or_default();
    let mal = Mal {
        sammendrag: value(raw.sammendrag.clone()),
        dekker: value(raw.dekker.take()).unwrap_or(MalDekker::Tilbud),
        ansvar: value(raw.ansvar.take()).unwrap_or(Ansvar::Kommune),
        etat: value(raw.etat.take()),
        versjon: value(raw.versjon.take()).unwrap_or(1),
        endringer: value(raw.endringer.take()).unwrap_or_default().into_iter().filter_map(change).collect(),
        ma_fylles_inn: value(raw.ma_fylles_inn.take()).unwrap_or_default(),
        lovkrav: lovkrav.iter().filter_map(|it| names.lovkrav(it, sink)).collect(),
        span: raw.tittel.as_ref().map_or(Span::file(file), |it| it.span),
        // What only maler have was taken out above.
        felt: raw.present().into_iter().chain((!body.is_empty()).then_some("tekst")).collect(),
        body,
        // Last: without them there is no mal, but all else was read and told.
        slug: Slug::parse(stem).ok()?,
        tittel: value(raw.tittel.clone())?,
    };
    Some(MalSource { mal, heritage: raw })
}

fn change(raw: Spanned<RawMalChange>) -> Option<MalChange> {
    let raw = raw.value;
    Some(MalChange { versjon: value(raw.versjon)?, dato: value(raw.dato)?, tekst: value(raw.tekst)? })
}

/// Keys that belong to one owner and cannot be inherited.
fn refuse_owner_keys(raw: &RawTilbud, file: FileId, sink: &mut Diagnostics) {
    let at = raw.tittel.as_ref().map_or(Span::file(file), |it| it.span);
    let set = [
        raw.status.is_some(),
        raw.drift.is_some(),
        raw.eier.is_some(),
        raw.dekning.is_some(),
        raw.kontrollert.is_some(),
        raw.neste_kontroll.is_some(),
        raw.kontakt.is_some(),
        raw.steder.is_some(),
        raw.neste.is_some(),
        raw.forrige.is_some(),
        raw.gyldig_fra.is_some(),
        raw.gyldig_til.is_some(),
        raw.ressurser.is_some(),
        raw.vurdering.is_some(),
        raw.tidligere_adresser.is_some(),
        raw.basert_pa.is_some(),
        raw.internt_notat.is_some(),
    ];
    for (key, _) in NOT_IN_MAL.into_iter().zip(set).filter(|(_, set)| *set) {
        sink.error(
            "ikke-i-mal",
            at,
            Text::new(format!("`{key}` kan ikke stå i en mal"), format!("a mal cannot have `{key}`")),
        )
        .help(Text::new(
            "fjern linjen; feltet hører til hvert tilbud",
            "remove the line; the field belongs to each tilbud",
        ));
    }
}

/// Reports words of a mal that no vocabulary knows; records that inherit them are not blamed for it again.
fn check_terms(raw: &RawTilbud, names: &Names, sink: &mut Diagnostics) {
    let mut all = |list: Liste, written: &Option<Spanned<Vec<Ref>>>| {
        for it in written.iter().flat_map(|it| &it.value) {
            names.term(list, it, sink);
        }
    };
    all(Liste::Tema, &raw.tema);
    all(Liste::Tilbudstype, &raw.tilbudstype);
    all(Liste::Malgrupper, &raw.malgrupper);
    all(Liste::Risikogrupper, &raw.risikogrupper);
    all(Liste::Diagnosegrupper, &raw.diagnosegrupper);
    all(Liste::Inngang, &raw.inngang);
    if let Some(level) = &raw.pyramideniva {
        names.term(Liste::Pyramideniva, &level.value, sink);
    }
    for it in raw.ikke_lovpalagt.iter().flat_map(|it| &it.value) {
        names.ikke_lovpalagt(it, sink);
    }
}

/// Reads and resolves the document in `file`.
pub(super) fn dokument(
    context: &Context<'_>,
    file: FileId,
    folder: &Folder,
    stem: &str,
    sink: &mut Diagnostics,
) -> Option<Dokument> {
    check_slug(stem, Span::file(file), sink);
    let (home, lang) = context.home(folder)?;
    let Document { head: raw, mut body } = document::<RawDokument>(context.sources, file, lang, sink)?;
    for text in &body {
        links::check_body(text, Some(folder), (context.names, context.keys), sink);
        privacy::check_text(text, sink);
    }
    let own = raw.present();
    let at = raw.tittel.as_ref().map_or(Span::file(file), |it| it.span);
    let draft = raw.status.as_ref().is_some_and(|it| matches!(it.value, Status::Utkast | Status::TilKvalitetssikring));
    let mut lovkrav = value(raw.lovkrav).unwrap_or_default();
    let mut sammendrag = value(raw.sammendrag);
    if let Some(wanted) = value(raw.basert_pa).and_then(|it| it.mal)
        && let Some(mal) = context.names.mal(&wanted.value, sink).and_then(|id| context.maler.get(id as usize))
    {
        if draft {
            notice_to_fill_in(&mal.mal, |key| own.contains(&key), at, sink);
        }
        inherit_body(&mut body, &mal.mal.body);
        sammendrag = sammendrag.or_else(|| value(mal.heritage.sammendrag.clone()));
        if lovkrav.is_empty() {
            lovkrav = value(mal.heritage.lovkrav.clone()).unwrap_or_default();
        }
    }
    let span = raw.tittel.as_ref().map_or(Span::file(file), |it| it.span);
    let (gyldig_fra, gyldig_til) = (value(raw.gyldig_fra), value(raw.gyldig_til));
    check_order(gyldig_fra, gyldig_til, span, sink);
    let status = value(raw.status);
    for what in raw.ma_sjekkes.iter().flat_map(|it| &it.value).filter(|_| status != Some(Status::Publisert)) {
        sink.notice("ma-sjekkes", span, Text::new(format!("må sjekkes: {what}"), format!("to check: {what}")));
    }
    Some(Dokument {
        home,
        eier: raw.eier.and_then(|it| context.names.organisasjon(Some(home), &it.value, sink)),
        sammendrag,
        lovkrav: lovkrav.iter().filter_map(|it| context.names.lovkrav(it, sink)).collect(),
        lenke: web(raw.lenke, sink),
        vedtatt: kontroll(raw.vedtatt, context.settings.dato, sink),
        gyldig_fra,
        gyldig_til,
        ansvarlig: value(raw.ansvarlig),
        kontrollert: kontroll(raw.kontrollert, context.settings.dato, sink),
        neste_kontroll: value(raw.neste_kontroll),
        ma_sjekkes: value(raw.ma_sjekkes).unwrap_or_default(),
        body,
        span,
        // Last: without them there is no document, but all else was read and told.
        slug: Slug::parse(stem).ok()?,
        tittel: value(raw.tittel)?,
        art: value(raw.art)?,
        status: status?,
    })
}

/// Reads a page of text.
pub(super) fn side(
    context: &Context<'_>,
    file: FileId,
    kind: SideKind,
    stem: &str,
    sink: &mut Diagnostics,
) -> Option<Side> {
    let slug = check_slug(stem, Span::file(file), sink);
    let Document { head: raw, body } = document::<RawSide>(context.sources, file, Lang::Nb, sink)?;
    for text in &body {
        links::check_body(text, None, (context.names, context.keys), sink);
    }
    let step = raw.trinn.as_ref().and_then(|it| context.names.term(Liste::Metode, &it.value, sink));
    let number = step.and_then(|it| context.names.vokabular.term(Liste::Metode, it).nr);
    Some(Side {
        slug: slug?,
        kind,
        span: raw.tittel.as_ref().map_or(Span::file(file), |it| it.span),
        tittel: value(raw.tittel)?,
        sammendrag: value(raw.sammendrag),
        trinn: number,
        rekkefolge: value(raw.rekkefolge).unwrap_or_else(|| number.map_or(0, i32::from)),
        body,
    })
}
