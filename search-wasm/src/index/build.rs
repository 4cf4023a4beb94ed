//! Finds the words of all records.

use super::weights::FIELDS;
use super::{Index, Keys, Phrases, Posting, Words, saturated, weight_of_body};
use crate::order::order;
use crate::prelude::*;
use crate::text::{Lexicon, Tokens};

/// A word somewhere, and what it counts there.
#[derive(Clone, Copy)]
struct Occurrence {
    word: u32,
    record: u32,
    weight: f32,
}

impl Index {
    /// Finds the words of what is there of the records.
    pub(super) fn build(&mut self) {
        let mut words = Words::default();
        let mut found = Vec::new();
        for record in 0..self.core.len() {
            for (kind, weight) in FIELDS {
                read(&mut words, &mut found, record, weight, self.core.text(kind, record));
            }
            let body = self.body(record);
            let weight = weight_of_body(body.len());
            read(&mut words, &mut found, record, weight, body);
        }
        self.words = words;
        self.sort_by_word(&found);
        let mut forms = Vec::new();
        for line in self.core.forms.0..self.core.forms.1 {
            forms.push(self.core.lines.get(line).to_owned());
        }
        let lexicon = Lexicon::new(&self.stemmer, forms);
        self.keys = Keys::new(&self.words, &self.stemmer, &lexicon);
        self.sort_words();
        self.phrases = Phrases::new(&self.core, &self.stemmer);
    }

    /// Makes words and keys ready to be found.
    pub(super) fn sort_words(&mut self) {
        self.keys.sort();
        let words = &self.words;
        self.by_spelling = order(words.len() as usize, &|a, b| words.folded(a) < words.folded(b));
    }

    /// Counting sort: the occurrences come by record already, and keep that
    /// order. Those of a word in a record are joined to one posting.
    fn sort_by_word(&mut self, found: &[Occurrence]) {
        let n_words = self.words.len() as usize;
        let mut nexts = vec![0u32; n_words + 1];
        for it in found {
            nexts[it.word as usize + 1] += 1;
        }
        for at in 1..=n_words {
            nexts[at] += nexts[at - 1];
        }
        let mut sorted = vec![0u32; found.len()];
        for (at, it) in found.iter().enumerate() {
            let next = &mut nexts[it.word as usize];
            sorted[*next as usize] = at as u32;
            *next += 1;
        }
        self.postings.clear();
        self.spans.clear();
        for at in sorted {
            let it = found[at as usize];
            let is_new_word = self.spans.len() <= it.word as usize;
            if is_new_word {
                self.spans.push((self.postings.len() as u32, 0));
            }
            match self.postings.last_mut() {
                Some(last) if !is_new_word && last.record == it.record => last.fit += it.weight,
                _ => self.postings.push(Posting { record: it.record, fit: it.weight }),
            }
            if let Some(last) = self.spans.last_mut() {
                last.1 = self.postings.len() as u32;
            }
        }
        for it in &mut self.postings {
            it.fit = saturated(it.fit);
        }
    }
}

/// Notes every word of a text.
fn read(words: &mut Words, found: &mut Vec<Occurrence>, record: usize, weight: f32, text: &str) {
    let mut tokens = Tokens::new(text);
    let mut spelling = String::new();
    while tokens.next(&mut spelling).is_some() {
        found.push(Occurrence { word: words.add(&spelling), record: record as u32, weight });
    }
}
