//! Which words of the index a word of the query may mean, and how surely.

use super::fuzzy::{allowed_edits, edits, may_be_near};
use super::parse::QueryWord;
use crate::index::{Index, LAST_PART, OTHER_PART, Role};
use crate::prelude::*;
use crate::text::{cut, find, letters, same_letters};

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
/// What a word counts that the typed letters are the stem of, while more may follow.
const BEGUN: f32 = 0.9;
const PREFIX: f32 = 0.82;
const CLOSED_PREFIX: f32 = 0.4;
const INSIDE: f32 = 0.35;
const NEAR: [f32; 3] = [0.85, 0.75, 0.5];
/// What the topic of a compound counts, when the compound is not there.
const TOPIC: f32 = 0.45;

/// What a word counts when the key is that of all of it, of what it is, or of
/// what it is about.
pub(super) fn role_weight(role: Role) -> f32 {
    match role {
        Role::Whole => 1.0,
        Role::LastPart => LAST_PART,
        Role::OtherPart => OTHER_PART,
    }
}

/// Looks a word up: by key, as a beginning, inside words, nearly spelt so;
/// what is less sure only when the surer ways gave nothing.
pub(super) fn look_up(index: &Index, asked: &mut QueryWord) -> (Vec<Found>, How) {
    let mut found = Vec::new();
    let mut is_word = false;
    for it in index.under(&asked.key) {
        let is_whole = it.role == Role::Whole;
        let weight = if is_whole { whole_weight(index, asked, it.word) } else { role_weight(it.role) };
        // A word that is still being typed may become another one.
        let is_begun = asked.is_open && index.words.spelling(it.word) != asked.spelling;
        found.push((it.word, if is_begun { weight * BEGUN } else { weight }));
        is_word |= is_whole;
    }
    let n_by_key = found.len();
    by_prefix(index, asked, &mut found);
    let is_long = asked.folded.len() >= 4 && !asked.is_number;
    if !is_word && is_long {
        inside(index, asked, &mut found);
    }
    if n_by_key > 0 {
        return (found, How::Key);
    }
    let n_by_part = found.len();
    // What the vocabulary knows is no misspelling.
    let is_meant = index.phrases.led_by(&asked.key).any(|it| it.words.len() == 1);
    if !asked.is_number && !is_meant && (n_by_part == 0 || !asked.is_open) {
        near(index, asked, &mut found);
    }
    let how = match found.len() {
        0 => How::Nowhere,
        n if n > n_by_part => How::Near,
        _ => How::Part,
    };
    if is_long && found.is_empty() && !is_meant {
        topic(index, asked, &mut found);
    }
    (found, how)
}

/// Spelt exactly so, inflected or in the other Norwegian, or only alike once
/// æøå are folded.
fn whole_weight(index: &Index, asked: &QueryWord, word: u32) -> f32 {
    let (spelling, folded) = (index.words.spelling(word), index.words.folded(word));
    let length = asked.key.len().max(3);
    if spelling == asked.spelling {
        1.0
    } else if same_letters(spelling, &asked.spelling, length) || !same_letters(folded, &asked.folded, length) {
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
        found.push((word, base));
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
/// edits only, and of them those with the same first letter if there are any.
/// A word that was meant brings all that its key brings.
fn near(index: &Index, asked: &mut QueryWord, found: &mut Vec<Found>) {
    let most = allowed_edits(asked.folded.len());
    let asked_letters = letters(&asked.folded);
    let mut nearest = Nearest::new(most);
    for word in 0..index.words.len() {
        if may_be_near(asked_letters, index.words.letters(word), nearest.most(), asked.is_open) {
            nearest.try_word(&asked.folded, index.words.folded(word), word, asked.is_open);
        }
    }
    let weight = NEAR[usize::from(nearest.least / 2).min(2)];
    for &word in &nearest.words {
        found.push((word, weight));
        let key = index.stemmer.key(index.words.folded(word));
        for it in index.under(&key) {
            found.push((it.word, weight * role_weight(it.role)));
        }
        asked.meant = key;
    }
    if !nearest.words.is_empty() {
        return;
    }
    let asked_letters = letters(&asked.key);
    let mut nearest = Nearest::new(allowed_edits(asked.key.len()));
    for (at, it) in index.keys.all().iter().enumerate() {
        if may_be_near(asked_letters, index.keys.letters(it), nearest.most(), false) {
            nearest.try_word(&asked.key, index.keys.key(it), at as u32, false);
        }
    }
    let weight = NEAR[usize::from(nearest.least / 2).min(2)];
    for &at in &nearest.words {
        let it = index.keys.all()[at as usize];
        found.push((it.word, weight * role_weight(it.role)));
    }
}

/// The nearest words so far, by edits doubled, and one for another beginning.
struct Nearest {
    least: u8,
    words: Vec<u32>,
}

impl Nearest {
    fn new(most: u8) -> Nearest {
        Nearest { least: most * 2 + 1, words: Vec::new() }
    }

    /// The edits that a word may have to be among them.
    fn most(&self) -> u8 {
        self.least / 2
    }

    fn try_word(&mut self, asked: &str, word: &str, number: u32, as_prefix: bool) {
        if self.least < 2 {
            return;
        }
        let Some(edits) = edits(asked, word, self.most(), as_prefix) else { return };
        let far = edits * 2 + u8::from(asked.as_bytes().first() != word.as_bytes().first());
        if far < self.least {
            self.words.clear();
            self.least = far;
        }
        if far == self.least {
            self.words.push(number);
        }
    }
}

/// «ruskontrakt»: when the compound is nowhere, what it is about may be.
fn topic(index: &Index, asked: &QueryWord, found: &mut Vec<Found>) {
    for end in (3..asked.folded.len().saturating_sub(4)).rev() {
        let key = index.stemmer.key(cut(&asked.folded, 0, end));
        let before = found.len();
        for it in index.known(&key) {
            found.push((it.word, TOPIC));
        }
        if found.len() > before {
            return;
        }
    }
}
