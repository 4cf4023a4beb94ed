//! Reads the building blocks of a part: numbers, strings, lists, the header.

use crate::prelude::*;
use super::error::DecodeError;
use super::{Column, FORMAT_VERSION};

/// `NTSI`: Nettungen's search index.
pub(super) const MAGIC: [u8; 4] = *b"NTSI";
/// Magic, version, kind of part, length of what follows, its checksum.
pub(super) const HEADER: usize = 16;

/// What a part holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    Core = 1,
    Texts = 2,
}

/// FNV-1a: guards against cut and mixed-up downloads, not against intent.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, &it| (sum ^ u32::from(it)).wrapping_mul(0x0100_0193))
}

/// Checks the header and returns the checksum and a reader of the payload.
pub(super) fn open(bytes: &[u8], kind: PartKind) -> Result<(u32, Reader<'_>), DecodeError> {
    let mut reader = Reader { bytes, at: 0 };
    if reader.take(4)? != MAGIC {
        return Err(DecodeError::NotAnIndex);
    }
    let found = reader.u32()?;
    if found as u16 != FORMAT_VERSION {
        return Err(DecodeError::Version { found: found as u16, known: FORMAT_VERSION });
    }
    if found >> 16 != kind as u32 {
        return Err(DecodeError::NotAnIndex);
    }
    let expected = reader.u32()? as usize;
    let sum = reader.u32()?;
    let payload = &bytes[HEADER..];
    if payload.len() != expected {
        return Err(DecodeError::Length { found: payload.len(), expected });
    }
    if checksum(payload) != sum {
        return Err(DecodeError::Damaged);
    }
    Ok((sum, reader))
}

/// A place in the bytes of a part.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn malformed(&self) -> DecodeError {
        DecodeError::Malformed { at: self.at }
    }

    /// The next `n` bytes.
    pub(super) fn take(&mut self, n: usize) -> Result<&'a [u8], DecodeError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let Some(taken) = rest.get(..n) else {
            return Err(if self.at < HEADER { DecodeError::NotAnIndex } else { self.malformed() });
        };
        self.at += n;
        Ok(taken)
    }

    fn u32(&mut self) -> Result<u32, DecodeError> {
        let bytes = self.take(4)?;
        Ok(bytes.iter().rev().fold(0, |n, &it| n << 8 | u32::from(it)))
    }

    pub(super) fn byte(&mut self) -> Result<u8, DecodeError> {
        Ok(self.take(1)?[0])
    }

    /// LEB128, at most five bytes.
    pub(super) fn number(&mut self) -> Result<u32, DecodeError> {
        let mut n = 0u64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            n |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(n).map_err(|_| self.malformed());
            }
        }
        Err(self.malformed())
    }

    pub(super) fn small(&mut self) -> Result<u16, DecodeError> {
        u16::try_from(self.number()?).map_err(|_| self.malformed())
    }

    /// A number of things that follow, each at least one byte: never more
    /// than the bytes left, so that a count cannot make us allocate much.
    pub(super) fn count(&mut self) -> Result<usize, DecodeError> {
        let n = self.number()? as usize;
        if n > self.bytes.len() - self.at { Err(self.malformed()) } else { Ok(n) }
    }

    /// A day or `NO_DAY`: 0 is none, else zigzag plus one.
    pub(super) fn day(&mut self) -> Result<i32, DecodeError> {
        Ok(match self.number()? {
            0 => super::NO_DAY,
            n => ((n - 1) >> 1) as i32 ^ -(((n - 1) & 1) as i32),
        })
    }

    pub(super) fn string(&mut self) -> Result<&'a str, DecodeError> {
        let length = self.number()? as usize;
        let bytes = self.take(length)?;
        core::str::from_utf8(bytes).map_err(|_| self.malformed())
    }

    /// The lines of a string.
    pub(super) fn lines(&mut self) -> Result<Vec<String>, DecodeError> {
        Ok(self.string()?.split_terminator('\n').map(str::to_owned).collect())
    }

    /// A column of exactly `n` lines.
    pub(super) fn column(&mut self, n: usize) -> Result<Column, DecodeError> {
        let column = Column::from_lines(self.string()?.to_owned());
        if column.len() == n { Ok(column) } else { Err(self.malformed()) }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }
}
