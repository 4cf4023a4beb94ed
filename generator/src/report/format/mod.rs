//! The forms a report comes in. All show the same [`Report`](super::Report).

pub mod html;
mod svg;

pub use svg::{Drawing, Shape};

use super::desk::Desk;
use super::value::Cell;
use crate::model::ReportFormat;

/// The forms that a site has of each report.
pub const ALL: [ReportFormat; 1] = [ReportFormat::Html];

/// The files beside the page of a report, with their names for people.
pub(super) const FILES: [(ReportFormat, &str); 0] = [];

/// A cell as plain words.
pub(super) fn plain(desk: &Desk<'_>, cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Date(None) => String::new(),
        Cell::Text(text) | Cell::Foreign(text, _) | Cell::Link(text, _) => text.clone(),
        Cell::Count(count) => count.n.to_string(),
        Cell::Number(n, decimals) => decimal(*n, *decimals),
        Cell::Percent { whole, .. } if *whole <= 0.0 => String::new(),
        Cell::Percent { part, whole } => format!("{} %", decimal(part * 100.0 / whole, 0)),
        Cell::Status(tag) => tag.label.clone(),
        Cell::Date(Some(date)) => date.to_string(),
        Cell::Tilbud(list) => {
            let title = |id: &crate::model::TilbudId| desk.site.tilbud(*id).tittel.best(desk.lang);
            list.iter().map(title).collect::<Vec<_>>().join(", ")
        }
        Cell::Links(list) => list.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(", "),
    }
}

/// A number as Norwegians write it: decimal comma.
pub(super) fn decimal(n: f64, decimals: u8) -> String {
    format!("{n:.*}", usize::from(decimals)).replace('.', ",")
}
