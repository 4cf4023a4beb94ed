//! Norwegian that nobody wrote: a random walk through the words of the content that ships.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use fastrand::Rng;

/// One new compound in so many words: the long tail that real content has.
const COMPOUND_EVERY: usize = 25;

/// A chain of words: for each, the words that have followed it.
#[derive(Debug)]
pub(crate) struct Words {
    /// Every word once, the most frequent first.
    words: Vec<String>,
    /// For each word its followers, as often as they followed; empty after a word that ends a text.
    next: Vec<Vec<u32>>,
    /// The words that have begun a sentence.
    first: Vec<u32>,
    /// Where the words that may be a part of a compound are.
    parts: Vec<u32>,
}

impl Words {
    /// Reads the bokmål texts below `content`.
    pub(crate) fn read(content: &Path) -> anyhow::Result<Words> {
        let mut texts = Vec::new();
        for folder in ["maler", "kommuner/fjordvik/tilbud"] {
            let mut paths: Vec<PathBuf> = fs::read_dir(content.join(folder))
                .with_context(|| format!("cannot read {folder}"))?
                .map(|it| it.map(|it| it.path()))
                .collect::<Result<_, _>>()?;
            paths.sort();
            for path in paths {
                texts.push(body(&fs::read_to_string(&path)?));
            }
        }
        Ok(Words::of(&texts))
    }

    fn of(texts: &[String]) -> Words {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for word in texts.iter().flat_map(|it| it.split_whitespace()) {
            *counts.entry(word).or_default() += 1;
        }
        let mut words: Vec<&str> = counts.keys().copied().collect();
        words.sort_by_key(|it| (std::cmp::Reverse(counts[it]), *it));
        let places: BTreeMap<&str, u32> = words.iter().zip(0..).map(|(word, at)| (*word, at)).collect();
        let (mut next, mut first) = (vec![Vec::new(); words.len()], Vec::new());
        for text in texts {
            let mut before: Option<&str> = None;
            for word in text.split_whitespace() {
                match before {
                    Some(before) if !before.ends_with(['.', '?', '!']) => {
                        next[places[before] as usize].push(places[word]);
                    }
                    _ => first.push(places[word]),
                }
                before = Some(word);
            }
        }
        let is_part = |it: &str| {
            let length = it.chars().count();
            (4..=9).contains(&length) && it.chars().all(|it| it.is_alphabetic() && it.is_lowercase())
        };
        let parts = words.iter().zip(0..).filter(|(word, _)| is_part(word)).map(|(_, at)| at).collect();
        Words { words: words.into_iter().map(str::to_owned).collect(), next, first, parts }
    }

    /// A text of about `length` words, in whole sentences.
    pub(crate) fn text(&self, rng: &mut Rng, length: usize) -> String {
        let mut text = String::new();
        let mut n = 0;
        while n < length {
            let mut at = self.first[rng.usize(..self.first.len())] as usize;
            loop {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(&self.words[at]);
                n += 1;
                if rng.usize(..COMPOUND_EVERY) == 0 && !self.words[at].ends_with(['.', ',', ':']) {
                    text.push_str(" med ");
                    text.push_str(&self.compound(rng));
                }
                match self.next[at].len() {
                    0 => break,
                    followers => at = self.next[at][rng.usize(..followers)] as usize,
                }
            }
        }
        text
    }

    /// Some words in a row, without signs: a title, or search words.
    pub(crate) fn phrase(&self, rng: &mut Rng, length: usize) -> String {
        (0..length).map(|_| self.compound(rng)).collect::<Vec<_>>().join(" ")
    }

    /// A word, or two in one; the frequent ones by far most often (Zipf's law).
    pub(crate) fn compound(&self, rng: &mut Rng) -> String {
        let first = self.part(rng);
        if rng.bool() { first.to_owned() } else { format!("{first}{}", self.part(rng)) }
    }

    fn part(&self, rng: &mut Rng) -> &str {
        let rank = (self.parts.len() as f64).powf(rng.f64()) as usize;
        &self.words[self.parts[rank.min(self.parts.len() - 1)] as usize]
    }
}

/// The bokmål body of a record, without its markup.
fn body(file: &str) -> String {
    let body = file.splitn(3, "---\n").nth(2).unwrap_or_default();
    let body = body.split("<!-- språk").next().unwrap_or_default();
    let lines = body.lines().filter(|it| !it.starts_with(['#', '-', '|', '<', '>']));
    let words = lines.flat_map(str::split_whitespace);
    let plain = words.filter(|it| !it.contains(['«', '»', '[', ']', '*', '_', '`', '(', ')', '<', '>', ':', '–']));
    plain.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_text() {
        let words = Words::of(&["Vi møtes hver uke. Ring oss når skolen er stengt.".to_owned()]);
        let text = |seed| words.text(&mut Rng::with_seed(seed), 40);
        assert_eq!(text(7), text(7));
        assert!(text(7) != text(8), "another seed gives another text");
    }

    #[test]
    fn sentences_are_whole() {
        let words = Words::of(&["Vi møtes hver uke. Ring oss når skolen er stengt.".to_owned()]);
        let text = words.text(&mut Rng::with_seed(1), 30);
        assert!(text.ends_with('.') && text.split_whitespace().count() >= 30, "{text}");
    }
}
