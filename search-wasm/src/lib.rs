//! Nettungen's search: how text becomes words, how an index is laid out in
//! bytes, and how queries are answered from it.
//!
//! One crate for all who need it: the browser (compiled to WebAssembly, see
//! `shell`), the generator that writes indexes (feature `write`) and the
//! command line. What they share can't come apart.
//!
//! Every byte of it is loaded on slow networks. Hence no standard library in
//! the browser, no formatting, one sort, flat lists and few generic functions.

#![no_std]

extern crate alloc;
#[cfg(any(test, not(target_arch = "wasm32")))]
extern crate std;

pub mod format;
pub mod index;
mod order;
pub mod query;
#[cfg(target_arch = "wasm32")]
pub mod shell;
#[cfg(feature = "write")]
pub mod testing;
pub mod text;

pub use format::{DecodeError, FORMAT_VERSION};
pub use index::Index;
pub use query::{Answer, Now, Request, ages, answer, answer_json, complete, names_json, search};

/// What nearly every module needs of `alloc`.
pub(crate) mod prelude {
    pub(crate) use alloc::borrow::ToOwned;
    pub(crate) use alloc::string::String;
    pub(crate) use alloc::vec;
    pub(crate) use alloc::vec::Vec;
}
