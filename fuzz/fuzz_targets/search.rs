//! Any query and any filters: the engine answers.
#![no_main]

use std::sync::LazyLock;

use nettungen_search::Index;
use nettungen_search::testing::{sample_index, search_is_total};

static INDEX: LazyLock<Index> = LazyLock::new(sample_index);

libfuzzer_sys::fuzz_target!(|query: &str| search_is_total(&INDEX, query));
