//! What the fuzz targets look for (`fuzz/`), on every run: random texts, damaged files of ours, and what the
//! fuzzer has kept.

use std::fs;
use std::path::Path;

use nettungen::testing::{front_matter_is_total, markdown_is_inert, saving_keeps_texts, sheets_are_total};
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

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
