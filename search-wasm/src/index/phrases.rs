//! Words and phrases that mean a facet value, or the same as other words.

use crate::prelude::*;
use crate::format::{Core, Use};
use crate::text::{fold, is_stop_word, key, words};

/// What a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// This facet value.
    Value(u16),
    /// This group of synonyms.
    Group(usize),
}

/// A phrase people may write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The keys of its words.
    pub keys: Vec<String>,
    /// The keys of its words that are no stop words.
    pub content: Vec<String>,
    /// What it stands for.
    pub meaning: Meaning,
    /// What happens when it stands in a query.
    pub usage: Use,
}

impl Phrase {
    fn new(text: &str, meaning: Meaning, usage: Use) -> Phrase {
        let folded: Vec<String> = words(text).iter().map(|it| fold(it)).collect();
        let content = folded.iter().filter(|it| !is_stop_word(it));
        Phrase { content: content.map(|it| key(it)).collect(), keys: folded.iter().map(|it| key(it)).collect(), meaning, usage }
    }

    /// The phrases of a core: labels and words of facet values, and synonyms.
    pub(super) fn all(core: &Core) -> Vec<Phrase> {
        let mut phrases = Vec::new();
        for facet in core.facets.iter().filter(|it| it.usage != Use::Choose) {
            for (value, n) in facet.values.iter().zip(facet.first..) {
                let texts = core::iter::once(&value.label).chain(&value.words);
                phrases.extend(texts.map(|it| Phrase::new(it, Meaning::Value(n), facet.usage)));
            }
        }
        for (n, group) in core.synonyms.iter().enumerate() {
            phrases.extend(group.iter().map(|it| Phrase::new(it, Meaning::Group(n), Use::Rank)));
        }
        phrases.retain(|it| !it.keys.is_empty());
        phrases
    }
}
