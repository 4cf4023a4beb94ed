//! Words and phrases that mean a facet value, or the same as other words.

use crate::format::{Core, Use};
use crate::prelude::*;
use crate::text::{Split, Stemmer, Tokens, fold, is_stop_word};

/// What a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// This facet value.
    Value(u16),
    /// This line of synonyms.
    Synonyms(u16),
}

/// A phrase people may write.
pub(crate) struct Phrase {
    /// The keys of its words, and whether they are stop words.
    pub(crate) words: Vec<(String, bool)>,
    /// How many are no stop words.
    pub(crate) n_content: usize,
    /// What it stands for.
    pub(crate) meaning: Meaning,
    /// What happens when it stands in a query.
    pub(crate) usage: Use,
}

impl Phrase {
    /// The phrases of a core: words of facet values, their labels too where
    /// they only rank, and synonyms.
    pub(super) fn all(core: &Core, stemmer: &Stemmer) -> Vec<Phrase> {
        let mut phrases = Vec::new();
        for facet in &core.facets {
            for value in 0..facet.n_values {
                let (_, label, words) = core.value_name(facet, value);
                let meaning = Meaning::Value((facet.first + value) as u16);
                for text in Split::new(words, b';') {
                    add(&mut phrases, stemmer, text, meaning, facet.usage);
                }
                if facet.usage == Use::Rank {
                    add(&mut phrases, stemmer, label, meaning, facet.usage);
                }
            }
        }
        for line in core.synonyms.0..core.synonyms.1 {
            for text in Split::new(core.lines.get(line), b';') {
                add(&mut phrases, stemmer, text, Meaning::Synonyms(line as u16), Use::Rank);
            }
        }
        phrases
    }
}

fn add(phrases: &mut Vec<Phrase>, stemmer: &Stemmer, text: &str, meaning: Meaning, usage: Use) {
    let mut words = Vec::new();
    let mut n_content = 0;
    let mut tokens = Tokens::new(text);
    let mut spelling = String::new();
    while tokens.next(&mut spelling).is_some() {
        let folded = fold(&spelling);
        let is_stop = is_stop_word(&folded);
        n_content += usize::from(!is_stop);
        words.push((stemmer.key(&folded), is_stop));
    }
    if !words.is_empty() && usage != Use::Choose {
        phrases.push(Phrase { words, n_content, meaning, usage });
    }
}
