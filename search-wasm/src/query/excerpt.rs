//! Shows why a record matched: marks words, picks the best place in a body.

use crate::prelude::*;
use core::ops::Range;

use super::answer::Segment;
use crate::index::Index;
use crate::text::Tokens;

/// About how long an excerpt is, in bytes.
const LENGTH: usize = 180;

/// Index words that count as matches, for looking up.
pub(super) struct Marks {
    is_match: Vec<bool>,
}

impl Marks {
    pub(super) fn new(index: &Index, words: impl Iterator<Item = u32>) -> Marks {
        let mut is_match = vec![false; index.words().len()];
        words.for_each(|it| is_match[it as usize] = true);
        Marks { is_match }
    }

    /// Where the matching words of a text stand, and which they are.
    fn places(&self, index: &Index, text: &str) -> Vec<(Range<usize>, u32)> {
        let mut tokens = Tokens::new(text);
        let mut spelling = String::new();
        let mut places = Vec::new();
        while let Some(span) = tokens.next(&mut spelling) {
            if let Some(word) = index.words().find(&spelling).filter(|&it| self.is_match[it as usize]) {
                places.push((span, word));
            }
        }
        places
    }

    /// The whole text with its matches marked.
    pub(super) fn mark(&self, index: &Index, text: &str) -> Vec<Segment> {
        segments(text, 0..text.len(), &self.places(index, text))
    }

    /// The sentences with the most different matches; empty when there are
    /// none.
    pub(super) fn excerpt(&self, index: &Index, text: &str) -> Vec<Segment> {
        let places = self.places(index, text);
        let Some(best) = best_place(&places) else { return Vec::new() };
        let start = sentence_start(text, best.start);
        let end = word_end(text, (start + LENGTH).max(best.end));
        segments(text, start..end, &places)
    }
}

/// The stretch of about an excerpt's length with the most different matches;
/// the first of equals.
fn best_place(places: &[(Range<usize>, u32)]) -> Option<Range<usize>> {
    let mut best: Option<(usize, Range<usize>)> = None;
    for (at, (first, _)) in places.iter().enumerate() {
        let mut words: Vec<u32> = Vec::new();
        let mut end = first.end;
        for (place, word) in places.iter().skip(at).take_while(|it| it.0.end <= first.start + LENGTH * 3 / 4) {
            end = place.end;
            if !words.contains(word) {
                words.push(*word);
            }
        }
        if best.as_ref().is_none_or(|it| it.0 < words.len()) {
            best = Some((words.len(), first.start..end));
        }
    }
    best.map(|it| it.1)
}

/// The beginning of the sentence, or of a word not too far before `at`.
fn sentence_start(text: &str, at: usize) -> usize {
    let earliest = text.floor_char_boundary(at.saturating_sub(LENGTH / 3));
    let before = text.as_bytes().get(earliest..at).unwrap_or_default();
    match before.iter().rposition(|it| matches!(it, b'.' | b'!' | b'?' | b':')) {
        Some(mark) => earliest + mark + 1 + before.iter().skip(mark + 1).take_while(|it| **it == b' ').count(),
        None if earliest == 0 => 0,
        None => earliest + before.iter().position(|it| *it == b' ').map_or(0, |it| it + 1),
    }
}

fn word_end(text: &str, at: usize) -> usize {
    let rest = text.bytes().skip(at);
    rest.take_while(|it| *it != b' ').count() + at.min(text.len())
}

/// The range of a text, cut where matches begin and end.
fn segments(text: &str, range: Range<usize>, places: &[(Range<usize>, u32)]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut at = range.start;
    let mut push = |from: usize, to: usize, is_match| {
        if from < to {
            segments.push(Segment { text: text.get(from..to).unwrap_or("").to_owned(), is_match });
        }
    };
    for (place, _) in places.iter().filter(|it| range.start <= it.0.start && it.0.end <= range.end) {
        push(at, place.start, false);
        push(place.start, place.end, true);
        at = place.end;
    }
    push(at, range.end, false);
    segments
}
