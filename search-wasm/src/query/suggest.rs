//! Completes what is being typed.

use super::parse::parse;
use crate::index::Index;
use crate::order::order;
use crate::prelude::*;
use crate::text::{cut, find};

/// The query with its last word completed in the ways that most records are
/// about, a line each,
/// at most `limit`.
pub fn complete(index: &Index, q: &str, limit: usize) -> String {
    let mut lines = String::new();
    let mut n_lines = 0;
    let words = parse(q, &index.stemmer);
    // A completion is a line: what was typed in several has none.
    let is_line = find(q, "\n").is_none();
    let Some(last) = words.last().filter(|it| is_line && it.is_open && it.folded.len() >= 2) else { return lines };
    let begun = index.with_prefix(&last.folded);
    let mut worth = Vec::new();
    for &word in begun {
        let mut sum = 0.0;
        index.postings(word).iter().for_each(|it| sum += it.fit);
        worth.push(sum);
    }
    for at in order(begun.len(), &|a, b| worth[a as usize] > worth[b as usize]) {
        let word = begun[at as usize];
        if n_lines < limit && index.words.folded(word) != last.folded {
            n_lines += 1;
            lines.push_str(cut(q, 0, last.start));
            lines.push_str(index.words.spelling(word));
            lines.push('\n');
        }
    }
    lines
}
