//! A report as CSV: semicolons, UTF-8 with a byte order mark, decimal commas. Opens right in a Norwegian Excel.
//!
//! The tables follow each other. Before each stands a line with its name; before all, what the report is.
//! Every line has as many fields as the widest table, so that strict readers take the file too.

use crate::report::desk::Desk;
use crate::report::value::{Cell, Report, Row, Table};

/// The bytes that tell Excel that the text is UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The file.
pub fn csv(desk: &Desk<'_>, report: &Report) -> Vec<u8> {
    let mut lines: Vec<Vec<String>> = super::about(desk, report).into_iter().map(|it| vec![text(&it)]).collect();
    for table in report.tables() {
        lines.push(Vec::new());
        lines.push(vec![text(&table.caption)]);
        lines.extend(table_lines(desk, table));
    }
    let width = lines.iter().map(Vec::len).max().unwrap_or(1);
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(MARK.to_vec());
    for mut line in lines {
        line.resize(width, String::new());
        writer.write_record(&line).expect("all lines have one width, and memory takes all bytes");
    }
    writer.into_inner().expect("memory takes all bytes")
}

/// The headings, then the rows; with groups, the group is the first column.
fn table_lines(desk: &Desk<'_>, table: &Table) -> Vec<Vec<String>> {
    let group = super::group_heading(table);
    let heads = group.into_iter().chain(table.columns.iter().map(|it| it.name.as_str()));
    let mut lines = vec![heads.map(text).collect()];
    let row = |row: &Row| {
        let group = group.map(|_| text(row.group.as_deref().unwrap_or_default()));
        group.into_iter().chain(row.cells.iter().map(|it| cell(desk, it))).collect()
    };
    lines.extend(table.rows.iter().map(row));
    lines
}

/// A cell as it stands in the file: numbers bare, words safe.
fn cell(desk: &Desk<'_>, cell: &Cell) -> String {
    match cell {
        Cell::Count(_) | Cell::Number(..) | Cell::Sum(..) | Cell::Year(_) | Cell::Date(_) => super::plain(desk, cell),
        Cell::Percent { part, whole, .. } if *whole > 0.0 => format!("{} %", super::decimal(part * 100.0 / whole, 1)),
        Cell::Percent { .. } => String::new(),
        _ => text(&super::plain(desk, cell)),
    }
}

fn text(words: &str) -> String {
    super::inert(words).into_owned()
}
