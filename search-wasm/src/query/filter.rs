//! Which records pass which filters.

use super::hours::{is_open, is_open_at_weekends};
use super::json::digits;
use super::matching::How;
use super::parse::QueryWord;
use super::request::{Now, Request, ages};
use super::scores::{Scores, value_key};
use super::understand::{Reading, Wanted, facet_of};
use crate::index::Index;
use crate::prelude::*;
use crate::text::join;

/// Numbers for the facets that every index has beside its own.
pub(super) const AGE: usize = usize::MAX;
pub(super) const OPEN: usize = usize::MAX - 1;

/// What a facet demands: any of these.
pub(super) struct Condition {
    /// The facet's number, or `AGE` or `OPEN`.
    pub(super) facet: usize,
    pub(super) any_of: Vec<Wanted>,
    /// Words in which a record may say it instead.
    words: core::ops::Range<usize>,
    // Which records of the country are in a list of these.
    listed: Vec<bool>,
}

impl Condition {
    fn new(facet: usize, any_of: Vec<Wanted>) -> Condition {
        Condition { facet, any_of, words: 0..0, listed: Vec::new() }
    }

    /// Finds the records of the country that meet it; lists that are not there
    /// are wanted, so that they come with the first parts.
    pub(super) fn list(&mut self, index: &Index) {
        self.listed = vec![false; index.n_records()];
        for wanted in &self.any_of {
            match *wanted {
                Wanted::Value(value) => add_list(&mut self.listed, index, &value_key(index, value)),
                Wanted::Age(from, to) => {
                    (from..=to.min(25)).for_each(|age| add_list(&mut self.listed, index, &age_key(age)))
                }
                Wanted::OpenNow | Wanted::Weekend => self.listed.fill(true),
            }
        }
    }
}

/// The conditions that were asked for. A facet that the index does not have
/// is no condition; a value that no record has lets nothing pass.
pub(super) fn asked(index: &Index, request: &Request<'_>) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for (number, facet) in index.core.facets.iter().enumerate() {
        let asked = request.values(index.core.facet_name(facet).0);
        let mut any_of = Vec::new();
        for value in 0..facet.n_values {
            let slug = index.core.value_name(facet, value).0;
            // «gratis=1» where the facet has but one value.
            if asked.iter().any(|it| *it == slug || *it == "1" && facet.n_values == 1) {
                any_of.push(Wanted::Value((facet.first + value) as u16));
            }
        }
        if !asked.is_empty() {
            conditions.push(Condition::new(number, any_of));
        }
    }
    let mut any_of = Vec::new();
    for (from, to) in request.values("alder").iter().filter_map(|it| ages(it)) {
        any_of.push(Wanted::Age(from, to));
    }
    if !any_of.is_empty() {
        conditions.push(Condition::new(AGE, any_of));
    }
    let mut any_of = Vec::new();
    // The index of the country has no opening hours.
    for it in request.values("apen").iter().filter(|_| !index.is_country()) {
        any_of.push(if *it == "helg" { Wanted::Weekend } else { Wanted::OpenNow });
    }
    if !any_of.is_empty() {
        conditions.push(Condition::new(OPEN, any_of));
    }
    conditions
}

/// The facet that a reading is about.
pub(super) fn facet_number(index: &Index, wanted: Wanted) -> usize {
    match wanted {
        Wanted::Value(value) => facet_of(index, value),
        Wanted::Age(..) => AGE,
        Wanted::OpenNow | Wanted::Weekend => OPEN,
    }
}

/// Adds what words were understood as. A facet that was asked for stays as it
/// was asked: the readings that count are returned.
pub(super) fn add_understood(index: &Index, readings: &[Reading], conditions: &mut Vec<Condition>) -> Vec<Reading> {
    let mut used = Vec::new();
    for it in readings {
        let facet = facet_number(index, it.wanted);
        if conditions.iter().all(|known| known.facet != facet) {
            let says_so = matches!(it.wanted, Wanted::Value(_));
            let words = if says_so { it.from..it.to } else { 0..0 };
            conditions.push(Condition { words, ..Condition::new(facet, vec![it.wanted]) });
            used.push(*it);
        }
    }
    used
}

/// What the conditions say of a record: none is failed, only one (its facet),
/// or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Passes,
    /// It still counts among that facet's own values.
    FailsOnly(usize),
    Fails,
}

/// Tries all conditions on a record.
pub(super) fn verdict(
    index: &Index,
    words: &[QueryWord],
    scores: &Scores,
    conditions: &[Condition],
    now: Now,
    record: usize,
) -> Verdict {
    let mut verdict = Verdict::Passes;
    for it in conditions {
        let passes = if index.is_country() {
            it.listed.get(record) == Some(&true)
        } else {
            it.any_of.iter().any(|wanted| meets(index, *wanted, now, record))
        };
        if passes || says(words, scores, it.words.clone(), record) {
            continue;
        }
        if verdict != Verdict::Passes {
            return Verdict::Fails;
        }
        verdict = Verdict::FailsOnly(it.facet);
    }
    verdict
}

fn meets(index: &Index, wanted: Wanted, now: Now, record: usize) -> bool {
    let Some(info) = index.core.info(record) else { return false };
    match wanted {
        Wanted::Value(value) => index.core.values_of(record).binary_search(&value).is_ok(),
        Wanted::Age(from, to) => info.alder_fra <= to && from <= info.alder_til,
        Wanted::OpenNow => is_open(&index.core, info, now) == Some(true),
        Wanted::Weekend => is_open_at_weekends(&index.core, info),
    }
}

fn age_key(age: u8) -> String {
    join(&["=alder:", &digits(age.into())])
}

fn add_list(listed: &mut [bool], index: &Index, key: &str) {
    for it in index.under(key).iter().flat_map(|it| index.postings(it.word)) {
        if let Some(slot) = listed.get_mut(it.record as usize) {
            *slot = true;
        }
    }
}

/// Whether a record has all these words, and surely.
fn says(words: &[QueryWord], scores: &Scores, range: core::ops::Range<usize>, record: usize) -> bool {
    let n_words = range.len();
    let mut n_said = 0;
    for at in range {
        let is_stop_word = words.get(at).is_some_and(|it| it.is_stop_word);
        let is_known = scores.how.get(at) == Some(&How::Key);
        n_said += usize::from(is_stop_word || is_known && scores.get(at, record) >= 0.3);
    }
    n_words > 0 && n_said == n_words
}
