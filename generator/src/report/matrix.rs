//! Kommuner beside each other.

use super::desk::Desk;
use super::value::{Cell, Target};
use crate::model::{KommuneId, Mode, ReportFormat, ReportName, Route, Scope};

/// The kommuner that take part, in a fylke, a region or the whole; none for other scopes.
pub(super) fn taking_part(desk: &Desk<'_>) -> Vec<KommuneId> {
    area(desk).into_iter().filter(|it| desk.site.kommune(*it).med).collect()
}

/// How many kommuner of the area do not take part.
pub(super) fn n_outside(desk: &Desk<'_>) -> usize {
    area(desk).into_iter().filter(|it| !desk.site.kommune(*it).med).count()
}

fn area(desk: &Desk<'_>) -> Vec<KommuneId> {
    match desk.scope {
        Scope::Portal => desk.site.kommune_ids().collect(),
        Scope::Fylke(id) => desk.site.fylke(id).kommuner.clone(),
        Scope::Region(id) => {
            let area = &desk.site.region(id).dekning;
            let covers = |it: &KommuneId| {
                area.landet || area.kommuner.contains(it) || area.fylker.contains(&desk.site.kommune(*it).fylke)
            };
            desk.site.kommune_ids().filter(covers).collect()
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

/// A number about a kommune that leads to the kommune's own page.
pub(super) fn number(n: usize, page: Option<&Route>) -> Cell {
    match page {
        Some(route) => Cell::leading(n, route.clone()),
        None => Cell::int(n),
    }
}
