//! Splits text into words in lower case, composed letter by letter.
//!
//! Unicode's own tables would weigh more than the rest of the module, so the
//! letters are the ones Norwegian public text has: Latin with all its accents
//! (Sámi and Kven too), Greek and Cyrillic. Other scripts pass unchanged.

use crate::prelude::*;
use core::ops::Range;
use core::str::CharIndices;

/// Longer runs of letters are cut: no word is, and the cost stays bounded.
const LONGEST_WORD: usize = 64;

/// The words of a text, one at a time, without allocating.
pub struct Tokens<'a> {
    text: &'a str,
    chars: core::iter::Peekable<CharIndices<'a>>,
}

impl<'a> Tokens<'a> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'a str) -> Tokens<'a> {
        Tokens { text, chars: text.char_indices().peekable() }
    }

    /// Puts the next word, in lower case, into `word` and returns where it
    /// stands in the text; `None` at the end.
    ///
    /// A hyphen belongs to the word between digits («11-6») and after a single
    /// letter («e-post», which becomes «epost»); elsewhere it parts two words.
    pub fn next(&mut self, word: &mut String) -> Option<Range<usize>> {
        word.clear();
        while self.chars.next_if(|&(_, c)| !is_letter(c)).is_some() {}
        let start = self.chars.peek()?.0;
        let mut end = start;
        while let Some(&(at, c)) = self.chars.peek() {
            if is_letter(c) {
                if word.len() >= LONGEST_WORD {
                    break;
                }
                push_lower(word, c);
            } else if !self.is_inner_hyphen(at, c, word) {
                break;
            } else if ends_in_digit(word) {
                word.push('-');
            }
            end = at + c.len_utf8();
            self.chars.next();
        }
        Some(start..end)
    }

    fn is_inner_hyphen(&self, at: usize, c: char, word: &str) -> bool {
        let mark = matches!(c, '-' | '–' | '\u{2011}');
        let next = self.text[at + c.len_utf8()..].chars().next();
        match next {
            Some(next) if mark && ends_in_digit(word) => next.is_ascii_digit(),
            Some(next) if mark && word.chars().count() == 1 => next.is_alphabetic_like(),
            _ => false,
        }
    }
}

trait AlphabeticLike {
    fn is_alphabetic_like(self) -> bool;
}

impl AlphabeticLike for char {
    fn is_alphabetic_like(self) -> bool {
        is_letter(self) && !self.is_ascii_digit()
    }
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
    match (letter, mark) {
        ('a', 0x30A) => 'å',
        ('a', 0x308) => 'ä',
        ('o', 0x308) => 'ö',
        ('u', 0x308) => 'ü',
        ('a', 0x301) => 'á',
        ('e', 0x301) => 'é',
        ('o', 0x301) => 'ó',
        ('e', 0x300) => 'è',
        ('a', 0x300) => 'à',
        ('o', 0x300) => 'ò',
        ('e', 0x302) => 'ê',
        ('o', 0x302) => 'ô',
        ('c', 0x30C) => 'č',
        ('s', 0x30C) => 'š',
        ('z', 0x30C) => 'ž',
        _ => letter,
    }
}
