//! What the fuzz targets look for (`fuzz/`), on every run: random texts, damaged files of ours, and what the
//! fuzzer has kept.

use std::fs;
use std::path::Path;

use nettungen::testing::{front_matter_is_total, markdown_is_inert, saving_keeps_texts, sheets_are_total};
use nettungen_search::format::{encode, encode_country};
use nettungen_search::testing::{part_is_total, sample, sample_index, search_is_total};
use proptest::prelude::*;

/// Pieces that mean something to a reader of ours.
const PIECES: [&str; 48] = [
    "-",
    "=",
    "+",
    "@",
    "'",
    "\"",
    ";",
    ":",
    ",",
    "#",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "|",
    "<",
    ">",
    "&",
    "*",
    "!",
    "`",
    "~",
    "\\",
    " ",
    "\n",
    "\t",
    "---\n",
    "tittel: ",
    "alder: {",
    ": [",
    "<!-- språk: nn -->\n",
    "](https://",
    "](javascript:",
    "<script>",
    "<img src=x onerror=",
    "&#x3c;",
    "| a | b |\n",
    "|:-:|--|\n",
    "- [x] ",
    "\u{202e}",
    "\u{feff}",
    "\r\n",
    "```\n",
    "1. ",
    "[a]: https://",
    "ja",
];

/// Letters of all kinds, and pieces.
fn text() -> impl Strategy<Value = String> {
    let letter = any::<char>().prop_map(String::from);
    let piece = prop::sample::select(&PIECES[..]).prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![1 => letter, 3 => piece], 0..50).prop_map(|it| it.concat())
}

/// A file of ours, damaged in a few places.
fn damaged() -> impl Strategy<Value = String> {
    let good =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("strange/kommuner/underlig/tilbud/merket.md"))
            .expect("it is there");
    let damage = (any::<prop::sample::Index>(), 0..40_usize, text());
    prop::collection::vec(damage, 1..5).prop_map(move |all| {
        let mut letters: Vec<char> = good.chars().collect();
        for (at, n, piece) in all {
            let at = at.index(letters.len());
            let end = (at + n).min(letters.len());
            letters.splice(at..end, piece.chars());
        }
        letters.into_iter().collect()
    })
}

/// Parts of search indexes, each with its kind, as [`part_is_total`] takes them: without the header and the sum of
/// the core that they belong to.
fn parts() -> Vec<(u8, Vec<u8>)> {
    const HEADER: usize = 16;
    const KIND: usize = 6;
    let (documents, settings) = sample();
    let core = encode(&documents, &settings).core;
    let country = encode_country(documents.into_iter(), &settings).parts.into_iter().map(|(_, it)| {
        let n_sum = it[HEADER + 1..].iter().position(|it| *it < 0x80).map_or(0, |it| it + 1);
        (it[KIND] - 1, [&it[HEADER..HEADER + 1], &it[HEADER + 1 + n_sum..]].concat())
    });
    std::iter::once((core[KIND] - 1, core[HEADER..].to_vec())).chain(country).collect()
}

/// A part of an index, damaged in a few places, or bytes of chance.
fn part() -> impl Strategy<Value = (u8, Vec<u8>)> {
    let damage = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4);
    let damaged = (prop::sample::select(parts()), damage).prop_map(|((kind, mut bytes), all)| {
        for (at, byte) in all {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        (kind, bytes)
    });
    let chance = (0..4_u8, prop::collection::vec(any::<u8>(), 0..300));
    prop_oneof![4 => damaged, 1 => chance]
}

/// How many inputs a property is tried with: `NETTUNGEN_CASES`, or a few.
fn n_cases() -> u32 {
    std::env::var("NETTUNGEN_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(128)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(n_cases()))]

    #[test]
    fn any_part_of_an_index_is_read_or_refused((kind, payload) in part()) {
        part_is_total(kind, &payload);
    }

    #[test]
    fn any_text_is_asked_for(text in text()) {
        thread_local!(static INDEX: nettungen_search::Index = sample_index());
        INDEX.with(|it| search_is_total(it, &text));
    }

    #[test]
    fn any_text_is_read_or_refused(text in text(), damaged in damaged()) {
        front_matter_is_total(&text);
        front_matter_is_total(&format!("---\n{text}\n---\n{text}"));
        front_matter_is_total(&damaged);
    }

    #[test]
    fn any_text_is_inert(text in text(), damaged in damaged()) {
        markdown_is_inert(&text);
        markdown_is_inert(&damaged);
    }

    #[test]
    fn any_sheet_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), text in text(), other in text()) {
        sheets_are_total(&bytes);
        sheets_are_total(format!("Tittel;Sted;Telefon\n{text};{other}\n{other};{text};{text}\n").as_bytes());
    }

    #[test]
    fn any_text_is_saved(texts in prop::collection::vec(text(), 1..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        saving_keeps_texts(&texts);
    }
}

/// A real workbook, damaged byte by byte: most of it is packed, and a checksum does not cover all.
#[test]
fn a_damaged_workbook_is_read_or_refused() {
    let lists = nettungen::sheet::Lists::default();
    let head = nettungen::sheet::record("---\ntittel: Klubben\n---\nKom.\n").expect("it can be read");
    let export = nettungen::sheet::export([("klubben", &head.0, head.1.as_str())], &lists);
    let good = nettungen::sheet::table_xlsx(&export, &lists).expect("it can be written");
    sheets_are_total(&good);
    for at in (0..good.len()).step_by(good.len() / 25) {
        let mut bad = good.clone();
        bad[at] ^= 0x5a;
        sheets_are_total(&bad);
        sheets_are_total(&good[..at]);
    }
}

/// What the fuzzer has found worth keeping.
#[test]
fn kept_inputs_hold() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
    let mut n_kept = 0;
    let mut each = |target: &str, check: &dyn Fn(&[u8])| {
        for entry in fs::read_dir(corpus.join(target)).into_iter().flatten() {
            check(&fs::read(entry.expect("it can be listed").path()).expect("it can be read"));
            n_kept += 1;
        }
    };
    let text = |check: fn(&str)| move |bytes: &[u8]| std::str::from_utf8(bytes).map_or((), check);
    each("front_matter", &text(front_matter_is_total));
    each("markdown", &text(markdown_is_inert));
    each("saving", &text(|it| saving_keeps_texts(&it.split('\u{0}').collect::<Vec<_>>())));
    each("sheet", &sheets_are_total);
    assert!(n_kept > 3, "only {n_kept} inputs are kept");
}
