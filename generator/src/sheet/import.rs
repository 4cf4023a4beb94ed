//! Rows of a sheet to the files of drafts.

use std::collections::BTreeMap;
use std::ops::Range;

use super::columns::{Kind, columns};
use super::convert::decode;
use super::draft::{file_text, put};
use super::export;
use super::form::{Lists, letters};
use super::mapping::{Mapping, find_column, fold, nearest_column};
use super::problem::{CellProblem, show};
use super::read::{Grid, Value as CellValue};
use super::tree::{get, scalar};
use super::{EXAMPLE, SheetError};
use crate::diag::{Severity, Text};
use crate::draft::yaml::Value;
use crate::model::Slug;

/// A record that is there already: its head and its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Existing {
    /// The head, short forms written out.
    pub head: Value,
    /// The text below it.
    pub body: String,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new draft.
    New,
    /// Without a title, or with one that no file can be named by: it has an error, and the name it has here is
    /// only for what else is wrong with it.
    Nameless,
    /// It is there already and says the same.
    Unchanged,
    /// It is there already and says something else in these columns.
    Differs(Vec<&'static str>),
    /// Probably the same tilbud as this one, which has another name in files.
    Double(String),
}

/// A row as a draft; not to be written when its row has an error among the problems.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// Number of the row, from 1.
    pub row: u32,
    /// Title.
    pub tittel: String,
    /// Path of the file within the content folder.
    pub path: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Its file.
    pub text: String,
    /// Which bytes of the file come from which cell (column in the sheet, from 0).
    pub(super) spans: Vec<(Range<usize>, u32)>,
    /// The headings of the sheet.
    pub(super) headings: Vec<Heading>,
    /// Columns whose cells could not be read: their values are not in the file.
    pub(super) unread: Vec<u32>,
}

/// A column of a sheet: where it stands, its heading, and which of [`columns`] it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) column: u32,
    pub(super) label: String,
    pub(super) field: usize,
}

/// The rows of a sheet, and what is wrong with them.
pub type Rows = (Vec<Imported>, Vec<CellProblem>);

/// The rows that gave a file its name: where each stands, and what tells it from others.
type Taken = BTreeMap<String, (String, [String; 3])>;

/// Everything that reading the rows of a sheet needs.
struct Importer<'a> {
    grid: &'a Grid,
    mapping: &'a Mapping,
    lists: &'a Lists,
    folder: &'a str,
    existing: &'a BTreeMap<String, Existing>,
    taken: &'a mut Taken,
    problems: Vec<CellProblem>,
}

/// Reads the rows of `grids` as tilbud of the folder `folder` (such as `kommuner/oslo`), which has the
/// records `existing` by file name: for each sheet its rows and what is wrong with them. Fails when a
/// sheet has no row with headings that are known.
pub fn import(
    grids: &[Grid],
    mapping: &Mapping,
    lists: &Lists,
    folder: &str,
    existing: &BTreeMap<String, Existing>,
) -> Result<Vec<Rows>, SheetError> {
    let mut taken = Taken::new();
    let sheet = |grid| {
        let mut it = Importer { grid, mapping, lists, folder, existing, taken: &mut taken, problems: Vec::new() };
        let (head, headings) = it.headings()?;
        let rows = grid.rows.keys().copied().filter(|row| *row > head).filter_map(|row| it.row(row, &headings));
        Ok((rows.collect(), it.problems))
    };
    grids.iter().map(sheet).collect()
}

/// How many rows are searched for headings.
const HEADING_ROWS: u32 = 30;

impl Importer<'_> {
    /// The row of the headings, from 0, and the columns that are known.
    fn headings(&mut self) -> Result<(u32, Vec<Heading>), SheetError> {
        let wanted = self.mapping.overskriftsrad.map(|it| it.saturating_sub(1));
        let rows: Vec<u32> = self.grid.rows.keys().copied().filter(|row| wanted.is_none_or(|it| it == *row)).collect();
        for row in rows.into_iter().take_while(|it| wanted.is_some() || *it < HEADING_ROWS) {
            let headings = self.headings_in(row);
            // One known word in a row of others is no heading but a text that mentions it.
            let enough = headings.len() >= 2 || headings.len() == self.grid.rows[&row].len();
            if enough && headings.iter().any(|it| columns()[it.field].path == "tittel") {
                self.report_unknown(row, &headings);
                return Ok((row, headings));
            }
        }
        let place = if self.grid.name.is_empty() { String::new() } else { format!("i arket «{}» ", self.grid.name) };
        Err(SheetError(format!(
            "finner ingen rad {place}med overskriften «Tittel»; bruk skjemaet fra `nettungen form`, eller si hva kolonnene er med --kolonner"
        )))
    }

    fn headings_in(&self, row: u32) -> Vec<Heading> {
        let mut found: Vec<Heading> = Vec::new();
        for cell in &self.grid.rows[&row] {
            let CellValue::Text(label) = &cell.value else { continue };
            let field = self.mapping.kolonner.get(&fold(label)).copied().or_else(|| find_column(label));
            if let Some(field) = field.filter(|field| !found.iter().any(|it| it.field == *field)) {
                found.push(Heading { column: cell.column, label: label.trim().to_owned(), field });
            }
        }
        found
    }

    fn report_unknown(&mut self, row: u32, headings: &[Heading]) {
        for cell in &self.grid.rows[&row] {
            if headings.iter().any(|it| it.column == cell.column) {
                continue;
            }
            let label = show(&cell.value);
            let is_again = headings.iter().any(|it| fold(&it.label) == fold(&label));
            let (code, message, help) = if is_again {
                let text = Text::new(
                    "overskriften står to ganger; bare den første kolonnen blir lest",
                    "the heading stands twice; only the first column is read",
                );
                ("dobbel-kolonne", text, None)
            } else {
                let text = Text::new("kolonnen er ukjent og blir ikke lest", "the column is unknown and is not read");
                ("ukjent-kolonne", text, nearest_column(&label).map(crate::diag::did_you_mean))
            };
            self.problems.push(CellProblem {
                sheet: self.grid.name.clone(),
                row: row + 1,
                column: Some((label.clone(), letters(cell.column as usize))),
                value: label,
                severity: Severity::Warning,
                code,
                message,
                help,
            });
        }
    }

    /// One row; `None` when it is empty or the example. Of a row with cells that cannot be read
    /// all others are kept, so that what is wrong with them is told in the same run.
    fn row(&mut self, row: u32, headings: &[Heading]) -> Option<Imported> {
        let (head, body, cells, unread) = self.values(row, headings)?;
        let tittel = get(&head, "tittel").map(title_of).unwrap_or_default();
        if tittel.starts_with(EXAMPLE) {
            return None;
        }
        let written = headings.iter().find(|it| columns()[it.field].kind == Kind::File);
        let name = written.map(|it| show(self.grid.at(row, it.column))).filter(|it| !it.is_empty());
        let slug = match &name {
            Some(name) => Slug::parse(name).ok(),
            None => Slug::suggest(&tittel),
        };
        let twin = [fold(&tittel), owner(&head), place(&head)];
        let (slug, outcome) = match slug {
            Some(slug) => self.named(slug.as_str(), row, (&head, body.as_deref()), &twin, name.is_some()),
            None => {
                if !tittel.is_empty() || name.is_some() {
                    self.no_name(row, written.filter(|_| name.is_some()), name.as_deref());
                }
                let stand_in = [self.grid.name.clone(), row.to_string(), String::new()];
                (self.free_name(&format!("rad-{}-uten-navn", row + 1), row, &stand_in, false).0, Outcome::Nameless)
            }
        };
        let base = self.existing.get(&slug).filter(|_| matches!(outcome, Outcome::Differs(_)));
        let (text, spans) = file_text(base, head, body, &cells);
        Some(Imported {
            headings: headings.to_vec(),
            row: row + 1,
            tittel,
            path: format!("{}/tilbud/{slug}.md", self.folder),
            outcome,
            text,
            spans,
            unread,
        })
    }

    /// The row's values by field: the head, the text, the cells they come from, and the columns that cannot be read.
    #[expect(clippy::type_complexity, reason = "four values that belong together for one caller")]
    fn values(
        &mut self,
        row: u32,
        headings: &[Heading],
    ) -> Option<(Value, Option<String>, Vec<(usize, u32)>, Vec<u32>)> {
        let (mut head, mut body, mut cells, mut unread) = (Value::Map(Vec::new()), None, Vec::new(), Vec::new());
        for heading in headings {
            let column = &columns()[heading.field];
            let cell = self.translated(heading.field, self.grid.at(row, heading.column));
            match decode(column.kind, column.path, &cell, self.lists) {
                Ok(None) => (),
                Ok(Some(value)) => {
                    cells.push((heading.field, heading.column));
                    match column.kind {
                        Kind::Body => body = scalar(&value).map(str::to_owned),
                        Kind::File => (),
                        _ => put(&mut head, column.path, column.kind, value),
                    }
                }
                Err(help) => {
                    unread.push(heading.column);
                    let text = Text::new("verdien kan ikke leses", "the value cannot be read");
                    self.problem(row, Some(heading), "ugyldig-celle", text, Text::new(help.clone(), help));
                }
            }
        }
        if cells.is_empty() && unread.is_empty() {
            return None;
        }
        for (field, text) in &self.mapping.faste {
            let column = &columns()[*field];
            let fixed = decode(column.kind, column.path, &CellValue::Text(text.clone()), self.lists);
            if let (Ok(Some(value)), None) = (fixed, get(&head, column.path)) {
                put(&mut head, column.path, column.kind, value);
            }
        }
        Some((head, body, cells, unread))
    }

    /// The cell with the words that the mapping gives for the words in it.
    fn translated(&self, field: usize, cell: &CellValue) -> CellValue {
        let CellValue::Text(text) = cell else { return cell.clone() };
        if self.mapping.verdier.keys().all(|(at, _)| *at != field) {
            return cell.clone();
        }
        let ours = |word: &str| self.mapping.verdier.get(&(field, fold(word)));
        if let Some(whole) = ours(text) {
            return CellValue::Text(whole.clone());
        }
        let parts = text.split([';', ',', '\n']).map(str::trim).filter(|it| !it.is_empty());
        let parts: Vec<&str> = parts.map(|it| ours(it).map_or(it, String::as_str)).collect();
        CellValue::Text(parts.join("; "))
    }

    /// The file name of a row, and what becomes of it.
    fn named(
        &mut self,
        slug: &str,
        row: u32,
        (head, body): (&Value, Option<&str>),
        twin: &[String; 3],
        given: bool,
    ) -> (String, Outcome) {
        let (slug, double) = self.free_name(slug, row, twin, given);
        let outcome = double.map_or_else(|| self.compare(&slug, head, body, twin, given), Outcome::Double);
        (slug, outcome)
    }

    /// A file name that no other row has; or the row that this one repeats.
    fn free_name(&mut self, slug: &str, row: u32, twin: &[String; 3], given: bool) -> (String, Option<String>) {
        let mut name = slug.to_owned();
        let mut n = 1;
        while let Some((first, other)) = self.taken.get(&name) {
            if other == twin || given {
                return (name, Some(first.clone()));
            }
            n += 1;
            name = format!("{slug}-{n}");
        }
        let sheet = if self.grid.name.is_empty() { String::new() } else { format!(" i arket «{}»", self.grid.name) };
        self.taken.insert(name.clone(), (format!("rad {}{sheet}", row + 1), twin.clone()));
        (name, None)
    }

    /// What is there already.
    fn compare(&self, slug: &str, head: &Value, body: Option<&str>, twin: &[String; 3], given: bool) -> Outcome {
        let Some(existing) = self.existing.get(slug) else {
            let same = |it: &Existing| {
                [fold(&get(&it.head, "tittel").map(title_of).unwrap_or_default()), owner(&it.head), place(&it.head)]
                    == *twin
            };
            let double = self.existing.iter().find(|(_, it)| !given && same(it));
            return double
                .map_or(Outcome::New, |(slug, _)| Outcome::Double(format!("{}/tilbud/{slug}.md", self.folder)));
        };
        let there = export::row(slug, &existing.head, &existing.body, self.lists);
        let here = export::row(slug, head, body.unwrap_or_default(), self.lists);
        let differs = columns()
            .iter()
            .zip(there.iter().zip(&here))
            .filter(|(_, (there, here))| !here.is_empty() && there != here)
            .map(|(column, _)| column.label);
        let labels: Vec<&'static str> = differs.collect();
        if labels.is_empty() { Outcome::Unchanged } else { Outcome::Differs(labels) }
    }

    /// Reports that `name`, or the title when there is none, cannot name a file.
    fn no_name(&mut self, row: u32, column: Option<&Heading>, name: Option<&str>) {
        let what = match name {
            Some(_) => Text::new("dette kan ikke være et filnavn", "this cannot be the name of a file"),
            None => Text::new("tittelen kan ikke bli et filnavn", "the title cannot become the name of a file"),
        };
        let help = match name.and_then(Slug::suggest) {
            Some(slug) => Text::new(format!("skriv `{slug}`"), format!("write `{slug}`")),
            None => Text::new(
                "skriv et filnavn med a–z, tall og bindestrek i kolonnen «Fil»",
                "write the name of a file with a–z, digits and hyphens in the column «Fil»",
            ),
        };
        self.problem(row, column, "ugyldig-adresse", what, help);
    }

    fn problem(&mut self, row: u32, heading: Option<&Heading>, code: &'static str, message: Text, help: Text) {
        let value = heading.map(|it| show(self.grid.at(row, it.column))).unwrap_or_default();
        let column = heading.map(|it| (it.label.clone(), letters(it.column as usize)));
        let sheet = self.grid.name.clone();
        self.problems.push(CellProblem {
            sheet,
            row: row + 1,
            column,
            value,
            severity: Severity::Error,
            code,
            message,
            help: Some(help),
        });
    }
}

fn title_of(value: &Value) -> String {
    match value {
        Value::Map(entries) => entries.first().and_then(|(_, it)| scalar(it)).unwrap_or_default().to_owned(),
        other => scalar(other).unwrap_or_default().to_owned(),
    }
}

fn owner(head: &Value) -> String {
    get(head, "eier").and_then(scalar).map(fold).unwrap_or_default()
}

fn place(head: &Value) -> String {
    let part = |path| get(head, path).map(title_of).map(|it| fold(&it)).unwrap_or_default();
    format!("{} {}", part("steder.0.navn"), part("steder.0.adresse"))
}
