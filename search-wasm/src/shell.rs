//! What JavaScript sees. Only conversions live here.

use alloc::borrow::ToOwned;
use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::index::Index;
use crate::query::{Now, Request, answer_json, complete, search};

#[global_allocator]
static ALLOCATOR: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());

/// Nobody can catch a panic in the browser, and its message would be half of
/// the module: the module stops, and the page says that search is broken.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// A search index.
///
/// What is wrong is told as a code, «» being nothing: to throw would need
/// half a kilobyte of glue.
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

    /// Opens the core part. On `version` the page should reload once.
    pub fn open(&mut self, core: &[u8]) -> String {
        match Index::open(core) {
            Ok(index) => {
                self.index = index;
                String::new()
            }
            Err(error) => error.code().to_owned(),
        }
    }

    /// Adds the texts part.
    pub fn texts(&mut self, texts: &[u8]) -> String {
        self.index.add_texts(texts).err().map_or("", |it| it.code()).to_owned()
    }

    /// Answers a query, as JSON. `filters` are lines of `key=value`.
    pub fn search(&self, q: &str, filters: &str, limit: usize, offset: usize, day: i32, minute: u16) -> String {
        let request = Request { q, filters, limit, offset, now: Now { day, minute } };
        answer_json(&self.index, &request, &search(&self.index, &request))
    }

    /// The query with its last word completed, a line each.
    pub fn complete(&self, q: &str, limit: usize) -> String {
        complete(&self.index, q, limit)
    }
}
