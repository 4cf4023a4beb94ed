//! What can be wrong with the bytes of an index.

/// Why bytes are not an index that this reader can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeError {
    /// The first bytes are not those of an index part of the asked kind.
    NotAnIndex,
    /// Written by another version; the page should reload once.
    Version {
        /// The version in the file.
        found: u16,
        /// The version this reader knows.
        known: u16,
    },
    /// Shorter or longer than the header says: an interrupted download.
    Length {
        /// Bytes there are.
        found: usize,
        /// Bytes the header promises.
        expected: usize,
    },
    /// The checksum does not fit the content.
    Damaged,
    /// The texts belong to another core: a new deploy came in between.
    OtherCore,
    /// A value that no writer writes, at this byte.
    Malformed,
}

impl DecodeError {
    /// A short name for scripts: the page decides on it what to do.
    pub fn code(self) -> &'static str {
        match self {
            DecodeError::NotAnIndex => "not-an-index",
            DecodeError::Version { .. } => "version",
            DecodeError::Length { .. } => "length",
            DecodeError::Damaged => "damaged",
            DecodeError::OtherCore => "other-core",
            DecodeError::Malformed => "malformed",
        }
    }
}

// Formatting is kept out of the browser module, which only uses `code`.
#[cfg(not(target_arch = "wasm32"))]
impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            DecodeError::NotAnIndex => write!(f, "not a search index"),
            DecodeError::Version { found, known } => {
                write!(f, "index has format version {found}, this program reads version {known}")
            }
            DecodeError::Length { found, expected } => write!(f, "index is {found} bytes, expected {expected}"),
            DecodeError::Damaged => write!(f, "index is damaged (checksum)"),
            DecodeError::OtherCore => write!(f, "texts belong to another version of the index"),
            DecodeError::Malformed => write!(f, "index has a value that no writer writes"),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl std::error::Error for DecodeError {}
