//! A folder on disk to [`Sources`]: the only place of this stage that touches files.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use super::{Content, MAX_FILE, SourceFile, Sources};

/// Deepest folder below the content folder.
const MAX_DEPTH: usize = 6;

/// Reads all files of `folder`. Symbolic links are not followed, so nothing outside it is read.
///
/// Fails when the folder itself cannot be listed; a single file that cannot be read becomes
/// [`Content::Unreadable`] and is reported with the other problems.
pub fn sources(folder: &Path, base: Vec<SourceFile>) -> std::io::Result<Sources> {
    let mut paths = Vec::new();
    walk(folder, folder, 0, &mut paths)?;
    let mut files: Vec<SourceFile> = paths.par_iter().map(|(path, name)| read(path, name)).collect();
    let present: Vec<String> = top_entries(folder)?;
    files.extend(base.into_iter().filter(|it| !present.iter().any(|top| within(&it.path, top))));
    Ok(Sources::new(prefix(folder), files))
}

/// Reads all files of a folder that is not content, such as a theme: path within it, and bytes.
///
/// Fails when any of them cannot be read. Symbolic links are not followed.
pub fn files(folder: &Path) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let mut paths = Vec::new();
    walk(folder, folder, 0, &mut paths)?;
    paths.into_iter().map(|(path, name)| Ok((name.into(), fs::read(path)?))).collect()
}

/// What stands before paths in messages: the folder as the user named it.
fn prefix(folder: &Path) -> String {
    let shown = folder.to_string_lossy().replace('\\', "/");
    let shown = shown.trim_end_matches('/');
    if shown == "." { String::new() } else { format!("{shown}/") }
}

fn within(path: &str, top: &str) -> bool {
    path == top || path.strip_prefix(top).is_some_and(|rest| rest.starts_with('/'))
}

fn top_entries(folder: &Path) -> std::io::Result<Vec<String>> {
    let names = fs::read_dir(folder)?.filter_map(|it| it.ok()?.file_name().into_string().ok());
    Ok(names.map(|it| it.nfc().collect()).collect())
}

fn walk(root: &Path, folder: &Path, depth: usize, found: &mut Vec<(PathBuf, Box<str>)>) -> std::io::Result<()> {
    let mut entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        let hidden = name.to_string_lossy().starts_with('.');
        let kind = entry.file_type()?;
        if hidden || kind.is_symlink() {
            continue;
        }
        if kind.is_dir() && depth < MAX_DEPTH {
            walk(root, &entry.path(), depth + 1, found)?;
        } else if kind.is_file() {
            let path = entry.path();
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let name: String = relative.to_string_lossy().replace('\\', "/").nfc().collect();
            found.push((path, name.into()));
        }
    }
    Ok(())
}

fn read(path: &Path, name: &str) -> SourceFile {
    let unreadable = |error: std::io::Error| SourceFile {
        path: name.into(),
        content: Content::Unreadable(error.to_string().into()),
    };
    let file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) => return unreadable(error),
    };
    let size = file.metadata().map_or(0, |it| it.len());
    if size > MAX_FILE as u64 {
        return SourceFile { path: name.into(), content: Content::TooLarge(size) };
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    match file.take(MAX_FILE as u64 + 1).read_to_end(&mut bytes) {
        Ok(_) => SourceFile::from_bytes(name, bytes),
        Err(error) => unreadable(error),
    }
}
