//! Nettungen: curated tilbud files in, a static site with search and reports out.
//!
//! The stages in the order in which values flow through them: `read` makes parsed
//! records from files, `check` resolves them into a [`model::Site`], `index`, `report`
//! and `render` are functions of the `Site`, `write` puts their bytes on disk.

pub mod diag;

pub mod model;
pub mod read;

pub mod check;
