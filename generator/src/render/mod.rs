//! Pages as a pure function: a [`Site`](crate::model::Site), a [`Theme`] and a
//! [`Route`](crate::model::Route) in, bytes out.
//!
//! `view` is what templates may see, `pages` makes those values from the model,
//! `theme` holds templates, words and static files. Nothing here reads files.

mod addresses;
pub mod assets;
mod brand;
mod error;
mod feeds;
mod lists;
mod pages;
mod renderer;
mod routes;
mod script;
#[cfg(test)]
mod tests;
pub mod texts;
pub mod theme;
pub mod view;

pub use addresses::Finder;
pub use error::RenderError;
pub use renderer::{Output, Renderer, jobs};
pub use routes::routes;
pub use theme::{Theme, ThemeError, ThemeFile};
