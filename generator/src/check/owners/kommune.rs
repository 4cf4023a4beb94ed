//! Kommuner: the register, and what each says of itself in `kommune.yaml`.

use std::collections::BTreeMap;

use super::{lang_of, not_registered, register_lang};
use crate::check::names::check_slug;
use crate::check::portal::NEUTRAL_SITE;
use crate::check::values::{kontakt, opening_hours, value, web};
use crate::check::whole::colours;
use crate::check::{Listing, logo};
use crate::diag::{Diagnostics, FileId, Span, Spanned, Text, closest};
use crate::model::{
    Besok, FylkeId, Kommune, Kontakt, Koordineringsgruppe, Lang, Malform, MethodStatus, Milestone, Population, Slug,
};
use crate::read::raw::{RawKommune, RawMilestone, RawPopulation, Ref};
use crate::read::{Folder, Register, RegisterKommune, Sources, yaml_record};

/// A kommune of the register or a fictional one, before it has an id.
pub(super) struct Candidate {
    pub(super) kommune: Kommune,
    pub(super) fylke_slug: Box<str>,
    pub(super) raw: Option<RawKommune>,
    /// Whether its own file, if it has one, says which bydeler there are.
    pub(super) has_bydeler: bool,
}

/// The kommuner of the register, filled in with what those that take part say, and the fictional ones.
pub(super) fn kommuner(
    sources: &Sources,
    listing: &Listing<'_>,
    register: &Register,
    sink: &mut Diagnostics,
) -> Vec<Candidate> {
    let mut list: Vec<Candidate> = register.kommuner.iter().filter_map(|it| registered_kommune(it, register)).collect();
    for (file, folder) in &listing.owners {
        let Folder::Kommune(slug) = folder else { continue };
        let known = list.iter().position(|it| it.kommune.slug.as_str() == &**slug);
        let lang = known.map_or(Lang::Nb, |at| list[at].kommune.lang);
        let raw = yaml_record::<RawKommune>(sources, *file, lang, sink);
        match (known, raw) {
            (Some(at), Some(raw)) => take_part(&mut list[at], raw, sink),
            (Some(at), None) => list[at].has_bydeler = false,
            (None, Some(raw)) => list.extend(fictional_kommune(slug, raw, *file, &list, sink)),
            (None, None) => list.extend(stand_in(slug)),
        }
    }
    for Candidate { kommune, raw, .. } in &mut list {
        let written = raw.as_ref().and_then(|it| it.logo.as_ref());
        kommune.logo = written.and_then(|it| logo::logo(&it.value, &kommune.slug, sources, sink));
    }
    list
}

fn registered_kommune(row: &RegisterKommune, register: &Register) -> Option<Candidate> {
    let malform = match &*row.malform {
        "bokmål" => Malform::Bokmal,
        "nynorsk" => Malform::Nynorsk,
        _ => Malform::Noytral,
    };
    let fylke_slug = register.fylker.iter().find(|it| it[0] == row.fylkesnummer)?[3].clone();
    let bydeler = register.bydeler.iter().filter(|(nummer, _)| *nummer == row.nummer);
    let mut kommune = empty_kommune(&row.nummer, &row.navn, Slug::parse(&row.slug).ok()?);
    kommune.offisielt_navn = row.offisielt_navn.clone();
    kommune.andre_navn = row.andre_navn.clone();
    kommune.malform = malform;
    kommune.lang = register_lang(&row.malform);
    kommune.samisk_forvaltningsomrade = !row.samisk.is_empty();
    kommune.samisk_kategori = row.samisk.clone();
    kommune.midtpunkt = row.midtpunkt;
    kommune.ramme = row.ramme;
    kommune.bydeler = bydeler.filter_map(|(_, navn)| Some((Slug::suggest(navn)?, navn.clone()))).collect();
    Some(Candidate { kommune, fylke_slug, raw: None, has_bydeler: true })
}

fn empty_kommune(nummer: &str, navn: &str, slug: Slug) -> Kommune {
    Kommune {
        nummer: nummer.into(),
        navn: navn.into(),
        offisielt_navn: navn.into(),
        andre_navn: Vec::new(),
        slug,
        fylke: FylkeId(0),
        malform: Malform::Noytral,
        lang: Lang::Nb,
        samisk_forvaltningsomrade: false,
        samisk_kategori: "".into(),
        midtpunkt: None,
        ramme: None,
        bydeler: Vec::new(),
        med: false,
        eksempel: false,
        kontakt: Kontakt::default(),
        servicetorg: None,
        farger: None,
        logo: None,
        barn: None,
        innbyggere: None,
        naboer: Vec::new(),
        inkluder: Vec::new(),
        skjul: Vec::new(),
        koordineringsgruppe: None,
        ansvarlige: Vec::new(),
        publiseringsansvarlig: None,
        metode: BTreeMap::new(),
        framdriftsplan: Vec::new(),
        tilgjengelighetserklaring: None,
        forlat_siden: NEUTRAL_SITE.into(),
        innbygging: Vec::new(),
    }
}

/// A kommune of the register that has a `kommune.yaml`.
fn take_part(candidate: &mut Candidate, raw: RawKommune, sink: &mut Diagnostics) {
    let registered = &candidate.kommune;
    if let Some(nummer) = raw.nummer.as_ref().filter(|it| it.value.value != *registered.nummer) {
        let (navn, right) = (&registered.navn, &registered.nummer);
        let text = Text::new(format!("{navn} har kommunenummer {right}"), format!("the number of {navn} is {right}"));
        sink.error("feil-kommunenummer", nummer.span, text)
            .help(Text::new(format!("skriv `nummer: \"{right}\"`"), format!("write `nummer: \"{right}\"`")));
    }
    if let Some(eksempel) = raw.eksempel.as_ref().filter(|it| it.value) {
        let text = Text::new("en virkelig kommune kan ikke være eksempel", "a real kommune cannot be an example");
        sink.error("eksempel-med-ekte-navn", eksempel.span, text);
    }
    compare_with_register(&candidate.kommune, &raw, sink);
    notice_to_fill_in(&raw, sink);
    fill_kommune(candidate, raw, sink);
}

/// Reports what the register knows otherwise; the register counts.
fn compare_with_register(registered: &Kommune, raw: &RawKommune, sink: &mut Diagnostics) {
    let mut differs = |span: Span, right: String| {
        let text = Text::new("registeret sier noe annet, og det gjelder", "the register says otherwise, and it counts");
        sink.warning("avvik-fra-registeret", span, text).help(Text::new(
            format!("skriv {right}, eller fjern linjen"),
            format!("write {right}, or remove the line"),
        ));
    };
    if let Some(navn) = raw.navn.as_ref().filter(|it| it.value != registered.navn) {
        differs(navn.span, format!("`{}`", registered.navn));
    }
    if let Some(samisk) = raw.samisk.as_ref().filter(|it| it.value != registered.samisk_forvaltningsomrade) {
        differs(samisk.span, format!("`{}`", registered.samisk_forvaltningsomrade));
    }
    let Some(names) = &raw.samiske_navn else { return };
    let written =
        [("se", &names.value.se), ("smj", &names.value.smj), ("sma", &names.value.sma), ("fkv", &names.value.fkv)];
    for (tag, name) in written {
        let right = registered.andre_navn.iter().find(|(it, _)| *it == tag).map(|(_, name)| name);
        if let Some(name) = name.as_ref().filter(|it| Some(&it.value) != right) {
            differs(name.span, right.map_or_else(|| "ingenting".to_owned(), |it| format!("`{it}`")));
        }
    }
}

/// What every kommune that takes part has to say of itself.
fn notice_to_fill_in(raw: &RawKommune, sink: &mut Diagnostics) {
    let Some(at) = raw.navn.as_ref().map(|it| it.span) else { return };
    let has = raw.present();
    for (key, what) in [
        ("kontakt", "telefon, e-post og nettside"),
        ("servicetorg", "telefon og åpningstid"),
        ("koordineringsgruppe", "navn, mandat og medlemmer"),
        ("ansvarlige", "registreringsansvarlig stilling i hver etat"),
        ("publiseringsansvarlig", "stillingen som kvalitetssikrer og publiserer"),
        ("tilgjengelighetserklæring", "adressen til erklæringen"),
    ] {
        if !has.contains(&key) {
            let text =
                Text::new(format!("her må det fylles inn: `{key}` ({what})"), format!("to be filled in: `{key}`"));
            sink.notice("ma-fylles-inn", at, text);
        }
    }
}

/// Stands for a fictional kommune whose file has errors, so that what names it does not look wrong too.
fn stand_in(slug: &str) -> Option<Candidate> {
    let mut kommune = empty_kommune("", slug, Slug::parse(slug).ok()?);
    kommune.eksempel = true;
    Some(Candidate { kommune, fylke_slug: "".into(), raw: None, has_bydeler: false })
}

fn fictional_kommune(
    slug: &str,
    raw: RawKommune,
    file: FileId,
    known: &[Candidate],
    sink: &mut Diagnostics,
) -> Option<Candidate> {
    let span = Span::file(file);
    let slug = check_slug(slug, span, sink)?;
    if !value(raw.eksempel.clone()).unwrap_or(false) {
        let near = closest(slug.as_str(), known.iter().map(|it| it.kommune.slug.as_str())).map(str::to_owned);
        not_registered("kommunen", &slug, span, sink);
        if let Some(near) = near {
            let text = Text::new(format!("mente du `{near}`?"), format!("did you mean `{near}`?"));
            sink.error("ikke-i-registeret", span, Text::new("mappenavnet er ukjent", "the folder's name is unknown"))
                .help(text);
        }
        return None;
    }
    let mut candidate = stand_in(slug.as_str())?;
    if let Some(nummer) = value(raw.nummer.clone()) {
        if !nummer.value.starts_with("99") || nummer.value.len() != 4 {
            let text = Text::new("en eksempelkommune har nummer 99xx", "an example kommune has number 99xx");
            sink.error("feil-kommunenummer", nummer.span, text);
        }
        candidate.kommune.nummer = nummer.value.into();
    }
    if let Some(navn) = value(raw.navn.clone()) {
        candidate.kommune.offisielt_navn.clone_from(&navn);
        candidate.kommune.navn = navn;
    }
    candidate.kommune.samisk_forvaltningsomrade = value(raw.samisk.clone()).unwrap_or(false);
    if let Some(fylke) = &raw.fylke {
        candidate.fylke_slug = fylke.value.value.as_str().into();
    }
    if let Some(names) = value(raw.samiske_navn.clone()) {
        let list = [("se", names.se), ("smj", names.smj), ("sma", names.sma), ("fkv", names.fkv)];
        candidate.kommune.andre_navn = list.into_iter().filter_map(|(tag, it)| Some((tag, value(it)?))).collect();
    }
    candidate.kommune.malform = value(raw.malform.clone()).unwrap_or(Malform::Bokmal);
    fill_kommune(&mut candidate, raw, sink);
    Some(candidate)
}

/// What a `kommune.yaml` says and needs no other names for.
fn fill_kommune(candidate: &mut Candidate, raw: RawKommune, sink: &mut Diagnostics) {
    let kommune = &mut candidate.kommune;
    kommune.med = true;
    if let Some(malform) = value(raw.malform.clone()) {
        kommune.malform = malform;
    }
    let neutral = kommune.lang;
    kommune.lang = lang_of(kommune.malform, raw.sprak.as_ref(), neutral, sink);
    kommune.kontakt = kontakt(raw.kontakt.clone(), sink);
    kommune.servicetorg = value(raw.servicetorg.clone())
        .map(|it| Besok { telefon: value(it.telefon), apningstider: opening_hours(it.apningstider, sink) });
    kommune.farger = raw.farger.clone().and_then(|it| colours(it.value, sink));
    kommune.barn = population(raw.barn.clone());
    kommune.innbyggere = population(raw.innbyggere.clone());
    candidate.has_bydeler = !raw.unread.contains(&"bydeler");
    for it in value(raw.bydeler.clone()).unwrap_or_default() {
        let slug = it.value.slug.as_ref().and_then(|it| check_slug(&it.value.value, it.span, sink));
        if let Some(pair) = slug.zip(value(it.value.navn))
            && !kommune.bydeler.iter().any(|(slug, _)| *slug == pair.0)
        {
            kommune.bydeler.push(pair);
        }
    }
    kommune.koordineringsgruppe = value(raw.koordineringsgruppe.clone()).map(|it| Koordineringsgruppe {
        navn: value(it.navn),
        mandat: value(it.mandat),
        medlemmer: value(it.medlemmer).unwrap_or_default(),
        moter: value(it.moter),
    });
    kommune.framdriftsplan =
        value(raw.framdriftsplan.clone()).unwrap_or_default().into_iter().filter_map(milestone).collect();
    kommune.tilgjengelighetserklaring = web(raw.tilgjengelighetserklaring.clone(), sink);
    if let Some(url) = web(raw.forlat_siden.clone(), sink) {
        kommune.forlat_siden = url;
    }
    kommune.innbygging =
        value(raw.innbygging.clone()).unwrap_or_default().into_iter().filter_map(|it| origin(&it, sink)).collect();
    candidate.raw = Some(raw);
}

fn milestone(raw: Spanned<RawMilestone>) -> Option<Milestone> {
    let raw = raw.value;
    Some(Milestone {
        tiltak: value(raw.tiltak)?,
        frist: value(raw.frist),
        ansvarlig: value(raw.ansvarlig),
        status: value(raw.status).unwrap_or(MethodStatus::IkkeStartet),
    })
}

fn population(raw: Option<Spanned<RawPopulation>>) -> Option<Population> {
    let raw = value(raw)?;
    Some(Population { antall: value(raw.antall)?, ar: value(raw.ar), kilde: value(raw.kilde) })
}

/// A site that may frame ours: scheme and host alone.
fn origin(written: &Ref, sink: &mut Diagnostics) -> Option<Box<str>> {
    let text = written.value.trim_end_matches('/');
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://localhost").map(|_| "localhost"));
    let fine = host.is_some_and(|it| {
        !it.is_empty() && it.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '*'))
    });
    if !fine {
        sink.error(
            "ugyldig-lenke",
            written.span,
            Text::new(format!("`{}` er ikke et nettsted", written.value), format!("`{}` is not a site", written.value)),
        )
        .help(Text::new(
            "skriv bare nettstedet, for eksempel `https://www.kommunen.no`",
            "write the site alone, such as `https://www.kommunen.no`",
        ));
    }
    fine.then(|| text.into())
}
