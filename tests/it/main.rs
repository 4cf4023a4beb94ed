//! All integration tests are one binary.

mod build;
mod cli;
mod errors;
mod relevance;
mod report;
mod serve;
