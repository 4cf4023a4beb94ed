//! Finds the words of all records: core and texts → index.

use crate::prelude::*;
use super::{Field, Index, Keys, Phrase, Posting, Words};
use crate::format::{Core, Kind, Texts};
use crate::order::order;
use crate::text::{Lexicon, Tokens};

/// A core without anything, to stand in while the real one is taken out.
pub(super) fn no_core() -> Core {
    Core {
        checksum: 0,
        facets: Vec::new(),
        synonyms: Vec::new(),
        lexicon: Lexicon::default(),
        hours: Vec::new(),
        infos: Vec::new(),
        values: Vec::new(),
        texts: Default::default(),
    }
}

/// A word somewhere.
struct Occurrence {
    word: u32,
    record: u32,
    field: Field,
}

pub(super) fn index(core: Core, texts: Option<Texts>) -> Index {
    let mut words = Words::default();
    let mut found = Vec::new();
    let mut lengths = Vec::new();
    for record in 0..core.len() {
        let body = texts.as_ref().map_or("", |it| it.bodies.get(record));
        let mut read = |field, text: &str| read_field(&mut words, &mut found, record as u32, field, text);
        read(Field::Tittel, core.text(Kind::Tittel, record));
        read(Field::Sokeord, core.text(Kind::Sokeord, record));
        read(Field::Sammendrag, core.text(Kind::Sammendrag, record));
        read(Field::Organisasjon, core.text(Kind::Organisasjon, record));
        read(Field::Sted, core.text(Kind::Sted, record));
        lengths.push(read(Field::Tekst, body));
    }
    let (postings, starts) = sort_by_word(&found, words.len());
    let keys = Keys::new(&words, &core.lexicon);
    let by_spelling = order(words.len(), &|a, b| words.get(a).folded < words.get(b).folded);
    let phrases = Phrase::all(&core);
    Index { core, texts, words, postings, starts, keys, by_spelling, lengths, phrases }
}

/// Notes every word of a text; returns how many there are.
fn read_field(words: &mut Words, found: &mut Vec<Occurrence>, record: u32, field: Field, text: &str) -> u32 {
    let before = found.len();
    let mut tokens = Tokens::new(text);
    let mut spelling = String::new();
    while tokens.next(&mut spelling).is_some() {
        found.push(Occurrence { word: words.add(&spelling), record, field });
    }
    (found.len() - before) as u32
}

/// Counting sort: the occurrences come by record already, and keep that order.
fn sort_by_word(found: &[Occurrence], n_words: usize) -> (Vec<Posting>, Vec<u32>) {
    let mut nexts = vec![0u32; n_words + 1];
    for it in found {
        nexts[it.word as usize + 1] += 1;
    }
    for at in 1..nexts.len() {
        nexts[at] += nexts[at - 1];
    }
    let mut sorted = vec![0u32; found.len()];
    for (at, it) in found.iter().enumerate() {
        let next = &mut nexts[it.word as usize];
        sorted[*next as usize] = at as u32;
        *next += 1;
    }
    merge(found, &sorted, n_words)
}

/// Joins the occurrences of a word in a record to one posting.
fn merge(found: &[Occurrence], sorted: &[u32], n_words: usize) -> (Vec<Posting>, Vec<u32>) {
    let mut postings: Vec<Posting> = Vec::new();
    let mut starts = Vec::with_capacity(n_words + 1);
    for &at in sorted {
        let it = &found[at as usize];
        let is_new_word = starts.len() <= it.word as usize;
        if is_new_word {
            starts.push(postings.len() as u32);
        }
        match postings.last_mut() {
            Some(last) if !is_new_word && last.record == it.record => {
                let count = &mut last.counts[it.field as usize];
                *count = count.saturating_add(1);
            }
            _ => {
                let mut counts = [0; Field::COUNT];
                counts[it.field as usize] = 1;
                postings.push(Posting { record: it.record, counts });
            }
        }
    }
    starts.push(postings.len() as u32);
    (postings, starts)
}
