//! An opened index: the words of all records, found once, ready for queries.

mod build;
mod country;
mod keys;
mod phrases;
mod tokenized;
mod weights;
mod words;

use country::Country;
pub(crate) use keys::{Keyed, Keys, Role};
pub(crate) use phrases::{Manner, Meaning, Phrase, Phrases};
use tokenized::Tokenized;
pub(crate) use tokenized::{BETWEEN, Token};
#[cfg(feature = "write")]
pub(crate) use weights::fields_of;
pub(crate) use weights::{FIELDS, LAST_PART, NAME, OTHER_PART, SYNONYM, VALUE, near, saturated, weight_of_body};
pub(crate) use words::Words;

use crate::format::{Core, DecodeError, Kind, Lines, decode_core, decode_texts};
use crate::prelude::*;
use crate::text::{Lexicon, Stemmer, fold};

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
    // The fields of the records, `FIELDS` of each, and their bodies.
    fields: Tokenized,
    body_words: Tokenized,
    lexicon: Lexicon,
    // Postings of word w: postings[spans[w].0..spans[w].1], by record.
    postings: Vec<Posting>,
    spans: Vec<(u32, u32)>,
    pub(crate) keys: Keys,
    // Words sorted by folded spelling, for prefixes.
    by_spelling: Vec<u32>,
    pub(crate) phrases: Phrases,
    country: Country,
    // Whether what was read last is not ready for queries yet.
    is_new: bool,
}

impl Index {
    /// Opens the core part: queries can be answered from then on, without the
    /// words that only the bodies have.
    pub fn open(core: &[u8]) -> Result<Index, DecodeError> {
        let mut index = Index::default();
        index.begin(core)?;
        index.make_ready();
        Ok(index)
    }

    /// Opens the core part in an index that is empty, in its place: to hand
    /// one on takes code. `make_ready` must follow.
    pub(crate) fn begin(&mut self, core: &[u8]) -> Result<(), DecodeError> {
        decode_core(core, &mut self.core)?;
        let forms = self.core.forms;
        let forms = (forms.0..forms.1).map(|line| self.core.lines.get(line).to_owned()).collect();
        self.lexicon = Lexicon::new(&self.stemmer, forms);
        self.phrases = Phrases::new(&self.core, &self.stemmer);
        self.read_fields();
        self.is_new = true;
        if self.is_country() {
            self.open_country();
        }
        Ok(())
    }

    /// Adds the bodies, and rarer synonyms.
    fn add_texts(&mut self, texts: &[u8]) -> Result<(), DecodeError> {
        let bodies = decode_texts(texts, &self.core)?;
        if self.bodies.is_none() {
            self.phrases.add_synonyms(&self.core, &bodies, self.core.len(), Manner::Asked, &self.stemmer);
            self.bodies = Some(bodies);
            self.read_bodies();
            self.is_new = true;
        }
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

    /// The words of a field of a record; `FIELDS` are in the order of `Kind`, from the title on.
    pub(crate) fn field(&self, kind: Kind, record: usize) -> &[Token] {
        self.fields.get(record * FIELDS.len() + kind as usize - Kind::Tittel as usize)
    }

    /// The words of the body of a record; none until the texts are added.
    pub(crate) fn body_words(&self, record: usize) -> &[Token] {
        self.body_words.get(record)
    }

    /// The number of a word, which in the index of the country is its key.
    pub(crate) fn find(&self, spelling: &str) -> Option<u32> {
        if self.is_country() { self.words.find(&self.stemmer.key(&fold(spelling))) } else { self.words.find(spelling) }
    }

    /// Where a word stands, by record.
    pub(crate) fn postings(&self, word: u32) -> &[Posting] {
        let (from, to) = self.spans.get(word as usize).copied().unwrap_or_default();
        self.postings.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The words under a key. In the index of the country these may not have
    /// been loaded yet: then they are wanted.
    pub(crate) fn under(&self, key: &str) -> &[Keyed] {
        self.want(key);
        self.keys.under(key)
    }

    /// The same for a key that is only a guess: it is not worth a request
    /// unless a word of this index is known to have it.
    pub(crate) fn known(&self, key: &str) -> &[Keyed] {
        if self.keys.under(key).is_empty() { &[] } else { self.under(key) }
    }

    /// The words whose folded spelling begins with `prefix`.
    pub(crate) fn with_prefix(&self, prefix: &str) -> &[u32] {
        if prefix.len() >= 3 {
            self.want_prefix(prefix);
        }
        let start = self.by_spelling.partition_point(|it| self.words.folded(*it) < prefix);
        let rest = self.by_spelling.get(start..).unwrap_or_default();
        let mut n = 0;
        while rest.get(n).is_some_and(|it| self.words.folded(*it).starts_with(prefix)) {
            n += 1;
        }
        rest.get(..n).unwrap_or_default()
    }
}
