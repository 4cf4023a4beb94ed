//! The mapping: freshness, what is due, what awaits control, progress of the method.

use jiff::civil::Date;

use super::desk::Desk;
use super::frister::position;
use super::matrix;
use super::value::{Bar, Cell, Column, Figure, Kind, Part, Picture, Row, Section, Table, Tag, Target};
use crate::model::{
    Kommune, KommuneId, Liste, MethodStatus, ReportFormat, ReportName, Route, Scope, Status, Tilbud, TilbudId,
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
    let mut columns = vec![desk.column("r_col_given_by", Kind::Text), desk.column("r_col_position", Kind::Text)];
    columns.extend(STATES.map(|(_, key, _)| Column { name: desk.tag("fresh", key).label, kind: Kind::Number }));
    columns.push(desk.column("r_col_total", Kind::Number));
    let row = |(name, list): (String, Vec<TilbudId>)| {
        let position = list.first().map(|it| position(desk.site, desk.site.tilbud(*it))).unwrap_or_default();
        let mut cells = vec![Cell::text(name), Cell::text(position)];
        cells.extend(STATES.map(|(it, ..)| Cell::Count(desk.counted(in_state(desk, &list, it)))));
        cells.push(Cell::Count(desk.counted(list)));
        Row::new(cells)
    };
    Table {
        id: "ferskhet".to_owned(),
        caption: desk.say("r_table_freshness"),
        note: desk.say("r_note_freshness"),
        columns,
        rows: desk.by_giver(own).into_iter().map(row).collect(),
    }
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
        _ => "r_due_90",
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
        Row { group: Some(desk.say(group(*due))), ..Row::new(cells) }
    };
    let columns = desk.columns(&[
        ("r_col_tilbud", Kind::Links),
        ("r_col_given_by", Kind::Text),
        ("r_col_position", Kind::Text),
        ("r_col_last_control", Kind::Date),
        ("r_col_due", Kind::Date),
    ]);
    let caption = desk.say("r_table_due");
    vec![Section::Table(Table {
        id: "frister".to_owned(),
        caption,
        note: String::new(),
        columns,
        rows: list.iter().map(row).collect(),
    })]
}

/// How many records are on their way. Drafts are not public: they are counted, never named.
fn awaiting(desk: &Desk<'_>) -> Vec<Section> {
    let records = desk.records();
    let of = |list: &[TilbudId], status| list.iter().filter(|it| desk.site.tilbud(**it).status == status).count();
    let row = |(name, list): (String, Vec<TilbudId>)| {
        let (drafts, waiting) = (of(&list, Status::Utkast), of(&list, Status::TilKvalitetssikring));
        (drafts + waiting > 0).then(|| Row::new(vec![Cell::text(name), Cell::int(drafts), Cell::int(waiting)]))
    };
    let rows: Vec<Row> = desk.by_giver(&records).into_iter().filter_map(row).collect();
    let mut sections = vec![desk.heading("pa-vei", "r_head_awaiting")];
    if rows.is_empty() {
        sections.push(desk.text("r_nothing_awaiting"));
        return sections;
    }
    sections.push(Section::Table(Table {
        id: "pa-vei".to_owned(),
        caption: desk.say("r_table_awaiting"),
        note: String::new(),
        columns: desk.columns(&[
            ("r_col_given_by", Kind::Text),
            ("r_col_drafts", Kind::Number),
            ("r_col_waiting", Kind::Number),
        ]),
        rows,
    }));
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
    let step = |(id, _): (crate::model::TermId, &crate::model::Term)| {
        let progress = kommune.metode.get(&id);
        Row::new(vec![
            Cell::text(desk.term(Liste::Metode, id)),
            method_status(desk, progress.map_or(MethodStatus::IkkeStartet, |it| it.status)),
            Cell::Date(progress.and_then(|it| it.dato)),
            progress.and_then(|it| it.merknad.as_ref()).map_or(Cell::Empty, |it| desk.cell(it)),
        ])
    };
    let steps = Table {
        id: "metoden".to_owned(),
        caption: desk.say("r_table_method"),
        note: String::new(),
        columns: desk.columns(&[
            ("r_col_step", Kind::Text),
            ("r_col_status", Kind::Status),
            ("r_col_date", Kind::Date),
            ("r_col_remark", Kind::Text),
        ]),
        rows: desk.site.vokabular.terms(Liste::Metode).map(step).collect(),
    };
    let mut sections = vec![desk.heading("metoden", "r_head_method"), Section::Table(steps)];
    if kommune.framdriftsplan.is_empty() {
        sections.push(desk.text("r_no_plan"));
        return sections;
    }
    let milestone = |it: &crate::model::Milestone| {
        Row::new(vec![
            desk.cell(&it.tiltak),
            Cell::Date(it.frist),
            Cell::text(it.ansvarlig.as_deref().unwrap_or_default()),
            method_status(desk, it.status),
        ])
    };
    sections.push(Section::Table(Table {
        id: "framdriftsplan".to_owned(),
        caption: desk.say("r_table_plan"),
        note: String::new(),
        columns: desk.columns(&[
            ("r_col_measure", Kind::Text),
            ("r_col_deadline", Kind::Date),
            ("r_col_position", Kind::Text),
            ("r_col_status", Kind::Status),
        ]),
        rows: kommune.framdriftsplan.iter().map(milestone).collect(),
    }));
    sections
}

/// On the portal and for a fylke: how far each kommune has come.
fn kommuner(desk: &Desk<'_>) -> Vec<Section> {
    let list = matrix::taking_part(desk);
    if list.is_empty() {
        return Vec::new();
    }
    let steps = desk.site.vokabular.list(Liste::Metode).len();
    let row = |id: &KommuneId| {
        let kommune = desk.site.kommune(*id);
        let done = kommune.metode.values().filter(|it| it.status == MethodStatus::Ferdig).count();
        let route = Route::Report(Scope::Kommune(*id), ReportName::Kartlegging, ReportFormat::Html);
        Row::new(vec![
            Cell::Link(kommune.navn.to_string(), Target::Route(route)),
            Cell::int(desk.shared.profile(desk.site, *id).own),
            Cell::int(done),
            Cell::Percent { part: done as f64, whole: steps as f64 },
        ])
    };
    vec![Section::Table(Table {
        id: "kommuner".to_owned(),
        caption: desk.say("r_table_kommuner_method"),
        note: String::new(),
        columns: desk.columns(&[
            ("r_col_kommune", Kind::Text),
            ("r_own_tilbud", Kind::Number),
            ("r_col_steps_done", Kind::Number),
            ("r_col_share", Kind::Percent),
        ]),
        rows: list.iter().map(row).collect(),
    })]
}
