//! Answers queries: reads them, matches words, ranks, counts, excerpts.
//!
//! Plain functions over an [`Index`](crate::Index); the browser and the
//! command line get the same answer from them, as JSON too.

mod excerpt;
#[cfg(feature = "write")]
mod explain;
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

#[cfg(feature = "write")]
pub use explain::WordFit;
pub use json::{answer_json, names_json};
pub use rank::{Answer, Match, search};
pub use request::{Now, Request, ages, answer, complete_lines};
pub use suggest::complete;

#[cfg(all(test, feature = "write"))]
mod tests;
