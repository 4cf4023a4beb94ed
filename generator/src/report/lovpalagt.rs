//! Statutory coverage: one line a duty, or a matrix of kommuner and duties.

use jiff::civil::Date;

use super::ages::AgeSet;
use super::coverage::{self, Coverage, Duty, Reason};
use super::desk::{Arg, Desk};
use super::matrix;
use super::profile::Profile;
use super::value::{Bar, Cell, Column, Figure, Kind, Part, Picture, Row, Section, Table, Tag, Target};
use crate::model::{Alder, Ansvar, KommuneId, Lovkrav, ReportFormat, ReportName, Route, Scope, TilbudId};

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    match desk.scope {
        Scope::Kommune(id) => kommune(desk, id),
        _ => several(desk),
    }
}

fn kommune(desk: &Desk<'_>, id: KommuneId) -> Vec<Section> {
    let duties = coverage::duties(desk.site, id);
    let mut sections = vec![Section::Figure(bars(desk, &duties)), Section::Table(sums(desk, &duties))];
    sections.push(desk.text("r_status_explained"));
    for ansvar in LEVELS {
        let key = level_key(ansvar);
        let of: Vec<&Duty> = duties.iter().filter(|it| desk.site.krav(it.krav).ansvar == ansvar).collect();
        sections.push(desk.heading(&format!("plikter-{key}"), &format!("r_head_duties_{key}")));
        if desk.site.kommune(id).slug.as_str() == "oslo" && ansvar == Ansvar::Fylkeskommune {
            sections.push(desk.text("r_oslo"));
        }
        sections.push(Section::Table(duty_table(desk, id, key, &of)));
    }
    sections.extend(changes(desk));
    sections
}

const LEVELS: [Ansvar; 3] = [Ansvar::Kommune, Ansvar::Fylkeskommune, Ansvar::Stat];

fn level_key(ansvar: Ansvar) -> &'static str {
    match ansvar {
        Ansvar::Kommune => "kommune",
        Ansvar::Fylkeskommune => "fylke",
        Ansvar::Stat => "stat",
    }
}

pub(super) fn tag(desk: &Desk<'_>, coverage: Coverage) -> Tag {
    desk.tag("status", coverage.key())
}

/// One bar for each level that owes duties, in parts by status.
fn bars(desk: &Desk<'_>, duties: &[Duty]) -> Figure {
    let bar = |ansvar: Ansvar| {
        let of: Vec<Duty> = duties.iter().filter(|it| desk.site.krav(it.krav).ansvar == ansvar).cloned().collect();
        let parts = Coverage::ALL.into_iter().zip(coverage::sums(&of)).map(|(it, n)| Part { key: it.key(), n });
        Bar { label: desk.say(&format!("r_duties_{}", level_key(ansvar))), parts: parts.collect() }
    };
    let words: Vec<String> = Coverage::ALL
        .into_iter()
        .zip(coverage::sums(duties))
        .map(|(it, n)| format!("{}: {n}", tag(desk, it).label))
        .collect();
    Figure {
        id: "dekning".to_owned(),
        title: desk.name("r_coverage_of", &desk.place(desk.scope)),
        description: format!("{}.", words.join(", ")),
        picture: Picture::Bars {
            legend: Coverage::ALL.map(|it| tag(desk, it)).to_vec(),
            bars: LEVELS.map(bar).to_vec(),
        },
    }
}

/// Duties by status and level, with a sum that is the whole catalogue.
fn sums(desk: &Desk<'_>, duties: &[Duty]) -> Table {
    let mut columns = vec![desk.column("r_col_status", Kind::Status)];
    columns.extend(LEVELS.map(|it| desk.column(&format!("r_duties_{}", level_key(it)), Kind::Number)));
    columns.push(desk.column("r_col_total", Kind::Number));
    let n = |ansvar: Option<Ansvar>, status: Option<Coverage>| {
        let fits = |it: &&Duty| {
            ansvar.is_none_or(|level| desk.site.krav(it.krav).ansvar == level)
                && status.is_none_or(|status| it.coverage == status)
        };
        Cell::int(duties.iter().filter(fits).count())
    };
    let row = |first: Cell, status: Option<Coverage>| {
        let mut cells = vec![first];
        cells.extend(LEVELS.map(|it| n(Some(it), status)));
        cells.push(n(None, status));
        Row { sum: status.is_none(), ..Row::new(cells) }
    };
    let mut rows: Vec<Row> = Coverage::ALL.map(|it| row(Cell::Status(tag(desk, it)), Some(it))).to_vec();
    rows.push(row(Cell::text(desk.say("r_sum")), None));
    Table { id: "sum".to_owned(), caption: desk.say("r_table_status_sum"), note: String::new(), columns, rows }
}

/// One line a duty, grouped by law in the order of the catalogue.
fn duty_table(desk: &Desk<'_>, kommune: KommuneId, key: &str, duties: &[&Duty]) -> Table {
    let columns = desk.columns(&[
        ("r_col_duty", Kind::Text),
        ("r_col_paragraph", Kind::Links),
        ("r_col_status", Kind::Status),
        ("r_col_missing", Kind::Text),
        ("r_col_met_by", Kind::Links),
        ("r_col_given_by", Kind::Text),
        ("r_col_controlled", Kind::Date),
    ]);
    let mut rows = Vec::new();
    for law in laws(desk, duties) {
        let of = duties.iter().filter(|it| *desk.site.krav(it.krav).lov == *law);
        rows.extend(of.map(|it| Row { group: Some(law.clone()), ..Row::new(line(desk, kommune, it)) }));
    }
    Table {
        id: format!("plikter-{key}"),
        caption: desk.say(&format!("r_head_duties_{key}")),
        note: String::new(),
        columns,
        rows,
    }
}

/// The laws, in the order in which the catalogue first names them.
fn laws(desk: &Desk<'_>, duties: &[&Duty]) -> Vec<String> {
    let mut laws: Vec<String> = Vec::new();
    for duty in duties {
        let law = &desk.site.krav(duty.krav).lov;
        if !laws.iter().any(|it| **it == **law) {
            laws.push(law.to_string());
        }
    }
    laws
}

fn line(desk: &Desk<'_>, kommune: KommuneId, duty: &Duty) -> Vec<Cell> {
    let krav = desk.site.krav(duty.krav);
    let met_by = if duty.tilbud.is_empty() { documents(desk, duty) } else { Cell::Tilbud(duty.tilbud.clone()) };
    vec![
        desk.cell(&krav.tittel),
        Cell::Links(vec![(krav.paragraf.to_string(), krav.lovdata_url().map(Target::External))]),
        Cell::Status(tag(desk, duty.coverage)),
        Cell::text(reasons(desk, kommune, &duty.reasons)),
        met_by,
        Cell::text(givers(desk, &duty.tilbud)),
        Cell::Date(controlled(desk, duty)),
    ]
}

fn documents(desk: &Desk<'_>, duty: &Duty) -> Cell {
    let link = |at: &usize| {
        let it = &desk.site.dokumenter[*at];
        let target = it.lenke.as_deref().map(|url| Target::External(url.to_owned()));
        (it.tittel.best(desk.lang).to_owned(), target)
    };
    if duty.dokumenter.is_empty() { Cell::Empty } else { Cell::Links(duty.dokumenter.iter().map(link).collect()) }
}

pub(super) fn givers(desk: &Desk<'_>, tilbud: &[TilbudId]) -> String {
    let mut names: Vec<String> = Vec::new();
    for id in tilbud {
        let name = desk.giver(desk.site.tilbud(*id));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// The oldest control among what meets the duty: the one to look at first.
fn controlled(desk: &Desk<'_>, duty: &Duty) -> Option<Date> {
    let tilbud = duty.tilbud.iter().filter_map(|it| desk.site.tilbud(*it).kontrollert.as_ref());
    let documents = duty.dokumenter.iter().filter_map(|it| desk.site.dokumenter[*it].kontrollert.as_ref());
    tilbud.chain(documents).map(|it| it.dato).min()
}

/// Why a status is what it is, in a sentence for each reason.
pub(super) fn reasons(desk: &Desk<'_>, kommune: KommuneId, reasons: &[Reason]) -> String {
    let words: Vec<String> = reasons.iter().map(|it| reason(desk, kommune, it)).collect();
    words.join("; ")
}

fn reason(desk: &Desk<'_>, kommune: KommuneId, reason: &Reason) -> String {
    let date = |id: &str, date: Date| desk.fill(id, &[("date", Arg::Text(&date.strftime("%d.%m.%Y").to_string()))]);
    match reason {
        Reason::Ages(set) => desk.name("r_reason_ages", &ages(desk, *set)),
        Reason::Districts(list) => {
            let all = &desk.site.kommune(kommune).bydeler;
            let names: Vec<&str> = list.iter().filter_map(|it| all.get(usize::from(*it))).map(|it| &*it.1).collect();
            desk.name("r_reason_districts", &names.join(", "))
        }
        Reason::Stale => desk.say("r_reason_stale"),
        Reason::Closed => desk.say("r_reason_closed"),
        Reason::Planned => desk.say("r_reason_planned"),
        Reason::Sami => desk.say("r_reason_sami"),
        Reason::Condition(it) => desk.name("r_reason_condition", it),
        Reason::From(it) => date("r_reason_from", *it),
        Reason::Until(it) => date("r_reason_until", *it),
        Reason::Unsure => desk.say("r_reason_unsure"),
    }
}

/// «6–9 år, 13–15 år»; a run to the oldest age has no end.
pub(super) fn ages(desk: &Desk<'_>, ages: AgeSet) -> String {
    let runs: Vec<String> = ages.runs().into_iter().map(|it| run(desk, it)).collect();
    runs.join(", ")
}

/// «13–15 år», «13 år», «fra 18 år».
fn run(desk: &Desk<'_>, (from, to): (u8, u8)) -> String {
    if (from, to) == (0, Alder::MAX) {
        return desk.say("r_all_ages");
    }
    if to == Alder::MAX {
        return desk.name("r_years_from", &from.to_string());
    }
    if from == to { desk.name("r_years", &from.to_string()) } else { desk.name("r_years", &format!("{from}–{to}")) }
}

/// Duties that begin or end after the day of the report.
fn changes(desk: &Desk<'_>) -> Vec<Section> {
    let date = desk.site.settings.dato;
    let later = |it: Option<Date>| it.is_some_and(|it| it > date);
    let coming = |it: &&Lovkrav| later(it.gyldig_fra) || later(it.gyldig_til);
    let row = |it: &Lovkrav| {
        Row::new(vec![
            desk.cell(&it.tittel),
            Cell::Links(vec![(format!("{} {}", it.lov, it.paragraf), it.lovdata_url().map(Target::External))]),
            Cell::Date(it.gyldig_fra),
            Cell::Date(it.gyldig_til),
        ])
    };
    let rows: Vec<Row> = desk.site.lovkrav.iter().filter(coming).map(row).collect();
    if rows.is_empty() {
        return vec![desk.text("r_no_law_changes")];
    }
    let columns = desk.columns(&[
        ("r_col_duty", Kind::Text),
        ("r_col_paragraph", Kind::Links),
        ("r_col_from", Kind::Date),
        ("r_col_to", Kind::Date),
    ]);
    let caption = desk.say("r_head_law_changes");
    vec![Section::Table(Table { id: "lovendringer".to_owned(), caption, note: String::new(), columns, rows })]
}

/// Sums for each kommune that takes part, and a matrix of kommuner and duties.
fn several(desk: &Desk<'_>) -> Vec<Section> {
    let kommuner = matrix::taking_part(desk);
    let mut sections = Vec::new();
    if kommuner.is_empty() {
        sections.push(Section::Notice(desk.say("r_no_kommuner")));
    }
    let found: Vec<(KommuneId, &Profile)> =
        kommuner.into_iter().map(|it| (it, desk.shared.profile(desk.site, it))).collect();
    if !found.is_empty() {
        sections.push(Section::Table(kommune_sums(desk, &found)));
        sections.push(desk.text("r_status_explained"));
        sections.push(Section::Table(duty_sums(desk, &found)));
        sections.push(Section::Table(full_matrix(desk, &found)));
    }
    sections.extend(changes(desk));
    sections
}

fn kommune_sums(desk: &Desk<'_>, found: &[(KommuneId, &Profile)]) -> Table {
    let row = |(id, profile): &(KommuneId, &Profile)| {
        let route = Route::Report(Scope::Kommune(*id), ReportName::Lovpalagt, ReportFormat::Html);
        let mut cells = vec![Cell::Link(desk.place(Scope::Kommune(*id)), Target::Route(route))];
        cells.extend(profile.sums().map(Cell::int));
        Row::new(cells)
    };
    let mut columns = vec![desk.column("r_col_kommune", Kind::Text)];
    columns.extend(statuses(desk));
    Table {
        id: "kommuner".to_owned(),
        caption: desk.say("r_table_kommuner_status"),
        note: desk.count("r_n_outside", matrix::n_outside(desk)),
        columns,
        rows: found.iter().map(row).collect(),
    }
}

fn statuses(desk: &Desk<'_>) -> Vec<Column> {
    Coverage::ALL.map(|it| Column { name: tag(desk, it).label, kind: Kind::Number }).to_vec()
}

/// In how many kommuner each duty has each status.
fn duty_sums(desk: &Desk<'_>, found: &[(KommuneId, &Profile)]) -> Table {
    let row = |(at, krav): (usize, &Lovkrav)| {
        let mut sums = [0; 6];
        for (_, profile) in found {
            sums[profile.coverage[at] as usize] += 1;
        }
        let mut cells = vec![desk.cell(&krav.tittel), Cell::text(&*krav.paragraf)];
        cells.extend(sums.map(Cell::int));
        Row { group: Some(krav.lov.to_string()), ..Row::new(cells) }
    };
    let mut columns = desk.columns(&[("r_col_duty", Kind::Text), ("r_col_paragraph", Kind::Text)]);
    columns.extend(statuses(desk));
    let mut rows: Vec<Row> = desk.site.lovkrav.iter().enumerate().map(row).collect();
    group_rows(&mut rows);
    Table {
        id: "plikter".to_owned(),
        caption: desk.say("r_table_duty_status"),
        note: desk.count("r_n_outside", matrix::n_outside(desk)),
        columns,
        rows,
    }
}

/// Puts the rows of a group together, groups in the order in which they first appear.
fn group_rows(rows: &mut [Row]) {
    let mut groups: Vec<Option<String>> = Vec::new();
    for row in rows.iter() {
        if !groups.contains(&row.group) {
            groups.push(row.group.clone());
        }
    }
    rows.sort_by_key(|row| groups.iter().position(|it| *it == row.group));
}

/// Every duty in every kommune.
fn full_matrix(desk: &Desk<'_>, found: &[(KommuneId, &Profile)]) -> Table {
    let mut columns = vec![desk.column("r_col_duty", Kind::Text)];
    columns.extend(found.iter().map(|(id, _)| Column { name: desk.place(Scope::Kommune(*id)), kind: Kind::Status }));
    let tags = Coverage::ALL.map(|it| tag(desk, it));
    let row = |(at, krav): (usize, &Lovkrav)| {
        let mut cells = vec![desk.cell(&krav.tittel)];
        cells.extend(found.iter().map(|(_, profile)| Cell::Status(tags[profile.coverage[at] as usize].clone())));
        Row { group: Some(krav.lov.to_string()), ..Row::new(cells) }
    };
    let mut rows: Vec<Row> = desk.site.lovkrav.iter().enumerate().map(row).collect();
    group_rows(&mut rows);
    Table { id: "matrise".to_owned(), caption: desk.say("r_table_matrix"), note: String::new(), columns, rows }
}
