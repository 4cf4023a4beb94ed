//! Where the lists are that are too long for the page of a report.
//!
//! Of a kommune, a fylke or another body, they are whole on a page of their own. The portal's numbers are parted by
//! whose home the tilbud is: first by fylke, there by kommune, and there they are listed. The tilbud of the state,
//! of regions and of country-wide organisations are a part each; a fylkeskommune's own stand in its fylke's.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::Desk;
use super::value::{Count, Counted};
use crate::model::{FylkeId, Home, Route, Scope, Site, Status, TilbudId};

/// Most tilbud that the page of a report lists behind a number that no search finds.
pub(super) const MOST_HERE: usize = 25;

/// The pages of lists behind the reports of `scope`, which shows `tilbud`.
pub fn list_pages(site: &Site, scope: Scope, tilbud: &[TilbudId]) -> Vec<Route> {
    let published = || tilbud.iter().filter(|it| site.tilbud(**it).status == Status::Publisert);
    if published().count() <= MOST_HERE {
        return Vec::new();
    }
    if scope != Scope::Portal {
        return vec![Route::ReportLists(scope, scope)];
    }
    let homes: BTreeSet<Home> = published().map(|it| site.tilbud(*it).home).collect();
    let parts: BTreeSet<Scope> = homes.iter().flat_map(|it| [area(site, *it), site.scope_of(*it)]).collect();
    parts.into_iter().map(|it| Route::ReportLists(scope, it)).collect()
}

/// The part of the portal that a home is in.
fn area(site: &Site, home: Home) -> Scope {
    match home {
        Home::Kommune(id) => Scope::Fylke(site.kommune(id).fylke),
        other => site.scope_of(other),
    }
}

/// Whether a number counts more than the page of a report lists, and no search finds it.
pub(super) fn is_long(count: &Count) -> bool {
    let is_listed = matches!(count.of, Counted::Tilbud(_) | Counted::Together(_));
    is_listed && count.filters.is_empty() && count.of.len() > MOST_HERE
}

/// Whether a number's list stands on a page of lists: of a part of the portal, all that the portal's own page may
/// have no room for; else the long ones.
pub(super) fn is_listed_apart(desk: &Desk<'_>, count: &Count) -> bool {
    let is_open = count.n > 0 && count.route.is_none() && count.filters.is_empty();
    let is_listed = matches!(count.of, Counted::Tilbud(_) | Counted::Together(_));
    match desk.within {
        None => is_open && is_long(count) && matches!(count.of, Counted::Tilbud(_)),
        // What is one body's has its list on the body's own page.
        Some(part) => {
            is_open && is_listed && !(is_long(count) && only_home(desk, &count.of).is_some_and(|it| it != part))
        }
    }
}

/// The tilbud whose homes decide in which part something is: itself, or the first of several.
fn heads(of: &Counted) -> Vec<TilbudId> {
    match of {
        Counted::Tilbud(list) => list.clone(),
        Counted::Together(list) => list.iter().filter_map(|it| it.first()).copied().collect(),
        _ => Vec::new(),
    }
}

/// What a long number of the portal is parted in.
pub(super) struct Parts {
    /// What the part itself is the home of: of a fylke, what the fylkeskommune gives.
    pub own: Counted,
    /// The parts: whose it is, whose page has it, and how many there are. What is at home in one place alone is
    /// on the page of that place.
    pub others: Vec<(Scope, Scope, usize)>,
}

/// Parts what a number counts: all of the portal by fylke and other bodies, a fylke's part by kommune.
pub(super) fn part(desk: &Desk<'_>, of: &Counted) -> Parts {
    let is_own = |id: TilbudId| desk.within.is_some_and(|it| desk.site.scope_of(desk.site.tilbud(id).home) == it);
    let mut others: BTreeMap<Scope, BTreeMap<Home, usize>> = BTreeMap::new();
    for id in heads(of).into_iter().filter(|it| !is_own(*it)) {
        let home = desk.site.tilbud(id).home;
        let part = if desk.within.is_some() { desk.site.scope_of(home) } else { area(desk.site, home) };
        *others.entry(part).or_default().entry(home).or_default() += 1;
    }
    let lead = |(part, homes): (Scope, BTreeMap<Home, usize>)| {
        let only = homes.keys().next().filter(|_| homes.len() == 1).map(|it| desk.site.scope_of(*it));
        (part, only.unwrap_or(part), homes.values().sum())
    };
    let others = others.into_iter().map(lead).collect();
    let own = match of {
        Counted::Tilbud(list) => Counted::Tilbud(list.iter().copied().filter(|it| is_own(*it)).collect()),
        Counted::Together(list) => {
            let first = |it: &&Vec<TilbudId>| it.first().is_some_and(|it| is_own(*it));
            Counted::Together(list.iter().filter(first).cloned().collect())
        }
        _ => Counted::Unsaid,
    };
    Parts { own, others }
}

/// Whose home all that a number counts is, when it is one.
pub(super) fn only_home(desk: &Desk<'_>, of: &Counted) -> Option<Scope> {
    let mut homes = heads(of).into_iter().map(|it| desk.site.tilbud(it).home);
    let first = homes.next()?;
    homes.all(|it| it == first).then(|| desk.site.scope_of(first))
}

/// Whether what belongs to `home` is in the part of the portal that the desk is about.
pub(super) fn holds(desk: &Desk<'_>, home: Home) -> bool {
    desk.within.is_none_or(|it| area(desk.site, home) == it || desk.site.scope_of(home) == it)
}

/// Everything that a fylke's part of the portal is made of, whatever its status.
pub(super) fn records_of_fylke(desk: &Desk<'_>, id: FylkeId) -> Vec<TilbudId> {
    let kommuner = desk.site.fylke(id).kommuner.iter().map(|it| Home::Kommune(*it));
    let homes = kommuner.chain([Home::Fylke(id)]);
    let mut found: Vec<TilbudId> = homes.flat_map(|it| desk.shared.records(desk.site, it)).copied().collect();
    found.sort_unstable();
    found
}
