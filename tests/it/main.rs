//! All integration tests are one binary.

mod build;
mod cli;
mod content;
mod errors;
mod new;
mod report;
mod serve;
mod sheet;
