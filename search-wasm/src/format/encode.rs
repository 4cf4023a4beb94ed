//! Index → bytes. Only the generator has this.

use alloc::collections::{BTreeMap, BTreeSet};

use super::FORMAT_VERSION;
use super::document::{Document, FacetDefinition, Hours, Settings, SynonymGroup};
use super::types::{NO_DAY, Period};
use super::wire::{MAGIC, PartKind, checksum};
use crate::index::Words;
use crate::prelude::*;
use crate::text::{COMMON_PARTS, Lexicon, Stemmer, Tokens, fold, is_stop_word, used_forms};

/// The two parts of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Everything but the bodies: enough to answer.
    pub core: Vec<u8>,
    /// The bodies, and rarer synonyms.
    pub texts: Vec<u8>,
}

/// Writes the index of `documents`, which stay in their order: it is the
/// order in which they are listed before anything is typed.
pub fn encode(documents: &[Document], settings: &Settings) -> Parts {
    let used = used_values(documents);
    let facets: Vec<FacetDefinition> = settings.facets.iter().map(|it| only_used(it, &used)).collect();
    let mut core = Writer::default();
    core.facets(&facets);
    let Corpus { forms, keys } = corpus(documents, settings);
    let stemmer = Stemmer::new();
    let leads_anywhere = |it: &&SynonymGroup| it.all().any(|text| is_there(&stemmer, text, &keys));
    let synonyms: Vec<&SynonymGroup> = settings.synonyms.iter().filter(leads_anywhere).collect();
    core.number(synonyms.len());
    synonyms.iter().for_each(|it| core.line(&it.words.join(";")));
    core.number(forms.len());
    forms.iter().for_each(|it| core.line(it));
    core.number(0);
    core.number(0);
    core.number(0);
    core.number(0);
    core.records(documents, &facets);
    let core = core.finish(PartKind::Core);
    let mut texts = Writer::default();
    texts.number(u32::from_le_bytes([core[12], core[13], core[14], core[15]]) as usize);
    documents.iter().for_each(|it| texts.line(&it.tekst));
    synonyms.iter().for_each(|it| texts.line(&it.later.join(";")));
    Parts { core, texts: texts.finish(PartKind::Texts) }
}

pub(super) fn used_values(documents: &[Document]) -> BTreeSet<(&str, &str)> {
    documents.iter().flat_map(|it| &it.verdier).map(|(facet, value)| (facet.as_str(), value.as_str())).collect()
}

pub(super) fn only_used(facet: &FacetDefinition, used: &BTreeSet<(&str, &str)>) -> FacetDefinition {
    let values = facet.values.iter().filter(|it| used.contains(&(facet.slug.as_str(), it.slug.as_str())));
    FacetDefinition { values: values.cloned().collect(), ..facet.clone() }
}

/// What the records' words are made of.
struct Corpus {
    /// The words that compounds in them are made of, out of the common ones,
    /// those of the settings, and those that stand alone in what the records
    /// are named and searched by.
    forms: BTreeSet<String>,
    /// The keys of all words and of their parts.
    keys: BTreeSet<String>,
}

fn corpus(documents: &[Document], settings: &Settings) -> Corpus {
    let stemmer = Stemmer::new();
    let common = COMMON_PARTS.split_ascii_whitespace().map(fold);
    let given = settings.parts.iter().map(|it| fold(it));
    let mut known: BTreeSet<String> = common.chain(given).filter(|it| it.len() >= 3).collect();
    let (mut names, mut texts) = (Words::default(), Words::default());
    for it in documents {
        it.sokeord.iter().chain([&it.tittel, &it.sammendrag]).for_each(|text| collect(&mut names, text));
        [&it.tekst, &it.organisasjon].into_iter().chain(&it.steder).for_each(|text| collect(&mut texts, text));
    }
    known.extend(names.all_folded().filter(|it| it.len() >= 4 && !is_stop_word(it)).map(str::to_owned));
    let lexicon = Lexicon::new(&stemmer, known.into_iter().collect());
    let words: BTreeSet<&str> = names.all_folded().chain(texts.all_folded()).collect();
    let splits: Vec<Vec<&str>> = words.iter().map(|it| lexicon.split(&stemmer, it)).collect();
    let forms = used_forms(&stemmer, &lexicon, splits.iter().map(Vec::as_slice));
    let with_parts: BTreeSet<&str> = words.into_iter().chain(splits.into_iter().flatten()).collect();
    Corpus { forms, keys: with_parts.into_iter().map(|it| stemmer.key(it)).collect() }
}

/// Whether the words of a synonym stand in records: where none of a group do,
/// none finds a record that it would not find alone.
fn is_there(stemmer: &Stemmer, text: &str, keys: &BTreeSet<String>) -> bool {
    words(text).filter(|it| !is_stop_word(it)).all(|it| keys.contains(&stemmer.key(&it)))
}

/// Adds the words of a text that are new.
fn collect(words: &mut Words, text: &str) {
    let mut tokens = Tokens::new(text);
    let mut word = String::new();
    while tokens.next(&mut word).is_some() {
        words.add(&word);
    }
}

/// The folded words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let mut tokens = Tokens::new(text);
    let mut word = String::new();
    core::iter::from_fn(move || tokens.next(&mut word).map(|_| fold(&word)))
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

/// Numbers and lines on their way to be a part.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) numbers: Vec<u32>,
    pub(super) text: String,
}

impl Writer {
    pub(super) fn number(&mut self, n: usize) {
        self.numbers.push(u32::try_from(n).unwrap_or(u32::MAX));
    }

    /// One line; what would break it becomes a space.
    pub(super) fn line(&mut self, line: &str) {
        if line.chars().any(char::is_control) {
            self.text.extend(line.chars().map(|c| if c.is_control() { ' ' } else { c }));
        } else {
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    fn day(&mut self, day: i32) {
        let day = if day == NO_DAY { 0 } else { i64::from(day).clamp(0, (1 << 30) - 2) + 1 };
        self.number(usize::try_from(day).unwrap_or(0));
    }

    fn period(&mut self, period: Period) {
        self.day(period.from);
        self.day(period.to);
    }

    /// What a core begins with when it has nothing but records.
    pub(super) fn empty_settings(&mut self) {
        for _ in 0..7 {
            self.number(0);
        }
    }

    pub(super) fn facets(&mut self, facets: &[FacetDefinition]) {
        self.number(facets.len());
        for facet in facets {
            self.number(facet.usage as usize);
            self.number(facet.values.len());
            self.line(&facet.slug);
            self.line(&facet.label);
            for value in &facet.values {
                self.line(&value.slug);
                self.line(&value.label);
                self.line(&value.words.join(";"));
            }
        }
    }

    pub(super) fn records(&mut self, documents: &[Document], facets: &[FacetDefinition]) {
        let mut hours: Vec<&Hours> = Vec::new();
        let mut hours_of = Vec::new();
        for it in documents {
            let at = hours.iter().position(|known| **known == it.apningstider).unwrap_or_else(|| {
                hours.push(&it.apningstider);
                hours.len() - 1
            });
            hours_of.push(at);
        }
        self.number(hours.len());
        hours.iter().for_each(|it| self.hours(it));
        self.number(documents.len());
        self.infos(documents, &hours_of);
        self.values(documents, facets);
        self.texts(documents);
    }

    fn hours(&mut self, hours: &Hours) {
        self.number(usize::from(hours.months & 0xFFF) | usize::from(hours.always) << 15);
        self.number(hours.weekly.len());
        for it in &hours.weekly {
            self.number(usize::from(it.days & 0x7F) | usize::from(it.on_holidays) << 7);
            self.number(usize::from(it.from.min(24 * 60)));
            self.number(usize::from(it.to.min(24 * 60)));
            self.period(it.valid);
        }
        self.number(hours.closed.len());
        hours.closed.iter().for_each(|&it| self.period(it));
    }

    fn infos(&mut self, documents: &[Document], hours_of: &[usize]) {
        for it in documents {
            self.number(it.eiergruppe as usize | (it.drift as usize) << 3 | usize::from(it.sensitiv) << 5);
        }
        documents.iter().for_each(|it| self.number(usize::from(it.alder_fra.unwrap_or(0))));
        documents.iter().for_each(|it| self.number(usize::from(it.alder_til.unwrap_or(u8::MAX))));
        documents.iter().for_each(|it| self.day(it.kontrollert.unwrap_or(NO_DAY)));
        documents.iter().for_each(|it| self.number(usize::from(it.intervall)));
        documents.iter().for_each(|it| self.period(it.gyldig));
        hours_of.iter().for_each(|&it| self.number(it));
    }

    fn values(&mut self, documents: &[Document], facets: &[FacetDefinition]) {
        let names = facets.iter().flat_map(|it| it.values.iter().map(|value| (it.slug.as_str(), value.slug.as_str())));
        let numbers: BTreeMap<(&str, &str), usize> = names.zip(0..).collect();
        for it in documents {
            let of_record = it.verdier.iter().filter_map(|it| numbers.get(&(it.0.as_str(), it.1.as_str())).copied());
            let of_record: BTreeSet<usize> = of_record.collect();
            self.number(of_record.len());
            let mut next = 0;
            for value in of_record {
                self.number(value - next);
                next = value + 1;
            }
        }
    }

    /// The columns in the order of `Kind`.
    fn texts(&mut self, documents: &[Document]) {
        documents.iter().for_each(|it| self.line(&it.id));
        documents.iter().for_each(|it| self.line(&short_url(it)));
        documents.iter().for_each(|it| self.line(&it.tittel));
        documents.iter().for_each(|it| self.line(&it.sokeord.join(";")));
        documents.iter().for_each(|it| self.line(&it.sammendrag));
        documents.iter().for_each(|it| self.line(&it.organisasjon));
        documents.iter().for_each(|it| self.line(&it.steder.join(";")));
        documents.iter().for_each(|it| self.line(&it.telefon));
        documents.iter().for_each(|it| self.line(&it.linje));
    }

    pub(super) fn finish(self, kind: PartKind) -> Vec<u8> {
        let mut payload = Vec::new();
        let count = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        for mut n in core::iter::once(count).chain(self.numbers) {
            while n >= 0x80 {
                payload.push(n as u8 | 0x80);
                n >>= 7;
            }
            payload.push(n as u8);
        }
        payload.extend(self.text.as_bytes());
        let mut part = MAGIC.to_vec();
        part.extend((u32::from(FORMAT_VERSION) | (kind as u32) << 16).to_le_bytes());
        part.extend((payload.len() as u32).to_le_bytes());
        part.extend(checksum(&payload).to_le_bytes());
        part.extend(payload);
        part
    }
}
