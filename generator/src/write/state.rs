//! What a published site was made of, so that the next build knows when there is nothing to do.
//!
//! It lies beside the site, not in it: two builds of the same content give the same folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{MARK, Written};

const FIRST_LINE: &str = "nettungen build 3";

/// What is known of a published site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    /// Of everything that the site was made of.
    pub(super) fingerprint: String,
    /// What was written, the mark apart.
    pub(super) written: Written,
    /// Files that were made together, by the name of the share.
    pub(super) shares: BTreeMap<String, Kept>,
}

/// What is known of a share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// Of everything that it was made of.
    pub(super) fingerprint: String,
    /// Its files that have no address of their own.
    pub(super) more: Vec<String>,
    /// What all its files hold together.
    pub(super) bytes: u64,
}

impl State {
    /// Keeps it for the site at `target`.
    pub(super) fn keep(&self, target: &Path) -> std::io::Result<()> {
        let text = format!("{FIRST_LINE}\n{}\n{}\n", identity(target), serde_json::to_string(self)?);
        let path = place(target);
        let fresh = path.with_extension("nettungen.nytt");
        super::put_whole(&fresh, text.as_bytes())?;
        fs::rename(fresh, path)
    }

    /// Forgets it: from here on the site at `target` may be another.
    pub(super) fn forget(target: &Path) -> std::io::Result<()> {
        match fs::remove_file(place(target)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }

    /// What is known of the very folder at `target`; `None` when nothing is.
    pub(super) fn read(target: &Path) -> Option<State> {
        let text = fs::read_to_string(place(target)).ok()?;
        let lines: Vec<&str> = text.lines().collect();
        let [FIRST_LINE, folder, state] = lines[..] else { return None };
        if folder == identity(target) { serde_json::from_str(state).ok() } else { None }
    }

    /// Whether the site at `target` has all that was written, and nothing else.
    pub(super) fn is_whole(&self, target: &Path) -> bool {
        count(target).is_ok_and(|it| it == self.written)
    }
}

/// `dist` has `.dist.nettungen` beside it.
fn place(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.nettungen"))
}

/// Tells a folder from another that was put in its place.
#[cfg(unix)]
fn identity(folder: &Path) -> String {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(folder).map(|it| format!("{} {}", it.dev(), it.ino())).unwrap_or_default()
}

#[cfg(not(unix))]
fn identity(_: &Path) -> String {
    "-".to_owned()
}

/// Counts what is in a site, the mark apart.
fn count(site: &Path) -> std::io::Result<Written> {
    let all = count_in(site)?;
    let mark = fs::symlink_metadata(site.join(MARK))?.len();
    Ok(Written { files: all.files - 1, bytes: all.bytes - mark })
}

fn count_in(folder: &Path) -> std::io::Result<Written> {
    let entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    let count_one = |it: fs::DirEntry| match it.file_type()?.is_dir() {
        true => count_in(&it.path()),
        false => Ok(Written { files: 1, bytes: it.metadata()?.len() }),
    };
    let add = |a: Written, b: Written| Ok(Written { files: a.files + b.files, bytes: a.bytes + b.bytes });
    entries.into_par_iter().map(count_one).try_reduce(|| Written { files: 0, bytes: 0 }, add)
}
