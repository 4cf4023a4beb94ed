//! Every different word of an index, once.

use crate::prelude::*;
/// Words by number: spelling, folded spelling and the set of its letters.
#[derive(Default)]
pub struct Words {
    // Spellings and folded spellings, one after the other.
    text: String,
    entries: Vec<Entry>,
    // Open addressing; 0 is free, else the word's number plus one.
    slots: Vec<u32>,
}

struct Entry {
    start: u32,
    middle: u32,
    end: u32,
    letters: u32,
}

/// A word.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// In lower case, æøå kept.
    pub spelling: &'a str,
    /// In ASCII letters.
    pub folded: &'a str,
    /// Which letters it has, for ruling words out fast.
    pub letters: u32,
}

impl Words {
    /// The number of words.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Word number `word`, which must exist.
    pub fn get(&self, word: u32) -> Word<'_> {
        let it = &self.entries[word as usize];
        Word {
            spelling: self.text.get(it.start as usize..it.middle as usize).unwrap_or(""),
            folded: self.text.get(it.middle as usize..it.end as usize).unwrap_or(""),
            letters: it.letters,
        }
    }

    /// The number of a word spelt so.
    pub fn find(&self, spelling: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(spelling)].checked_sub(1)
    }

    /// The number of a word spelt so, which is new if there was none.
    pub(super) fn add(&mut self, spelling: &str) -> u32 {
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(spelling);
        if let Some(known) = self.slots[slot].checked_sub(1) {
            return known;
        }
        let start = self.text.len() as u32;
        self.text.push_str(spelling);
        let middle = self.text.len() as u32;
        let folded = crate::text::fold(spelling);
        self.text.push_str(&folded);
        let end = self.text.len() as u32;
        self.entries.push(Entry { start, middle, end, letters: letters(&folded) });
        self.slots[slot] = self.entries.len() as u32;
        self.entries.len() as u32 - 1
    }

    /// The slot of a word, or the free one where it belongs.
    fn slot(&self, spelling: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(spelling) as usize & mask;
        while let Some(word) = self.slots[at].checked_sub(1) {
            if self.get(word).spelling == spelling {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let n_slots = (self.slots.len() * 2).max(1024);
        self.slots = vec![0; n_slots];
        for word in 0..self.entries.len() as u32 {
            let mut at = hash(self.get(word).spelling) as usize & (n_slots - 1);
            while self.slots[at] != 0 {
                at = (at + 1) & (n_slots - 1);
            }
            self.slots[at] = word + 1;
        }
    }
}

fn hash(text: &str) -> u32 {
    let sum = text.bytes().fold(0x811C_9DC5u32, |sum, it| (sum ^ u32::from(it)).wrapping_mul(0x0100_0193));
    sum ^ (sum >> 15)
}

/// One bit for each letter that a folded word has.
pub(crate) fn letters(folded: &str) -> u32 {
    folded.bytes().fold(0, |set, it| set | 1 << (it & 31))
}
