//! Which words have which search key.

use super::Words;
use crate::order::order;
use crate::prelude::*;
use crate::text::{Lexicon, Stemmer, cut, letters};

/// How a word comes to have a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The key is that of the word.
    Whole,
    /// The key is that of the last part of a compound: what it is.
    LastPart,
    /// The key is that of another part of a compound.
    OtherPart,
}

/// A word that has some key.
#[derive(Clone, Copy)]
pub(crate) struct Keyed {
    start: u32,
    end: u32,
    /// Which letters the key has, for ruling it out fast.
    pub(crate) letters: u32,
    pub(crate) role: Role,
    pub(crate) word: u32,
}

/// All keys and their words, sorted by key.
#[derive(Default)]
pub(crate) struct Keys {
    text: String,
    entries: Vec<Keyed>,
    // The words under this number have their keys.
    n_words: u32,
}

impl Keys {
    /// Adds the keys of the words that are new, and of the parts of those
    /// that are compounds; `sort` must follow.
    pub(super) fn add_words(&mut self, words: &Words, stemmer: &Stemmer, lexicon: &Lexicon) {
        for word in self.n_words..words.len() {
            let folded = words.folded(word);
            self.add(&stemmer.key(folded), Role::Whole, word);
            let parts = lexicon.split(stemmer, folded);
            for (at, part) in parts.iter().enumerate() {
                let role = if at + 1 == parts.len() { Role::LastPart } else { Role::OtherPart };
                self.add(&stemmer.key(part), role, word);
            }
        }
        self.n_words = words.len();
    }

    /// Puts them in order, after some were added.
    pub(super) fn sort(&mut self) {
        let sorted = order(self.entries.len(), &|a, b| {
            self.key(&self.entries[a as usize]) < self.key(&self.entries[b as usize])
        });
        let mut entries = Vec::new();
        for at in sorted {
            entries.push(self.entries[at as usize]);
        }
        self.entries = entries;
    }

    /// Adds a word under a key; `sort` must follow.
    pub(super) fn add(&mut self, key: &str, role: Role, word: u32) {
        let start = self.text.len() as u32;
        self.text.push_str(key);
        self.entries.push(Keyed { start, end: self.text.len() as u32, letters: letters(key), role, word });
    }

    /// The key that an entry is under.
    pub(crate) fn key(&self, it: &Keyed) -> &str {
        cut(&self.text, it.start as usize, it.end as usize)
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Keyed] {
        &self.entries
    }

    /// Those under this key.
    pub(crate) fn under(&self, key: &str) -> &[Keyed] {
        let start = self.entries.partition_point(|it| self.key(it) < key);
        let rest = self.entries.get(start..).unwrap_or_default();
        let mut n = 0;
        while rest.get(n).is_some_and(|it| self.key(it) == key) {
            n += 1;
        }
        rest.get(..n).unwrap_or_default()
    }
}
