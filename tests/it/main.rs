//! All integration tests are one binary.

mod build;
mod cli;
mod data;
mod errors;
mod memory;
mod report;
mod serve;
