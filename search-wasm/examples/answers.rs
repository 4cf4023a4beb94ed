//! Answers queries from the files of an index, outside the browser: what the
//! browser tests hold the module's answers against.
//!
//! `answers CORE TEXTS` reads what is asked, as [`Request::read`] takes it,
//! with a zero byte after each, and writes an answer a line.

use std::io::{Read as _, Write as _};

use nettungen_search::{Index, Request, answer_json, search};

fn main() -> std::io::Result<()> {
    let files: Vec<Vec<u8>> = std::env::args_os().skip(1).map(std::fs::read).collect::<Result<_, _>>()?;
    let [core, texts] = &files[..] else { return Err(std::io::Error::other("usage: answers CORE TEXTS")) };
    let mut index = Index::open(core).map_err(std::io::Error::other)?;
    index.add(texts).map_err(std::io::Error::other)?;
    let mut asked = String::new();
    std::io::stdin().read_to_string(&mut asked)?;
    let mut out = std::io::stdout().lock();
    asked.split_terminator('\0').map(Request::read).try_for_each(|it| {
        let answer = answer_json(&index, &it, &search(&index, &it));
        writeln!(out, "{answer}")
    })
}
