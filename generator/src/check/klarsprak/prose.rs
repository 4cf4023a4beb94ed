//! Markdown as words and sentences, each with its place in the text.

use std::ops::Range;

/// The words of a text in sentences. What an editor has still to fill in, addresses of links and
/// comments are no words.
pub(super) struct Prose<'t> {
    text: &'t str,
    /// Byte ranges.
    pub(super) words: Vec<Range<usize>>,
    /// Ranges of `words`.
    pub(super) sentences: Vec<Range<usize>>,
}

/// Words that end with a full stop and end no sentence.
const SHORT: [&str; 22] = [
    "bl", "ca", "dvs", "eks", "evt", "f", "fig", "fork", "gnr", "inkl", "iht", "jf", "kap", "kl", "mht", "mill", "mrd",
    "nr", "osv", "pga", "pkt", "tlf",
];

impl<'t> Prose<'t> {
    /// Takes `text` apart.
    pub(super) fn new(text: &'t str) -> Prose<'t> {
        let mut prose = Prose { text, words: Vec::new(), sentences: Vec::new() };
        let mut first = 0;
        let mut at = 0;
        while let Some(letter) = text[at..].chars().next() {
            if let Some(end) = skipped(&text[at..]) {
                at += end;
            } else if letter.is_alphanumeric() {
                let end = at + word_length(&text[at..]);
                prose.words.push(at..end);
                at = end;
            } else {
                at += letter.len_utf8();
                if prose.ends_sentence(letter, at) {
                    prose.close(&mut first);
                }
            }
        }
        prose.close(&mut first);
        prose
    }

    fn close(&mut self, first: &mut usize) {
        if *first < self.words.len() {
            self.sentences.push(*first..self.words.len());
            *first = self.words.len();
        }
    }

    /// Whether `mark`, which stands before byte `after`, ends a sentence.
    fn ends_sentence(&self, mark: char, after: usize) -> bool {
        let rest = &self.text[after..];
        match mark {
            '\n' => rest.starts_with('\n') || begins_block(rest) || self.in_heading(after),
            '|' => true,
            '!' | '?' => true,
            '.' => {
                let before = self.words.last().map_or("", |it| &self.text[it.clone()]);
                let next = rest.trim_start_matches([' ', '\n', '«', '"', '*', '_', '[', '(']).chars().next();
                let goes_on = next.is_some_and(|it| it.is_lowercase() || it.is_ascii_digit());
                let short = SHORT.contains(&before.to_lowercase().as_str()) || before.chars().count() == 1;
                !rest.starts_with(|it: char| it.is_alphanumeric()) && !goes_on && !short
            }
            _ => false,
        }
    }

    /// Whether the line that ends before byte `after` is a heading.
    fn in_heading(&self, after: usize) -> bool {
        self.text[..after].trim_end_matches('\n').rsplit('\n').next().is_some_and(|it| it.starts_with('#'))
    }

    /// The word at place `at`.
    pub(super) fn word(&self, at: usize) -> &'t str {
        &self.text[self.words[at].clone()]
    }

    /// Byte range from the first to the last of some words.
    pub(super) fn range(&self, words: &Range<usize>) -> Range<usize> {
        self.words[words.start].start..self.words[words.end - 1].end
    }

    /// The readability index LIX (Björnsson, 1968): words a sentence, plus the percentage of words with
    /// more than six letters. Below 30 is very easy, 40 is a newspaper, above 50 is hard.
    pub(super) fn lix(&self) -> usize {
        if self.sentences.is_empty() {
            return 0;
        }
        let long = self.words.iter().filter(|it| self.text[(*it).clone()].chars().count() > 6).count();
        self.words.len() / self.sentences.len() + 100 * long / self.words.len()
    }
}

/// Whether a line begins a new block: a heading, a list item, a table row or a quotation.
fn begins_block(line: &str) -> bool {
    let line = line.trim_start();
    let numbered = line
        .split_once(['.', ')'])
        .is_some_and(|(it, _)| !it.is_empty() && it.len() < 4 && it.bytes().all(|it| it.is_ascii_digit()));
    numbered || line.starts_with(['#', '-', '*', '|', '>'])
}

/// Bytes of what is no prose at the start of `text`, if that is what stands there.
fn skipped(text: &str) -> Option<usize> {
    let to = |begin: &str, end: &str| {
        text.starts_with(begin).then(|| text.find(end).map_or(text.len(), |it| it + end.len()))
    };
    to("«fyll inn", "»").or_else(|| to("](", ")")).or_else(|| to("<!--", "-->")).or_else(|| {
        let address = text.starts_with("https://") || text.starts_with("http://");
        address.then(|| text.find(char::is_whitespace).unwrap_or(text.len()))
    })
}

/// Letters and digits, with single hyphens, dots and apostrophes between them: `trygg-og-glad`, `15.30`.
fn word_length(text: &str) -> usize {
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, it)| *it);
        let inner = matches!(letter, '-' | '.' | '\'' | '’' | ':' | '@') && next.is_some_and(char::is_alphanumeric);
        if !letter.is_alphanumeric() && !inner {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}
