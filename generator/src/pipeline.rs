//! The whole flow on one screen.
//!
//! `check` makes a [`Site`] or problems of sources in memory; a [`Press`] makes every file of the
//! site from it. `build` maps all of them in parallel, `serve` makes the one that was asked for.

mod build;

pub use crate::check::Memory;
pub use build::build;

use crate::check::{self, Checked};
use crate::diag::Diagnostics;
use crate::model::{Route, Scope, Settings, Site};
use crate::part::Part;
use crate::read::Sources;
use crate::render::{self, RenderError, Renderer, Theme};
use crate::report::{Desk, Report};
use crate::write::{File, path_of};

/// Reads and checks everything: the site, when nothing is wrong with it, and all problems by place.
pub fn check(sources: &Sources, settings: &Settings) -> (Option<Site>, Diagnostics) {
    recheck(sources, settings, &mut Memory::default())
}

/// The same for those who ask for the site alone: what there are only warnings of may be left out.
pub fn site(sources: &Sources, settings: &Settings) -> Option<Site> {
    recheck(sources, settings, &mut Memory::of_errors()).0
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
        self.part.of(self.site, self.renderer.routes().to_vec())
    }

    /// Makes the files of one job and hands each to `put`.
    fn files(&self, job: &[Route], put: impl Fn(File) -> anyhow::Result<()>) -> anyhow::Result<()> {
        self.renderer.render_job(job, |route, output| put(File { path: self.path(route), bytes: output.bytes }))
    }

    /// The file that holds what is at a route.
    fn path(&self, route: &Route) -> String {
        path_of(&self.site.url(route))
    }

    fn tell(&self) {
        self.told.iter().for_each(|tell| tell());
    }

    /// The file at one address.
    pub fn page(&self, route: &Route) -> Result<File, RenderError> {
        let output = self.renderer.render(route)?;
        Ok(File { path: self.path(route), bytes: output.bytes })
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
