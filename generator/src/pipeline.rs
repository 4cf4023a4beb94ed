//! The whole flow on one screen.
//!
//! `check` makes a [`Site`] or problems of sources in memory; a [`Press`] makes every file of the
//! site from it. `build` maps all of them in parallel, `serve` makes the one that was asked for.

use rayon::prelude::*;

pub use crate::check::Memory;
use crate::check::{self, Checked};
use crate::diag::Diagnostics;
use crate::model::{Route, Settings, Site};
use crate::part::Part;
use crate::read::Sources;
use crate::render::{self, RenderError, Renderer, Theme, ThemeFile};
use crate::write::{File, Stage, Written, path_of};

/// Reads and checks everything: the site, when nothing is wrong with it, and all problems by place.
pub fn check(sources: &Sources, settings: &Settings) -> (Option<Site>, Diagnostics) {
    recheck(sources, settings, &mut Memory::default())
}

/// The same with what is remembered of the last check of the same `sources`: only what has changed, and
/// what depends on it, is read again.
pub fn recheck(sources: &Sources, settings: &Settings, memory: &mut Memory) -> (Option<Site>, Diagnostics) {
    let mut sink = Diagnostics::default();
    let Checked { site, links } = check::check(sources, settings, memory, &mut sink);
    if let Some(site) = site.as_ref().filter(|_| !links.is_empty()) {
        let finder = render::Finder::new(site);
        check::internal_links(&links, |path| finder.find(path).is_some(), || addresses(site), &mut sink);
    }
    sink.sort(sources);
    let site = site.filter(|_| !sink.has_errors());
    (site, sink)
}

fn addresses(site: &Site) -> Vec<String> {
    render::routes(site).iter().map(|it| site.url(it)).collect()
}

/// Makes the files of one site, or of a part of it.
pub struct Press<'a> {
    site: &'a Site,
    renderer: Renderer<'a>,
    part: Part,
}

impl<'a> Press<'a> {
    /// Prepares to make the files of `site` with `theme`.
    pub fn new(site: &'a Site, theme: &'a Theme) -> Press<'a> {
        Press::of_part(site, theme, Part::default())
    }

    /// Prepares to make a part of the files.
    pub fn of_part(site: &'a Site, theme: &'a Theme, part: Part) -> Press<'a> {
        Press { site, renderer: Renderer::new(site, theme), part }
    }

    /// Every address of the part.
    pub fn routes(&self) -> Vec<Route> {
        self.part.of(self.site, render::routes(self.site))
    }

    /// The file at one address.
    pub fn page(&self, route: &Route) -> Result<File, RenderError> {
        let output = self.renderer.render(route)?;
        Ok(File { path: path_of(&self.site.url(route)), bytes: output.bytes })
    }

    /// What is at `path`, an address from the root; `None` when the site has no page there.
    pub fn find(&self, path: &str) -> Option<Route> {
        self.renderer.find(path)
    }

    /// The file at no address of its own that `path` names: a style, a script, a part of search.
    pub fn asset(&self, path: &str) -> Option<File> {
        self.renderer.file(path).map(|it| File { path: path_of(&it.url()), bytes: it.bytes })
    }

    /// The files that are at no address of their own: styles, scripts, pictures, search indexes.
    pub fn assets(&self, routes: &[Route]) -> Vec<File> {
        let shared = if self.part.has_assets() { self.renderer.files() } else { Vec::new() };
        let search = self.renderer.search_files(routes);
        shared.into_iter().chain(search).map(|it| File { path: path_of(&it.url()), bytes: it.bytes }).collect()
    }
}

/// Writes the part of the site to `stage` and publishes it. `fingerprint` is of all that it is made of.
pub fn build(press: &Press<'_>, stage: Stage, fingerprint: &str) -> anyhow::Result<Written> {
    let routes = press.routes();
    let paths: Vec<String> = routes.iter().map(|it| path_of(&press.site.url(it))).collect();
    stage.make_folders(paths.iter().map(String::as_str))?;
    routes.par_iter().try_for_each(|route| -> anyhow::Result<()> { stage.put(&press.page(route)?) })?;
    press.assets(&routes).par_iter().try_for_each(|file| stage.put(file))?;
    stage.publish(fingerprint)
}

/// A fingerprint of everything a site is made of: the same, and so is every byte of the site.
///
/// `program` stands for the generator itself, `part` for what of the site is made.
pub fn fingerprint(sources: &Sources, settings: &Settings, theme: &[ThemeFile], part: &str, program: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut take = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    take(format!("{program}\n{part}\n{settings:?}").as_bytes());
    for file in theme {
        take(file.path.as_bytes());
        take(&file.bytes);
    }
    for (_, file) in sources.iter() {
        take(file.path.as_bytes());
        take(file.content.bytes());
    }
    hasher.finalize().to_hex().to_string()
}
