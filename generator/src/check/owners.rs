//! Owners: the register, `kommune.yaml`, `eier.yaml`, and organisations.

use std::collections::BTreeMap;

use crate::diag::{Diagnostics, FileId, Span, Spanned, Text, closest};
use crate::model::{
    Besok, Fylke, FylkeId, Home, Kommune, KommuneId, Kontakt, Koordineringsgruppe, Lang, Liste, Malform,
    MethodProgress, MethodStatus, Milestone, Organisasjon, OrganisasjonType, Population, Region, RegionId, Responsible,
    Slug, Stat, Tekst, TilbudId, collate,
};
use crate::read::raw::{RawChoice, RawKommune, RawOrganisasjon, RawPopulation, RawResponsible, Ref};
use crate::read::{Folder, Register, RegisterKommune, Sources, document, register, yaml_record};

use super::keys::Keys;
use super::names::{Names, check_slug};
use super::portal::NEUTRAL_SITE;
use super::values::{kontakt, opening_hours, value};
use super::{Listing, coverage, privacy};

/// All owners but organisations. What a kommune includes, hides and compares itself with is still as
/// written: tilbud have no names yet.
pub(super) struct Owners {
    pub stat: Stat,
    pub regioner: Vec<Region>,
    pub fylker: Vec<Fylke>,
    pub kommuner: Vec<Kommune>,
    /// The written `kommune.yaml` of the kommuner that take part.
    pub raw: Vec<(KommuneId, RawKommune)>,
}

/// A kommune of the register or a fictional one, before it has an id.
struct Candidate {
    kommune: Kommune,
    fylke_slug: Box<str>,
    raw: Option<RawKommune>,
}

/// Reads the register and all owner files, and gives them their names.
pub(super) fn owners(
    sources: &Sources,
    listing: &Listing<'_>,
    names: &mut Names,
    sink: &mut Diagnostics,
) -> Option<Owners> {
    let register = register(sources, sink)?;
    let mut fylker = fylker(sources, listing, &register, sink);
    fylker.sort_by_cached_key(|it| (collate::key(&it.navn), it.slug.clone()));
    for (at, fylke) in (0..).zip(&fylker) {
        names.fylker.insert(fylke.slug.as_str().into(), FylkeId(at));
    }
    let mut candidates = kommuner(sources, listing, &register, sink);
    candidates.sort_by_cached_key(|it| (collate::key(&it.kommune.navn), it.kommune.slug.clone()));
    let mut owners =
        Owners { stat: Stat::default(), regioner: Vec::new(), fylker, kommuner: Vec::new(), raw: Vec::new() };
    for (at, mut candidate) in (0..).zip(candidates) {
        let id = KommuneId(at);
        let fylke = names.fylker.get(&candidate.fylke_slug).copied();
        candidate.kommune.fylke = fylke.unwrap_or(FylkeId(0));
        names.kommuner.insert(candidate.kommune.slug.as_str().into(), id);
        names.bydeler.push(candidate.kommune.bydeler.iter().map(|(slug, _)| slug.clone()).collect());
        names.fylke_of.push(candidate.kommune.fylke);
        owners.fylker[usize::from(candidate.kommune.fylke.0)].kommuner.push(id);
        owners.raw.extend(candidate.raw.map(|raw| (id, raw)));
        owners.kommuner.push(candidate.kommune);
    }
    others(sources, listing, names, &mut owners, sink);
    name_folders(listing, names, &owners);
    Some(owners)
}

fn fylker(sources: &Sources, listing: &Listing<'_>, register: &Register, sink: &mut Diagnostics) -> Vec<Fylke> {
    let mut list: Vec<Fylke> = register.fylker.iter().filter_map(registered_fylke).collect();
    for (file, folder) in &listing.owners {
        let Folder::Fylke(slug) = folder else { continue };
        let Some(raw) = yaml_record::<RawOrganisasjon>(sources, *file, Lang::Nb, sink) else { continue };
        match list.iter_mut().find(|it| it.slug.as_str() == &**slug) {
            Some(fylke) => fill_fylke(fylke, raw, sink),
            None => list.extend(fictional_fylke(slug, raw, *file, sink)),
        }
    }
    list
}

fn registered_fylke([nummer, navn, offisielt, slug, malform, samisk, statsforvalter]: &[Box<str>; 7]) -> Option<Fylke> {
    Some(Fylke {
        nummer: nummer.clone(),
        navn: navn.clone(),
        offisielt_navn: offisielt.clone(),
        slug: Slug::parse(slug).ok()?,
        lang: register_lang(malform),
        samisk_forvaltningsomrade: !samisk.is_empty(),
        statsforvalter: statsforvalter.clone(),
        beskrivelse: None,
        kontakt: Kontakt::default(),
        eksempel: false,
        kommuner: Vec::new(),
    })
}

fn fill_fylke(fylke: &mut Fylke, raw: RawOrganisasjon, sink: &mut Diagnostics) {
    if let Some(malform) = value(raw.malform) {
        fylke.lang = lang_of(malform, raw.sprak.as_ref(), fylke.lang, sink);
    }
    fylke.beskrivelse = value(raw.beskrivelse);
    fylke.kontakt = kontakt(raw.kontakt, sink);
}

fn fictional_fylke(slug: &str, raw: RawOrganisasjon, file: FileId, sink: &mut Diagnostics) -> Option<Fylke> {
    let slug = check_slug(slug, Span::file(file), sink)?;
    if !value(raw.eksempel.clone()).unwrap_or(false) {
        not_registered("fylket", &slug, Span::file(file), sink);
        return None;
    }
    let navn: Box<str> = value(raw.navn)?.best(Lang::Nb).into();
    Some(Fylke {
        nummer: "".into(),
        offisielt_navn: navn.clone(),
        navn,
        slug,
        lang: lang_of(value(raw.malform).unwrap_or(Malform::Bokmal), raw.sprak.as_ref(), Lang::Nb, sink),
        samisk_forvaltningsomrade: false,
        statsforvalter: "".into(),
        beskrivelse: value(raw.beskrivelse),
        kontakt: kontakt(raw.kontakt, sink),
        eksempel: true,
        kommuner: Vec::new(),
    })
}

fn not_registered(what: &str, slug: &Slug, span: Span, sink: &mut Diagnostics) {
    sink.error(
        "ikke-i-registeret",
        span,
        Text::new(format!("{what} `{slug}` finnes ikke i registeret"), format!("`{slug}` is not in the register")),
    )
    .help(Text::new(
        "rett mappenavnet, eller skriv `eksempel: true` hvis den er oppdiktet",
        "mend the folder's name, or write `eksempel: true` if it is fictional",
    ));
}

fn register_lang(malform: &str) -> Lang {
    if malform == "nynorsk" { Lang::Nn } else { Lang::Nb }
}

/// The language that follows from a målform; a neutral one says it itself.
fn lang_of(malform: Malform, sprak: Option<&Spanned<Ref>>, neutral: Lang, sink: &mut Diagnostics) -> Lang {
    let written = sprak.and_then(|it| {
        let lang = Lang::from_tag(&it.value.value).filter(|it| matches!(it, Lang::Nb | Lang::Nn));
        if lang.is_none() {
            let text = Text::new("sidenes språk må være nb eller nn", "the language of the pages has to be nb or nn");
            sink.error("ukjent-sprak", it.span, text);
        }
        lang
    });
    match malform {
        Malform::Bokmal => Lang::Nb,
        Malform::Nynorsk => Lang::Nn,
        Malform::Noytral => written.unwrap_or(neutral),
    }
}

fn kommuner(sources: &Sources, listing: &Listing<'_>, register: &Register, sink: &mut Diagnostics) -> Vec<Candidate> {
    let mut list: Vec<Candidate> = register.kommuner.iter().filter_map(|it| registered_kommune(it, register)).collect();
    for (file, folder) in &listing.owners {
        let Folder::Kommune(slug) = folder else { continue };
        let known = list.iter().position(|it| it.kommune.slug.as_str() == &**slug);
        let lang = known.map_or(Lang::Nb, |at| list[at].kommune.lang);
        let Some(raw) = yaml_record::<RawKommune>(sources, *file, lang, sink) else { continue };
        match known {
            Some(at) => take_part(&mut list[at], raw, sink),
            None => list.extend(fictional_kommune(slug, raw, *file, &list, sink)),
        }
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
    kommune.samisk_forvaltningsomrade = row.samisk;
    kommune.midtpunkt = row.midtpunkt;
    kommune.ramme = row.ramme;
    kommune.bydeler = bydeler.filter_map(|(_, navn)| Some((Slug::suggest(navn)?, navn.clone()))).collect();
    Some(Candidate { kommune, fylke_slug, raw: None })
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
    fill_kommune(candidate, raw, sink);
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
    let nummer = value(raw.nummer.clone())?;
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
    if !nummer.value.starts_with("99") || nummer.value.len() != 4 {
        let text = Text::new("en eksempelkommune har nummer 99xx", "an example kommune has number 99xx");
        sink.error("feil-kommunenummer", nummer.span, text);
    }
    let navn = value(raw.navn.clone())?;
    let mut candidate =
        Candidate { kommune: empty_kommune(&nummer.value, &navn, slug), fylke_slug: "".into(), raw: None };
    candidate.kommune.eksempel = true;
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
    kommune.farger = raw.farger.clone().and_then(|it| super::whole::colours(it.value, sink));
    kommune.logo = raw.logo.as_ref().map(|it| it.value.value.as_str().into());
    kommune.barn = population(raw.barn.clone());
    kommune.innbyggere = population(raw.innbyggere.clone());
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
    kommune.tilgjengelighetserklaring = super::values::web(raw.tilgjengelighetserklaring.clone(), sink);
    if let Some(url) = super::values::web(raw.forlat_siden.clone(), sink) {
        kommune.forlat_siden = url;
    }
    kommune.innbygging =
        value(raw.innbygging.clone()).unwrap_or_default().into_iter().filter_map(|it| origin(&it, sink)).collect();
    candidate.raw = Some(raw);
}

fn milestone(raw: Spanned<crate::read::raw::RawMilestone>) -> Option<Milestone> {
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

/// The state and the regions.
fn others(sources: &Sources, listing: &Listing<'_>, names: &mut Names, owners: &mut Owners, sink: &mut Diagnostics) {
    for (file, folder) in &listing.owners {
        match folder {
            Folder::Stat => {
                if let Some(raw) = yaml_record::<RawOrganisasjon>(sources, *file, Lang::Nb, sink) {
                    owners.stat = Stat { beskrivelse: value(raw.beskrivelse) };
                }
            }
            Folder::Region(slug) => {
                let region = region(sources, *file, slug, names, sink);
                if let Some(region) = region {
                    let id = RegionId(u16::try_from(owners.regioner.len()).unwrap_or(u16::MAX));
                    names.regioner.insert(slug.clone(), id);
                    owners.regioner.push(region);
                }
            }
            _ => (),
        }
    }
}

fn region(sources: &Sources, file: FileId, slug: &str, names: &Names, sink: &mut Diagnostics) -> Option<Region> {
    let raw = yaml_record::<RawOrganisasjon>(sources, file, Lang::Nb, sink)?;
    Some(Region {
        slug: check_slug(slug, Span::file(file), sink)?,
        navn: value(raw.navn)?,
        beskrivelse: value(raw.beskrivelse),
        lang: lang_of(value(raw.malform).unwrap_or(Malform::Bokmal), raw.sprak.as_ref(), Lang::Nb, sink),
        kontakt: kontakt(raw.kontakt, sink),
        dekning: coverage::dekning(&value(raw.dekning).unwrap_or_default(), names, sink),
        eksempel: value(raw.eksempel).unwrap_or(false),
    })
}

/// Gives every folder that records may live in its home and its language.
fn name_folders(listing: &Listing<'_>, names: &mut Names, owners: &Owners) {
    let mut name = |folder: Folder, home: Home, lang: Lang| {
        names.homes.insert(folder.clone(), home);
        names.langs.insert(folder, lang);
    };
    name(Folder::Stat, Home::Stat, Lang::Nb);
    for (at, it) in (0..).zip(&owners.regioner) {
        name(Folder::Region(it.slug.as_str().into()), Home::Region(RegionId(at)), it.lang);
    }
    for (at, it) in (0..).zip(&owners.fylker) {
        name(Folder::Fylke(it.slug.as_str().into()), Home::Fylke(FylkeId(at)), it.lang);
    }
    for (at, it) in (0..).zip(&owners.kommuner) {
        name(Folder::Kommune(it.slug.as_str().into()), Home::Kommune(KommuneId(at)), it.lang);
    }
    for (_, folder) in &listing.owners {
        if let Folder::Organisasjon(_) = folder {
            names.langs.insert((*folder).clone(), Lang::Nb);
        }
    }
}

/// Reads all organisations, in the order of their ids.
pub(super) fn organisasjoner(
    sources: &Sources,
    listing: &Listing<'_>,
    names: &Names,
    sink: &mut Diagnostics,
) -> Vec<Organisasjon> {
    let mut list = Vec::new();
    for (file, home, slug) in names.organisation_files(listing) {
        let lang = home.map_or(Lang::Nb, |home| lang_of_home(home, names));
        let raw = match home {
            None => yaml_record::<RawOrganisasjon>(sources, file, lang, sink).map(|it| (it, Vec::new())),
            Some(_) => document::<RawOrganisasjon>(sources, file, lang, sink).map(|it| (it.head, it.body)),
        };
        let found = raw.and_then(|(raw, body)| organisasjon(raw, &body, home, &slug, lang, names, sink));
        list.push(found.unwrap_or_else(|| unreadable(&slug, home, lang)));
    }
    list
}

fn lang_of_home(home: Home, names: &Names) -> Lang {
    names
        .homes
        .iter()
        .find(|(_, it)| **it == home)
        .and_then(|(folder, _)| names.langs.get(folder))
        .copied()
        .unwrap_or(Lang::Nb)
}

/// Stands in for an organisation whose file has errors, so that the ids of the others hold.
fn unreadable(slug: &str, home: Option<Home>, lang: Lang) -> Organisasjon {
    Organisasjon {
        slug: Slug::suggest(slug).unwrap_or_else(|| Slug::parse("uleselig").expect("these letters are a slug")),
        home,
        navn: Tekst::one(lang, slug),
        kind: OrganisasjonType::Etat,
        beskrivelse: None,
        overordnet: None,
        kontakt: Kontakt::default(),
        dekning: None,
        registreringsansvarlig: None,
        lang,
        eksempel: false,
    }
}

fn organisasjon(
    raw: RawOrganisasjon,
    body: &[crate::model::Body],
    home: Option<Home>,
    slug: &str,
    lang: Lang,
    names: &Names,
    sink: &mut Diagnostics,
) -> Option<Organisasjon> {
    let text = Tekst::from_entries(body.iter().map(|it| (it.lang, crate::read::markdown::plain(&it.markdown))));
    if let Some(epost) = raw.kontakt.as_ref().and_then(|it| it.value.epost.as_ref()) {
        privacy::check_mailbox(epost, sink);
    }
    let kind =
        value(raw.kind).unwrap_or(if home.is_none() { OrganisasjonType::Frivillig } else { OrganisasjonType::Etat });
    Some(Organisasjon {
        slug: Slug::parse(slug).ok()?,
        home,
        navn: value(raw.navn)?,
        kind,
        beskrivelse: value(raw.beskrivelse).or(text),
        overordnet: raw.overordnet.and_then(|it| names.organisasjon(home, &it.value, sink)),
        kontakt: kontakt(raw.kontakt, sink),
        dekning: raw.dekning.map(|it| coverage::dekning(&it.value, names, sink)),
        registreringsansvarlig: raw.registreringsansvarlig.and_then(|it| responsible(it.value, home, names, sink)),
        lang,
        eksempel: value(raw.eksempel).unwrap_or(false),
    })
}

fn responsible(raw: RawResponsible, home: Option<Home>, names: &Names, sink: &mut Diagnostics) -> Option<Responsible> {
    if let Some(epost) = &raw.epost {
        privacy::check_mailbox(epost, sink);
    }
    let etat = raw.etat.and_then(|it| names.organisasjon(home, &it.value, sink));
    Some(Responsible { etat, stilling: value(raw.stilling)?, epost: value(raw.epost) })
}

/// What kommuner say of each other, of their etater and of tilbud: resolved when all have names.
pub(super) struct Choices {
    pub kommune: KommuneId,
    pub naboer: Vec<KommuneId>,
    pub inkluder: Vec<(TilbudId, Option<Tekst>)>,
    pub skjul: Vec<(TilbudId, Option<Tekst>)>,
    pub ansvarlige: Vec<Responsible>,
    pub publiseringsansvarlig: Option<Responsible>,
    pub metode: BTreeMap<crate::model::TermId, MethodProgress>,
}

/// Resolves them.
pub(super) fn choices(names: &Names, keys: &Keys, owners: &Owners, sink: &mut Diagnostics) -> Vec<Choices> {
    owners.raw.iter().map(|(id, raw)| choices_of(*id, raw, (names, keys), sink)).collect()
}

fn choices_of(kommune: KommuneId, raw: &RawKommune, (names, keys): (&Names, &Keys), sink: &mut Diagnostics) -> Choices {
    let home = Some(Home::Kommune(kommune));
    let raw = raw.clone();
    if let Some(fylke) = &raw.fylke {
        names.fylke(&fylke.value, sink);
    }
    let naboer = value(raw.naboer).unwrap_or_default().iter().filter_map(|it| names.kommune(it, sink)).collect();
    let mut chosen = |list: Option<Spanned<Vec<Spanned<RawChoice>>>>| -> Vec<(TilbudId, Option<Tekst>)> {
        let one =
            |it: Spanned<RawChoice>| Some((keys.tilbud(None, &it.value.tilbud?.value, sink)?, value(it.value.grunn)));
        value(list).unwrap_or_default().into_iter().filter_map(one).collect()
    };
    let (inkluder, skjul) = (chosen(raw.inkluder), chosen(raw.skjul));
    let ansvarlige = value(raw.ansvarlige).unwrap_or_default();
    let mut metode = BTreeMap::new();
    for (step, progress) in value(raw.metode).map(|it| it.0).unwrap_or_default() {
        if let Some((step, status)) = names.term(Liste::Metode, &step, sink).zip(value(progress.status)) {
            metode
                .insert(step, MethodProgress { status, dato: value(progress.dato), merknad: value(progress.merknad) });
        }
    }
    Choices {
        kommune,
        naboer,
        inkluder,
        skjul,
        ansvarlige: ansvarlige.into_iter().filter_map(|it| responsible(it.value, home, names, sink)).collect(),
        publiseringsansvarlig: raw.publiseringsansvarlig.and_then(|it| responsible(it.value, home, names, sink)),
        metode,
    }
}
