//! The domain: what a checked, resolved Nettungen is made of.
//!
//! Values only: no files, no clock, no markup. References are resolved to ids
//! ([`TilbudId`], [`KommuneId`] …) that index the lists of [`Site`]; a `Site`
//! exists only when everything in it holds together.

pub mod collate;
pub mod color;
mod content;
mod hours;
mod number;
mod owner;
mod route;
mod site;
mod slug;
mod statute;
mod text;
mod tilbud;
mod vocabulary;

pub use content::{Dokument, DokumentArt, Inheritance, Mal, MalChange, MalDekker, Side, SideKind, mal_field};
pub use hours::{Closure, Day, DayTime, Hours, OpeningHours};
pub use number::grouped;
pub use owner::{
    Ansvar, Besok, Colours, Fylke, FylkeId, Home, Kommune, KommuneId, Koordineringsgruppe, Logo, Malform,
    MethodProgress, MethodStatus, Milestone, Organisasjon, OrganisasjonId, OrganisasjonType, Population, Region,
    RegionId, Responsible, Stat,
};
pub use route::{DataFile, Embed, ListKind, ReportFormat, ReportName, Route, Scope};
pub use site::{Emergency, Mode, Portal, Settings, Shown, Site, tilbud_order};
pub use slug::{Slug, SlugError};
pub use statute::{DekkesAv, IkkeLovpalagt, IkkeLovpalagtId, Lovkrav, LovkravId, Sikkerhet, Vilkar, lovdata_url};
pub use text::{Lang, Tekst};
pub use tilbud::{
    Alder, Audience, Body, Coordinates, Dekning, Drift, Evaluering, GodPraksis, Kontakt, Kontroll, Medvirkning, Pris,
    Ressurser, Status, Sted, Tilbud, TilbudId, Tilgjengelighet, Verdict,
};
pub use vocabulary::{Liste, Synonymgruppe, Term, TermId, Vokabular};
