//! Any bytes as a spreadsheet: read or refused, and a second import is idle.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| nettungen::testing::sheets_are_total(bytes));
