//! Bytes → index. Total: any bytes give an index or an error.

use crate::prelude::*;
use super::error::DecodeError;
use super::types::*;
use super::wire::{PartKind, Reader, open};
use crate::text::Lexicon;

/// Reads the core part.
pub fn decode_core(bytes: &[u8]) -> Result<Core, DecodeError> {
    let (checksum, mut reader) = open(bytes, PartKind::Core)?;
    let facets = facets(&mut reader)?;
    let n_synonyms = reader.count()?;
    let synonyms = (0..n_synonyms).map(|_| reader.lines()).collect::<Result<_, _>>()?;
    let lexicon = Lexicon::new(reader.lines()?);
    let n_hours = reader.count()?;
    let hours = (0..n_hours).map(|_| hours(&mut reader)).collect::<Result<Vec<_>, _>>()?;
    let n_records = reader.count()?;
    let infos = infos(&mut reader, n_records, hours.len())?;
    let values = values(&mut reader, n_records, &facets)?;
    let mut texts: [Column; Kind::COUNT] = Default::default();
    for column in &mut texts {
        *column = reader.column(n_records)?;
    }
    if !reader.is_at_end() {
        return Err(reader.malformed());
    }
    Ok(Core { checksum, facets, synonyms, lexicon, hours, infos, values, texts })
}

/// Reads the texts part, which must belong to `core`.
pub fn decode_texts(bytes: &[u8], core: &Core) -> Result<Texts, DecodeError> {
    let (_, mut reader) = open(bytes, PartKind::Texts)?;
    if reader.number()? != core.checksum {
        return Err(DecodeError::OtherCore);
    }
    let bodies = reader.column(core.len())?;
    if reader.is_at_end() { Ok(Texts { bodies }) } else { Err(reader.malformed()) }
}

fn facets(reader: &mut Reader<'_>) -> Result<Vec<Facet>, DecodeError> {
    let mut first = 0u16;
    let n_facets = reader.count()?;
    let mut facets = Vec::new();
    for _ in 0..n_facets {
        let slug = reader.string()?.to_owned();
        let label = reader.string()?.to_owned();
        let usage = pick(reader, &Use::ALL)?;
        let n_values = reader.count()?;
        let values = (0..n_values).map(|_| value(reader)).collect::<Result<Vec<_>, _>>()?;
        let next = first as usize + values.len();
        facets.push(Facet { slug, label, usage, first, values });
        first = u16::try_from(next).map_err(|_| reader.malformed())?;
    }
    Ok(facets)
}

fn value(reader: &mut Reader<'_>) -> Result<Value, DecodeError> {
    let slug = reader.string()?.to_owned();
    let label = reader.string()?.to_owned();
    Ok(Value { slug, label, words: reader.lines()? })
}

fn hours(reader: &mut Reader<'_>) -> Result<Hours, DecodeError> {
    let always = reader.byte()? == 1;
    let months = reader.small()?;
    let n_weekly = reader.count()?;
    let weekly = (0..n_weekly).map(|_| opening(reader)).collect::<Result<_, _>>()?;
    let n_closed = reader.count()?;
    let closed = (0..n_closed).map(|_| period(reader)).collect::<Result<_, _>>()?;
    Ok(Hours { always, weekly, closed, months })
}

fn opening(reader: &mut Reader<'_>) -> Result<Opening, DecodeError> {
    let days = reader.byte()?;
    let from = reader.small()?;
    let to = reader.small()?;
    let valid = period(reader)?;
    let on_holidays = days & 0x80 != 0;
    Ok(Opening { days: days & 0x7F, from, to, valid, on_holidays })
}

fn period(reader: &mut Reader<'_>) -> Result<Period, DecodeError> {
    Ok(Period { from: reader.day()?, to: reader.day()? })
}

/// Column by column, since like stands beside like and compresses well.
fn infos(reader: &mut Reader<'_>, n: usize, n_hours: usize) -> Result<Vec<Info>, DecodeError> {
    let mut infos = Vec::new();
    for _ in 0..n {
        infos.push(flags(reader)?);
    }
    for it in &mut infos {
        it.alder_fra = reader.byte()?;
    }
    for it in &mut infos {
        it.alder_til = reader.byte()?;
    }
    for it in &mut infos {
        it.kontrollert = reader.day()?;
    }
    for it in &mut infos {
        it.intervall = reader.small()?;
    }
    for it in &mut infos {
        it.gyldig = period(reader)?;
    }
    for it in &mut infos {
        it.hours = reader.small()?;
        if it.hours as usize >= n_hours {
            return Err(reader.malformed());
        }
    }
    Ok(infos)
}

fn flags(reader: &mut Reader<'_>) -> Result<Info, DecodeError> {
    let byte = reader.byte()? as usize;
    let (Some(&eiergruppe), Some(&drift)) = (Eiergruppe::ALL.get(byte & 7), Drift::ALL.get(byte >> 3 & 3)) else {
        return Err(reader.malformed());
    };
    Ok(Info {
        eiergruppe,
        drift,
        sensitiv: byte & 32 != 0,
        alder_fra: 0,
        alder_til: 0,
        kontrollert: NO_DAY,
        intervall: 0,
        gyldig: Period::ALWAYS,
        hours: 0,
    })
}

/// Facet by facet: how many values each record has, then which.
fn values(reader: &mut Reader<'_>, n: usize, facets: &[Facet]) -> Result<Vec<Vec<u16>>, DecodeError> {
    let mut values = Vec::new();
    values.resize_with(n, Vec::new);
    for facet in facets {
        for of_record in &mut values {
            for _ in 0..reader.count()? {
                let value = reader.number()? as usize;
                if value >= facet.values.len() {
                    return Err(reader.malformed());
                }
                of_record.push(facet.first + value as u16);
            }
        }
    }
    Ok(values)
}

fn pick<T: Copy>(reader: &mut Reader<'_>, all: &[T]) -> Result<T, DecodeError> {
    let at = reader.byte()? as usize;
    all.get(at).copied().ok_or_else(|| reader.malformed())
}
