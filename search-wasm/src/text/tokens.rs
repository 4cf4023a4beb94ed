//! Splits text into words in lower case, composed letter by letter.
//!
//! Unicode's own tables would weigh more than the rest of the module, so the
//! letters are the ones Norwegian public text has: Latin with all its accents
//! (Sámi and Kven too), Greek and Cyrillic. Other scripts pass unchanged.

use core::ops::Range;

use super::split::cut;
use crate::prelude::*;

/// Longer runs of letters are cut: no word is, and the cost stays bounded.
const LONGEST_WORD: usize = 64;

/// The words of a text, one at a time, without allocating.
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'a str) -> Tokens<'a> {
        Tokens { text, at: 0 }
    }

    fn peek(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at)? {
            byte @ 0..0x80 => Some(char::from(*byte)),
            _ => cut(self.text, at, self.text.len()).chars().next(),
        }
    }

    /// How many small letters of ASCII stand here.
    fn plain_letters(&self) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        rest.iter().take_while(|it| it.is_ascii_lowercase()).count()
    }

    /// Puts the next word, in lower case, into `word` and returns where it
    /// stands in the text; `None` at the end.
    ///
    /// A hyphen belongs to the word between digits («11-6») and after a single
    /// letter («e-post», which becomes «epost»); elsewhere it parts two words.
    pub fn next(&mut self, word: &mut String) -> Option<Range<usize>> {
        word.clear();
        while let Some(c) = self.peek(self.at).filter(|it| !is_letter(*it)) {
            self.at += c.len_utf8();
        }
        let start = self.at;
        // Letters since the last full stop: «P.P.T.» is one word.
        let mut n_letters = 0;
        while let Some(c) = self.peek(self.at) {
            // Nearly all letters are plain ones: a run of them goes at once.
            let run = self.plain_letters();
            if run > 0 && word.len() + run <= LONGEST_WORD {
                word.push_str(cut(self.text, self.at, self.at + run));
                self.at += run;
                n_letters += run;
                continue;
            }
            let after = self.at + c.len_utf8();
            if is_letter(c) {
                if word.len() >= LONGEST_WORD {
                    break;
                }
                push_lower(word, c);
                n_letters += 1;
            } else if c == '.'
                && n_letters == 1
                && !ends_in_digit(word)
                && self.peek(after).is_some_and(|it| is_letter(it) && !it.is_ascii_digit())
            {
                n_letters = 0;
            } else if matches!(c, '-' | '–' | '\u{2011}') && self.goes_on(after, word) {
                if ends_in_digit(word) {
                    word.push('-');
                }
            } else {
                break;
            }
            self.at = after;
        }
        (start < self.at).then_some(start..self.at)
    }

    /// Whether a word goes on after a hyphen.
    fn goes_on(&self, after: usize, word: &str) -> bool {
        let next = self.peek(after).unwrap_or(' ');
        if ends_in_digit(word) {
            return next.is_ascii_digit();
        }
        is_letter(next) && !next.is_ascii_digit() && is_one_letter(word)
    }
}

fn is_one_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some() && letters.next().is_none()
}

fn ends_in_digit(word: &str) -> bool {
    word.bytes().last().is_some_and(|it| it.is_ascii_digit())
}

/// Whether `c` can be part of a word: letters, digits and combining marks.
fn is_letter(c: char) -> bool {
    match c as u32 {
        0..0x80 => c.is_ascii_alphanumeric(),
        0xAA | 0xB5 | 0xBA => true,
        0x80..0xC0 | 0xD7 | 0xF7 => false,
        0x60C | 0x61B | 0x61F | 0x66A..=0x66D | 0x6D4 => false,
        // Punctuation, arrows, symbols, emoji, private use and directions.
        0x2000..0x2C00 | 0x3000..0x3041 | 0xD800..0xF900 => false,
        0xFE00..0xFE70 | 0xFF00..0xFF10 | 0xFFF0..0x10000 => false,
        0x1F000..0x20000 | 0xE0000.. => false,
        _ => true,
    }
}

/// Appends `c` in lower case; a combining mark joins the letter before it.
fn push_lower(word: &mut String, c: char) {
    let code = c as u32;
    if (0x300..0x370).contains(&code) {
        if let Some(letter) = word.pop() {
            word.push(compose(letter, code));
        }
        return;
    }
    let lower = match code {
        0x41..=0x5A | 0xC0..=0xDE if code != 0xD7 => code + 0x20,
        0x130 => 0x69,
        0x178 => 0xFF,
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC => code + (code & 1),
        0x100..=0x137 | 0x14A..=0x177 | 0x1DE..=0x1EF | 0x1E00..=0x1EFF => code | 1,
        0x391..=0x3A9 | 0x410..=0x42F => code + 0x20,
        0x400..=0x40F => code + 0x50,
        _ => code,
    };
    word.push(char::from_u32(lower).unwrap_or(c));
}

/// The letter with its combining mark, or the letter alone where the pair is
/// of no importance in the Nordic and Sámi languages.
fn compose(letter: char, mark: u32) -> char {
    match (mark, letter) {
        (0x30A, 'a') => 'å',
        (0x308, 'a') => 'ä',
        (0x308, 'o') => 'ö',
        (0x308, 'u') => 'ü',
        (0x301, 'a') => 'á',
        (0x301, 'e') => 'é',
        (0x301, 'o') => 'ó',
        (0x300, 'e') => 'è',
        (0x300, 'a') => 'à',
        (0x300, 'o') => 'ò',
        (0x302, 'e') => 'ê',
        (0x302, 'o') => 'ô',
        (0x30C, 'c') => 'č',
        (0x30C, 's') => 'š',
        (0x30C, 'z') => 'ž',
        _ => letter,
    }
}
