//! Any text: it is read as a tilbud or refused with problems in their places.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| nettungen::testing::front_matter_is_total(text));
