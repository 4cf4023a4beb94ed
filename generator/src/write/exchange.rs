//! Two folders change places.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;

/// Exchanges two folders, in one step where the system can.
#[cfg(target_os = "linux")]
pub(super) fn exchange(a: &Path, b: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        Err(_) => by_renames(a, b),
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(a: &Path, b: &Path) -> std::io::Result<()> {
    by_renames(a, b)
}

/// Where the system cannot exchange: three renames, with a moment in which `b` is not there.
fn by_renames(a: &Path, b: &Path) -> std::io::Result<()> {
    let aside = a.with_extension("gammelt");
    remove_folder(&aside)?;
    fs::rename(b, &aside)?;
    if let Err(error) = fs::rename(a, b) {
        fs::rename(&aside, b)?;
        return Err(error);
    }
    fs::rename(&aside, a)
}

/// Removes a folder with all that is in it, if it is there. It may be a whole site: all threads take part.
pub(super) fn remove_folder(folder: &Path) -> std::io::Result<()> {
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Ok(it) if it.is_dir() => (),
        _ => return fs::remove_dir_all(folder),
    }
    let entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.into_par_iter().try_for_each(|it| match it.file_type()?.is_dir() {
        true => fs::remove_dir_all(it.path()),
        false => fs::remove_file(it.path()),
    })?;
    fs::remove_dir(folder)
}
