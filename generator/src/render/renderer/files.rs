//! The files that pages use.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Renderer;
use crate::model::{Route, Scope};
use crate::render::assets::Asset;
use crate::render::brand;

/// The name of what leads to the parts of a search index, beside the search page.
const MANIFEST: &str = "indeks.json";

impl Renderer<'_> {
    /// The files that pages use: the theme's, and the kommuner's colours.
    pub fn files(&self) -> Vec<Asset> {
        let theme = self.theme.assets().iter().map(|(_, asset)| asset.clone());
        theme.chain(self.brands().iter().flatten().cloned()).collect()
    }

    /// What is at `path`, an address from the root such as `/fjordvik/`.
    pub fn find(&self, path: &str) -> Option<Route> {
        self.addresses.find(self.site, &self.index, path)
    }

    /// The file at `path`, one of [`Renderer::files`], without making the others. A part of a search
    /// index is there once the page or the manifest that leads to it has been made.
    pub fn file(&self, path: &str) -> Option<Asset> {
        let theme = self.theme.assets().iter().map(|(_, it)| it);
        let named = theme.chain(self.brands().iter().flatten()).find(|it| it.url() == path);
        let part = || self.search.made(path).map(|(path, bytes)| Asset { path, bytes });
        named.cloned().or_else(|| self.manifest(path)).or_else(part)
    }

    fn manifest(&self, path: &str) -> Option<Asset> {
        let Some(Route::Search(scope)) = self.find(path.strip_suffix(MANIFEST)?) else { return None };
        let bytes = self.search.of(scope).manifest().into_bytes();
        Some(Asset { path: path.trim_start_matches('/').to_owned(), bytes })
    }

    /// The colours of the kommuner, in their order.
    pub(super) fn brands(&self) -> &[Option<Asset>] {
        self.brands.get_or_init(|| self.site.kommuner.iter().map(brand::style_sheet).collect())
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
            for (path, bytes) in &parts.files {
                files.entry(path.clone()).or_insert_with(|| bytes.clone());
            }
        }
        files.into_iter().map(|(path, bytes)| Asset { path, bytes }).collect()
    }

    fn manifest_url(&self, scope: Scope) -> String {
        format!("{}{MANIFEST}", self.site.url(&Route::Search(scope)))
    }
}
