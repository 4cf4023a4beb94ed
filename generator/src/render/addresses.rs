//! From an address back to its route.
//!
//! The preview is asked for one page at a time. An address says which part of the site it is in, so
//! that finding it needs the addresses of that part alone.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::lists::ScopeIndex;
use super::routes;
use crate::model::{KommuneId, Mode, Route, Site};

/// The routes of one part of a site by their addresses.
type Part = HashMap<String, Route>;

/// The addresses of a site, each part listed when it is first asked for.
#[derive(Default)]
pub(super) struct Addresses {
    kommuner: Mutex<BTreeMap<KommuneId, Arc<Part>>>,
    common: OnceLock<Part>,
    all: OnceLock<Part>,
}

impl Addresses {
    /// What is at `path`, an address from the root such as `/fjordvik/`.
    pub(super) fn find(&self, site: &Site, index: &ScopeIndex, path: &str) -> Option<Route> {
        let listed = |routes: Vec<Route>| -> Part { routes.into_iter().map(|it| (site.url(&it), it)).collect() };
        if let Some(found) = tilbud(site, path) {
            return Some(found);
        }
        if let Some(id) = kommune(site, path) {
            let part = self.kommune(id, || {
                let mut routes = Vec::new();
                routes::kommune(site, index, id, &mut routes);
                listed(routes)
            });
            if let Some(found) = part.get(path) {
                return Some(found.clone());
            }
        }
        let common = self.common.get_or_init(|| listed(routes::common(site, index)));
        let all = || self.all.get_or_init(|| listed(routes::routes(site)));
        common.get(path).or_else(|| all().get(path)).cloned()
    }

    fn kommune(&self, id: KommuneId, make: impl FnOnce() -> Part) -> Arc<Part> {
        let mut kept = self.kommuner.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(kept.entry(id).or_insert_with(|| Arc::new(make())))
    }
}

/// Finds pages of a site without making any.
pub struct Finder<'a> {
    site: &'a Site,
    index: ScopeIndex,
    addresses: Addresses,
}

impl<'a> Finder<'a> {
    /// For the pages of `site`.
    pub fn new(site: &'a Site) -> Finder<'a> {
        Finder { site, index: ScopeIndex::new(site), addresses: Addresses::default() }
    }

    /// What is at `path`, an address from the root such as `/fjordvik/`.
    pub fn find(&self, path: &str) -> Option<Route> {
        self.addresses.find(self.site, &self.index, path)
    }
}

/// The kommune whose pages `path` is among.
fn kommune(site: &Site, path: &str) -> Option<KommuneId> {
    match site.settings.mode {
        Mode::Standalone(id) => Some(id),
        Mode::Portal => site.find_kommune(path.split('/').nth(1)?),
    }
}

/// The page of a tilbud: its address holds its id.
fn tilbud(site: &Site, path: &str) -> Option<Route> {
    let (scope, slug) = path.strip_suffix('/')?.rsplit_once("/tilbud/")?;
    let scope = match (scope.strip_prefix('/'), site.settings.mode) {
        (Some(scope), _) => scope,
        (None, Mode::Standalone(id)) => site.kommune(id).slug.as_str(),
        (None, Mode::Portal) => return None,
    };
    let id = site.find_tilbud(&format!("{scope}/{slug}")).filter(|it| site.visible(*it))?;
    let route = Route::Tilbud(id);
    (site.url(&route) == path).then_some(route)
}
