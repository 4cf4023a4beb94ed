//! Any payload under a header that fits it: every reader of parts is total.
#![no_main]

use nettungen_search::testing::part_is_total;

libfuzzer_sys::fuzz_target!(|part: (u8, &[u8])| part_is_total(part.0, part.1));
