//! A whole site, or a part of it, from a press to a folder.

use std::collections::{BTreeMap, HashSet};
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

use rayon::prelude::*;

use super::Press;
use crate::basis::{Basis, KommuneBasis};
use crate::model::{KommuneId, ReportName, Route, Site};
use crate::part::kommune_of;
use crate::render;
use crate::render::assets::Asset;
use crate::write::{File, Stage, Written};

/// Kommuner that are made at the same time: when one has but a long page left, the other keeps the threads busy.
const AT_ONCE: usize = 2;

/// Writes the part of the site to `stage` and publishes it. `basis` is of the sources that it was made of.
///
/// Kommune by kommune, so that no more than the lists, cards and indexes of a few are in memory. What the
/// published site has that was made of the same is taken over.
pub fn build(press: &Press<'_>, stage: Stage, basis: &Basis) -> anyhow::Result<Written> {
    let routes = press.routes();
    let paths: Vec<String> = routes.iter().map(|it| press.path(it)).collect();
    stage.make_folders(paths.iter().map(String::as_str))?;
    drop(paths);
    if press.part.has_assets() {
        put_all(&stage, press.renderer.files())?;
    }
    let kommuner = basis.of_kommuner(press.site, press.renderer.shared());
    let folio = Folio { press, stage: &stage, parts: Mutex::default() };
    let groups = Mutex::new(by_kommune(press.site, routes).into_iter());
    let next = || groups.lock().unwrap_or_else(PoisonError::into_inner).next();
    let lane = || -> anyhow::Result<()> {
        while let Some((kommune, group)) = next() {
            let made_of = kommune.and_then(|it| kommuner.get(usize::from(it.0)));
            shares(press.site, kommune.zip(made_of), group).iter().try_for_each(|it| folio.put(it))?;
            kommune.into_iter().for_each(|it| press.renderer.forget(it));
        }
        Ok(())
    };
    thread::scope(|scope| {
        let lanes: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(lane)).collect();
        let joined = lanes.into_iter().map(|it| it.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.collect::<anyhow::Result<()>>()
    })?;
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

/// The pages of a kommune that compare it with others, or list what stands behind such numbers, and the rest.
fn shares(site: &Site, kommune: Option<(KommuneId, &KommuneBasis)>, routes: Vec<Route>) -> Vec<Share> {
    let Some((id, made_of)) = kommune else { return vec![Share { made_of: None, routes }] };
    let compares = |it: &Route| {
        matches!(it, Route::Report(_, ReportName::Sammenligning | ReportName::Plan, _) | Route::ReportLists(..))
    };
    let (compared, own) = routes.into_iter().partition(compares);
    let slug = &site.kommune(id).slug;
    vec![
        Share { made_of: Some((slug.to_string(), made_of.own.clone())), routes: own },
        Share { made_of: Some((format!("{slug} sammenlignet"), made_of.compared.clone())), routes: compared },
    ]
}

/// What is put together.
struct Folio<'a> {
    press: &'a Press<'a>,
    stage: &'a Stage,
    /// The parts of indexes that are there: kommuner that show the same share them.
    parts: Mutex<HashSet<String>>,
}

impl Folio<'_> {
    /// Takes the files of a share over from the published site, or makes them.
    fn put(&self, share: &Share) -> anyhow::Result<()> {
        let Some((name, fingerprint)) = &share.made_of else { return self.make(&share.routes).map(drop) };
        let more = match self.stage.has(name, fingerprint) {
            Some(more) => self.take_over(&share.routes, more)?,
            None => self.make(&share.routes)?,
        };
        self.stage.keep(name, fingerprint, more);
        Ok(())
    }

    /// Takes over what is at `routes`, and `more`.
    fn take_over(&self, routes: &[Route], more: Vec<String>) -> anyhow::Result<Vec<String>> {
        let paths: Vec<String> = routes.iter().map(|it| self.press.path(it)).collect();
        let new = more.iter().filter(|it| self.is_new(it));
        self.stage.take_over(&paths.iter().chain(new).collect::<Vec<_>>())?;
        paths.iter().for_each(|_| self.press.tell());
        Ok(more)
    }

    /// Makes what is at `routes`; the paths of the files that came with it.
    fn make(&self, routes: &[Route]) -> anyhow::Result<Vec<String>> {
        let mut jobs = render::jobs(routes);
        // What takes long first, or the other threads wait for it at the end.
        jobs.sort_by_key(|it| !matches!(it.first(), Some(Route::Search(_) | Route::Report(..))));
        jobs.par_iter().try_for_each(|job| {
            self.press.files(job, |file| {
                self.stage.put(&file)?;
                self.press.tell();
                Ok(())
            })
        })?;
        let files = self.press.renderer.search_files(routes);
        let paths = files.iter().map(|it| it.path.clone()).collect();
        put_all(self.stage, files.into_iter().filter(|it| self.is_new(&it.path)).collect())?;
        Ok(paths)
    }

    fn is_new(&self, part: &str) -> bool {
        self.parts.lock().unwrap_or_else(PoisonError::into_inner).insert(part.to_owned())
    }
}

fn put_all(stage: &Stage, files: Vec<Asset>) -> anyhow::Result<()> {
    files.into_par_iter().try_for_each(|it| stage.put(&File { path: it.path, bytes: it.bytes }))
}
