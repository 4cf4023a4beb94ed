//! What JavaScript sees. Only conversions live here.
//!
//! Three functions and the memory, called as they are: the glue that lets
//! strings pass would be a tenth of all that a search loads.
#![allow(unsafe_code, reason = "the names of what is exported, and the memory they work in")]

mod arena;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::format::DecodeError;
use crate::index::Index;
use crate::query::{answer, complete_lines, names_json};

#[global_allocator]
static ARENA: arena::Arena = arena::Arena::new();

/// Nobody can catch a panic in the browser, and its message would be half of
/// the module: the module stops, and the page says that search is broken.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// A search index, what is asked of it, and the answer.
#[derive(Default)]
pub struct Engine {
    index: Index,
    asked: Vec<u8>,
    answer: String,
    // Where the memory of the index ends.
    end: usize,
}

/// An engine without an index. One for each instance of the module.
#[unsafe(no_mangle)]
pub extern "C" fn engine() -> Box<Engine> {
    let mut engine = Box::<Engine>::default();
    engine.end = ARENA.end();
    engine
}

/// Where to put the bytes of what is asked. The last answer is gone then.
#[unsafe(no_mangle)]
pub extern "C" fn room(engine: &mut Engine, length: usize) -> *mut u8 {
    engine.asked = Vec::new();
    engine.answer = String::new();
    // SAFETY: a query keeps nothing but its answer and its list of parts that
    // are missing; the first was dropped now, the second when it was answered.
    unsafe { ARENA.forget(engine.end) };
    engine.asked = vec![0; length];
    engine.asked.as_mut_ptr()
}

/// Does one of the following, and returns the length of the answer.
///
/// - 0: opens a core; 1: adds another part. The answer is what is wrong
///   with it (`DecodeError::code`), or empty.
/// - 2: answers a query (`answer`); 3: completes what was typed (`complete_lines`);
///   4: names the facets (`names_json`).
#[unsafe(no_mangle)]
pub extern "C" fn ask(engine: &mut Engine, what: u8) -> usize {
    let asked = core::mem::take(&mut engine.asked);
    let text = core::str::from_utf8(&asked).unwrap_or("");
    if matches!(what, 2 | 3) && engine.index.make_ready() {
        engine.end = ARENA.end();
    }
    engine.answer = match what {
        0 => code(engine.index.begin(&asked)),
        1 => code(engine.index.take(&asked)),
        2 => answer(&engine.index, text),
        3 => complete_lines(&engine.index, text),
        _ => names_json(&engine.index),
    };
    engine.index.wanted();
    if what < 2 {
        engine.end = ARENA.end();
    }
    engine.answer.len()
}

/// Where the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn answered(engine: &Engine) -> *const u8 {
    engine.answer.as_ptr()
}

fn code(done: Result<(), DecodeError>) -> String {
    done.err().map_or("", |it| it.code()).into()
}
