//! Reports for planners: pure functions from the [`Site`] to values that every format shows alike.
//!
//! One file a report; `coverage` and `ages` hold the rules that several share, `tally` makes
//! tables that count tilbud. `value` is what a report is; `format` turns one into a page, a
//! workbook, CSV, JSON or plain text. Nothing here reads files or clocks.

mod ages;
pub mod coverage;
mod desk;
pub mod format;
mod lovpalagt;
mod matrix;
mod pyramide;
mod tally;
mod value;

pub use ages::AgeSet;
pub use desk::{Arg, Desk, Words};
pub use value::{
    Band, Bar, Cell, Column, Count, Figure, Item, Kind, Part, Picture, Report, Row, Section, Table, Tag, Target,
};

use crate::model::{ReportName, Scope, Site};

/// The reports that are made about `scope`, in the order in which they are listed.
///
/// Kommuner that take part, fylker and the portal have them; the others have their tilbud in those.
pub fn names(site: &Site, scope: Scope) -> &'static [ReportName] {
    const MADE: [ReportName; 2] = [ReportName::Pyramide, ReportName::Lovpalagt];
    match scope {
        Scope::Portal | Scope::Fylke(_) => &MADE,
        Scope::Kommune(id) if site.kommune(id).med => &MADE,
        _ => &[],
    }
}

/// Makes one report.
pub fn report(desk: &Desk<'_>, name: ReportName) -> Report {
    let sections = match name {
        ReportName::Lovpalagt => lovpalagt::sections(desk),
        _ => pyramide::sections(desk),
    };
    desk.report(name, sections)
}
