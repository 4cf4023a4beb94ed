//! How well each record fits each word of a query.

use super::json::digits;
use super::matching::{Found, How, look_up, role_weight};
use super::parse::{MOST_WORDS, QueryWord};
use super::understand::facet_of;
use crate::format::Use;
use crate::index::{Index, Manner, Meaning, NAME, Phrase, SYNONYM, VALUE};
use crate::prelude::*;
use crate::text::{cut, join};

/// What a compound counts for its parts written apart, and the other way.
const JOINED: f32 = 0.9;
const SPLIT: f32 = 0.7;
/// What its last part counts alone: a «nettovergrep» is an «overgrep».
const HEAD: f32 = 0.3;
/// The mark of an index word that is shown as a match wherever it stands: not
/// of «får» and «være», which only together mean what was asked. It is above
/// those of the words.
pub(super) const SHOWN: u16 = 1 << MOST_WORDS;
/// What a word counts by itself that is part of a phrase.
const IN_PHRASE: f32 = 0.5;

/// The fit of all records to all words of a query.
pub(super) struct Scores {
    n_records: usize,
    // Word by word, 0 where the word has no meaning at all.
    of: Vec<f32>,
    /// Which records fit any word.
    pub(super) is_any: Vec<bool>,
    /// For each index word, the query words (bits) it counts as a match of.
    pub(super) marks: Vec<u16>,
    /// For each query word, in how many records it was found; those that it
    /// hardly fits count less.
    pub(super) n_found: Vec<f32>,
    // For the word that was looked up last: the sum of what records fit it, and the most.
    sum: f32,
    most: f32,
    /// For each query word, how it was found.
    pub(super) how: Vec<How>,
}

impl Scores {
    /// The fit of a record to a word, without the weight of its rarity.
    pub(super) fn get(&self, word: usize, record: usize) -> f32 {
        self.of.get(word * self.n_records + record).copied().unwrap_or(0.0)
    }

    fn raise(&mut self, word: usize, record: usize, score: f32) {
        if let Some(known) = self.of.get_mut(word * self.n_records + record)
            && *known < score
        {
            self.sum += score - *known;
            if self.most < score {
                self.most = score;
            }
            *known = score;
            if let Some(it) = self.is_any.get_mut(record) {
                *it = true;
            }
        }
    }

    fn mark(&mut self, word: usize, index_word: u32, how: u16) {
        if let Some(bits) = self.marks.get_mut(index_word as usize) {
            *bits |= 1 << word | how;
        }
    }

    fn add(&mut self, index: &Index, word: usize, found: &[Found]) {
        for &(index_word, weight) in found {
            self.mark(word, index_word, SHOWN);
            for it in index.postings(index_word) {
                self.raise(word, it.record as usize, weight * it.fit);
            }
        }
    }
}

/// Scores all records for all words.
pub(super) fn scores(index: &Index, words: &mut [QueryWord]) -> Scores {
    let n_records = index.n_records();
    let mut scores = Scores {
        n_records,
        of: vec![0.0; n_records * words.len()],
        is_any: vec![false; n_records],
        marks: vec![0; index.words.len() as usize],
        n_found: vec![0.0; words.len()],
        sum: 0.0,
        most: 0.0,
        how: vec![How::Nowhere; words.len()],
    };
    for at in 0..words.len() {
        if words[at].is_stop_word && index.is_country() {
            continue;
        }
        (scores.sum, scores.most) = (0.0, 0.01);
        let (mut found, how) = look_up(index, &mut words[at]);
        if is_part_of_phrase(index, words, at) {
            found.iter_mut().for_each(|it| it.1 *= IN_PHRASE);
        }
        scores.add(index, at, &found);
        scores.how[at] = how;
        if how == How::Part || how == How::Nowhere {
            for part in parts_apart(index, &words[at]).chunks_exact(2) {
                all_of(index, &mut scores, &[&part[0], &part[1]], SPLIT, at..at + 1);
                all_of(index, &mut scores, &[&part[1]], HEAD, at..at + 1);
            }
        }
        scores.n_found[at] = scores.sum / scores.most;
    }
    for (at, word) in words.iter().enumerate() {
        join_words(index, words, at, &mut scores);
        for phrase in index.phrases.led_by(&word.key).filter(|it| it.usage == Use::Rank) {
            if let Some((from, to)) = stretch(phrase, words, at) {
                add_meaning(index, phrase, from..to, &mut scores);
            }
        }
        for phrase in index.phrases.led_by(&word.meant) {
            if phrase.words.len() == 1 {
                add_meaning(index, phrase, at..at + 1, &mut scores);
            }
        }
    }
    scores
}

/// «vil dø» means something else than «død»: whether the word is in a phrase
/// whose other words are stop words.
fn is_part_of_phrase(index: &Index, words: &[QueryWord], at: usize) -> bool {
    index
        .phrases
        .led_by(&words[at].key)
        .any(|it| it.n_content == 1 && it.words.len() > 1 && it.usage == Use::Rank && stretch(it, words, at).is_some())
}

/// «boklån» as «bok» and «lån», when both are words of the index: pairs of
/// keys, each a way to part it.
fn parts_apart(index: &Index, word: &QueryWord) -> Vec<String> {
    let mut parts = Vec::new();
    if word.is_number || word.folded.len() < 6 {
        return parts;
    }
    let folded = &word.folded;
    for middle in 3..folded.len() - 2 {
        let tail = index.stemmer.key(cut(folded, middle, folded.len()));
        if index.known(&tail).is_empty() {
            continue;
        }
        let links = matches!(folded.as_bytes().get(middle - 1), Some(b's' | b'e')) && middle > 3;
        for end in [middle, middle - usize::from(links)] {
            let head = index.stemmer.key(cut(folded, 0, end));
            if !index.known(&head).is_empty() {
                parts.push(head);
                parts.push(tail);
                break;
            }
        }
    }
    parts
}

/// «helse stasjon»: records that have «helsestasjon».
fn join_words(index: &Index, words: &[QueryWord], at: usize, scores: &mut Scores) {
    let (Some(first), Some(second)) = (words.get(at), words.get(at + 1)) else { return };
    if first.folded.len() < 2 || second.folded.len() < 3 || first.is_number {
        return;
    }
    let key = index.stemmer.key(&join(&[&first.folded, &second.folded]));
    all_of(index, scores, &[&key], JOINED, at..at + 2);
}

/// Raises the words of a range in records that have all these keys.
fn all_of(index: &Index, scores: &mut Scores, keys: &[&str], weight: f32, words: core::ops::Range<usize>) {
    if let [key] = keys {
        for it in index.known(key) {
            let weight = weight * role_weight(it.role);
            for word in words.clone() {
                scores.add(index, word, &[(it.word, weight)]);
            }
        }
        return;
    }
    if keys.iter().all(|it| index.known(it).is_empty()) {
        return;
    }
    let mut least = vec![weight; scores.n_records];
    for key in keys {
        let mut of = vec![0.0; scores.n_records];
        for it in index.known(key) {
            let weight = weight * role_weight(it.role);
            for posting in index.postings(it.word) {
                let score = weight * posting.fit;
                if let Some(known) = of.get_mut(posting.record as usize).filter(|it| **it < score) {
                    *known = score;
                }
            }
            words.clone().for_each(|word| scores.mark(word, it.word, 0));
        }
        for (least, score) in least.iter_mut().zip(of) {
            if *least > score {
                *least = score;
            }
        }
    }
    for (record, score) in least.iter().enumerate() {
        words.clone().for_each(|word| scores.raise(word, record, *score));
    }
}

/// Which words of the query are this phrase, whose leading word is at `at`:
/// word for word, or its words of meaning with any stop words between them.
pub(super) fn stretch(phrase: &Phrase, words: &[QueryWord], at: usize) -> Option<(usize, usize)> {
    if let Some(from) = at.checked_sub(phrase.lead) {
        let rest = words.get(from..).unwrap_or_default();
        let same = phrase.words.iter().zip(rest).all(|(it, word)| it.0 == word.key);
        if same && rest.len() >= phrase.words.len() {
            return Some((from, from + phrase.words.len()));
        }
    }
    if phrase.n_content < 2 {
        return None;
    }
    let mut end = at;
    let mut left = phrase.n_content;
    for (key, _) in phrase.words.iter().filter(|it| !it.1) {
        while words.get(end)?.is_stop_word {
            end += 1;
        }
        let word = words.get(end)?;
        left -= 1;
        let begun = left == 0 && word.is_open && word.folded.len() >= 3 && key.starts_with(&word.folded);
        if word.key != *key && !begun {
            return None;
        }
        end += 1;
    }
    Some((at, end))
}

/// Records with the facet value, or with a synonym, that these words mean.
fn add_meaning(index: &Index, phrase: &Phrase, words: core::ops::Range<usize>, scores: &mut Scores) {
    if index.is_country() {
        return add_listed(index, phrase, words, scores);
    }
    match phrase.meaning {
        Meaning::Value(value) => {
            let score = if phrase.manner == Manner::Name { NAME } else { VALUE[usize::from(phrase.words.len() > 1)] };
            for record in 0..scores.n_records {
                if index.core.values_of(record).binary_search(&value).is_ok() {
                    words.clone().for_each(|word| scores.raise(word, record, score));
                }
            }
        }
        Meaning::Synonyms(_) => {
            for other in index.phrases.meaning(phrase.meaning).filter(|it| it.manner != Manner::Asked) {
                let mut keys = Vec::new();
                keys.extend(other.words.iter().filter(|it| !it.1).map(|it| it.0.as_str()));
                // «vil dø» is not all that has «død».
                if keys.len() > 1 || keys.len() == other.words.len() {
                    all_of(index, scores, &keys, SYNONYM[usize::from(phrase.words.len() > 1)], words.clone());
                }
            }
        }
    }
}

/// The same in the index of the country, which has a list for each meaning;
/// what a single word means is in the lists of that word.
fn add_listed(index: &Index, phrase: &Phrase, words: core::ops::Range<usize>, scores: &mut Scores) {
    if phrase.words.len() < 2 {
        return;
    }
    let (key, weight) = match phrase.meaning {
        Meaning::Value(value) => (value_key(index, value), VALUE[1]),
        Meaning::Synonyms(line) => (join(&["=s:", &digits(u32::from(line))]), 1.0),
    };
    for it in index.under(&key) {
        for posting in index.postings(it.word) {
            words.clone().for_each(|word| scores.raise(word, posting.record as usize, weight * posting.fit));
        }
    }
}

/// The key that records with a facet value are listed under.
pub(super) fn value_key(index: &Index, value: u16) -> String {
    let Some(facet) = index.core.facets.get(facet_of(index, value)) else { return String::new() };
    let slug = index.core.value_name(facet, (value as usize).wrapping_sub(facet.first)).0;
    join(&["=", index.core.facet_name(facet).0, ":", slug])
}
