//! The files that pages use.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Renderer;
use crate::model::{Route, Scope};
use crate::render::assets::Asset;
use crate::render::brand::Brand;

/// The name of what leads to the parts of a search index, beside the search page.
const MANIFEST: &str = "indeks.json";

impl Renderer<'_> {
    /// The files that pages use: the theme's, and the kommuner's colours and logos.
    pub fn files(&self) -> Vec<Asset> {
        let theme = self.theme.assets().iter().map(|(_, asset)| asset.clone());
        theme.chain(self.brands().iter().flat_map(Brand::files).cloned()).collect()
    }

    /// What is at `path`, an address from the root such as `/fjordvik/`.
    pub fn find(&self, path: &str) -> Option<Route> {
        self.addresses.find(self.site, &self.index, path)
    }

    /// The file at `path`, one of [`Renderer::files`], without making the others. A part of a search
    /// index is there once the page or the manifest that leads to it has been made.
    pub fn file(&self, path: &str) -> Option<Asset> {
        let theme = self.theme.assets().iter().map(|(_, it)| it);
        let named = theme.chain(self.brands().iter().flat_map(Brand::files)).find(|it| it.url() == path);
        let part = || self.search.made(path).map(|(path, bytes)| Asset { path, bytes });
        named.cloned().or_else(|| self.manifest(path)).or_else(part)
    }

    fn manifest(&self, path: &str) -> Option<Asset> {
        let Some(Route::Search(scope)) = self.find(path.strip_suffix(MANIFEST)?) else { return None };
        let bytes = self.search.of(scope).manifest().into_bytes();
        Some(Asset { path: path.trim_start_matches('/').to_owned(), bytes })
    }

    /// The colours and logos of the kommuner, in their order.
    pub(super) fn brands(&self) -> &[Brand] {
        self.brands.get_or_init(|| self.site.kommuner.iter().map(Brand::of).collect())
    }

    /// Hands `put` the parts of the search indexes that the search pages among `routes` read, each once, and what
    /// leads to them, one at a time: the country's parts are large. Answers with their paths.
    pub fn put_search_files<E: Send>(
        &self,
        routes: &[Route],
        put: impl Fn(Asset) -> Result<(), E> + Sync,
    ) -> Result<Vec<String>, E> {
        let scope = |it: &Route| if let Route::Search(scope) = it { Some(*scope) } else { None };
        let scopes: Vec<Scope> = routes.iter().filter_map(scope).collect();
        let made: Vec<_> = scopes.par_iter().map(|scope| (*scope, self.search.of(*scope))).collect();
        let mut files: BTreeMap<String, Cow<'_, [u8]>> = BTreeMap::new();
        for (scope, parts) in &made {
            let manifest = self.manifest_url(*scope).trim_start_matches('/').to_owned();
            files.insert(manifest, Cow::Owned(parts.manifest().into_bytes()));
            for (path, bytes) in &parts.files {
                files.entry(path.clone()).or_insert_with(|| Cow::Borrowed(bytes));
            }
        }
        files.par_iter().try_for_each(|(path, bytes)| put(Asset { path: path.clone(), bytes: bytes.to_vec() }))?;
        Ok(files.into_keys().collect())
    }

    fn manifest_url(&self, scope: Scope) -> String {
        format!("{}{MANIFEST}", self.site.url(&Route::Search(scope)))
    }
}
