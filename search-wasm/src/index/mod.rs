//! An opened index: the words of all records, found once, ready for queries.

mod build;
mod keys;
mod phrases;
mod words;

pub(crate) use keys::{Keys, Role};
pub(crate) use phrases::{Meaning, Phrase, Phrases};
pub(crate) use words::Words;

use crate::format::{Core, DecodeError, Lines, decode_core, decode_texts};
use crate::prelude::*;
use crate::text::Stemmer;

/// A word in a record, and how much the record is about it: BM25F without the
/// word's rarity, 0 to 1.
#[derive(Clone, Copy)]
pub(crate) struct Posting {
    pub(crate) record: u32,
    pub(crate) fit: f32,
}

/// An opened index.
#[derive(Default)]
pub struct Index {
    pub(crate) core: Core,
    bodies: Option<Lines>,
    pub(crate) stemmer: Stemmer,
    pub(crate) words: Words,
    // Postings of word w: postings[starts[w]..starts[w + 1]], by record.
    postings: Vec<Posting>,
    starts: Vec<u32>,
    pub(crate) keys: Keys,
    // Words sorted by folded spelling, for prefixes.
    by_spelling: Vec<u32>,
    pub(crate) phrases: Phrases,
}

impl Index {
    /// Opens the core part: queries can be answered from then on, without the
    /// words that only the bodies have.
    pub fn open(core: &[u8]) -> Result<Index, DecodeError> {
        let mut index = Index { core: decode_core(core)?, ..Index::default() };
        index.build();
        Ok(index)
    }

    /// Adds the bodies. After an error the index is as it was.
    pub fn add_texts(&mut self, texts: &[u8]) -> Result<(), DecodeError> {
        self.bodies = Some(decode_texts(texts, &self.core)?);
        self.build();
        Ok(())
    }

    /// The decoded core.
    pub fn core(&self) -> &Core {
        &self.core
    }

    /// Whether the bodies are there.
    pub fn has_texts(&self) -> bool {
        self.bodies.is_some()
    }

    /// The body of a record; empty until the texts are added.
    pub fn body(&self, record: usize) -> &str {
        self.bodies.as_ref().map_or("", |it| it.get(record))
    }

    /// Where a word stands, by record.
    pub(crate) fn postings(&self, word: u32) -> &[Posting] {
        let at = |it: usize| self.starts.get(it).copied().unwrap_or(0) as usize;
        self.postings.get(at(word as usize)..at(word as usize + 1)).unwrap_or_default()
    }

    /// The words whose folded spelling begins with `prefix`.
    pub(crate) fn with_prefix(&self, prefix: &str) -> &[u32] {
        let start = self.by_spelling.partition_point(|it| self.words.folded(*it) < prefix);
        let rest = self.by_spelling.get(start..).unwrap_or_default();
        let mut n = 0;
        while rest.get(n).is_some_and(|it| self.words.folded(*it).starts_with(prefix)) {
            n += 1;
        }
        rest.get(..n).unwrap_or_default()
    }
}
