//! A whole site, or a part of it, from a press to a folder.

use std::collections::{BTreeMap, HashSet};
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use rayon::prelude::*;

use super::Press;
use crate::basis::{Basis, PlaceBasis, Places};
use crate::model::{Home, KommuneId, ReportName, Route, Scope, Site};
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
        press.renderer.files().into_par_iter().try_for_each(|it| put(&stage, it))?;
    }
    let places = basis.of_places(press.site, press.renderer.shared());
    let folio = Folio { press, stage: &stage, parts: Mutex::default() };
    let groups = Mutex::new(by_place(press.site, routes).into_iter());
    let next = || groups.lock().unwrap_or_else(PoisonError::into_inner).next();
    let lane = || -> anyhow::Result<()> {
        while let Some((place, group)) = next() {
            shares(press.site, place, &places, group).iter().try_for_each(|it| folio.put(it))?;
            place.done(press.site).into_iter().for_each(|it| press.renderer.forget(it));
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

/// Whose business pages are, in the order in which they are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// All tilbud: what every change concerns.
    Country,
    /// Nobody's own, or somebody's who is no kommune, fylke or region.
    Common,
    /// A fylke or a region.
    Area(Scope),
    /// A kommune that takes part.
    Kommune(KommuneId),
}

impl Place {
    fn of(site: &Site, route: &Route) -> Place {
        let takes_part = |id: KommuneId| site.kommune(id).med;
        match route {
            Route::ReportLists(Scope::Portal, Scope::Kommune(id)) if takes_part(*id) => return Place::Kommune(*id),
            Route::ReportLists(Scope::Portal, it @ (Scope::Fylke(_) | Scope::Region(_))) => return Place::Area(*it),
            Route::Search(Scope::Portal) | Route::Reports(Scope::Portal) | Route::Report(Scope::Portal, ..) => {
                return Place::Country;
            }
            Route::ReportLists(Scope::Portal, _) | Route::Organisasjoner => return Place::Country,
            Route::Sitemap | Route::SitemapPart(_) | Route::Headers | Route::Redirects => return Place::Country,
            _ => (),
        }
        match (kommune_of(site, route), site.home_of(site.whose(route))) {
            (Some(id), _) if takes_part(id) => Place::Kommune(id),
            (None, Some(home @ (Home::Fylke(_) | Home::Region(_)))) => Place::Area(site.scope_of(home)),
            _ => Place::Common,
        }
    }

    /// For whom nothing need be kept when the pages of the place are made.
    fn done(self, site: &Site) -> Vec<Scope> {
        match self {
            Place::Country => vec![Scope::Portal],
            Place::Common => site.kommune_ids().filter(|it| !site.kommune(*it).med).map(Scope::Kommune).collect(),
            Place::Area(_) => Vec::new(),
            Place::Kommune(id) => vec![Scope::Kommune(id)],
        }
    }
}

/// Pages that are made of the same, and are therefore made, or taken over, together.
struct Share {
    /// What tells it from others, and of what it is made; `None` for what is always made.
    made_of: Option<(String, String)>,
    routes: Vec<Route>,
}

fn by_place(site: &Site, routes: Vec<Route>) -> BTreeMap<Place, Vec<Route>> {
    let mut groups: BTreeMap<_, Vec<Route>> = BTreeMap::new();
    for route in routes {
        groups.entry(Place::of(site, &route)).or_default().push(route);
    }
    groups
}

/// What is made, or taken over, together among the pages of a place.
fn shares(site: &Site, place: Place, places: &Places, routes: Vec<Route>) -> Vec<Share> {
    let parts = |scope, basis: Option<&PlaceBasis>, routes| match basis {
        Some(basis) => of_place(&site.scope_url(scope), basis, routes),
        None => vec![Share { made_of: None, routes }],
    };
    match place {
        Place::Kommune(id) => parts(Scope::Kommune(id), places.kommuner.get(usize::from(id.0)), routes),
        Place::Area(scope) => parts(scope, places.areas.get(&scope), routes),
        Place::Common if !places.common.is_empty() => {
            vec![Share { made_of: Some(("/".to_owned(), places.common.clone())), routes }]
        }
        Place::Common | Place::Country => vec![Share { made_of: None, routes }],
    }
}

/// The pages of a place that compare it with others, or list what stands behind such numbers, those of the portal
/// that list what it has, and the rest.
fn of_place(url: &str, basis: &PlaceBasis, routes: Vec<Route>) -> Vec<Share> {
    let is_listed = |it: &Route| matches!(it, Route::ReportLists(Scope::Portal, _));
    let compares = |it: &Route| {
        matches!(it, Route::Report(_, ReportName::Sammenligning | ReportName::Plan, _) | Route::ReportLists(..))
    };
    let (listed, routes): (Vec<_>, Vec<_>) = routes.into_iter().partition(is_listed);
    let (compared, own) = routes.into_iter().partition(compares);
    let share = |name: String, basis: &str, routes| Share { made_of: Some((name, basis.to_owned())), routes };
    vec![
        share(url.to_owned(), &basis.own, own),
        share(format!("{url} sammenlignet"), &basis.compared, compared),
        share(format!("{url} i landet"), &basis.listed, listed),
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
        let Some((name, basis)) = &share.made_of else { return self.make(&share.routes).map(drop) };
        let paths: Vec<String> = share.routes.iter().map(|it| self.press.path(it)).collect();
        let fingerprint = with_paths(basis, &paths);
        if self.stage.take_over(name, &fingerprint, &paths, |it| self.is_new(it))? {
            paths.iter().for_each(|_| self.press.tell());
            return Ok(());
        }
        let (more, bytes) = self.make(&share.routes)?;
        self.stage.keep(name, &fingerprint, more, bytes);
        Ok(())
    }

    /// Makes what is at `routes`; the paths of the files that came with it, and what all of them hold.
    fn make(&self, routes: &[Route]) -> anyhow::Result<(Vec<String>, u64)> {
        let bytes = AtomicU64::new(0);
        let add = |it: &[u8]| bytes.fetch_add(it.len() as u64, Ordering::Relaxed);
        let mut jobs = render::jobs(routes);
        // What takes long first, or the other threads wait for it at the end.
        jobs.sort_by_key(|it| !matches!(it.first(), Some(Route::Search(_) | Route::Report(..))));
        jobs.par_iter().try_for_each(|job| {
            self.press.files(job, |file| {
                add(&file.bytes);
                self.stage.put(&file)?;
                self.press.tell();
                Ok(())
            })
        })?;
        let more = self.press.renderer.put_search_files(routes, |it| {
            add(&it.bytes);
            if self.is_new(&it.path) { put(self.stage, it) } else { Ok(()) }
        })?;
        Ok((more, bytes.into_inner()))
    }

    fn is_new(&self, part: &str) -> bool {
        self.parts.lock().unwrap_or_else(PoisonError::into_inner).insert(part.to_owned())
    }
}

/// Of what files are made, and which they are: others may decide which lists there are room for.
fn with_paths(basis: &str, paths: &[String]) -> String {
    let mut hasher = blake3::Hasher::new();
    for path in paths {
        hasher.update(path.as_bytes());
        hasher.update(b"\n");
    }
    format!("{basis} {}", hasher.finalize().to_hex())
}

fn put(stage: &Stage, file: Asset) -> anyhow::Result<()> {
    stage.put(&File { path: file.path, bytes: file.bytes })
}
