//! Every address of a site.

use std::collections::{BTreeMap, BTreeSet};

use super::feeds::{MOST_ADDRESSES, Sitemap};
use super::lists::ScopeIndex;
use crate::model::{
    DataFile, Embed, Home, KommuneId, ListKind, Mode, OrganisasjonId, RegionId, Route, Scope, Side, SideKind, Site,
    TilbudId,
};
use crate::{data, host, report};

/// Lists every page of `site`, each address once, in a stable order: what is nobody's own, then kommune by
/// kommune, each with its tilbud.
///
/// A list exists when it holds something; a tilbud when the audience may see it.
pub fn routes(site: &Site) -> Vec<Route> {
    all(site, &ScopeIndex::new(site))
}

/// The same with an index that is there already.
pub(super) fn all(site: &Site, index: &ScopeIndex) -> Vec<Route> {
    let mut routes = common(site, index);
    let (mut own, mut others): (BTreeMap<KommuneId, Vec<Route>>, _) = Default::default();
    for id in tilbud(site, index) {
        let of_home = match site.tilbud(id).home {
            Home::Kommune(it) => own.entry(it).or_default(),
            _ => &mut others,
        };
        of_home.push(Route::Tilbud(id));
    }
    routes.append(&mut others);
    for id in kommuner(site) {
        kommune(site, index, id, &mut routes);
        routes.extend(own.remove(&id).unwrap_or_default());
    }
    // On the site of one kommune: what it shows of its neighbours'.
    routes.extend(own.into_values().flatten());
    let n_parts = Sitemap::of(site, &routes, MOST_ADDRESSES).n_parts();
    routes.extend((1..=n_parts).map(Route::SitemapPart));
    routes
}

/// What is neither a kommune's own pages nor a tilbud.
pub(super) fn common(site: &Site, index: &ScopeIndex) -> Vec<Route> {
    let mut routes = match site.settings.mode {
        Mode::Portal => portal(site, index),
        Mode::Standalone(id) => owners(site, id),
    };
    routes.extend(for_others(site));
    routes.extend([Route::NotFound(site.main_scope()), Route::Sitemap, Route::Robots]);
    routes
}

/// The first pages of those whose tilbud a kommune that stands alone shows: the state, its fylke, its region,
/// organisations.
fn owners(site: &Site, kommune: KommuneId) -> Vec<Route> {
    let tilbud = || site.shown_in(kommune).iter().map(|it| site.tilbud(it.id));
    let homes = tilbud().map(|it| site.scope_of(it.home));
    let givers = tilbud().filter_map(|it| it.eier).filter(|it| site.organisasjon(*it).home.is_none());
    let scopes: BTreeSet<Scope> = homes.chain(givers.map(Scope::Organisasjon)).collect();
    scopes.into_iter().filter(|it| !matches!(it, Scope::Kommune(_))).map(Route::Home).collect()
}

/// The kommuner that get pages: all, or the one that stands alone.
pub(super) fn kommuner(site: &Site) -> Vec<KommuneId> {
    match site.settings.mode {
        Mode::Portal => site.kommune_ids().collect(),
        Mode::Standalone(id) => vec![id],
    }
}

fn portal(site: &Site, index: &ScopeIndex) -> Vec<Route> {
    let mut routes = vec![
        Route::Home(Scope::Portal),
        Route::Search(Scope::Portal),
        Route::Kommuner,
        Route::Fylker,
        Route::Organisasjoner,
        Route::Metoden,
        Route::HeleMetoden,
        Route::Home(Scope::Stat),
    ];
    lists(site, index, Scope::Portal, &mut routes);
    routes.extend((0..).zip(&site.sider).filter(|(_, side)| has_own_page(side)).map(|(at, _)| Route::Side(at)));
    routes.extend(site.fylke_ids().map(|it| Route::Home(Scope::Fylke(it))));
    routes.extend((0..site.regioner.len()).filter_map(region).map(Route::Home));
    routes.extend(country_wide(site).map(|id| Route::Home(Scope::Organisasjon(id))));
    let areas = site.fylke_ids().map(Scope::Fylke).chain((0..site.regioner.len()).filter_map(region));
    let owners = country_wide(site).map(Scope::Organisasjon);
    let all = [Scope::Portal, Scope::Stat].into_iter().chain(areas).chain(owners);
    routes.extend(all.flat_map(|it| reports(site, index, it)));
    routes
}

/// Where a page of text is read.
pub(super) fn of_side(at: u32, side: &Side) -> Route {
    match side.kind {
        _ if has_own_page(side) => Route::Side(at),
        SideKind::Side => Route::Data(Scope::Portal),
        SideKind::Metode => Route::Metoden,
    }
}

/// The short method is what `/metoden/` itself shows, and the text about data is on `/data/`, above the files.
pub(super) fn has_own_page(side: &Side) -> bool {
    match side.kind {
        SideKind::Side => !is_about_data(side),
        SideKind::Metode => side.trinn.is_some(),
    }
}

/// Whether a page is the text of `/data/`.
pub(super) fn is_about_data(side: &Side) -> bool {
    side.kind == SideKind::Side && side.slug.as_str() == "data"
}

/// Open data, frames, and what the host is told.
fn for_others(site: &Site) -> Vec<Route> {
    let mut routes = vec![Route::EmbedScript, Route::Headers, Route::Redirects];
    for scope in data::scopes(site) {
        routes.extend([Route::Data(scope), Route::OpenSearch(scope)]);
        routes.extend(DataFile::ALL.map(|file| Route::DataFile(scope, file)));
    }
    for id in host::embedding(site) {
        routes.extend(Embed::ALL.map(|embed| Route::Embed(id, embed)));
    }
    routes
}

fn region(at: usize) -> Option<Scope> {
    Some(Scope::Region(RegionId(u16::try_from(at).ok()?)))
}

/// The organisations that are nobody's department.
pub(super) fn country_wide(site: &Site) -> impl Iterator<Item = OrganisasjonId> + '_ {
    (0..).zip(&site.organisasjoner).filter(|(_, it)| it.home.is_none()).map(|(at, _)| OrganisasjonId(at))
}

/// The pages of a kommune but its tilbud.
pub(super) fn kommune(site: &Site, index: &ScopeIndex, id: KommuneId, routes: &mut Vec<Route>) {
    let scope = Scope::Kommune(id);
    routes.extend([Route::Home(scope), Route::Search(scope)]);
    routes.extend(site.kommune(id).med.then_some(Route::MyList(id)));
    // A kommune that stands alone has the site's own.
    let is_part = site.kommune(id).med && site.main_scope() == Scope::Portal;
    routes.extend(is_part.then_some(Route::NotFound(scope)));
    lists(site, index, scope, routes);
    routes.extend(reports(site, index, scope));
}

/// The lists of a kommune or of the portal. What only repeats the portal's is there.
fn lists(site: &Site, index: &ScopeIndex, scope: Scope, routes: &mut Vec<Route>) {
    let lists = index.lists(site, scope);
    if lists.home() == scope {
        // A–Å exists even where there is nothing to show.
        routes.extend([Route::TalkNow(scope), Route::Browse(scope), Route::List(scope, ListKind::Alle)]);
    }
    let kinds = lists.own_kinds().filter(|kind| *kind != ListKind::Alle);
    routes.extend(kinds.map(|kind| Route::List(scope, kind)));
}

/// Whether the site has pages with reports about a scope. An organisation in a kommune has no pages of its
/// own; its reports are had from the command line.
pub(super) fn has_reports(site: &Site, scope: Scope) -> bool {
    let has_pages = match scope {
        Scope::Organisasjon(id) => site.organisasjon(id).home.is_none(),
        _ => true,
    };
    has_pages && !report::names(site, scope).is_empty()
}

/// The reports of a scope, their files, the page that lists them, and those with the lists behind their numbers.
fn reports(site: &Site, index: &ScopeIndex, scope: Scope) -> Vec<Route> {
    if !has_reports(site, scope) {
        return Vec::new();
    }
    let mut routes = vec![Route::Reports(scope)];
    for name in report::names(site, scope) {
        routes.extend(report::format::ALL.map(|format| Route::Report(scope, *name, format)));
    }
    routes.extend(report::list_pages(site, scope, &index.ids_in(site, scope)));
    routes
}

fn tilbud(site: &Site, index: &ScopeIndex) -> Vec<TilbudId> {
    index.ids_in(site, site.main_scope())
}
