//! Words and phrases that mean a facet value, or the same as other words.

use crate::format::{Core, Lines, Use};
use crate::order::order;
use crate::prelude::*;
use crate::text::{Split, Stemmer, Tokens, fold, is_stop_word};

/// What a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// This facet value.
    Value(u16),
    /// This group of synonyms.
    Synonyms(u16),
}

/// How a phrase says what it stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// As anyone may.
    Said,
    /// As its own name.
    Name,
    /// As people ask: no record is found for having it.
    Asked,
}

/// A phrase people may write.
pub(crate) struct Phrase {
    /// The keys of its words, and whether they are stop words.
    pub(crate) words: Vec<(String, bool)>,
    /// The first that is no stop word; the first of all when all are.
    pub(crate) lead: usize,
    /// How many are no stop words.
    pub(crate) n_content: usize,
    /// What it stands for.
    pub(crate) meaning: Meaning,
    /// What happens when it stands in a query.
    pub(crate) usage: Use,
    /// How it says so.
    pub(crate) manner: Manner,
}

impl Phrase {
    /// The key that it is found by.
    fn key(&self) -> &str {
        self.words.get(self.lead).map_or("", |it| it.0.as_str())
    }
}

/// All phrases, found by the first word that is no stop word.
#[derive(Default)]
pub(crate) struct Phrases {
    list: Vec<Phrase>,
    by_key: Vec<u32>,
}

impl Phrases {
    /// The phrases of a core: words of facet values, their labels too where
    /// they only rank, and synonyms.
    pub(super) fn new(core: &Core, stemmer: &Stemmer) -> Phrases {
        let mut phrases = Phrases::default();
        for facet in &core.facets {
            for value in 0..facet.n_values {
                let (_, label, words) = core.value_name(facet, value);
                let meaning = Meaning::Value((facet.first + value) as u16);
                for text in Split::new(words, b';') {
                    add(&mut phrases.list, stemmer, text, (meaning, facet.usage, Manner::Said));
                }
                if facet.usage == Use::Rank {
                    add(&mut phrases.list, stemmer, label, (meaning, facet.usage, Manner::Name));
                }
            }
        }
        phrases.add_synonyms(core, &core.lines, core.synonyms.0, Manner::Said, stemmer);
        phrases
    }

    /// Adds to each group of synonyms of a core what a line says, from line `first` on.
    pub(super) fn add_synonyms(&mut self, core: &Core, lines: &Lines, first: usize, manner: Manner, stemmer: &Stemmer) {
        for group in 0..core.synonyms.1 - core.synonyms.0 {
            for text in Split::new(lines.get(first + group), b';') {
                add(&mut self.list, stemmer, text, (Meaning::Synonyms(group as u16), Use::Rank, manner));
            }
        }
        let list = &self.list;
        self.by_key = order(list.len(), &|a, b| list[a as usize].key() < list[b as usize].key());
    }

    /// Those that stand for this.
    pub(crate) fn meaning(&self, meaning: Meaning) -> impl Iterator<Item = &Phrase> {
        self.list.iter().filter(move |it| it.meaning == meaning)
    }

    /// Those whose leading word has this key.
    pub(crate) fn led_by<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Phrase> {
        let start = self.by_key.partition_point(|it| self.list[*it as usize].key() < key);
        let rest = self.by_key.get(start..).unwrap_or_default();
        rest.iter().map(|it| &self.list[*it as usize]).take_while(move |it| it.key() == key)
    }
}

fn add(phrases: &mut Vec<Phrase>, stemmer: &Stemmer, text: &str, (meaning, usage, manner): (Meaning, Use, Manner)) {
    let mut words = Vec::new();
    let mut n_content = 0;
    let mut lead = 0;
    let mut tokens = Tokens::new(text);
    let mut spelling = String::new();
    while tokens.next(&mut spelling).is_some() {
        let folded = fold(&spelling);
        let is_stop = is_stop_word(&folded);
        if !is_stop && n_content == 0 {
            lead = words.len();
        }
        n_content += usize::from(!is_stop);
        words.push((stemmer.key(&folded), is_stop));
    }
    if !words.is_empty() && usage != Use::Choose {
        phrases.push(Phrase { words, lead, n_content, meaning, usage, manner });
    }
}
