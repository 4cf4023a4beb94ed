//! The index of the whole country: a core without records, parts of terms and
//! parts of records, of which a query needs a few.
//!
//! What a kommune's index finds out when it is opened is found out here once:
//! compounds are parted, and the words that mean a facet value or another word
//! are among the terms of the records they lead to.

use alloc::collections::BTreeSet;
use alloc::format;
use std::collections::HashMap;

use super::document::{Document, FacetDefinition, Settings, SynonymGroup};
use super::encode::{Writer, words};
use super::types::Use;
use super::wire::{PartKind, checksum};
use crate::index::{LAST_PART, NAME, OTHER_PART, SYNONYM, VALUE, Words, fields_of, near, saturated, weight_of_body};
use crate::prelude::*;
use crate::text::{COMMON_PARTS, Lexicon, Stemmer, Tokens, fold, is_stop_word};

/// Records that a part of them has.
const PER_PART: usize = 24;
/// About how many bytes a part of terms has.
const PART_LENGTH: usize = 7_000;
/// A list has no more records than this, those that are most about its key.
const MOST_LISTED: usize = 2_500;
/// The commonest words, which misspelt ones are compared with.
const N_COMMON: usize = 3_000;
/// The oldest age that has a list.
const OLDEST: u8 = 25;

/// The index of the country.
pub struct CountryParts {
    /// What is loaded first.
    pub core: Vec<u8>,
    /// The parts by name: `t0`, `t1` …, `r0`, `r1` …
    pub parts: Vec<(String, Vec<u8>)>,
}

/// Writes the index of `documents`, which stay in their order. Those that are
/// alike should stand together: they are found together.
///
/// A document is taken when its turn comes and dropped again, so that only
/// what is written is held in memory.
pub fn encode_country(documents: impl Iterator<Item = Document>, settings: &Settings) -> CountryParts {
    let mut writer = CountryWriter::new(settings);
    let mut block = Vec::new();
    for it in documents {
        writer.add(&it);
        block.push(it);
        if block.len() == PER_PART {
            writer.add_block(&block);
            block.clear();
        }
    }
    if !block.is_empty() {
        writer.add_block(&block);
    }
    writer.finish(settings)
}

/// What a word of a text means for the record that has it.
type Means = Vec<(u32, f32)>;

struct CountryWriter {
    stemmer: Stemmer,
    lexicon: Lexicon,
    terms: HashMap<String, u32>,
    // For each term the records with it: number times eight plus how much.
    lists: Vec<Vec<u32>>,
    // All spellings, what each means, and how often it stands in a text.
    words: Words,
    meant: Vec<(Means, u32)>,
    // For each term how much the record at hand is about it, and which are not 0.
    fits: Vec<f32>,
    found: Vec<u32>,
    expand: Expansions,
    n_records: usize,
    blocks: Vec<Writer>,
}

/// What words of settings lead to, ready to be looked up.
#[derive(Default)]
struct Expansions {
    // By facet value: the keys of its words, what they count, and how many records have it.
    values: HashMap<(String, String), (Means, u32)>,
    // By the first key of a synonym: its other keys, and its line.
    synonyms: Vec<Vec<(Vec<u32>, usize)>>,
    // The lists of ages.
    ages: Vec<u32>,
    // By line: its own key, and those of its single words.
    lines: Vec<Vec<u32>>,
}

impl CountryWriter {
    fn new(settings: &Settings) -> CountryWriter {
        let stemmer = Stemmer::new();
        let phrases = settings
            .synonyms
            .iter()
            .flat_map(SynonymGroup::all)
            .chain(settings.facets.iter().flat_map(|it| &it.values).flat_map(|it| &it.words));
        let own = phrases.flat_map(|it| words(it)).filter(|it| it.len() >= 4 && !is_stop_word(it));
        let given = settings.parts.iter().map(|it| fold(it));
        let common = COMMON_PARTS.split_ascii_whitespace().map(fold);
        let forms: BTreeSet<String> = common.chain(given).chain(own).filter(|it| it.len() >= 3).collect();
        let mut writer = CountryWriter {
            lexicon: Lexicon::new(&stemmer, forms.into_iter().collect()),
            stemmer,
            terms: HashMap::new(),
            lists: Vec::new(),
            words: Words::default(),
            meant: Vec::new(),
            fits: Vec::new(),
            found: Vec::new(),
            expand: Expansions::default(),
            n_records: 0,
            blocks: Vec::new(),
        };
        writer.expand_values(&settings.facets);
        writer.expand_synonyms(&settings.synonyms);
        writer.expand.ages = (0..=OLDEST).map(|age| writer.term(&format!("=alder:{age}"))).collect();
        writer
    }

    fn term(&mut self, key: &str) -> u32 {
        if let Some(&known) = self.terms.get(key) {
            return known;
        }
        self.lists.push(Vec::new());
        self.fits.push(0.0);
        self.terms.insert(key.to_owned(), self.lists.len() as u32 - 1);
        self.lists.len() as u32 - 1
    }

    /// The keys of the words of a phrase that are no stop words, when it has
    /// no stop words; else nothing: such a phrase has a key of its own.
    fn content(&mut self, phrase: &str) -> Vec<u32> {
        let content: Vec<String> = words(phrase).filter(|it| !is_stop_word(it)).collect();
        content.iter().map(|it| self.stemmer.key(it)).collect::<Vec<_>>().iter().map(|it| self.term(it)).collect()
    }

    fn expand_values(&mut self, facets: &[FacetDefinition]) {
        for facet in facets {
            for value in &facet.values {
                let mut means = Vec::new();
                let ranks = facet.usage == Use::Rank;
                for text in value.words.iter().chain([&value.label]).filter(|_| ranks) {
                    let keys = self.content(text);
                    if let [key] = keys[..]
                        && words(text).count() == 1
                    {
                        means.push((key, if *text == value.label { NAME } else { VALUE[0] }));
                    }
                }
                means.push((self.term(&value_key(&facet.slug, &value.slug)), 1.0));
                self.expand.values.insert((facet.slug.clone(), value.slug.clone()), (means, 0));
            }
        }
    }

    fn expand_synonyms(&mut self, synonyms: &[SynonymGroup]) {
        for (line, group) in synonyms.iter().enumerate() {
            let mut targets = vec![self.term(&format!("=s:{line}"))];
            for (at, text) in group.all().enumerate() {
                let keys = self.content(text);
                let Some((first, rest)) = keys.split_first() else { continue };
                if rest.is_empty() {
                    // «vil dø» is not all that has «død».
                    if words(text).count() > 1 {
                        continue;
                    }
                    targets.push(*first);
                }
                // Nothing leads to what people only ask.
                if at >= group.words.len() {
                    continue;
                }
                let first = *first as usize;
                if self.expand.synonyms.len() <= first {
                    self.expand.synonyms.resize(first + 1, Vec::new());
                }
                self.expand.synonyms[first].push((rest.to_vec(), line));
            }
            self.expand.lines.push(targets);
        }
    }

    fn add(&mut self, document: &Document) {
        for (text, weight) in fields_of(document) {
            self.read(text, weight);
        }
        self.read(&document.tekst, weight_of_body(document.tekst.len()));
        let mut fits = self.take_found();
        self.add_meanings(document, &mut fits);
        let from = usize::from(document.alder_fra.unwrap_or(0));
        let to = usize::from(document.alder_til.unwrap_or(OLDEST).min(OLDEST));
        fits.extend(self.expand.ages.get(from..=to).into_iter().flatten().map(|age| (*age, 1.0)));
        let is_outdated = document.kontrollert.is_some_and(|it| self.is_outdated(document, it));
        let near = near(document.eiergruppe as u8, document.apningstider.always);
        for (term, fit) in most(fits) {
            let fit = if is_outdated { 0 } else { ((fit * near * 8.0) as u32).min(7) };
            self.lists[term as usize].push((self.n_records as u32) << 3 | fit);
        }
        self.n_records += 1;
    }

    /// Whether a record is outdated when the index is written.
    fn is_outdated(&self, document: &Document, checked: i32) -> bool {
        document.dag.is_some_and(|today| today - checked > 2 * i32::from(document.intervall))
    }

    /// Adds what a text says to what a record is about.
    fn read(&mut self, text: &str, weight: f32) {
        let mut tokens = Tokens::new(text);
        let mut spelling = String::new();
        while tokens.next(&mut spelling).is_some() {
            let word = self.words.add(&spelling) as usize;
            if word == self.meant.len() {
                let means = self.means(&fold(&spelling));
                self.meant.push((means, 0));
            }
            let (means, n) = &mut self.meant[word];
            *n += 1;
            for (term, share) in means {
                let fit = &mut self.fits[*term as usize];
                if *fit == 0.0 {
                    self.found.push(*term);
                }
                *fit += weight * *share;
            }
        }
    }

    /// What the record at hand is about, in the order of terms; the next one begins.
    fn take_found(&mut self) -> Means {
        self.found.sort_unstable();
        let fits = &mut self.fits;
        self.found.drain(..).map(|term| (term, saturated(core::mem::take(&mut fits[term as usize])))).collect()
    }

    /// The key of a word and of its parts.
    fn means(&mut self, folded: &str) -> Means {
        if is_stop_word(folded) {
            return Vec::new();
        }
        let key = self.stemmer.key(folded);
        let mut means = vec![(self.term(&key), 1.0)];
        let parts: Vec<String> =
            self.lexicon.split(&self.stemmer, folded).iter().map(|it| self.stemmer.key(it)).collect();
        for (at, part) in parts.iter().enumerate() {
            means.push((self.term(part), if at + 1 == parts.len() { LAST_PART } else { OTHER_PART }));
        }
        means
    }

    /// Adds the words that mean its facet values or its other words. `fits` is
    /// in the order of terms.
    fn add_meanings(&mut self, document: &Document, fits: &mut Means) {
        let mut raised = Vec::new();
        let fit_of = |term: &u32| fits.binary_search_by_key(term, |it| it.0).map_or(0.0, |at| fits[at].1);
        for (term, _) in fits.iter() {
            for (rest, line) in self.expand.synonyms.get(*term as usize).into_iter().flatten() {
                let fit = core::iter::once(term).chain(rest).map(fit_of).fold(1.0, f32::min);
                let targets = self.expand.lines[*line].iter();
                raised.extend(targets.map(|it| (*it, fit * SYNONYM[0])).filter(|it| it.1 > 0.0));
            }
        }
        for value in &document.verdier {
            let Some((means, n)) = self.expand.values.get_mut(value) else { continue };
            raised.extend(means.iter().copied());
            *n += 1;
        }
        fits.extend(raised);
    }

    fn add_block(&mut self, block: &[Document]) {
        let mut writer = Writer::default();
        writer.number(self.blocks.len());
        writer.empty_settings();
        writer.records(block, &[]);
        self.blocks.push(writer);
    }

    fn finish(mut self, settings: &Settings) -> CountryParts {
        let mut names: Vec<(String, u32)> = self.terms.drain().collect();
        names.retain(|it| !self.lists[it.1 as usize].is_empty());
        names.sort_unstable();
        let mut firsts = Vec::new();
        let mut parts: Vec<Writer> = Vec::new();
        let mut length = PART_LENGTH;
        for (key, term) in names {
            if length >= PART_LENGTH {
                length = 0;
                firsts.push(key.clone());
                let mut writer = Writer::default();
                writer.number(parts.len());
                parts.push(writer);
            }
            let Some(writer) = parts.last_mut() else { continue };
            writer.line(&key);
            length += key.len() + write_list(writer, &self.lists[term as usize], !key.starts_with('='));
        }
        let core = self.core(settings, &firsts, &parts);
        let seal = u32::from_le_bytes([core[12], core[13], core[14], core[15]]) as usize;
        let sealed = |(at, mut writer): (usize, Writer), kind, name| {
            writer.numbers.insert(0, seal as u32);
            (format!("{name}{at}"), writer.finish(kind))
        };
        let terms = parts.into_iter().enumerate().map(|it| sealed(it, PartKind::Terms, 't'));
        let records = self.blocks.into_iter().enumerate().map(|it| sealed(it, PartKind::Records, 'r'));
        CountryParts { core, parts: terms.chain(records).collect() }
    }

    fn core(&self, settings: &Settings, firsts: &[String], parts: &[Writer]) -> Vec<u8> {
        let used = |facet: &FacetDefinition| {
            let is_used = |it: &&super::ValueDefinition| self.total(&facet.slug, &it.slug) > 0;
            FacetDefinition { values: facet.values.iter().filter(is_used).cloned().collect(), ..facet.clone() }
        };
        let facets: Vec<FacetDefinition> = settings.facets.iter().map(used).collect();
        let common = self.common();
        let mut core = Writer::default();
        core.facets(&facets);
        core.number(settings.synonyms.len());
        for group in &settings.synonyms {
            // What single words mean is in their own lists.
            let phrases: Vec<&str> = group.all().map(String::as_str).filter(|it| words(it).count() > 1).collect();
            core.line(&phrases.join(";"));
        }
        core.number(0);
        core.number(firsts.len());
        firsts.iter().for_each(|it| core.line(it));
        core.number(common.len());
        common.iter().for_each(|it| core.line(it));
        core.number(self.n_records);
        if self.n_records > 0 {
            core.number(PER_PART);
            for facet in &facets {
                for value in &facet.values {
                    core.number(self.total(&facet.slug, &value.slug));
                }
            }
        }
        // The core is another when any part is: they are named by it.
        let sum = parts.iter().chain(&self.blocks).fold(0u32, |sum, it| {
            let numbers = it.numbers.iter().fold(sum, |sum, n| (sum ^ n).wrapping_mul(0x0100_0193));
            (numbers ^ checksum(it.text.as_bytes())).wrapping_mul(0x0100_0193)
        });
        core.number(sum as usize);
        core.records(&[], &[]);
        core.finish(PartKind::Core)
    }

    /// How many records have a facet value.
    fn total(&self, facet: &str, value: &str) -> usize {
        self.expand.values.get(&(facet.to_owned(), value.to_owned())).map_or(0, |it| it.1 as usize)
    }

    /// The commonest words that can be misspelt, one spelling for each key.
    fn common(&self) -> Vec<&str> {
        let mut best: HashMap<u32, (&str, u32)> = HashMap::new();
        let is_word = |it: &str| it.len() >= 4 && it.chars().all(char::is_alphabetic);
        for (word, (means, n)) in (0..).zip(&self.meant) {
            let spelling = self.words.spelling(word);
            let Some((key, _)) = means.first().filter(|_| is_word(spelling)) else { continue };
            let known = best.entry(*key).or_insert((spelling, *n));
            if (*n, spelling) > (known.1, known.0) {
                *known = (spelling, *n);
            }
        }
        let mut common: Vec<(&str, u32)> = best.into_values().collect();
        common.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let mut common: Vec<&str> = common.iter().take(N_COMMON).map(|it| it.0).collect();
        common.sort_unstable();
        common
    }
}

/// In the order of terms, each once, with the most that it was found to be.
fn most(mut means: Means) -> Means {
    means.sort_by_key(|it| it.0);
    means.dedup_by(|it, kept| {
        let is_same = it.0 == kept.0;
        if is_same {
            kept.1 = kept.1.max(it.1);
        }
        is_same
    });
    means
}

fn value_key(facet: &str, value: &str) -> String {
    format!("={facet}:{value}")
}

/// Writes a list and returns about how many bytes it takes. A list that ranks
/// keeps the records that are most about its key.
fn write_list(writer: &mut Writer, list: &[u32], ranks: bool) -> usize {
    let mut kept = list.to_vec();
    if ranks && list.len() > MOST_LISTED {
        kept.sort_by(|a, b| (b & 7).cmp(&(a & 7)).then(a.cmp(b)));
        kept.truncate(MOST_LISTED);
        kept.sort_unstable();
    }
    writer.number(kept.len() * 2 + usize::from(kept.len() < list.len()));
    let mut before = 0;
    for &it in &kept {
        writer.number((it - before) as usize);
        before = it & !7;
    }
    kept.len() * 3 / 2
}
