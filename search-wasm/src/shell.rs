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
use crate::query::{Now, Request, answer_json, complete, search};
use crate::text::{cut, find};

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
/// - 2: answers a query, as JSON. What is asked is lines: how many hits,
///   after how many, the day, the minute; then filters, `key=value` each;
///   then an empty line and what was typed.
/// - 3: completes what was typed, which follows a line with how many
///   completions; the answer has one a line.
#[unsafe(no_mangle)]
pub extern "C" fn ask(engine: &mut Engine, what: u8) -> usize {
    let asked = core::mem::take(&mut engine.asked);
    let text = core::str::from_utf8(&asked).unwrap_or("");
    engine.answer = match what {
        0 => code(Index::open(&asked).map(|it| engine.index = it)),
        1 => code(engine.index.add(&asked)),
        2 => answered(&engine.index, text),
        _ => {
            let (limit, q) = line(text);
            complete(&engine.index, q, number(limit) as usize)
        }
    };
    engine.index.wanted();
    if what < 2 {
        engine.end = ARENA.end();
    }
    engine.answer.len()
}

/// Where the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn answer(engine: &Engine) -> *const u8 {
    engine.answer.as_ptr()
}

fn code(done: Result<(), DecodeError>) -> String {
    done.err().map_or("", |it| it.code()).into()
}

fn answered(index: &Index, asked: &str) -> String {
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
    answer_json(index, &request, &search(index, &request))
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
