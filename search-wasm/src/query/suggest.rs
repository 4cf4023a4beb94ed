//! Completes what is being typed.

use super::json::Json;
use super::parse::parse;
use super::rank::search;
use super::request::Request;
use crate::format::Kind;
use crate::index::Index;
use crate::order::order;
use crate::prelude::*;
use crate::text::{cut, join};

/// At most three completions of the last word, then records, as JSON:
/// `[{"q": …}, {"title": …, "url": …}]`.
pub fn suggest_json(index: &Index, request: &Request<'_>) -> String {
    let mut out = Json::default();
    out.open("[");
    let mut n = 0;
    let words = parse(request.q, &index.stemmer);
    if let Some(last) = words.last().filter(|it| it.is_open && it.folded.len() >= 2) {
        let begun = index.with_prefix(&last.folded);
        let n_records = |at: u32| index.postings(begun[at as usize]).len();
        for at in order(begun.len(), &|a, b| n_records(a) > n_records(b)) {
            let word = begun[at as usize];
            if n < 3 && index.words.folded(word) != last.folded {
                out.open("{");
                out.string("q", &join(&[cut(request.q, 0, last.start), index.words.spelling(word)]));
                out.close("}");
                n += 1;
            }
        }
    }
    for it in search(index, request).matches.iter().take(request.limit.saturating_sub(n)) {
        out.open("{");
        out.string("title", index.core.text(Kind::Tittel, it.record));
        out.string("url", &index.core.url(it.record));
        out.close("}");
    }
    out.close("]");
    out.text
}
