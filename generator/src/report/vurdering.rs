//! The criteria of step 5.

use super::desk::Desk;
use super::value::{Bar, Cell, Column, Figure, Kind, Part, Picture, Row, Section, Table, Tag};
use crate::model::{Liste, TermId, TilbudId, Verdict};

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

fn verdict(desk: &Desk<'_>, id: TilbudId, criterion: TermId) -> Verdict {
    desk.site.tilbud(id).vurdering.get(&criterion).copied().unwrap_or(Verdict::IkkeVurdert)
}

fn having(desk: &Desk<'_>, tilbud: &[TilbudId], criterion: TermId, wanted: Verdict) -> Vec<TilbudId> {
    tilbud.iter().copied().filter(|it| verdict(desk, *it, criterion) == wanted).collect()
}

fn word(desk: &Desk<'_>, key: &'static str) -> Tag {
    desk.tag("verdict", key)
}

fn figure(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Figure {
    let bar = |(id, _): (TermId, &crate::model::Term)| Bar {
        label: desk.term(Liste::Vurderingskriterier, id),
        parts: VERDICTS.map(|(it, _, key)| Part { key, n: having(desk, tilbud, id, it).len() }).to_vec(),
    };
    let assessed = tilbud.iter().filter(|it| !desk.site.tilbud(**it).vurdering.is_empty()).count();
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
    let mut columns = vec![desk.column("r_col_criterion", Kind::Text)];
    columns.extend(VERDICTS.map(|(_, key, _)| Column { name: word(desk, key).label, kind: Kind::Number }));
    let row = |(id, _): (TermId, &crate::model::Term)| {
        let mut cells = vec![Cell::text(desk.term(Liste::Vurderingskriterier, id))];
        cells.extend(VERDICTS.map(|(it, ..)| Cell::Count(desk.counted(having(desk, tilbud, id, it)))));
        Row::new(cells)
    };
    Table {
        id: "kriterier".to_owned(),
        caption: desk.say("r_table_criteria"),
        note: desk.say("r_note_own"),
        columns,
        rows: desk.site.vokabular.terms(Liste::Vurderingskriterier).map(row).collect(),
    }
}

fn by_giver(desk: &Desk<'_>, tilbud: &[TilbudId]) -> Table {
    let done = |it: &TilbudId| desk.site.tilbud(*it).vurdering.values().any(|it| *it != Verdict::IkkeVurdert);
    let row = |(name, list): (String, Vec<TilbudId>)| {
        let assessed: Vec<TilbudId> = list.iter().copied().filter(done).collect();
        let rest: Vec<TilbudId> = list.iter().copied().filter(|it| !done(it)).collect();
        Row::new(vec![
            Cell::text(name),
            Cell::Count(desk.counted(assessed)),
            Cell::Count(desk.counted(rest)),
            Cell::Count(desk.counted(list)),
        ])
    };
    let columns = desk.columns(&[
        ("r_col_given_by", Kind::Text),
        ("r_col_assessed", Kind::Number),
        ("r_col_not_assessed", Kind::Number),
        ("r_col_total", Kind::Number),
    ]);
    Table {
        id: "hvem".to_owned(),
        caption: desk.say("r_table_assessed"),
        note: String::new(),
        columns,
        rows: desk.by_giver(tilbud).into_iter().map(row).collect(),
    }
}
