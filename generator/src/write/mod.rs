//! Bytes to disk: a complete site is staged beside the target and swapped in at once.
//!
//! Whatever happens, the target is one whole site, the old or the new: the stage is a
//! folder of its own until one rename (an exchange, where the system has it) publishes it.

mod stage;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;

pub use stage::{Stage, Written};

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path within the site, with `/` between the parts and none at the start.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Writes one file for the user: whole or not at all, replacing what was there.
pub fn file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let name = path.file_name().with_context(|| format!("{} er ikke et filnavn", path.display()))?;
    if path.is_dir() {
        anyhow::bail!("{} er en mappe; skriv også filnavnet", path.display());
    }
    let beside = path.with_file_name(format!(".{}.nytt", name.to_string_lossy()));
    let context = || format!("kan ikke skrive {}", path.display());
    let written =
        fs::File::create(&beside).and_then(|mut out| out.write_all(bytes)).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // The old file is as it was; what is left of the new one helps nobody.
        let _ = fs::remove_file(&beside);
    }
    written.with_context(context)
}

/// The file that holds what is at an address: `/fjordvik/` is `fjordvik/index.html`.
pub fn path_of(url: &str) -> String {
    let path = url.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}
