//! The whole flow on one screen.
//!
//! `check` makes a [`Site`] or problems of sources in memory; a [`Press`] makes every file of the
//! site from it. `build` maps all of them in parallel, `serve` makes the one that was asked for.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use crate::basis::{Basis, KommuneBasis};
pub use crate::check::Memory;
use crate::check::{self, Checked};
use crate::diag::Diagnostics;
use crate::model::{KommuneId, ReportName, Route, Scope, Settings, Site};
use crate::part::{Part, kommune_of};
use crate::read::Sources;
use crate::render::assets::Asset;
use crate::render::{self, RenderError, Renderer, Theme};
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

/// Writes the part of the site to `stage` and publishes it. `basis` is of the sources that it was made of.
///
/// Kommune by kommune, so that no more than one kommune's lists, cards and index are in memory. What the
/// published site has that was made of the same is taken over.
pub fn build(press: &mut Press<'_>, stage: Stage, basis: &Basis) -> anyhow::Result<Written> {
    let routes = press.routes();
    let paths: Vec<String> = routes.iter().map(|it| press.path(it)).collect();
    stage.make_folders(paths.iter().map(String::as_str))?;
    drop(paths);
    if press.part.has_assets() {
        put_all(&stage, press.renderer.files())?;
    }
    let kommuner = basis.of_kommuner(press.site, press.renderer.shared());
    // Kommuner that show the same share the parts of an index.
    let mut parts = HashSet::new();
    for (kommune, group) in by_kommune(press.site, routes) {
        let made_of = kommune.and_then(|it| kommuner.get(usize::from(it.0)));
        for share in shares(press.site, kommune.zip(made_of), group) {
            put_share(press, &stage, &share, &mut parts)?;
        }
        if let Some(id) = kommune {
            press.renderer.forget(id);
        }
    }
    stage.publish(&basis.whole)
}

/// Pages that are made of the same, and are therefore made, or taken over, together.
struct Share {
    /// What tells it from others, and of what it is made; `None` for what is always made.
    made_of: Option<(String, String)>,
    routes: Vec<Route>,
}

/// The routes of each kommune that takes part, after those that belong to none of them.
fn by_kommune(site: &Site, routes: Vec<Route>) -> BTreeMap<Option<KommuneId>, Vec<Route>> {
    let mut groups: BTreeMap<_, Vec<Route>> = BTreeMap::new();
    for route in routes {
        let kommune = kommune_of(site, &route).filter(|id| site.kommune(*id).med);
        groups.entry(kommune).or_default().push(route);
    }
    groups
}

/// The pages of a kommune that compare it with others, and the rest.
fn shares(site: &Site, kommune: Option<(KommuneId, &KommuneBasis)>, routes: Vec<Route>) -> Vec<Share> {
    let Some((id, made_of)) = kommune else { return vec![Share { made_of: None, routes }] };
    let compares = |it: &Route| matches!(it, Route::Report(_, ReportName::Sammenligning | ReportName::Plan, _));
    let (compared, own) = routes.into_iter().partition(compares);
    let slug = &site.kommune(id).slug;
    vec![
        Share { made_of: Some((slug.to_string(), made_of.own.clone())), routes: own },
        Share { made_of: Some((format!("{slug} sammenlignet"), made_of.compared.clone())), routes: compared },
    ]
}

/// Takes the files of a share over from the published site, or makes them. `parts` are those of indexes that
/// are there already.
fn put_share(press: &Press<'_>, stage: &Stage, share: &Share, parts: &mut HashSet<String>) -> anyhow::Result<()> {
    let Some((name, fingerprint)) = &share.made_of else { return put_made(press, stage, share, parts).map(drop) };
    let more = match stage.has(name, fingerprint) {
        Some(more) => {
            let paths: Vec<String> = share.routes.iter().map(|it| press.path(it)).collect();
            let new = more.iter().filter(|it| parts.insert((*it).clone()));
            stage.take_over(&paths.iter().chain(new).collect::<Vec<_>>())?;
            paths.iter().for_each(|_| press.tell());
            more
        }
        None => put_made(press, stage, share, parts)?,
    };
    stage.keep(name, fingerprint, more);
    Ok(())
}

/// Makes the files of a share; the paths of those that have no address of their own.
fn put_made(
    press: &Press<'_>,
    stage: &Stage,
    share: &Share,
    parts: &mut HashSet<String>,
) -> anyhow::Result<Vec<String>> {
    let mut jobs = render::jobs(&share.routes);
    // What takes long first, or the other threads wait for it at the end.
    jobs.sort_by_key(|it| !matches!(it.first(), Some(Route::Search(_) | Route::Report(..))));
    jobs.par_iter().try_for_each(|job| {
        press.files(job, |file| {
            stage.put(&file)?;
            press.tell();
            Ok(())
        })
    })?;
    let files = press.renderer.search_files(&share.routes);
    let paths = files.iter().map(|it| it.path.clone()).collect();
    put_all(stage, files.into_iter().filter(|it| parts.insert(it.path.clone())).collect())?;
    Ok(paths)
}

fn put_all(stage: &Stage, files: Vec<Asset>) -> anyhow::Result<()> {
    files.into_par_iter().try_for_each(|it| stage.put(&File { path: it.path, bytes: it.bytes }))
}
