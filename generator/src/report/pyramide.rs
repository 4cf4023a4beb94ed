//! The pyramid: how tilbud spread over levels, ages, groups at risk, owners and themes.

use super::desk::{Arg, Desk};
use super::matrix;
use super::tally::{Axis, NO_GROUP, Place, Tally};
use super::value::{Band, Cell, Figure, Item, Kind, Picture, Row, Section, Table};
use crate::model::{KommuneId, Liste, ReportName, TermId, TilbudId};

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
    let level_age = Tally::new(desk, Axis::Level, Axis::Age, &tilbud).found_by("");
    let risk_level = Tally::new(desk, Axis::Risk, Axis::Level, &tilbud).found_by("");
    let risk_age = Tally::new(desk, Axis::Risk, Axis::Age, &tilbud).found_by("");
    sections.push(desk.heading("alder-og-risiko", "r_head_age_risk"));
    sections.push(Section::Table(level_age.table(desk, "niva-alder", (Axis::Level, Axis::Age), "r_col_level")));
    sections.push(Section::Table(risk_level.table(desk, "risiko-niva", (Axis::Risk, Axis::Level), "r_col_risk")));
    sections.push(Section::Table(risk_age.table(desk, "risiko-alder", (Axis::Risk, Axis::Age), "r_col_risk")));
    sections.extend(by_level(desk, &tilbud));
    sections.extend(questions(desk, &level_age, &risk_level));
    sections.push(desk.heading("hvem-og-hva", "r_head_who_what"));
    for (id, rows, corner) in [
        ("malgruppe-niva", Axis::Target, "r_col_target"),
        ("eier-niva", Axis::Owner, "r_col_owner"),
        ("tema-niva", Axis::Theme, "r_col_theme"),
    ] {
        let tally = Tally::new(desk, rows, Axis::Level, &tilbud).found_by("");
        sections.push(Section::Table(tally.table(desk, id, (rows, Axis::Level), corner)));
    }
    sections.extend(crossing(desk, &tilbud));
    sections
}

/// Tilbud by level and by whom they are for.
struct Levels {
    names: Vec<String>,
    tally: Tally,
    all: Vec<TilbudId>,
    total: usize,
}

impl Levels {
    fn new(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Levels {
        let names = Axis::Level.places(desk).into_iter().map(|it| it.name).collect();
        Levels {
            names,
            tally: Tally::new(desk, Axis::Level, Axis::Need, tilbud).found_by(""),
            all: tilbud.to_vec(),
            total: tilbud.len(),
        }
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
            picture: Picture::Pyramid { legend: vec![desk.tag("need", "alle"), desk.tag("need", "saerlige")], bands },
        }
    }

    /// The numbers of the picture. Records without a level are in the sum alone, so it is said.
    fn table(&self, desk: &Desk<'_>) -> Table {
        let mut table = self.tally.table(desk, "nivaer", (Axis::Level, Axis::Need), "r_col_level");
        table.columns.push(desk.column("andel", "r_col_share", Kind::Percent));
        for (at, row) in table.rows.iter_mut().enumerate() {
            let part = self.tally.row(at).len() as f64;
            let of = row.cells.last().and_then(Cell::count).cloned().unwrap_or_default();
            row.cells.push(Cell::Percent { part, whole: self.total as f64, of });
        }
        let of = |need: usize| (0..self.names.len()).flat_map(|it| self.tally.at(it, need)).copied().collect();
        let (all, whole) = (desk.all(self.all.clone()), self.total as f64);
        let cells = vec![
            Cell::text(desk.say("r_sum")),
            desk.count_cell(of(0)),
            desk.count_cell(of(1)),
            Cell::Count(all.clone()),
            Cell::Percent { part: whole, whole, of: all },
        ];
        table.rows.push(Row { sum: true, ..Row::new("sum", cells) });
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

/// Groups at risk and ages, on one level at a time: the three axes of the pyramid together.
fn by_level(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Vec<Section> {
    let axes = (Axis::Risk, Axis::Age);
    let level = |(at, place): (usize, Place)| {
        let here: Vec<TilbudId> =
            tilbud.iter().copied().filter(|it| Axis::Level.of(desk, desk.site.tilbud(*it)).contains(&at)).collect();
        let tally = Tally::new(desk, axes.0, axes.1, &here).found_by(&place.filter);
        let mut table = tally.table(desk, "risiko-alder", axes, "r_col_risk");
        // The lists of groups at risk hold all levels.
        for cell in table.rows.iter_mut().filter_map(|it| it.cells.last_mut()) {
            if let Cell::Count(count) = cell {
                count.route = None;
            }
        }
        table.id = format!("risiko-alder-{}", place.key);
        table.caption = desk.name("r_table_risk_age_level", &place.name);
        Section::Table(table)
    };
    Axis::Level.places(desk).into_iter().enumerate().map(level).collect()
}

/// On the portal, for a fylke and for a region: the pyramids of the kommuner that take part.
fn by_place(desk: &Desk<'_>) -> Vec<Section> {
    let kommuner = matrix::taking_part(desk);
    if kommuner.is_empty() {
        return Vec::new();
    }
    let mut columns = vec![desk.column("kommune", "r_col_kommune", Kind::Text)];
    columns.extend(Axis::Level.columns(desk, Kind::Number));
    columns.push(desk.column("i-alt", "r_col_total", Kind::Number));
    let row = |id: &KommuneId| {
        let levels = desk.shared.profile(desk.site, *id).levels.len();
        let mut cells = vec![matrix::name(desk, *id, matrix::page(desk, *id, ReportName::Pyramide))];
        cells.extend((0..levels).map(|it| Cell::Count(matrix::on_level(desk, *id, it))));
        cells.push(matrix::shown(desk, *id));
        Row::new(desk.site.kommune(*id).slug.as_str(), cells)
    };
    let rows = kommuner.iter().map(row).collect();
    let table = Table::new("kommuner", desk.say("r_table_kommuner_niva"), columns, rows);
    vec![Section::Table(table.note(desk.say("r_note_shown_there")))]
}

/// What is at no level for an age, and at no level for a group at risk: questions, not errors.
fn questions(desk: &Desk<'_>, level_age: &Tally, risk_level: &Tally) -> Vec<Section> {
    let (levels, ages) = (Axis::Level.places(desk), Axis::Age.places(desk));
    let mut items = Vec::new();
    for (level, place) in levels.iter().enumerate() {
        let missing = (0..ages.len()).filter(|age| level_age.at(level, *age).is_empty());
        items.extend(missing.map(|age| {
            desk.fill("r_who_meets_age", &[("age", Arg::Text(&ages[age].name)), ("level", Arg::Text(&place.name))])
        }));
    }
    for (risk, place) in Axis::Risk.places(desk).iter().enumerate().filter(|(_, it)| it.key != NO_GROUP) {
        let missing = (0..levels.len()).filter(|level| risk_level.at(risk, *level).is_empty());
        items.extend(missing.map(|level| {
            desk.fill(
                "r_who_meets_risk",
                &[("risk", Arg::Text(&place.name)), ("level", Arg::Text(&levels[level].name))],
            )
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
