//! What JavaScript sees. Only conversions live here.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::index::Index;
use crate::query::{Now, Request, answer_json, search, suggest_json};

#[global_allocator]
static ALLOCATOR: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

/// Nobody can catch a panic in the browser, and its message would be half of
/// the module: the module stops, and the page says that search is broken.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// An open search index.
#[wasm_bindgen]
pub struct Engine {
    index: Index,
}

#[wasm_bindgen]
impl Engine {
    /// Opens the core part of an index. Throws the code of what is wrong with
    /// the bytes; on `version` the page reloads once.
    #[wasm_bindgen(constructor)]
    pub fn new(core: &[u8]) -> Result<Engine, JsValue> {
        match Index::open(core) {
            Ok(index) => Ok(Engine { index }),
            Err(error) => Err(JsValue::from_str(error.code())),
        }
    }

    /// Adds the texts part. Throws like the constructor.
    pub fn texts(&mut self, texts: &[u8]) -> Result<(), JsValue> {
        self.index.add_texts(texts).map_err(|it| JsValue::from_str(it.code()))
    }

    /// Answers a query, as JSON. `filters` are lines of `key=value`.
    pub fn search(&self, q: &str, filters: &str, limit: usize, offset: usize, day: i32, minute: u16) -> String {
        let request = Request { q, filters, limit, offset, now: Now { day, minute } };
        answer_json(&self.index, &request, &search(&self.index, &request))
    }

    /// Completes what is being typed, as JSON.
    pub fn suggest(&self, q: &str, limit: usize, day: i32) -> String {
        let request = Request { limit, ..Request::new(q, Now { day, minute: 0 }) };
        suggest_json(&self.index, &request)
    }
}
