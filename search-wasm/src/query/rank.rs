//! Puts the records that answer a query in order.

use crate::prelude::*;
use core::ops::Range;

use super::answer::{Answer, Chip, Freshness, Hit};
use super::excerpt::Marks;
use super::facets::{Verdict, count, verdict};
use super::filter::{Condition, asked, understood};
use super::matching::How;
use super::parse::{Query, parse};
use super::request::{Now, OpenFilter, Request};
use super::scores::{WordScores, scores};
use super::understand::{Reading, Understood, facet_of, understand};
use crate::format::{Drift, Info, Kind, NO_DAY};
use crate::index::{Field, Index};
use crate::order::order;
use crate::text::join;

/// Records that match less of the query than this share of what the best one
/// matches are noise.
const LEAST_SHARE: f32 = 0.45;
/// Best records whose titles are looked at more closely.
const N_REFINED: usize = 60;

/// Answers a query.
///
/// Words that were understood as filters are taken as words again when
/// nothing passes them.
pub fn search(index: &Index, request: &Request) -> Answer {
    let query = parse(&request.q);
    let scores = scores(index, &query);
    let readings = understand(index, &query, request);
    let answer = answer(index, request, &query, &scores, &readings);
    if answer.total == 0 && !readings.is_empty() {
        return self::answer(index, request, &query, &scores, &[]);
    }
    answer
}

fn answer(index: &Index, request: &Request, query: &Query, scores: &[WordScores], readings: &[Reading]) -> Answer {
    let mut conditions = asked(index, request);
    understood(index, readings, request.now, &mut conditions, &|it| in_words(index, query, scores, it.words.clone()));
    let roles = roles(query, readings);
    let matched = matched(index, request, query, scores, &roles);
    let verdicts: Vec<(usize, Verdict)> =
        matched.iter().map(|it| (it.record, verdict(index, &conditions, it.record))).collect();
    let mut passing: Vec<Match> =
        matched.iter().zip(&verdicts).filter(|it| it.1.1 == Verdict::Passes).map(|it| *it.0).collect();
    sort(&mut passing);
    refine(index, query, scores, &roles, &mut passing);
    let marks = Marks::new(index, marked_words(query, scores, &roles));
    let page = passing.iter().skip(request.offset).take(request.limit);
    Answer {
        total: passing.len(),
        hits: page.map(|it| hit(index, request.now, &marks, it)).collect(),
        facets: count(index, &conditions, verdicts.into_iter()),
        chips: chips(index, request, query, readings, &conditions),
        did_you_mean: did_you_mean(index, request, query, scores, &roles),
        is_whole: index.has_texts(),
    }
}

/// What a word is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WordRole {
    /// A record must have at least one of these.
    Asked,
    /// Counts where it is found, but nobody needs it.
    Extra,
}

fn roles(query: &Query, readings: &[Reading]) -> Vec<WordRole> {
    let is_read = |at: usize| readings.iter().any(|it| it.words.contains(&at));
    let mut roles: Vec<WordRole> = (0..query.words.len())
        .map(|at| {
            let word = &query.words[at];
            let is_extra = is_read(at) || word.is_stop_word || !readings.is_empty() && is_person(&word.key);
            if is_extra { WordRole::Extra } else { WordRole::Asked }
        })
        .collect();
    for phrase in &query.phrases {
        roles[phrase.clone()].fill(WordRole::Asked);
    }
    // Stop words are all there is: then they are what is asked for.
    if readings.is_empty() && !roles.contains(&WordRole::Asked) {
        roles.fill(WordRole::Asked);
    }
    roles
}

/// «gutt 14»: once the age is a filter, the boy is not what is sought.
fn is_person(key: &str) -> bool {
    ["gut", "jent", "barn", "son", "dat", "ung", "ungdom", "person"].contains(&key)
}

/// Records in which all these words were found.
fn in_words(index: &Index, query: &Query, scores: &[WordScores], words: Range<usize>) -> Vec<bool> {
    let has_all = |record: usize| {
        words.clone().all(|at| query.words[at].is_stop_word || scores[at].how == How::Key && scores[at].of[record] >= 0.3)
    };
    (0..index.core().len()).map(has_all).collect()
}

/// A record that answers, and how well.
#[derive(Clone, Copy, Debug)]
struct Match {
    record: usize,
    score: f32,
    share: f32,
}

/// The records that have enough of the words, in their own order.
fn matched(index: &Index, request: &Request, query: &Query, scores: &[WordScores], roles: &[WordRole]) -> Vec<Match> {
    let n_records = index.core().len();
    let weights: Vec<f32> = scores.iter().map(|it| rarity(n_records, it)).collect();
    let total: f32 = weights.iter().zip(roles).filter(|it| *it.1 == WordRole::Asked).map(|it| it.0).sum();
    let phrases: Vec<_> = query.phrases.iter().map(|it| phrase_words(index, query, it.clone())).collect();
    let telephone = digits(&request.q);
    let mut matched = Vec::new();
    for record in 0..n_records {
        let info = &index.core().infos[record];
        if !info.gyldig.contains(request.now.day) || !phrases.iter().all(|it| has_phrase(index, record, it)) {
            continue;
        }
        let mut of_record = one_match(record, scores, &weights, roles, total);
        if telephone.len() >= 3 && digits(index.core().text(Kind::Telefon, record)) == telephone {
            of_record = Match { record, score: 10.0, share: 1.0 };
        }
        if of_record.share > 0.0 || total == 0.0 {
            of_record.score *= prior(info, request.now);
            matched.push(of_record);
        }
    }
    let best = matched.iter().map(|it| it.share).fold(0.0, f32::max);
    matched.retain(|it| it.share >= best * LEAST_SHARE);
    matched
}

fn one_match(record: usize, scores: &[WordScores], weights: &[f32], roles: &[WordRole], total: f32) -> Match {
    let (mut score, mut share) = (0.0, 0.0);
    for ((of_word, weight), role) in scores.iter().zip(weights).zip(roles) {
        let fit = of_word.of[record];
        match role {
            WordRole::Asked if fit > 0.0 => {
                score += weight * fit;
                share += weight;
            }
            WordRole::Asked => (),
            WordRole::Extra => score += 0.15 * weight * fit,
        }
    }
    if total > 0.0 {
        share /= total;
        score *= share * share;
    }
    Match { record, score, share }
}

/// The weight of a word: the fewer records have it, the more it says.
fn rarity(n_records: usize, it: &WordScores) -> f32 {
    let n = n_records as f32;
    let found = it.n_found as f32;
    0.4 + ln(1.0 + (n - found + 0.5) / (found + 0.5))
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

/// What is known of a record before any word: near before far, running before
/// closed, and outdated after all else.
fn prior(info: &Info, now: Now) -> f32 {
    let near = [1.0, 0.86, 0.96, 0.95, 0.93, 0.98, 0.92][info.eiergruppe as usize];
    let running = if info.drift == Drift::Aktiv { 1.0 } else { 0.7 };
    let fresh = match freshness(info, now) {
        Freshness::Fersk => 1.0,
        Freshness::BorKontrolleres => 0.97,
        Freshness::Utdatert => 0.05,
    };
    near * running * fresh
}

fn freshness(info: &Info, now: Now) -> Freshness {
    let age = now.day.saturating_sub(info.kontrollert);
    let interval = i32::from(info.intervall);
    match info.kontrollert {
        NO_DAY => Freshness::BorKontrolleres,
        _ if age <= interval => Freshness::Fersk,
        _ if age <= interval.saturating_mul(2) => Freshness::BorKontrolleres,
        _ => Freshness::Utdatert,
    }
}

/// Best first; equals stay as they are.
fn sort(matched: &mut [Match]) {
    let before = matched.to_vec();
    let sorted = order(before.len(), &|a, b| before[a as usize].score > before[b as usize].score);
    for (slot, at) in matched.iter_mut().zip(sorted) {
        *slot = before[at as usize];
    }
}

/// Raises the best records whose title says what was asked, and little else.
fn refine(index: &Index, query: &Query, scores: &[WordScores], roles: &[WordRole], matched: &mut [Match]) {
    let n_asked = roles.iter().filter(|it| **it == WordRole::Asked).count();
    let n_best = matched.len().min(N_REFINED);
    let best = &mut matched[..n_best];
    if n_asked == 0 {
        return;
    }
    for it in best.iter_mut() {
        let title = crate::text::words(index.core().text(Kind::Tittel, it.record));
        let title: Vec<Option<u32>> = title.iter().map(|it| index.words().find(it)).collect();
        let stands = |at: usize| title.iter().position(|word| word.is_some_and(|it| scores[at].words.contains(&it)));
        let places: Vec<Option<usize>> =
            (0..query.words.len()).filter(|&at| roles[at] == WordRole::Asked).map(stands).collect();
        let said = places.iter().flatten().count() as f32;
        let in_order = places.windows(2).filter(|it| matches!(it, [Some(a), Some(b)] if *b == a + 1)).count() as f32;
        let share = said / n_asked as f32;
        let of_title = said / title.len().max(1) as f32;
        let begins = if places.first() == Some(&Some(0)) { 0.05 } else { 0.0 };
        it.score *= 1.0 + share * (0.25 * of_title.min(1.0) + begins) + 0.1 * in_order / n_asked as f32;
    }
    sort(best);
}

/// For each word of a quoted phrase, the index words it may be.
fn phrase_words(index: &Index, query: &Query, phrase: Range<usize>) -> Vec<Vec<u32>> {
    let whole = |key: &str| {
        let words = index.with_key(key).iter().filter(|it| it.role == crate::index::Role::Whole);
        words.map(|it| it.word).collect()
    };
    query.words.get(phrase).unwrap_or_default().iter().map(|it| whole(&it.key)).collect()
}

/// Whether the words of a phrase stand side by side in a text of a record.
fn has_phrase(index: &Index, record: usize, phrase: &[Vec<u32>]) -> bool {
    let core = index.core();
    let kinds = [Kind::Tittel, Kind::Sokeord, Kind::Sammendrag, Kind::Organisasjon, Kind::Sted];
    let texts = kinds.iter().map(|&it| core.text(it, record));
    texts.chain([index.body(record)]).any(|text| {
        let words = crate::text::words(text);
        let words: Vec<Option<u32>> = words.iter().map(|it| index.words().find(it)).collect();
        let fits = |place: &[Option<u32>]| place.iter().zip(phrase).all(|(word, any)| word.is_some_and(|it| any.contains(&it)));
        words.windows(phrase.len().max(1)).any(fits)
    })
}

fn digits(text: &str) -> String {
    let is_telephone = text.bytes().all(|it| it.is_ascii_digit() || matches!(it, b' ' | b'+'));
    if is_telephone { text.bytes().filter(u8::is_ascii_digit).map(char::from).collect() } else { String::new() }
}

fn marked_words<'a>(
    query: &'a Query,
    scores: &'a [WordScores],
    roles: &'a [WordRole],
) -> impl Iterator<Item = u32> + 'a {
    let all_stop = query.words.iter().all(|it| it.is_stop_word);
    let worth = move |at: usize| roles[at] == WordRole::Asked && (all_stop || !query.words[at].is_stop_word)
        || roles[at] == WordRole::Extra && !query.words[at].is_stop_word;
    scores.iter().enumerate().filter(move |it| worth(it.0)).flat_map(|it| it.1.words.iter().copied())
}

fn hit(index: &Index, now: Now, marks: &Marks, it: &Match) -> Hit {
    let core = index.core();
    let info = &core.infos[it.record];
    let text = |kind| core.text(kind, it.record);
    Hit {
        record: it.record,
        id: text(Kind::Id).to_owned(),
        url: core.url(it.record),
        title: marks.mark(index, text(Kind::Tittel)),
        summary: marks.mark(index, text(Kind::Sammendrag)),
        excerpt: marks.excerpt(index, index.body(it.record)),
        organisation: text(Kind::Organisasjon).to_owned(),
        line: text(Kind::Linje).to_owned(),
        telephone: text(Kind::Telefon).to_owned(),
        owner: info.eiergruppe,
        drift: info.drift,
        sensitive: info.sensitiv,
        checked: Some(info.kontrollert).filter(|&it| it != NO_DAY),
        freshness: freshness(info, now),
        open: core.hours_of(it.record).and_then(|it| super::hours::is_open(it, now)),
        score: it.score,
    }
}

fn chips(index: &Index, request: &Request, query: &Query, readings: &[Reading], conditions: &[Condition]) -> Vec<Chip> {
    let mut chips = Vec::new();
    for reading in readings {
        let (facet, value, label) = match reading.as_what {
            Understood::Age(from, to) if from == to => ("alder", number(from), String::new()),
            Understood::Age(from, to) => ("alder", join(&[&number(from), "-", &number(to)]), String::new()),
            Understood::Open(OpenFilter::Now) => ("apen", "na".to_owned(), String::new()),
            Understood::Open(OpenFilter::Weekend) => ("apen", "helg".to_owned(), String::new()),
            Understood::Value(it) => {
                let Some((facet, value)) = named(index, it) else { continue };
                if !conditions.iter().any(|condition| condition.has(it)) {
                    continue;
                }
                (facet, value.slug.clone(), value.label.clone())
            }
        };
        let asked = request.values.iter().any(|it| it.0 == facet)
            || facet == "alder" && request.age.is_some()
            || facet == "apen" && request.open.is_some();
        if !asked {
            let spans = query.words.get(reading.words.clone()).unwrap_or_default();
            let (start, end) = (spans.first().map_or(0, |it| it.span.start), spans.last().map_or(0, |it| it.span.end));
            let words = request.q.get(start..end).unwrap_or_default().to_owned();
            chips.push(Chip { facet: facet.to_owned(), value, label, words });
        }
    }
    chips
}

fn named(index: &Index, value: u16) -> Option<(&str, &crate::format::Value)> {
    let slug = facet_of(index, value)?;
    let facet = index.core().facets.iter().find(|it| it.slug == slug)?;
    Some((slug, facet.values.get((value - facet.first) as usize)?))
}

fn number(n: u8) -> String {
    let mut text = String::new();
    if n >= 100 {
        text.push(char::from(b'0' + n / 100));
    }
    if n >= 10 {
        text.push(char::from(b'0' + n / 10 % 10));
    }
    text.push(char::from(b'0' + n % 10));
    text
}

/// The query with its misspelt words as the index spells them.
fn did_you_mean(index: &Index, request: &Request, query: &Query, scores: &[WordScores], roles: &[WordRole]) -> Option<String> {
    let mut text = String::new();
    let mut at = 0;
    for ((word, of_word), role) in query.words.iter().zip(scores).zip(roles) {
        if of_word.how != How::Near || *role != WordRole::Asked {
            continue;
        }
        let weight = |it: &&u32| index.postings(**it).iter().map(|it| 1 + u32::from(it.counts[Field::Tittel as usize]) * 3).sum::<u32>();
        let best = of_word.words.iter().max_by_key(weight)?;
        text.push_str(request.q.get(at..word.span.start)?);
        text.push_str(index.words().get(*best).spelling);
        at = word.span.end;
    }
    (at > 0).then(|| text + request.q.get(at..).unwrap_or_default())
}
