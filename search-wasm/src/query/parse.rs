//! Reads a query: its words and its quoted phrases.

use crate::prelude::*;
use crate::text::{Stemmer, Tokens, cut, fold, is_stop_word};

/// Words past these are ignored: nobody means them.
pub(super) const MOST_WORDS: usize = 15;
/// Bytes past these are ignored.
const LONGEST_QUERY: usize = 1000;

/// A word of a query.
pub(super) struct QueryWord {
    /// In lower case.
    pub(super) spelling: String,
    pub(super) folded: String,
    pub(super) key: String,
    /// The key of the word that it seems to be a misspelling of.
    pub(super) meant: String,
    /// Where it stands in the query.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) is_stop_word: bool,
    /// Whether it may be the beginning of a word that is still being typed.
    pub(super) is_open: bool,
    /// Whether it has digits: then it is only ever taken as it is.
    pub(super) is_number: bool,
    /// The quoted phrase that it is in, counted from 1; 0 is none.
    pub(super) phrase: u8,
}

/// The words of what was typed.
pub(super) fn parse(text: &str, stemmer: &Stemmer) -> Vec<QueryWord> {
    let text = cut(text, 0, text.floor_char_boundary(LONGEST_QUERY));
    let mut words = Vec::new();
    let mut tokens = Tokens::new(text);
    let mut spelling = String::new();
    let (mut n_quotes, mut seen) = (0u8, 0);
    while let Some(span) = tokens.next(&mut spelling) {
        if words.len() == MOST_WORDS {
            break;
        }
        n_quotes = n_quotes.saturating_add(count_quotes(cut(text, seen, span.start)));
        seen = span.end;
        let folded = fold(&spelling);
        words.push(QueryWord {
            key: stemmer.key(&folded),
            meant: String::new(),
            is_stop_word: is_stop_word(&folded),
            is_open: span.end == text.len(),
            is_number: folded.bytes().any(|it| it.is_ascii_digit()),
            phrase: if n_quotes % 2 == 1 { n_quotes / 2 + 1 } else { 0 },
            spelling: spelling.clone(),
            folded,
            start: span.start,
            end: span.end,
        });
    }
    if count_quotes(cut(text, seen, text.len())) == 0 {
        // A quotation that never ends is not one yet.
        for it in words.iter_mut().filter(|it| n_quotes % 2 == 1 && it.phrase == n_quotes / 2 + 1) {
            it.phrase = 0;
        }
    }
    words
}

fn count_quotes(text: &str) -> u8 {
    let mut n = 0u8;
    for c in text.chars() {
        n = n.saturating_add(u8::from(matches!(c, '"' | '«' | '»' | '“' | '”')));
    }
    n
}
