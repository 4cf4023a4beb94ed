//! The whole flow on one screen.
//!
//! `check` makes a [`Site`] or problems of sources in memory; a [`Press`] makes every file of the
//! site from it. `build` maps all of them in parallel, `serve` makes the one that was asked for.

use std::collections::HashSet;

use rayon::prelude::*;

pub use crate::check::Memory;
use crate::check::{self, Checked};
use crate::diag::Diagnostics;
use crate::model::{KommuneId, Route, Scope, Settings, Site};
use crate::part::{Part, kommune_of};
use crate::read::Sources;
use crate::render::assets::Asset;
use crate::render::{self, RenderError, Renderer, Theme, ThemeFile};
use crate::report::{Desk, Report};
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
    /// Told of every page that is written.
    told: Option<&'a (dyn Fn() + Sync)>,
}

impl<'a> Press<'a> {
    /// Prepares to make the files of `site` with `theme`.
    pub fn new(site: &'a Site, theme: &'a Theme) -> Press<'a> {
        Press::of_part(site, theme, Part::default())
    }

    /// Prepares to make a part of the files.
    pub fn of_part(site: &'a Site, theme: &'a Theme, part: Part) -> Press<'a> {
        Press { site, renderer: Renderer::new(site, theme), part, told: None }
    }

    /// The same, telling `told` of every page that is written.
    pub fn telling(self, told: &'a (dyn Fn() + Sync)) -> Press<'a> {
        Press { told: Some(told), ..self }
    }

    /// Every address of the part.
    pub fn routes(&self) -> Vec<Route> {
        self.part.of(self.site, render::routes(self.site))
    }

    /// Makes the files of one job and hands each to `put`.
    fn files(&self, job: &[Route], put: impl Fn(File) -> anyhow::Result<()>) -> anyhow::Result<()> {
        self.renderer
            .render_job(job, |route, output| put(File { path: path_of(&self.site.url(route)), bytes: output.bytes }))
    }

    /// The file at one address.
    pub fn page(&self, route: &Route) -> Result<File, RenderError> {
        let output = self.renderer.render(route)?;
        Ok(File { path: path_of(&self.site.url(route)), bytes: output.bytes })
    }

    /// Where reports about `scope` are written.
    pub fn desk(&self, scope: Scope) -> Desk<'_> {
        self.renderer.desk(scope)
    }

    /// A report as one page that needs no other file.
    pub fn report_file(&self, desk: &Desk<'_>, report: &Report) -> Result<Vec<u8>, RenderError> {
        self.renderer.report_file(desk, report)
    }

    /// What is at `path`, an address from the root; `None` when the site has no page there.
    pub fn find(&self, path: &str) -> Option<Route> {
        self.renderer.find(path)
    }

    /// The file at no address of its own that `path` names: a style, a script, a part of search.
    pub fn asset(&self, path: &str) -> Option<File> {
        self.renderer.file(path).map(|it| File { path: path_of(&it.url()), bytes: it.bytes })
    }
}

/// Writes the part of the site to `stage` and publishes it. `fingerprint` is of all that it is made of.
///
/// Kommune by kommune, so that no more than one kommune's lists, cards and index are in memory.
pub fn build(press: &mut Press<'_>, stage: Stage, fingerprint: &str) -> anyhow::Result<Written> {
    let routes = press.routes();
    let paths: Vec<String> = routes.iter().map(|it| path_of(&press.site.url(it))).collect();
    stage.make_folders(paths.iter().map(String::as_str))?;
    if press.part.has_assets() {
        put_all(&stage, press.renderer.files())?;
    }
    // Kommuner that show the same share the parts of an index.
    let mut parts = HashSet::new();
    for (kommune, group) in by_kommune(press.site, &routes) {
        let mut jobs = render::jobs(group);
        // What takes long first, or the other threads wait for it at the end.
        jobs.sort_by_key(|it| !matches!(it.first(), Some(Route::Search(_) | Route::Report(..))));
        jobs.par_iter().try_for_each(|job| {
            press.files(job, |file| {
                stage.put(&file)?;
                press.told.iter().for_each(|tell| tell());
                Ok(())
            })
        })?;
        let new = press.renderer.search_files(group).into_iter().filter(|it| parts.insert(it.path.clone()));
        put_all(&stage, new.collect())?;
        if let Some(id) = kommune {
            press.renderer.forget(id);
        }
    }
    stage.publish(fingerprint)
}

/// The routes cut into those of each kommune that takes part, and what stands before and between them.
fn by_kommune<'r>(site: &Site, routes: &'r [Route]) -> Vec<(Option<KommuneId>, &'r [Route])> {
    let whose = |it: &Route| kommune_of(site, it).filter(|id| site.kommune(*id).med);
    let groups = routes.chunk_by(|a, b| whose(a) == whose(b));
    groups.map(|it| (it.first().and_then(whose), it)).collect()
}

fn put_all(stage: &Stage, files: Vec<Asset>) -> anyhow::Result<()> {
    files.into_par_iter().try_for_each(|it| stage.put(&File { path: it.path, bytes: it.bytes }))
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
