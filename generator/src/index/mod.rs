//! Search indexes: one for each set of tilbud that a kommune, or the portal, shows.
//!
//! `documents` turns tilbud into what the writer of `nettungen_search` takes,
//! `settings` says what they share. Kommuner that show the same tilbud share an
//! index: its parts are named by their content.

mod documents;
mod plain;
mod settings;
mod synonyms;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use nettungen_search::format::{Document, Settings, encode};

use crate::model::{KommuneId, Lang, Scope, Site};

/// The parts of an index, named by their content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Everything but the bodies: path from the root of the site, and bytes.
    pub core: (String, Vec<u8>),
    /// The bodies.
    pub texts: (String, Vec<u8>),
}

impl Parts {
    /// What the search page asks for when a part is gone: where the parts are
    /// now, from the root of the site.
    pub fn manifest(&self) -> String {
        let url = |path: &str| serde_json::Value::from(format!("/{path}"));
        serde_json::json!({ "core": url(&self.core.0), "texts": url(&self.texts.0) }).to_string()
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

    /// The part at `path` from the root of the site, if the index it belongs to has been made.
    pub fn made(&self, path: &str) -> Option<(String, Vec<u8>)> {
        let path = path.trim_start_matches('/');
        let made = self.made.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let parts = made.values().filter_map(|it| it.get());
        parts.flat_map(|it| [&it.core, &it.texts]).find(|(it, _)| it == path).cloned()
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

fn make(site: &Site, scope: Scope) -> Parts {
    let parts = encode(&documents(site, scope), &settings(site, scope));
    Parts { core: named("kjerne", parts.core), texts: named("tekst", parts.texts) }
}

/// Many hosts compress by the ending of the name, and `.txt` is one they know.
fn named(what: &str, bytes: Vec<u8>) -> (String, Vec<u8>) {
    let hash = blake3::hash(&bytes).to_hex();
    (format!("filer/sok/{what}.{}.txt", &hash[..16]), bytes)
}
