//! The whole flow on one screen.
//!
//! `check` makes a [`Site`] or problems of sources in memory; a [`Press`] makes every file of the
//! site from it. `build` maps all of them in parallel, `serve` makes the one that was asked for.

use rayon::prelude::*;

use crate::check;
use crate::diag::Diagnostics;
use crate::model::{Route, Scope, Settings, Site};
use crate::read::Sources;
use crate::render::{self, RenderError, Renderer, Theme};
use crate::report::{Desk, Report};
use crate::write::{File, Stage, Written, path_of};

/// Reads and checks everything: the site, when nothing is wrong with it, and all problems by place.
pub fn check(sources: &Sources, settings: &Settings) -> (Option<Site>, Diagnostics) {
    let mut sink = Diagnostics::default();
    let site = check::check(sources, settings, &mut sink);
    if let Some(site) = &site {
        check::internal_links(site, || addresses(site), &mut sink);
    }
    sink.sort();
    let site = site.filter(|_| !sink.has_errors());
    (site, sink)
}

fn addresses(site: &Site) -> Vec<String> {
    render::routes(site).iter().map(|it| site.url(it)).collect()
}

/// Makes the files of one site.
pub struct Press<'a> {
    site: &'a Site,
    renderer: Renderer<'a>,
}

impl<'a> Press<'a> {
    /// Prepares to make the files of `site` with `theme`.
    pub fn new(site: &'a Site, theme: &'a Theme) -> Press<'a> {
        Press { site, renderer: Renderer::new(site, theme) }
    }

    /// Every address of the site.
    pub fn routes(&self) -> Vec<Route> {
        render::routes(self.site)
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

    /// The files that are at no address of their own: styles, scripts, pictures.
    pub fn assets(&self) -> Vec<File> {
        self.renderer.files().into_iter().map(|it| File { path: path_of(&it.url()), bytes: it.bytes }).collect()
    }
}

/// Writes the whole site to `stage` and publishes it.
pub fn build(press: &Press<'_>, stage: Stage) -> anyhow::Result<Written> {
    let routes = press.routes();
    let paths: Vec<String> = routes.iter().map(|it| path_of(&press.site.url(it))).collect();
    stage.make_folders(paths.iter().map(String::as_str))?;
    routes.par_iter().try_for_each(|route| -> anyhow::Result<()> { stage.put(&press.page(route)?) })?;
    press.assets().par_iter().try_for_each(|file| stage.put(file))?;
    stage.publish()
}
