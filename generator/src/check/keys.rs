//! The ids of all tilbud, and which file each is.

use std::collections::HashSet;

use super::Listing;
use super::names::unknown;
use crate::diag::{Diagnostics, FileId, Text};
use crate::model::{TilbudId, tilbud_order};
use crate::read::Folder;
use crate::read::raw::Ref;

/// Every tilbud by its id, also those whose files cannot be read: a mistake in one record does not make
/// references to it look wrong too.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Keys {
    files: Vec<FileId>,
    /// In the order of the files' paths, which is that of [`tilbud_order`].
    keys: Vec<Box<str>>,
}

impl Keys {
    pub(super) fn new(listing: &Listing<'_>) -> Keys {
        Keys {
            files: listing.tilbud.iter().map(|(file, ..)| *file).collect(),
            keys: listing.tilbud.iter().map(|(_, folder, stem)| format!("{}/{stem}", folder.key()).into()).collect(),
        }
    }

    /// Whether these are the keys of the files in `listing`.
    pub(super) fn are_of(&self, listing: &Listing<'_>) -> bool {
        self.files.iter().eq(listing.tilbud.iter().map(|(file, ..)| file))
    }

    pub(super) fn find(&self, key: &str) -> Option<TilbudId> {
        let at = self.keys.binary_search_by(|it| tilbud_order(it, key)).ok()?;
        u32::try_from(at).ok().map(TilbudId)
    }

    pub(super) fn file(&self, id: TilbudId) -> FileId {
        self.files[id.0 as usize]
    }

    /// A tilbud by its full id, or by its file name within `folder`.
    pub(super) fn tilbud(&self, folder: Option<&Folder>, key: &Ref, sink: &mut Diagnostics) -> Option<TilbudId> {
        let found = self.find_tilbud(folder, &key.value);
        if found.is_none() {
            let own = folder.map_or_else(String::new, |it| it.path());
            let help = Text::new(
                format!("skriv filnavnet uten .md; tilbudene ligger i {own}/tilbud"),
                format!("write the file name without .md; the tilbud are in {own}/tilbud"),
            );
            unknown(key, "tilbud", self.tilbud_candidates(folder, &key.value), help, sink);
        }
        found
    }

    /// The same without a report.
    pub(super) fn find_tilbud(&self, folder: Option<&Folder>, key: &str) -> Option<TilbudId> {
        self.find(key).or_else(|| folder.and_then(|it| self.find(&format!("{}/{key}", it.key()))))
    }

    /// Ids that a mistyped `key` may have meant: of the same folder, short or whole.
    fn tilbud_candidates(&self, folder: Option<&Folder>, key: &str) -> Vec<&str> {
        let own = folder.map(|it| format!("{}/", it.key())).unwrap_or_default();
        let prefix = key.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
        let mut list: Vec<&str> = self
            .iter()
            .filter_map(|it| match &prefix {
                Some(prefix) if it.starts_with(prefix.as_str()) => Some(it),
                Some(_) => None,
                None => it.strip_prefix(own.as_str()),
            })
            .collect();
        if list.is_empty() {
            list = self.iter().collect();
        }
        list.sort_unstable();
        list
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|it| &**it)
    }

    /// What has become of ids when these keys are replaced by `new`.
    pub(super) fn move_to(&self, new: &Keys) -> Moves {
        let limit = self.files.iter().chain(&new.files).map(|it| it.0 as usize + 1).max().unwrap_or(0);
        let mut place = vec![None; limit];
        for (at, file) in (0..).zip(&new.files) {
            place[file.0 as usize] = Some(TilbudId(at));
        }
        let to = self.files.iter().map(|it| place[it.0 as usize]).collect();
        let there: HashSet<FileId> = new.files.iter().copied().collect();
        Moves { to, gone: self.files.iter().copied().filter(|it| !there.contains(it)).collect() }
    }
}

/// How ids change when files come and go.
pub(super) struct Moves {
    to: Vec<Option<TilbudId>>,
    gone: HashSet<FileId>,
}

impl Moves {
    /// The new id of a tilbud that is still there.
    pub(super) fn to(&self, id: TilbudId) -> Option<TilbudId> {
        self.to.get(id.0 as usize).copied().flatten()
    }

    /// Whether the file of a tilbud is there no more.
    pub(super) fn is_gone(&self, file: FileId) -> bool {
        self.gone.contains(&file)
    }
}
