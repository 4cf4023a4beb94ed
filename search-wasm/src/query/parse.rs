//! Reads a query: its words and its quoted phrases.

use crate::prelude::*;
use core::ops::Range;

use crate::text::{Tokens, fold, is_stop_word, key};

/// Words past these are ignored: nobody means them.
const MOST_WORDS: usize = 16;
/// Bytes past these are ignored.
const LONGEST_QUERY: usize = 1000;

/// A word of a query.
#[derive(Clone, Debug)]
pub(super) struct QueryWord {
    /// In lower case.
    pub(super) spelling: String,
    pub(super) folded: String,
    pub(super) key: String,
    /// Where it stands in the query.
    pub(super) span: Range<usize>,
    pub(super) is_stop_word: bool,
    /// Whether it may be the beginning of a word that is still being typed.
    pub(super) is_open: bool,
}

impl QueryWord {
    pub(super) fn is_number(&self) -> bool {
        self.folded.bytes().any(|it| it.is_ascii_digit())
    }
}

/// A query, read.
#[derive(Clone, Debug, Default)]
pub(super) struct Query {
    pub(super) words: Vec<QueryWord>,
    /// Quoted phrases, as ranges of `words`.
    pub(super) phrases: Vec<Range<usize>>,
}

/// Reads what was typed.
pub(super) fn parse(text: &str) -> Query {
    let text = text.get(..text.floor_char_boundary(LONGEST_QUERY)).unwrap_or("");
    let mut query = Query::default();
    let mut tokens = Tokens::new(text);
    let mut spelling = String::new();
    while let Some(span) = tokens.next(&mut spelling) {
        if query.words.len() == MOST_WORDS {
            break;
        }
        let folded = fold(&spelling);
        query.words.push(QueryWord {
            key: key(&folded),
            is_stop_word: is_stop_word(&folded),
            is_open: span.end == text.len(),
            spelling: spelling.clone(),
            folded,
            span,
        });
    }
    query.phrases = phrases(text, &query.words);
    query
}

/// The words between each pair of quotation marks.
fn phrases(text: &str, words: &[QueryWord]) -> Vec<Range<usize>> {
    let is_quote = |it: &(usize, char)| matches!(it.1, '"' | '«' | '»' | '“' | '”');
    let quotes: Vec<usize> = text.char_indices().filter(is_quote).map(|it| it.0).collect();
    let mut phrases = Vec::new();
    for pair in quotes.chunks_exact(2) {
        let before = |quote: usize| words.iter().take_while(|it| it.span.start < quote).count();
        let (start, end) = (before(pair[0]), before(pair[1]));
        if start < end {
            phrases.push(start..end);
        }
    }
    phrases
}
