//! The Norwegian stemmer, for bokmål and nynorsk at once.
//!
//! Lighter than Snowball's and closer to this domain: it never strips what a
//! base form may end in without doing the same to the base form, so that
//! «lærer», «lærere» and «lærarane» meet, and «kurs» and «kurset» too.

use super::rules::{ENDINGS, NOUN_ENDINGS, RULES, TAKES_S};
use super::split::{Split, cut, find, join};
use crate::prelude::*;

/// A rule, and the letters that a word must have for it to apply.
struct Rule {
    letters: u32,
    place: u8,
    from: &'static str,
    to: &'static str,
}

/// Turns folded words into search keys.
pub struct Stemmer {
    rules: Vec<Rule>,
    noun_endings: Vec<&'static str>,
    endings: Vec<&'static str>,
    takes_s: Vec<&'static str>,
}

impl Default for Stemmer {
    fn default() -> Stemmer {
        Stemmer::new()
    }
}

impl Stemmer {
    /// Reads the rules.
    pub fn new() -> Stemmer {
        let mut rules = Vec::new();
        for rule in Split::new(RULES, b' ') {
            let Some(middle) = find(rule, ">") else { continue };
            let place = rule.as_bytes().first().copied().filter(|it| !it.is_ascii_lowercase()).unwrap_or(b' ');
            let from = cut(rule, usize::from(place != b' '), middle);
            rules.push(Rule { letters: letters(from), place, from, to: cut(rule, middle + 1, rule.len()) });
        }
        Stemmer { rules, noun_endings: list(NOUN_ENDINGS), endings: list(ENDINGS), takes_s: list(TAKES_S) }
    }

    /// The search key of a folded word: its stem, in bokmål spelling.
    ///
    /// A word with a digit or a foreign letter in it is its own key.
    pub fn key(&self, folded: &str) -> String {
        if folded.len() < 3 || !folded.bytes().all(|it| it.is_ascii_lowercase()) {
            return folded.to_owned();
        }
        let word = self.apply_rules(folded);
        let mut stem = self.strip_genitive(&word);
        for ending in &self.noun_endings {
            if stem.len() >= ending.len() + 4 && ends_in(stem, ending) {
                return tidy(cut(stem, 0, stem.len() - ending.len()));
            }
        }
        // Twice, so that «lærere» loses what «lærer» loses.
        for _ in 0..2 {
            stem = self.strip_ending(stem);
        }
        tidy(stem)
    }

    fn apply_rules(&self, folded: &str) -> String {
        let mut word = folded.to_owned();
        let has = letters(folded);
        for it in &self.rules {
            if it.letters & !has != 0 {
                continue;
            }
            let at = match it.place {
                b'=' if word == it.from => 0,
                b'^' if word.starts_with(it.from) => 0,
                b'$' if ends_in(&word, it.from) => word.len() - it.from.len(),
                b' ' => match find(&word, it.from) {
                    Some(at) => at,
                    None => continue,
                },
                _ => continue,
            };
            word = join(&[cut(&word, 0, at), it.to, cut(&word, at + it.from.len(), word.len())]);
            if it.place == b'=' {
                break;
            }
        }
        word
    }

    /// Drops a genitive or linking s after the endings that take one.
    fn strip_genitive<'a>(&self, word: &'a str) -> &'a str {
        match word.strip_suffix('s') {
            Some(rest) if self.takes_s.iter().any(|it| ends_in(rest, it)) => rest,
            _ => word,
        }
    }

    fn strip_ending<'a>(&self, word: &'a str) -> &'a str {
        for ending in &self.endings {
            if ends_in(word, ending) {
                let stem = cut(word, 0, word.len() - ending.len());
                let shortest = if ending.starts_with("he") { 4 } else { 3 };
                return if stem.len() >= shortest && has_vowel(stem) { stem } else { word };
            }
        }
        match word.strip_suffix("het") {
            Some(stem) if stem.len() >= 4 => stem,
            _ => word,
        }
    }
}

/// From behind, where most endings differ at once.
fn ends_in(word: &str, ending: &str) -> bool {
    word.len() >= ending.len() && word.bytes().rev().zip(ending.bytes().rev()).all(|(a, b)| a == b)
}

fn list(words: &'static str) -> Vec<&'static str> {
    let mut list = Vec::new();
    list.extend(Split::new(words, b' '));
    list
}

/// One bit for each letter that a folded word has.
pub(crate) fn letters(folded: &str) -> u32 {
    folded.bytes().fold(0, |set, it| set | 1 << (it & 31))
}

fn has_vowel(stem: &str) -> bool {
    stem.bytes().any(is_vowel)
}

fn is_vowel(it: u8) -> bool {
    matches!(it, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Evens out what is left: «vanleg» and «vanlig», «middel» and «midler»,
/// «sentre» and «senter», doubled last letters.
fn tidy(stem: &str) -> String {
    let long = stem.len() > 4;
    if ends_in(stem, "igt") {
        return cut(stem, 0, stem.len() - 1).to_owned();
    }
    if long && ends_in(stem, "leg") {
        return join(&[cut(stem, 0, stem.len() - 3), "lig"]);
    }
    match stem.as_bytes() {
        [.., before, b'e', b'l'] if long && !is_vowel(*before) => join(&[undouble(cut(stem, 0, stem.len() - 2)), "l"]),
        [_, _, .., b't' | b'd' | b'p' | b'b' | b'k', b'r'] => cut(stem, 0, stem.len() - 1).to_owned(),
        _ => undouble(stem).to_owned(),
    }
}

/// «klubb» and «klubben» meet, «rus» and «russ» do not.
fn undouble(stem: &str) -> &str {
    match stem.as_bytes() {
        [_, .., a, b] if a == b && *b != b's' => cut(stem, 0, stem.len() - 1),
        _ => stem,
    }
}
