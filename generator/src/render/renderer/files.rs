//! The files that pages use.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Renderer;
use crate::model::{Route, Scope};
use crate::render::assets::Asset;

impl Renderer<'_> {
    /// The files that pages use: the theme's, and the kommuner's colours and logos.
    pub fn files(&self) -> Vec<Asset> {
        let theme = self.theme.assets().iter().map(|(_, asset)| asset.clone());
        theme.chain(self.brands.iter().chain(&self.logos).flatten().cloned()).collect()
    }

    /// The parts of the search indexes that the search pages among `routes` read, each once, and what leads
    /// to them.
    pub fn search_files(&self, routes: &[Route]) -> Vec<Asset> {
        let scope = |it: &Route| if let Route::Search(scope) = it { Some(*scope) } else { None };
        let scopes: Vec<Scope> = routes.iter().filter_map(scope).collect();
        let made: Vec<_> = scopes.par_iter().map(|scope| (*scope, self.search.of(*scope))).collect();
        let mut files = BTreeMap::new();
        for (scope, parts) in made {
            let manifest = self.manifest_url(scope).trim_start_matches('/').to_owned();
            files.insert(manifest, parts.manifest().into_bytes());
            for (path, bytes) in [&parts.core, &parts.texts] {
                files.entry(path.clone()).or_insert_with(|| bytes.clone());
            }
        }
        files.into_iter().map(|(path, bytes)| Asset { path, bytes }).collect()
    }

    fn manifest_url(&self, scope: Scope) -> String {
        format!("{}indeks.json", self.site.url(&Route::Search(scope)))
    }
}
