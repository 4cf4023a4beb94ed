//! Bytes: what is written is read, and what nobody wrote is refused.

use std::string::ToString;

use super::wire::checksum;
use super::*;
use crate::prelude::*;
use crate::testing::{decode_is_total, sample};
use crate::{FORMAT_VERSION, Index};

fn parts() -> Parts {
    let (documents, settings) = sample();
    encode(&documents, &settings)
}

#[test]
fn what_is_written_is_read() {
    let (documents, _) = sample();
    let parts = parts();
    let mut index = Index::open(&parts.core).unwrap();
    index.add(&parts.texts).unwrap();
    let core = index.core();
    for (record, document) in documents.iter().enumerate() {
        assert_eq!(core.text(Kind::Id, record), document.id);
        assert_eq!(core.url(record), document.url);
        assert_eq!(core.text(Kind::Sokeord, record), document.sokeord.join(";"));
        assert_eq!(index.body(record), document.tekst);
        let info = core.info(record).unwrap();
        assert_eq!(info.alder_fra, document.alder_fra.unwrap_or(0));
        assert_eq!(info.kontrollert, document.kontrollert.unwrap_or(NO_DAY));
        assert_eq!(info.gyldig, document.gyldig);
        assert_eq!(core.values_of(record).len(), document.verdier.len());
    }
}

#[test]
fn the_same_records_give_the_same_bytes() {
    assert_eq!(parts(), parts());
}

#[test]
fn an_empty_index_is_an_index() {
    let parts = encode(&[], &Settings::default());
    let mut index = Index::open(&parts.core).unwrap();
    index.add(&parts.texts).unwrap();
    crate::testing::search_is_total(&index, "barnehage");
}

#[test]
fn each_fault_has_its_own_error() {
    let good = parts();
    let error = |bytes: &[u8]| Index::open(bytes).err().unwrap();
    assert_eq!(error(b""), DecodeError::NotAnIndex);
    assert_eq!(error(&good.texts), DecodeError::NotAnIndex);
    let mut other = good.core.clone();
    other[4] = 9;
    assert_eq!(error(&other), DecodeError::Version { found: 9, known: FORMAT_VERSION });
    assert!(error(&other).to_string().contains("version 9"));
    let cut = &good.core[..good.core.len() - 1];
    assert!(matches!(error(cut), DecodeError::Length { .. }));
    let mut damaged = good.core.clone();
    *damaged.last_mut().unwrap() ^= 1;
    assert_eq!(error(&damaged), DecodeError::Damaged);
}

#[test]
fn texts_of_another_core_are_refused_and_change_nothing() {
    let (mut documents, settings) = sample();
    let mut index = Index::open(&parts().core).unwrap();
    documents[0].tittel.push('!');
    let other = encode(&documents, &settings);
    assert_eq!(index.add(&other.texts), Err(DecodeError::OtherCore));
    assert!(!index.has_texts());
}

/// A checksum that fits, so that the reader behind it is tried.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let payload = bytes.split_off(16.min(bytes.len()));
    if bytes.len() == 16 {
        bytes[8..12].copy_from_slice(&(payload.len() as u32).to_le_bytes());
        bytes[12..16].copy_from_slice(&checksum(&payload).to_le_bytes());
    }
    bytes.extend(payload);
    bytes
}

/// The fuzz target's stable twin: every byte changed, every length cut.
#[test]
fn no_bytes_make_the_reader_panic() {
    let good = parts();
    let mut seed = 1u32;
    for at in 0..good.core.len() {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let mut bytes = good.core.clone();
        bytes[at] = (seed >> 24) as u8;
        decode_is_total(&sealed(bytes), &good.texts);
        decode_is_total(&sealed(good.core[..at].to_vec()), &good.texts);
    }
    for at in 16..good.texts.len() {
        let mut bytes = good.texts.clone();
        bytes[at] ^= 0x80;
        decode_is_total(&good.core, &sealed(bytes));
    }
}

/// A count of four thousand million must not become an allocation.
#[test]
fn huge_counts_are_refused() {
    let header = parts().core[..16].to_vec();
    for payload in [[2, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0].as_slice(), &[0xFF; 12], &[1, 0x7F], &[0]] {
        let bytes = sealed([header.as_slice(), payload].concat());
        assert_eq!(Index::open(&bytes).err(), Some(DecodeError::Malformed));
    }
}

/// The stable twin of the fuzz target `part`: bytes of the parts of a
/// country changed, and payloads of chance.
#[test]
fn no_part_of_a_country_makes_the_reader_panic() {
    let (documents, settings) = sample();
    let made = encode_country(documents.into_iter(), &settings);
    let mut seed = 7u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    };
    let mut n_refused = 0;
    for (_, part) in &made.parts {
        for at in (16..part.len()).step_by(7) {
            let mut bytes = part.clone();
            bytes[at] = next();
            let mut index = Index::open(&made.core).unwrap();
            n_refused += usize::from(index.add(&sealed(bytes)).is_err());
            crate::testing::answer_is_total(&index);
        }
    }
    assert!(n_refused > 10, "only {n_refused} changed parts were refused");
    for kind in 0..4 {
        for length in (0..200).step_by(5) {
            let payload: Vec<u8> = (0..length).map(|_| next() & 0x1F).collect();
            crate::testing::part_is_total(kind, &payload);
        }
    }
}
