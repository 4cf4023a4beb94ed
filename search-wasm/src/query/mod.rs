//! Answers queries: reads them, matches words, ranks, counts, excerpts.
//!
//! Plain functions over an [`Index`](crate::Index); the browser and the
//! command line get the same answer from them.

mod answer;
mod excerpt;
mod facets;
mod filter;
mod fuzzy;
mod hours;
mod json;
mod matching;
mod parse;
mod rank;
mod request;
mod scores;
mod suggest;
mod understand;

pub use answer::{Answer, Chip, FacetCount, Freshness, Hit, Segment, ValueCount};
pub use hours::is_open;
pub use json::{answer_json, suggestions_json};
pub use rank::search;
pub use request::{Now, OpenFilter, Request};
pub use suggest::{Suggestion, suggest};

#[cfg(test)]
mod tests;
