//! The criteria of step 5.

use super::desk::{Desk, Group};
use super::value::{Bar, Cell, Column, Figure, Kind, Part, Picture, Row, Section, Table, Tag};
use crate::model::{Liste, Term, TermId, TilbudId, Verdict};

/// The verdicts: value, name for programs, pattern.
const VERDICTS: [(Verdict, &str, &str); 4] = [
    (Verdict::Ja, "ja", "dekket"),
    (Verdict::Delvis, "delvis", "delvis"),
    (Verdict::Nei, "nei", "dokumentert"),
    (Verdict::IkkeVurdert, "ikke-vurdert", "ikke-registrert"),
];

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let tilbud = desk.own();
    if tilbud.is_empty() {
        return vec![Section::Notice(desk.say("r_nothing"))];
    }
    vec![
        Section::Figure(figure(desk, &tilbud)),
        Section::Table(criteria(desk, &tilbud)),
        Section::Table(by_giver(desk, &tilbud)),
    ]
}

/// The tilbud that got each verdict, in the order of [`VERDICTS`].
fn by_verdict(desk: &Desk<'_>, tilbud: &[TilbudId], criterion: TermId) -> [Vec<TilbudId>; VERDICTS.len()] {
    let mut found = [const { Vec::new() }; VERDICTS.len()];
    for id in tilbud {
        let verdict = desk.site.tilbud(*id).vurdering.get(&criterion).copied().unwrap_or(Verdict::IkkeVurdert);
        for ((it, ..), list) in VERDICTS.iter().zip(&mut found) {
            if *it == verdict {
                list.push(*id);
            }
        }
    }
    found
}

fn word(desk: &Desk<'_>, key: &'static str) -> Tag {
    desk.tag("verdict", key)
}

fn figure(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Figure {
    let part = |((_, _, key), tilbud): (&(Verdict, &str, &'static str), Vec<TilbudId>)| Part { key, n: tilbud.len() };
    let bar = |(id, _): (TermId, &Term)| Bar {
        label: desk.term(Liste::Vurderingskriterier, id),
        parts: VERDICTS.iter().zip(by_verdict(desk, tilbud, id)).map(part).collect(),
    };
    let done = |it: &&TilbudId| desk.site.tilbud(**it).vurdering.values().any(|it| *it != Verdict::IkkeVurdert);
    let assessed = tilbud.iter().filter(done).count();
    Figure {
        id: "kriterier".to_owned(),
        title: desk.name("r_assessment_of", &desk.place(desk.scope)),
        description: desk
            .fill("r_n_assessed", &[("n", super::Arg::Number(assessed)), ("all", super::Arg::Number(tilbud.len()))]),
        picture: Picture::Bars {
            legend: VERDICTS.map(|(_, key, pattern)| Tag { key: pattern, ..word(desk, key) }).to_vec(),
            bars: desk.site.vokabular.terms(Liste::Vurderingskriterier).map(bar).collect(),
        },
    }
}

/// Each criterion, and how many tilbud got each verdict.
fn criteria(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Table {
    let mut columns = vec![desk.column("kriterium", "r_col_criterion", Kind::Text)];
    let column = |key: &'static str| Column { key: key.to_owned(), name: word(desk, key).label, kind: Kind::Number };
    columns.extend(VERDICTS.map(|(_, key, _)| column(key)));
    let row = |(id, term): (TermId, &Term)| {
        let mut cells = vec![Cell::text(desk.term(Liste::Vurderingskriterier, id))];
        cells.extend(by_verdict(desk, tilbud, id).map(|it| counted(desk, it)));
        Row::new(term.slug.as_str(), cells)
    };
    let rows = desk.site.vokabular.terms(Liste::Vurderingskriterier).map(row).collect();
    Table::new("kriterier", desk.say("r_table_criteria"), columns, rows).note(desk.say("r_note_verdicts"))
}

/// A number of verdicts. Which tilbud got which is the kommune's own: editors see it, the public does not.
fn counted(desk: &Desk<'_>, tilbud: Vec<TilbudId>) -> Cell {
    if desk.site.is_preview() { desk.count_cell(tilbud) } else { Cell::int(tilbud.len()) }
}

fn by_giver(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Table {
    let done = |it: &TilbudId| desk.site.tilbud(*it).vurdering.values().any(|it| *it != Verdict::IkkeVurdert);
    let row = |it: Group| {
        let (assessed, rest): (Vec<TilbudId>, Vec<TilbudId>) = it.tilbud.iter().partition(|it| done(it));
        let mut cells = vec![Cell::text(&*it.name)];
        let lists = [assessed, rest, it.tilbud.clone()];
        cells.extend(lists.map(|list| desk.count_cell(list)));
        Row::new(it.key, cells)
    };
    let columns = desk.columns(&[
        ("hvem", "r_col_given_by", Kind::Text),
        ("vurdert", "r_col_assessed", Kind::Number),
        ("ikke-vurdert", "r_col_not_assessed", Kind::Number),
        ("i-alt", "r_col_total", Kind::Number),
    ]);
    let rows = desk.by_giver(tilbud).into_iter().map(row).collect();
    Table::new("hvem", desk.say("r_table_assessed"), columns, rows)
}
