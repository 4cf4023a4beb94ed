//! A report as a workbook: typed cells, one sheet a table, frozen headings, filters.
//!
//! Words are always written as words, so no cell is a formula. The same report gives the same bytes.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use crate::report::desk::Desk;
use crate::report::value::{Cell, Column, Kind, Report, Row, Said, Table, Target};

/// Most characters that Excel takes in a cell.
const MOST_CHARACTERS: usize = 32_000;
/// Most characters in the name of a sheet.
const MOST_NAME: usize = 31;

/// The file. Fails only where a workbook cannot hold what a report has, such as a million rows.
pub fn xlsx(desk: &Desk<'_>, report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A tenth larger than by default, in half the time.
    book.set_zip_compression_level(2);
    book.set_properties(&properties(report)?);
    let looks = Looks::new();
    let tables: Vec<&Table> = report.tables().collect();
    let names = sheet_names(&desk.say("r_sheet_about"), tables.iter().map(|it| it.caption.as_str()));
    front(desk, report, &names, book.add_worksheet(), &looks)?;
    for (table, name) in tables.into_iter().zip(&names[1..]) {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        Writer { desk, looks: &looks, sheet }.table(table)?;
    }
    book.save_to_buffer()
}

/// The day of the data stands in for the time of writing.
fn properties(report: &Report) -> Result<DocProperties, XlsxError> {
    let title = format!("{}: {}", report.title, report.place);
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&day(report.date)?))
}

fn day(date: Date) -> Result<ExcelDateTime, XlsxError> {
    // Years before 1900 are refused by the workbook itself.
    let year = u16::try_from(date.year()).unwrap_or(0);
    ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// How cells look.
struct Looks {
    head: Format,
    words: Format,
    // Words that begin like a formula: Excel keeps them words when somebody edits the cell.
    quoted: Format,
    integer: Format,
    tenths: Format,
    percent: Format,
    date: Format,
    title: Format,
    year: Format,
}

impl Looks {
    fn new() -> Looks {
        let cell = || Format::new().set_align(FormatAlign::Top);
        Looks {
            head: cell().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Medium),
            words: cell().set_text_wrap(),
            quoted: cell().set_text_wrap().set_quote_prefix(),
            integer: cell().set_num_format("#,##0"),
            tenths: cell().set_num_format("#,##0.0"),
            percent: cell().set_num_format("0 %"),
            date: cell().set_num_format("dd.mm.yyyy"),
            title: cell().set_bold().set_font_size(14),
            year: cell().set_num_format("0"),
        }
    }
}

/// The first sheet: what the report is, and what is on the others.
fn front(
    desk: &Desk<'_>,
    report: &Report,
    names: &[String],
    sheet: &mut Worksheet,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(&names[0])?.set_paper_size(9).set_column_width(0, 44)?.set_column_width(1, 90)?;
    let lines = super::about(desk, report);
    for (at, line) in (0..).zip(&lines) {
        let look = if at == 0 { &looks.title } else { &looks.words };
        // Long lines run over both columns.
        if at == 0 {
            sheet.write_string_with_format(at, 0, line, look)?;
        } else {
            sheet.merge_range(at, 0, at, 1, line, look)?;
            sheet.set_row_height(at, 16 * (line.chars().count() / 130 + 1) as u32)?;
        }
    }
    let first = u32::try_from(lines.len()).unwrap_or(0) + 1;
    sheet.write_string_with_format(first, 0, desk.say("r_sheet"), &looks.head)?;
    sheet.write_string_with_format(first, 1, desk.say("r_sheet_shows"), &looks.head)?;
    for ((at, name), table) in (first + 1..).zip(&names[1..]).zip(report.tables()) {
        let link = Url::new(format!("internal:'{}'!A1", name.replace('\'', "''"))).set_text(name);
        sheet.write_url(at, 0, link)?;
        let shows =
            if table.note.is_empty() { table.caption.clone() } else { format!("{}. {}", table.caption, table.note) };
        sheet.write_string_with_format(at, 1, cut(&shows), &looks.words)?;
    }
    Ok(())
}

/// Names of sheets: at most 31 characters, none of those that Excel refuses, each once.
fn sheet_names<'a>(first: &'a str, captions: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for caption in std::iter::once(first).chain(captions) {
        let clean: String = caption.chars().map(|it| if r"[]:*?/\".contains(it) { ' ' } else { it }).collect();
        let clean = clean.trim().trim_matches('\'');
        let mut name = shortened(clean, MOST_NAME);
        let mut n = 2;
        while !taken.insert(name.to_lowercase()) {
            let end = format!(" ({n})");
            name = format!("{}{end}", shortened(clean, MOST_NAME - end.len()));
            n += 1;
        }
        names.push(name);
    }
    names
}

fn shortened(text: &str, most: usize) -> String {
    // Excel counts UTF-16; a letter outside the first plane is two.
    let mut left = most;
    let fits = |it: &char| {
        let fits = it.len_utf16() <= left;
        left = left.saturating_sub(it.len_utf16());
        fits
    };
    let short: String = text.chars().take_while(fits).collect();
    if short.trim_end().is_empty() { "-".to_owned() } else { short.trim_end().to_owned() }
}

fn cut(text: &str) -> String {
    if text.len() <= MOST_CHARACTERS { text.to_owned() } else { format!("{}…", shortened(text, MOST_CHARACTERS)) }
}

/// Writes one table to its sheet.
struct Writer<'w, 'd> {
    desk: &'w Desk<'d>,
    looks: &'w Looks,
    sheet: &'w mut Worksheet,
}

impl Writer<'_, '_> {
    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let group = super::group_heading(table);
        let shift = u16::from(group.is_some());
        for (at, name) in (0..).zip(group.into_iter().chain(table.columns.iter().map(|it| it.name.as_str()))) {
            self.sheet.write_string_with_format(0, at, name, &self.looks.head)?;
        }
        if group.is_some() {
            self.sheet.set_column_width(0, 28)?;
        }
        for (at, column) in (shift..).zip(&table.columns) {
            self.sheet.set_column_width(at, width(column, at == shift))?;
        }
        for (at, row) in (1..).zip(&table.rows) {
            self.row(at, shift, row)?;
        }
        let last_column = shift + u16::try_from(table.columns.len()).unwrap_or(u16::MAX) - 1;
        // Sums stand below what is filtered and sorted.
        let counted = table.rows.iter().rposition(|it| !it.sum).map_or(0, |it| it + 1);
        let last_row = u32::try_from(counted).unwrap_or(u32::MAX);
        self.sheet.autofilter(0, 0, last_row, last_column)?;
        self.sheet.set_freeze_panes(1, shift + 1)?.set_repeat_rows(0, 0)?;
        self.sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        Ok(())
    }

    fn row(&mut self, at: u32, shift: u16, row: &Row) -> Result<(), XlsxError> {
        if shift > 0 {
            self.words(at, 0, row.group.as_deref().unwrap_or_default())?;
        }
        for (column, cell) in (shift..).zip(&row.cells) {
            self.cell(at, column, cell)?;
        }
        Ok(())
    }

    fn cell(&mut self, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        let looks = self.looks;
        match cell {
            Cell::Count(count) => self.number(row, column, count.n as f64, &looks.integer),
            Cell::Year(year) => self.number(row, column, f64::from(*year), &looks.year),
            Cell::Number(n, 0) | Cell::Sum(n, 0, _) => self.number(row, column, n.round(), &looks.integer),
            Cell::Number(n, _) | Cell::Sum(n, ..) => self.number(row, column, (n * 10.0).round() / 10.0, &looks.tenths),
            Cell::Percent { part, whole, .. } if *whole > 0.0 => self.number(row, column, part / whole, &looks.percent),
            Cell::Empty | Cell::Date(None) | Cell::Percent { .. } => Ok(()),
            Cell::Date(Some(date)) => match day(*date) {
                Ok(day) => self.sheet.write_datetime_with_format(row, column, day, &looks.date).map(drop),
                Err(_) => self.words(row, column, &date.to_string()),
            },
            Cell::Links(list) => match list.as_slice() {
                [Said { text, target: Some(Target::External(url)), .. }] => self.link(row, column, text, url),
                _ => self.words(row, column, &super::plain(self.desk, cell)),
            },
            Cell::Link(text, Target::External(url)) => self.link(row, column, text, url),
            _ => self.words(row, column, &super::plain(self.desk, cell)),
        }
    }

    fn number(&mut self, row: u32, column: u16, n: f64, look: &Format) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(row, column, n, look).map(drop)
    }

    fn words(&mut self, row: u32, column: u16, words: &str) -> Result<(), XlsxError> {
        if words.is_empty() {
            return Ok(());
        }
        let like_formula = matches!(super::inert(words), std::borrow::Cow::Owned(_));
        let look = if like_formula { &self.looks.quoted } else { &self.looks.words };
        self.sheet.write_string_with_format(row, column, cut(words), look).map(drop)
    }

    /// Words that lead to another site; an address that Excel does not take leaves the words.
    fn link(&mut self, row: u32, column: u16, text: &str, url: &str) -> Result<(), XlsxError> {
        let known = url.starts_with("https://") || url.starts_with("http://");
        let link = Url::new(url).set_text(cut(text));
        if known && self.sheet.write_url_with_format(row, column, link, &self.looks.words).is_ok() {
            return Ok(());
        }
        self.words(row, column, text)
    }
}

/// The width of a column in characters.
fn width(column: &Column, first: bool) -> u32 {
    match column.kind {
        Kind::Text | Kind::Links if first => 42,
        Kind::Text | Kind::Links => 34,
        Kind::Status => 18,
        Kind::Number | Kind::Percent | Kind::Date => 14,
    }
}
