//! Nettungen: curated tilbud files in, a static site with search and reports out.
//!
//! The stages in the order in which values flow through them: `read` makes records as
//! written from files, `check` resolves them into a [`model::Site`], `index`, `data`,
//! `report` and `render` are functions of the `Site`, `write` puts their bytes on disk. `pipeline`
//! shows the flow on one screen.

pub mod basis;
pub mod check;
pub mod cli;
pub mod data;
pub mod diag;
pub mod draft;
pub mod host;
pub mod index;
pub mod model;
pub mod part;
pub mod pipeline;
pub mod read;
pub mod render;
pub mod report;
pub mod schema;
pub mod serve;
pub mod sheet;
pub mod testing;
pub mod write;
