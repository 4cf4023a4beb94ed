//! Nettungen's search: how text becomes words, how an index is laid out in
//! bytes, and how queries are answered from it.
//!
//! One crate for all who need it: the browser (compiled to WebAssembly, see
//! [`shell`]), the generator that writes indexes (feature `write`) and the
//! command line. What they share can't come apart.

pub mod format;
pub mod index;
pub mod query;
#[cfg(target_arch = "wasm32")]
pub mod shell;
pub mod text;

pub use format::{DecodeError, FORMAT_VERSION};
pub use index::Index;
pub use query::{Answer, Now, Request, search, suggest};
