//! Completes what is being typed.

use crate::prelude::*;
use super::parse::parse;
use super::rank::search;
use super::request::Request;
use crate::index::Index;
use crate::order::order;
use crate::text::join;

/// A way on from what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// The query with its last word completed.
    Query(String),
    /// A record: title and address.
    Record(String, String),
}

/// At most three completions of the last word, then records.
pub fn suggest(index: &Index, request: &Request) -> Vec<Suggestion> {
    let mut suggestions = completions(index, &request.q);
    for hit in search(index, request).hits {
        let title = hit.title.iter().map(|it| it.text.as_str()).collect();
        suggestions.push(Suggestion::Record(title, hit.url));
    }
    suggestions.truncate(request.limit);
    suggestions
}

/// The commonest words that the last word is the beginning of.
fn completions(index: &Index, q: &str) -> Vec<Suggestion> {
    let query = parse(q);
    let Some(last) = query.words.last().filter(|it| it.is_open && it.folded.len() >= 2) else { return Vec::new() };
    let words: Vec<(usize, u32)> = index
        .with_prefix(&last.folded)
        .iter()
        .filter(|&&it| index.words().get(it).folded != last.folded)
        .map(|&it| (index.postings(it).len(), it))
        .collect();
    let sorted = order(words.len(), &|a, b| words[a as usize].0 > words[b as usize].0);
    let before = q.get(..last.span.start).unwrap_or_default();
    let spelling = |at: &u32| index.words().get(words[*at as usize].1).spelling;
    sorted.iter().take(3).map(|at| Suggestion::Query(join(&[before, spelling(at)]))).collect()
}
