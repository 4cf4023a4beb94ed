//! A kommune beside its neighbours, kommuner of like size, its fylke and the country.

use super::desk::Desk;
use super::matrix;
use super::profile::Together;
use super::tally::Axis;
use super::value::{Cell, Count, Kind, Row, Section, Table};
use crate::model::{KommuneId, ReportName, Route, Scope};

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
        let row = |id: &KommuneId| Row::new(desk.site.kommune(*id).slug.as_str(), line(desk, *id));
        let grouped = |it: Row| if heading.is_empty() { it } else { it.within(&**heading) };
        rows.extend(list.iter().map(row).map(grouped));
    }
    rows.extend(averages(desk));
    let mut columns = desk.columns(&[
        ("kommune", "r_col_kommune", Kind::Text),
        ("plikter-dekket", "r_col_duties_met", Kind::Percent),
        ("tilbud", "r_col_tilbud", Kind::Number),
        ("egne", "r_own_tilbud", Kind::Number),
        ("barn", "r_col_children", Kind::Number),
        ("per-1000-barn", "r_col_per_1000", Kind::Number),
    ]);
    columns.extend(Axis::Level.columns(desk, Kind::Percent));
    Table::new("sammenligning", desk.say("r_table_compare"), columns, rows)
        .grouped(desk.say("r_col_compared"))
        .note(desk.say("r_note_compare"))
}

fn line(desk: &Desk<'_>, id: KommuneId) -> Vec<Cell> {
    let kommune = desk.site.kommune(id);
    let profile = desk.shared.profile(desk.site, id);
    let here = desk.scope == Scope::Kommune(id);
    let page = |name: ReportName| matrix::page(desk, id, name);
    let children = kommune.barn.as_ref().filter(|it| it.antall > 0).map(|it| it.antall);
    let per = children.map_or(Cell::Empty, |it| Cell::Number(profile.own as f64 * 1000.0 / f64::from(it), 1));
    let (met, applies) = profile.met();
    let mut cells = vec![
        matrix::name(desk, id, page(ReportName::Sammenligning).filter(|_| !here)),
        share(met, applies, leading(met, page(ReportName::Lovpalagt))),
        matrix::shown(desk, id),
        matrix::own(desk, id),
        children.map_or(Cell::Empty, |it| Cell::Number(f64::from(it), 0)),
        per,
    ];
    let levels = profile.levels.iter().enumerate();
    cells.extend(levels.map(|(at, it)| share(*it, profile.shown, matrix::on_level(desk, id, at))));
    cells
}

fn share(part: usize, whole: usize, of: Count) -> Cell {
    Cell::Percent { part: part as f64, whole: whole as f64, of }
}

/// Duties that are met, leading to the kommune's sums of them.
fn leading(n: usize, page: Option<Route>) -> Count {
    Count { n, route: page.filter(|_| n > 0), part: "t-sum".to_owned(), ..Count::default() }
}

/// The fylke and the country, as all their kommuner that take part together; fictional ones beside a fictional one.
fn averages(desk: &Desk<'_>) -> Vec<Row> {
    let Scope::Kommune(id) = desk.scope else { return Vec::new() };
    let (site, kommune) = (desk.site, desk.site.kommune(id));
    let row = |key: &str, name: String, all: &Together| {
        Row::new(key, together(desk, name, all)).within(desk.say("r_compare_together"))
    };
    let fylke = site.fylke(kommune.fylke);
    let mut rows =
        vec![row(&format!("fylke/{}", fylke.slug), fylke.navn.to_string(), desk.shared.fylke(site, kommune.fylke))];
    let country = if kommune.eksempel { "r_compare_examples" } else { "whole_country" };
    rows.push(row("landet", desk.say(country), desk.shared.country(site, kommune.eksempel)));
    rows
}

fn together(desk: &Desk<'_>, name: String, all: &Together) -> Vec<Cell> {
    let (own, children) = (all.counted.0 as f64, all.counted.1 as f64);
    let per = if children > 0.0 { Cell::Number(own * 1000.0 / children, 1) } else { Cell::Empty };
    let mean = |n: usize| if all.kommuner == 0 { Cell::Empty } else { Cell::Number(n as f64 / all.kommuner as f64, 1) };
    let mut cells = vec![
        Cell::text(format!("{name} ({})", desk.count("r_n_kommuner", all.kommuner))),
        share(all.met.0, all.met.1, Count::default()),
        mean(all.shown),
        mean(all.own),
        if children > 0.0 { Cell::Number(children, 0) } else { Cell::Empty },
        per,
    ];
    cells.extend(all.levels.iter().map(|it| share(*it, all.shown, Count::default())));
    cells
}
