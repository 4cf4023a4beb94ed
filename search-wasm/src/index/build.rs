//! Finds the words of all records.

use super::{Field, Index, Keys, Phrase, Posting, Words};
use crate::format::Kind;
use crate::order::order;
use crate::prelude::*;
use crate::text::{Lexicon, Tokens};

/// A word somewhere.
#[derive(Clone, Copy)]
struct Occurrence {
    word: u32,
    record: u32,
    field: u8,
}

const FIELDS: [(Field, Kind); 5] = [
    (Field::Tittel, Kind::Tittel),
    (Field::Sokeord, Kind::Sokeord),
    (Field::Sammendrag, Kind::Sammendrag),
    (Field::Organisasjon, Kind::Organisasjon),
    (Field::Sted, Kind::Sted),
];

impl Index {
    /// Finds the words of what is there of the records.
    pub(super) fn build(&mut self) {
        let mut words = Words::default();
        let mut found = Vec::new();
        self.lengths.clear();
        for record in 0..self.core.len() {
            for (field, kind) in FIELDS {
                read(&mut words, &mut found, record, field, self.core.text(kind, record));
            }
            let before = found.len();
            read(&mut words, &mut found, record, Field::Tekst, self.body(record));
            self.lengths.push((found.len() - before) as u32);
        }
        self.words = words;
        self.sort_by_word(&found);
        let mut forms = Vec::new();
        for line in self.core.forms.0..self.core.forms.1 {
            forms.push(self.core.lines.get(line).to_owned());
        }
        let lexicon = Lexicon::new(&self.stemmer, forms);
        self.keys = Keys::new(&self.words, &self.stemmer, &lexicon);
        let words = &self.words;
        self.by_spelling = order(words.len() as usize, &|a, b| words.folded(a) < words.folded(b));
        self.phrases = Phrase::all(&self.core, &self.stemmer);
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
        self.starts.clear();
        for at in sorted {
            let it = found[at as usize];
            let is_new_word = self.starts.len() <= it.word as usize;
            if is_new_word {
                self.starts.push(self.postings.len() as u32);
            }
            if is_new_word || self.postings.last().is_none_or(|last| last.record != it.record) {
                self.postings.push(Posting { record: it.record, counts: [0; Field::COUNT] });
            }
            if let Some(last) = self.postings.last_mut() {
                let count = &mut last.counts[it.field as usize % Field::COUNT];
                *count = count.saturating_add(1);
            }
        }
        self.starts.push(self.postings.len() as u32);
    }
}

/// Notes every word of a text.
fn read(words: &mut Words, found: &mut Vec<Occurrence>, record: usize, field: Field, text: &str) {
    let mut tokens = Tokens::new(text);
    let mut spelling = String::new();
    while tokens.next(&mut spelling).is_some() {
        found.push(Occurrence { word: words.add(&spelling), record: record as u32, field: field as u8 });
    }
}
