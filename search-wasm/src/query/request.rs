//! What is asked: the words, the filters and the time.

use crate::prelude::*;
/// The moment of the query, in local time in Norway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Days since 1 January 1970.
    pub day: i32,
    /// Minutes after midnight.
    pub minute: u16,
}

/// Which opening hours are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenFilter {
    /// Open at this moment.
    Now,
    /// Open on Saturday or Sunday.
    Weekend,
}

/// A query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What was typed.
    pub q: String,
    /// Facet values asked for: (facet, value), both slugs.
    pub values: Vec<(String, String)>,
    /// Ages from and to, both in it.
    pub age: Option<(u8, u8)>,
    /// Opening hours asked for.
    pub open: Option<OpenFilter>,
    /// Facets that words in the query shall not be turned into.
    pub literal: Vec<String>,
    /// How many hits to return.
    pub limit: usize,
    /// How many hits to skip.
    pub offset: usize,
    /// When.
    pub now: Now,
}

impl Request {
    /// A query without filters for its ten best hits.
    pub fn new(q: &str, now: Now) -> Request {
        Request {
            q: q.to_owned(),
            values: Vec::new(),
            age: None,
            open: None,
            literal: Vec::new(),
            limit: 10,
            offset: 0,
            now,
        }
    }

    /// Adds filters as they stand in the address: `key=value`, a line each.
    /// A value may be several with commas between them. `alder` is an age or
    /// `fra-til`, `apen` is `na` or `helg`, `uten` names facets that words
    /// shall not be turned into. What is none of it is taken for a facet.
    pub fn add_filters(&mut self, lines: &str) {
        for (key, value) in lines.split('\n').filter_map(|it| it.split_once('=')) {
            for value in value.split(',').filter(|it| !it.is_empty()) {
                self.add_filter(key, value);
            }
        }
    }

    fn add_filter(&mut self, key: &str, value: &str) {
        match (key, value) {
            ("alder", _) => self.age = ages(value).or(self.age),
            ("apen", "helg") => self.open = Some(OpenFilter::Weekend),
            ("apen", _) => self.open = Some(OpenFilter::Now),
            ("uten", _) => self.literal.push(value.to_owned()),
            _ => self.values.push((key.to_owned(), value.to_owned())),
        }
    }
}

/// A number of one to three digits, at most 255.
pub(super) fn small_number(text: &str) -> Option<u8> {
    if text.is_empty() || text.len() > 3 || !text.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let n = text.bytes().fold(0u32, |n, it| n * 10 + u32::from(it - b'0'));
    u8::try_from(n).ok()
}

/// `14` or `13-15`.
fn ages(text: &str) -> Option<(u8, u8)> {
    match text.split_once('-') {
        Some((from, to)) => Some((small_number(from)?, small_number(to)?)),
        None => small_number(text).map(|it| (it, it)),
    }
}
