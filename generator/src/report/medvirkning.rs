//! User participation, evaluation and good practice.

use super::desk::{Desk, Group};
use super::tally::{Axis, Tally};
use super::value::{Bar, Cell, Column, Figure, Kind, Part, Picture, Row, Section, Table, Tag, Target};
use crate::model::{Liste, TermId, Tilbud, TilbudId};

/// The three questions: name, axis, list.
const QUESTIONS: [(&str, Axis, Liste); 3] = [
    ("brukermedvirkning", Axis::Participation, Liste::Brukermedvirkning),
    ("evaluering", Axis::Evaluation, Liste::Evaluering),
    ("god-praksis", Axis::Practice, Liste::GodPraksis),
];

/// An answer in short: yes in some degree, no, or not registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    Unknown,
}

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let tilbud = desk.tilbud();
    if tilbud.is_empty() {
        return vec![Section::Notice(desk.say("r_nothing"))];
    }
    let mut sections = vec![Section::Figure(figure(desk, &tilbud))];
    for (id, axis, _) in QUESTIONS {
        let axes = (axis, Axis::Level);
        let table = Tally::new(desk, axes.0, axes.1, &tilbud).found_by("").table(desk, id, axes, "r_col_answer");
        sections.push(Section::Table(table));
    }
    sections.push(Section::Table(by_giver(desk)));
    if !desk.is_wide() {
        sections.extend(evaluations(desk, &tilbud));
    }
    sections
}

fn grade(tilbud: &Tilbud, list: Liste) -> Option<TermId> {
    match list {
        Liste::Brukermedvirkning => tilbud.brukermedvirkning.as_ref().map(|it| it.grad),
        Liste::Evaluering => tilbud.evaluering.as_ref().map(|it| it.grad),
        _ => tilbud.god_praksis.as_ref().map(|it| it.grad),
    }
}

fn answer(desk: &Desk<'_>, tilbud: &Tilbud, list: Liste) -> Answer {
    match grade(tilbud, list).map(|it| desk.site.vokabular.term(list, it).slug.as_str()) {
        None | Some("ukjent") => Answer::Unknown,
        Some("nei") => Answer::No,
        Some(_) => Answer::Yes,
    }
}

fn answered(desk: &Desk<'_>, tilbud: &[TilbudId], list: Liste, wanted: Answer) -> Vec<TilbudId> {
    tilbud.iter().copied().filter(|it| answer(desk, desk.site.tilbud(*it), list) == wanted).collect()
}

fn figure(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Figure {
    let n = |list, wanted| answered(desk, tilbud, list, wanted).len();
    let bar = |(id, _, list): (&str, Axis, Liste)| Bar {
        label: desk.say(&format!("r_table_{}", id.replace('-', "_"))),
        parts: vec![
            Part { key: "dekket", n: n(list, Answer::Yes) },
            Part { key: "delvis", n: n(list, Answer::No) },
            Part { key: "ikke-registrert", n: n(list, Answer::Unknown) },
        ],
    };
    let legend = [("dekket", "r_verdict_ja"), ("delvis", "r_verdict_nei"), ("ikke-registrert", "r_not_registered")];
    let bars: Vec<Bar> = QUESTIONS.map(bar).to_vec();
    let words: Vec<String> =
        bars.iter().map(|it| format!("{}: {}", it.label, desk.count("r_n_yes", it.parts[0].n))).collect();
    Figure {
        id: "svar".to_owned(),
        title: desk.name("r_participation_of", &desk.place(desk.scope)),
        description: format!("{}.", words.join(". ")),
        picture: Picture::Bars { legend: legend.map(|(key, id)| Tag { key, label: desk.say(id) }).to_vec(), bars },
    }
}

/// For each body: how many of its tilbud say yes, and how many say nothing.
fn by_giver(desk: &Desk<'_>) -> Table {
    let mut columns = desk.columns(&[("hvem", "r_col_given_by", Kind::Text), ("i-alt", "r_col_total", Kind::Number)]);
    for (id, ..) in QUESTIONS {
        let name = desk.say(&format!("r_table_{}", id.replace('-', "_")));
        for (key, message) in [("ja", "r_col_yes"), ("ikke-registrert", "r_col_unknown")] {
            columns.push(Column { key: format!("{id}-{key}"), name: desk.name(message, &name), kind: Kind::Number });
        }
    }
    let row = |it: Group| {
        let counted = |tilbud| desk.count_cell(tilbud);
        let mut cells = vec![Cell::text(&*it.name), counted(it.tilbud.clone())];
        for (_, _, question) in QUESTIONS {
            for wanted in [Answer::Yes, Answer::Unknown] {
                cells.push(counted(answered(desk, &it.tilbud, question, wanted)));
            }
        }
        Row::new(it.key, cells)
    };
    let rows = desk.by_giver(&desk.own()).into_iter().map(row).collect();
    Table::new("hvem", desk.say("r_table_answers_giver"), columns, rows).note(desk.say("r_note_own"))
}

/// The evaluations, newest first.
fn evaluations(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Vec<Section> {
    let mut found: Vec<TilbudId> = answered(desk, tilbud, Liste::Evaluering, Answer::Yes);
    if found.is_empty() {
        return vec![desk.text("r_no_evaluations")];
    }
    found.sort_by_key(|it| std::cmp::Reverse(desk.site.tilbud(*it).evaluering.as_ref().and_then(|it| it.ar)));
    let row = |id: &TilbudId| {
        let it = desk.site.tilbud(*id).evaluering.as_ref()?;
        let link =
            it.lenke.as_deref().map(|url| Cell::Link(desk.say("r_the_report"), Target::External(url.to_owned())));
        let cells = vec![
            desk.link(*id),
            Cell::text(desk.term(Liste::Evaluering, it.grad)),
            it.ar.map_or(Cell::Empty, Cell::Year),
            it.beskrivelse.as_ref().map_or(Cell::Empty, |it| desk.cell(it)),
            link.unwrap_or(Cell::Empty),
        ];
        Some(Row::new(&*desk.site.tilbud(*id).key, cells))
    };
    let columns = desk.columns(&[
        ("tilbud", "r_col_tilbud", Kind::Links),
        ("svar", "r_col_answer", Kind::Text),
        ("ar", "r_col_year", Kind::Number),
        ("funn", "r_col_findings", Kind::Text),
        ("lenke", "r_col_link", Kind::Links),
    ]);
    let rows = found.iter().filter_map(row).collect();
    vec![Section::Table(Table::new("evalueringer", desk.say("r_table_evaluations"), columns, rows))]
}
