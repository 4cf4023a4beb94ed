//! Index → bytes. Only the generator has this.

use crate::prelude::*;
use alloc::collections::{BTreeMap, BTreeSet};

use super::document::{Document, FacetDefinition, Settings};
use super::types::{Hours, NO_DAY, Period};
use super::wire::{MAGIC, PartKind, checksum};
use super::FORMAT_VERSION;
use crate::text::{COMMON_PARTS, Lexicon, fold, reduce_lexicon, words};

/// The two parts of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Everything but the bodies: enough to answer.
    pub core: Vec<u8>,
    /// The bodies.
    pub texts: Vec<u8>,
}

/// Writes the index of `documents`, which stay in their order: it is the
/// order in which they are listed before anything is typed.
pub fn encode(documents: &[Document], settings: &Settings) -> Parts {
    let used = used_values(documents);
    let facets: Vec<FacetDefinition> = settings.facets.iter().map(|it| only_used(it, &used)).collect();
    let mut out = Vec::new();
    put_facets(&mut out, &facets);
    put_number(&mut out, settings.synonyms.len());
    settings.synonyms.iter().for_each(|it| put_lines(&mut out, it.iter()));
    put_lines(&mut out, lexicon(documents, settings).forms().iter());
    put_records(&mut out, documents, &facets);
    let sum = checksum(&out);
    let mut texts = Vec::new();
    put_number(&mut texts, sum as usize);
    put_lines(&mut texts, documents.iter().map(|it| &it.tekst));
    Parts { core: with_header(out, PartKind::Core), texts: with_header(texts, PartKind::Texts) }
}

fn with_header(payload: Vec<u8>, kind: PartKind) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend((u32::from(FORMAT_VERSION) | (kind as u32) << 16).to_le_bytes());
    out.extend((payload.len() as u32).to_le_bytes());
    out.extend(checksum(&payload).to_le_bytes());
    out.extend(payload);
    out
}

fn used_values(documents: &[Document]) -> BTreeSet<(&str, &str)> {
    documents.iter().flat_map(|it| &it.verdier).map(|(facet, value)| (facet.as_str(), value.as_str())).collect()
}

fn only_used(facet: &FacetDefinition, used: &BTreeSet<(&str, &str)>) -> FacetDefinition {
    let values = facet.values.iter().filter(|it| used.contains(&(facet.slug.as_str(), it.slug.as_str())));
    FacetDefinition { values: values.cloned().collect(), ..facet.clone() }
}

fn put_facets(out: &mut Vec<u8>, facets: &[FacetDefinition]) {
    put_number(out, facets.len());
    for facet in facets {
        put_string(out, &facet.slug);
        put_string(out, &facet.label);
        out.push(facet.usage as u8);
        put_number(out, facet.values.len());
        for value in &facet.values {
            put_string(out, &value.slug);
            put_string(out, &value.label);
            put_lines(out, value.words.iter());
        }
    }
}

/// The parts that compounds in these records are made of, taken from the
/// common words, the settings and the words that stand alone in the records.
fn lexicon(documents: &[Document], settings: &Settings) -> Lexicon {
    let common = COMMON_PARTS.split_ascii_whitespace().map(fold);
    let given = settings.parts.iter().map(|it| fold(it));
    let lexicon = Lexicon::new(common.chain(given).filter(|it| it.len() >= 3).collect());
    let mut corpus = BTreeSet::new();
    for it in documents {
        for text in [&it.tittel, &it.sammendrag, &it.tekst, &it.organisasjon].into_iter().chain(&it.sokeord) {
            corpus.extend(words(text).iter().map(|it| fold(it)));
        }
    }
    reduce_lexicon(&lexicon, corpus.into_iter())
}

fn put_records(out: &mut Vec<u8>, documents: &[Document], facets: &[FacetDefinition]) {
    let mut hours: Vec<&Hours> = Vec::new();
    let mut hours_of = Vec::new();
    for it in documents {
        let at = hours.iter().position(|known| **known == it.apningstider).unwrap_or_else(|| {
            hours.push(&it.apningstider);
            hours.len() - 1
        });
        hours_of.push(at);
    }
    put_number(out, hours.len());
    hours.iter().for_each(|it| put_hours(out, it));
    put_number(out, documents.len());
    put_infos(out, documents, &hours_of);
    put_values(out, documents, facets);
    put_texts(out, documents);
}

fn put_infos(out: &mut Vec<u8>, documents: &[Document], hours_of: &[usize]) {
    for it in documents {
        out.push(it.eiergruppe as u8 | (it.drift as u8) << 3 | u8::from(it.sensitiv) << 5);
    }
    out.extend(documents.iter().map(|it| it.alder_fra.unwrap_or(0)));
    out.extend(documents.iter().map(|it| it.alder_til.unwrap_or(u8::MAX)));
    documents.iter().for_each(|it| put_day(out, it.kontrollert.unwrap_or(NO_DAY)));
    documents.iter().for_each(|it| put_number(out, it.intervall as usize));
    documents.iter().for_each(|it| put_period(out, it.gyldig));
    hours_of.iter().for_each(|&it| put_number(out, it));
}

fn put_values(out: &mut Vec<u8>, documents: &[Document], facets: &[FacetDefinition]) {
    for facet in facets {
        let numbers: BTreeMap<&str, usize> = facet.values.iter().map(|it| it.slug.as_str()).zip(0..).collect();
        for document in documents {
            let of_facet = document.verdier.iter().filter(|it| it.0 == facet.slug);
            let of_record: BTreeSet<usize> =
                of_facet.filter_map(|it| numbers.get(it.1.as_str()).copied()).collect();
            put_number(out, of_record.len());
            of_record.iter().for_each(|&it| put_number(out, it));
        }
    }
}

/// The columns in the order of `Kind`.
fn put_texts(out: &mut Vec<u8>, documents: &[Document]) {
    put_lines(out, documents.iter().map(|it| &it.id));
    put_lines(out, documents.iter().map(short_url));
    put_lines(out, documents.iter().map(|it| &it.tittel));
    put_lines(out, documents.iter().map(|it| it.sokeord.join(";")));
    put_lines(out, documents.iter().map(|it| &it.sammendrag));
    put_lines(out, documents.iter().map(|it| &it.organisasjon));
    put_lines(out, documents.iter().map(|it| it.steder.join(";")));
    put_lines(out, documents.iter().map(|it| &it.telefon));
    put_lines(out, documents.iter().map(|it| &it.linje));
}

/// The address with `*` for the last part of the id, since nearly all then
/// are the same and cost nothing.
fn short_url(document: &Document) -> String {
    let slug = document.id.rsplit('/').next().unwrap_or_default();
    match document.url.rfind(slug) {
        Some(at) if !slug.is_empty() && !document.url.contains('*') => {
            [&document.url[..at], "*", &document.url[at + slug.len()..]].concat()
        }
        _ => document.url.clone(),
    }
}

fn put_hours(out: &mut Vec<u8>, hours: &Hours) {
    out.push(u8::from(hours.always));
    put_number(out, hours.months as usize);
    put_number(out, hours.weekly.len());
    for it in &hours.weekly {
        out.push(it.days & 0x7F | u8::from(it.on_holidays) << 7);
        put_number(out, it.from as usize);
        put_number(out, it.to as usize);
        put_period(out, it.valid);
    }
    put_number(out, hours.closed.len());
    hours.closed.iter().for_each(|&it| put_period(out, it));
}

fn put_period(out: &mut Vec<u8>, period: Period) {
    put_day(out, period.from);
    put_day(out, period.to);
}

fn put_day(out: &mut Vec<u8>, day: i32) {
    match day {
        NO_DAY => out.push(0),
        _ => put_number(out, ((day << 1) ^ (day >> 31)) as u32 as usize + 1),
    }
}

fn put_number(out: &mut Vec<u8>, mut n: usize) {
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

fn put_string(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len());
    out.extend(text.as_bytes());
}

/// Strings as lines of one string; line breaks in them become spaces.
fn put_lines(out: &mut Vec<u8>, lines: impl Iterator<Item = impl AsRef<str>>) {
    let mut text = String::new();
    for line in lines {
        text.extend(line.as_ref().chars().map(|c| if c.is_control() { ' ' } else { c }));
        text.push('\n');
    }
    put_string(out, &text);
}
