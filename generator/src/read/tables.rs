//! CSV tables: the register and the catalogues of duties.

use crate::diag::{Diagnostics, FileId, Span, Text, closest};

use super::Sources;
use super::field::clean;

/// A table: its columns by name and its rows.
pub struct Table {
    file: FileId,
    columns: Vec<String>,
    header: Span,
    rows: Vec<(csv::StringRecord, Span)>,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    record: &'t csv::StringRecord,
    /// Where the row stands.
    pub span: Span,
}

/// Reads the table at `path` in the content folder, whose columns are `columns`.
///
/// `None` when there is none or it cannot be read; then the problem was reported.
pub fn table(sources: &Sources, path: &str, columns: &[&str], sink: &mut Diagnostics) -> Option<Table> {
    let Some(file) = sources.find(path) else {
        sink.error(
            "mangler-fil",
            Span::file(FileId(0)),
            Text::new(format!("filen `{path}` mangler"), format!("file `{path}` is missing")),
        );
        return None;
    };
    let table = parse(sources.read_text(file, sink)?, file, sink)?;
    check_columns(&table, columns, sink).then_some(table)
}

/// Spans are places in the file, and so count the byte order mark that some programs put first.
fn parse(whole: &str, file: FileId, sink: &mut Diagnostics) -> Option<Table> {
    let text = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let mark = whole.len() - text.len();
    let delimiter = if text.lines().next().unwrap_or_default().contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let columns: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(clean).collect(),
        Err(error) => return unreadable(&error, file, sink),
    };
    let header = Span::new(file, mark..mark + text.lines().next().unwrap_or_default().len());
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let span = row_span(text, &record);
                let span = Span::new(file, mark + span.start..mark + span.end);
                if record.len() != columns.len() {
                    let (n, wanted) = (record.len(), columns.len());
                    sink.error(
                        "feil-antall-kolonner",
                        span,
                        Text::new(
                            format!("raden har {n} kolonner, men overskriften har {wanted}"),
                            format!("the row has {n} columns, but the header has {wanted}"),
                        ),
                    );
                    continue;
                }
                rows.push((record, span));
            }
            Err(error) => return unreadable(&error, file, sink),
        }
    }
    Some(Table { file, columns, header, rows })
}

fn unreadable<T>(error: &csv::Error, file: FileId, sink: &mut Diagnostics) -> Option<T> {
    sink.error(
        "ugyldig-csv",
        Span::file(file),
        Text::new(format!("tabellen kan ikke leses: {error}"), format!("the table cannot be read: {error}")),
    );
    None
}

fn row_span(text: &str, record: &csv::StringRecord) -> std::ops::Range<usize> {
    let start = record.position().map_or(0, |it| usize::try_from(it.byte()).unwrap_or(0)).min(text.len());
    let lead = text.get(start..).map_or(0, |it| it.len() - it.trim_start().len());
    let start = start + lead;
    let end = text.get(start..).and_then(|it| it.find('\n')).map_or(text.len(), |it| start + it);
    start..end
}

fn check_columns(table: &Table, columns: &[&str], sink: &mut Diagnostics) -> bool {
    let mut whole = true;
    for name in columns {
        if !table.columns.iter().any(|it| it == name) {
            whole = false;
            let near = closest(name, table.columns.iter().map(String::as_str)).map(str::to_owned);
            let problem = sink.error(
                "mangler-kolonne",
                table.header,
                Text::new(format!("kolonnen `{name}` mangler"), format!("column `{name}` is missing")),
            );
            if let Some(near) = near {
                problem.help(Text::new(
                    format!("er det `{near}` som skulle hett `{name}`?"),
                    format!("should `{near}` be called `{name}`?"),
                ));
            }
        }
    }
    whole
}

impl Table {
    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(record, span)| Row { table: self, record, span: *span })
    }

    /// The file it was read from.
    pub fn file(&self) -> FileId {
        self.file
    }
}

impl<'t> Row<'t> {
    /// The cell of column `name`, white space trimmed; empty when there is no such column.
    pub fn get(&self, name: &str) -> &'t str {
        let at = self.table.columns.iter().position(|it| it == name);
        at.and_then(|it| self.record.get(it)).unwrap_or_default().trim()
    }

    /// The cell of column `name`, cleaned; `None` when it is empty.
    pub fn text(&self, name: &str) -> Option<Box<str>> {
        let text = clean(self.get(name));
        (!text.is_empty()).then(|| text.into())
    }
}

/// A kommune as the register has it.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterKommune {
    /// Four digits.
    pub nummer: Box<str>,
    /// Name.
    pub navn: Box<str>,
    /// Official name.
    pub offisielt_navn: Box<str>,
    /// Sámi and Kven names by language tag.
    pub andre_navn: Vec<(&'static str, Box<str>)>,
    /// Number of its fylke.
    pub fylkesnummer: Box<str>,
    /// `bokmål`, `nynorsk` or `nøytral`.
    pub malform: Box<str>,
    /// Its category in the administrative area for Sámi languages, such as `sprakutvikling`; empty outside it.
    pub samisk: Box<str>,
    /// Name in addresses.
    pub slug: Box<str>,
    /// Degrees north and east.
    pub midtpunkt: Option<(f64, f64)>,
    /// West, south, east, north.
    pub ramme: Option<[f64; 4]>,
    /// Its row.
    pub span: Span,
}

/// The official register.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    /// Kommuner in the order of the file.
    pub kommuner: Vec<RegisterKommune>,
    /// Number, name, official name, slug, målform, Sámi area and statsforvalter of each fylke.
    pub fylker: Vec<[Box<str>; 7]>,
    /// Number of the kommune, and name of each bydel.
    pub bydeler: Vec<(Box<str>, Box<str>)>,
}

/// Reads the three tables of the register; `None` when one is missing or broken.
pub fn register(sources: &Sources, sink: &mut Diagnostics) -> Option<Register> {
    let kommuner = table(
        sources,
        "register/kommuner.csv",
        &["kommunenummer", "navn", "offisielt_navn", "fylkesnummer", "malform", "samisk_forvaltningsomrade", "slug"],
        sink,
    );
    let fylker = table(
        sources,
        "register/fylker.csv",
        &["fylkesnummer", "navn", "offisielt_navn", "slug", "malform_fylkeskommune"],
        sink,
    );
    let bydeler = table(sources, "register/bydeler.csv", &["kommunenummer", "navn"], sink);
    Some(Register {
        kommuner: kommuner?.rows().map(register_kommune).collect(),
        fylker: fylker?.rows().map(register_fylke).collect(),
        bydeler: bydeler?.rows().map(|it| (it.get("kommunenummer").into(), it.get("navn").into())).collect(),
    })
}

fn register_fylke(row: Row<'_>) -> [Box<str>; 7] {
    [
        "fylkesnummer",
        "navn",
        "offisielt_navn",
        "slug",
        "malform_fylkeskommune",
        "samisk_forvaltningsomrade",
        "statsforvalter",
    ]
    .map(|it| row.get(it).into())
}

fn register_kommune(row: Row<'_>) -> RegisterKommune {
    let names =
        [("se", "navn_nordsamisk"), ("smj", "navn_lulesamisk"), ("sma", "navn_sorsamisk"), ("fkv", "navn_kvensk")];
    let number = |name: &str| row.get(name).parse::<f64>().ok();
    let edges: Vec<f64> = row.get("bbox").split_whitespace().filter_map(|it| it.parse().ok()).collect();
    RegisterKommune {
        nummer: row.get("kommunenummer").into(),
        navn: clean(row.get("navn")).into(),
        offisielt_navn: clean(row.get("offisielt_navn")).into(),
        andre_navn: names.into_iter().filter_map(|(tag, column)| Some((tag, row.text(column)?))).collect(),
        fylkesnummer: row.get("fylkesnummer").into(),
        malform: row.get("malform").into(),
        samisk: row.get("samisk_forvaltningsomrade").into(),
        slug: row.get("slug").into(),
        midtpunkt: number("lat").zip(number("lon")),
        ramme: edges.try_into().ok(),
        span: row.span,
    }
}
