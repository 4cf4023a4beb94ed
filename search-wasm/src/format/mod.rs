//! The bytes of an index. `docs/index-format.md` has the layout.
//!
//! An index is two parts: the **core** (everything but the body texts, enough
//! to answer) and the **texts** (bodies, fetched second). Both hold text; the
//! words are found when the index is opened, by the code that reads queries.

mod decode;
#[cfg(feature = "write")]
mod document;
#[cfg(feature = "write")]
mod encode;
mod error;
mod types;
mod wire;

pub use decode::{decode_core, decode_texts};
#[cfg(feature = "write")]
pub use document::{Document, FacetDefinition, Settings, ValueDefinition};
#[cfg(feature = "write")]
pub use encode::{Parts, encode};
pub use error::DecodeError;
pub use types::{
    Column, Core, Drift, Eiergruppe, Facet, Hours, Info, Kind, NO_DAY, Opening, Period, Texts, Use, Value,
};

/// Changes whenever older readers would misread the bytes.
pub const FORMAT_VERSION: u16 = 1;

#[cfg(test)]
mod tests;
