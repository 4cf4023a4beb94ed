//! Kommuner beside each other.

use super::desk::{Desk, list_id};
use super::parts::MOST_HERE;
use super::value::{Cell, Count, Target};
use crate::model::{
    Home, KommuneId, ListKind, Mode, ReportFormat, ReportName, Route, Scope, Site, Status, TermId, TilbudId,
};

/// The kommuner that take part, in a fylke, a region or the whole; none for other scopes.
pub(super) fn taking_part(desk: &Desk<'_>) -> Vec<KommuneId> {
    kommuner(desk).into_iter().filter(|it| desk.site.kommune(*it).med).collect()
}

/// How many kommuner of the area do not take part.
pub(super) fn n_outside(desk: &Desk<'_>) -> usize {
    kommuner(desk).into_iter().filter(|it| !desk.site.kommune(*it).med).count()
}

fn kommuner(desk: &Desk<'_>) -> Vec<KommuneId> {
    match desk.within {
        Some(Scope::Kommune(id)) => vec![id],
        within => area(desk.site, within.unwrap_or(desk.scope)),
    }
}

/// The kommuner of a fylke, a region or the whole; none of other scopes.
pub fn area(site: &Site, scope: Scope) -> Vec<KommuneId> {
    match scope {
        Scope::Portal => site.kommune_ids().collect(),
        Scope::Fylke(id) => site.fylke(id).kommuner.clone(),
        Scope::Region(id) => {
            let area = &site.region(id).dekning;
            let covers = |it: &KommuneId| {
                area.landet || area.kommuner.contains(it) || area.fylker.contains(&site.kommune(*it).fylke)
            };
            site.kommune_ids().filter(covers).collect()
        }
        _ => Vec::new(),
    }
}

/// A kommune's page of a report; none on a site that stands alone, which has no pages of others.
pub(super) fn page(desk: &Desk<'_>, id: KommuneId, name: ReportName) -> Option<Route> {
    let there = match desk.site.settings.mode {
        Mode::Portal => true,
        Mode::Standalone(own) => own == id,
    };
    there.then_some(Route::Report(Scope::Kommune(id), name, ReportFormat::Html))
}

/// A kommune's name; fictional ones say that they are.
pub(super) fn name(desk: &Desk<'_>, id: KommuneId, page: Option<Route>) -> Cell {
    let name = named(desk, id);
    match page {
        Some(route) => Cell::Link(name, Target::Route(route)),
        None => Cell::text(name),
    }
}

/// A kommune's name; fictional ones say that they are where real ones may stand beside them.
pub(super) fn named(desk: &Desk<'_>, id: KommuneId) -> String {
    let kommune = desk.site.kommune(id);
    if kommune.eksempel && desk.scope == Scope::Portal {
        return desk.name("r_example_kommune", &kommune.navn);
    }
    kommune.navn.to_string()
}

/// A number about a kommune that leads to the part `part` of the kommune's own page.
pub(super) fn number(n: usize, page: Option<&Route>, part: &str) -> Cell {
    match page {
        Some(route) => Cell::leading(n, route.clone(), part),
        None => Cell::int(n),
    }
}

/// How many tilbud a kommune shows, leading to its list of them.
pub(super) fn shown(desk: &Desk<'_>, id: KommuneId) -> Cell {
    let n = desk.shared.profile(desk.site, id).shown;
    number(n, list(desk, id, ListKind::Alle).as_ref(), "")
}

/// How many of them are on a level, leading to its list of those.
pub(super) fn on_level(desk: &Desk<'_>, id: KommuneId, level: usize) -> Count {
    let n = desk.shared.profile(desk.site, id).levels[level];
    let term = u16::try_from(level).ok().map(TermId).filter(|_| n > 0);
    Count { n, route: term.and_then(|it| list(desk, id, ListKind::Niva(it))), ..Count::default() }
}

/// A kommune's page with a list. In the preview lists hold drafts, which reports don't count.
fn list(desk: &Desk<'_>, id: KommuneId, kind: ListKind) -> Option<Route> {
    let report = page(desk, id, ReportName::Pyramide);
    report.map(|it| if desk.site.is_preview() { it } else { Route::List(Scope::Kommune(id), kind) })
}

/// How many tilbud are a kommune's own, leading to a list of them.
///
/// The report of another kommune knows the number alone and leads to the portal's list: it is not made again when
/// only a title has changed there.
pub(super) fn own(desk: &Desk<'_>, id: KommuneId) -> Cell {
    let n = desk.shared.profile(desk.site, id).own;
    let is_here = desk.within.is_some() || desk.scope == Scope::Kommune(id);
    match (n > MOST_HERE || matches!(desk.scope, Scope::Kommune(_))).then(|| list_of_own(desk, id)).flatten() {
        Some((route, part)) if !is_here => Cell::leading(n, route, &part),
        _ if matches!(desk.scope, Scope::Kommune(here) if here != id) => Cell::int(n),
        _ => desk.count_cell(own_tilbud(desk, id)),
    }
}

fn own_tilbud(desk: &Desk<'_>, id: KommuneId) -> Vec<TilbudId> {
    let is_own = |it: &TilbudId| {
        let tilbud = desk.site.tilbud(*it);
        tilbud.home == Home::Kommune(id) && tilbud.status == Status::Publisert
    };
    desk.site.shown_in(id).iter().map(|it| it.id).filter(is_own).collect()
}

/// The page and the part of it with a kommune's own tilbud: its part of the portal's lists, or, where the portal has
/// too few tilbud for such pages, the kommune's own numbers.
fn list_of_own(desk: &Desk<'_>, id: KommuneId) -> Option<(Route, String)> {
    let site = desk.site;
    let report = page(desk, id, ReportName::Kartlegging)?;
    if site.settings.mode != Mode::Portal {
        return None;
    }
    let taking_part = site.kommune_ids().filter(|it| site.kommune(*it).med);
    let in_all: usize = taking_part.map(|it| desk.shared.profile(site, it).own).sum();
    if in_all <= MOST_HERE {
        return Some((report, "t-ferskhet".to_owned()));
    }
    let part = list_id(ReportName::Kartlegging, "kommuner", site.kommune(id).slug.as_str(), "egne");
    Some((Route::ReportLists(Scope::Portal, Scope::Kommune(id)), part))
}
