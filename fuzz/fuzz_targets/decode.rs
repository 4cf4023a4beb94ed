//! Any bytes: they open as an index or are refused, and what opens answers.
#![no_main]

use nettungen_search::testing::decode_is_total;

libfuzzer_sys::fuzz_target!(|parts: (&[u8], &[u8])| decode_is_total(parts.0, parts.1));
