//! Words that say something about the offer rather than name it: an age, a
//! place, «gratis», «uten henvisning», «i helgen». They become filters.

use super::parse::QueryWord;
use super::request::{Request, ages, small_number};
use super::scores::stretch;
use crate::format::Use;
use crate::index::{Index, Meaning};
use crate::prelude::*;
use crate::text::{Split, cut, find};

/// A condition that a record can meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A value of a facet, by number.
    Value(u16),
    /// Ages from and to.
    Age(u8, u8),
    /// Open at this moment.
    OpenNow,
    /// Open on Saturday or Sunday.
    Weekend,
}

/// Words understood as a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// The first of the words.
    pub(super) from: usize,
    /// One past the last of them.
    pub(super) to: usize,
    pub(super) wanted: Wanted,
}

/// All readings of a query, in the order of their words, none overlapping.
pub(super) fn understand(index: &Index, words: &[QueryWord], request: &Request<'_>) -> Vec<Reading> {
    let literal = request.values("uten");
    let mut readings = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let mut reading = None;
        if word.phrase == 0 {
            reading = age(words, at).filter(|_| !literal.contains(&"alder"));
            let has_hours = !index.is_country() && !literal.contains(&"apen");
            reading = reading.or_else(|| open(words, at).filter(|_| has_hours));
            reading = reading.or_else(|| value(index, words, at, &literal));
        }
        at += 1;
        if let Some((n_words, wanted)) = reading {
            readings.push(Reading { from: at - 1, to: at - 1 + n_words, wanted });
            at += n_words - 1;
        }
    }
    readings
}

fn folded(words: &[QueryWord], at: usize) -> &str {
    words.get(at).map_or("", |it| it.folded.as_str())
}

fn is_one_of(word: &str, list: &str) -> bool {
    Split::new(list, b' ').any(|it| it == word)
}

/// Numbers as people write them, from 0, in letters without marks; then the same again, as in «tredje».
const NUMBERS: &str = "null ett to tre fire fem seks sju atte ni ti elleve tolv tretten fjorten femten seksten \
                       sytten atten nitten - forste andre tredje fjerde femte sjette sjuende attende niende tiende";

/// An age at word `at`: «14», «13-15 år», «femåring», «8. trinn», «vg2».
fn age(words: &[QueryWord], at: usize) -> Option<(usize, Wanted)> {
    let word = folded(words, at);
    if let Some(year @ 1..=3) = word.strip_prefix("vg").and_then(small_number) {
        return Some((1, Wanted::Age(15 + year, 15 + year)));
    }
    // «femåring» and «3.klassing» are one word.
    let end = find(word, "aring").or_else(|| find(word, "klass")).unwrap_or(word.len());
    let (from, to) = ages(cut(word, 0, end)).or_else(|| in_letters(cut(word, 0, end))).filter(|it| it.1 <= 25)?;
    let n_words = 1 + usize::from(end == word.len());
    let unit = if n_words == 1 { cut(word, end, word.len()) } else { folded(words, at + 1) };
    let is_after = |list: &str| is_one_of(folded(words, at.wrapping_sub(1)), list);
    if is_one_of(unit, "ar aring aringer aringar aringen aringane") {
        // «i to år» and «for to år siden» are no ages.
        let is_time = is_after("i om siste") || is_one_of(folded(words, at + 2), "siden sidan");
        (!is_time).then_some((n_words, Wanted::Age(from, to)))
    } else if is_one_of(unit, "trinn klasse klassing klassingen klassinger") && from >= 1 && to <= 10 {
        Some((n_words, Wanted::Age(from + 5, to + 5)))
    } else if is_one_of(unit, "maned maneder mnd manader manad") {
        Some((2, Wanted::Age(0, from / 12)))
    } else {
        let is_age = (words[at].is_number || is_after("pa")) && stands_alone(words, at);
        is_age.then_some((1, Wanted::Age(from, to)))
    }
}

/// A number by its place in the list.
fn in_letters(said: &str) -> Option<(u8, u8)> {
    let place = if said.starts_with("syv") { 7 } else { Split::new(NUMBERS, b' ').position(|it| it == said)? };
    Some(((place % 20) as u8, (place % 20) as u8))
}

/// Whether a bare number is an age: nothing beside it makes it anything else.
fn stands_alone(words: &[QueryWord], at: usize) -> bool {
    let other = "uke veke nr paragraf kl kr kapittel vei gate dag dager timer kroner prosent uker";
    let is_plain = |at: usize| words.get(at).is_none_or(|it| !it.is_number && !is_one_of(&it.folded, other));
    words.len() > 1 && is_plain(at.wrapping_sub(1)) && is_plain(at + 1) && !folded(words, at).starts_with('0')
}

/// «åpent nå», «i helgen».
fn open(words: &[QueryWord], at: usize) -> Option<(usize, Wanted)> {
    let (word, next) = (folded(words, at), folded(words, at + 1));
    if is_one_of(word, "apen apent ope opent open") && is_one_of(next, "na no") {
        Some((2, Wanted::OpenNow))
    } else if is_one_of(word, "i pa") && is_one_of(next, "helgen helga helgene helg helger") {
        Some((2, Wanted::Weekend))
    } else {
        None
    }
}

/// A facet value whose phrase begins at word `at`; the longest one wins.
fn value(index: &Index, words: &[QueryWord], at: usize, literal: &[&str]) -> Option<(usize, Wanted)> {
    let after_for = is_one_of(folded(words, at.wrapping_sub(1)), "for til");
    let mut best = None;
    let mut longest = 0;
    // A phrase may begin with stop words: «på samisk».
    for lead in at..words.len().min(at + 3) {
        for phrase in index.phrases.led_by(&words[lead].key) {
            let Meaning::Value(value) = phrase.meaning else { continue };
            let applies = phrase.usage == Use::Filter || phrase.usage == Use::Audience && after_for;
            if !applies || literal.contains(&facet_slug(index, value)) {
                continue;
            }
            let n_words = phrase.words.len();
            if n_words > longest && stretch(phrase, words, lead) == Some((at, at + n_words)) {
                longest = n_words;
                best = Some((n_words, Wanted::Value(value)));
            }
        }
    }
    best
}

/// The number of the facet that a value belongs to.
pub(super) fn facet_of(index: &Index, value: u16) -> usize {
    let mut number = 0;
    for (at, it) in index.core.facets.iter().enumerate() {
        if it.first <= value as usize && it.n_values > 0 {
            number = at;
        }
    }
    number
}

fn facet_slug(index: &Index, value: u16) -> &str {
    index.core.facets.get(facet_of(index, value)).map_or("", |it| index.core.facet_name(it).0)
}
