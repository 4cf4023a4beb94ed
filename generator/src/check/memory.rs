//! What a check found out, for the next check of the same set of files.
//!
//! A record is read again when its file has changed, when what it is resolved against (the ground) has,
//! or when a tilbud that it names has gone or may have come. Everything else is kept, so that a save
//! costs what the saved file costs, however many others there are. A check with memory finds exactly
//! what a check without finds.

use std::sync::Arc;

use rayon::prelude::*;

use super::ground::Ground;
use super::keys::{Keys, Moves};
use crate::diag::{Diagnostics, FileId, Span};
use crate::model::{Dokument, Settings, Shown, Side, Tilbud};
use crate::read::Sources;

/// What was found out so far.
#[derive(Default)]
pub struct Memory {
    pub(super) ground: Option<Arc<Ground>>,
    pub(super) keys: Arc<Keys>,
    pub(super) tilbud: Shelf<Tilbud>,
    pub(super) dokumenter: Shelf<Dokument>,
    pub(super) sider: Shelf<Side>,
    /// What each kommune showed, when no record had an address of another.
    pub(super) shown: Option<Vec<Vec<Shown>>>,
    /// Whether only errors are asked for.
    pub(super) is_of_errors: bool,
}

impl Memory {
    /// For a check that looks for errors: of plain language there are only warnings.
    pub fn of_errors() -> Memory {
        Memory { is_of_errors: true, ..Memory::default() }
    }

    /// Forgets all records: what they were resolved against has changed.
    pub(super) fn forget_records(&mut self) {
        self.tilbud = Shelf::default();
        self.dokumenter = Shelf::default();
        self.sider = Shelf::default();
    }

    /// Whether what kommuner show, and who has which address, is as before when `new` takes the place of `old`.
    pub(super) fn is_in_its_place(old: &Tilbud, new: &Tilbud, settings: &Settings) -> bool {
        let visible = |it: &Tilbud| it.visible(settings.audience, settings.dato);
        let places = |it: &Tilbud| (visible(it), it.home, it.dekning.clone(), it.tidligere_adresser.clone());
        places(old) == places(new)
    }

    /// Keeps what still holds when files of tilbud come and go.
    pub(super) fn move_ids(&mut self, moves: &Moves) {
        self.tilbud.retain(|it| !it.depends_on(moves));
        self.dokumenter.retain(|it| !it.depends_on(moves));
        self.sider.retain(|it| !it.depends_on(moves));
        for entry in self.tilbud.entries.iter_mut().flatten() {
            let Some(tilbud) = entry.record.as_mut().filter(|it| !it.neste.is_empty() || !it.forrige.is_empty()) else {
                continue;
            };
            let tilbud = Arc::make_mut(tilbud);
            for id in tilbud.neste.iter_mut().chain(&mut tilbud.forrige) {
                *id = moves.to(*id).unwrap_or(*id);
            }
        }
    }
}

/// What was found out about one file.
pub(super) struct Entry<T> {
    revision: u64,
    /// The record; `None` when it cannot be understood.
    pub(super) record: Option<Arc<T>>,
    pub(super) problems: Diagnostics,
    /// The tilbud that the record names, by their files.
    pub(super) named: Vec<FileId>,
    /// Links to addresses of this site, and where they stand.
    pub(super) links: Vec<(Box<str>, Span)>,
}

impl<T> Entry<T> {
    /// What reading a record found.
    pub(super) fn new(record: Option<T>, mut problems: Diagnostics) -> Entry<T> {
        // All of them in order, and putting those of the whole site in order is soon done.
        problems.sort_within_file();
        Entry { revision: 0, record: record.map(Arc::new), problems, named: Vec::new(), links: Vec::new() }
    }

    /// Whether it may turn out otherwise now. A name that was not found may be found, and the tilbud
    /// that a wrong one may have meant are others.
    fn depends_on(&self, moves: &Moves) -> bool {
        self.problems.has_errors() || self.named.iter().any(|it| moves.is_gone(*it))
    }
}

/// What was found out about the files of one kind.
pub(super) struct Shelf<T> {
    /// By the file's id.
    entries: Vec<Option<Entry<T>>>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Shelf<T> {
        Shelf { entries: Vec::new() }
    }
}

/// Records in the order of their files, and what they need from the whole site.
pub(super) struct Gathered<T> {
    /// `None` when one could not be read.
    pub(super) records: Option<Vec<Arc<T>>>,
    /// Links to addresses of this site, and where they stand.
    pub(super) links: Vec<(Box<str>, Span)>,
    /// Whether every record that was read anew is in the place of what was kept.
    pub(super) in_place: bool,
}

impl<T: Send + Sync> Shelf<T> {
    pub(super) fn retain(&mut self, keep: impl Fn(&Entry<T>) -> bool) {
        for entry in &mut self.entries {
            *entry = entry.take().filter(&keep);
        }
    }

    /// The records of `items`, whose files `file` knows. Those that are not kept are read, in parallel;
    /// problems come in the order of the items.
    pub(super) fn gather<I: Sync>(
        &mut self,
        items: &[I],
        sources: &Sources,
        file: impl Fn(&I) -> FileId + Sync,
        read: impl Fn(&I) -> Entry<T> + Sync,
        is_in_its_place: impl Fn(&T, &T) -> bool,
        sink: &mut Diagnostics,
    ) -> Gathered<T> {
        self.entries.resize_with(sources.id_limit(), || None);
        let kept = |it: &&I| {
            let file = file(it);
            self.entries[file.0 as usize].as_ref().is_some_and(|entry| entry.revision == sources.revision(file))
        };
        let missing: Vec<&I> = items.iter().filter(|it| !kept(it)).collect();
        let found: Vec<(FileId, Entry<T>)> = missing.into_par_iter().map(|it| (file(it), read(it))).collect();
        let mut in_place = true;
        for (file, mut entry) in found {
            entry.revision = sources.revision(file);
            let old = self.entries[file.0 as usize].take().and_then(|it| it.record);
            let pair = old.as_deref().zip(entry.record.as_deref());
            in_place &= pair.is_some_and(|(old, new)| is_in_its_place(old, new));
            self.entries[file.0 as usize] = Some(entry);
        }
        let mut records = Vec::with_capacity(items.len());
        let mut links = Vec::new();
        for entry in items.iter().filter_map(|it| self.entries[file(it).0 as usize].as_ref()) {
            sink.append(&entry.problems);
            links.extend(entry.links.iter().cloned());
            records.extend(entry.record.clone());
        }
        Gathered { records: (records.len() == items.len()).then_some(records), links, in_place }
    }
}
