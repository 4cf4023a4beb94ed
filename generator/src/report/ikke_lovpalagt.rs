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
        let cells = vec![
            desk.cell(&it.tittel),
            it.pyramideniva.map_or(Cell::Empty, |it| Cell::text(desk.term(Liste::Pyramideniva, it))),
            Cell::Status(desk.tag("beyond", key)),
            desk.count_cell(list.clone()),
            if desk.is_wide() { Cell::Empty } else { Cell::Words(lovpalagt::givers(desk, list)) },
            it.vanlig_ansvar.as_ref().map_or(Cell::Empty, |it| desk.cell(it)),
            Cell::text(unsure),
        ];
        Row::new(it.slug.as_str(), cells)
    };
    let columns = desk.columns(&[
        ("tilbud", "r_col_offer", Kind::Text),
        ("niva", "r_col_level", Kind::Text),
        ("status", "r_col_status", Kind::Status),
        ("antall", "r_col_number", Kind::Number),
        ("hvem", "r_col_given_by", Kind::Text),
        ("vanligvis", "r_col_common_giver", Kind::Text),
        ("merknad", "r_col_remark", Kind::Text),
    ]);
    let rows = desk.site.ikke_lovpalagt.iter().zip(found).map(row).collect();
    Table::new("ikke-lovpalagt", desk.say("r_table_beyond"), columns, rows).note(desk.say("r_note_beyond"))
}
