//! Staff, premises and money.

use std::collections::BTreeSet;

use super::desk::{Arg, Desk, Group};
use super::tally::Axis;
use super::value::{Cell, Count, Kind, Row, Section, Table};
use crate::model::{Home, Liste, Ressurser, TilbudId};

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let own = desk.own();
    let said: Vec<TilbudId> = own.iter().copied().filter(|it| desk.site.tilbud(*it).ressurser.is_some()).collect();
    let known = desk.fill("r_n_resources", &[("n", Arg::Number(said.len())), ("all", Arg::Number(own.len()))]);
    let mut sections = vec![Section::Text(known)];
    if said.is_empty() {
        return sections;
    }
    sections.push(Section::Table(levels(desk, &own, &said)));
    sections.push(Section::Table(sums(desk, "alder", "r_col_age", &by_axis(desk, Axis::Age, &said))));
    sections.push(Section::Table(sums(desk, "etat", "r_col_given_by", &desk.by_giver(&said))));
    sections.extend(years(desk, &said));
    if !desk.is_wide() {
        sections.push(Section::Table(each(desk, &said)));
    }
    sections
}

fn of<'a>(desk: &Desk<'a>, id: TilbudId) -> Option<&'a Ressurser> {
    desk.site.tilbud(id).ressurser.as_ref()
}

fn by_axis(desk: &Desk<'_>, axis: Axis, tilbud: &[TilbudId]) -> Vec<Group> {
    let place = |it: super::tally::Place| Group { key: it.key, name: it.name, filter: it.filter, ..Group::default() };
    let mut groups: Vec<Group> = axis.places(desk).into_iter().map(place).collect();
    for it in tilbud {
        for at in axis.of(desk, desk.site.tilbud(*it)) {
            groups[at].tilbud.push(*it);
        }
    }
    groups
}

/// What is said of some tilbud. Nothing is filled in for those that say nothing.
struct Sum {
    staff: Vec<(TilbudId, f64)>,
    money: Vec<(TilbudId, u64)>,
    /// Premises by whose they are: two kommuner may call theirs the same.
    rooms: BTreeSet<(Home, Box<str>)>,
    /// Those that name premises.
    housed: Vec<TilbudId>,
}

impl Sum {
    fn new(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Sum {
        let found = || tilbud.iter().filter_map(|it| Some((*it, of(desk, *it)?)));
        Sum {
            staff: found().filter_map(|(id, it)| Some((id, it.arsverk?))).collect(),
            money: found().filter_map(|(id, it)| Some((id, it.midler?))).collect(),
            rooms: found().flat_map(|(id, it)| rooms(desk, id, it)).collect(),
            housed: found().filter(|(_, it)| !it.lokaler.is_empty()).map(|it| it.0).collect(),
        }
    }

    /// Årsverk; empty when nobody said.
    fn staff(&self, desk: &Desk<'_>) -> Cell {
        let of = desk.counted(self.staff.iter().map(|it| it.0).collect());
        if of.n == 0 { Cell::Empty } else { Cell::Sum(self.staff.iter().map(|it| it.1).sum(), 1, of) }
    }

    /// Those that say how much money they have.
    fn paid(&self, desk: &Desk<'_>) -> Count {
        desk.counted(self.money.iter().map(|it| it.0).collect())
    }

    /// How many premises; empty when nobody said.
    fn rooms(&self, desk: &Desk<'_>) -> Cell {
        let of = desk.counted(self.housed.clone());
        if of.n == 0 { Cell::Empty } else { Cell::Sum(self.rooms.len() as f64, 0, of) }
    }

    fn kroner(&self) -> f64 {
        // The sum of no floats is -0.
        self.money.iter().fold(0.0, |sum, it| sum + it.1 as f64)
    }

    /// Kroner a year; empty when nobody said.
    fn money(&self, desk: &Desk<'_>) -> Cell {
        let of = self.paid(desk);
        if of.n == 0 { Cell::Empty } else { Cell::Sum(self.kroner(), 0, of) }
    }

    /// Kroner a year for one tilbud among those that say it.
    fn mean(&self, desk: &Desk<'_>) -> Cell {
        let of = self.paid(desk);
        if of.n == 0 { Cell::Empty } else { Cell::Sum(self.kroner() / of.n as f64, 0, of) }
    }
}

/// The premises of a tilbud, each with whose it is.
fn rooms(desk: &Desk<'_>, id: TilbudId, it: &Ressurser) -> Vec<(Home, Box<str>)> {
    let home = desk.site.tilbud(id).home;
    it.lokaler.iter().map(|name| (home, name.clone())).collect()
}

/// What each level costs, as far as it is said, with a sum.
fn levels(desk: &Desk<'_>, own: &[TilbudId], said: &[TilbudId]) -> Table {
    let all = Sum::new(desk, said);
    let row = |it: &Group, known: Vec<TilbudId>, is_sum: bool| {
        let sum = Sum::new(desk, &known);
        let cells = vec![
            Cell::text(&*it.name),
            if is_sum { Cell::Count(desk.all(it.tilbud.clone())) } else { all_of(desk, it) },
            desk.count_cell(known),
            sum.staff(desk),
            sum.rooms(desk),
            sum.money(desk),
            Cell::Percent { part: sum.kroner(), whole: all.kroner(), of: sum.paid(desk) },
            sum.mean(desk),
        ];
        Row { sum: is_sum, ..Row::new(&*it.key, cells) }
    };
    let known = |list: &[TilbudId]| list.iter().copied().filter(|it| of(desk, *it).is_some()).collect::<Vec<_>>();
    let mut rows: Vec<Row> =
        by_axis(desk, Axis::Level, own).iter().map(|it| row(it, known(&it.tilbud), false)).collect();
    let whole = Group { key: "sum".to_owned(), name: desk.say("r_sum"), tilbud: own.to_vec(), ..Group::default() };
    rows.push(row(&whole, said.to_vec(), true));
    let columns = desk.columns(&[
        ("niva", "r_col_level", Kind::Text),
        ("tilbud", "r_own_tilbud", Kind::Number),
        ("med-tall", "r_col_n_said", Kind::Number),
        ("arsverk", "r_col_arsverk", Kind::Number),
        ("lokaler", "r_col_rooms", Kind::Number),
        ("kroner", "r_col_money", Kind::Number),
        ("andel", "r_col_money_share", Kind::Percent),
        ("kroner-per-tilbud", "r_col_money_each", Kind::Number),
    ]);
    Table::new("niva", desk.say("r_table_resources_niva"), columns, rows).note(desk.say("r_note_resources"))
}

/// How many tilbud there are in a group. Only the portal's own are all that its search has.
fn all_of(desk: &Desk<'_>, group: &Group) -> Cell {
    let found = desk.is_wide() && desk.has_search();
    let filters = if found { group.filter.clone() } else { String::new() };
    Cell::Count(desk.found_by(group.tilbud.clone(), filters))
}

fn sums(desk: &Desk<'_>, id: &str, corner: &str, groups: &[Group]) -> Table {
    let row = |it: &Group| {
        let sum = Sum::new(desk, &it.tilbud);
        let n = desk.count_cell(it.tilbud.clone());
        let cells = vec![Cell::text(&*it.name), n, sum.staff(desk), sum.rooms(desk), sum.money(desk)];
        Row::new(&*it.key, cells)
    };
    let columns = desk.columns(&[
        ("gruppe", corner, Kind::Text),
        ("med-tall", "r_col_n_said", Kind::Number),
        ("arsverk", "r_col_arsverk", Kind::Number),
        ("lokaler", "r_col_rooms", Kind::Number),
        ("kroner", "r_col_money", Kind::Number),
    ]);
    let note = desk.say(if id == "alder" { "r_note_resources_age" } else { "r_note_resources" });
    let caption = desk.say(&format!("r_table_resources_{id}"));
    Table::new(id, caption, columns, groups.iter().map(row).collect()).note(note)
}

/// A notice when the figures are of different years: then the sums mix them.
fn years(desk: &Desk<'_>, said: &[TilbudId]) -> Option<Section> {
    let mut years: Vec<i16> = said.iter().filter_map(|it| of(desk, *it)?.ar).collect();
    years.sort_unstable();
    years.dedup();
    let words: Vec<String> = years.iter().map(ToString::to_string).collect();
    (years.len() > 1).then(|| Section::Notice(desk.name("r_resources_years", &words.join(", "))))
}

fn each(desk: &Desk<'_>, said: &[TilbudId]) -> Table {
    let row = |id: &TilbudId| {
        let (tilbud, it) = (desk.site.tilbud(*id), of(desk, *id)?);
        let level = tilbud.pyramideniva.map(|it| desk.term(Liste::Pyramideniva, it)).unwrap_or_default();
        let cells = vec![
            desk.link(*id),
            Cell::text(desk.giver(tilbud)),
            Cell::text(level),
            it.arsverk.map_or(Cell::Empty, |n| Cell::Number(n, 1)),
            it.midler.map_or(Cell::Empty, |n| Cell::Number(n as f64, 0)),
            Cell::text(it.finansiering.as_deref().unwrap_or_default()),
            Cell::text(it.lokaler.join(", ")),
            it.ar.map_or(Cell::Empty, Cell::Year),
        ];
        Some(Row::new(&*tilbud.key, cells))
    };
    let columns = desk.columns(&[
        ("tilbud", "r_col_tilbud", Kind::Links),
        ("hvem", "r_col_given_by", Kind::Text),
        ("niva", "r_col_level", Kind::Text),
        ("arsverk", "r_col_arsverk", Kind::Number),
        ("kroner", "r_col_money", Kind::Number),
        ("finansiering", "r_col_funding", Kind::Text),
        ("lokaler", "r_col_rooms", Kind::Text),
        ("ar", "r_col_year", Kind::Number),
    ]);
    Table::new("tilbud", desk.say("r_table_resources_each"), columns, said.iter().filter_map(row).collect())
}
