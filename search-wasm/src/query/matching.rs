//! Which words of the index a word of the query may mean, and how surely.

use super::fuzzy::{allowed_edits, edits, may_be_near};
use super::parse::QueryWord;
use crate::index::{Index, Role};
use crate::prelude::*;
use crate::text::{find, letters, same_letters};

/// A word of the index, and how well it fits, 0 to 1.
pub(super) type Found = (u32, f32);

/// How words were found: the surest way that found any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// By key: the word, inflected or as part of a compound.
    Key,
    /// As a beginning, or inside another word.
    Part,
    /// Nearly spelt so.
    Near,
    /// Not.
    Nowhere,
}

const WHOLE: f32 = 0.97;
const WHOLE_FOLDED: f32 = 0.82;
const LAST_PART: f32 = 0.6;
const OTHER_PART: f32 = 0.5;
const PREFIX: f32 = 0.7;
const CLOSED_PREFIX: f32 = 0.4;
const INSIDE: f32 = 0.35;
const NEAR: [f32; 3] = [0.75, 0.6, 0.4];

/// Looks a word up: by key, as a beginning, inside words, nearly spelt so;
/// the later two only when the ones before gave nothing.
pub(super) fn look_up(index: &Index, asked: &QueryWord) -> (Vec<Found>, How) {
    let mut found = Vec::new();
    let mut is_word = false;
    for it in index.keys.under(&asked.key) {
        let weight = match it.role {
            Role::Whole => whole_weight(index, asked, it.word),
            Role::LastPart => LAST_PART,
            Role::OtherPart => OTHER_PART,
        };
        is_word |= it.role == Role::Whole;
        found.push((it.word, weight));
    }
    let n_by_key = found.len();
    by_prefix(index, asked, &mut found);
    if !is_word && asked.folded.len() >= 4 && !asked.is_number {
        inside(index, asked, &mut found);
    }
    if n_by_key > 0 {
        return (found, How::Key);
    }
    if !found.is_empty() {
        return (found, How::Part);
    }
    if !asked.is_number {
        near(index, asked, &mut found);
    }
    let how = if found.is_empty() { How::Nowhere } else { How::Near };
    (found, how)
}

/// Spelt exactly so, inflected, or only alike once æøå are folded.
fn whole_weight(index: &Index, asked: &QueryWord, word: u32) -> f32 {
    let spelling = index.words.spelling(word);
    if spelling == asked.spelling {
        1.0
    } else if same_letters(spelling, &asked.spelling, asked.key.len().max(3)) {
        WHOLE
    } else {
        WHOLE_FOLDED
    }
}

fn by_prefix(index: &Index, asked: &QueryWord, found: &mut Vec<Found>) {
    let (shortest, base) = if asked.is_open { (2, PREFIX) } else { (3, CLOSED_PREFIX) };
    if asked.folded.len() < shortest || asked.is_number && !asked.is_open {
        return;
    }
    for &word in index.with_prefix(&asked.folded) {
        let share = asked.folded.len() as f32 / index.words.folded(word).len() as f32;
        found.push((word, base * (0.7 + 0.3 * share)));
    }
}

/// Words that have the asked one inside or at their end.
fn inside(index: &Index, asked: &QueryWord, found: &mut Vec<Found>) {
    let needle = if asked.key.len() >= 4 { &asked.key } else { &asked.folded };
    let asked_letters = letters(needle);
    for word in 0..index.words.len() {
        if asked_letters & !index.words.letters(word) == 0 && find(index.words.folded(word), needle).is_some() {
            found.push((word, INSIDE));
        }
    }
}

/// Words, and parts of words, that are spelt nearly so: those with the fewest
/// edits only.
fn near(index: &Index, asked: &QueryWord, found: &mut Vec<Found>) {
    let mut most = allowed_edits(asked.folded.chars().count());
    let asked_letters = letters(&asked.folded);
    for word in 0..index.words.len() {
        if most > 0 && may_be_near(asked_letters, index.words.letters(word), most) {
            let edits = edits(&asked.folded, index.words.folded(word), most, asked.is_open);
            add_near(edits, (word, 1.0), &mut most, found);
        }
    }
    if !found.is_empty() {
        return;
    }
    let mut most = allowed_edits(asked.key.len());
    let asked_letters = letters(&asked.key);
    for it in index.keys.all() {
        let key = index.keys.key(it);
        if most > 0 && may_be_near(asked_letters, letters(key), most) {
            add_near(edits(&asked.key, key, most, false), (it.word, LAST_PART), &mut most, found);
        }
    }
}

/// Keeps a word that is as near as the nearest so far.
fn add_near(edits: Option<u8>, (word, weight): Found, most: &mut u8, found: &mut Vec<Found>) {
    let Some(edits) = edits else { return };
    if edits < *most {
        found.clear();
        *most = edits.max(1);
    }
    found.push((word, weight * NEAR[usize::from(edits.min(2))]));
}
