//! How text becomes words and words become search keys.
//!
//! The one place that decides it, for records and for queries alike: an index
//! holds text, and both sides run this same code over it.
//! `surface` (lower case, æøå kept) → `folded` (ASCII) → `key` (stem).

mod compound;
mod fold;
mod malform;
mod stem;
mod stopwords;
mod tokens;

pub use compound::{Lexicon, joined_forms};
pub use fold::{fold, shares_letters};
pub use stem::key;
pub use stopwords::is_stop_word;
pub use tokens::Tokens;

#[cfg(feature = "write")]
pub use compound::{COMMON_PARTS, reduce_lexicon};

use crate::prelude::*;

/// Texts one after the other.
pub(crate) fn join(texts: &[&str]) -> String {
    let mut joined = String::new();
    texts.iter().for_each(|it| joined.push_str(it));
    joined
}

/// Where `wanted` begins in `text`. For short texts: the standard library's
/// search is faster in long ones, and much larger.
pub(crate) fn find(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes().windows(wanted.len().max(1)).position(|it| it == wanted.as_bytes())
}

/// The words of `text` in lower case, without positions.
pub fn words(text: &str) -> Vec<String> {
    let mut tokens = Tokens::new(text);
    let mut word = String::new();
    let mut out = Vec::new();
    while tokens.next(&mut word).is_some() {
        out.push(word.clone());
    }
    out
}

/// The search keys of the words of `text`, in order.
pub fn keys(text: &str) -> Vec<String> {
    words(text).iter().map(|it| key(&fold(it))).collect()
}

#[cfg(test)]
mod tests;
