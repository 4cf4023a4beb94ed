//! Reports for planners: pure functions from the [`Site`] to values that every format shows alike.
//!
//! One file a report; `coverage` and `ages` hold the rules that several share, `tally` makes
//! tables that count tilbud. `value` is what a report is; `format` turns one into a page, a
//! workbook, CSV, JSON or plain text. Nothing here reads files or clocks.

mod ages;
pub mod coverage;
mod desk;
mod endringer;
pub mod format;
pub mod frister;
mod ikke_lovpalagt;
mod kartlegging;
mod lovpalagt;
mod mangler;
mod matrix;
mod medvirkning;
mod parts;
mod plan;
mod profile;
mod pyramide;
mod ressurser;
mod sammenligning;
mod tally;
mod tiltakskjeder;
mod value;
mod vurdering;

use std::sync::Arc;

pub use ages::AgeSet;
pub use desk::{Arg, Desk, Words};
pub use matrix::area;
pub use parts::list_pages;
pub use profile::{Profile, Shared, Together};
pub use value::{
    Band, Bar, Cell, Column, Count, Counted, Figure, Item, Kind, Part, Picture, Report, Row, Said, Section, Table, Tag,
    Target,
};

use crate::model::{Mode, ReportName, Scope, Site};

/// The reports that are made about `scope`, in the order in which they are listed.
///
/// Kommuner that take part, fylker, regions and the portal have all. The state and organisations owe no
/// kommune's duties and have no kommuner to compare: they have those about their own tilbud.
pub fn names(site: &Site, scope: Scope) -> &'static [ReportName] {
    if let Mode::Standalone(kommune) = site.settings.mode
        && scope != Scope::Kommune(kommune)
    {
        return &[];
    }
    match scope {
        Scope::Portal | Scope::Fylke(_) | Scope::Region(_) => &ReportName::ALL,
        Scope::Kommune(id) if site.kommune(id).med => &ReportName::ALL,
        Scope::Kommune(_) => &[],
        Scope::Stat | Scope::Organisasjon(_) => &OWNER,
    }
}

/// The reports of the state and of organisations.
const OWNER: [ReportName; 6] = [
    ReportName::Pyramide,
    ReportName::Medvirkning,
    ReportName::Vurdering,
    ReportName::Tiltakskjeder,
    ReportName::Kartlegging,
    ReportName::Ressurser,
];

/// Makes one report.
pub fn report(desk: &Desk<'_>, name: ReportName) -> Report {
    desk.report(name, sections(desk, name))
}

/// The same; of a kommune, it is kept for the other pages that show it.
pub fn shared(desk: &Desk<'_>, name: ReportName) -> Arc<Report> {
    match (desk.scope, desk.within) {
        // The page with all of them is as large as they are, and shown by no other.
        (Scope::Kommune(id), None) if name != ReportName::Plan => desk.shared.report(id, name, || report(desk, name)),
        _ => Arc::new(report(desk, name)),
    }
}

/// The parts of one report.
fn sections(desk: &Desk<'_>, name: ReportName) -> Vec<Section> {
    match name {
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
        // Without a version to compare with, nothing is known to have changed.
        ReportName::Endringer => Vec::new(),
    }
}

/// Makes the report on what has changed since `old`; `label` says which version that was.
pub fn changes(desk: &Desk<'_>, old: &Site, label: &str) -> Report {
    desk.report(ReportName::Endringer, endringer::sections(desk, old, label))
}
