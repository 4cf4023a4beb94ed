//! Texts as the words they are made of: each text is read once, and every
//! query after that goes by numbers.

use super::Words;
use crate::prelude::*;
use crate::text::{Split, Tokens};

/// Stands between the phrases of a list, so that no phrase goes across.
pub(crate) const BETWEEN: u32 = u32::MAX;

/// A word where it stands in its text, in bytes.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    pub(crate) word: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The words of texts, in their order.
#[derive(Default)]
pub(crate) struct Tokenized {
    tokens: Vec<Token>,
    // Where the words of each text end.
    ends: Vec<u32>,
}

impl Tokenized {
    /// The words of a text.
    pub(crate) fn get(&self, text: usize) -> &[Token] {
        let end = |text: usize| self.ends.get(text).map_or(0, |it| *it as usize);
        self.tokens.get(end(text.wrapping_sub(1))..end(text)).unwrap_or_default()
    }

    /// Makes room for the words of texts of this many bytes: six for each, as a rule.
    pub(super) fn reserve(&mut self, length: usize) {
        self.tokens.reserve(length / 5);
    }

    /// Reads the next text: phrases with `;` between them.
    pub(super) fn read(&mut self, words: &mut Words, text: &str) {
        let mut spelling = String::new();
        let mut from = 0;
        for phrase in Split::new(text, b';') {
            if from > 0 {
                self.tokens.push(Token { word: BETWEEN, start: from, end: from });
            }
            let mut tokens = Tokens::new(phrase);
            while let Some(at) = tokens.next(&mut spelling) {
                let word = words.add(&spelling);
                self.tokens.push(Token { word, start: from + at.start as u32, end: from + at.end as u32 });
            }
            from += phrase.len() as u32 + 1;
        }
        self.ends.push(self.tokens.len() as u32);
    }
}
