//! Reports for planners: pure functions from the [`Site`] to values that every format shows alike.
//!
//! One file a report; `coverage` and `ages` hold the rules that several share, `tally` makes
//! tables that count tilbud. `value` is what a report is; `format` turns one into a page, a
//! workbook, CSV, JSON or plain text. Nothing here reads files or clocks.

mod ages;
pub mod coverage;
mod desk;
pub mod format;
pub mod frister;
mod ikke_lovpalagt;
mod kartlegging;
mod lovpalagt;
mod mangler;
mod matrix;
mod medvirkning;
mod plan;
mod profile;
mod pyramide;
mod ressurser;
mod sammenligning;
mod tally;
mod tiltakskjeder;
mod value;
mod vurdering;

pub use ages::AgeSet;
pub use desk::{Arg, Desk, Words};
pub use profile::{Profile, Shared};
pub use value::{
    Band, Bar, Cell, Column, Count, Figure, Item, Kind, Part, Picture, Report, Row, Section, Table, Tag, Target,
};

use crate::model::{ReportName, Scope, Site};

/// The reports that are made about `scope`, in the order in which they are listed.
///
/// Kommuner that take part, fylker and the portal have them; the others have their tilbud in those.
pub fn names(site: &Site, scope: Scope) -> &'static [ReportName] {
    match scope {
        Scope::Portal | Scope::Fylke(_) => &ReportName::ALL,
        Scope::Kommune(id) if site.kommune(id).med => &ReportName::ALL,
        _ => &[],
    }
}

/// Makes one report.
pub fn report(desk: &Desk<'_>, name: ReportName) -> Report {
    let sections = match name {
        ReportName::Pyramide => pyramide::sections(desk),
        ReportName::Lovpalagt => lovpalagt::sections(desk),
        ReportName::ManglerOgOverlapp => mangler::sections(desk),
        ReportName::Medvirkning => medvirkning::sections(desk),
        ReportName::Vurdering => vurdering::sections(desk),
        ReportName::Tiltakskjeder => tiltakskjeder::sections(desk),
        ReportName::Kartlegging => kartlegging::sections(desk),
        ReportName::Ressurser => ressurser::sections(desk),
        ReportName::IkkeLovpalagt => ikke_lovpalagt::sections(desk),
        ReportName::Sammenligning => sammenligning::sections(desk),
        ReportName::Plan => plan::sections(desk),
    };
    desk.report(name, sections)
}
