//! The mapping: freshness, what is due, what awaits control, progress of the method.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::desk::{Desk, Group};
use super::frister::position;
use super::matrix;
use super::value::{Bar, Cell, Column, Count, Figure, Kind, Part, Picture, Row, Section, Table, Tag};
use crate::model::{
    Kommune, KommuneId, Liste, MethodStatus, Milestone, ReportName, Scope, Status, Term, TermId, Tilbud, TilbudId,
};

/// How long ago a record was controlled, against its own interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Freshness {
    Fresh,
    Due,
    Outdated,
}

/// The states: value, name for programs, pattern.
const STATES: [(Freshness, &str, &str); 3] = [
    (Freshness::Fresh, "fersk", "dekket"),
    (Freshness::Due, "bor-kontrolleres", "delvis"),
    (Freshness::Outdated, "utdatert", "ikke-registrert"),
];

/// The freshness of a record on `date`.
pub(super) fn freshness(tilbud: &Tilbud, date: Date) -> Freshness {
    match tilbud.due() {
        _ if !tilbud.fresh(date) => Freshness::Outdated,
        Some(due) if due <= date => Freshness::Due,
        _ => Freshness::Fresh,
    }
}

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let own = desk.own();
    let mut sections = Vec::new();
    if own.is_empty() {
        sections.push(Section::Notice(desk.say("r_nothing")));
    } else {
        sections.push(Section::Figure(figure(desk, &own)));
        sections.push(Section::Table(by_giver(desk, &own)));
        if !desk.is_wide() {
            sections.push(desk.heading("frister", "r_head_due"));
            sections.extend(due(desk, &own));
        }
    }
    sections.extend(awaiting(desk));
    if let Scope::Kommune(id) = desk.scope {
        sections.extend(method(desk, desk.site.kommune(id)));
    }
    sections.extend(kommuner(desk));
    sections
}

fn in_state(desk: &Desk<'_>, tilbud: &[TilbudId], wanted: Freshness) -> Vec<TilbudId> {
    let date = desk.site.settings.dato;
    tilbud.iter().copied().filter(|it| freshness(desk.site.tilbud(*it), date) == wanted).collect()
}

fn figure(desk: &Desk<'_>, own: &[TilbudId]) -> Figure {
    let parts = STATES.map(|(it, _, key)| Part { key, n: in_state(desk, own, it).len() }).to_vec();
    let legend = STATES.map(|(_, key, pattern)| Tag { key: pattern, ..desk.tag("fresh", key) }).to_vec();
    let words: Vec<String> = legend.iter().zip(&parts).map(|(it, part)| format!("{}: {}", it.label, part.n)).collect();
    Figure {
        id: "ferskhet".to_owned(),
        title: desk.name("r_freshness_of", &desk.place(desk.scope)),
        description: format!("{}.", words.join(", ")),
        picture: Picture::Bars { legend, bars: vec![Bar { label: desk.say("r_own_tilbud"), parts }] },
    }
}

fn by_giver(desk: &Desk<'_>, own: &[TilbudId]) -> Table {
    let mut columns =
        desk.columns(&[("hvem", "r_col_given_by", Kind::Text), ("stilling", "r_col_position", Kind::Text)]);
    let column =
        |key: &'static str| Column { key: key.to_owned(), name: desk.tag("fresh", key).label, kind: Kind::Number };
    columns.extend(STATES.map(|(_, key, _)| column(key)));
    columns.push(desk.column("i-alt", "r_col_total", Kind::Number));
    let row = |it: Group| {
        let position = it.tilbud.first().map(|it| position(desk.site, desk.site.tilbud(*it))).unwrap_or_default();
        let mut cells = vec![Cell::text(&*it.name), Cell::text(position)];
        let lists = STATES.map(|(state, ..)| in_state(desk, &it.tilbud, state)).into_iter().chain([it.tilbud.clone()]);
        cells.extend(lists.map(|list| desk.count_cell(list)));
        Row::new(it.key, cells)
    };
    let rows = desk.by_giver(own).into_iter().map(row).collect();
    Table::new("ferskhet", desk.say("r_table_freshness"), columns, rows).note(desk.say("r_note_freshness"))
}

/// What falls due within 90 days or already has, the earliest first.
fn due(desk: &Desk<'_>, own: &[TilbudId]) -> Vec<Section> {
    let date = desk.site.settings.dato;
    let within = |days: i32| date.saturating_add(jiff::Span::new().days(days));
    let last = within(90);
    let mut list: Vec<(Date, TilbudId)> =
        own.iter().filter_map(|it| Some((desk.site.tilbud(*it).due()?, *it))).filter(|(due, _)| *due <= last).collect();
    list.sort();
    if list.is_empty() {
        return vec![desk.text("r_nothing_due")];
    }
    let group = |due: Date| match due {
        _ if due <= date => "r_due_now",
        _ if due <= within(30) => "r_due_30",
        _ => "r_due_31_90",
    };
    let row = |(due, id): &(Date, TilbudId)| {
        let it = desk.site.tilbud(*id);
        let cells = vec![
            desk.link(*id),
            Cell::text(desk.giver(it)),
            Cell::text(position(desk.site, it)),
            Cell::Date(it.kontrollert.as_ref().map(|it| it.dato)),
            Cell::Date(Some(*due)),
        ];
        Row::new(&*it.key, cells).within(desk.say(group(*due)))
    };
    let columns = desk.columns(&[
        ("tilbud", "r_col_tilbud", Kind::Links),
        ("hvem", "r_col_given_by", Kind::Text),
        ("stilling", "r_col_position", Kind::Text),
        ("sist-kontrollert", "r_col_last_control", Kind::Date),
        ("frist", "r_col_due", Kind::Date),
    ]);
    let each = Table::new("frister", desk.say("r_table_due"), columns, list.iter().map(row).collect());
    vec![
        Section::Table(due_by_giver(desk, &list, within(30), last)),
        Section::Table(each.grouped(desk.say("r_col_when"))),
    ]
}

/// How much is due, for each body and its position: out of time, the next 30 days, the 60 after.
fn due_by_giver(desk: &Desk<'_>, list: &[(Date, TilbudId)], soon: Date, last: Date) -> Table {
    let date = desk.site.settings.dato;
    let due: BTreeMap<TilbudId, Date> = list.iter().map(|(due, id)| (*id, *due)).collect();
    let ids: Vec<TilbudId> = due.keys().copied().collect();
    let row = |Group { key, name, tilbud: list, .. }: Group| {
        let between = |after: Date, until: Date| -> Cell {
            desk.count_cell(list.iter().copied().filter(|it| due[it] > after && due[it] <= until).collect())
        };
        let position = list.first().map(|it| position(desk.site, desk.site.tilbud(*it))).unwrap_or_default();
        let cells = vec![
            Cell::text(name),
            Cell::text(position),
            between(Date::MIN, date),
            between(date, soon),
            between(soon, last),
        ];
        Row::new(key, cells)
    };
    let columns = desk.columns(&[
        ("hvem", "r_col_given_by", Kind::Text),
        ("stilling", "r_col_position", Kind::Text),
        ("na", "r_due_now", Kind::Number),
        ("30-dager", "r_due_30", Kind::Number),
        ("90-dager", "r_due_31_90", Kind::Number),
    ]);
    let rows = desk.by_giver(&ids).into_iter().map(row).collect();
    Table::new("frister-hvem", desk.say("r_table_due_giver"), columns, rows)
}

/// How many records are on their way. Drafts are not public: they are counted, never named.
fn awaiting(desk: &Desk<'_>) -> Vec<Section> {
    let records = desk.records();
    let of = |list: &[TilbudId], status| list.iter().filter(|it| desk.site.tilbud(**it).status == status).count();
    let row = |Group { key, name, tilbud: list, .. }: Group| {
        let (drafts, waiting) = (of(&list, Status::Utkast), of(&list, Status::TilKvalitetssikring));
        let cells = vec![Cell::text(name), Cell::int(drafts), Cell::int(waiting)];
        (drafts + waiting > 0).then(|| Row::new(key, cells))
    };
    let rows: Vec<Row> = desk.by_giver(&records).into_iter().filter_map(row).collect();
    let mut sections = vec![desk.heading("pa-vei", "r_head_awaiting")];
    if rows.is_empty() {
        sections.push(desk.text("r_nothing_awaiting"));
        return sections;
    }
    let columns = desk.columns(&[
        ("hvem", "r_col_given_by", Kind::Text),
        ("utkast", "r_col_drafts", Kind::Number),
        ("venter", "r_col_waiting", Kind::Number),
    ]);
    sections.push(Section::Table(Table::new("pa-vei", desk.say("r_table_awaiting"), columns, rows)));
    sections
}

fn method_status(desk: &Desk<'_>, status: MethodStatus) -> Cell {
    let key = match status {
        MethodStatus::IkkeStartet => "ikke-startet",
        MethodStatus::IGang => "i-gang",
        MethodStatus::Ferdig => "ferdig",
    };
    Cell::Status(desk.tag("method", key))
}

/// The six steps and the framdriftsplan.
fn method(desk: &Desk<'_>, kommune: &Kommune) -> Vec<Section> {
    let step = |(id, term): (TermId, &Term)| {
        let progress = kommune.metode.get(&id);
        let cells = vec![
            Cell::text(desk.term(Liste::Metode, id)),
            method_status(desk, progress.map_or(MethodStatus::IkkeStartet, |it| it.status)),
            Cell::Date(progress.and_then(|it| it.dato)),
            progress.and_then(|it| it.merknad.as_ref()).map_or(Cell::Empty, |it| desk.cell(it)),
        ];
        Row::new(term.slug.as_str(), cells)
    };
    let columns = desk.columns(&[
        ("trinn", "r_col_step", Kind::Text),
        ("status", "r_col_status", Kind::Status),
        ("dato", "r_col_date", Kind::Date),
        ("merknad", "r_col_remark", Kind::Text),
    ]);
    let rows = desk.site.vokabular.terms(Liste::Metode).map(step).collect();
    let steps = Table::new("metoden", desk.say("r_table_method"), columns, rows);
    vec![desk.heading("metoden", "r_head_method"), Section::Table(steps), plan(desk, kommune)]
}

fn plan(desk: &Desk<'_>, kommune: &Kommune) -> Section {
    if kommune.framdriftsplan.is_empty() {
        return desk.text("r_no_plan");
    }
    let milestone = |(at, it): (usize, &Milestone)| {
        let cells = vec![
            desk.cell(&it.tiltak),
            Cell::Date(it.frist),
            Cell::text(it.ansvarlig.as_deref().unwrap_or_default()),
            method_status(desk, it.status),
        ];
        Row::new(at.to_string(), cells)
    };
    let columns = desk.columns(&[
        ("tiltak", "r_col_measure", Kind::Text),
        ("frist", "r_col_deadline", Kind::Date),
        ("stilling", "r_col_position", Kind::Text),
        ("status", "r_col_status", Kind::Status),
    ]);
    let rows = (1..).zip(&kommune.framdriftsplan).map(milestone).collect();
    Section::Table(Table::new("framdriftsplan", desk.say("r_table_plan"), columns, rows))
}

/// On the portal, for a fylke and for a region: how far each kommune has come.
fn kommuner(desk: &Desk<'_>) -> Vec<Section> {
    let list = matrix::taking_part(desk);
    if list.is_empty() {
        return Vec::new();
    }
    let steps = desk.site.vokabular.list(Liste::Metode).len();
    let row = |id: &KommuneId| {
        let kommune = desk.site.kommune(*id);
        let done = kommune.metode.values().filter(|it| it.status == MethodStatus::Ferdig).count();
        let page = matrix::page(desk, *id, ReportName::Kartlegging);
        let cells = vec![
            matrix::name(desk, *id, page.clone()),
            matrix::own(desk, *id),
            matrix::number(done, page.as_ref(), "t-metoden"),
            Cell::Percent { part: done as f64, whole: steps as f64, of: Count::default() },
        ];
        Row::new(kommune.slug.as_str(), cells)
    };
    let columns = desk.columns(&[
        ("kommune", "r_col_kommune", Kind::Text),
        ("egne", "r_own_tilbud", Kind::Number),
        ("ferdige-trinn", "r_col_steps_done", Kind::Number),
        ("andel", "r_col_share", Kind::Percent),
    ]);
    let rows = list.iter().map(row).collect();
    vec![Section::Table(Table::new("kommuner", desk.say("r_table_kommuner_method"), columns, rows))]
}
