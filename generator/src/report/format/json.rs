//! A report as JSON, for programs. `schema/rapport.schema.json` describes it, `docs/rapporter.md` explains it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::model::{Route, Scope, TilbudId};
use crate::report::desk::Desk;
use crate::report::parts;
use crate::report::value::{Cell, Column, Count, Counted, Figure, Kind, Report, Row, Said, Section, Table, Target};

/// Version of the form. Counted up when a program written for the one before would misread it.
pub const VERSION: u32 = 1;

/// A report as it is written. Tables are written from the report itself: as a tree of values, they would be a
/// twentieth of a build.
#[derive(Serialize)]
struct Whole<'r> {
    versjon: u32,
    rapport: &'static str,
    tittel: &'r str,
    sted: Value,
    #[serde(rename = "språk")]
    sprak: &'static str,
    eksempel: bool,
    dato: String,
    lovkrav_dato: Option<String>,
    innledning: &'r [String],
    tekster: Vec<Value>,
    tabeller: Vec<WholeTable<'r>>,
    tilbud: Vec<Named<'r>>,
}

#[derive(Serialize)]
struct WholeTable<'r> {
    id: &'r str,
    tittel: &'r str,
    merknad: &'r str,
    gruppert_etter: Option<&'r str>,
    kolonner: Vec<Heading<'r>>,
    rader: Vec<Line<'r>>,
}

#[derive(Serialize)]
struct Heading<'r> {
    id: &'r str,
    navn: &'r str,
    r#type: &'static str,
}

#[derive(Serialize)]
struct Line<'r> {
    id: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    gruppe: Option<&'r str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    sum: bool,
    verdier: Fields<'r, Shown<'r>>,
    #[serde(skip_serializing_if = "Fields::is_empty")]
    bak: Fields<'r, Found<'r>>,
}

/// Values by the names of their columns.
struct Fields<'r, T>(Vec<(&'r str, T)>);

impl<T> Fields<'_, T> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for Fields<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// What a cell shows.
#[derive(Serialize)]
#[serde(untagged)]
enum Shown<'r> {
    Nothing,
    Text(Cow<'r, str>),
    Whole(i64),
    Decimal(f64),
    Link { tekst: &'r str, url: Option<String> },
    Share { del: f64, av: f64 },
    Status { status: &'static str, tekst: &'r str },
    Ages { tekst: &'r str, alder: Vec<Years> },
    Tilbud { tilbud: Vec<usize> },
    Links(Vec<Shown<'r>>),
}

#[derive(Serialize)]
struct Years {
    fra: u8,
    til: u8,
}

/// What a number counts.
#[derive(Serialize)]
#[serde(untagged)]
enum Found<'r> {
    Tilbud { tilbud: Vec<usize> },
    Lovkrav { lovkrav: Vec<&'r str> },
    Kommuner { kommuner: Vec<&'r str> },
}

/// A tilbud in the list at the end.
#[derive(Serialize)]
struct Named<'r> {
    id: &'r str,
    tittel: &'r str,
    url: String,
}

/// The file.
pub fn json(desk: &Desk<'_>, report: &Report) -> Vec<u8> {
    let mut writer = Writer { desk, places: BTreeMap::new(), tilbud: Vec::new() };
    let whole = Whole {
        versjon: VERSION,
        rapport: report.name.slug(),
        tittel: &report.title,
        sted: place(desk, report),
        sprak: report.lang,
        eksempel: report.example,
        dato: report.date.to_string(),
        lovkrav_dato: report.catalogue.map(|it| it.to_string()),
        innledning: &report.intro,
        tekster: texts(&report.sections),
        tabeller: report.tables().map(|it| writer.table(it)).collect(),
        tilbud: writer.tilbud,
    };
    let mut text = serde_json::to_vec(&whole).expect("names and numbers without maps of other keys than strings");
    text.push(b'\n');
    text
}

fn place(desk: &Desk<'_>, report: &Report) -> Value {
    let site = desk.site;
    let kind = match report.scope {
        Scope::Portal => "portal",
        Scope::Stat => "stat",
        Scope::Region(_) => "region",
        Scope::Fylke(_) => "fylke",
        Scope::Kommune(_) => "kommune",
        Scope::Organisasjon(_) => "organisasjon",
    };
    let (slug, number) = match report.scope {
        Scope::Portal | Scope::Stat => ("", ""),
        Scope::Region(id) => (site.region(id).slug.as_str(), ""),
        Scope::Fylke(id) => (site.fylke(id).slug.as_str(), &*site.fylke(id).nummer),
        Scope::Kommune(id) => (site.kommune(id).slug.as_str(), &*site.kommune(id).nummer),
        Scope::Organisasjon(id) => (site.organisasjon(id).slug.as_str(), ""),
    };
    json!({"type": kind, "id": slug, "nummer": number, "navn": report.place})
}

/// What is said outside tables: notices, paragraphs, lists, and pictures in words.
fn texts(sections: &[Section]) -> Vec<Value> {
    let text = |section: &Section| match section {
        Section::Heading { text, .. } => Some(json!({"type": "overskrift", "tekst": text})),
        Section::Text(text) => Some(json!({"type": "avsnitt", "tekst": text})),
        Section::Notice(text) => Some(json!({"type": "merknad", "tekst": text})),
        Section::List(items) => {
            let items: Vec<&str> = items.iter().map(|it| it.text.as_str()).collect();
            Some(json!({"type": "liste", "punkter": items}))
        }
        Section::Figure(Figure { title, description, .. }) => {
            Some(json!({"type": "figur", "tekst": title, "beskrivelse": description}))
        }
        Section::Table(table) => Some(json!({"type": "tabell", "id": table.id})),
    };
    sections.iter().filter_map(text).collect()
}

/// Writes tables, and keeps the tilbud that they name, each once: cells have their places in that list.
struct Writer<'d> {
    desk: &'d Desk<'d>,
    places: BTreeMap<TilbudId, usize>,
    tilbud: Vec<Named<'d>>,
}

impl<'d> Writer<'d> {
    fn table<'r>(&mut self, table: &'r Table) -> WholeTable<'r>
    where
        'd: 'r,
    {
        let heading = |it: &'r Column| Heading { id: &it.key, navn: &it.name, r#type: kind(it.kind) };
        WholeTable {
            id: &table.id,
            tittel: &table.caption,
            merknad: &table.note,
            gruppert_etter: super::group_heading(table),
            kolonner: table.columns.iter().map(heading).collect(),
            rader: table.rows.iter().map(|it| self.row(table, it)).collect(),
        }
    }

    fn row<'r>(&mut self, table: &'r Table, row: &'r Row) -> Line<'r>
    where
        'd: 'r,
    {
        let mut values = Vec::with_capacity(row.cells.len());
        let mut behind = Vec::new();
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            values.push((column.key.as_str(), self.value(cell)));
            let found = cell.count().and_then(|it| self.behind(it));
            behind.extend(found.map(|it| (column.key.as_str(), it)));
        }
        let (verdier, bak) = (Fields(values), Fields(behind));
        Line { id: &row.key, gruppe: row.group.as_deref(), sum: row.sum, verdier, bak }
    }

    fn value<'r>(&mut self, cell: &'r Cell) -> Shown<'r> {
        match cell {
            Cell::Empty | Cell::Date(None) => Shown::Nothing,
            Cell::Text(text) => Shown::Text(text.into()),
            Cell::Words(_) => Shown::Text(super::plain(self.desk, cell).into()),
            Cell::Link(text, target) => Shown::Link { tekst: text, url: Some(self.url(target)) },
            Cell::Count(count) => Shown::Whole(i64::try_from(count.n).unwrap_or(i64::MAX)),
            Cell::Year(year) => Shown::Whole(i64::from(*year)),
            Cell::Number(n, 0) | Cell::Sum(n, 0, _) => Shown::Whole(n.round() as i64),
            Cell::Number(n, _) | Cell::Sum(n, ..) => Shown::Decimal((n * 1000.0).round() / 1000.0),
            Cell::Percent { whole, .. } if *whole <= 0.0 => Shown::Nothing,
            Cell::Percent { part, whole, .. } => Shown::Share { del: *part, av: *whole },
            Cell::Status(tag) => Shown::Status { status: tag.key, tekst: &tag.label },
            Cell::Date(Some(date)) => Shown::Text(date.to_string().into()),
            Cell::Ages(text, ages) => Shown::Ages {
                tekst: text,
                alder: ages.runs().into_iter().map(|(fra, til)| Years { fra, til }).collect(),
            },
            Cell::Tilbud(list) => Shown::Tilbud { tilbud: self.numbers(list) },
            Cell::Links(list) => {
                let link =
                    |it: &'r Said| Shown::Link { tekst: &it.text, url: it.target.as_ref().map(|it| self.url(it)) };
                Shown::Links(list.iter().map(link).collect())
            }
        }
    }

    fn behind<'r>(&mut self, count: &Count) -> Option<Found<'r>>
    where
        'd: 'r,
    {
        let site = self.desk.site;
        match &count.of {
            Counted::Unsaid => None,
            // The file of the whole country would name every tilbud many times.
            _ if self.desk.is_wide() && parts::is_long(count) => None,
            of if of.is_empty() => None,
            Counted::Together(list) => {
                let each: BTreeSet<TilbudId> = list.iter().flatten().copied().collect();
                (!each.is_empty()).then(|| Found::Tilbud { tilbud: self.numbers(&Vec::from_iter(each)) })
            }
            Counted::Tilbud(list) => Some(Found::Tilbud { tilbud: self.numbers(list) }),
            Counted::Lovkrav(list) => {
                Some(Found::Lovkrav { lovkrav: list.iter().map(|it| site.krav(*it).slug.as_str()).collect() })
            }
            Counted::Kommuner(list) => {
                Some(Found::Kommuner { kommuner: list.iter().map(|it| site.kommune(*it).slug.as_str()).collect() })
            }
        }
    }

    /// The places of tilbud in the list at the end of the file.
    fn numbers(&mut self, list: &[TilbudId]) -> Vec<usize> {
        list.iter().map(|it| self.number(*it)).collect()
    }

    fn number(&mut self, id: TilbudId) -> usize {
        if let Some(known) = self.places.get(&id) {
            return *known;
        }
        let desk = self.desk;
        let tilbud = desk.site.tilbud(id);
        // Drafts, and on a kommune's own site what only its neighbours show, have no page.
        let page = desk.site.has_page(id).then(|| super::address(desk, &Target::Route(Route::Tilbud(id))));
        let url = page.unwrap_or_default();
        self.tilbud.push(Named { id: &tilbud.key, tittel: tilbud.tittel.best(desk.lang), url });
        self.places.insert(id, self.tilbud.len() - 1);
        self.tilbud.len() - 1
    }

    fn url(&self, target: &Target) -> String {
        super::address(self.desk, target)
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "tekst",
        Kind::Number => "tall",
        Kind::Percent => "andel",
        Kind::Status => "status",
        Kind::Date => "dato",
        Kind::Links => "lenker",
    }
}
