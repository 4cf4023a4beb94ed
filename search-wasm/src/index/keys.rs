//! Which words have which search key.

use super::Words;
use super::build::sum_up;
use crate::prelude::*;
use crate::text::{Lexicon, Stemmer};

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
    key: u32,
    pub(crate) role: Role,
    pub(crate) word: u32,
}

/// All keys and their words; those of a key stand together.
#[derive(Default)]
pub(crate) struct Keys {
    names: Words,
    entries: Vec<Keyed>,
    // Where the entries of each key end.
    ends: Vec<u32>,
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

    /// Puts them in order, after some were added: a counting sort.
    pub(super) fn sort(&mut self) {
        let mut nexts = vec![0; self.names.len() as usize];
        for it in &self.entries {
            nexts[it.key as usize] += 1;
        }
        sum_up(&mut nexts);
        let mut sorted = self.entries.clone();
        for it in &self.entries {
            let next = &mut nexts[it.key as usize];
            sorted[*next as usize] = *it;
            *next += 1;
        }
        self.entries = sorted;
        self.ends = nexts;
    }

    /// Adds a word under a key; `sort` must follow.
    pub(super) fn add(&mut self, key: &str, role: Role, word: u32) {
        self.entries.push(Keyed { key: self.names.add(key), role, word });
    }

    /// The key that an entry is under.
    pub(crate) fn key(&self, it: &Keyed) -> &str {
        self.names.spelling(it.key)
    }

    /// Which letters that has, for ruling it out fast.
    pub(crate) fn letters(&self, it: &Keyed) -> u32 {
        self.names.letters(it.key)
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Keyed] {
        &self.entries
    }

    /// Those under this key.
    pub(crate) fn under(&self, key: &str) -> &[Keyed] {
        let Some(key) = self.names.find(key) else { return &[] };
        let end = |key: usize| self.ends.get(key).map_or(0, |it| *it as usize);
        self.entries.get(end((key as usize).wrapping_sub(1))..end(key as usize)).unwrap_or_default()
    }
}
