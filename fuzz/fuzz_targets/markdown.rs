//! Any text as Markdown: prose and nothing else.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| nettungen::testing::markdown_is_inert(text));
