//! Records as written to a resolved [`Site`], or to problems with their places.
//!
//! Owners and vocabularies come first, since everything refers to them; then every
//! tilbud, document and page is read and resolved on its own, in parallel, in the
//! order of their paths; then what concerns several records at once.

mod catalogue;
mod content;
mod coverage;
mod klarsprak;
mod links;
mod names;
mod owners;
mod portal;
mod privacy;
mod tilbud;
mod values;
mod whole;

use rayon::prelude::*;

use crate::diag::{Diagnostics, FileId, Severity, Span, Text, closest};
use crate::model::{Settings, Site};
use crate::read::{Folder, Place, Sources, place};
pub use catalogue::vokabular;
use names::Names;
pub use whole::internal_links;

/// The files of each kind, in the order of their paths.
#[derive(Default)]
struct Listing {
    owners: Vec<(FileId, Folder)>,
    organisasjoner: Vec<(FileId, Folder, Box<str>)>,
    tilbud: Vec<(FileId, Folder, Box<str>)>,
    dokumenter: Vec<(FileId, Folder, Box<str>)>,
    maler: Vec<(FileId, Box<str>)>,
    sider: Vec<(FileId, crate::model::SideKind, Box<str>)>,
}

/// Checks all content and resolves it; `None` when it has errors.
///
/// Every problem of every file is in `sink` afterwards, sorted by place.
pub fn check(sources: &Sources, settings: &Settings, sink: &mut Diagnostics) -> Option<Site> {
    let site = resolve(sources, settings, sink);
    site.filter(|_| !sink.has_errors())
}

/// Owners, organisations, maler and catalogues alone, for commands that look names up and have to work
/// while tilbud have errors. No page may be made of it. `None` when not even that can be read; why is in `sink`.
pub fn directory(sources: &Sources, settings: &Settings, sink: &mut Diagnostics) -> Option<Site> {
    let record = |path: &str| matches!(place(path), Place::Tilbud(..) | Place::Dokument(..) | Place::Unknown);
    resolve(&sources.filtered(|path| !record(path)), settings, sink)
}

fn resolve(sources: &Sources, settings: &Settings, sink: &mut Diagnostics) -> Option<Site> {
    let listing = list(sources, sink);
    let portal = portal::portal(sources, sink);
    let vokabular = catalogue::vokabular(sources, sink);
    let (Some(portal), Some(vokabular)) = (portal, vokabular) else { return None };
    let lovkrav = catalogue::lovkrav(sources, &vokabular, sink);
    let ikke_lovpalagt = catalogue::ikke_lovpalagt(sources, &vokabular, sink);
    let mut names = Names::new(vokabular, lovkrav, ikke_lovpalagt);
    let owners = owners::owners(sources, &listing, &mut names, sink)?;
    names.register_records(&listing, sink);

    let organisasjoner = owners::organisasjoner(sources, &listing, &names, sink);
    names.take_organisation_kinds(&organisasjoner);
    let words = klarsprak::word_list(sources, sink);
    let maler = content::maler(sources, &listing, &names, &words, sink);
    let context = tilbud::Context { sources, names: &names, maler: &maler, words: &words, settings };
    let tilbud =
        each(&listing.tilbud, sink, |(file, folder, stem), sink| tilbud::tilbud(&context, *file, folder, stem, sink));
    let dokumenter = each(&listing.dokumenter, sink, |(file, folder, stem), sink| {
        content::dokument(&context, *file, folder, stem, sink)
    });
    let sider =
        each(&listing.sider, sink, |(file, kind, stem), sink| content::side(&context, *file, *kind, stem, sink));
    let choices = owners::choices(&names, &owners, sink);
    let site = whole::assemble(
        settings,
        whole::Parts {
            portal,
            names,
            owners,
            organisasjoner,
            maler,
            tilbud: tilbud?,
            dokumenter: dokumenter?,
            sider: sider?,
            choices,
        },
        sink,
    );
    Some(site)
}

/// Reads every item in parallel; problems come in the order of the items. `None` when one could not be read.
fn each<I: Sync, T: Send>(
    items: &[I],
    sink: &mut Diagnostics,
    read: impl Fn(&I, &mut Diagnostics) -> Option<T> + Sync,
) -> Option<Vec<T>> {
    let found: Vec<(Option<T>, Diagnostics)> = items
        .par_iter()
        .map(|item| {
            let mut own = Diagnostics::default();
            (read(item, &mut own), own)
        })
        .collect();
    let mut whole = Vec::with_capacity(found.len());
    let mut complete = true;
    for (item, own) in found {
        sink.append(own);
        complete &= item.is_some();
        whole.extend(item);
    }
    complete.then_some(whole)
}

/// Sorts the files by what they are; reports those that no rule names.
fn list(sources: &Sources, sink: &mut Diagnostics) -> Listing {
    let mut listing = Listing::default();
    for (file, _) in sources.iter() {
        match place(sources.path(file)) {
            Place::Owner(folder) => listing.owners.push((file, folder)),
            Place::Organisasjon(folder, stem) => listing.organisasjoner.push((file, folder, stem)),
            Place::Tilbud(folder, stem) => listing.tilbud.push((file, folder, stem)),
            Place::Dokument(folder, stem) => listing.dokumenter.push((file, folder, stem)),
            Place::Mal(stem) => listing.maler.push((file, stem)),
            Place::Metode(stem) => listing.sider.push((file, crate::model::SideKind::Metode, stem)),
            Place::Side(stem) => listing.sider.push((file, crate::model::SideKind::Side, stem)),
            Place::Single | Place::Picture => (),
            Place::Unknown => unknown_file(sources.path(file), file, sink),
        }
    }
    listing
}

/// Folders that a misplaced file may have been meant for.
const FOLDERS: [&str; 12] = [
    "maler",
    "metode",
    "sider",
    "stat",
    "regioner",
    "fylker",
    "kommuner",
    "organisasjoner",
    "register",
    "tilbud",
    "dokumenter",
    "kommune.yaml",
];

fn unknown_file(path: &str, file: FileId, sink: &mut Diagnostics) {
    let end = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let is_content = [".md", ".yaml", ".yml", ".csv"].iter().any(|it| end.ends_with(it));
    if !is_content || end.eq_ignore_ascii_case("readme.md") || end.eq_ignore_ascii_case("gjøremål.md") {
        return;
    }
    let near = path.split('/').find_map(|part| {
        closest(part, FOLDERS.into_iter().filter(|it| *it != part)).filter(|_| !FOLDERS.contains(&part))
    });
    sink.warning(
        "ukjent-fil",
        Span::file(file),
        Text::new("filen ligger et sted der den ikke blir brukt", "the file is in a place where it is not used"),
    )
    .suggest(near);
}

/// Whether any problem of `sink` is at least as bad as `severity`.
pub fn at_least(sink: &Diagnostics, severity: Severity) -> bool {
    sink.iter().any(|it| it.severity <= severity)
}
