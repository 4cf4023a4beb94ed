//! Bytes of a spreadsheet to a grid of cells, with bounded memory whatever the bytes are.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx};
use jiff::civil::Date;

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 32 << 20;
/// Largest content of one file, unpacked, in bytes.
const MAX_UNPACKED: u64 = 256 << 20;
/// Largest list of texts (`sharedStrings.xml`), which is held in memory, in bytes.
const MAX_STRINGS: u64 = 64 << 20;
/// Most files in one workbook.
const MAX_PARTS: usize = 2_000;
/// Most rows with content; a large kommune has a few hundred tilbud.
const MAX_ROWS: usize = 5_000;
/// Most columns that are looked at.
const MAX_COLUMNS: u32 = 500;
/// Most cells with content that are looked at.
const MAX_CELLS: usize = 1_000_000;
/// Longest text of one cell that is read, in bytes; Excel's own limit is 32,767 characters.
const MAX_TEXT: usize = 131_072;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A day.
    Date(Date),
    /// A formula that gives an error, such as `#REF!`.
    Error(String),
    /// A formula whose value was never stored.
    Uncomputed,
}

/// A cell and where it stands, counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Column.
    pub column: u32,
    /// What it holds.
    pub value: Value,
}

/// One sheet: its rows with content, by number from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Name of the sheet; empty for CSV.
    pub name: String,
    /// Cells with content.
    pub rows: BTreeMap<u32, Vec<Cell>>,
    /// Merged areas below each other: the columns, the first and the last row.
    merged: Vec<(u32, u32, u32, u32)>,
}

impl Grid {
    /// What stands in a cell; one within a merged area has the value of its first.
    pub fn at(&self, row: u32, column: u32) -> &Value {
        static EMPTY: Value = Value::Empty;
        let own = self.own(row, column);
        if own != &EMPTY {
            return own;
        }
        let inside = |it: &&(u32, u32, u32, u32)| (it.0..=it.1).contains(&column) && (it.2..=it.3).contains(&row);
        // Merged headings across columns are one heading; only what is merged downwards is meant for each row.
        self.merged.iter().find(inside).map_or(&EMPTY, |it| if it.0 == column { self.own(it.2, it.0) } else { &EMPTY })
    }

    fn own(&self, row: u32, column: u32) -> &Value {
        static EMPTY: Value = Value::Empty;
        let cells = self.rows.get(&row).map_or(&[][..], Vec::as_slice);
        cells.iter().find(|it| it.column == column).map_or(&EMPTY, |it| &it.value)
    }
}

/// Why a spreadsheet was not read, in Norwegian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetError(pub String);

impl std::fmt::Display for SheetError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for SheetError {}

fn refuse<T>(why: impl Into<String>) -> Result<T, SheetError> {
    Err(SheetError(why.into()))
}

/// The sheets of a workbook that people see, or the one called `only`, hidden or not.
pub fn read_xlsx(bytes: &[u8], only: Option<&str>) -> Result<Vec<Grid>, SheetError> {
    check_archive(bytes)?;
    let unreadable = |error: calamine::XlsxError| SheetError(format!("filen kan ikke leses som Excel-ark: {error}"));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = book.sheets_metadata().to_vec();
    let wanted: Vec<String> = sheets
        .iter()
        .filter(|it| only.map_or(it.visible == SheetVisible::Visible, |only| it.name == only))
        .map(|it| it.name.clone())
        .collect();
    if wanted.is_empty() {
        let names: Vec<&str> = sheets.iter().map(|it| it.name.as_str()).collect();
        return refuse(format!("filen har ikke noe slikt ark; den har {}", names.join(", ")));
    }
    wanted.into_iter().map(|name| sheet(&mut book, name)).collect()
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// One sheet, cell by cell: a cell far away takes no more memory than one near by.
fn sheet(book: &mut Book<'_>, name: String) -> Result<Grid, SheetError> {
    let broken = |error: calamine::XlsxError| SheetError(format!("arket kan ikke leses: {error}"));
    let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
    let mut grid = Grid { name, ..Grid::default() };
    grid.merged = merged.iter().take(MAX_ROWS).map(|it| (it.start.1, it.end.1, it.start.0, it.end.0)).collect();
    let mut cells = book.worksheet_cells_reader(&grid.name).map_err(broken)?;
    let mut n_cells = 0;
    while let Some(cell) = cells.next_cell_with_formula().map_err(broken)? {
        let (row, column) = cell.pos;
        let value = match value(cell.value)? {
            Value::Empty if cell.formula.is_some() => Value::Uncomputed,
            other => other,
        };
        if value == Value::Empty || column >= MAX_COLUMNS {
            continue;
        }
        n_cells += 1;
        grid.rows.entry(row).or_default().push(Cell { column, value });
        check_size(&grid, n_cells)?;
    }
    Ok(grid)
}

fn check_size(grid: &Grid, n_cells: usize) -> Result<(), SheetError> {
    if grid.rows.len() > MAX_ROWS || n_cells > MAX_CELLS {
        return refuse(format!(
            "arket har flere enn {MAX_ROWS} rader med innhold; del det, eller slett rader som ikke er tilbud"
        ));
    }
    Ok(())
}

fn value(data: DataRef<'_>) -> Result<Value, SheetError> {
    let text = |text: &str| {
        if text.len() > MAX_TEXT {
            return refuse("en celle har mer tekst enn Excel tillater; filen er skadet");
        }
        Ok(if text.trim().is_empty() { Value::Empty } else { Value::Text(text.to_owned()) })
    };
    Ok(match data {
        DataRef::Empty => Value::Empty,
        DataRef::Int(n) => Value::Number(n as f64),
        DataRef::Float(n) => Value::Number(n),
        DataRef::Bool(it) => Value::Bool(it),
        DataRef::Error(it) => Value::Error(it.to_string()),
        DataRef::String(it) => text(&it)?,
        DataRef::SharedString(it) => text(it)?,
        DataRef::DateTimeIso(it) | DataRef::DurationIso(it) => text(it.split('T').next().unwrap_or(&it))?,
        DataRef::DateTime(it) => {
            let (year, month, day, ..) = it.to_ymd_hms_milli();
            let date = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
            let date = date.and_then(|((year, month), day)| Date::new(year, month, day).ok());
            match date {
                Some(date) if it.is_datetime() && it.as_f64() >= 1.0 => Value::Date(date),
                _ => Value::Number(it.as_f64()),
            }
        }
    })
}

/// Refuses archives that would fill the memory: the sizes are counted, not believed.
fn check_archive(bytes: &[u8]) -> Result<(), SheetError> {
    if bytes.len() > MAX_BYTES {
        return refuse(format!("filen er større enn {} MB; del den i flere", MAX_BYTES >> 20));
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return refuse("filen er et gammelt Excel-ark eller har passord; lagre den som .xlsx uten passord");
    }
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return refuse("filen er ikke et Excel-ark (.xlsx)");
    };
    if archive.len() > MAX_PARTS {
        return refuse("filen har for mange deler til å være et Excel-ark");
    }
    let mut total = 0;
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else { return refuse("filen er skadet") };
        let is_strings = part.name().is_ok_and(|it| it.to_lowercase().ends_with("sharedstrings.xml"));
        let limit = if is_strings { MAX_STRINGS } else { MAX_UNPACKED };
        let n = std::io::copy(&mut part.take(limit + 1), &mut std::io::sink());
        let Ok(n) = n else { return refuse("filen er skadet") };
        total += n;
        if n > limit || total > MAX_UNPACKED {
            return refuse("filen blir uvanlig stor når den pakkes ut; den er skadet eller laget for å gjøre skade");
        }
    }
    Ok(())
}

/// A table of text: UTF-8, or as Excel in Norway saves it (Windows-1252); `;`, `,` or tab between the cells.
pub fn read_csv(bytes: &[u8]) -> Result<Grid, SheetError> {
    if bytes.len() > MAX_BYTES {
        return refuse(format!("filen er større enn {} MB; del den i flere", MAX_BYTES >> 20));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|it| windows_1252(*it)).collect(),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let first = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t', b','].into_iter().max_by_key(|it| first.bytes().filter(|b| b == it).count());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b';'))
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    let mut n_cells = 0;
    for (row, record) in (0..).zip(reader.records()) {
        let Ok(record) = record else {
            return refuse("tabellen kan ikke leses; se etter et anførselstegn som ikke er lukket");
        };
        let cells: Vec<Cell> = (0..MAX_COLUMNS)
            .zip(&record)
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(column, text)| Cell { column, value: Value::Text(without_guard(text).to_owned()) })
            .collect();
        if cells.iter().any(|it| matches!(&it.value, Value::Text(text) if text.len() > MAX_TEXT)) {
            return refuse(
                "en celle har mer tekst enn et regneark tillater; se etter et anførselstegn som ikke er lukket",
            );
        }
        n_cells += cells.len();
        if !cells.is_empty() {
            grid.rows.insert(row, cells);
        }
        check_size(&grid, n_cells)?;
    }
    Ok(grid)
}

/// Begins a formula in a spreadsheet.
pub(super) fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Text as it was before [`super::table_csv`] kept a spreadsheet from taking it for a formula.
fn without_guard(text: &str) -> &str {
    if text.starts_with('\'') && is_formula(text) { &text[1..] } else { text }
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}
