//! Texts of new records, ready for an editor to fill in: a whole kommune, or one tilbud.
//!
//! Pure: what is known comes from the [`Site`](crate::model::Site), what comes out is paths and texts.
//! `write::NewFiles` puts them on disk. Nothing is guessed; what nobody knows yet is marked «fyll inn».

mod find;
mod kommune;
mod mal;
mod tilbud;
mod todo;
pub mod yaml;

pub use find::{Found, find_kommune};
pub use kommune::{Layout, kommune};
pub use tilbud::{NewTilbud, tilbud};

use crate::model::Lang;

/// A new file: its path within the content folder, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Path with `/` between the parts.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Picks the words of the kommune's own written standard.
fn either<'a>(lang: Lang, nb: &'a str, nn: &'a str) -> &'a str {
    if lang == Lang::Nn { nn } else { nb }
}
