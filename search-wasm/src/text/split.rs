//! What the standard library does with texts, for short ones and in less code:
//! its searchers are fast in long texts and larger than all of ours together.

use crate::prelude::*;

/// The parts of a text between marks.
pub(crate) struct Split<'a> {
    rest: Option<&'a str>,
    mark: u8,
}

impl<'a> Split<'a> {
    /// The parts of `text` between `mark`s (ASCII).
    pub(crate) fn new(text: &'a str, mark: u8) -> Split<'a> {
        Split { rest: Some(text), mark }
    }
}

impl<'a> Iterator for Split<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let (part, rest) = match rest.bytes().position(|it| it == self.mark) {
            Some(at) => (cut(rest, 0, at), Some(cut(rest, at + 1, rest.len()))),
            None => (rest, None),
        };
        self.rest = rest;
        Some(part)
    }
}

/// The bytes of `text` from `from` to `to`; empty when there are no such.
pub(crate) fn cut(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or("")
}

/// Where `wanted` begins in `text`.
pub(crate) fn find(text: &str, wanted: &str) -> Option<usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    (0..(text.len() + 1).saturating_sub(wanted.len())).find(|&at| text.get(at..at + wanted.len()) == Some(wanted))
}

/// Texts one after the other.
pub(crate) fn join(texts: &[&str]) -> String {
    let mut joined = String::new();
    for it in texts {
        joined.push_str(it);
    }
    joined
}
