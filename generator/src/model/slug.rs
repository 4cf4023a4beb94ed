//! The part of an address that names one thing.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;

/// The part of a page's address that names one record, such as `helsestasjon-for-ungdom`.
///
/// A slug outlives the title: it is in other people's bookmarks, in the search
/// index and on printed posters. Titles may change freely; slugs may not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(
    // Invariant: 1–100 bytes; only `a-z`, `0-9` and single, inner hyphens; no name that Windows reserves.
    Box<str>,
);

/// Why a text is not a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlugError {
    /// Nothing there.
    Empty,
    /// More than 100 characters.
    TooLong,
    /// A character that an address can't have; `at` is its first byte.
    BadChar {
        /// Byte offset in the text.
        at: usize,
        /// The character.
        found: char,
    },
    /// A hyphen first, last or beside another.
    StrayHyphen,
    /// A device name on Windows, where no file can have it.
    Reserved,
}

/// Names that no file or folder can have on Windows.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

impl Slug {
    /// Accepts `text` only if it already is a slug; nothing is repaired.
    pub fn parse(text: &str) -> Result<Slug, SlugError> {
        if text.is_empty() {
            return Err(SlugError::Empty);
        }
        if text.len() > 100 {
            return Err(SlugError::TooLong);
        }
        if let Some((at, found)) = text.char_indices().find(|(_, it)| !matches!(it, 'a'..='z' | '0'..='9' | '-')) {
            return Err(SlugError::BadChar { at, found });
        }
        if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
            return Err(SlugError::StrayHyphen);
        }
        if RESERVED.contains(&text) {
            return Err(SlugError::Reserved);
        }
        Ok(Slug(text.into()))
    }

    /// The slug that a title suggests: «Åpen barnehage på Øya» gives `apen-barnehage-pa-oya`.
    ///
    /// `None` when no letter or digit is left.
    ///
    /// ```
    /// use nettungen::model::Slug;
    ///
    /// assert_eq!(Slug::suggest("Åpen barnehage på Øya").unwrap().as_str(), "apen-barnehage-pa-oya");
    /// assert_eq!(Slug::suggest("Guovdageaidnu – Kautokeino").unwrap().as_str(), "guovdageaidnu-kautokeino");
    /// assert_eq!(Slug::suggest("…"), None);
    /// ```
    pub fn suggest(title: &str) -> Option<Slug> {
        let mut out = String::new();
        for letter in title.to_lowercase().nfc().flat_map(ascii) {
            match letter {
                'a'..='z' | '0'..='9' => out.push(letter),
                _ if out.is_empty() || out.ends_with('-') => (),
                _ => out.push('-'),
            }
        }
        out.truncate(100);
        Slug::parse(out.trim_end_matches('-')).ok()
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A lower-case letter as the register of kommuner writes it in addresses: Norwegian and Sámi letters
/// by their base letter, accents dropped.
fn ascii(letter: char) -> impl Iterator<Item = char> {
    let text: &str = match letter {
        'æ' | 'ä' => "a",
        'ø' | 'ö' => "o",
        'å' => "a",
        'đ' | 'ð' => "d",
        'ŋ' => "n",
        'ŧ' => "t",
        'ß' => "ss",
        'þ' => "th",
        _ => "",
    };
    let fallback = text.is_empty().then(|| std::iter::once(letter).nfd().next().unwrap_or(letter));
    text.chars().chain(fallback)
}
