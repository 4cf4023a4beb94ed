//! Bytes → index. Total: any bytes give an index or an error.

use super::PARTS;
use super::error::DecodeError;
use super::types::{
    Core, DRIFT, EIERGRUPPER, Facet, HoursOf, Info, Kind, Lines, MOST_RECORDS, NO_DAY, Opening, Period, Use,
};
use super::wire::{Numbers, PartKind, open};
use crate::prelude::*;

/// Reads the core part into an empty one, in its place: to hand one on takes code.
pub(crate) fn decode_core(bytes: &[u8], core: &mut Core) -> Result<(), DecodeError> {
    let part = open(bytes, PartKind::Core)?;
    read_core(core, part.checksum, part.numbers, part.lines)
}

/// Reads a part of the country's records: its number, and a core of them.
pub(crate) fn decode_records(bytes: &[u8], core: &Core) -> Result<(usize, Core), DecodeError> {
    let mut part = open(bytes, PartKind::Records)?;
    if part.numbers.next() != core.checksum {
        return Err(DecodeError::OtherCore);
    }
    let number = part.numbers.under(MOST_RECORDS);
    let mut records = Core::default();
    read_core(&mut records, part.checksum, part.numbers, part.lines)?;
    Ok((number, records))
}

/// Terms of the country.
pub(crate) struct Terms {
    /// The number of the part.
    pub(crate) number: usize,
    /// The keys.
    pub(crate) keys: Lines,
    /// For each key the end of its list, doubled, plus one when the list has
    /// only the records that are most about it.
    pub(crate) ends: Vec<u32>,
    /// The lists: record times eight plus how much it is about the key.
    pub(crate) list: Vec<u32>,
}

/// Reads a part of the country's terms.
pub(crate) fn decode_terms(bytes: &[u8], core: &Core) -> Result<Terms, DecodeError> {
    let mut part = open(bytes, PartKind::Terms)?;
    if part.numbers.next() != core.checksum {
        return Err(DecodeError::OtherCore);
    }
    let number = part.numbers.under(MOST_RECORDS);
    let mut terms = Terms { number, keys: part.lines, ends: Vec::new(), list: Vec::new() };
    for _ in 0..terms.keys.len() {
        let n = part.numbers.next();
        let mut packed = 0;
        for _ in 0..n / 2 {
            if part.numbers.failed {
                break;
            }
            packed = (packed & !7) + part.numbers.under(MOST_RECORDS * 8) as u32;
            part.numbers.failed |= packed as usize / 8 >= core.n_country;
            terms.list.push(packed);
        }
        terms.ends.push(terms.list.len() as u32 * 2 + n % 2);
    }
    if part.numbers.is_done() { Ok(terms) } else { Err(DecodeError::Malformed) }
}

// Inlined, the module is 0.7 % larger.
#[inline(never)]
fn read_core(core: &mut Core, checksum: u32, mut numbers: Numbers, lines: Lines) -> Result<(), DecodeError> {
    let n_lines = lines.len();
    core.checksum = checksum;
    core.lines = lines;
    let mut line = facets(&mut numbers, n_lines, core);
    let mut list = |numbers: &mut Numbers| {
        let from = line;
        line += numbers.count(n_lines);
        (from, line)
    };
    core.synonyms = list(&mut numbers);
    core.forms = list(&mut numbers);
    core.firsts = list(&mut numbers);
    core.common = list(&mut numbers);
    core.texts = core.common.1;
    core.n_country = numbers.under(MOST_RECORDS);
    if core.n_country > 0 && !PARTS {
        return Err(DecodeError::NotAnIndex);
    }
    if core.n_country > 0 {
        core.per_part = numbers.under(MOST_RECORDS).max(1);
        for _ in 0..core.n_values() {
            core.totals.push(numbers.next());
        }
    }
    // Makes the core of a country another one when any of its parts is.
    numbers.next();
    hours(&mut numbers, core);
    let n_records = numbers.count(0);
    infos(&mut numbers, n_records, core);
    values(&mut numbers, n_records, core);
    if numbers.is_done() && core.texts + Kind::COUNT * n_records == n_lines {
        Ok(())
    } else {
        Err(DecodeError::Malformed)
    }
}

/// Reads the texts part, which must belong to `core`: a body for each record,
/// then more words for each group of synonyms.
pub(crate) fn decode_texts(bytes: &[u8], core: &Core) -> Result<Lines, DecodeError> {
    let mut part = open(bytes, PartKind::Texts)?;
    if part.numbers.next() != core.checksum {
        return Err(DecodeError::OtherCore);
    }
    let n_lines = core.len() + core.synonyms.1 - core.synonyms.0;
    if part.numbers.is_done() && part.lines.len() == n_lines { Ok(part.lines) } else { Err(DecodeError::Malformed) }
}

/// Returns the line after those of the facets.
fn facets(numbers: &mut Numbers, n_lines: usize, core: &mut Core) -> usize {
    let (mut line, mut first) = (0, 0);
    for _ in 0..numbers.count(0) {
        let usage = Use::ALL[numbers.under(Use::ALL.len())];
        let n_values = numbers.count(n_lines);
        core.facets.push(Facet { line, usage, first, n_values });
        line += 2 + 3 * n_values;
        first += n_values;
    }
    // Values are numbered in 16 bits.
    numbers.failed |= first >= 1 << 16;
    line
}

fn hours(numbers: &mut Numbers, core: &mut Core) {
    for _ in 0..numbers.count(0) {
        let months = numbers.small();
        let openings = core.openings.len() as u32;
        for _ in 0..numbers.count(0) {
            let days = numbers.byte();
            let (from, to) = (numbers.under(24 * 60 + 1) as u16, numbers.under(24 * 60 + 1) as u16);
            let valid = numbers.period();
            core.openings.push(Opening { days: days & 0x7F, from, to, valid, on_holidays: days & 0x80 != 0 });
        }
        let closed = core.closed.len() as u32;
        for _ in 0..numbers.count(0) {
            core.closed.push(numbers.period());
        }
        core.hours.push(HoursOf {
            always: months & 1 << 15 != 0,
            months: months & 0xFFF,
            openings: (openings, core.openings.len() as u32),
            closed: (closed, core.closed.len() as u32),
        });
    }
}

/// Column by column, since like stands beside like and compresses well.
fn infos(numbers: &mut Numbers, n_records: usize, core: &mut Core) {
    for _ in 0..n_records {
        let flags = numbers.byte();
        let (eiergruppe, drift) = (flags & 7, flags >> 3 & 3);
        numbers.failed |= eiergruppe as usize >= EIERGRUPPER.len() || drift as usize >= DRIFT.len();
        core.infos.push(Info {
            eiergruppe,
            drift,
            sensitiv: flags & 32 != 0,
            alder_fra: 0,
            alder_til: 0,
            kontrollert: NO_DAY,
            intervall: 0,
            gyldig: Period::ALWAYS,
            hours: 0,
        });
    }
    for column in 0..6 {
        for it in &mut core.infos {
            match column {
                0 => it.alder_fra = numbers.byte(),
                1 => it.alder_til = numbers.byte(),
                2 => it.kontrollert = numbers.day(),
                3 => it.intervall = numbers.small(),
                4 => it.gyldig = numbers.period(),
                _ => it.hours = numbers.under(core.hours.len()) as u16,
            }
        }
    }
}

/// Record by record: how many values of all facets it has, then the gaps
/// between them.
fn values(numbers: &mut Numbers, n_records: usize, core: &mut Core) {
    let n_values = core.n_values();
    core.starts.push(0);
    for _ in 0..n_records {
        let mut next = 0;
        for _ in 0..numbers.count(0) {
            let value = next + numbers.under(n_values.max(1));
            numbers.failed |= value >= n_values;
            core.values.push(value as u16);
            next = value + 1;
        }
        core.starts.push(core.values.len() as u32);
    }
}
