//! Any query and any filters: the engine answers.
#![no_main]

use nettungen_search::Index;
use nettungen_search::testing::{sample_index, search_is_total};

thread_local! {
    static INDEX: Index = sample_index();
}

libfuzzer_sys::fuzz_target!(|query: &str| INDEX.with(|it| search_is_total(it, query)));
