//! The Norwegian stemmer, for bokmål and nynorsk at once.
//!
//! Lighter than Snowball's and closer to this domain: it never strips what a
//! base form may end in without doing the same to the base form, so that
//! «lærer», «lærere» and «lærarane» meet, and «kurs» and «kurset» too.

use super::join;
use crate::prelude::*;
use super::malform::to_bokmal;

/// Inflected forms with another vowel; the ending of a word, so that
/// «lærebøker» is met too.
const IRREGULAR: &[(&str, &str)] = &[
    ("bokene", "bok"),
    ("boker", "bok"),
    ("fedrene", "far"),
    ("fedre", "far"),
    ("modrene", "mor"),
    ("modre", "mor"),
    ("mennene", "mann"),
    ("dotrene", "datter"),
    ("dotre", "datter"),
    ("brodrene", "bror"),
    ("brodre", "bror"),
    ("sostrene", "soster"),
    ("sostre", "soster"),
    ("hendene", "hand"),
    ("hender", "hand"),
    ("tennene", "tann"),
    ("tenner", "tann"),
    ("nettene", "natt"),
    ("oynene", "oye"),
    ("voksne", "voksen"),
    ("barna", "barn"),
    ("borna", "barn"),
    ("born", "barn"),
];

/// The same for whole words, where an ending would catch too much.
const IRREGULAR_WORDS: &[(&str, &str)] = &[
    ("oyne", "oye"),
    ("menn", "mann"),
    ("fotter", "fot"),
    ("drakk", "drikke"),
    ("drukket", "drikke"),
    ("drikk", "drikke"),
    ("slo", "sla"),
    ("slar", "sla"),
    ("slatt", "sla"),
    ("gikk", "ga"),
    ("gar", "ga"),
    ("gatt", "ga"),
    ("dode", "do"),
    ("dor", "do"),
    ("redde", "redd"),
    ("sov", "sove"),
    ("sovet", "sove"),
    ("sokte", "soke"),
    ("sokt", "soke"),
    ("spist", "spise"),
    ("yngre", "ung"),
    ("bor", "bo"),
    ("far", "far"),
    ("hver", "hver"),
    ("selv", "selv"),
];

/// Endings, longest first; the rest must keep three letters and a vowel.
const ENDINGS: &[&str] = &[
    "heitene", "hetenes", "heiten", "hetene", "hetens", "heter", "heten", "heit", "enes", "anes", "erne", "ane",
    "ene", "ens", "ets", "ers", "ast", "est", "ede", "ar", "er", "en", "et", "as", "es", "a", "e",
];

/// The search key of a folded word: its stem, in bokmål spelling.
///
/// A word with a digit in it is its own key.
pub fn key(folded: &str) -> String {
    if folded.len() < 3 || !folded.bytes().all(|it| it.is_ascii_lowercase()) {
        return folded.to_owned();
    }
    let word = irregular(to_bokmal(folded.to_owned()));
    let mut stem = strip_genitive(&word);
    // Twice, so that «lærere» loses what «lærer» loses.
    for _ in 0..2 {
        stem = strip_ending(stem);
    }
    tidy(stem)
}

fn irregular(word: String) -> String {
    if let Some((_, base)) = IRREGULAR_WORDS.iter().find(|(form, _)| *form == word) {
        return (*base).to_owned();
    }
    for (form, base) in IRREGULAR {
        if let Some(head) = word.strip_suffix(form) {
            return join(&[head, base]);
        }
    }
    word
}

/// Drops a genitive or linking s after the endings that take one.
fn strip_genitive(word: &str) -> &str {
    let Some(rest) = word.strip_suffix('s') else { return word };
    let takes_s = ["ing", "dom", "het", "sjon", "skap", "vern", "else", "foreldre", "barne"];
    if takes_s.iter().any(|it| rest.ends_with(it)) { rest } else { word }
}

fn strip_ending(word: &str) -> &str {
    for ending in ENDINGS {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        let shortest = if ending.starts_with("he") { 4 } else { 3 };
        if stem.len() >= shortest && has_vowel(stem) {
            return stem;
        }
        return word;
    }
    match word.strip_suffix("het") {
        Some(stem) if stem.len() >= 4 => stem,
        _ => word,
    }
}

fn has_vowel(stem: &str) -> bool {
    stem.bytes().any(|it| matches!(it, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
}

/// Evens out what is left: «vanleg» and «vanlig», «middel» and «midler»,
/// «sentre» and «senter», doubled last letters.
fn tidy(stem: &str) -> String {
    let mut stem = stem.to_owned();
    if stem.ends_with("igt") {
        stem.pop();
    }
    if stem.len() > 4 && stem.ends_with("leg") {
        stem.truncate(stem.len() - 3);
        stem.push_str("lig");
    }
    if stem.len() > 4 && stem.ends_with("el") && !is_vowel_at(&stem, stem.len() - 3) {
        stem.truncate(stem.len() - 2);
        undouble(&mut stem);
        stem.push('l');
        return stem;
    }
    let bytes = stem.as_bytes();
    if let [.., before, b'r'] = bytes
        && bytes.len() > 3
        && matches!(before, b't' | b'd' | b'p' | b'b' | b'k')
    {
        stem.pop();
    }
    undouble(&mut stem);
    stem
}

fn is_vowel_at(stem: &str, at: usize) -> bool {
    stem.get(at..=at).is_some_and(has_vowel)
}

fn undouble(stem: &mut String) {
    let bytes = stem.as_bytes();
    if let [.., a, b] = bytes
        && a == b
        && bytes.len() > 2
    {
        stem.pop();
    }
}
