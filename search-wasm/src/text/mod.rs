//! How text becomes words and words become search keys.
//!
//! The one place that decides it, for records and for queries alike: an index
//! holds text, and both sides run this same code over it.
//! *Spelling* (lower case, æøå kept) → *folded* (ASCII) → *key* (stem).

mod compound;
mod fold;
mod rules;
mod split;
mod stem;
mod stopwords;
mod tokens;

pub(crate) use compound::Lexicon;
#[cfg(feature = "write")]
pub(crate) use compound::{COMMON_PARTS, used_forms};
pub use fold::fold;
pub(crate) use fold::same_letters;
pub(crate) use split::{Split, cut, find, join};
pub use stem::Stemmer;
pub(crate) use stem::letters;
pub use stopwords::is_stop_word;
pub use tokens::Tokens;

#[cfg(test)]
mod tests;
