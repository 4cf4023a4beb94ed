//! Why a record ranks where it does: for people who tend the content.

use super::matching::How;
use super::rank::Answer;
use crate::prelude::*;

/// What one word of the query did for a record.
#[derive(Clone, Debug, PartialEq)]
pub struct WordFit {
    /// The word, as it was typed.
    pub word: String,
    /// How it was found: `ord`, `del`, `nesten` or `ikke`.
    pub how: &'static str,
    /// In how many records it was found; those that it hardly fits count less.
    pub n_records: f32,
    /// How well it fits this record, 0 to 1.
    pub fit: f32,
    /// Whether records are chosen by it, or it only helps.
    pub is_asked: bool,
}

impl Answer {
    /// What each word of the query did for a record.
    pub fn explain(&self, record: usize) -> Vec<WordFit> {
        let fit = |(at, word): (usize, &super::parse::QueryWord)| WordFit {
            word: word.spelling.clone(),
            how: match self.scores.how.get(at) {
                Some(How::Key) => "ord",
                Some(How::Part) => "del",
                Some(How::Near) => "nesten",
                Some(How::Nowhere) | None => "ikke",
            },
            n_records: self.scores.n_found.get(at).copied().unwrap_or(0.0),
            fit: self.scores.get(at, record),
            is_asked: self.asked >> at & 1 == 1,
        };
        self.words.iter().enumerate().map(fit).collect()
    }
}
