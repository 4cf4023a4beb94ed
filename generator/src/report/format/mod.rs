//! The forms a report comes in. All show the same [`Report`](super::Report).

pub mod csv;
mod flow;
pub mod html;
pub mod json;
mod label;
pub mod schema;
mod svg;
pub mod text;
pub mod xlsx;

pub use flow::{Boxed, Flow, lay_out};
pub use label::width;
pub use svg::{Drawing, Shape};

use super::desk::Desk;
use super::value::{Cell, Report, Table, Target};
use crate::model::{ReportFormat, grouped};

/// The forms that a site has of each report.
pub const ALL: [ReportFormat; 4] = [ReportFormat::Html, ReportFormat::Xlsx, ReportFormat::Csv, ReportFormat::Json];

/// The files beside the page of a report, with their names for people.
pub(super) const FILES: [(ReportFormat, &str); 3] =
    [(ReportFormat::Xlsx, "Excel (XLSX)"), (ReportFormat::Csv, "CSV"), (ReportFormat::Json, "JSON")];

/// A cell as people read it: long numbers in groups.
pub(super) fn shown(desk: &Desk<'_>, cell: &Cell) -> String {
    let plain = plain(desk, cell);
    if matches!(cell, Cell::Count(_) | Cell::Number(..) | Cell::Sum(..)) { grouped(&plain) } else { plain }
}

/// A cell as plain words.
pub(super) fn plain(desk: &Desk<'_>, cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Date(None) => String::new(),
        Cell::Text(text) | Cell::Link(text, _) | Cell::Ages(text, _) => text.clone(),
        Cell::Count(count) => count.n.to_string(),
        Cell::Number(n, decimals) | Cell::Sum(n, decimals, _) => decimal(*n, *decimals),
        Cell::Year(year) => year.to_string(),
        Cell::Percent { whole, .. } if *whole <= 0.0 => String::new(),
        Cell::Percent { part, whole, .. } => percent(*part, *whole),
        Cell::Status(tag) => tag.label.clone(),
        Cell::Date(Some(date)) => date.to_string(),
        Cell::Tilbud(list) => {
            let title = |id: &crate::model::TilbudId| desk.site.tilbud(*id).tittel.best(desk.lang);
            list.iter().map(title).collect::<Vec<_>>().join(", ")
        }
        Cell::Words(list) | Cell::Links(list) => list.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(", "),
    }
}

/// A number as Norwegians write it: decimal comma.
pub(super) fn decimal(n: f64, decimals: u8) -> String {
    format!("{n:.*}", usize::from(decimals)).replace('.', ",")
}

/// A share in whole per cents; less than one and more than none is said so.
pub(super) fn percent(part: f64, whole: f64) -> String {
    let share = if whole > 0.0 { part * 100.0 / whole } else { 0.0 };
    if share > 0.0 && share < 0.5 { "< 1 %".to_owned() } else { format!("{} %", decimal(share, 0)) }
}

/// What stands above the tables in files: title, place, what it shows and what not, dates.
pub(super) fn about(desk: &Desk<'_>, report: &Report) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", report.title, report.place)];
    if report.example {
        lines.push(desk.say("r_example"));
    }
    lines.extend(report.intro.iter().cloned());
    lines.extend(html::dates(desk, report));
    lines
}

/// The heading of a table's first column when its rows are in groups.
pub(super) fn group_heading(table: &Table) -> Option<&str> {
    let grouped = table.rows.iter().any(|it| it.group.is_some());
    grouped.then_some(table.group.as_str())
}

/// Words that a spreadsheet would take for a formula get an apostrophe before them, which it shows as text.
///
/// A tab or line break at the start hides a formula too; the wide forms of the signs are taken for the others.
pub(super) fn inert(text: &str) -> std::borrow::Cow<'_, str> {
    const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(SIGNS) { format!("'{text}").into() } else { text.into() }
}

/// The address of a target; with the site's own address before it when that is known.
pub(super) fn address(desk: &Desk<'_>, target: &Target) -> String {
    match target {
        Target::Route(route) => desk.site.canonical(route),
        Target::External(url) => url.clone(),
    }
}
