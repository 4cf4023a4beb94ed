//! Bytes → index. Total: any bytes give an index or an error.

use super::error::DecodeError;
use super::types::{Core, DRIFT, EIERGRUPPER, Facet, HoursOf, Info, Kind, Lines, NO_DAY, Opening, Period, Use};
use super::wire::{Numbers, PartKind, open};

/// Reads the core part.
pub(crate) fn decode_core(bytes: &[u8]) -> Result<Core, DecodeError> {
    let part = open(bytes, PartKind::Core)?;
    let n_lines = part.lines.len();
    let mut core = Core { checksum: part.checksum, lines: part.lines, ..Core::default() };
    let mut numbers = part.numbers;
    let mut line = facets(&mut numbers, n_lines, &mut core);
    core.synonyms = (line, line + numbers.count(n_lines));
    line = core.synonyms.1;
    core.forms = (line, line + numbers.count(n_lines));
    core.texts = core.forms.1;
    hours(&mut numbers, &mut core);
    let n_records = numbers.count(0);
    infos(&mut numbers, n_records, &mut core);
    values(&mut numbers, n_records, &mut core);
    if numbers.is_done() && core.texts + Kind::COUNT * n_records == n_lines {
        Ok(core)
    } else {
        Err(DecodeError::Malformed)
    }
}

/// Reads the texts part, which must belong to `core`: a body for each record.
pub(crate) fn decode_texts(bytes: &[u8], core: &Core) -> Result<Lines, DecodeError> {
    let mut part = open(bytes, PartKind::Texts)?;
    if part.numbers.next() != core.checksum {
        return Err(DecodeError::OtherCore);
    }
    if part.numbers.is_done() && part.lines.len() == core.len() { Ok(part.lines) } else { Err(DecodeError::Malformed) }
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
    let n_values = core.facets.last().map_or(0, |it| it.first + it.n_values);
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
