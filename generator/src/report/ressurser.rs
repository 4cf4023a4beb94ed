//! Staff, premises and money.

use super::desk::{Arg, Desk};
use super::tally::Axis;
use super::value::{Cell, Kind, Row, Section, Table};
use crate::model::{Liste, Ressurser, TilbudId};

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let own = desk.own();
    let said: Vec<TilbudId> = own.iter().copied().filter(|it| desk.site.tilbud(*it).ressurser.is_some()).collect();
    let known = desk.fill("r_n_resources", &[("n", Arg::Number(said.len())), ("all", Arg::Number(own.len()))]);
    let mut sections = vec![Section::Text(known)];
    if said.is_empty() {
        return sections;
    }
    for (id, axis, corner) in [("niva", Axis::Level, "r_col_level"), ("alder", Axis::Age, "r_col_age")] {
        sections.push(Section::Table(by_axis(desk, id, axis, corner, &said)));
    }
    let groups = desk.by_giver(&said);
    sections.push(Section::Table(sums(desk, "etat", "r_col_given_by", &groups)));
    if !desk.is_wide() {
        sections.push(Section::Table(each(desk, &said)));
    }
    sections
}

fn of<'a>(desk: &Desk<'a>, id: TilbudId) -> Option<&'a Ressurser> {
    desk.site.tilbud(id).ressurser.as_ref()
}

fn by_axis(desk: &Desk<'_>, id: &str, axis: Axis, corner: &str, said: &[TilbudId]) -> Table {
    let mut groups: Vec<(String, Vec<TilbudId>)> =
        axis.places(desk).into_iter().map(|(name, _)| (name, Vec::new())).collect();
    for it in said {
        for at in axis.of(desk, desk.site.tilbud(*it)) {
            groups[at].1.push(*it);
        }
    }
    sums(desk, id, corner, &groups)
}

/// Sums of what is said: nothing is filled in for tilbud that say nothing.
fn sums(desk: &Desk<'_>, id: &str, corner: &str, groups: &[(String, Vec<TilbudId>)]) -> Table {
    let row = |(name, list): &(String, Vec<TilbudId>)| {
        let found: Vec<&Ressurser> = list.iter().filter_map(|it| of(desk, *it)).collect();
        let years: Vec<f64> = found.iter().filter_map(|it| it.arsverk).collect();
        let money: Vec<u64> = found.iter().filter_map(|it| it.midler).collect();
        let number = |any: bool, n: f64, decimals| if any { Cell::Number(n, decimals) } else { Cell::Empty };
        Row::new(vec![
            Cell::text(name),
            Cell::Count(desk.counted(list.clone())),
            number(!years.is_empty(), years.iter().sum(), 1),
            number(!money.is_empty(), money.iter().sum::<u64>() as f64, 0),
        ])
    };
    Table {
        id: id.to_owned(),
        caption: desk.say(&format!("r_table_resources_{id}")),
        note: desk.say(if id == "alder" { "r_note_resources_age" } else { "r_note_resources" }),
        columns: desk.columns(&[
            (corner, Kind::Text),
            ("r_col_n_said", Kind::Number),
            ("r_col_arsverk", Kind::Number),
            ("r_col_money", Kind::Number),
        ]),
        rows: groups.iter().map(row).collect(),
    }
}

fn each(desk: &Desk<'_>, said: &[TilbudId]) -> Table {
    let row = |id: &TilbudId| {
        let (tilbud, it) = (desk.site.tilbud(*id), of(desk, *id)?);
        let level = tilbud.pyramideniva.map(|it| desk.term(Liste::Pyramideniva, it)).unwrap_or_default();
        Some(Row::new(vec![
            desk.link(*id),
            Cell::text(desk.giver(tilbud)),
            Cell::text(level),
            it.arsverk.map_or(Cell::Empty, |n| Cell::Number(n, 1)),
            it.midler.map_or(Cell::Empty, |n| Cell::Number(n as f64, 0)),
            Cell::text(it.finansiering.as_deref().unwrap_or_default()),
            Cell::text(it.lokaler.join(", ")),
            it.ar.map_or(Cell::Empty, |year| Cell::text(year.to_string())),
        ]))
    };
    Table {
        id: "tilbud".to_owned(),
        caption: desk.say("r_table_resources_each"),
        note: String::new(),
        columns: desk.columns(&[
            ("r_col_tilbud", Kind::Links),
            ("r_col_given_by", Kind::Text),
            ("r_col_level", Kind::Text),
            ("r_col_arsverk", Kind::Number),
            ("r_col_money", Kind::Number),
            ("r_col_funding", Kind::Text),
            ("r_col_rooms", Kind::Text),
            ("r_col_year", Kind::Text),
        ]),
        rows: said.iter().filter_map(row).collect(),
    }
}
