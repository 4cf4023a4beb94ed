//! Gaps and overlaps.

use std::collections::{BTreeMap, BTreeSet};

use super::ages::AgeSet;
use super::desk::{Arg, Desk};
use super::lovpalagt;
use super::tally::{Axis, NO_GROUP, Place, Tally};
use super::value::{Cell, Item, Kind, Row, Section, Table};
use crate::model::{Alder, Liste, OrganisasjonId, Scope, TermId, TilbudId};

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let tilbud = desk.tilbud();
    if tilbud.is_empty() {
        return vec![Section::Notice(desk.say("r_nothing"))];
    }
    let mut sections = vec![desk.heading("mangler", "r_head_gaps"), desk.text("r_questions_lead")];
    sections.extend(gaps(desk, &tilbud));
    if let Scope::Kommune(id) = desk.scope
        && !desk.site.kommune(id).bydeler.is_empty()
    {
        let axes = (Axis::Theme, Axis::District(id));
        let tally = Tally::new(desk, axes.0, axes.1, &tilbud).found_by("");
        sections.push(Section::Table(tally.table(desk, "tema-bydel", axes, "r_col_theme")));
        sections.push(Section::List(missing(desk, &tally, axes)));
    }
    if !desk.is_wide() {
        sections.extend(overlaps(desk));
    }
    sections
}

/// The matrices, and in words where they are zero.
fn gaps(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Vec<Section> {
    let mut sections = Vec::new();
    for (id, columns) in [("risiko-alder", Axis::Age), ("risiko-niva", Axis::Level)] {
        let axes = (Axis::Risk, columns);
        let tally = Tally::new(desk, axes.0, axes.1, tilbud).found_by("");
        sections.push(Section::Table(tally.table(desk, id, axes, "r_col_risk")));
        sections.push(Section::List(missing(desk, &tally, axes)));
    }
    sections
}

/// One line for each row that something is missing for. Nothing is asked of tilbud for no group, and of
/// pregnancy, which is no age of a child.
fn missing(desk: &Desk<'_>, tally: &Tally, axes: (Axis, Axis)) -> Vec<Item> {
    let places = axes.1.places(desk);
    let pregnancy = |at: usize| {
        axes.1 == Axis::Age && desk.site.vokabular.list(Liste::Aldersband).get(at).is_some_and(|it| it.alder.is_none())
    };
    let line = |(row, place): (usize, Place)| {
        let zero = |at: &usize| tally.at(row, *at).is_empty() && !pregnancy(*at);
        let names: Vec<&str> = (0..places.len()).filter(zero).map(|at| places[at].name.as_str()).collect();
        let what = [("risk", Arg::Text(&place.name)), ("name", Arg::Text(&names.join(", ")))];
        let asked = !names.is_empty() && place.key != NO_GROUP;
        asked.then(|| Item { text: desk.fill("r_nothing_for", &what), tilbud: Vec::new() })
    };
    axes.0.places(desk).into_iter().enumerate().filter_map(line).collect()
}

/// Tilbud that meet in level, theme and ages.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Overlap {
    pub(super) level: TermId,
    pub(super) themes: BTreeSet<TermId>,
    pub(super) ages: AgeSet,
    pub(super) tilbud: Vec<TilbudId>,
}

fn overlaps(desk: &Desk<'_>) -> Vec<Section> {
    let found = find(desk, &desk.own());
    let lead = if found.is_empty() { "r_no_overlaps" } else { "r_overlaps_lead" };
    let mut sections = vec![desk.heading("overlapp", "r_head_overlaps"), desk.text(lead)];
    if found.is_empty() {
        return sections;
    }
    let columns = desk.columns(&[
        ("tema", "r_col_theme", Kind::Text),
        ("niva", "r_col_level", Kind::Text),
        ("alder", "r_col_shared_ages", Kind::Text),
        ("tilbud", "r_col_tilbud", Kind::Links),
        ("hvem", "r_col_given_by", Kind::Text),
        ("felles", "r_col_in_common", Kind::Text),
    ]);
    let rows = (1..).zip(&found).map(|(at, it)| row(desk, at, it)).collect();
    sections.push(Section::Table(Table::new("overlapp", desk.say("r_table_overlapp"), columns, rows)));
    sections
}

fn row(desk: &Desk<'_>, at: usize, overlap: &Overlap) -> Row {
    let themes: Vec<String> = overlap.themes.iter().map(|it| desk.term(Liste::Tema, *it)).collect();
    let cells = vec![
        Cell::text(themes.join(", ")),
        Cell::text(desk.term(Liste::Pyramideniva, overlap.level)),
        Cell::Ages(lovpalagt::ages(desk, overlap.ages), overlap.ages),
        Cell::Tilbud(overlap.tilbud.clone()),
        Cell::Words(lovpalagt::givers(desk, &overlap.tilbud)),
        Cell::text(in_common(desk, &overlap.tilbud)),
    ];
    Row::new(at.to_string(), cells)
}

/// What all of them have in common, and so could be coordinated: types, target groups, places.
fn in_common(desk: &Desk<'_>, tilbud: &[TilbudId]) -> String {
    let common = |of: &dyn Fn(TilbudId) -> Vec<String>| -> Vec<String> {
        let mut lists = tilbud.iter().map(|it| of(*it));
        let first = lists.next().unwrap_or_default();
        lists.fold(first, |kept, list| kept.into_iter().filter(|it| list.contains(it)).collect())
    };
    let terms = |list: Liste, ids: &[TermId]| ids.iter().map(|it| desk.term(list, *it)).collect::<Vec<_>>();
    let types = common(&|it| terms(Liste::Tilbudstype, &desk.site.tilbud(it).tilbudstype));
    let groups = common(&|it| terms(Liste::Malgrupper, &desk.site.tilbud(it).malgrupper));
    let places = common(&|it| places(desk, it));
    let parts = [("r_common_types", types), ("r_common_groups", groups), ("r_common_places", places)];
    let said = parts.iter().filter(|(_, list)| !list.is_empty()).map(|(id, list)| desk.name(id, &list.join(", ")));
    said.collect::<Vec<_>>().join("; ")
}

/// Where a tilbud is given, by name; nothing of a hidden address.
fn places(desk: &Desk<'_>, id: TilbudId) -> Vec<String> {
    let open = desk.site.tilbud(id).steder.iter().filter(|it| !it.adresse_skjult);
    open.filter_map(|it| it.navn.as_ref()).map(|it| it.best(desk.lang).to_owned()).collect()
}

/// The overlaps among `tilbud`, those with most tilbud first.
///
/// All tilbud of one overlap share a level, a theme and at least one year of age, and at least two
/// bodies give them. Sets that are part of a larger one of the same level and theme are left out;
/// the same set under several themes is one overlap.
pub(super) fn find(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Vec<Overlap> {
    let mut groups: BTreeMap<(TermId, TermId), Vec<TilbudId>> = BTreeMap::new();
    for id in tilbud {
        let it = desk.site.tilbud(*id);
        for (level, theme) in
            it.pyramideniva.into_iter().flat_map(|level| it.tema.iter().map(move |theme| (level, theme)))
        {
            groups.entry((level, *theme)).or_default().push(*id);
        }
    }
    let mut found: BTreeMap<(TermId, Vec<TilbudId>), BTreeSet<TermId>> = BTreeMap::new();
    for ((level, theme), members) in groups {
        for set in meeting(desk, &members) {
            found.entry((level, set)).or_default().insert(theme);
        }
    }
    let mut overlaps: Vec<Overlap> = found
        .into_iter()
        .map(|((level, tilbud), themes)| Overlap { level, themes, ages: shared(desk, &tilbud), tilbud })
        .collect();
    overlaps.sort_by_key(|it| std::cmp::Reverse(it.tilbud.len()));
    overlaps
}

/// The largest sets of tilbud that have a year of age in common and more than one giver.
fn meeting(desk: &Desk<'_>, members: &[TilbudId]) -> Vec<Vec<TilbudId>> {
    let holds = |id: &TilbudId, age: u8| desk.site.tilbud(*id).alder.overlaps(Alder { fra: Some(age), til: Some(age) });
    let mut sets: Vec<Vec<TilbudId>> = Vec::new();
    for age in 0..=Alder::MAX {
        let set: Vec<TilbudId> = members.iter().copied().filter(|it| holds(it, age)).collect();
        if sets.last() != Some(&set) && !sets.contains(&set) && several_givers(desk, &set) {
            sets.push(set);
        }
    }
    let part = |a: &[TilbudId], b: &[TilbudId]| a.len() < b.len() && a.iter().all(|it| b.contains(it));
    sets.iter().filter(|it| !sets.iter().any(|other| part(it, other))).cloned().collect()
}

fn several_givers(desk: &Desk<'_>, set: &[TilbudId]) -> bool {
    let giver = |id: &TilbudId| -> Option<OrganisasjonId> { desk.site.tilbud(*id).eier };
    set.first().is_some_and(|first| set.iter().any(|it| giver(it) != giver(first)))
}

fn shared(desk: &Desk<'_>, set: &[TilbudId]) -> AgeSet {
    let ages = set.iter().map(|it| AgeSet::of(desk.site.tilbud(*it).alder));
    ages.reduce(AgeSet::meet).unwrap_or(AgeSet::NONE)
}
