//! The index of the country: which of its parts are there, and which a query
//! turned out to want.

use core::cell::Cell;

use super::{Index, Posting, Role};
use crate::format::{Core, DecodeError, PARTS, decode_records, decode_terms};
use crate::prelude::*;
use crate::text::fold;

/// Common words that a beginning is taken for.
const MOST_BEGUN: usize = 4;

/// The parts that are there.
#[derive(Default)]
pub(super) struct Country {
    terms: Vec<bool>,
    // Lists that have only the records that are most about their key.
    shortened: Vec<u32>,
    records: Vec<(usize, Core)>,
    // Parts of terms that the last query would have needed.
    wanted: Cell<Vec<u32>>,
}

impl Index {
    /// Whether this is the index of the country.
    pub(crate) fn is_country(&self) -> bool {
        PARTS && self.core.n_country > 0
    }

    /// The number of records.
    pub(crate) fn n_records(&self) -> usize {
        if self.is_country() { self.core.n_country } else { self.core.len() }
    }

    /// Makes the commonest words known.
    pub(super) fn open_country(&mut self) {
        for line in self.core.common.0..self.core.common.1 {
            let word = self.words.add(self.core.lines.get(line));
            self.keys.add(&self.stemmer.key(self.words.folded(word)), Role::Whole, word);
        }
    }

    /// Adds any part but the core. After an error the index is as it was.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), DecodeError> {
        self.take(bytes)?;
        self.make_ready();
        Ok(())
    }

    /// The same; `make_ready` must follow.
    pub(crate) fn take(&mut self, bytes: &[u8]) -> Result<(), DecodeError> {
        match bytes.get(6) {
            Some(3) if PARTS => self.add_terms(bytes),
            Some(4) if PARTS => self.add_records(bytes),
            _ => self.add_texts(bytes),
        }
    }

    /// Adds a part of terms.
    fn add_terms(&mut self, bytes: &[u8]) -> Result<(), DecodeError> {
        let terms = decode_terms(bytes, &self.core)?;
        let n_parts = self.core.firsts.1 - self.core.firsts.0;
        self.country.terms.resize(n_parts, false);
        match self.country.terms.get_mut(terms.number) {
            Some(is_there) if !*is_there => *is_there = true,
            _ => return Ok(()),
        }
        let before = self.postings.len() as u32;
        for it in &terms.list {
            self.postings.push(Posting { record: it / 8, fit: (it % 8 + 1) as f32 / 8.0 });
        }
        let mut from = before;
        for (at, &end) in terms.ends.iter().enumerate() {
            let word = self.words.add(terms.keys.get(at));
            self.keys.add(terms.keys.get(at), Role::Whole, word);
            self.spans.resize(self.words.len() as usize, (0, 0));
            let to = before + end / 2;
            if let Some(span) = self.spans.get_mut(word as usize) {
                *span = (from, to);
            }
            if end % 2 == 1 {
                self.country.shortened.push(word);
            }
            from = to;
        }
        self.is_new = true;
        Ok(())
    }

    /// Adds a part of records.
    fn add_records(&mut self, bytes: &[u8]) -> Result<(), DecodeError> {
        let part = decode_records(bytes, &self.core)?;
        self.country.records.push(part);
        Ok(())
    }

    /// Where a record is: a core, and its number there; `None` when its part
    /// has not been loaded.
    pub fn record(&self, record: usize) -> Option<(&Core, usize)> {
        if !self.is_country() {
            return Some((&self.core, record));
        }
        let part = self.part_of(record);
        let (_, core) = self.country.records.iter().find(|it| it.0 == part)?;
        Some((core, record % self.core.per_part))
    }

    /// The part that a record of the country is in.
    pub(crate) fn part_of(&self, record: usize) -> usize {
        record / self.core.per_part.max(1)
    }

    /// Whether the list of a word has only the records that are most about it.
    pub(crate) fn is_shortened(&self, word: u32) -> bool {
        PARTS && self.country.shortened.contains(&word)
    }

    /// Notes that the part with this key is needed.
    pub(super) fn want(&self, key: &str) {
        if !PARTS {
            return;
        }
        let (mut from, mut to) = self.core.firsts;
        while from < to {
            let middle = (from + to) / 2;
            if self.core.lines.get(middle) <= key { from = middle + 1 } else { to = middle }
        }
        let Some(part) = from.checked_sub(self.core.firsts.0 + 1) else { return };
        if self.country.terms.get(part) == Some(&true) {
            return;
        }
        let mut wanted = self.country.wanted.take();
        if !wanted.contains(&(part as u32)) {
            wanted.push(part as u32);
        }
        self.country.wanted.set(wanted);
    }

    /// Notes that the parts with what begins so are needed: the one where that
    /// would begin, and those of the first common words that do.
    pub(super) fn want_prefix(&self, prefix: &str) {
        if !PARTS {
            return;
        }
        self.want(prefix);
        let (mut from, to) = self.core.common;
        let mut n_wanted = 0;
        while from < to && n_wanted < MOST_BEGUN {
            let folded = fold(self.core.lines.get(from));
            if folded.starts_with(prefix) {
                self.want(&self.stemmer.key(&folded));
                n_wanted += 1;
            }
            from += 1;
        }
    }

    /// The parts of terms that were needed since this was last asked.
    pub(crate) fn wanted(&self) -> Vec<u32> {
        if PARTS { self.country.wanted.take() } else { Vec::new() }
    }
}
