//! All integration tests are one binary.

mod build;
mod cli;
mod errors;
mod probes;
mod relevance;
mod report;
mod serve;
