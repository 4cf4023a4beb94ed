//! Strength beyond the law: what kommuner commonly have without having to.

use super::desk::{Arg, Desk};
use super::lovpalagt;
use super::value::{Cell, Kind, Row, Section, Table};
use crate::model::{IkkeLovpalagt, Liste, Sikkerhet, TilbudId};

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let tilbud = desk.tilbud();
    let mut found: Vec<Vec<TilbudId>> = vec![Vec::new(); desk.site.ikke_lovpalagt.len()];
    for id in &tilbud {
        for it in &desk.site.tilbud(*id).ikke_lovpalagt {
            let list = &mut found[usize::from(it.0)];
            if list.last() != Some(id) {
                list.push(*id);
            }
        }
    }
    let beyond = tilbud.iter().filter(|it| desk.site.tilbud(**it).lovkrav.is_empty()).count();
    let have = found.iter().filter(|it| !it.is_empty()).count();
    let lead = desk.fill(
        "r_beyond_state",
        &[
            ("n", Arg::Number(have)),
            ("all", Arg::Number(found.len())),
            ("beyond", Arg::Number(beyond)),
            ("total", Arg::Number(tilbud.len())),
        ],
    );
    vec![Section::Text(lead), Section::Table(table(desk, &found))]
}

fn table(desk: &Desk<'_>, found: &[Vec<TilbudId>]) -> Table {
    let row = |(it, list): (&IkkeLovpalagt, &Vec<TilbudId>)| {
        let key = if list.is_empty() { "ikke-registrert" } else { "finnes" };
        let unsure = if it.sikkerhet == Sikkerhet::Check { desk.say("r_reason_unsure") } else { String::new() };
        Row::new(vec![
            desk.cell(&it.tittel),
            it.pyramideniva.map_or(Cell::Empty, |it| Cell::text(desk.term(Liste::Pyramideniva, it))),
            Cell::Status(desk.tag("beyond", key)),
            Cell::Count(desk.counted(list.clone())),
            Cell::text(if desk.is_wide() { String::new() } else { lovpalagt::givers(desk, list) }),
            Cell::text(&*it.vanlig_ansvar),
            Cell::text(unsure),
        ])
    };
    Table {
        id: "ikke-lovpalagt".to_owned(),
        caption: desk.say("r_table_beyond"),
        note: desk.say("r_note_beyond"),
        columns: desk.columns(&[
            ("r_col_offer", Kind::Text),
            ("r_col_level", Kind::Text),
            ("r_col_status", Kind::Status),
            ("r_col_tilbud", Kind::Number),
            ("r_col_given_by", Kind::Text),
            ("r_col_common_giver", Kind::Text),
            ("r_col_remark", Kind::Text),
        ]),
        rows: desk.site.ikke_lovpalagt.iter().zip(found).map(row).collect(),
    }
}
