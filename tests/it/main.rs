//! All integration tests are one binary.

mod build;
mod cli;
mod content;
mod country;
mod data;
mod errors;
mod external;
#[cfg(unix)]
mod faults;
mod hostile;
mod memory;
mod new;
mod pages;
mod probes;
mod relevance;
mod report;
mod reuse;
mod serve;
mod sheet;
mod totality;
