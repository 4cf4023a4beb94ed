//! All integration tests are one binary.

mod build;
mod cli;
mod country;
mod data;
mod errors;
mod memory;
mod probes;
mod relevance;
mod report;
mod serve;
