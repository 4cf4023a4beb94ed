//! Owners: the register, `kommune.yaml`, `eier.yaml`, and organisations.

mod kommune;
mod organisasjon;

pub(super) use organisasjon::{Choices, choices, organisasjoner};

use crate::diag::{Diagnostics, FileId, Span, Spanned, Text};
use crate::model::{
    Fylke, FylkeId, Home, Kommune, KommuneId, Kontakt, Lang, Malform, Region, RegionId, Slug, Stat, Tekst, collate,
};
use crate::read::raw::{RawKommune, RawOrganisasjon, Ref};
use crate::read::{Folder, Register, Sources, register, yaml_record};

use super::names::{Names, check_slug};
use super::values::{kontakt, value};
use super::{Listing, coverage};

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
    let mut candidates = kommune::kommuner(sources, listing, &register, sink);
    candidates.sort_by_cached_key(|it| (collate::key(&it.kommune.navn), it.kommune.slug.clone()));
    let mut owners =
        Owners { stat: Stat::default(), regioner: Vec::new(), fylker, kommuner: Vec::new(), raw: Vec::new() };
    for (at, mut candidate) in (0..).zip(candidates) {
        let id = KommuneId(at);
        let fylke = names.fylker.get(&candidate.fylke_slug).copied();
        candidate.kommune.fylke = fylke.unwrap_or(FylkeId(0));
        names.kommuner.insert(candidate.kommune.slug.as_str().into(), id);
        let bydeler = candidate.kommune.bydeler.iter().map(|(slug, _)| slug.clone()).collect();
        names.bydeler.push(candidate.has_bydeler.then_some(bydeler));
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
        let raw = yaml_record::<RawOrganisasjon>(sources, *file, Lang::Nb, sink);
        match (list.iter_mut().find(|it| it.slug.as_str() == &**slug), raw) {
            (Some(fylke), Some(raw)) => fill_fylke(fylke, raw, sink),
            (Some(_), None) => (),
            (None, Some(raw)) => list.extend(fictional_fylke(slug, raw, *file, sink)),
            (None, None) => list.extend(Slug::parse(slug).ok().map(empty_fylke)),
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
    let mut fylke = empty_fylke(slug);
    if let Some(navn) = value(raw.navn.clone()) {
        fylke.navn = navn.best(Lang::Nb).into();
        fylke.offisielt_navn = fylke.navn.clone();
    }
    fill_fylke(&mut fylke, raw, sink);
    Some(fylke)
}

/// A fictional fylke of which no more than the folder is known.
fn empty_fylke(slug: Slug) -> Fylke {
    Fylke {
        nummer: "".into(),
        offisielt_navn: slug.as_str().into(),
        navn: slug.as_str().into(),
        slug,
        lang: Lang::Nb,
        samisk_forvaltningsomrade: false,
        statsforvalter: "".into(),
        beskrivelse: None,
        kontakt: Kontakt::default(),
        eksempel: true,
        kommuner: Vec::new(),
    }
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
    // A file with errors still names the region, so that what names it does not look wrong too.
    let raw = yaml_record::<RawOrganisasjon>(sources, file, Lang::Nb, sink).unwrap_or_default();
    Some(Region {
        slug: check_slug(slug, Span::file(file), sink)?,
        navn: value(raw.navn).unwrap_or_else(|| Tekst::one(Lang::Nb, slug)),
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
