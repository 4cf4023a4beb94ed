//! What every reference may point to: all names, before any record is resolved.

use std::collections::HashMap;

use super::Listing;
use crate::diag::{Diagnostics, Span, Text, closest, did_you_mean};
use crate::model::{
    FylkeId, Home, IkkeLovpalagt, IkkeLovpalagtId, KommuneId, Lang, Liste, Lovkrav, LovkravId, Organisasjon,
    OrganisasjonId, OrganisasjonType, RegionId, Slug, SlugError, Tekst, TermId, Vokabular,
};
use crate::read::Folder;
use crate::read::raw::Ref;

/// All names but those of tilbud.
#[derive(PartialEq)]
pub(super) struct Names {
    pub vokabular: Vokabular,
    pub lovkrav: Vec<Lovkrav>,
    pub ikke_lovpalagt: Vec<IkkeLovpalagt>,
    /// Fylker by slug.
    pub fylker: HashMap<Box<str>, FylkeId>,
    /// Kommuner by slug.
    pub kommuner: HashMap<Box<str>, KommuneId>,
    /// Regions by slug.
    pub regioner: HashMap<Box<str>, RegionId>,
    /// Bydeler of each kommune: slugs; nothing when its own file could not be read.
    pub bydeler: Vec<Option<Vec<Slug>>>,
    /// The fylke of each kommune.
    pub fylke_of: Vec<FylkeId>,
    /// The language of each folder.
    pub langs: HashMap<Folder, Lang>,
    /// The home of each folder.
    pub homes: HashMap<Folder, Home>,
    organisasjoner: HashMap<(Option<Home>, Box<str>), OrganisasjonId>,
    kinds: Vec<OrganisasjonType>,
    /// Where each organisation is described, its slug and its name for people.
    titles: Vec<(Option<Home>, Slug, Tekst)>,
    maler: HashMap<Box<str>, u32>,
    /// The file names of all pages of text.
    pub pages: Vec<Box<str>>,
    terms: HashMap<(Liste, Box<str>), TermId>,
    krav: HashMap<Box<str>, LovkravId>,
    ikke_krav: HashMap<Box<str>, IkkeLovpalagtId>,
}

impl Names {
    pub(super) fn new(
        vokabular: Vokabular,
        lovkrav: Vec<Lovkrav>,
        ikke_lovpalagt: Vec<IkkeLovpalagt>,
        listing: &Listing<'_>,
    ) -> Names {
        let terms = Liste::ALL
            .into_iter()
            .flat_map(|list| vokabular.terms(list).map(move |(id, term)| ((list, term.slug.as_str().into()), id)))
            .collect();
        let krav = lovkrav.iter().zip(0..).map(|(it, at)| (it.slug.as_str().into(), LovkravId(at))).collect();
        let ikke_krav =
            ikke_lovpalagt.iter().zip(0..).map(|(it, at)| (it.slug.as_str().into(), IkkeLovpalagtId(at))).collect();
        Names {
            vokabular,
            lovkrav,
            ikke_lovpalagt,
            fylker: HashMap::new(),
            kommuner: HashMap::new(),
            regioner: HashMap::new(),
            bydeler: Vec::new(),
            fylke_of: Vec::new(),
            langs: HashMap::new(),
            homes: HashMap::new(),
            organisasjoner: HashMap::new(),
            kinds: Vec::new(),
            titles: Vec::new(),
            maler: HashMap::new(),
            pages: listing.sider.iter().map(|(.., stem)| (*stem).into()).collect(),
            terms,
            krav,
            ikke_krav,
        }
    }

    /// Gives maler and organisations their ids by their paths, so that one that cannot be read does not
    /// make references to it look wrong too.
    pub(super) fn register_records(&mut self, listing: &Listing<'_>, sink: &mut Diagnostics) {
        for (at, (file, stem)) in (0..).zip(&listing.maler) {
            check_slug(stem, Span::file(*file), sink);
            self.maler.insert((*stem).into(), at);
        }
        for (at, (file, home, slug)) in (0..).zip(self.organisation_files(listing)) {
            check_slug(&slug, Span::file(file), sink);
            self.organisasjoner.insert((home, slug), OrganisasjonId(at));
        }
        let country_wide: Vec<(Folder, OrganisasjonId)> = listing
            .owners
            .iter()
            .filter_map(|(_, folder)| match folder {
                Folder::Organisasjon(slug) => {
                    Some(((*folder).clone(), *self.organisasjoner.get(&(None, slug.clone()))?))
                }
                _ => None,
            })
            .collect();
        self.homes.extend(country_wide.into_iter().map(|(folder, id)| (folder, Home::Organisasjon(id))));
    }

    /// The files that describe organisations, with their home and slug, in the order of their ids:
    /// country-wide ones first.
    pub(super) fn organisation_files(
        &self,
        listing: &Listing<'_>,
    ) -> Vec<(crate::diag::FileId, Option<Home>, Box<str>)> {
        let wide = listing.owners.iter().filter_map(|(file, folder)| match folder {
            Folder::Organisasjon(slug) => Some((*file, None, slug.clone())),
            _ => None,
        });
        let local = listing
            .organisasjoner
            .iter()
            .filter_map(|(file, folder, stem)| Some((*file, Some(*self.homes.get(*folder)?), (*stem).into())));
        wide.chain(local).collect()
    }

    /// Takes what the files of organisations say of them.
    pub(super) fn take_organisations(&mut self, list: &[Organisasjon]) {
        self.kinds = list.iter().map(|it| it.kind).collect();
        self.titles = list.iter().map(|it| (it.home, it.slug.clone(), it.navn.clone())).collect();
    }

    /// What kind of body an organisation is; an etat when it could not be read.
    pub(super) fn kind(&self, id: OrganisasjonId) -> OrganisasjonType {
        self.kinds.get(id.0 as usize).copied().unwrap_or(OrganisasjonType::Etat)
    }

    pub(super) fn term(&self, list: Liste, slug: &Ref, sink: &mut Diagnostics) -> Option<TermId> {
        let found = self.terms.get(&(list, slug.value.as_str().into())).copied();
        if found.is_none() {
            let terms = self.vokabular.list(list);
            let known: Vec<&str> = terms.iter().map(|it| it.slug.as_str()).collect();
            let title = titled(&slug.value, terms.iter().map(|it| (&it.slug, &it.navn)));
            let form = title.or_else(|| several(list, &slug.value, &known));
            unknown_unless(form, slug, list.key(), known.iter().copied(), words(&known), sink);
        }
        found
    }

    pub(super) fn lovkrav(&self, slug: &Ref, sink: &mut Diagnostics) -> Option<LovkravId> {
        let found = self.krav.get(slug.value.as_str()).copied();
        if found.is_none() {
            unknown_unless(
                titled(&slug.value, self.lovkrav.iter().map(|it| (&it.slug, &it.tittel))),
                slug,
                "lovkrav",
                self.lovkrav.iter().map(|it| it.slug.as_str()),
                Text::new("lovkravene står i lovkrav.csv", "lovkrav.csv has the lovkrav"),
                sink,
            );
        }
        found
    }

    pub(super) fn ikke_lovpalagt(&self, slug: &Ref, sink: &mut Diagnostics) -> Option<IkkeLovpalagtId> {
        let found = self.ikke_krav.get(slug.value.as_str()).copied();
        if found.is_none() {
            unknown_unless(
                titled(&slug.value, self.ikke_lovpalagt.iter().map(|it| (&it.slug, &it.tittel))),
                slug,
                "ikke_lovpålagt",
                self.ikke_lovpalagt.iter().map(|it| it.slug.as_str()),
                Text::new("de står i ikke-lovpålagt.csv", "ikke-lovpålagt.csv has them"),
                sink,
            );
        }
        found
    }

    pub(super) fn mal(&self, slug: &Ref, sink: &mut Diagnostics) -> Option<u32> {
        let found = self.maler.get(slug.value.as_str()).copied();
        if found.is_none() {
            unknown(
                slug,
                "mal",
                sorted(self.maler.keys()),
                Text::new(
                    "skriv filnavnet uten .md; malene ligger i mappen maler",
                    "write the file name without .md; the maler are in the folder maler",
                ),
                sink,
            );
        }
        found
    }

    pub(super) fn kommune(&self, slug: &Ref, sink: &mut Diagnostics) -> Option<KommuneId> {
        let found = self.kommuner.get(slug.value.as_str()).copied();
        if found.is_none() {
            unknown(
                slug,
                "kommune",
                sorted(self.kommuner.keys()),
                Text::new("kommunene står i register/kommuner.csv", "register/kommuner.csv has the kommuner"),
                sink,
            );
        }
        found
    }

    pub(super) fn fylke(&self, slug: &Ref, sink: &mut Diagnostics) -> Option<FylkeId> {
        let found = self.fylker.get(slug.value.as_str()).copied();
        if found.is_none() {
            unknown(
                slug,
                "fylke",
                sorted(self.fylker.keys()),
                Text::new("fylkene står i register/fylker.csv", "register/fylker.csv has the fylker"),
                sink,
            );
        }
        found
    }

    pub(super) fn bydel(&self, kommune: KommuneId, slug: &str) -> Option<u16> {
        let at = self.bydeler[usize::from(kommune.0)].as_ref()?.iter().position(|it| it.as_str() == slug)?;
        u16::try_from(at).ok()
    }

    /// An organisation, first in the home's own folder, then among the country-wide ones.
    pub(super) fn organisasjon(
        &self,
        home: Option<Home>,
        slug: &Ref,
        sink: &mut Diagnostics,
    ) -> Option<OrganisasjonId> {
        let at = |home| self.organisasjoner.get(&(home, slug.value.as_str().into())).copied();
        let found = home.and_then(|it| at(Some(it))).or_else(|| at(None));
        if found.is_none() {
            let near = |it: &Option<Home>| it.is_none() || *it == home;
            let known = self.organisasjoner.keys().filter(|(it, _)| near(it)).map(|(_, slug)| slug);
            let titles = self.titles.iter().filter(|(it, ..)| near(it)).map(|(_, slug, navn)| (slug, navn));
            unknown_unless(
                titled(&slug.value, titles),
                slug,
                "organisasjon",
                sorted(known),
                Text::new(
                    "skriv filnavnet uten .md; de ligger i mappene organisasjoner",
                    "write the file name without .md; they are in the folders organisasjoner",
                ),
                sink,
            );
        }
        found
    }
}

fn sorted<'a>(keys: impl Iterator<Item = &'a Box<str>>) -> Vec<&'a str> {
    let mut list: Vec<&str> = keys.map(|it| &**it).collect();
    list.sort_unstable();
    list
}

/// The name in files of what is written as readers see it: «Tilbud til alle» is `alle`.
fn titled<'a>(written: &str, mut known: impl Iterator<Item = (&'a Slug, &'a Tekst)>) -> Option<Text> {
    let written = written.to_lowercase();
    let is_it = |title: &Tekst| title.entries().any(|(_, it)| it.to_lowercase() == written);
    known.find(|(_, title)| is_it(title)).map(|(slug, _)| did_you_mean(slug.as_str()))
}

/// How to write words that stand in one text, with commas or spaces between them, in a field that takes several.
fn several(list: Liste, written: &str, known: &[&str]) -> Option<Text> {
    let parts: Vec<&str> = written.split([',', ';', ' ']).filter(|it| !matches!(*it, "" | "-" | "og")).collect();
    let takes_one = matches!(
        list,
        Liste::Pyramideniva | Liste::Metode | Liste::Brukermedvirkning | Liste::Evaluering | Liste::GodPraksis
    );
    if takes_one || parts.len() < 2 || !parts.iter().all(|it| known.contains(it)) {
        return None;
    }
    let parts = parts.join(", ");
    Some(Text::new(format!("skriv flere som en liste: `[{parts}]`"), format!("write several as a list: `[{parts}]`")))
}

/// Most words of a list that are told.
const MOST_WORDS: usize = 20;

/// The words to choose from; of a long list the first ones, and where the others are.
fn words(known: &[&str]) -> Text {
    let shown = known.iter().take(MOST_WORDS).copied().collect::<Vec<_>>().join(", ");
    match known.len().saturating_sub(MOST_WORDS) {
        0 => Text::new(format!("velg en av: {shown}"), format!("one of: {shown}")),
        more => Text::new(
            format!("velg en av: {shown} eller {more} til som står i vokabular.yaml"),
            format!("one of: {shown}, or {more} more in vokabular.yaml"),
        ),
    }
}

/// Reports a reference to nothing: `form` is how files write what is meant, when that is known; else as `unknown`.
fn unknown_unless<'a>(
    form: Option<Text>,
    written: &Ref,
    what: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    help: Text,
    sink: &mut Diagnostics,
) {
    match form {
        Some(form) => unknown(written, what, [], form, sink),
        None => unknown(written, what, candidates, help, sink),
    }
}

/// Reports a reference to nothing: `help` tells where to look when no name is near.
pub(super) fn unknown<'a>(
    written: &Ref,
    what: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    help: Text,
    sink: &mut Diagnostics,
) {
    let name = &written.value;
    let near = closest(name, candidates).map(str::to_owned);
    let problem = sink.error(
        "ukjent-referanse",
        written.span,
        Text::new(format!("`{name}` finnes ikke i {what}"), format!("there is no `{name}` in {what}")),
    );
    problem.help(near.map_or(help, |it| did_you_mean(&it)));
}

/// The last letter of the Latin alphabets of Europe.
const LAST_LATIN: char = '\u{24f}';

/// Reports a name that cannot stand in an address.
pub(super) fn check_slug(slug: &str, span: Span, sink: &mut Diagnostics) -> Option<Slug> {
    let error = match Slug::parse(slug) {
        Ok(slug) => return Some(slug),
        Err(error) => error,
    };
    let why = match error {
        SlugError::Empty => Text::new("navnet er tomt", "the name is empty"),
        SlugError::TooLong => Text::new("navnet er lengre enn 100 tegn", "the name is longer than 100 characters"),
        // A letter that looks like one of ours is none: without its number nobody sees what is wrong.
        SlugError::BadChar { found, .. } if found > LAST_LATIN => {
            let number = u32::from(found);
            sink.error(
                "ugyldig-adresse",
                span,
                Text::new(
                    format!("`{found}` (U+{number:04X}) kan ikke stå i en adresse (`{slug}`)"),
                    format!("`{found}` (U+{number:04X}) cannot be part of an address (`{slug}`)"),
                ),
            )
            .help(Text::new(
                "tegnet er ikke en av våre bokstaver, selv om det kan ligne; skriv navnet på nytt",
                "the character is none of our letters, though it may look like one; write the name anew",
            ));
            return None;
        }
        SlugError::BadChar { found, .. } => Text::new(
            format!("`{found}` kan ikke stå i en adresse (`{slug}`)"),
            format!("`{found}` cannot be part of an address (`{slug}`)"),
        ),
        SlugError::StrayHyphen => Text::new(
            format!("`{slug}` begynner eller slutter med bindestrek, eller har to ved siden av hverandre"),
            format!("`{slug}` begins or ends with a hyphen, or has two in a row"),
        ),
        SlugError::Reserved => Text::new(
            format!("`{slug}` er et navn som Windows har reservert"),
            format!("`{slug}` is a name that Windows reserves"),
        ),
    };
    let problem = sink.error("ugyldig-adresse", span, why);
    if let Some(better) = Slug::suggest(slug) {
        problem.help(Text::new(format!("kall den `{better}`"), format!("call it `{better}`")));
    }
    None
}
