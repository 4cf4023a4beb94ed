//! One row a tilbud, for spreadsheets.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::record::{COLUMNS, row};
use super::{exported, place};
use crate::model::{Scope, Site};

/// Semicolons and a BOM: what spreadsheets with Norwegian settings open as it is.
pub(super) fn csv(site: &Site, scope: Scope) -> Vec<u8> {
    let lang = site.lang(scope);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let rows = exported(site, scope).into_iter().map(|id| row(site, lang, id).iter().map(|it| inert(it)).collect());
    let head = COLUMNS.map(str::to_owned).to_vec();
    for cells in std::iter::once(head).chain(rows) {
        writer.write_record(&cells).expect("writing to memory with one number of cells cannot fail");
    }
    writer.into_inner().expect("writing to memory cannot fail")
}

/// The cell as a spreadsheet shows it and never as a formula: what begins like one gets an
/// apostrophe before it (OWASP, CSV injection).
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{cell}") } else { cell.to_owned() }
}

/// A workbook. Its cells are marked as text, so nothing in them is ever a formula.
pub(super) fn xlsx(site: &Site, scope: Scope) -> Vec<u8> {
    workbook(site, scope).expect("the workbook's limits are far away, and memory takes what is written")
}

fn workbook(site: &Site, scope: Scope) -> Result<Vec<u8>, XlsxError> {
    let lang = site.lang(scope);
    let mut book = Workbook::new();
    // A tenth larger than by default, in half the time.
    book.set_zip_compression_level(2);
    let day = site.settings.dato;
    let made = rust_xlsxwriter::ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or(1900).max(1900),
        u8::try_from(day.month()).unwrap_or(1),
        u8::try_from(day.day()).unwrap_or(1),
    )?;
    let properties = rust_xlsxwriter::DocProperties::new().set_title(place(site, scope, lang));
    book.set_properties(&properties.set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name("Tilbud")?;
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    let ids = exported(site, scope);
    for (at, id) in (1..).zip(&ids) {
        for (column, cell) in (0..).zip(row(site, lang, *id)) {
            sheet.write_string(at, column, within_limit(&cell))?;
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    let last = u32::try_from(ids.len()).unwrap_or(u32::MAX - 1);
    sheet.autofilter(0, 0, last, u16::try_from(COLUMNS.len() - 1).unwrap_or(u16::MAX))?;
    sheet.set_column_width(1, 36)?.set_column_width(2, 60)?;
    book.save_to_buffer()
}

/// A cell of a workbook holds at most 32,767 characters.
fn within_limit(cell: &str) -> &str {
    match cell.char_indices().nth(32_000) {
        Some((end, _)) => &cell[..end],
        None => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_does_not() {
        for cell in ["=1+1", "+47 00 00 00 00", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(inert(cell), format!("'{cell}"));
        }
        for cell in ["", "Åpent =", "a-b", "post@fjordvik.example"] {
            assert_eq!(inert(cell), cell);
        }
    }
}
