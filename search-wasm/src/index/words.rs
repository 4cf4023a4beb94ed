//! Every different word of an index, once.

use crate::prelude::*;
use crate::text::{cut, fold};

/// Words by number: spelling, folded spelling and the set of its letters.
#[derive(Default)]
pub(crate) struct Words {
    // Spellings and folded spellings, one after the other.
    text: String,
    entries: Vec<Entry>,
    // Open addressing; 0 is free, else the word's number plus one.
    slots: Vec<u32>,
}

#[derive(Clone, Copy, Default)]
struct Entry {
    start: u32,
    middle: u32,
    end: u32,
    letters: u32,
}

impl Words {
    /// The number of words.
    pub(crate) fn len(&self) -> u32 {
        self.entries.len() as u32
    }

    fn entry(&self, word: u32) -> Entry {
        self.entries.get(word as usize).copied().unwrap_or_default()
    }

    /// The word in lower case, æøå kept.
    pub(crate) fn spelling(&self, word: u32) -> &str {
        let it = self.entry(word);
        cut(&self.text, it.start as usize, it.middle as usize)
    }

    /// The word in ASCII letters.
    pub(crate) fn folded(&self, word: u32) -> &str {
        let it = self.entry(word);
        cut(&self.text, it.middle as usize, it.end as usize)
    }

    /// All words in ASCII letters; those that are spelt differently come again.
    #[cfg(feature = "write")]
    pub(crate) fn all_folded(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|it| self.folded(it))
    }

    /// Which letters the folded word has, for ruling words out fast.
    pub(crate) fn letters(&self, word: u32) -> u32 {
        self.entries.get(word as usize).map_or(0, |it| it.letters)
    }

    /// The number of a word spelt so.
    pub(crate) fn find(&self, spelling: &str) -> Option<u32> {
        self.slots.get(self.slot(spelling))?.checked_sub(1)
    }

    /// The number of a word spelt so, which is new if there was none.
    pub(crate) fn add(&mut self, spelling: &str) -> u32 {
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.slot(spelling);
        if self.slots[at] == 0 {
            let start = self.text.len() as u32;
            self.text.push_str(spelling);
            let middle = self.text.len() as u32;
            let folded = fold(spelling);
            self.text.push_str(&folded);
            let end = self.text.len() as u32;
            self.entries.push(Entry { start, middle, end, letters: crate::text::letters(&folded) });
            self.slots[at] = self.entries.len() as u32;
        }
        self.slots[at] - 1
    }

    /// The slot of a word, or the free one where it belongs.
    fn slot(&self, spelling: &str) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash(spelling) & mask;
        while self.slots.get(at).is_some_and(|it| *it != 0 && self.spelling(it - 1) != spelling) {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(1024)];
        for word in 0..self.len() {
            let at = self.slot(self.spelling(word));
            self.slots[at] = word + 1;
        }
    }
}

fn hash(text: &str) -> usize {
    let sum = text.bytes().fold(0x811C_9DC5u32, |sum, it| (sum ^ u32::from(it)).wrapping_mul(0x0100_0193));
    (sum ^ (sum >> 15)) as usize
}
