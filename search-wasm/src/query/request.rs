//! What is asked: the words, the filters and the time.

use super::json::short_json;
use super::{complete, search};
use crate::index::Index;
use crate::prelude::*;
use crate::text::{Split, cut, find};

/// The moment of the query, in local time in Norway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Days since 1 January 1970.
    pub day: i32,
    /// Minutes after midnight.
    pub minute: u16,
}

/// A query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request<'a> {
    /// What was typed.
    pub q: &'a str,
    /// Filters as they stand in the address: `key=value`, a line each; a value
    /// may be several with commas between them, any of which will do.
    ///
    /// `alder` is an age or `from-to`, `apen` is `na` or `helg`, `uten` names
    /// facets that words shall not be turned into. All others are facets.
    pub filters: &'a str,
    /// How many hits to return.
    pub limit: usize,
    /// How many hits to skip.
    pub offset: usize,
    /// When.
    pub now: Now,
}

impl<'a> Request<'a> {
    /// A query without filters for its ten best hits.
    pub fn new(q: &'a str, now: Now) -> Request<'a> {
        Request { q, filters: "", limit: 10, offset: 0, now }
    }

    /// What is asked in lines: how many hits, after how many, the day, the
    /// minute; then filters; then an empty line and what was typed.
    pub fn read(asked: &'a str) -> Request<'a> {
        let (limit, rest) = line(asked);
        let (offset, rest) = line(rest);
        let (day, rest) = line(rest);
        let (minute, rest) = line(rest);
        let filters_end = find(rest, "\n\n").unwrap_or(0);
        Request {
            q: cut(rest, filters_end + 2, rest.len()),
            filters: cut(rest, 0, filters_end),
            limit: number(limit) as usize,
            offset: number(offset) as usize,
            now: Now { day: number(day), minute: number(minute) as u16 },
        }
    }

    /// Every value that is asked for under `key`.
    pub(super) fn values(&self, key: &str) -> Vec<&'a str> {
        let mut values = Vec::new();
        for line in Split::new(self.filters, b'\n') {
            let rest = line.strip_prefix(key).and_then(|it| it.strip_prefix('='));
            for value in Split::new(rest.unwrap_or(""), b',') {
                if !value.is_empty() {
                    values.push(value);
                }
            }
        }
        values
    }
}

/// Answers what is asked in lines (`Request::read`), as JSON that goes with
/// `names_json`.
pub fn answer(index: &Index, asked: &str) -> String {
    let request = Request::read(asked);
    short_json(index, &request, &search(index, &request))
}

/// Completes what was typed, which follows a line with how many completions;
/// the answer has one a line.
pub fn complete_lines(index: &Index, asked: &str) -> String {
    let (limit, q) = line(asked);
    complete(index, q, number(limit) as usize)
}

/// The first line, and what follows it.
fn line(text: &str) -> (&str, &str) {
    let end = find(text, "\n").unwrap_or(text.len());
    (cut(text, 0, end), cut(text, end + 1, text.len()))
}

/// A number of at most nine digits.
fn number(digits: &str) -> i32 {
    digits.bytes().take(9).fold(0, |n, it| n * 10 + i32::from(it.wrapping_sub(b'0') % 10))
}

/// `14` or `13-15`, as from and to; `None` for anything else.
pub fn ages(text: &str) -> Option<(u8, u8)> {
    let middle = find(text, "-").unwrap_or(text.len());
    let from = small_number(cut(text, 0, middle))?;
    if middle == text.len() {
        return Some((from, from));
    }
    let to = small_number(cut(text, middle + 1, text.len()))?;
    (from <= to).then_some((from, to))
}

/// A number of one to three digits, at most 255.
pub(super) fn small_number(text: &str) -> Option<u8> {
    let mut n = 0u32;
    for it in text.bytes() {
        n = n * 10 + u32::from(it.wrapping_sub(b'0'));
        if !it.is_ascii_digit() || n > 255 {
            return None;
        }
    }
    (!text.is_empty()).then_some(n as u8)
}
