//! Finds the words of all records.

use super::weights::FIELDS;
use super::{BETWEEN, Index, Posting, Token, saturated, weight_of_body};
use crate::order::order;
use crate::prelude::*;

impl Index {
    /// Reads the fields that the core has.
    pub(super) fn read_fields(&mut self) {
        for record in 0..self.core.len() {
            for (kind, _) in FIELDS {
                self.fields.read(&mut self.words, self.core.text(kind, record));
            }
        }
    }

    /// Reads the bodies, once they are there.
    pub(super) fn read_bodies(&mut self) {
        let Some(bodies) = &self.bodies else { return };
        self.body_words.reserve(bodies.length());
        for record in 0..self.core.len() {
            self.body_words.read(&mut self.words, bodies.get(record));
        }
    }

    /// Makes what was opened and added ready for queries: once for all of it,
    /// where nobody asks in between. Says whether there was anything to do.
    // Inlined, it makes the module larger.
    #[inline(never)]
    pub(crate) fn make_ready(&mut self) -> bool {
        if !core::mem::take(&mut self.is_new) {
            return false;
        }
        // The parts of a country bring theirs.
        if !self.is_country() {
            self.fill_postings();
            self.keys.add_words(&self.words, &self.stemmer, &self.lexicon);
        }
        self.keys.sort();
        let words = &self.words;
        self.by_spelling = order(words.len() as usize, &|a, b| words.folded(a) < words.folded(b));
        true
    }

    /// The words of a text of a record, and what they count: its fields, then its body.
    fn text(&self, record: usize, text: usize) -> (&[Token], f32) {
        match FIELDS.get(text) {
            Some((_, weight)) => (self.fields.get(record * FIELDS.len() + text), *weight),
            None => (self.body_words.get(record), weight_of_body(self.body(record).len())),
        }
    }

    /// Hands on every word of every record, and what it counts there.
    fn each_word(&self, found: &mut dyn FnMut(u32, u32, f32)) {
        for record in 0..self.core.len() {
            for text in 0..=FIELDS.len() {
                let (tokens, weight) = self.text(record, text);
                for it in tokens.iter().filter(|it| it.word != BETWEEN) {
                    found(it.word, record as u32, weight);
                }
            }
        }
    }

    /// Counting sort by word. The texts come by record, so that those of a
    /// word are joined to one posting for each record.
    fn fill_postings(&mut self) {
        let mut nexts = vec![0u32; self.words.len() as usize];
        self.each_word(&mut |word, _, _| nexts[word as usize] += 1);
        let n_found = sum_up(&mut nexts);
        let mut records = vec![0u32; n_found];
        let mut weights = vec![0.0f32; n_found];
        self.each_word(&mut |word, record, weight| {
            let next = &mut nexts[word as usize];
            records[*next as usize] = record;
            weights[*next as usize] = weight;
            *next += 1;
        });
        self.postings.clear();
        self.spans.clear();
        let mut at = 0;
        for end in nexts {
            let first = self.postings.len();
            let mut last = u32::MAX;
            while at < end as usize {
                if last != records[at] {
                    last = records[at];
                    self.postings.push(Posting { record: last, fit: 0.0 });
                }
                if let Some(it) = self.postings.last_mut() {
                    it.fit += weights[at];
                }
                at += 1;
            }
            self.spans.push((first as u32, self.postings.len() as u32));
        }
        for it in &mut self.postings {
            it.fit = saturated(it.fit);
        }
    }
}

/// Turns how many there are of each into where those of each begin; returns how many there are.
pub(super) fn sum_up(counts: &mut [u32]) -> usize {
    let mut sum = 0;
    for it in counts {
        sum += core::mem::replace(it, sum);
    }
    sum as usize
}
