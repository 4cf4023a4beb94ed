//! An opened index: the words of all records, found once, ready for queries.

use crate::prelude::*;
mod build;
mod keys;
mod phrases;
mod words;

pub use keys::Role;
pub(crate) use keys::{Keyed, Keys};
pub use phrases::{Meaning, Phrase};
pub(crate) use words::letters;
pub use words::{Word, Words};

use crate::format::{Core, DecodeError, Texts, decode_core, decode_texts};

/// The texts of a record that are searched, in the order of their weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Title.
    Tittel,
    /// Search words.
    Sokeord,
    /// The one sentence.
    Sammendrag,
    /// Body.
    Tekst,
    /// Who offers it.
    Organisasjon,
    /// Places.
    Sted,
}

impl Field {
    /// How many there are.
    pub const COUNT: usize = 6;
}

/// A word in a record: how often it stands in each field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The record's number.
    pub record: u32,
    /// Occurrences by field, at most 255.
    pub counts: [u8; Field::COUNT],
}

/// An opened index.
pub struct Index {
    core: Core,
    texts: Option<Texts>,
    words: Words,
    // Postings of word w: postings[starts[w]..starts[w + 1]], by record.
    postings: Vec<Posting>,
    starts: Vec<u32>,
    keys: Keys,
    // Words sorted by folded spelling, for prefixes.
    by_spelling: Vec<u32>,
    // Number of words in the body of each record.
    lengths: Vec<u32>,
    phrases: Vec<Phrase>,
}

impl Index {
    /// Opens the core part: queries can be answered from then on, without the
    /// words that only the bodies have.
    pub fn open(core: &[u8]) -> Result<Index, DecodeError> {
        Ok(build::index(decode_core(core)?, None))
    }

    /// Adds the bodies. After an error the index is as it was.
    pub fn add_texts(&mut self, texts: &[u8]) -> Result<(), DecodeError> {
        let texts = decode_texts(texts, &self.core)?;
        let core = core::mem::replace(&mut self.core, build::no_core());
        *self = build::index(core, Some(texts));
        Ok(())
    }

    /// The decoded core.
    pub fn core(&self) -> &Core {
        &self.core
    }

    /// Whether the bodies are there.
    pub fn has_texts(&self) -> bool {
        self.texts.is_some()
    }

    /// The body of a record; empty until the texts are added.
    pub fn body(&self, record: usize) -> &str {
        self.texts.as_ref().map_or("", |it| it.bodies.get(record))
    }

    /// All words.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Where a word stands, by record.
    pub fn postings(&self, word: u32) -> &[Posting] {
        let at = word as usize;
        let (Some(&start), Some(&end)) = (self.starts.get(at), self.starts.get(at + 1)) else { return &[] };
        self.postings.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The words that have this key.
    pub(crate) fn with_key(&self, key: &str) -> &[Keyed] {
        self.keys.under(key)
    }

    /// The words whose folded spelling begins with `prefix`.
    pub(crate) fn with_prefix<'a>(&'a self, prefix: &str) -> &'a [u32] {
        let folded = |it: &u32| self.words.get(*it).folded;
        let start = self.by_spelling.partition_point(|it| folded(it) < prefix);
        let rest = self.by_spelling.get(start..).unwrap_or_default();
        let n = rest.partition_point(|it| folded(it).starts_with(prefix));
        rest.get(..n).unwrap_or_default()
    }

    /// All keys.
    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The number of words in the body of a record.
    pub(crate) fn length(&self, record: usize) -> u32 {
        self.lengths.get(record).copied().unwrap_or(0)
    }

    /// The phrases that mean a facet value or each other.
    pub(crate) fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }
}
