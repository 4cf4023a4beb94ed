//! Spreadsheets in and out: the kartleggingsskjema, any other sheet through a mapping of its columns,
//! and all tilbud of a kommune as one sheet.
//!
//! Pure: bytes in, values out. A row becomes the very file an editor would have written, so that all
//! checks of the content apply to it, and every problem can be traced back to its cell.

pub mod columns;
mod convert;
mod draft;
mod export;
mod form;
mod import;
mod mapping;
mod paper;
mod problem;
mod read;
#[cfg(test)]
mod tests;
mod tree;

pub use columns::{Column, Kind, columns};
pub use export::{Export, export};
pub use form::{Lists, form, table_csv, table_xlsx, too_long};
pub use import::{Existing, Imported, Outcome, Rows, import};
pub use mapping::{Mapping, mapping};
pub use paper::paper;
pub use problem::CellProblem;
pub use read::{Cell, Grid, MAX_BYTES, SheetError, Value, read_csv, read_xlsx};
pub use tree::record;

/// Marks the row of the form that shows how to fill it in; such rows are not read.
pub const EXAMPLE: &str = "Eksempel:";
