//! Bytes to disk: a complete site is staged beside the target and swapped in at once.
//!
//! Whatever happens, the target is one whole site, the old or the new: the stage is a
//! folder of its own until one rename (an exchange, where the system has it) publishes it.

mod new_files;
mod stage;

pub use new_files::{new_file, new_folder, replace_file};
pub use stage::{Stage, Written};

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path within the site, with `/` between the parts and none at the start.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// The file that holds what is at an address: `/fjordvik/` is `fjordvik/index.html`.
pub fn path_of(url: &str) -> String {
    let path = url.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}
