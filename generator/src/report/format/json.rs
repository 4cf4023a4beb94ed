//! A report as JSON, for programs. `schema/rapport.schema.json` describes it, `docs/rapporter.md` explains it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::model::{Route, Scope, TilbudId};
use crate::report::desk::Desk;
use crate::report::parts;
use crate::report::value::{Cell, Count, Counted, Figure, Kind, Report, Row, Said, Section, Table, Target};

/// Version of the form. Counted up when a program written for the one before would misread it.
pub const VERSION: u32 = 1;

/// The file.
pub fn json(desk: &Desk<'_>, report: &Report) -> Vec<u8> {
    let mut writer = Writer { desk, places: BTreeMap::new(), tilbud: Vec::new() };
    let tables: Vec<Value> = report.tables().map(|it| writer.table(it)).collect();
    let value = json!({
        "versjon": VERSION,
        "rapport": report.name.slug(),
        "tittel": report.title,
        "sted": place(desk, report),
        "språk": report.lang,
        "eksempel": report.example,
        "dato": report.date.to_string(),
        "lovkrav_dato": report.catalogue.map(|it| it.to_string()),
        "innledning": report.intro,
        "tekster": texts(&report.sections),
        "tabeller": tables,
        "tilbud": writer.tilbud,
    });
    let mut text = serde_json::to_string(&value).expect("a value without maps of other keys than strings");
    text.push('\n');
    text.into_bytes()
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
struct Writer<'w, 'd> {
    desk: &'w Desk<'d>,
    places: BTreeMap<TilbudId, usize>,
    tilbud: Vec<Value>,
}

impl Writer<'_, '_> {
    fn table(&mut self, table: &Table) -> Value {
        let columns: Vec<Value> =
            table.columns.iter().map(|it| json!({"id": it.key, "navn": it.name, "type": kind(it.kind)})).collect();
        let rows: Vec<Value> = table.rows.iter().map(|it| self.row(table, it)).collect();
        json!({
            "id": table.id,
            "tittel": table.caption,
            "merknad": table.note,
            "gruppert_etter": super::group_heading(table),
            "kolonner": columns,
            "rader": rows,
        })
    }

    fn row(&mut self, table: &Table, row: &Row) -> Value {
        let mut values = Map::new();
        let mut behind = Map::new();
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            values.insert(column.key.clone(), self.value(cell));
            if let Some(count) = cell.count()
                && let Some(found) = self.behind(count)
            {
                behind.insert(column.key.clone(), found);
            }
        }
        let mut written = Map::new();
        written.insert("id".to_owned(), json!(row.key));
        if let Some(group) = &row.group {
            written.insert("gruppe".to_owned(), json!(group));
        }
        if row.sum {
            written.insert("sum".to_owned(), json!(true));
        }
        written.insert("verdier".to_owned(), Value::Object(values));
        if !behind.is_empty() {
            written.insert("bak".to_owned(), Value::Object(behind));
        }
        Value::Object(written)
    }

    fn value(&mut self, cell: &Cell) -> Value {
        match cell {
            Cell::Empty | Cell::Date(None) => Value::Null,
            Cell::Text(text) => json!(text),
            Cell::Words(_) => json!(super::plain(self.desk, cell)),
            Cell::Link(text, target) => json!({"tekst": text, "url": self.url(target)}),
            Cell::Count(count) => json!(count.n),
            Cell::Year(year) => json!(year),
            Cell::Number(n, 0) | Cell::Sum(n, 0, _) => json!(n.round() as i64),
            Cell::Number(n, _) | Cell::Sum(n, ..) => json!((n * 1000.0).round() / 1000.0),
            Cell::Percent { whole, .. } if *whole <= 0.0 => Value::Null,
            Cell::Percent { part, whole, .. } => json!({"del": part, "av": whole}),
            Cell::Status(tag) => json!({"status": tag.key, "tekst": tag.label}),
            Cell::Date(Some(date)) => json!(date.to_string()),
            Cell::Ages(text, ages) => {
                let runs: Vec<Value> = ages.runs().iter().map(|(from, to)| json!({"fra": from, "til": to})).collect();
                json!({"tekst": text, "alder": runs})
            }
            Cell::Tilbud(list) => json!({"tilbud": self.numbers(list)}),
            Cell::Links(list) => {
                let link = |it: &Said| json!({"tekst": it.text, "url": it.target.as_ref().map(|it| self.url(it))});
                json!(list.iter().map(link).collect::<Vec<_>>())
            }
        }
    }

    fn behind(&mut self, count: &Count) -> Option<Value> {
        let site = self.desk.site;
        match &count.of {
            Counted::Unsaid => None,
            // The file of the whole country would name every tilbud many times.
            _ if self.desk.is_wide() && parts::is_long(count) => None,
            Counted::Tilbud(list) if list.is_empty() => None,
            Counted::Together(list) => {
                let each: BTreeSet<TilbudId> = list.iter().flatten().copied().collect();
                (!each.is_empty()).then(|| json!({"tilbud": self.numbers(&Vec::from_iter(each))}))
            }
            Counted::Tilbud(list) => Some(json!({"tilbud": self.numbers(list)})),
            Counted::Lovkrav(list) => {
                let ids: Vec<&str> = list.iter().map(|it| site.krav(*it).slug.as_str()).collect();
                (!ids.is_empty()).then(|| json!({"lovkrav": ids}))
            }
            Counted::Kommuner(list) => {
                let ids: Vec<&str> = list.iter().map(|it| site.kommune(*it).slug.as_str()).collect();
                (!ids.is_empty()).then(|| json!({"kommuner": ids}))
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
        self.tilbud.push(json!({"id": &*tilbud.key, "tittel": tilbud.tittel.best(desk.lang), "url": url}));
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
