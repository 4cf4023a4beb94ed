//! The pyramid: how tilbud spread over levels, ages, groups at risk, owners and themes.

use super::desk::{Arg, Desk};
use super::tally::{Axis, Tally};
use super::value::{Band, Cell, Column, Count, Figure, Item, Kind, Picture, Row, Section, Table, Target};
use crate::model::{Liste, ReportFormat, ReportName, Route, Scope, TermId, TilbudId};
use crate::report;

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let tilbud = desk.tilbud();
    if tilbud.is_empty() {
        return vec![Section::Notice(desk.say("r_nothing"))];
    }
    let levels = Levels::new(desk, &tilbud);
    let mut sections = vec![Section::Figure(levels.figure(desk)), Section::Table(levels.table(desk))];
    sections.extend(state(desk, &tilbud));
    sections.extend(by_place(desk));
    let level_age = Tally::new(desk, Axis::Level, Axis::Age, &tilbud);
    let risk_level = Tally::new(desk, Axis::Risk, Axis::Level, &tilbud);
    let risk_age = Tally::new(desk, Axis::Risk, Axis::Age, &tilbud);
    sections.push(desk.heading("alder-og-risiko", "r_head_age_risk"));
    sections.push(Section::Table(level_age.table(desk, "niva-alder", (Axis::Level, Axis::Age), "r_col_level")));
    sections.push(Section::Table(risk_level.table(desk, "risiko-niva", (Axis::Risk, Axis::Level), "r_col_risk")));
    sections.push(Section::Table(risk_age.table(desk, "risiko-alder", (Axis::Risk, Axis::Age), "r_col_risk")));
    sections.extend(questions(desk, &level_age, &risk_level));
    sections.push(desk.heading("hvem-og-hva", "r_head_who_what"));
    for (id, rows, corner) in [
        ("malgruppe-niva", Axis::Target, "r_col_target"),
        ("eier-niva", Axis::Owner, "r_col_owner"),
        ("tema-niva", Axis::Theme, "r_col_theme"),
    ] {
        let tally = Tally::new(desk, rows, Axis::Level, &tilbud);
        sections.push(Section::Table(tally.table(desk, id, (rows, Axis::Level), corner)));
    }
    sections.extend(crossing(desk, &tilbud));
    sections
}

/// Tilbud by level and by whom they are for.
struct Levels {
    names: Vec<String>,
    tally: Tally,
    total: usize,
}

impl Levels {
    fn new(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Levels {
        let names = Axis::Level.places(desk).into_iter().map(|(name, _)| name).collect();
        Levels { names, tally: Tally::new(desk, Axis::Level, Axis::Need, tilbud), total: tilbud.len() }
    }

    fn figure(&self, desk: &Desk<'_>) -> Figure {
        let band = |(at, name): (usize, &String)| {
            let n = self.tally.row(at).len();
            Band {
                label: name.clone(),
                text: desk
                    .fill("r_tilbud_share", &[("n", Arg::Number(n)), ("share", Arg::Text(&share(n, self.total)))]),
                parts: [0, 1].map(|need| self.tally.at(at, need).len()),
            }
        };
        let bands: Vec<Band> = self.names.iter().enumerate().map(band).collect();
        let words: Vec<String> = bands.iter().map(|it| format!("{}: {}", it.label, it.text)).collect();
        Figure {
            id: "pyramiden".to_owned(),
            title: desk.name("r_pyramid_of", &desk.place(desk.scope)),
            description: format!("{}.", words.join(". ")),
            picture: Picture::Pyramid(bands),
        }
    }

    /// The numbers of the picture. Records without a level are in the sum alone, so it is said.
    fn table(&self, desk: &Desk<'_>) -> Table {
        let mut table = self.tally.table(desk, "nivaer", (Axis::Level, Axis::Need), "r_col_level");
        table.columns.push(desk.column("r_col_share", Kind::Percent));
        for (at, row) in table.rows.iter_mut().enumerate() {
            let part = self.tally.row(at).len() as f64;
            row.cells.push(Cell::Percent { part, whole: self.total as f64 });
        }
        let sum = |need: usize| (0..self.names.len()).map(|it| self.tally.at(it, need).len()).sum();
        let plain = |n: usize| Cell::Count(Count { n, ..Count::default() });
        let cells = vec![
            Cell::text(desk.say("r_sum")),
            plain(sum(0)),
            plain(sum(1)),
            plain(self.total),
            Cell::Percent { part: self.total as f64, whole: self.total as f64 },
        ];
        table.rows.push(Row { sum: true, ..Row::new(cells) });
        table.note = desk.say("r_note_levels");
        table
    }
}

/// `27 %`, or less than one.
pub(super) fn share(part: usize, whole: usize) -> String {
    let percent = if whole == 0 { 0.0 } else { part as f64 * 100.0 / whole as f64 };
    if part > 0 && percent < 0.5 { "< 1 %".to_owned() } else { format!("{percent:.0} %") }
}

/// How many of the counted tilbud can't be had today, or have not been controlled for long.
fn state(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Vec<Section> {
    use crate::model::Drift;
    let date = desk.site.settings.dato;
    let n =
        |test: &dyn Fn(&crate::model::Tilbud) -> bool| tilbud.iter().filter(|it| test(desk.site.tilbud(**it))).count();
    let stale = n(&|it| !it.fresh(date));
    let closed = n(&|it| it.drift == Drift::StengtMidlertidig);
    let planned = n(&|it| it.drift == Drift::Planlagt);
    let args = [
        ("n", Arg::Number(tilbud.len())),
        ("stale", Arg::Number(stale)),
        ("closed", Arg::Number(closed)),
        ("planned", Arg::Number(planned)),
    ];
    vec![Section::Text(desk.fill("r_pyramid_state", &args))]
}

/// On the portal and for a fylke: the pyramids of the kommuner that take part.
fn by_place(desk: &Desk<'_>) -> Vec<Section> {
    let kommuner = report::matrix::taking_part(desk);
    if kommuner.is_empty() {
        return Vec::new();
    }
    let levels = Axis::Level.places(desk);
    let mut columns = vec![desk.column("r_col_kommune", Kind::Text)];
    columns.extend(levels.iter().map(|(name, _)| Column { name: name.clone(), kind: Kind::Number }));
    columns.push(desk.column("r_col_total", Kind::Number));
    let row = |id: &crate::model::KommuneId| {
        let scope = Scope::Kommune(*id);
        let profile = desk.shared.profile(desk.site, *id);
        let route = Route::Report(scope, ReportName::Pyramide, ReportFormat::Html);
        let mut cells = vec![Cell::Link(desk.place(scope), Target::Route(route))];
        cells.extend(profile.levels.iter().map(|it| Cell::int(*it)));
        cells.push(Cell::int(profile.shown));
        Row::new(cells)
    };
    vec![Section::Table(Table {
        id: "kommuner".to_owned(),
        caption: desk.say("r_table_kommuner_niva"),
        note: desk.say("r_note_shown_there"),
        columns,
        rows: kommuner.iter().map(row).collect(),
    })]
}

/// What is at no level for an age, and at no level for a group at risk: questions, not errors.
fn questions(desk: &Desk<'_>, level_age: &Tally, risk_level: &Tally) -> Vec<Section> {
    let (levels, ages) = (Axis::Level.places(desk), Axis::Age.places(desk));
    let mut items = Vec::new();
    for (level, (level_name, _)) in levels.iter().enumerate() {
        let missing = (0..ages.len()).filter(|age| level_age.at(level, *age).is_empty());
        items.extend(missing.map(|age| {
            desk.fill("r_who_meets_age", &[("age", Arg::Text(&ages[age].0)), ("level", Arg::Text(level_name))])
        }));
    }
    for (risk, (name, _)) in Axis::Risk.places(desk).iter().enumerate() {
        let missing = (0..levels.len()).filter(|level| risk_level.at(risk, *level).is_empty());
        items.extend(missing.map(|level| {
            desk.fill("r_who_meets_risk", &[("risk", Arg::Text(name)), ("level", Arg::Text(&levels[level].0))])
        }));
    }
    if items.is_empty() {
        return vec![desk.text("r_no_questions")];
    }
    let items = items.into_iter().map(|text| Item { text, tilbud: Vec::new() }).collect();
    vec![desk.heading("sporsmal", "r_head_questions"), desk.text("r_questions_lead"), Section::List(items)]
}

/// The steps of chains that lead from one level to another.
fn crossing(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Vec<Section> {
    if desk.is_wide() {
        return Vec::new();
    }
    let level = |it: TilbudId| desk.site.tilbud(it).pyramideniva;
    let mut items = Vec::new();
    for from in tilbud {
        for to in desk.site.tilbud(*from).neste.iter().filter(|it| desk.site.visible(**it)) {
            if let (Some(a), Some(b)) = (level(*from), level(*to))
                && a != b
            {
                items.push(Item { text: step(desk, a, b), tilbud: vec![*from, *to] });
            }
        }
    }
    let lead = if items.is_empty() { "r_no_crossing" } else { "r_crossing_lead" };
    vec![desk.heading("tiltakskjeder", "r_head_crossing"), desk.text(lead), Section::List(items)]
}

fn step(desk: &Desk<'_>, from: TermId, to: TermId) -> String {
    let short = |id: TermId| {
        let term = desk.site.vokabular.term(Liste::Pyramideniva, id);
        term.kort.as_ref().unwrap_or(&term.navn).best(desk.lang).to_owned()
    };
    format!("{} → {}", short(from), short(to))
}
