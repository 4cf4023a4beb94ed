//! Any texts, with zeros between them: saved in a file and read back as they were.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    nettungen::testing::saving_keeps_texts(&text.split('\0').collect::<Vec<_>>())
});
