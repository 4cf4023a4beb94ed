//! How well each record fits each word of a query.

use crate::prelude::*;
use super::matching::{How, meanings};
use super::parse::{Query, QueryWord};
use super::understand::stands_at;
use crate::format::Use;
use crate::index::{Field, Index, Meaning, Phrase, Posting};
use crate::text::{joined_forms, key};

/// What an occurrence counts in each field, in the order of `Field`.
const FIELD_WEIGHTS: [f32; Field::COUNT] = [6.0, 4.5, 2.5, 1.0, 1.6, 1.6];
/// How soon more occurrences stop counting.
const SATURATION: f32 = 1.2;
/// What a facet value counts for words that mean it.
const VALUE: f32 = 0.5;
/// What a synonym counts beside the word itself.
const SYNONYM: f32 = 0.8;
/// What a compound counts for its parts written apart, and the other way.
const JOINED: f32 = 0.9;
const SPLIT: f32 = 0.7;

/// The fit of all records to one word.
#[derive(Clone, Debug)]
pub(super) struct WordScores {
    /// By record; 0 where the word has no meaning at all.
    pub(super) of: Vec<f32>,
    /// Records in which the word itself was found.
    pub(super) n_found: u32,
    /// The index words that count as matches in excerpts.
    pub(super) words: Vec<u32>,
    /// How they were found.
    pub(super) how: How,
}

/// The scores of each word of the query, without the weight of its rarity.
pub(super) fn scores(index: &Index, query: &Query) -> Vec<WordScores> {
    let mut scores: Vec<WordScores> = query.words.iter().map(|it| of_word(index, it)).collect();
    for at in 0..query.words.len() {
        split_word(index, query, at, &mut scores);
        join_words(index, query, at, &mut scores);
        add_meanings(index, query, at, &mut scores);
    }
    scores
}

fn of_word(index: &Index, word: &QueryWord) -> WordScores {
    let meanings = meanings(index, word);
    let mut of = vec![0.0; index.core().len()];
    for it in &meanings.found {
        raise_by_postings(index, it.word, it.weight, &mut of);
    }
    let n_found = of.iter().filter(|&&it| it > 0.0).count() as u32;
    WordScores { of, n_found, words: meanings.found.iter().map(|it| it.word).collect(), how: meanings.how }
}

fn raise_by_postings(index: &Index, word: u32, weight: f32, of: &mut [f32]) {
    for it in index.postings(word) {
        raise(of, it.record as usize, weight * fit(index, it));
    }
}

fn raise(of: &mut [f32], record: usize, score: f32) {
    if let Some(known) = of.get_mut(record)
        && *known < score
    {
        *known = score;
    }
}

/// BM25F: occurrences weighted by field, saturating, 0 to 1.
fn fit(index: &Index, it: &Posting) -> f32 {
    // Half of a long body's occurrences are chance.
    let length = index.length(it.record as usize) as f32;
    let in_body = 1.0 / (0.6 + 0.4 * (length / 120.0).min(4.0));
    let mut sum = 0.0;
    for (field, (&count, weight)) in it.counts.iter().zip(FIELD_WEIGHTS).enumerate() {
        let scale = if field == Field::Tekst as usize { in_body } else { 1.0 };
        sum += f32::from(count) * weight * scale;
    }
    sum / (SATURATION + sum)
}

/// «boklån»: records that have both «bok» and «lån».
fn split_word(index: &Index, query: &Query, at: usize, scores: &mut [WordScores]) {
    let word = &query.words[at];
    if scores[at].how == How::Key || word.folded.len() < 6 || !word.folded.is_ascii() || word.is_number() {
        return;
    }
    for middle in 3..=word.folded.len() - 3 {
        let (head, tail) = word.folded.split_at(middle);
        let Some(tail) = whole(index, &key(tail)) else { continue };
        let bare = head.strip_suffix('s').or_else(|| head.strip_suffix('e')).unwrap_or(head);
        let Some(head) = whole(index, &key(head)).or_else(|| whole(index, &key(bare))) else { continue };
        let found = scores[at].how != How::Near;
        if !found {
            scores[at].of.fill(0.0);
            scores[at].words.clear();
        }
        for (record, (a, b)) in head.0.iter().zip(&tail.0).enumerate() {
            raise(&mut scores[at].of, record, SPLIT * a.min(*b));
        }
        scores[at].words.extend(head.1.iter().chain(&tail.1));
        scores[at].how = How::Inside;
    }
    scores[at].n_found = scores[at].of.iter().filter(|&&it| it > 0.0).count() as u32;
}

/// The fit of all records to a key that words have as a whole.
fn whole(index: &Index, key: &str) -> Option<(Vec<f32>, Vec<u32>)> {
    let words: Vec<u32> =
        index.with_key(key).iter().filter(|it| it.role == crate::index::Role::Whole).map(|it| it.word).collect();
    if words.is_empty() {
        return None;
    }
    let mut of = vec![0.0; index.core().len()];
    words.iter().for_each(|&it| raise_by_postings(index, it, 1.0, &mut of));
    Some((of, words))
}

/// «helse stasjon»: records that have «helsestasjon».
fn join_words(index: &Index, query: &Query, at: usize, scores: &mut [WordScores]) {
    let (Some(first), Some(second)) = (query.words.get(at), query.words.get(at + 1)) else { return };
    if first.folded.len() < 2 || second.folded.len() < 3 || first.is_number() {
        return;
    }
    for joined in joined_forms(&first.folded, &second.folded) {
        let Some((of, words)) = whole(index, &key(&joined)) else { continue };
        for (record, score) in of.iter().enumerate().filter(|it| *it.1 > 0.0) {
            raise(&mut scores[at].of, record, JOINED * score);
            raise(&mut scores[at + 1].of, record, JOINED * score);
        }
        scores[at].words.extend(&words);
        scores[at + 1].words.extend(&words);
    }
}

/// Records with a facet value, or a synonym, that words from `at` on mean.
fn add_meanings(index: &Index, query: &Query, at: usize, scores: &mut [WordScores]) {
    for phrase in index.phrases().iter().filter(|it| it.usage == Use::Rank) {
        let Some(n_words) = length_at(phrase, query, at) else { continue };
        match phrase.meaning {
            Meaning::Value(value) => add_value(index, value, phrase.content.len(), at, n_words, scores),
            Meaning::Group(group) => add_group(index, group, phrase, at, n_words, scores),
        }
    }
}

/// How many words of the query, from `at` on, are this phrase: word for word,
/// or its words of meaning with any stop words between them.
fn length_at(phrase: &Phrase, query: &Query, at: usize) -> Option<usize> {
    if stands_at(phrase, &query.words, at) {
        return Some(phrase.keys.len());
    }
    if phrase.content.len() < 2 || query.words[at].is_stop_word {
        return None;
    }
    let mut end = at;
    for (n, wanted) in phrase.content.iter().enumerate() {
        while query.words.get(end)?.is_stop_word {
            end += 1;
        }
        let word = &query.words[end];
        let is_last = n + 1 == phrase.content.len();
        let begun = is_last && word.is_open && word.folded.len() >= 3 && wanted.starts_with(&word.folded);
        if word.key != *wanted && !begun {
            return None;
        }
        end += 1;
    }
    Some(end - at)
}

fn add_value(index: &Index, value: u16, n_content: usize, at: usize, n_words: usize, scores: &mut [WordScores]) {
    // Phrases of several words are sure; one word may mean much else.
    let score = if n_content > 1 { VALUE * 1.3 } else { VALUE };
    for (record, values) in index.core().values.iter().enumerate() {
        if values.binary_search(&value).is_ok() {
            scores.iter_mut().skip(at).take(n_words).for_each(|it| raise(&mut it.of, record, score));
        }
    }
}

fn add_group(index: &Index, group: usize, written: &Phrase, at: usize, n_words: usize, scores: &mut [WordScores]) {
    let others = index.phrases().iter().filter(|it| it.meaning == Meaning::Group(group) && it.keys != written.keys);
    for other in others {
        let fits: Vec<_> = other.content.iter().map_while(|it| whole(index, it)).collect();
        if fits.is_empty() || fits.len() < other.content.len() {
            continue;
        }
        for record in 0..index.core().len() {
            let score = fits.iter().map(|it| it.0[record]).fold(1.0, f32::min) * SYNONYM;
            if score > 0.0 {
                scores.iter_mut().skip(at).take(n_words).for_each(|it| raise(&mut it.of, record, score));
            }
        }
        for word in fits.iter().flat_map(|it| &it.1) {
            scores.iter_mut().skip(at).take(n_words).for_each(|it| it.words.push(*word));
        }
    }
}
