//! Words that say something about the offer rather than name it: an age, a
//! place, «gratis», «uten henvisning», «i helgen». They become filters.

use crate::prelude::*;
use core::ops::Range;

use super::parse::{Query, QueryWord};
use super::request::{OpenFilter, Request, small_number};
use crate::format::Use;
use crate::index::{Index, Meaning, Phrase};

/// What some words of a query were understood as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Understood {
    /// A value of a facet, by number.
    Value(u16),
    /// Ages from and to.
    Age(u8, u8),
    /// Opening hours.
    Open(OpenFilter),
}

/// Words understood as a filter.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) words: Range<usize>,
    pub(super) as_what: Understood,
}

/// All readings of a query, in the order of their words, none overlapping.
pub(super) fn understand(index: &Index, query: &Query, request: &Request) -> Vec<Reading> {
    let is_literal = |facet: &str| request.literal.iter().any(|it| it == facet);
    let mut readings: Vec<Reading> = Vec::new();
    let mut at = 0;
    while at < query.words.len() {
        let quoted = query.phrases.iter().any(|it| it.contains(&at));
        let age = (!is_literal("alder")).then(|| age(&query.words, at)).flatten();
        let open = (!is_literal("apen")).then(|| open(&query.words, at)).flatten();
        let reading = age.or(open).or_else(|| value(index, query, at, &is_literal));
        match reading.filter(|_| !quoted) {
            Some(reading) => {
                at = reading.words.end;
                readings.push(reading);
            }
            None => at += 1,
        }
    }
    readings
}

/// An age at word `at`: «14», «13-15 år», «8. trinn», «vg2».
fn age(words: &[QueryWord], at: usize) -> Option<Reading> {
    let word = &words[at];
    let next = words.get(at + 1).map_or("", |it| it.folded.as_str());
    let years = |from, to, n| Some(Reading { words: at..at + n, as_what: Understood::Age(from, to) });
    if let Some(year) = word.folded.strip_prefix("vg").and_then(small_number) {
        return (1..=3).contains(&year).then(|| years(15 + year, 15 + year, 1)).flatten();
    }
    let (from, to) = match word.folded.split_once('-') {
        Some((from, to)) => (small_number(from)?, small_number(to)?),
        None => small_number(&word.folded).map(|it| (it, it))?,
    };
    if from > to || to > 25 {
        return None;
    }
    match next {
        "ar" | "aring" | "aringer" | "aringar" | "aringen" => years(from, to, 2),
        "trinn" | "klasse" if (1..=10).contains(&from) && to <= 10 => years(from + 5, to + 5, 2),
        "maned" | "maneder" | "mnd" | "manader" | "manad" => years(0, from / 12, 2),
        _ if stands_alone(words, at, next) => years(from, to, 1),
        _ => None,
    }
}

/// Whether a bare number is an age: nothing beside it makes it anything else.
fn stands_alone(words: &[QueryWord], at: usize, next: &str) -> bool {
    let before = at.checked_sub(1).map_or("", |it| words[it].folded.as_str());
    let other = ["uke", "veke", "nr", "paragraf", "kl", "kr", "kapittel", "vei", "gate", "dag", "dager", "timer", "kroner", "prosent", "uker"];
    let number_beside = |it: &str| it.bytes().any(|it| it.is_ascii_digit());
    !other.contains(&before)
        && !other.contains(&next)
        && !number_beside(before)
        && !number_beside(next)
        && !words[at].folded.starts_with('0')
        && words.len() > 1
}

/// «åpent nå», «i helgen».
fn open(words: &[QueryWord], at: usize) -> Option<Reading> {
    let next = words.get(at + 1).map_or("", |it| it.folded.as_str());
    let (n, filter) = match (words[at].folded.as_str(), next) {
        ("apen" | "apent" | "ope" | "opent" | "open", "na" | "no") => (2, OpenFilter::Now),
        ("i" | "pa", "helgen" | "helga" | "helgene" | "helg" | "helger") => (2, OpenFilter::Weekend),
        _ => return None,
    };
    Some(Reading { words: at..at + n, as_what: Understood::Open(filter) })
}

/// A facet value whose phrase begins at word `at`; the longest one wins.
fn value(index: &Index, query: &Query, at: usize, is_literal: &dyn Fn(&str) -> bool) -> Option<Reading> {
    let mut best: Option<Reading> = None;
    for phrase in index.phrases() {
        let Meaning::Value(value) = phrase.meaning else { continue };
        if !is_filter(phrase, &query.words, at) || !stands_at(phrase, &query.words, at) {
            continue;
        }
        let is_longer = best.as_ref().is_none_or(|it| it.words.len() < phrase.keys.len());
        if is_longer && facet_of(index, value).is_some_and(|it| !is_literal(it)) {
            best = Some(Reading { words: at..at + phrase.keys.len(), as_what: Understood::Value(value) });
        }
    }
    best
}

fn is_filter(phrase: &Phrase, words: &[QueryWord], at: usize) -> bool {
    let after_for = at.checked_sub(1).is_some_and(|it| matches!(words[it].folded.as_str(), "for" | "til"));
    match phrase.usage {
        Use::Filter => true,
        Use::Audience => after_for,
        Use::Rank | Use::Choose => false,
    }
}

/// Whether the words of `phrase` stand in the query from word `at` on.
pub(super) fn stands_at(phrase: &Phrase, words: &[QueryWord], at: usize) -> bool {
    let rest = words.get(at..).unwrap_or_default();
    rest.len() >= phrase.keys.len() && phrase.keys.iter().zip(rest).all(|(key, word)| *key == word.key)
}

/// The slug of the facet that a value belongs to.
pub(super) fn facet_of(index: &Index, value: u16) -> Option<&str> {
    let facets = &index.core().facets;
    facets.iter().rev().find(|it| it.first <= value).map(|it| it.slug.as_str())
}
