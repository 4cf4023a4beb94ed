//! Records as written to a resolved [`Site`], or to problems with their places.
//!
//! Owners and vocabularies come first, since everything refers to them; then every
//! tilbud, document and page is read and resolved on its own, in parallel, in the
//! order of their paths; then what concerns several records at once.

mod catalogue;
mod content;
mod coverage;
mod ground;
mod heritage;
mod keys;
mod klarsprak;
mod links;
mod logo;
mod memory;
mod names;
mod owners;
mod portal;
mod privacy;
mod tilbud;
mod values;
mod web_links;
mod whole;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Diagnostics, FileId, Severity, Span, Text, closest};
use crate::model::{Dokument, Settings, Side, SideKind, Site, Tilbud};
use crate::read::{Content, Folder, Place, Sources, place};
pub use catalogue::vokabular;
use ground::Ground;
use keys::Keys;
pub use links::internal_links;
use memory::Entry;
pub use memory::Memory;
use names::Names;
pub use web_links::{Answer, WebLink, host, web_links};
pub use whole::on_day;

/// The files of each kind, in the order of their paths.
#[derive(Default)]
struct Listing<'s> {
    owners: Vec<(FileId, &'s Folder)>,
    organisasjoner: Vec<(FileId, &'s Folder, &'s str)>,
    tilbud: Vec<(FileId, &'s Folder, &'s str)>,
    dokumenter: Vec<(FileId, &'s Folder, &'s str)>,
    maler: Vec<(FileId, &'s str)>,
    sider: Vec<(FileId, SideKind, &'s str)>,
}

/// What a check finds, besides problems.
pub struct Checked {
    /// The site; `None` when a part of it cannot be understood.
    pub site: Option<Site>,
    /// Links to addresses of the site itself, and where they stand. Who knows the addresses checks them
    /// with [`internal_links`].
    pub links: Vec<(Box<str>, Span)>,
}

/// Checks all content and resolves it.
///
/// `memory` is of the last check of the same `sources`, or empty; what holds still is not read again.
pub fn check(sources: &Sources, settings: &Settings, memory: &mut Memory, sink: &mut Diagnostics) -> Checked {
    let listing = list(sources, sink);
    let nothing = Checked { site: None, links: Vec::new() };
    let Some(ground) = ground::ground(sources, &listing, settings, memory.ground.as_ref(), sink) else {
        memory.ground = None;
        return nothing;
    };
    if !memory.ground.as_ref().is_some_and(|it| Arc::ptr_eq(it, &ground)) {
        if !memory.ground.as_ref().is_some_and(|it| ground.means_the_same(it)) {
            memory.forget_records();
        }
        memory.shown = None;
        memory.ground = Some(Arc::clone(&ground));
    }
    if !memory.keys.are_of(&listing) {
        let keys = Arc::new(Keys::new(&listing));
        memory.move_ids(&memory.keys.clone().move_to(&keys));
        memory.keys = keys;
        memory.shown = None;
    }
    let keys = Arc::clone(&memory.keys);
    check_maler(&ground, &keys, sink);
    check_folders(&listing, &ground.names, sink);
    let context = tilbud::Context {
        sources,
        names: &ground.names,
        keys: &keys,
        maler: &ground.maler,
        words: (!memory.is_of_errors).then_some(&ground.words),
        settings,
    };
    records(&context, &listing, &ground, memory, sink)
}

/// Tells of folders with records of which nothing says whose they are: none of their files can be read.
fn check_folders(listing: &Listing<'_>, names: &Names, sink: &mut Diagnostics) {
    let mut ownerless: BTreeMap<&Folder, Vec<FileId>> = BTreeMap::new();
    let records = listing.tilbud.iter().chain(&listing.organisasjoner).chain(&listing.dokumenter);
    for (file, folder, _) in records.filter(|it| !names.homes.contains_key(it.1)) {
        ownerless.entry(folder).or_default().push(*file);
    }
    for (folder, files) in ownerless {
        let owner = listing.owners.iter().find(|it| it.1 == folder).map(|it| it.0);
        let is_told = |it: &Diagnostic| Some(it.span.file) == owner && it.severity == Severity::Error;
        if sink.iter().any(is_told) {
            continue;
        }
        let (path, n) = (folder.path(), files.len());
        let name = if matches!(folder, Folder::Kommune(_)) { "kommune.yaml" } else { "eier.yaml" };
        let (filer, them) = if n == 1 { ("filen i den", "its file") } else { ("filene i den", "its files") };
        sink.error(
            "mangler-eier",
            Span::file(files[0]),
            Text::new(
                format!("mappen `{path}` har ingen eier, og {filer} ({n}) kan ikke leses"),
                format!("folder `{path}` has no owner, and {them} ({n}) cannot be read"),
            ),
        )
        .help(Text::new(
            format!("lag filen `{path}/{name}`, eller rett mappenavnet"),
            format!("make the file `{path}/{name}`, or mend the folder's name"),
        ));
    }
}

/// Owners, organisations, maler and catalogues alone, for commands that look names up and have to work
/// while tilbud have errors. No page may be made of it. `None` when not even that can be read; why is in `sink`.
pub fn directory(sources: &Sources, settings: &Settings, sink: &mut Diagnostics) -> Option<Site> {
    let record = |path: &str| matches!(place(path), Place::Tilbud(..) | Place::Dokument(..) | Place::Unknown);
    check(&sources.filtered(|path| !record(path)), settings, &mut Memory::default(), sink).site
}

/// Reads the records and puts everything together.
fn records(
    context: &tilbud::Context<'_>,
    listing: &Listing<'_>,
    ground: &Ground,
    memory: &mut Memory,
    sink: &mut Diagnostics,
) -> Checked {
    let (sources, settings) = (context.sources, context.settings);
    let tilbud = memory.tilbud.gather(
        &listing.tilbud,
        sources,
        |it| it.0,
        |it| read_tilbud(context, it.0, it.1, it.2),
        |old, new| Memory::is_in_its_place(old, new, settings),
        sink,
    );
    let dokumenter = memory.dokumenter.gather(
        &listing.dokumenter,
        sources,
        |it| it.0,
        |it| read_dokument(context, it.0, it.1, it.2),
        |_, _| true,
        sink,
    );
    let sider = memory.sider.gather(
        &listing.sider,
        sources,
        |it| it.0,
        |it| read_side(context, it.0, it.1, it.2),
        |_, _| true,
        sink,
    );
    let choices = owners::choices(context.names, context.keys, &ground.owners, sink);
    let links = [tilbud.links, dokumenter.links, sider.links].concat();
    if !tilbud.in_place {
        memory.shown = None;
    }
    let (Some(tilbud), Some(dokumenter), Some(sider)) = (tilbud.records, dokumenter.records, sider.records) else {
        return Checked { site: None, links };
    };
    let parts = whole::Parts { ground, tilbud, dokumenter, sider, choices };
    Checked { site: Some(whole::assemble(settings, parts, &mut memory.shown, sink)), links }
}

/// The texts of maler may lead to tilbud, which come and go.
fn check_maler(ground: &Ground, keys: &Keys, sink: &mut Diagnostics) {
    for body in ground.maler.iter().flat_map(|it| &it.mal.body) {
        links::check_body(body, None, (&ground.names, keys), sink);
    }
}

fn read_tilbud(context: &tilbud::Context<'_>, file: FileId, folder: &Folder, stem: &str) -> Entry<Tilbud> {
    let mut sink = Diagnostics::default();
    let record = tilbud::tilbud(context, file, folder, stem, &mut sink);
    let mut entry = Entry::new(record, sink);
    if let Some(record) = &entry.record {
        let chain = record.neste.iter().chain(&record.forrige).map(|id| context.keys.file(*id));
        entry.named =
            chain.chain(record.body.iter().flat_map(|it| links::named(it, Some(folder), context.keys))).collect();
        entry.links = record.body.iter().flat_map(links::internal).collect();
    }
    entry
}

fn read_dokument(context: &tilbud::Context<'_>, file: FileId, folder: &Folder, stem: &str) -> Entry<Dokument> {
    let mut sink = Diagnostics::default();
    let record = content::dokument(context, file, folder, stem, &mut sink);
    let mut entry = Entry::new(record, sink);
    let body = entry.record.iter().flat_map(|it| &it.body);
    entry.named = body.flat_map(|it| links::named(it, Some(folder), context.keys)).collect();
    entry
}

fn read_side(context: &tilbud::Context<'_>, file: FileId, kind: SideKind, stem: &str) -> Entry<Side> {
    let mut sink = Diagnostics::default();
    let record = content::side(context, file, kind, stem, &mut sink);
    let mut entry = Entry::new(record, sink);
    let body = || entry.record.iter().flat_map(|it| &it.body);
    let named = body().flat_map(|it| links::named(it, None, context.keys)).collect();
    let links = body().flat_map(links::internal).collect();
    (entry.named, entry.links) = (named, links);
    entry
}

/// Sorts the files by what they are; reports those that no rule names.
fn list<'s>(sources: &'s Sources, sink: &mut Diagnostics) -> Listing<'s> {
    let mut listing = Listing::default();
    for (file, place) in sources.places() {
        match place {
            Place::Owner(folder) => listing.owners.push((file, folder)),
            Place::Organisasjon(folder, stem) => listing.organisasjoner.push((file, folder, stem)),
            Place::Tilbud(folder, stem) => listing.tilbud.push((file, folder, stem)),
            Place::Dokument(folder, stem) => listing.dokumenter.push((file, folder, stem)),
            Place::Mal(stem) => listing.maler.push((file, stem)),
            Place::Metode(stem) => listing.sider.push((file, SideKind::Metode, stem)),
            Place::Side(stem) => listing.sider.push((file, SideKind::Side, stem)),
            Place::Single | Place::Picture => (),
            // A folder that cannot be listed: what is in it is missing from the site.
            Place::Unknown if matches!(sources.content(file), Content::Unreadable(_)) => {
                sources.read_text(file, sink);
            }
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

/// Endings of files that an editor may have meant as a record's.
const TEXTS: [&str; 7] = [".txt", ".markdown", ".md", ".docx", ".doc", ".odt", ".rtf"];

fn unknown_file(path: &str, file: FileId, sink: &mut Diagnostics) {
    let (folders, end) = path.rsplit_once('/').unwrap_or(("", path));
    let folder = folders.rsplit('/').next().unwrap_or_default();
    let holds_records = ["tilbud", "dokumenter", "organisasjoner", "maler", "metode", "sider"].contains(&folder);
    let lower = end.to_lowercase();
    if holds_records && !end.ends_with(".md") && TEXTS.iter().any(|it| lower.ends_with(it)) {
        let stem = lower.split('.').next().unwrap_or_default();
        sink.warning(
            "ukjent-fil",
            Span::file(file),
            Text::new(
                "filen blir ikke lest, for navnet slutter ikke på `.md`",
                "the file is not read, since its name does not end in `.md`",
            ),
        )
        .help(Text::new(
            format!("lagre den som ren tekst, og kall den `{stem}.md`"),
            format!("save it as plain text, and call it `{stem}.md`"),
        ));
        return;
    }
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
