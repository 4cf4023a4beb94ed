//! Puts the records that answer a query in order, and counts facets.

use super::filter::{AGE, Condition, Verdict, add_understood, asked, verdict};
use super::matching::How;
use super::parse::{QueryWord, parse};
use super::request::{Now, Request};
use super::scores::{Scores, scores};
use super::understand::{Reading, understand};
use crate::format::{DRIFT, Info, Kind, NO_DAY};
use crate::index::{BETWEEN, FIELDS, Index, Role, Token, near};
use crate::order::order;
use crate::prelude::*;
use crate::text::Split;

/// Records that match less of the query than this share of what the best one
/// matches are noise.
const LEAST_SHARE: f32 = 0.35;
/// What a word counts that says little of what is sought.
const OF_SLIGHT: f32 = 0.2;
/// What a record counts for having all that is asked, beside the sum of it.
const OF_ALL: f32 = 1.5;
/// Best records whose titles are looked at more closely.
const N_REFINED: usize = 60;

/// A record that answers, and how well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Its number in the index.
    pub record: usize,
    /// Higher is better.
    pub score: f32,
    // How much of what is asked it has, 0 to 1.
    share: f32,
}

/// The answer to a query.
pub struct Answer {
    /// How many records answer.
    pub total: usize,
    /// The best of them, best first: at least as many as were asked for, if
    /// there are.
    pub matches: Vec<Match>,
    /// How many records have each facet value, under all conditions but those
    /// of the facet itself.
    pub counts: Vec<u32>,
    pub(super) words: Vec<QueryWord>,
    pub(super) scores: Scores,
    pub(super) conditions: Vec<Condition>,
    pub(super) readings: Vec<Reading>,
    /// The query words (bits) that a record must have some of.
    pub(super) asked: u16,
    /// All query words (bits).
    all: u16,
}

/// Answers a query.
///
/// Words that were understood as filters are taken as words again when
/// nothing passes them.
pub fn search(index: &Index, request: &Request<'_>) -> Answer {
    let mut words = parse(request.q, &index.stemmer);
    let scores = scores(index, &mut words);
    let mut answer = Answer {
        total: 0,
        matches: Vec::new(),
        counts: Vec::new(),
        asked: 0,
        all: ((1u32 << words.len()) - 1) as u16,
        readings: understand(index, &words, request),
        conditions: Vec::new(),
        words,
        scores,
    };
    loop {
        answer.conditions = asked(index, request);
        answer.readings = add_understood(index, &answer.readings, &mut answer.conditions);
        answer.fill(index, request);
        if !answer.matches.is_empty() || answer.readings.is_empty() {
            return answer;
        }
        answer.readings.clear();
    }
}

impl Answer {
    /// Finds, filters, counts and sorts.
    fn fill(&mut self, index: &Index, request: &Request<'_>) {
        self.asked = asked_words(&self.words, &self.readings);
        if index.is_country() && self.words.iter().all(|it| it.is_stop_word) {
            self.asked = 0;
        }
        let core = &index.core;
        let is_any = self.asked == 0 && self.conditions.is_empty();
        self.counts = if !index.is_country() {
            vec![0; core.n_values()]
        } else if is_any {
            core.totals.clone()
        } else {
            Vec::new()
        };
        if index.is_country() {
            self.conditions.iter_mut().for_each(|it| it.list(index));
        }
        let mut passing = Vec::new();
        for it in self.matched(index, request) {
            let verdict = verdict(index, &self.words, &self.scores, &self.conditions, request.now, it.record);
            // One that fails in a facet alone still counts among that facet's values.
            let (first, n_values) = match verdict {
                Verdict::Passes => (0, self.counts.len()),
                Verdict::FailsOnly(number) => core.facets.get(number).map_or((0, 0), |it| (it.first, it.n_values)),
                Verdict::Fails => (0, 0),
            };
            for &value in core.values_of(it.record) {
                if let Some(count) = self.counts.get_mut(value as usize) {
                    *count += u32::from((value as usize).wrapping_sub(first) < n_values);
                }
            }
            if verdict == Verdict::Passes {
                passing.push(it);
            }
        }
        self.total = passing.len();
        // Nothing asked: they stay in the order of the index.
        if !self.words.is_empty() {
            let n = request.offset.saturating_add(request.limit).max(N_REFINED).min(self.total);
            let least = least_of_best(&passing, n);
            passing = sorted(&kept(&passing, &|it| it.score >= least), usize::MAX);
        }
        self.matches = passing;
        if self.asked != 0 && !index.is_country() {
            let mut refined = ::core::mem::take(&mut self.matches);
            for it in refined.iter_mut().take(N_REFINED) {
                it.score *= self.title_bonus(index, it.record);
            }
            // A bonus is never a loss: the best stay before the rest.
            self.matches = sorted(&refined, N_REFINED);
        }
    }

    /// The records that have enough of the words, in their own order.
    fn matched(&self, index: &Index, request: &Request<'_>) -> Vec<Match> {
        let n_records = index.n_records();
        let mut weights = Vec::new();
        let mut total = 0.0;
        for (at, &n_found) in self.scores.n_found.iter().enumerate() {
            let mut weight = rarity(n_records as f32, n_found);
            if self.words.get(at).is_some_and(|it| is_slight(&it.key)) {
                weight *= OF_SLIGHT;
            }
            total += if self.is_asked(at) { weight } else { 0.0 };
            weights.push(weight);
        }
        let telephone = telephone(request.q);
        let n_phrases = self.words.iter().map(|it| it.phrase).max().unwrap_or(0);
        let has_age = self.conditions.iter().any(|it| it.facet == AGE);
        let mut matched = Vec::new();
        let mut best = 0.0f32;
        for record in 0..n_records {
            if total > 0.0 && telephone.is_empty() && !self.scores.is_any[record] {
                continue;
            }
            let mut it = self.fit(record, &weights, total);
            let info = index.core.info(record);
            if telephone.len() >= 3 && self::telephone(index.core.text(Kind::Telefon, record)) == telephone {
                it = Match { record, score: 10.0, share: 1.0 };
            }
            let answers = it.share > 0.0 || total == 0.0;
            if answers
                && info.is_none_or(|it| is_current(it, request.now))
                && self.has_phrases(index, record, n_phrases)
            {
                it.score *= info.map_or(1.0, |it| prior(index, it, request.now, has_age));
                // `f32::max` minds NaN, and is a call.
                best = if best < it.share { it.share } else { best };
                matched.push(it);
            }
        }
        kept(&matched, &|it| it.share >= best * LEAST_SHARE)
    }

    fn is_asked(&self, word: usize) -> bool {
        self.asked >> word & 1 == 1
    }

    /// The sum over the words, with strong preference for having all. Beside
    /// that, what is missing is no fault: of a sentence no record has all.
    fn fit(&self, record: usize, weights: &[f32], total: f32) -> Match {
        let (mut score, mut share) = (0.0, 0.0);
        for (at, weight) in weights.iter().enumerate() {
            let fit = self.scores.get(at, record);
            if !self.is_asked(at) {
                score += 0.15 * weight * fit;
            } else if fit > 0.0 {
                score += weight * fit;
                share += weight;
            }
        }
        if total > 0.0 {
            share /= total;
            if share > 0.99 {
                score *= OF_ALL;
            }
        } else {
            // Filters alone, or nothing: what is known before any word decides.
            score += 1.0;
        }
        Match { record, score, share }
    }

    /// Whether a record has all quoted phrases, word by word.
    fn has_phrases(&self, index: &Index, record: usize, n_phrases: u8) -> bool {
        (1..=n_phrases).all(|phrase| {
            let mut keys = Vec::new();
            for word in self.words.iter().filter(|it| it.phrase == phrase) {
                keys.push(word.key.as_str());
            }
            if index.is_country() {
                // Its texts are elsewhere: all words of the phrase must do.
                return (0..self.words.len())
                    .all(|at| self.words[at].phrase != phrase || self.scores.get(at, record) > 0.0);
            }
            keys.is_empty()
                || has_phrase(index, index.body_words(record), &keys)
                || FIELDS.iter().any(|it| has_phrase(index, index.field(it.0, record), &keys))
        })
    }

    /// More for a title, or else a search word, that says what was asked, in
    /// order, and little else.
    fn title_bonus(&self, index: &Index, record: usize) -> f32 {
        let mut best = self.said(index, index.field(Kind::Tittel, record));
        for it in index.field(Kind::Sokeord, record).split(|it| it.word == BETWEEN) {
            let said = 0.8 * self.said(index, it);
            best = if best < said { said } else { best };
        }
        1.0 + best
    }

    /// How much of what was asked a short text says, and how little else.
    fn said(&self, index: &Index, text: &[Token]) -> f32 {
        let (mut n_words, mut n_hits, mut in_order) = (0.0, 0.0, 0.0);
        let (mut said, mut before, mut begins) = (0u16, 0u16, 0.0);
        for it in text {
            let marks = self.scores.marks.get(it.word as usize).copied().unwrap_or(0) & self.all;
            if marks & self.asked != 0 && n_words == 0.0 {
                begins = 0.2;
            }
            if marks & before << 1 != 0 {
                in_order += 0.1;
            }
            said |= marks & self.asked;
            before = marks;
            let counts = marks != 0 || !index.words.is_stop_word(it.word);
            n_words += if counts { 1.0 } else { 0.0 };
            n_hits += if marks != 0 { 1.0 } else { 0.0 };
        }
        let n_said = said.count_ones() as f32;
        if n_said == 0.0 {
            return 0.0;
        }
        let n_asked = self.asked.count_ones() as f32;
        n_said / n_asked * (0.4 * n_hits / n_words + begins) + in_order / n_asked
    }
}

/// The words that a record must have some of: not those that were understood,
/// nor stop words, unless they are all there is or stand in quotes.
fn asked_words(words: &[QueryWord], readings: &[Reading]) -> u16 {
    let mut asked = 0;
    let mut all = 0;
    for (at, word) in words.iter().enumerate() {
        let is_read = readings.iter().any(|it| (it.from..it.to).contains(&at));
        let is_extra = is_read || word.is_stop_word || !readings.is_empty() && is_slight(&word.key);
        asked |= u16::from(!is_extra || word.phrase > 0) << at;
        all |= 1 << at;
    }
    if asked == 0 && readings.is_empty() { all } else { asked }
}

/// Keys of words that tell who it is about or when it happens, not what: «sønnen
/// min spiller hele natta».
const SLIGHT: &str = "gut jent son dat ung ungdom mam pap stef stemor onkl tant kompis bror sost tenar foreld kjar \
                      aldri alltid dag nat kveld uke gang tid hel heil nest lit veldig igj ute lig leng lyst vet \
                      veit ma fa gjer gjor treng ting gaml gammal";

fn is_slight(key: &str) -> bool {
    Split::new(SLIGHT, b' ').any(|it| it == key)
}

/// The weight of a word: the fewer records have it, the more it says.
fn rarity(n_records: f32, n_found: f32) -> f32 {
    0.4 + ln(1.0 + (n_records - n_found + 0.5) / (n_found + 0.5))
}

/// The natural logarithm to four digits, from operations that give the same
/// bits on every machine, so that browser and command line rank alike.
fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let exponent = (bits >> 23) as i32 - 127;
    let m = f32::from_bits(bits & 0x7F_FFFF | 0x3F80_0000);
    let t = (m - 1.0) / (m + 1.0);
    let t2 = t * t;
    exponent as f32 * core::f32::consts::LN_2 + 2.0 * t * (1.0 + t2 * (1.0 / 3.0 + t2 * (0.2 + t2 / 7.0)))
}

/// Whether a record may be shown on this day: in its period, or planned.
pub(super) fn is_current(info: &Info, now: Now) -> bool {
    let is_planned = DRIFT.get(usize::from(info.drift)) == Some(&"planlagt") && now.day < info.gyldig.from;
    info.gyldig.contains(now.day) || is_planned
}

/// What is known of a record before any word: near before far, running before
/// closed, for few ages before for all when an age is asked for, and outdated
/// after all else.
fn prior(index: &Index, info: &Info, now: Now, has_age: bool) -> f32 {
    let near = near(info.eiergruppe, index.core.hours_of(info).always);
    let running = if info.drift == 0 { 1.0 } else { 0.7 };
    let n_years = f32::from(info.alder_til.saturating_sub(info.alder_fra));
    let narrow = if has_age { 1.0 + 2.4 / (4.0 + n_years) } else { 1.0 };
    near * running * narrow * [1.0, 0.97, 0.05][usize::from(staleness(info, now).min(2))]
}

/// 0 within the interval, 1 past it (should be checked), 2 past twice that
/// (outdated: «ring først»).
pub(super) fn staleness(info: &Info, now: Now) -> u8 {
    if info.kontrollert == NO_DAY {
        return 1;
    }
    let (age, interval) = (now.day.saturating_sub(info.kontrollert), i32::from(info.intervall));
    u8::from(age > interval) + u8::from(age > 2 * interval)
}

fn kept(matches: &[Match], keep: &dyn Fn(&Match) -> bool) -> Vec<Match> {
    let mut kept = Vec::new();
    for it in matches {
        if keep(it) {
            kept.push(*it);
        }
    }
    kept
}

/// A score that `n` records reach, or some more do: what is hardly looked at is
/// not worth sorting.
fn least_of_best(matches: &[Match], n: usize) -> f32 {
    let mut least = 100.0;
    while least > 0.0 && matches.iter().filter(|it| it.score >= least).count() < n {
        least *= 0.7;
    }
    least
}

/// The best of the first `n` first, the rest as they are; so are equals.
fn sorted(matches: &[Match], n: usize) -> Vec<Match> {
    let mut sorted = matches.to_vec();
    let best = order(n.min(matches.len()), &|a, b| matches[a as usize].score > matches[b as usize].score);
    for (slot, at) in sorted.iter_mut().zip(best) {
        *slot = matches[at as usize];
    }
    sorted
}

/// Whether words with these keys stand side by side in a text.
fn has_phrase(index: &Index, text: &[Token], keys: &[&str]) -> bool {
    let has_key =
        |word: u32, key: &str| index.keys.under(key).iter().any(|it| it.word == word && it.role == Role::Whole);
    text.windows(keys.len()).any(|words| words.iter().zip(keys).all(|(it, key)| has_key(it.word, key)))
}

/// The digits of a telephone number; empty when it is none.
fn telephone(text: &str) -> String {
    let mut digits = String::new();
    for it in text.chars() {
        match it {
            '0'..='9' => digits.push(it),
            ' ' | '+' => (),
            _ => return String::new(),
        }
    }
    digits
}

impl Answer {
    /// Whether a list that was used has only the records most about its key.
    pub(super) fn is_shortened(&self, index: &Index) -> bool {
        let marks = self.scores.marks.iter().enumerate();
        marks.filter(|it| *it.1 != 0).any(|it| index.is_shortened(it.0 as u32))
    }

    /// The query with its misspelt words as the index spells them.
    pub(super) fn did_you_mean(&self, index: &Index, q: &str) -> Option<String> {
        let mut text = String::new();
        let mut seen = 0;
        for (at, word) in self.words.iter().enumerate() {
            if self.scores.how.get(at) != Some(&How::Near) || !self.is_asked(at) {
                continue;
            }
            let (mut best, mut most) = (None, 0);
            for it in index.under(&word.meant) {
                let n = index.postings(it.word).len();
                if it.role == Role::Whole && n > most {
                    (best, most) = (Some(it.word), n);
                }
            }
            // A word that was only nearly found in parts of others.
            let Some(best) = best else { continue };
            text.push_str(q.get(seen..word.start)?);
            text.push_str(index.words.spelling(best));
            seen = word.end;
        }
        text.push_str(q.get(seen..)?);
        (seen > 0).then_some(text)
    }
}
