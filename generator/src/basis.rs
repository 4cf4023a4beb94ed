//! What files are made of, as fingerprints: the same, and so is every byte of them.
//!
//! A build takes over from the published site what was made of the same. All files of a kommune come from
//! what is common (settings, theme, owners, vocabularies, duties, maler, pages), from the tilbud that it shows
//! or owns with those that they name, and from its documents. What compares it with others comes from the
//! numbers of the others too. The pages of a fylke or a region come from its kommuner and from what is wide: the
//! records that belong to no kommune alone. What is nobody's own comes from what is wide, and from what kommuner
//! show that do not take part.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diag::FileId;
use crate::model::{Body, Home, KommuneId, Mode, RegionId, Scope, Settings, Site, Tilbud, TilbudId};
use crate::read::markdown::{LinkTarget, links};
use crate::read::{Content, Place, SourceFile, Sources};
use crate::render::ThemeFile;
use crate::report::{self, Shared};

type Hash = blake3::Hash;

/// Fingerprints of the sources, and of all else that a site is made of.
pub struct Basis {
    /// Everything: the same, and so is the whole site.
    pub whole: String,
    /// Everything but tilbud and documents.
    common: Hash,
    /// Of each file, by its id.
    files: Vec<Hash>,
}

/// What the files of one kommune, fylke or region are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceBasis {
    /// Its own.
    pub own: String,
    /// Its own, and the numbers of all kommuner.
    pub compared: String,
    /// The same, and the chains of the whole country: what the portal's reports list of it.
    pub listed: String,
}

/// What the files of each place are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The kommuner, by their ids.
    pub kommuner: Vec<PlaceBasis>,
    /// Fylker and regions.
    pub areas: BTreeMap<Scope, PlaceBasis>,
    /// What is nobody's own, the state's, country-wide organisations', and kommuner that do not take part; not what
    /// tells of all tilbud.
    pub common: String,
}

impl Basis {
    /// Of all that a site is made of: `program` stands for the generator itself, `part` for what of the site is made.
    pub fn new(sources: &Sources, settings: &Settings, theme: &[ThemeFile], part: &str, program: &str) -> Basis {
        let mut common = Hasher::default();
        common.take(format!("{program}\n{part}\n{settings:?}").as_bytes());
        for file in theme {
            common.take(file.path.as_bytes());
            common.take(&file.bytes);
        }
        let listed: Vec<(FileId, &SourceFile)> = sources.iter().collect();
        let hashes: Vec<Hash> = listed.par_iter().map(|(_, it)| of_file(it)).collect();
        let mut files = vec![of_nothing(); sources.id_limit()];
        let mut records = Hasher::default();
        for (((file, _), hash), (_, place)) in listed.iter().zip(hashes).zip(sources.places()) {
            files[file.0 as usize] = hash;
            let is_record = matches!(place, Place::Tilbud(..) | Place::Dokument(..));
            if is_record { records.take_hash(hash) } else { common.take_hash(hash) }
        }
        let common = common.end();
        records.take_hash(common);
        Basis { whole: records.end().to_hex().to_string(), common, files }
    }

    /// What the files of each place are made of; nothing on the site of one kommune alone, which shows tilbud of
    /// others as its own. `site` was made of these sources.
    pub fn of_places(&self, site: &Site, shared: &Shared) -> Places {
        if site.settings.mode != Mode::Portal {
            return Places::default();
        }
        let named = Named::new(site);
        let own = self.of_kommuner(site, &named);
        let (numbers, chains, wide) = (numbers(site, shared), self.chains(site, &named), self.wide(site, &named));
        let place = |own: Hash| PlaceBasis {
            own: own.to_hex().to_string(),
            compared: joined([own, numbers]).to_hex().to_string(),
            listed: joined([own, numbers, chains]).to_hex().to_string(),
        };
        let area = |scope: Scope| {
            let kommuner = report::area(site, scope).into_iter().map(|id| own[usize::from(id.0)]);
            (scope, place(joined([wide, numbers].into_iter().chain(kommuner))))
        };
        let fylker = site.fylke_ids().map(Scope::Fylke);
        let regions = (0..).zip(&site.regioner).map(|(at, _)| Scope::Region(RegionId(at)));
        let outside = site.kommune_ids().filter(|it| !site.kommune(*it).med).map(|it| own[usize::from(it.0)]);
        Places {
            kommuner: own.iter().map(|it| place(*it)).collect(),
            areas: fylker.chain(regions).map(area).collect(),
            common: joined([wide].into_iter().chain(outside)).to_hex().to_string(),
        }
    }

    /// What each kommune shows and owns.
    fn of_kommuner(&self, site: &Site, named: &Named) -> Vec<Hash> {
        let common = self.of_common(site);
        let mut records = vec![Vec::new(); site.kommuner.len()];
        for id in site.tilbud_ids() {
            if let Some(kommune) = kommune_of(site, site.tilbud(id).home) {
                records[usize::from(kommune.0)].push(id);
            }
        }
        let kommuner: Vec<_> = site.kommune_ids().zip(records).collect();
        kommuner.into_par_iter().map(|(kommune, own)| self.of_kommune(site, named, common, kommune, own)).collect()
    }

    /// What is common, and every record that is more than one kommune's business.
    fn wide(&self, site: &Site, named: &Named) -> Hash {
        let mut hasher = Hasher::default();
        hasher.take_hash(self.of_common(site));
        self.take_tilbud(site, named, site.tilbud_ids().filter(|it| is_wide(site, *it)).collect(), &mut hasher);
        let documents = site.dokumenter.iter().filter(|it| kommune_of(site, it.home).is_none());
        documents.for_each(|it| hasher.take_hash(self.file(it.span.file)));
        hasher.end()
    }

    /// Every record of a chain.
    fn chains(&self, site: &Site, named: &Named) -> Hash {
        let mut hasher = Hasher::default();
        let is_linked = |it: &TilbudId| !site.tilbud(*it).neste.is_empty() || !site.tilbud(*it).forrige.is_empty();
        self.take_tilbud(site, named, site.tilbud_ids().filter(is_linked).collect(), &mut hasher);
        hasher.end()
    }

    /// Takes tilbud, and those that they name.
    fn take_tilbud(&self, site: &Site, named: &Named, mut tilbud: BTreeSet<TilbudId>, hasher: &mut Hasher) {
        let more: Vec<TilbudId> = tilbud.iter().flat_map(|it| named.by(*it)).copied().collect();
        tilbud.extend(more);
        tilbud.into_iter().for_each(|it| hasher.take_hash(self.file(site.tilbud(it).span.file)));
    }

    /// What is common, and which of the tilbud that pages of text lead to have a page.
    fn of_common(&self, site: &Site) -> Hash {
        let mut hasher = Hasher::default();
        hasher.take_hash(self.common);
        for named in site.sider.iter().flat_map(|it| &it.body).flat_map(|it| named(site, it, "")) {
            hasher.take(site.tilbud(named).key.as_bytes());
            hasher.take(&[u8::from(site.visible(named))]);
        }
        hasher.end()
    }

    /// `own` are the tilbud of the kommune's own folder, whatever their status.
    fn of_kommune(&self, site: &Site, named: &Named, common: Hash, kommune: KommuneId, own: Vec<TilbudId>) -> Hash {
        let shown = site.shown_in(kommune).iter().map(|it| it.id);
        let documents = site.dokumenter.iter().filter(|it| concerns(site, kommune, it.home));
        let mut hasher = Hasher::default();
        hasher.take_hash(common);
        self.take_tilbud(site, named, shown.chain(own).collect(), &mut hasher);
        documents.for_each(|it| hasher.take_hash(self.file(it.span.file)));
        hasher.end()
    }

    fn file(&self, file: FileId) -> Hash {
        self.files.get(file.0 as usize).copied().unwrap_or_else(of_nothing)
    }
}

/// The numbers of all kommuner that take part.
fn numbers(site: &Site, shared: &Shared) -> Hash {
    let taking_part: Vec<_> = site.kommune_ids().filter(|id| site.kommune(*id).med).collect();
    let numbers: Vec<String> = taking_part.into_par_iter().map(|id| shared.profile(site, id).numbers()).collect();
    let mut hasher = Hasher::default();
    numbers.iter().for_each(|it| hasher.take(it.as_bytes()));
    hasher.end()
}

/// Whether a record may count outside of the kommune in whose folder it is: it is in no such folder, the whole
/// country or a whole fylke has it, or one gives it who is nobody's department.
fn is_wide(site: &Site, id: TilbudId) -> bool {
    let tilbud = site.tilbud(id);
    let giver = tilbud.eier.is_some_and(|it| kommune_of(site, Home::Organisasjon(it)).is_none());
    !matches!(tilbud.home, Home::Kommune(_)) || tilbud.dekning.landet || !tilbud.dekning.fylker.is_empty() || giver
}

/// Whether a document in the folder of `home` may count in a kommune: its own, and what no kommune has.
fn concerns(site: &Site, kommune: KommuneId, home: Home) -> bool {
    kommune_of(site, home).is_none_or(|it| it == kommune)
}

/// The kommune in whose folder `home` is.
fn kommune_of(site: &Site, home: Home) -> Option<KommuneId> {
    match home {
        Home::Kommune(id) => Some(id),
        Home::Organisasjon(id) => site.organisasjon(id).home.and_then(|it| kommune_of(site, it)),
        _ => None,
    }
}

/// Which tilbud each tilbud names, in its chain and its texts: found once, though many kommuner show it.
struct Named(Vec<Vec<TilbudId>>);

impl Named {
    fn new(site: &Site) -> Named {
        let of = |it: &Tilbud| {
            let folder = it.key.rsplit_once('/').map_or("", |(folder, _)| folder);
            let linked = it.body.iter().flat_map(|body| named(site, body, folder));
            it.neste.iter().chain(&it.forrige).copied().chain(linked).collect()
        };
        Named(site.tilbud.par_iter().map(|it| of(it)).collect())
    }

    fn by(&self, id: TilbudId) -> &[TilbudId] {
        self.0.get(id.0 as usize).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The tilbud that a text in the folder `folder` leads to.
fn named(site: &Site, body: &Body, folder: &str) -> Vec<TilbudId> {
    // Any of its letters may be written as a character reference, and the colon with a backslash.
    if !body.markdown.contains("tilbud:") && !body.markdown.contains(['&', '\\']) {
        return Vec::new();
    }
    let found = links(&body.markdown).into_iter().filter_map(|(written, _)| match LinkTarget::parse(&written) {
        LinkTarget::Tilbud(id) => site.find_tilbud(id).or_else(|| site.find_tilbud(&format!("{folder}/{id}"))),
        _ => None,
    });
    found.collect()
}

fn of_file(file: &SourceFile) -> Hash {
    let mut hasher = Hasher::default();
    hasher.take(file.path.as_bytes());
    match &file.content {
        Content::TooLarge(size) => hasher.take(&size.to_le_bytes()),
        Content::Unreadable(why) => hasher.take(why.nb.as_bytes()),
        content => hasher.take(content.bytes()),
    }
    hasher.end()
}

fn joined(pieces: impl IntoIterator<Item = Hash>) -> Hash {
    let mut hasher = Hasher::default();
    pieces.into_iter().for_each(|it| hasher.take_hash(it));
    hasher.end()
}

fn of_nothing() -> Hash {
    Hasher::default().end()
}

/// Takes one piece after another, each with its length, so that no two lists of pieces are alike.
#[derive(Default)]
struct Hasher(blake3::Hasher);

impl Hasher {
    fn take(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn take_hash(&mut self, hash: Hash) {
        self.0.update(hash.as_bytes());
    }

    fn end(&self) -> Hash {
        self.0.finalize()
    }
}
