//! A mark of the sources that a search module was built from. The generator's
//! build script includes this file too: an old module beside a new index format
//! is a search that fails in the browser only.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher as _;
use std::io;
use std::path::{Path, PathBuf};

/// The file beside the module that holds the stamp.
pub(super) const FILE: &str = "source.stamp";

/// A hash over the names and bytes of all files in the folder `src` of a package.
pub(super) fn of_package(package: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    collect(&package.join("src"), &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.strip_prefix(package).unwrap_or(&file).as_os_str().as_encoded_bytes());
        hasher.write(&fs::read(&file)?);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
