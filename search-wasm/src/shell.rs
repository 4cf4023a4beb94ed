//! What JavaScript sees. Only conversions live here.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::*;

use crate::format::DecodeError;
use crate::index::Index;
use crate::query::{Now, Request, answer_json, complete, search};
use crate::text::{cut, find};

#[global_allocator]
static ALLOCATOR: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());

/// Nobody can catch a panic in the browser, and its message would be half of
/// the module: the module stops, and the page says that search is broken.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// A search index, and its one door: bytes in, bytes out.
///
/// One function needs a tenth of the glue that several with strings would.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    index: Index,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without an index.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Does one of:
    ///
    /// - 0: opens a core; 1: adds another part. The answer is what is wrong
    ///   with it (`DecodeError::code`), or empty.
    /// - 2: answers a query, as JSON. What is asked is lines: how many hits,
    ///   after how many, the day, the minute; then filters, `key=value` each;
    ///   then an empty line and what was typed.
    /// - 3: completes what was typed, which follows a line with how many
    ///   completions; the answer has one a line.
    pub fn ask(&mut self, what: u8, bytes: &[u8]) -> Vec<u8> {
        let text = || core::str::from_utf8(bytes).unwrap_or("");
        match what {
            0 => self.error(Index::open(bytes)),
            1 => {
                let error = self.index.add(bytes).err();
                error.map_or("", |it| it.code()).as_bytes().to_vec()
            }
            2 => self.search(text()).into_bytes(),
            _ => {
                let (limit, q) = line(text());
                complete(&self.index, q, number(limit) as usize).into_bytes()
            }
        }
    }
}

impl Engine {
    fn error(&mut self, opened: Result<Index, DecodeError>) -> Vec<u8> {
        match opened {
            Ok(index) => {
                self.index = index;
                Vec::new()
            }
            Err(error) => error.code().as_bytes().to_vec(),
        }
    }

    fn search(&self, asked: &str) -> String {
        let (limit, rest) = line(asked);
        let (offset, rest) = line(rest);
        let (day, rest) = line(rest);
        let (minute, rest) = line(rest);
        let filters_end = find(rest, "\n\n").unwrap_or(0);
        let request = Request {
            q: cut(rest, filters_end + 2, rest.len()),
            filters: cut(rest, 0, filters_end),
            limit: number(limit) as usize,
            offset: number(offset) as usize,
            now: Now { day: number(day), minute: number(minute) as u16 },
        };
        answer_json(&self.index, &request, &search(&self.index, &request))
    }
}

/// The first line, and what follows it.
fn line(text: &str) -> (&str, &str) {
    let end = find(text, "\n").unwrap_or(text.len());
    (cut(text, 0, end), cut(text, end + 1, text.len()))
}

/// A number of at most nine digits.
fn number(digits: &str) -> i32 {
    digits.bytes().take(9).fold(0, |n, it| n * 10 + i32::from(it.wrapping_sub(b'0') % 10))
}
