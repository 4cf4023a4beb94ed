//! The bytes of an index. `docs/index-format.md` has the layout.
//!
//! An index is two parts: the **core** (everything but the body texts, enough
//! to answer) and the **texts** (bodies, fetched second). Both hold text; the
//! words are found when the index is opened, by the code that reads queries.
//!
//! The index of the country is a core without records and many small parts:
//! **terms** (where words stand) and **records** (what results show), of which
//! a query needs a few.
//!
//! A part is a header, then numbers, then lines of text.

#[cfg(feature = "write")]
mod country;
mod decode;
#[cfg(feature = "write")]
mod document;
#[cfg(feature = "write")]
mod encode;
mod error;
mod types;
mod wire;

#[cfg(feature = "write")]
pub use country::{CountryParts, encode_country};
pub(crate) use decode::{decode_core, decode_records, decode_terms, decode_texts};
#[cfg(feature = "write")]
pub use document::{Document, FacetDefinition, Hours, Settings, SynonymGroup, ValueDefinition};
#[cfg(feature = "write")]
pub use encode::{Parts, encode};
pub use error::DecodeError;
pub use types::{Core, Drift, Eiergruppe, Facet, Info, Kind, NO_DAY, Opening, Period, Use};
pub(crate) use types::{DRIFT, EIERGRUPPER, Lines};
#[cfg(feature = "write")]
pub(crate) use wire::checksum;

/// Changes whenever older readers would misread the bytes.
pub const FORMAT_VERSION: u16 = 3;

/// Whether an index of many parts can be read. A browser needs that in a large kommune and in the whole country
/// only, and it is a tenth of the module.
pub(crate) const PARTS: bool = cfg!(feature = "parts");

#[cfg(all(test, feature = "write"))]
mod tests;
