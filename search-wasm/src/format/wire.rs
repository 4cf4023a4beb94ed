//! Opens a part: checks the header, reads the numbers, finds the lines.

use super::error::DecodeError;
use super::{FORMAT_VERSION, Lines, NO_DAY, Period};
use crate::prelude::*;

/// `NTSI`: Nettungen's search index.
pub(super) const MAGIC: [u8; 4] = *b"NTSI";
/// Magic, version and kind, length of what follows, its checksum.
pub(super) const HEADER: usize = 16;

/// What a part holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    Core = 1,
    Texts = 2,
    Terms = 3,
    Records = 4,
}

/// FNV-1a: guards against cut and mixed-up downloads, not against intent.
pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, &it| (sum ^ u32::from(it)).wrapping_mul(0x0100_0193))
}

/// An opened part.
pub(super) struct Part {
    pub(super) checksum: u32,
    pub(super) numbers: Numbers,
    pub(super) lines: Lines,
}

/// Checks the header and takes the payload apart.
pub(super) fn open(bytes: &[u8], kind: PartKind) -> Result<Part, DecodeError> {
    let word =
        |at: usize| bytes.get(at..at + 4).unwrap_or_default().iter().rev().fold(0, |n, &it| n << 8 | u32::from(it));
    let Some(payload) = bytes.get(HEADER..).filter(|_| bytes.starts_with(&MAGIC)) else {
        return Err(DecodeError::NotAnIndex);
    };
    let version = word(4) as u16;
    if version != FORMAT_VERSION {
        return Err(DecodeError::Version { found: version, known: FORMAT_VERSION });
    }
    if word(4) >> 16 != kind as u32 {
        return Err(DecodeError::NotAnIndex);
    }
    let (found, expected) = (payload.len(), word(8) as usize);
    if found != expected {
        return Err(DecodeError::Length { found, expected });
    }
    if checksum(payload) != word(12) {
        return Err(DecodeError::Damaged);
    }
    let (numbers, text) = numbers(payload)?;
    let Ok(text) = core::str::from_utf8(text) else { return Err(DecodeError::Malformed) };
    let mut ends = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'\n' {
            ends.push(at as u32);
        }
    }
    Ok(Part { checksum: word(12), numbers, lines: Lines { text: text.to_owned(), ends } })
}

/// The count of numbers, the numbers, and the bytes after them.
fn numbers(payload: &[u8]) -> Result<(Numbers, &[u8]), DecodeError> {
    let mut list = Vec::new();
    let (mut n, mut shift) = (0u64, 0);
    for (at, &byte) in payload.iter().enumerate() {
        n |= u64::from(byte & 0x7F) << shift;
        shift += 7;
        if byte & 0x80 != 0 && shift < 35 {
            continue;
        }
        if n > u64::from(u32::MAX) || byte & 0x80 != 0 {
            break;
        }
        list.push(n as u32);
        if list.len() == list[0] as usize + 1 {
            let rest = payload.get(at + 1..).unwrap_or_default();
            return Ok((Numbers { list, at: 1, failed: false }, rest));
        }
        (n, shift) = (0, 0);
    }
    Err(DecodeError::Malformed)
}

/// The numbers of a part, read one after the other. Reading past the end, or
/// what no writer writes, is remembered and gives zeros.
pub(super) struct Numbers {
    list: Vec<u32>,
    at: usize,
    pub(super) failed: bool,
}

impl Numbers {
    pub(super) fn next(&mut self) -> u32 {
        self.at += 1;
        match self.list.get(self.at - 1) {
            Some(&n) => n,
            None => {
                self.failed = true;
                0
            }
        }
    }

    /// A number under `limit`.
    pub(super) fn under(&mut self, limit: usize) -> usize {
        let n = self.next() as usize;
        if n < limit {
            return n;
        }
        self.failed = true;
        0
    }

    pub(super) fn small(&mut self) -> u16 {
        self.under(1 << 16) as u16
    }

    pub(super) fn byte(&mut self) -> u8 {
        self.under(1 << 8) as u8
    }

    /// How many things follow. Each takes a number or a line, so that a wrong
    /// count can't make us allocate more than the part is long.
    pub(super) fn count(&mut self, n_lines: usize) -> usize {
        self.under((self.list.len() + 1).saturating_sub(self.at) + n_lines)
    }

    /// A day or `NO_DAY`.
    pub(super) fn day(&mut self) -> i32 {
        match self.under(1 << 30) {
            0 => NO_DAY,
            n => n as i32 - 1,
        }
    }

    pub(super) fn period(&mut self) -> Period {
        Period { from: self.day(), to: self.day() }
    }

    /// Whether all were read and none was wrong.
    pub(super) fn is_done(&self) -> bool {
        !self.failed && self.at == self.list.len()
    }
}
