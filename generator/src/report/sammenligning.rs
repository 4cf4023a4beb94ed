//! A kommune beside its neighbours, kommuner of like size, its fylke and the country.

use super::desk::Desk;
use super::matrix;
use super::profile::Profile;
use super::tally::Axis;
use super::value::{Cell, Column, Kind, Row, Section, Table, Target};
use crate::model::{KommuneId, Mode, ReportFormat, ReportName, Route, Scope};

/// Kommuner of like size have between these shares of the kommune's own number of inhabitants.
const LIKE_SIZE: (f64, f64) = (0.7, 1.3);
/// At most so many kommuner of like size are shown, the nearest in size first.
const MOST_LIKE: usize = 8;

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let groups = groups(desk);
    if groups.iter().all(|(_, list)| list.is_empty()) {
        return vec![Section::Notice(desk.say("r_no_kommuner"))];
    }
    vec![desk.text("r_compare_lead"), Section::Table(table(desk, &groups)), desk.text("r_compare_small")]
}

/// Whom to show, each group with its heading. A kommune is shown once.
fn groups(desk: &Desk<'_>) -> Vec<(String, Vec<KommuneId>)> {
    let Scope::Kommune(id) = desk.scope else {
        return vec![(String::new(), matrix::taking_part(desk))];
    };
    let site = desk.site;
    let mut shown = vec![id];
    let fresh = |list: Vec<KommuneId>, shown: &mut Vec<KommuneId>| {
        let list: Vec<KommuneId> = list.into_iter().filter(|it| site.kommune(*it).med && !shown.contains(it)).collect();
        shown.extend(&list);
        list
    };
    let neighbours = fresh(site.kommune(id).naboer.clone(), &mut shown);
    let like = fresh(like_size(desk, id), &mut shown);
    vec![
        (desk.say("r_compare_own"), vec![id]),
        (desk.say("r_compare_neighbours"), neighbours),
        (desk.say("r_compare_like"), like),
    ]
}

/// Kommuner of like size that take part, the nearest in size first; fictional ones beside fictional ones.
fn like_size(desk: &Desk<'_>, id: KommuneId) -> Vec<KommuneId> {
    let site = desk.site;
    let people = |it: KommuneId| site.kommune(it).innbyggere.as_ref().map(|it| f64::from(it.antall));
    let Some(own) = people(id).filter(|it| *it > 0.0) else { return Vec::new() };
    let mut found: Vec<(u64, KommuneId)> = site
        .kommune_ids()
        .filter(|it| *it != id && site.kommune(*it).med && site.kommune(*it).eksempel == site.kommune(id).eksempel)
        .filter_map(|it| Some((people(it)?, it)))
        .filter(|(n, _)| *n >= own * LIKE_SIZE.0 && *n <= own * LIKE_SIZE.1)
        .map(|(n, it)| ((n - own).abs() as u64, it))
        .collect();
    found.sort_unstable();
    found.into_iter().take(MOST_LIKE).map(|(_, it)| it).collect()
}

fn table(desk: &Desk<'_>, groups: &[(String, Vec<KommuneId>)]) -> Table {
    let mut rows = Vec::new();
    for (heading, list) in groups {
        let group = (!heading.is_empty()).then(|| heading.clone());
        rows.extend(list.iter().map(|it| Row { group: group.clone(), ..Row::new(line(desk, *it)) }));
    }
    rows.extend(averages(desk));
    let mut columns = desk.columns(&[
        ("r_col_kommune", Kind::Text),
        ("r_col_duties_met", Kind::Percent),
        ("r_col_tilbud", Kind::Number),
        ("r_own_tilbud", Kind::Number),
        ("r_col_per_1000", Kind::Number),
    ]);
    columns.extend(Axis::Level.places(desk).into_iter().map(|(name, _)| Column { name, kind: Kind::Percent }));
    Table {
        id: "sammenligning".to_owned(),
        caption: desk.say("r_table_compare"),
        note: desk.say("r_note_compare"),
        columns,
        rows,
    }
}

fn line(desk: &Desk<'_>, id: KommuneId) -> Vec<Cell> {
    let kommune = desk.site.kommune(id);
    let profile = desk.shared.profile(desk.site, id);
    let here = desk.scope == Scope::Kommune(id);
    // A site that stands alone has no pages of others.
    let name = match desk.site.settings.mode {
        Mode::Portal if !here => {
            let route = Route::Report(Scope::Kommune(id), ReportName::Sammenligning, ReportFormat::Html);
            Cell::Link(kommune.navn.to_string(), Target::Route(route))
        }
        _ => Cell::text(&*kommune.navn),
    };
    let per = kommune.barn.as_ref().filter(|it| it.antall > 0);
    let per = per.map_or(Cell::Empty, |it| Cell::Number(profile.own as f64 * 1000.0 / f64::from(it.antall), 1));
    let (met, applies) = profile.met();
    let mut cells = vec![name, share(met, applies), Cell::int(profile.shown), Cell::int(profile.own), per];
    cells.extend(profile.levels.iter().map(|it| share(*it, profile.shown)));
    cells
}

fn share(part: usize, whole: usize) -> Cell {
    Cell::Percent { part: part as f64, whole: whole as f64 }
}

/// The fylke and the country, as all their kommuner that take part together.
fn averages(desk: &Desk<'_>) -> Vec<Row> {
    let Scope::Kommune(id) = desk.scope else { return Vec::new() };
    let fylke = desk.site.kommune(id).fylke;
    let example = desk.site.kommune(id).eksempel;
    let all = |wanted: &dyn Fn(KommuneId) -> bool| -> Vec<KommuneId> {
        let fits = |it: &KommuneId| desk.site.kommune(*it).med && wanted(*it);
        desk.site.kommune_ids().filter(fits).collect()
    };
    let row = |name: String, list: &[KommuneId]| {
        let group = Some(desk.say("r_compare_together"));
        Row { group, sum: false, cells: together(desk, name, list) }
    };
    let mut rows = vec![row(desk.site.fylke(fylke).navn.to_string(), &all(&|it| desk.site.kommune(it).fylke == fylke))];
    if !example {
        rows.push(row(desk.say("whole_country"), &all(&|it| !desk.site.kommune(it).eksempel)));
    }
    rows
}

fn together(desk: &Desk<'_>, name: String, list: &[KommuneId]) -> Vec<Cell> {
    let profiles: Vec<&Profile> = list.iter().map(|it| desk.shared.profile(desk.site, *it)).collect();
    let sum = |of: &dyn Fn(&Profile) -> usize| profiles.iter().map(|it| of(it)).sum::<usize>();
    let counted = list.iter().filter_map(|it| Some((*it, desk.site.kommune(*it).barn.as_ref()?.antall)));
    let (mut own, mut children) = (0, 0.0);
    for (id, n) in counted {
        own += desk.shared.profile(desk.site, id).own;
        children += f64::from(n);
    }
    let per = if children > 0.0 { Cell::Number(own as f64 * 1000.0 / children, 1) } else { Cell::Empty };
    let shown = sum(&|it| it.shown);
    let mean = |n: usize| if list.is_empty() { Cell::Empty } else { Cell::Number(n as f64 / list.len() as f64, 0) };
    let name = format!("{name} ({})", desk.count("r_n_kommuner", list.len()));
    let mut cells = vec![
        Cell::text(name),
        share(sum(&|it| it.met().0), sum(&|it| it.met().1)),
        mean(shown),
        mean(sum(&|it| it.own)),
        per,
    ];
    for level in 0..desk.site.vokabular.list(crate::model::Liste::Pyramideniva).len() {
        cells.push(share(sum(&|it| it.levels[level]), shown));
    }
    cells
}
