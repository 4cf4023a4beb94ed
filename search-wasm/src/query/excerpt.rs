//! Shows why a record matched: marks words, picks the best place in a body.

use super::scores::SHOWN;
use crate::index::{Index, Token};
use crate::prelude::*;
use crate::text::{Tokens, cut};

/// About how long an excerpt is, in bytes.
const LENGTH: usize = 180;

/// A matching word of a text: where it stands, and which query words it is.
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
    words: u16,
}

/// The words of a text that count as matches, by the marks of all index words.
pub(super) fn places(text: &[Token], marks: &[u16], worth: u16) -> Vec<Place> {
    let mut places = Vec::new();
    for it in text {
        let marks = marks.get(it.word as usize).copied().unwrap_or(0);
        let words = marks & worth;
        if words != 0 && marks >= SHOWN {
            places.push(Place { start: it.start as usize, end: it.end as usize, words });
        }
    }
    places
}

/// The words of a text that was not read before: of a record of the country.
pub(super) fn tokens(index: &Index, text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut tokens = Tokens::new(text);
    let mut spelling = String::new();
    while let Some(at) = tokens.next(&mut spelling) {
        if let Some(word) = index.find(&spelling) {
            found.push(Token { word, start: at.start as u32, end: at.end as u32 });
        }
    }
    found
}

/// The sentences with the most different matches; empty when there are none.
pub(super) fn excerpt(text: &str, places: &[Place]) -> (usize, usize) {
    let (mut most, mut from, mut to) = (0, 0, 0);
    for (at, first) in places.iter().enumerate() {
        let (mut words, mut end) = (0u16, first.end);
        for it in places.iter().skip(at) {
            if it.end <= first.start + LENGTH * 3 / 4 {
                words |= it.words;
                end = it.end;
            }
        }
        if words.count_ones() > most {
            (most, from, to) = (words.count_ones(), first.start, end);
        }
    }
    if most == 0 {
        return (0, 0);
    }
    let start = sentence_start(text, from);
    let mut end = to.max(start + LENGTH).min(text.len());
    while text.as_bytes().get(end).is_some_and(|it| *it != b' ') {
        end += 1;
    }
    (start, end)
}

/// The beginning of the sentence, or of a word not too far before `at`.
fn sentence_start(text: &str, at: usize) -> usize {
    let earliest = at.saturating_sub(LENGTH / 3);
    let mut start = at;
    let mut last_word = at;
    while start > earliest {
        let before = cut(text, start - 1, start).as_bytes().first();
        match before {
            Some(b'.' | b'!' | b'?' | b':') => return last_word,
            Some(b' ') => last_word = start,
            _ => (),
        }
        start -= 1;
    }
    if start == 0 { 0 } else { last_word }
}
