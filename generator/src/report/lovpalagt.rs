//! Statutory coverage: one line a duty, or a matrix of kommuner and duties.

use jiff::civil::Date;

use super::ages::AgeSet;
use super::coverage::{self, Coverage, Duty, Reason};
use super::desk::{Arg, Desk, list_id};
use super::matrix;
use super::profile::Profile;
use super::value::{
    Bar, Cell, Column, Count, Counted, Figure, Kind, Part, Picture, Row, Said, Section, Table, Tag, Target,
};
use crate::model::{Alder, Ansvar, FylkeId, KommuneId, Lovkrav, LovkravId, ReportName, Scope, TilbudId};

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    match desk.scope {
        Scope::Kommune(id) => kommune(desk, id),
        Scope::Fylke(id) => fylke(desk, id),
        _ => several(desk),
    }
}

fn kommune(desk: &Desk<'_>, id: KommuneId) -> Vec<Section> {
    let duties = &desk.shared.profile(desk.site, id).duties;
    let mut sections = vec![Section::Figure(bars(desk, duties, &LEVELS)), Section::Table(sums(desk, duties, &LEVELS))];
    sections.push(desk.text("r_status_explained"));
    for ansvar in LEVELS {
        let key = level_key(ansvar);
        let of: Vec<&Duty> = duties.iter().filter(|it| desk.site.krav(it.krav).ansvar == ansvar).collect();
        sections.push(desk.heading(&format!("plikter-{key}"), &format!("r_head_duties_{key}")));
        if coverage::is_its_own_fylke(desk.site, id) && ansvar == Ansvar::Fylkeskommune {
            sections.push(desk.text("r_oslo"));
        }
        sections.push(Section::Table(duty_table(desk, key, &of)));
    }
    sections.extend(changes(desk));
    sections
}

/// The fylkeskommune's own duties, then the duties of its kommuner.
fn fylke(desk: &Desk<'_>, id: FylkeId) -> Vec<Section> {
    let duties = desk.shared.fylke_duties(desk.site, id);
    let own = [Ansvar::Fylkeskommune];
    let mut sections = vec![
        Section::Figure(bars(desk, duties, &own)),
        Section::Table(sums(desk, duties, &own)),
        desk.text("r_status_explained"),
        desk.heading("plikter-fylke", "r_head_duties_own_fylke"),
        Section::Table(duty_table(desk, "fylke", &duties.iter().collect::<Vec<_>>())),
        desk.heading("kommunene", "r_head_kommuner"),
    ];
    sections.extend(several(desk));
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
fn bars(desk: &Desk<'_>, duties: &[Duty], levels: &[Ansvar]) -> Figure {
    let bar = |ansvar: &Ansvar| {
        let of = duties.iter().filter(|it| desk.site.krav(it.krav).ansvar == *ansvar);
        let parts = Coverage::ALL.into_iter().zip(coverage::sums(of)).map(|(it, n)| Part { key: it.key(), n });
        Bar { label: desk.say(&format!("r_duties_{}", level_key(*ansvar))), parts: parts.collect() }
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
            bars: levels.iter().map(bar).collect(),
        },
    }
}

/// Duties by status and level, with a sum that is all of them.
fn sums(desk: &Desk<'_>, duties: &[Duty], levels: &[Ansvar]) -> Table {
    let mut columns = vec![desk.column("status", "r_col_status", Kind::Status)];
    let level = |it: &Ansvar| desk.column(level_key(*it), &format!("r_duties_{}", level_key(*it)), Kind::Number);
    columns.extend(levels.iter().map(level));
    columns.push(desk.column("i-alt", "r_col_total", Kind::Number));
    let n = |ansvar: Option<Ansvar>, status: Option<Coverage>| {
        let fits = |it: &&Duty| {
            ansvar.is_none_or(|level| desk.site.krav(it.krav).ansvar == level)
                && status.is_none_or(|status| it.coverage == status)
        };
        Cell::lovkrav(duties.iter().filter(fits).map(|it| it.krav).collect())
    };
    let row = |key: &str, first: Cell, status: Option<Coverage>| {
        let mut cells = vec![first];
        cells.extend(levels.iter().map(|it| n(Some(*it), status)));
        cells.push(n(None, status));
        Row { sum: status.is_none(), ..Row::new(key, cells) }
    };
    let mut rows: Vec<Row> = Coverage::ALL.map(|it| row(it.key(), Cell::Status(tag(desk, it)), Some(it))).to_vec();
    rows.push(row("sum", Cell::text(desk.say("r_sum")), None));
    Table::new("sum", desk.say("r_table_status_sum"), columns, rows)
}

/// One line a duty, grouped by law in the order of the catalogue.
fn duty_table(desk: &Desk<'_>, key: &str, duties: &[&Duty]) -> Table {
    let columns = desk.columns(&[
        ("plikt", "r_col_duty", Kind::Text),
        ("lov", "r_col_paragraph", Kind::Links),
        ("status", "r_col_status", Kind::Status),
        ("mangler", "r_col_missing", Kind::Text),
        ("svarer-pa", "r_col_met_by", Kind::Links),
        ("ansvarlig", "r_col_responsible", Kind::Text),
        ("eldste-kontroll", "r_col_controlled", Kind::Date),
    ]);
    let mut rows = Vec::new();
    for law in laws(desk, duties) {
        let of = duties.iter().filter(|it| *desk.site.krav(it.krav).lov == *law);
        rows.extend(of.map(|it| Row::new(slug(desk, it.krav), line(desk, it)).within(&*law)));
    }
    Table::new(&format!("plikter-{key}"), desk.say(&format!("r_table_duties_{key}")), columns, rows)
        .note(desk.say("r_note_duties"))
        .grouped(desk.say("r_col_law"))
}

pub(super) fn slug(desk: &Desk<'_>, id: LovkravId) -> String {
    desk.site.krav(id).slug.as_str().to_owned()
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

/// The paragraph of a duty, leading to Lovdata.
fn paragraph(krav: &Lovkrav) -> Cell {
    lovdata(krav, krav.paragraf.to_string())
}

fn lovdata(krav: &Lovkrav, text: String) -> Cell {
    Cell::Links(vec![Said::leading(text, krav.lovdata_url().map(Target::External))])
}

fn line(desk: &Desk<'_>, duty: &Duty) -> Vec<Cell> {
    let krav = desk.site.krav(duty.krav);
    let met_by = if duty.tilbud.is_empty() { documents(desk, duty) } else { Cell::Tilbud(duty.tilbud.clone()) };
    let missing = duty.reasons.iter().find_map(|it| if let Reason::Ages(ages) = it { Some(*ages) } else { None });
    vec![
        desk.cell(&krav.tittel),
        paragraph(krav),
        Cell::Status(tag(desk, duty.coverage)),
        Cell::Ages(reasons(desk, &duty.reasons), missing.unwrap_or(AgeSet::NONE)),
        met_by,
        Cell::Words(responsible(desk, duty)),
        Cell::Date(controlled(desk, duty)),
    ]
}

/// Who meets the duty; the service that usually does where nobody is registered.
fn responsible(desk: &Desk<'_>, duty: &Duty) -> Vec<Said> {
    if !duty.tilbud.is_empty() {
        return givers(desk, &duty.tilbud);
    }
    let mut keepers: Vec<Said> = duty.dokumenter.iter().filter_map(|it| keeper(desk, *it)).collect();
    keepers.dedup();
    let usual = desk.site.krav(duty.krav).tjeneste.as_ref().filter(|_| duty.coverage != Coverage::GjelderIkke);
    if let (true, Some(usual)) = (keepers.is_empty(), usual) {
        let said = desk.said(usual);
        keepers.push(Said { text: desk.name("r_usually", &said.text), ..said });
    }
    keepers
}

/// The position that answers for a document, or the body that keeps it.
fn keeper(desk: &Desk<'_>, document: usize) -> Option<Said> {
    let (site, it) = (desk.site, &desk.site.dokumenter[document]);
    match &it.ansvarlig {
        // A position has one name, in the language of whose document it is.
        Some(position) => Some(desk.in_language(site.lang(site.scope_of(it.home)), position)),
        None => Some(desk.said(&site.organisasjon(it.eier?).navn)),
    }
}

fn documents(desk: &Desk<'_>, duty: &Duty) -> Cell {
    let link = |at: &usize| {
        let it = &desk.site.dokumenter[*at];
        let target = it.lenke.as_deref().map(|url| Target::External(url.to_owned()));
        Said { target, ..desk.said(&it.tittel) }
    };
    if duty.dokumenter.is_empty() { Cell::Empty } else { Cell::Links(duty.dokumenter.iter().map(link).collect()) }
}

/// Who gives some tilbud, each once.
pub(super) fn givers(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Vec<Said> {
    let mut names: Vec<Said> = Vec::new();
    for id in tilbud {
        let name = desk.giver_said(desk.site.tilbud(*id));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The oldest control among what meets the duty: the one to look at first.
fn controlled(desk: &Desk<'_>, duty: &Duty) -> Option<Date> {
    let tilbud = duty.tilbud.iter().filter_map(|it| desk.site.tilbud(*it).kontrollert.as_ref());
    let documents = duty.dokumenter.iter().filter_map(|it| desk.site.dokumenter[*it].kontrollert.as_ref());
    tilbud.chain(documents).map(|it| it.dato).min()
}

/// Why a status is what it is, in a sentence for each reason.
pub(super) fn reasons(desk: &Desk<'_>, reasons: &[Reason]) -> String {
    let words: Vec<String> = reasons.iter().map(|it| reason(desk, it)).collect();
    words.join("; ")
}

fn reason(desk: &Desk<'_>, reason: &Reason) -> String {
    let date = |id: &str, date: Date| desk.fill(id, &[("date", Arg::Text(&date.strftime("%d.%m.%Y").to_string()))]);
    match reason {
        Reason::Ages(set) => desk.name("r_reason_ages", &ages(desk, *set)),
        Reason::Districts(list) => {
            let names: Vec<&str> = list.iter().filter_map(|it| district(desk, *it)).collect();
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

fn district<'a>(desk: &Desk<'a>, at: u16) -> Option<&'a str> {
    let Scope::Kommune(id) = desk.scope else { return None };
    desk.site.kommune(id).bydeler.get(usize::from(at)).map(|it| &*it.1)
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
        let cells = vec![
            desk.cell(&it.tittel),
            lovdata(it, format!("{} {}", it.lov, it.paragraf)),
            Cell::Date(it.gyldig_fra),
            Cell::Date(it.gyldig_til),
        ];
        Row::new(it.slug.as_str(), cells)
    };
    let rows: Vec<Row> = desk.site.lovkrav.iter().filter(coming).map(row).collect();
    if rows.is_empty() {
        return vec![desk.text("r_no_law_changes")];
    }
    let columns = desk.columns(&[
        ("plikt", "r_col_duty", Kind::Text),
        ("lov", "r_col_paragraph", Kind::Links),
        ("fra", "r_col_from", Kind::Date),
        ("til", "r_col_to", Kind::Date),
    ]);
    vec![Section::Table(Table::new("lovendringer", desk.say("r_head_law_changes"), columns, rows))]
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
        if !matches!(desk.scope, Scope::Fylke(_)) {
            sections.push(desk.text("r_status_explained"));
        }
        sections.push(Section::Table(duty_sums(desk, &found)));
        sections.push(Section::Table(full_matrix(desk, &found)));
    }
    sections.extend(changes(desk));
    sections
}

fn kommune_sums(desk: &Desk<'_>, found: &[(KommuneId, &Profile)]) -> Table {
    let row = |(id, profile): &(KommuneId, &Profile)| {
        let page = matrix::page(desk, *id, ReportName::Lovpalagt);
        let mut cells = vec![matrix::name(desk, *id, page.clone())];
        let part = |it: Coverage| list_id(ReportName::Lovpalagt, "sum", it.key(), "i-alt");
        let sums = Coverage::ALL.into_iter().zip(profile.sums());
        cells.extend(sums.map(|(it, n)| matrix::number(n, page.as_ref(), &part(it))));
        Row::new(desk.site.kommune(*id).slug.as_str(), cells)
    };
    let mut columns = vec![desk.column("kommune", "r_col_kommune", Kind::Text)];
    columns.extend(statuses(desk));
    Table::new("kommuner", desk.say("r_table_kommuner_status"), columns, found.iter().map(row).collect())
        .note(desk.count("r_n_outside", matrix::n_outside(desk)))
}

fn statuses(desk: &Desk<'_>) -> Vec<Column> {
    let column = |it: Coverage| Column { key: it.key().to_owned(), name: tag(desk, it).label, kind: Kind::Number };
    Coverage::ALL.map(column).to_vec()
}

/// In how many kommuner each duty has each status.
fn duty_sums(desk: &Desk<'_>, found: &[(KommuneId, &Profile)]) -> Table {
    let row = |(at, krav): (usize, &Lovkrav)| {
        let mut lists: [Vec<KommuneId>; 6] = Default::default();
        for (id, profile) in found {
            lists[profile.duties[at].coverage as usize].push(*id);
        }
        let mut cells = vec![desk.cell(&krav.tittel), paragraph(krav)];
        cells.extend(lists.map(|it| Cell::Count(Count { n: it.len(), of: Counted::Kommuner(it), ..Count::default() })));
        Row::new(krav.slug.as_str(), cells).within(&*krav.lov)
    };
    let mut columns = desk.columns(&[("plikt", "r_col_duty", Kind::Text), ("lov", "r_col_paragraph", Kind::Links)]);
    columns.extend(statuses(desk));
    let mut rows: Vec<Row> = desk.site.lovkrav.iter().enumerate().map(row).collect();
    group_rows(&mut rows);
    Table::new("plikter", desk.say("r_table_duty_status"), columns, rows)
        .grouped(desk.say("r_col_law"))
        .note(desk.count("r_n_outside", matrix::n_outside(desk)))
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
    let mut columns = vec![desk.column("plikt", "r_col_duty", Kind::Text)];
    columns.extend(found.iter().map(|(id, _)| Column {
        key: desk.site.kommune(*id).slug.as_str().to_owned(),
        name: matrix::named(desk, *id),
        kind: Kind::Status,
    }));
    let tags = Coverage::ALL.map(|it| tag(desk, it));
    let row = |(at, krav): (usize, &Lovkrav)| {
        let mut cells = vec![desk.cell(&krav.tittel)];
        let status = |profile: &Profile| tags[profile.duties[at].coverage as usize].clone();
        cells.extend(found.iter().map(|(_, profile)| Cell::Status(status(profile))));
        Row::new(krav.slug.as_str(), cells).within(&*krav.lov)
    };
    let mut rows: Vec<Row> = desk.site.lovkrav.iter().enumerate().map(row).collect();
    group_rows(&mut rows);
    Table::new("matrise", desk.say("r_table_matrix"), columns, rows).grouped(desk.say("r_col_law"))
}
