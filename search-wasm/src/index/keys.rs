//! Which words have which search key.

use crate::order::order;
use crate::prelude::*;
use crate::text::{Lexicon, key};

use super::Words;

/// How a word comes to have a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The key is that of the word.
    Whole,
    /// The key is that of the last part of a compound: what it is.
    LastPart,
    /// The key is that of another part of a compound.
    OtherPart,
}

/// A word that has some key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Keyed {
    start: u32,
    end: u32,
    pub(crate) role: Role,
    pub(crate) word: u32,
}

/// All keys and their words, sorted by key.
#[derive(Default)]
pub(crate) struct Keys {
    text: String,
    entries: Vec<Keyed>,
}

impl Keys {
    /// The keys of all words and of the parts of those that are compounds.
    pub(super) fn new(words: &Words, lexicon: &Lexicon) -> Keys {
        let mut keys = Keys::default();
        for word in 0..words.len() as u32 {
            let folded = words.get(word).folded;
            keys.add(&key(folded), Role::Whole, word);
            let parts = lexicon.split(folded);
            for (at, part) in parts.iter().enumerate() {
                let role = if at + 1 == parts.len() { Role::LastPart } else { Role::OtherPart };
                keys.add(part, role, word);
            }
        }
        let sorted = order(keys.entries.len(), &|a, b| {
            let (a, b) = (&keys.entries[a as usize], &keys.entries[b as usize]);
            (keys.key(a), a.role) < (keys.key(b), b.role)
        });
        keys.entries = sorted.iter().map(|&at| keys.entries[at as usize]).collect();
        keys
    }

    fn add(&mut self, key: &str, role: Role, word: u32) {
        let start = self.text.len() as u32;
        self.text.push_str(key);
        self.entries.push(Keyed { start, end: self.text.len() as u32, role, word });
    }

    /// The key that an entry is under.
    pub(crate) fn key(&self, it: &Keyed) -> &str {
        self.text.get(it.start as usize..it.end as usize).unwrap_or("")
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Keyed] {
        &self.entries
    }

    /// Those under this key.
    pub(crate) fn under(&self, key: &str) -> &[Keyed] {
        let start = self.entries.partition_point(|it| self.key(it) < key);
        let rest = self.entries.get(start..).unwrap_or_default();
        let n = rest.iter().take_while(|it| self.key(it) == key).count();
        rest.get(..n).unwrap_or_default()
    }
}
