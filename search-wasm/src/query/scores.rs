//! How well each record fits each word of a query.

use super::matching::{Found, How, look_up};
use super::parse::QueryWord;
use crate::format::Use;
use crate::index::{Field, Index, Meaning, Phrase, Posting, Role};
use crate::prelude::*;
use crate::text::{Split, Tokens, cut, fold, is_stop_word, join};

/// What an occurrence counts in each field, in the order of `Field`.
const FIELD_WEIGHTS: [f32; Field::COUNT] = [6.0, 4.5, 2.5, 1.0, 1.6, 1.6];
/// How soon more occurrences stop counting.
const SATURATION: f32 = 1.2;
/// What a facet value counts for words that mean it: one word may mean much
/// else, several are sure.
const VALUE: [f32; 2] = [0.5, 0.65];
/// What a synonym counts beside the word itself.
const SYNONYM: f32 = 0.8;
/// What a compound counts for its parts written apart, and the other way.
const JOINED: f32 = 0.9;
const SPLIT: f32 = 0.7;

/// The fit of all records to all words of a query.
pub(super) struct Scores {
    n_records: usize,
    // Word by word, 0 where the word has no meaning at all.
    of: Vec<f32>,
    /// For each index word, the query words (bits) it counts as a match of.
    pub(super) marks: Vec<u16>,
    /// For each query word, in how many records it was found.
    pub(super) n_found: Vec<u32>,
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
            *known = score;
        }
    }

    fn mark(&mut self, word: usize, index_word: u32) {
        if let Some(bits) = self.marks.get_mut(index_word as usize) {
            *bits |= 1 << word;
        }
    }

    fn add(&mut self, index: &Index, word: usize, found: &[Found]) {
        for &(index_word, weight) in found {
            self.mark(word, index_word);
            for it in index.postings(index_word) {
                self.raise(word, it.record as usize, weight * fit(index, it));
            }
        }
    }

    fn count(&mut self, word: usize) {
        let mut n = 0;
        for record in 0..self.n_records {
            n += u32::from(self.get(word, record) > 0.0);
        }
        self.n_found[word] = n;
    }
}

/// Scores all records for all words.
pub(super) fn scores(index: &Index, words: &[QueryWord]) -> Scores {
    let n_records = index.core.len();
    let mut scores = Scores {
        n_records,
        of: vec![0.0; n_records * words.len()],
        marks: vec![0; index.words.len() as usize],
        n_found: vec![0; words.len()],
        how: vec![How::Nowhere; words.len()],
    };
    for (at, word) in words.iter().enumerate() {
        let (found, how) = look_up(index, word);
        let parts = if how == How::Key { Vec::new() } else { parts_apart(index, word) };
        if parts.is_empty() || how != How::Near {
            scores.add(index, at, &found);
        }
        scores.how[at] = if parts.is_empty() { how } else { How::Part };
        for part in parts.chunks_exact(2) {
            all_of(index, &mut scores, part, SPLIT, at..at + 1);
        }
        scores.count(at);
    }
    for at in 0..words.len() {
        join_words(index, words, at, &mut scores);
        for phrase in index.phrases.iter().filter(|it| it.usage == Use::Rank) {
            if let Some(n_words) = length_at(phrase, words, at) {
                add_meaning(index, phrase, at..at + n_words, &mut scores);
            }
        }
    }
    scores
}

/// BM25F: occurrences weighted by field, saturating, 0 to 1.
fn fit(index: &Index, it: &Posting) -> f32 {
    // The longer a body, the more of what it has is chance.
    let length = index.lengths.get(it.record as usize).copied().unwrap_or(0) as f32;
    let mut sum = 0.0;
    for (field, &count) in it.counts.iter().enumerate() {
        let scale = if field == Field::Tekst as usize { 1.0 / (0.6 + (length / 300.0).min(1.6)) } else { 1.0 };
        sum += f32::from(count) * FIELD_WEIGHTS[field] * scale;
    }
    sum / (SATURATION + sum)
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
        if !has_whole(index, &tail) {
            continue;
        }
        let links = matches!(folded.as_bytes().get(middle - 1), Some(b's' | b'e')) && middle > 3;
        for end in [middle, middle - usize::from(links)] {
            let head = index.stemmer.key(cut(folded, 0, end));
            if has_whole(index, &head) {
                parts.push(head);
                parts.push(tail);
                break;
            }
        }
    }
    parts
}

fn has_whole(index: &Index, key: &str) -> bool {
    index.keys.under(key).iter().any(|it| it.role == Role::Whole)
}

/// «helse stasjon»: records that have «helsestasjon».
fn join_words(index: &Index, words: &[QueryWord], at: usize, scores: &mut Scores) {
    let (Some(first), Some(second)) = (words.get(at), words.get(at + 1)) else { return };
    if first.folded.len() < 2 || second.folded.len() < 3 || first.is_number {
        return;
    }
    for link in ["", "s", "e"] {
        let key = index.stemmer.key(&join(&[&first.folded, link, &second.folded]));
        all_of(index, scores, &[key], JOINED, at..at + 2);
    }
}

/// Raises the words of a range in records that have all these keys.
fn all_of(index: &Index, scores: &mut Scores, keys: &[String], weight: f32, words: core::ops::Range<usize>) {
    let mut least = vec![weight; scores.n_records];
    for key in keys {
        let mut of = vec![0.0f32; scores.n_records];
        for it in index.keys.under(key).iter().filter(|it| it.role == Role::Whole) {
            for posting in index.postings(it.word) {
                let score = &mut of[posting.record as usize];
                *score = score.max(weight * fit(index, posting));
            }
            words.clone().for_each(|word| scores.mark(word, it.word));
        }
        for (record, score) in of.iter().enumerate() {
            least[record] = least[record].min(*score);
        }
    }
    for (record, score) in least.iter().enumerate() {
        words.clone().for_each(|word| scores.raise(word, record, *score));
    }
}

/// How many words of the query, from `at` on, are this phrase: word for word,
/// or its words of meaning with any stop words between them.
pub(super) fn length_at(phrase: &Phrase, words: &[QueryWord], at: usize) -> Option<usize> {
    let rest = words.get(at..).unwrap_or_default();
    let same = phrase.words.iter().zip(rest).all(|(it, word)| it.0 == word.key);
    if same && rest.len() >= phrase.words.len() {
        return Some(phrase.words.len());
    }
    if phrase.n_content < 2 || rest.first().is_none_or(|it| it.is_stop_word) {
        return None;
    }
    let mut end = 0;
    let mut left = phrase.n_content;
    for (key, _) in phrase.words.iter().filter(|it| !it.1) {
        while rest.get(end)?.is_stop_word {
            end += 1;
        }
        let word = rest.get(end)?;
        left -= 1;
        let begun = left == 0 && word.is_open && word.folded.len() >= 3 && key.starts_with(&word.folded);
        if word.key != *key && !begun {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// Records with the facet value, or with a synonym, that these words mean.
fn add_meaning(index: &Index, phrase: &Phrase, words: core::ops::Range<usize>, scores: &mut Scores) {
    match phrase.meaning {
        Meaning::Value(value) => {
            let score = VALUE[usize::from(phrase.n_content > 1)];
            for record in 0..scores.n_records {
                if index.core.values_of(record).binary_search(&value).is_ok() {
                    words.clone().for_each(|word| scores.raise(word, record, score));
                }
            }
        }
        Meaning::Synonyms(line) => {
            for text in Split::new(index.core.lines.get(line as usize), b';') {
                let keys = content_keys(index, text);
                if !keys.is_empty() {
                    all_of(index, scores, &keys, SYNONYM, words.clone());
                }
            }
        }
    }
}

fn content_keys(index: &Index, text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    let mut tokens = Tokens::new(text);
    let mut spelling = String::new();
    while tokens.next(&mut spelling).is_some() {
        let folded = fold(&spelling);
        if !is_stop_word(&folded) {
            keys.push(index.stemmer.key(&folded));
        }
    }
    keys
}
