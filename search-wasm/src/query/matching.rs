//! Which words of the index a word of the query may mean, and how surely.

use crate::prelude::*;
use super::fuzzy::{allowed_edits, edits, may_be_near};
use super::parse::QueryWord;
use crate::index::{Index, Role, letters};
use crate::text::{find, shares_letters};

/// A word of the index and how well it fits, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) word: u32,
    pub(super) weight: f32,
}

/// How the words were found: the surest way that found any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// By key: the word, inflected or as part of a compound.
    Key,
    /// As a beginning.
    Prefix,
    /// Inside another word.
    Inside,
    /// Nearly spelt so.
    Near,
    /// Not.
    Nowhere,
}

/// What a query word may mean.
#[derive(Clone, Debug)]
pub(super) struct Meanings {
    pub(super) found: Vec<Found>,
    pub(super) how: How,
}

/// Looks a word up: by key, as a beginning, inside words, nearly spelt so;
/// the later two only when the ones before gave nothing.
pub(super) fn meanings(index: &Index, asked: &QueryWord) -> Meanings {
    let mut found = Vec::new();
    by_key(index, asked, &mut found);
    let n_by_key = found.len();
    by_prefix(index, asked, &mut found);
    let mut how = if n_by_key > 0 { How::Key } else { How::Prefix };
    let is_word = found.iter().any(|it| it.weight >= WHOLE_FOLDED);
    if !is_word && asked.folded.len() >= 4 && !asked.is_number() {
        let before = found.len();
        inside(index, asked, &mut found);
        how = if before > 0 { how } else { How::Inside };
    }
    if found.is_empty() && !asked.is_number() {
        near(index, asked, &mut found);
        how = How::Near;
    }
    if found.is_empty() {
        how = How::Nowhere;
    }
    Meanings { found, how }
}

const WHOLE: f32 = 0.97;
const WHOLE_FOLDED: f32 = 0.82;
const LAST_PART: f32 = 0.6;
const OTHER_PART: f32 = 0.5;
const PREFIX: f32 = 0.7;
const CLOSED_PREFIX: f32 = 0.4;
const INSIDE: f32 = 0.35;
const NEAR: [f32; 3] = [0.75, 0.6, 0.4];

fn by_key(index: &Index, asked: &QueryWord, found: &mut Vec<Found>) {
    for it in index.with_key(&asked.key) {
        let weight = match it.role {
            Role::Whole => whole_weight(index, asked, it.word),
            Role::LastPart => LAST_PART,
            Role::OtherPart => OTHER_PART,
        };
        found.push(Found { word: it.word, weight });
    }
}

/// Spelt exactly so, inflected, or only alike once æøå are folded.
fn whole_weight(index: &Index, asked: &QueryWord, word: u32) -> f32 {
    let spelling = index.words().get(word).spelling;
    if spelling == asked.spelling {
        1.0
    } else if shares_letters(spelling, &asked.spelling, asked.key.len().max(3)) {
        WHOLE
    } else {
        WHOLE_FOLDED
    }
}

fn by_prefix(index: &Index, asked: &QueryWord, found: &mut Vec<Found>) {
    let shortest = if asked.is_open { 2 } else { 3 };
    if asked.folded.len() < shortest || asked.is_number() && !asked.is_open {
        return;
    }
    let base = if asked.is_open { PREFIX } else { CLOSED_PREFIX };
    for &word in index.with_prefix(&asked.folded) {
        let length = index.words().get(word).folded.len().max(1);
        let share = asked.folded.len() as f32 / length as f32;
        found.push(Found { word, weight: base * (0.7 + 0.3 * share) });
    }
}

/// Words that have the asked one inside or at their end.
fn inside(index: &Index, asked: &QueryWord, found: &mut Vec<Found>) {
    let needle = if asked.key.len() >= 4 { &asked.key } else { &asked.folded };
    let asked_letters = letters(needle);
    for word in 0..index.words().len() as u32 {
        let it = index.words().get(word);
        if asked_letters & !it.letters == 0 && it.folded.len() > needle.len() && find(it.folded, needle).is_some() {
            found.push(Found { word, weight: INSIDE });
        }
    }
}

/// Words, and parts of words, that are spelt nearly so: those with the fewest
/// edits only.
fn near(index: &Index, asked: &QueryWord, found: &mut Vec<Found>) {
    let mut most = allowed_edits(asked.folded.chars().count());
    let asked_letters = letters(&asked.folded);
    for word in 0..index.words().len() as u32 {
        let it = index.words().get(word);
        if most > 0 && may_be_near(asked_letters, it.letters, most) {
            add_near(edits(&asked.folded, it.folded, most, asked.is_open), word, 1.0, &mut most, found);
        }
    }
    if !found.is_empty() {
        return;
    }
    let mut most = allowed_edits(asked.key.len());
    let asked_letters = letters(&asked.key);
    for it in index.keys().all() {
        let key = index.keys().key(it);
        if most > 0 && may_be_near(asked_letters, letters(key), most) {
            add_near(edits(&asked.key, key, most, false), it.word, LAST_PART, &mut most, found);
        }
    }
}

/// Keeps a word that is as near as the nearest so far.
fn add_near(edits: Option<u8>, word: u32, weight: f32, most: &mut u8, found: &mut Vec<Found>) {
    let Some(edits) = edits else { return };
    if edits < *most {
        found.clear();
        *most = edits.max(1);
    }
    found.push(Found { word, weight: weight * NEAR[usize::from(edits.min(2))] });
}
