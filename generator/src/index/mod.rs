//! Search indexes: one for each set of tilbud that a kommune, or the portal, shows.
//!
//! `documents` turns tilbud into what the writer of `nettungen_search` takes,
//! `settings` says what they share. Kommuner that show the same tilbud share an
//! index: its parts are named by their content.

mod documents;
mod oracle;
mod plain;
mod settings;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use nettungen_search::format::{CountryParts, Document, Settings, encode, encode_country};

pub use oracle::Oracle;

use crate::model::{KommuneId, Lang, Scope, Site};

/// The files of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// What is loaded first: path from the root of the site.
    pub core: String,
    /// The bodies; the index of the country has none.
    pub texts: Option<String>,
    /// What answers until all of a large index is there: the core of an index of many parts.
    pub quick: Option<String>,
    /// All files, by path. Their names change with what is in them.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Parts {
    /// Whether what answers first is an index of many parts.
    pub fn is_parted(&self) -> bool {
        self.texts.is_none() || self.quick.is_some()
    }

    /// What the search page asks for when a part is gone: where the parts are
    /// now, from the root of the site.
    pub fn manifest(&self) -> String {
        let url = |path: &String| serde_json::Value::from(format!("/{path}"));
        let more = [("texts", &self.texts), ("quick", &self.quick)];
        let more = more.into_iter().filter_map(|(name, it)| Some((name.to_owned(), url(it.as_ref()?))));
        let parts = std::iter::once(("core".to_owned(), url(&self.core))).chain(more);
        serde_json::Value::Object(parts.collect()).to_string()
    }
}

/// The records that a place's search finds, in the order of their listing.
pub fn documents(site: &Site, scope: Scope) -> Vec<Document> {
    documents::of_scope(site, scope)
}

/// What those records share.
pub fn settings(site: &Site, scope: Scope) -> Settings {
    settings::of_scope(site, scope)
}

/// The indexes of a site, each made when it is first asked for.
pub struct Indexes<'a> {
    site: &'a Site,
    made: Mutex<HashMap<Key, Arc<OnceLock<Arc<Parts>>>>>,
}

/// What an index depends on: language, districts, and each tilbud with its owner's group.
type Key = (Lang, Option<KommuneId>, Vec<(u32, u8)>);

impl<'a> Indexes<'a> {
    /// No index is made yet.
    pub fn new(site: &'a Site) -> Indexes<'a> {
        Indexes { site, made: Mutex::new(HashMap::new()) }
    }

    /// The index of a kommune or of the portal.
    pub fn of(&self, scope: Scope) -> Arc<Parts> {
        let slot = {
            let mut made = self.made.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            Arc::clone(made.entry(self.key(scope)).or_default())
        };
        Arc::clone(slot.get_or_init(|| Arc::new(make(self.site, scope))))
    }

    /// Gives back the index of a place that is asked for no more.
    pub fn forget(&self, scope: Scope) {
        let key = self.key(scope);
        self.made.lock().unwrap_or_else(std::sync::PoisonError::into_inner).remove(&key);
    }

    /// The part at `path` from the root of the site, if the index it belongs to has been made.
    pub fn made(&self, path: &str) -> Option<(String, Vec<u8>)> {
        let path = path.trim_start_matches('/');
        let made = self.made.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let parts = made.values().filter_map(|it| it.get());
        parts.flat_map(|it| &it.files).find(|(it, _)| it == path).cloned()
    }

    fn key(&self, scope: Scope) -> Key {
        let group = |id| documents::eiergruppe(self.site, scope, self.site.tilbud(id)) as u8;
        let own = match scope {
            Scope::Kommune(id) if !self.site.kommune(id).bydeler.is_empty() => Some(id),
            _ => None,
        };
        let shown = self.site.tilbud_in(scope).into_iter().map(|id| (id.0, group(id)));
        (self.site.lang(scope), own, shown.collect())
    }
}

/// The portal's records are found by an index of many parts when there are
/// more of them than a browser should load at once.
const MOST_AT_ONCE: usize = 3_000;
/// More records than this are first answered for by an index of many parts,
/// of which an answer needs a few, until all is there.
const MOST_AT_FIRST: usize = 1_000;

fn make(site: &Site, scope: Scope) -> Parts {
    let n_records = site.tilbud_in(scope).len();
    let in_parts = || country(encode_country(documents::in_order(site, scope), &settings(site, scope)));
    if scope == Scope::Portal && n_records > MOST_AT_ONCE {
        return in_parts();
    }
    let parts = encode(&documents(site, scope), &settings(site, scope));
    let (core, texts) = (named("kjerne", &parts.core), named("tekst", &parts.texts));
    let mut files = vec![(core.clone(), parts.core), (texts.clone(), parts.texts)];
    let mut quick = None;
    if n_records > MOST_AT_FIRST {
        let first = in_parts();
        files.extend(first.files);
        quick = Some(first.core);
    }
    Parts { core, texts: Some(texts), quick, files }
}

/// The parts stand beside the core, which is another when any of them is.
fn country(made: CountryParts) -> Parts {
    let folder = format!("filer/sok/{}", hash(&made.core));
    let core = format!("{folder}/kjerne.txt");
    let parts = made.parts.into_iter().map(|(name, bytes)| (format!("{folder}/{name}.txt"), bytes));
    let files = std::iter::once((core.clone(), made.core)).chain(parts).collect();
    Parts { core, texts: None, quick: None, files }
}

/// Many hosts compress by the ending of the name, and `.txt` is one they know.
fn named(what: &str, bytes: &[u8]) -> String {
    format!("filer/sok/{what}.{}.txt", hash(bytes))
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
