//! Bytes to disk: a complete site is staged beside the target and swapped in at once.
//!
//! Whatever happens, the target is one whole site, the old or the new: the stage is a
//! folder of its own until one rename (an exchange, where the system has it) publishes it.

mod exchange;
mod new_files;
mod stage;
mod state;

pub use new_files::{new_file, new_folder, replace_file};
pub use stage::Stage;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

/// Name of the file that marks a folder as a site that we made and may replace.
const MARK: &str = ".nettungen";

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path within the site, with `/` between the parts and none at the start.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Files.
    pub files: usize,
    /// Bytes in them.
    pub bytes: u64,
}

/// Writes files that are not part of the site into `folder`, each whole or not at all.
pub fn beside(folder: &Path, files: &[File]) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("kan ikke lage mappen {}", folder.display()))?;
    for file in files {
        replace_file(&folder.join(&file.path), &file.bytes)?;
    }
    Ok(())
}

/// The file that holds what is at an address: `/fjordvik/` is `fjordvik/index.html`.
pub fn path_of(url: &str) -> String {
    let path = url.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// Writes a file that is not there yet.
fn put_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut out = fs::File::create(path)?;
    out.write_all(bytes)
}
